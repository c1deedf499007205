import { type Day, type FieldName, fieldNames, parseDay, type UserRecord } from '../record/index.ts';
import type { Say } from '../texts/index.ts';
import { isProtectedAccount } from './account.ts';
import { catalogue } from './catalogue/index.ts';
import type { Judgement, NamedUser, Verdict } from './judgement.ts';
import { answerNamedUser } from './named-user.ts';
import type { Policy, Severity } from './policy.ts';
import { askable, type Context, type Evaluation, type Fields, type Rule } from './rule.ts';
import { roleListOf } from './standards/role-lists.ts';
import { missingOf, type Truth } from './truth.ts';

/** Every rule, without its sources, which only `index.ts` carries. */
export { catalogue as ruleCatalogue } from './catalogue/index.ts';

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
  const answer = isProtectedAccount(askable(record), { policy });
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

function contextOf(policy: Policy, today: string): Context {
  const day = parseDay(today);
  return {
    policy,
    get today(): Day {
      if (day === undefined) throw new RangeError('judge needs a day that exists, written YYYY-MM-DD');
      return day;
    },
  };
}

function verdictOf(rule: Rule, fields: Fields<FieldName>, context: Context, say: Say): Verdict {
  const severity = severityUnder(context.policy, rule);
  const silent = { rule: rule.id, severity, findings: [], missing: [], off: false } as const;
  if (Object.hasOwn(context.policy.rules, rule.id) && context.policy.rules[rule.id] === 'off') {
    return { ...silent, outcome: 'clear', off: true };
  }
  try {
    const evaluation = asEvaluation(rule.evaluate(fields, context));
    if (evaluation.found === true) return { ...silent, outcome: 'found', findings: findingsOf(rule, evaluation, say) };
    if (evaluation.found === false) return { ...silent, outcome: 'clear' };
    return { ...silent, outcome: 'cannot-tell', missing: missingOf(evaluation.found) };
  } catch {
    return { ...silent, outcome: 'crashed', findings: [{ message: say('rule_crashed') }] };
  }
}

function findingsOf(rule: Rule, { tell }: Evaluation, say: Say): Verdict['findings'] {
  const told = tell?.(say) ?? [['message']];
  return told.map(([name, values]) => ({ message: say(`${textKey(rule.id)}_${name}`, values) }));
}

/** The beginning of a rule's text keys. */
export const textKey = (ruleId: string): string => `rule_${ruleId.replaceAll('-', '_')}`;

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
