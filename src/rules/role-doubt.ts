import { type Role, type UserRecord, unread } from '../record/index.ts';
import type { Policy } from './policy.ts';
import { roleCounts } from './roles.ts';

/**
 * The record with its roles unread where one of them is in doubt and no other decides: whoever holds a counting role counts, whatever the
 * doubtful one is. The same record where nothing is in doubt.
 */
export function asFarAsCertain(record: UserRecord, policy: Policy, isInDoubt: (role: Role) => boolean): UserRecord {
  const { roles, rolesSeen, ...others } = record;
  const seen = roles.state === 'read' ? roles.value : rolesSeen?.roles;
  if (!seen?.some(isInDoubt)) return record;
  const oneDecides = seen.some((role) => !isInDoubt(role) && roleCounts(role, policy) !== 'no');
  return oneDecides ? record : { ...others, roles: unread('unparseable') };
}
