import { type Day, type FieldName, fieldNames, parseDay, type UserRecord } from '../record/index.ts';
import type { Say } from '../texts/index.ts';
import { countsUnder, isOn, isProtectedAccount } from './account.ts';
import { catalogue } from './catalogue/index.ts';
import type { Judgement, NamedUser, NamedUserAnswer, Outcome, Protection, Verdict } from './judgement.ts';
import { answerNamedUser } from './named-user.ts';
import type { Policy, Severity } from './policy.ts';
import { askable, type Context, type Fields, type Rule } from './rule.ts';
import { type RoleListId, roleListOf, roleLists } from './standards/role-lists.ts';
import { missingOf, type Truth } from './truth.ts';

/** Every rule, without its sources, which only `index.ts` carries. */
export { catalogue as ruleCatalogue } from './catalogue/index.ts';

const none: readonly never[] = Object.freeze([]);
const lists = Object.values(roleLists);

/**
 * Judges a record under a policy on a day (`YYYY-MM-DD`): the named-user answer, and a verdict for every rule in the
 * catalogue's order, in the words of `say`. Never throws: a rule that fails is `crashed` and says so, and with a day that
 * does not exist every rule that needs the day is.
 */
export const judge = (record: UserRecord, policy: Policy, today: string, say: Say): Judgement =>
  judgementOf(askable(record), contextOf(policy, today), say);

/** A judgement, with what else a review asks of a record: whether it has to stay as it is, and whether it counts under each shipped role list. */
export interface JudgedFurther {
  readonly judgement: Judgement;
  readonly protection: Protection;
  readonly answers: Readonly<Record<RoleListId, NamedUserAnswer>>;
}

/** Judges like `judge`, and asks further: under the shipped role lists the institution's own exceptions play no part. */
export function judgeFurther(record: UserRecord, policy: Policy, today: string, say: Say): JudgedFurther {
  const fields = askable(record);
  const context = contextOf(policy, today);
  const answers: Partial<Record<RoleListId, NamedUserAnswer>> = {};
  for (const list of lists) answers[list.id] = answerAs(countsUnder(fields, context, list));
  return {
    judgement: judgementOf(fields, context, say),
    protection: protectionAs(isProtectedAccount(fields, context)),
    answers: answers as JudgedFurther['answers'],
  };
}

/** Says whether the account is one that nobody at the library may change. */
export const isProtected = (record: UserRecord, policy: Policy): Protection =>
  protectionAs(isProtectedAccount(askable(record), contextOf(policy)));

const judgementOf = (fields: Fields<FieldName>, context: Context, say: Say): Judgement => ({
  namedUser: answerOrGiveUp(fields, context, say),
  verdicts: catalogue.map((rule) => verdictOf(rule, fields, context, say)),
});

function answerAs(counts: Truth): NamedUserAnswer {
  if (typeof counts !== 'boolean') return 'cannot-tell';
  return counts ? 'counts' : 'does-not-count';
}

function protectionAs(isProtectedHere: Truth): Protection {
  if (typeof isProtectedHere !== 'boolean') return 'cannot-tell';
  return isProtectedHere ? 'yes' : 'no';
}

/** The severity of a rule under a policy. `named-user` states a fact whatever a policy says. */
export function severityUnder(policy: Policy, rule: Pick<Rule, 'id' | 'severity'>): Severity {
  const set = Object.hasOwn(policy.rules, rule.id) ? policy.rules[rule.id] : undefined;
  if (rule.severity === 'fact') return 'fact';
  if (set !== undefined && set !== 'off') return set;
  return rule.id === 'generic-account' && policy.genericAccounts === 'discourage' ? 'warn' : rule.severity;
}

/** What one judgement goes by; without a day for questions that need none. */
function contextOf(policy: Policy, today?: string): Context {
  const day = dayWritten(today);
  return {
    policy,
    answers: [],
    get today(): Day {
      if (day === undefined) throw new RangeError('judge needs a day that exists, written YYYY-MM-DD');
      return day;
    },
  };
}

function verdictOf(rule: Rule, fields: Fields<FieldName>, context: Context, say: Say): Verdict {
  const severity = severityUnder(context.policy, rule);
  const verdict = { rule: rule.id, severity, outcome: 'clear' as Outcome, findings: none, missing: none, off: false };
  if (!isOn(context, rule.id)) return { ...verdict, off: true };
  try {
    const found = rule.found(fields, context);
    if (found === true) return { ...verdict, outcome: 'found', findings: findingsOf(rule, fields, context, say) };
    if (found === false) return verdict;
    return { ...verdict, outcome: 'cannot-tell', missing: missingOf(found) };
  } catch {
    return { ...verdict, outcome: 'crashed', findings: [{ message: say('rule_crashed') }] };
  }
}

/** What has to be told is found out at once, for a rule may crash on it; the words are made when somebody reads them. */
function findingsOf(rule: Rule, fields: Fields<FieldName>, context: Context, say: Say): Verdict['findings'] {
  const told = rule.tell?.(fields, context, say) ?? [['message']];
  return told.map(([name, values]) => ({
    get message() {
      return say(`${textKey(rule.id)}_${name}`, values);
    },
  }));
}

/** The beginning of a rule's text keys. */
export const textKey = (ruleId: string): string => `rule_${ruleId.replaceAll('-', '_')}`;

let lastDay: { written: string | undefined; day: Day | undefined } = { written: undefined, day: undefined };

/** Thousands of records are judged on the same day. */
function dayWritten(written: string | undefined): Day | undefined {
  if (written !== undefined && lastDay.written !== written) lastDay = { written, day: parseDay(written) };
  return written === undefined ? undefined : lastDay.day;
}

function answerOrGiveUp(fields: Fields<FieldName>, context: Context, say: Say): NamedUser {
  try {
    return answerNamedUser(fields, context, say);
  } catch {
    const missing = fieldNames.filter((field) => fields[field].reading.state === 'unread');
    const authority = roleListOf(context.policy.roleList).id;
    return { answer: 'cannot-tell', deciding: [], authority, line: say('named_user_crashed'), missing };
  }
}
