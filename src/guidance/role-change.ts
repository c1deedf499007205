import { type Day, type Role, read, recordOf, type UserRecord } from '../record/index.ts';
import { isProtected, judge } from '../rules/judge.ts';
import type { Policy, Severity } from '../rules/policy.ts';
import { asFarAsCertain } from '../rules/role-doubt.ts';
import { howKnown, roleCounts } from '../rules/roles.ts';
import type { Say, TextValues } from '../texts/index.ts';
import { doubtOn } from './foreign-roles.ts';

/** A sentence about what a page shows: what it is about, how much it matters, and the rule that found it, if one did. */
export interface Advice {
  readonly about: string;
  readonly severity: Severity;
  readonly text: string;
  readonly rule?: string;
}

/** Roles added to or taken off a record, and the record without the change and with it; both absent where nobody knows whose it is. */
export interface RoleChange {
  readonly added: readonly Role[];
  readonly removed: readonly Role[];
  readonly before?: UserRecord;
  readonly after?: UserRecord;
}

export interface AdviceContext {
  readonly policy: Policy;
  readonly today: Day;
  readonly say: Say;
  /** Of the page (`html[lang]`): a name of a role that nobody knows may be Patron's in another one. */
  readonly language: string;
}

/** Those of the roles that are not among the others, by name and status. */
const without = (roles: readonly Role[], others: readonly Role[]): Role[] =>
  roles.filter(({ name, status }) => !others.some((other) => other.name === name && other.status === status));

/** What has been changed about the roles of a record since they were first read; nothing where that cannot be told. */
export function changeSince(rolesAtFirst: readonly Role[] | undefined, record: UserRecord): RoleChange {
  if (!rolesAtFirst || record.roles.state === 'unread') return { added: [], removed: [] };
  return {
    added: without(record.roles.value, rolesAtFirst),
    removed: without(rolesAtFirst, record.roles.value),
    before: { ...record, roles: read(rolesAtFirst) },
    after: record,
  };
}

/** What adding roles does to a record; a role that is edited takes the place of the one that the record holds of that name. */
export function changeBy(added: readonly Role[], record: UserRecord | undefined, isEdit: boolean): RoleChange {
  if (!record) return { added, removed: [] };
  const held = rolesOn(record);
  const same = held.filter(({ name }) => isEdit && name === added[0]?.name);
  const rest = same.length === 1 ? held.filter((role) => role !== same[0]) : held;
  const roles = [...rest, ...added];
  // Of a list of which only a part was read, a part is known afterwards as well.
  const after = record.roles.state === 'read' ? { ...record, roles: read(roles) } : { ...record, rolesSeen: { roles } };
  return { added, removed: same, before: record, after };
}

/** The roles of a record as far as they were seen. */
const rolesOn = ({ roles, rolesSeen }: UserRecord): readonly Role[] =>
  roles.state === 'read' ? roles.value : (rolesSeen?.roles ?? []);

/** Says what a change of roles does to the named-user answer, and which of the roles ask for care. */
export function roleAdvice(change: RoleChange, context: AdviceContext): Advice[] {
  const { added, removed, before } = change;
  // Of a change that nobody may make, nothing else is worth saying.
  if (before && isProtected(before, context.policy) === 'yes') return [];
  return added.length + removed.length > 0 ? [...answerAdvice(change, context), ...careAdvice(change, context)] : [];
}

const namesOf = (roles: readonly Role[]): string[] => [...new Set(roles.map(({ name }) => name))];

type Note = (about: string, values?: TextValues, severity?: Severity) => Advice;

function answerAdvice({ added, removed, before, after }: RoleChange, context: AdviceContext): Advice[] {
  const { policy, today, say } = context;
  const note: Note = (about, values, severity = 'note') => ({
    about,
    severity,
    text: say(`guide_role_${about}`, values),
  });
  const isDoubtful = uncertainAmong([...(before ? rolesOn(before) : []), ...added], context);
  const each = added.map((role) => note(isDoubtful(role) ? 'doubtful' : roleCounts(role, policy), { role: role.name }));
  if (!before || !after) return [...each, note('whose')];
  const was = judge(asFarAsCertain(before, context, isDoubtful), policy, today, say).namedUser;
  const will = judge(asFarAsCertain(after, context, isDoubtful), policy, today, say).namedUser;
  const roles = will.deciding;
  if (will.answer === 'counts') {
    const doubts = each.filter(({ about }) => about === 'doubtful');
    if (was.answer === 'counts') return [...doubts, note('still', { roles })];
    if (was.answer === 'cannot-tell') return [...doubts, note('counts', { roles })];
    return [...doubts, note('becomes', { roles }, 'warn'), ...roomAdvice(policy, note)];
  }
  if (was.answer === 'counts')
    return will.answer === 'cannot-tell' ? [...each, note('unsure')] : [note('ends', { roles: namesOf(removed) })];
  // Of a list that was not read as a whole, nobody knows what else it holds.
  if (before.roles.state === 'unread' && was.answer === 'cannot-tell') return [...each, note('unread')];
  return [...each, { about: 'answer', severity: 'note', text: will.line }];
}

/** Says of which roles on a page it is not known what their names mean. */
export function uncertainAmong(
  roles: readonly Role[],
  { policy, language }: Pick<AdviceContext, 'policy' | 'language'>,
): (role: Role) => boolean {
  const isInDoubt = doubtOn(language, roles, policy);
  return (role) => isInDoubt(role) || howKnown(role, policy) === 'disputed';
}

/** How much room the contract left for one more at the last review, as far as the policy tells. */
function roomAdvice({ namedUserLimit, lastReview, lastReviewCount }: Policy, note: Note): Advice[] {
  if (namedUserLimit === null) return [];
  const values = { limit: namedUserLimit, last: lastReviewCount ?? '', day: lastReview ?? '' };
  if (lastReviewCount === null) return [note('limit', values)];
  if (lastReviewCount >= namedUserLimit) return [note('full', values, 'warn')];
  return [note(lastReview === null ? 'last' : 'last_on', values)];
}

/** Powerful roles by name, and, where the policy asks for dates, staff roles of students that have none: as far as the rules about them are on. */
function careAdvice({ added, before }: RoleChange, { policy, today, say }: AdviceContext): Advice[] {
  const group = before?.userGroup.state === 'read' ? (before.userGroup.value ?? '') : '';
  const rules = ['privileged-role', ...(policy.studentRolesNeedExpiry ? ['student-with-staff-roles'] : [])];
  return rules.flatMap((rule) => {
    const verdictOn = (roles: readonly Role[]) =>
      judge(recordOf({ userGroup: group, roles }), policy, today, say).verdicts.find(
        (verdict) => verdict.rule === rule && verdict.outcome === 'found',
      );
    const found = added.filter((role) => verdictOn([role]) && !(rule !== 'privileged-role' && role.expiryDate));
    const severity = verdictOn(found)?.severity;
    const text = `guide_role_${rule.replaceAll('-', '_')}`;
    return severity
      ? [{ about: rule, rule, severity, text: say(text, { group, roles: namesOf(found), count: found.length }) }]
      : [];
  });
}
