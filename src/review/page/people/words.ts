import { say } from '../../../platform/say.ts';
import type { Day } from '../../../record/index.ts';
import type { Decision, LoginMemory, Objection, Person, PurgeRisk } from '../../model/index.ts';

const keyPart = (code: string) => code.replaceAll('-', '_');

export const decisionWord = (kind: Decision['kind']): string => say(`review_decision_${keyPart(kind)}`);

export const ruleTitle = (rule: string): string => say(`rule_${keyPart(rule)}_title`);

const months = new Intl.DateTimeFormat(say('extension_language'), { month: 'long', year: 'numeric', timeZone: 'UTC' });
const inMonths = new Map<string, string>();

/** A day as its month, "March 2026": reports are too far apart to tell more. */
function monthOf(day: Day): string {
  const month = day.slice(0, 7);
  const known = inMonths.get(month) ?? months.format(new Date(`${month}-15T00:00:00Z`));
  inMonths.set(month, known);
  return known;
}

/** What the files know of a person's logins, failed ones apart. */
export function loginWords(login: LoginMemory): string {
  const { failed } = login;
  const seen = seenWords(login);
  if (!failed) return seen;
  return say('records_seen_and_failed', {
    seen,
    failed: say('records_failed_logins', { count: failed.count, since: failed.since }),
  });
}

/** What the reports know of a person's logins; never "never". */
function seenWords({ lastSeen, reports, unreadable, coveredMonths }: LoginMemory): string {
  if (lastSeen) return say('sheets_login_last_seen', { month: monthOf(lastSeen) });
  if (reports === 0) return say(unreadable ? 'sheets_login_unreadable' : 'sheets_login_no_report');
  return say('sheets_login_not_seen', { count: reports, months: coveredMonths });
}

/** The name, or in its place the identifier; the name of a person may be read and empty. */
export function nameOf({ record, identifier }: Person): string {
  return (record.name.state === 'read' && record.name.value) || identifier;
}

/** The reason of a decision in words: for one that was accepted from a rule, what the rule suggests. */
export function reasonWords(decision: Decision, person: Person): string {
  if (decision.origin !== 'rule') return decision.reason;
  const { suggestion } = person;
  return suggestion?.rule === decision.reason
    ? say(suggestion.why.key, suggestion.why.values)
    : ruleTitle(decision.reason);
}

function riskWords(one: PurgeRisk): string {
  const key = `sheets_purge_${keyPart(one.risk)}`;
  if ('count' in one) return say(key, { count: one.count });
  return 'day' in one ? say(key, { day: one.day, month: monthOf(one.day) }) : say(key);
}

/** What speaks against purging somebody, as a list: "active, holds 2 counting roles, and no purge date". */
export const risksWords = (risks: readonly PurgeRisk[]): string => say('review_list', { items: risks.map(riskWords) });

/** Why a decision is refused or has to be confirmed, as sentences. */
export const objectionWords = ({ whys, risks }: Objection): string =>
  [
    ...(risks.length > 0 ? [say('sheets_confirm_purge', { facts: risks.map(riskWords) })] : []),
    ...whys.map(({ key, values }) => say(key, values)),
  ].join(' ');
