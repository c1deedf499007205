import type { Day, UserRecord } from '../record/index.ts';
import { judge } from '../rules/judge.ts';
import type { Verdict } from '../rules/judgement.ts';
import type { Policy, Severity } from '../rules/policy.ts';
import { worthSaying } from '../rules/speaking.ts';
import type { Say } from '../texts/index.ts';

/** What a mark beside a row of the user list says. */
export interface RowWords {
  /** The worst rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  /** Whole sentences, worst first. */
  readonly lines: readonly string[];
}

export interface RowContext {
  readonly policy: Policy;
  readonly today: Day;
  readonly say: Say;
  /** Whether the list shows primary identifiers. */
  readonly hasIdentifiers: boolean;
  readonly sandbox: boolean;
}

/** True of so many rows of an ordinary list that a mark on each would say nothing. */
const ordinary = new Set(['external-account-overwritten', 'contact-record']);

const worstFirst: readonly Severity[] = ['stop', 'warn', 'note', 'fact'];

interface Line {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
}

/** What can be said about a user from what a row shows; `undefined` when that is nothing. Says nothing about the rest. */
export function wordsForRow(record: UserRecord, context: RowContext): RowWords | undefined {
  const { policy, today, say, hasIdentifiers, sandbox } = context;
  const { verdicts } = worthSaying(judge(record, policy, today, say), record, policy);
  const lines = [...verdicts.flatMap(found), ...hints(record, verdicts, context)].sort(
    (a, b) => worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity),
  );
  const [worst] = lines;
  if (!worst) return undefined;
  return {
    rule: worst.rule,
    severity: worst.severity,
    lines: [
      ...lines.map(({ text }) => text),
      ...(hasIdentifiers ? [] : [say('lists_name_only')]),
      say(sandbox ? 'lists_sandbox' : 'lists_production'),
    ],
  };
}

function found({ rule, severity, outcome, findings }: Verdict): Line[] {
  if (outcome !== 'found' || severity === 'fact' || ordinary.has(rule)) return [];
  return findings.map(({ message }) => ({ rule, severity, text: message }));
}

/**
 * What a row shows of a state that its rule could not decide for want of the rest: inactive or past expiry without the roles,
 * Ex Libris' name without the identifier. Only where the policy has the rule on.
 */
function hints(record: UserRecord, verdicts: readonly Verdict[], { today, say }: RowContext): Line[] {
  const undecided = (rule: string): Verdict | undefined =>
    verdicts.find((verdict) => verdict.rule === rule && verdict.outcome === 'cannot-tell');
  const { status, expiryDate, name } = record;
  const shownStatus = status.state === 'read' ? status.value : undefined;
  const isExpired = expiryDate.state === 'read' && expiryDate.value !== null && expiryDate.value < today;
  const shown: readonly (readonly [boolean, string, string])[] = [
    [name.state === 'read', 'ex-libris-name', 'lists_ex_libris_name'],
    [shownStatus === 'INACTIVE', 'inactive-with-staff-roles', 'lists_inactive'],
    [isExpired && shownStatus === 'ACTIVE', 'expired-but-active', 'lists_expired'],
    [isExpired && shownStatus === undefined, 'expired-but-active', 'lists_expired_status_unread'],
  ];
  return shown.flatMap(([isShown, rule, key]) => {
    const verdict = isShown ? undecided(rule) : undefined;
    return verdict ? [{ rule, severity: verdict.severity, text: say(key) }] : [];
  });
}
