import { type Day, type FieldName, fieldNames, parseDay, type UserRecord } from '../record/index.ts';
import type { Say } from '../texts/index.ts';
import { isOn, isProtectedAccount } from './account.ts';
import { catalogue } from './catalogue/index.ts';
import type { Judgement, NamedUser, Outcome, Verdict } from './judgement.ts';
import { answerNamedUser } from './named-user.ts';
import type { Policy, Severity } from './policy.ts';
import { askable, type Context, type Evaluation, type Fields, type Rule } from './rule.ts';
import { roleListOf } from './standards/role-lists.ts';
import { missingOf, type Truth } from './truth.ts';

/** Every rule, without its sources, which only `index.ts` carries. */
export { catalogue as ruleCatalogue } from './catalogue/index.ts';

const none: readonly never[] = Object.freeze([]);

/**
 * Judges a record under a policy on a day (`YYYY-MM-DD`): the named-user answer, and a verdict for every rule in the
 * catalogue's order, in the words of `say`. Never throws: a rule that fails is `crashed` and says so, and with a day that
 * does not exist every rule that needs the day is.
 */
export function judge(record: UserRecord, policy: Policy, today: string, say: Say): Judgement {
  const fields = askable(record);
  const context = contextOf(policy, today);
  return {
    namedUser: answerOrGiveUp(fields, context, say),
    verdicts: catalogue.map((rule) => verdictOf(rule, fields, context, say)),
  };
}

/** Says whether the account is one that nobody at the library may change. */
export function isProtected(record: UserRecord, policy: Policy): 'yes' | 'no' | 'cannot-tell' {
  const answer = isProtectedAccount(askable(record), contextOf(policy));
  if (typeof answer !== 'boolean') return 'cannot-tell';
  return answer ? 'yes' : 'no';
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
  const off = !isOn(context, rule.id);
  const verdict = (outcome: Outcome, findings: Verdict['findings'], missing: Verdict['missing']): Verdict => ({
    rule: rule.id,
    severity,
    outcome,
    findings,
    missing,
    off,
  });
  if (off) return verdict('clear', none, none);
  try {
    const evaluation = asEvaluation(rule.evaluate(fields, context));
    if (evaluation.found === true) return verdict('found', findingsOf(rule, evaluation, say), none);
    if (evaluation.found === false) return verdict('clear', none, none);
    return verdict('cannot-tell', none, missingOf(evaluation.found));
  } catch {
    return verdict('crashed', [{ message: say('rule_crashed') }], none);
  }
}

/** What has to be told is found out at once, for a rule may crash on it; the words are made when somebody reads them. */
function findingsOf(rule: Rule, { tell }: Evaluation, say: Say): Verdict['findings'] {
  const told = tell?.(say) ?? [['message']];
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
  if (lastDay.written !== written) lastDay = { written, day: parseDay(written) };
  return lastDay.day;
}

const asEvaluation = (result: Truth | Evaluation): Evaluation =>
  typeof result === 'object' && 'found' in result ? result : { found: result };

function answerOrGiveUp(fields: Fields<FieldName>, context: Context, say: Say): NamedUser {
  try {
    return answerNamedUser(fields, context, say);
  } catch {
    const missing = fieldNames.filter((field) => fields[field].reading.state === 'unread');
    const authority = roleListOf(context.policy.roleList).id;
    return { answer: 'cannot-tell', deciding: [], authority, line: say('named_user_crashed'), missing };
  }
}
