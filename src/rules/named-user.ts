import type { FieldName, RolesSeen } from '../record/index.ts';
import type { Say } from '../texts/index.ts';
import { isNamedUser, isProtectedAccount, isUncountedAccount, isVendorAccount, rolesThat } from './account.ts';
import type { NamedUser } from './judgement.ts';
import { type HeldRole, isUnderstood, namesOf } from './roles.ts';
import { type Context, type Fields, valueRead } from './rule.ts';
import { roleListOf } from './standards/role-lists.ts';
import { isYes, missingOf } from './truth.ts';

/** So many roles are named in one line; of a longer list the first few, and how many more. */
const rolesInLine = 4;
const rolesBeforeMore = 3;

type Whole = Fields<FieldName>;

/** Says whether the record counts as a named user, under which role list, for which roles, and what would end it. */
export function answerNamedUser(fields: Whole, context: Context, say: Say): NamedUser {
  const counts = isNamedUser(fields, context);
  const authority = roleListOf(context.policy.roleList).id;
  if (counts === true) return counting(fields, context, authority, say);
  if (counts === false) {
    const line = say(`named_user_not_${reasonAgainst(fields, context)}`);
    return { answer: 'does-not-count', deciding: [], authority, line, missing: [] };
  }
  const line = say('named_user_cannot_tell', { fields: counts.map((field) => say(`field_${field}`)) });
  return { answer: 'cannot-tell', deciding: [], authority, line, missing: counts };
}

function counting(fields: Whole, context: Context, authority: string, say: Say): NamedUser {
  const deciding = rolesThat(fields, context, (held) => held.counts);
  const total = rolesThat(fields, context, () => true).length;
  const change = changeThatEnds(fields, context, deciding.length, say);
  const { reading, seen } = fields.roles;
  return {
    answer: 'counts',
    deciding: namesOf(deciding),
    authority,
    line: reading.state === 'read' ? lineThatCounts(deciding, total, say) : lineOfPart(deciding, seen, say),
    ...(change === undefined ? {} : { change }),
    missing: [],
  };
}

function lineThatCounts(deciding: readonly HeldRole[], total: number, say: Say): string {
  const names = namesOf(deciding);
  const unknown = namesOf(deciding.filter((held) => held.listed === 'unknown'));
  const count = names.length;
  if (count > rolesInLine) {
    return say('named_user_counts_many', { roles: names.slice(0, rolesBeforeMore), count, total });
  }
  if (unknown.length > 0) return say('named_user_counts_unknown', { roles: names, unknown, count, total });
  return total === 1
    ? say('named_user_counts_only', { roles: names })
    : say('named_user_counts', { roles: names, count, total });
}

/** A part of the list is enough to say that the record counts, and never for how many roles in all. */
function lineOfPart(deciding: readonly HeldRole[], { roles, total }: RolesSeen = { roles: [] }, say: Say): string {
  const names = namesOf(deciding);
  const named = names.length > rolesInLine ? names.slice(0, rolesBeforeMore) : names;
  const values = { roles: named, count: roles.length };
  return total === undefined
    ? say('named_user_counts_part', values)
    : say('named_user_counts_part_of', { ...values, total });
}

/** Nothing for an account that must not be touched; a warning where it could not be told whether it is one. */
function changeThatEnds(fields: Whole, context: Context, count: number, say: Say): string | undefined {
  const isProtected = isProtectedAccount(fields, context);
  if (isYes(isProtected)) return undefined;
  const doubtful = namesOf(rolesThat(fields, context, (held) => !isUnderstood(held)));
  if (doubtful.length > 0)
    return isProtected === false ? say('named_user_change_doubt', { roles: doubtful }) : undefined;
  if (fields.roles.reading.state !== 'read') return isProtected === false ? say('named_user_change_part') : undefined;
  if (isProtected === false) return say('named_user_change', { count });
  return say('named_user_change_unsure', {
    count,
    fields: missingOf(isProtected).map((field) => say(`field_${field}`)),
  });
}

/** The text for the first reason that holds; one of them always does when the answer is no. */
function reasonAgainst(fields: Whole, context: Context): string {
  if (isYes(isVendorAccount(fields, context))) return 'ex_libris';
  if (isYes(isUncountedAccount(fields, context))) return 'consortium';
  if (valueRead(fields.recordType) === 'CONTACT') return 'contact';
  const status = valueRead(fields.status);
  if (status === 'DELETED') return 'deleted';
  if (status === 'INACTIVE') return 'inactive';
  const roles = valueRead(fields.roles) ?? [];
  if (roles.length === 0) return 'no_roles';
  return rolesThat(fields, context, (held) => !held.isPatron).length === 0 ? 'patron_only' : 'uncounted_only';
}
