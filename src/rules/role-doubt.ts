import { fold, type Role, type UserRecord, unread } from '../record/index.ts';
import { heldRoles, isUnderstood } from './roles.ts';
import type { Context } from './rule.ts';
import { mayBePatron } from './standards/roles.ts';

/** Letters that English names of roles have not. */
const beyondEnglish = /[^\P{L}a-z]/u;

/** Whether a name that nobody knows may be what a library's Alma calls Patron; `isForeign`: it stands among names in another language than English. */
export const isDoubtfulName = (name: string, isForeign: boolean): boolean =>
  name.trim() !== '' && (isForeign || mayBePatron(name) || beyondEnglish.test(fold(name)));

/**
 * The record as far as its roles are understood. Where a role that is known and in force decides, those in doubt are marked (`inDoubt`):
 * whoever holds a counting role counts, whatever the others are. Where none does, the roles are unread, and those that are known are what
 * was seen of them: another authority's list may find one that decides. The same record where nothing is in doubt.
 */
export function asFarAsCertain(
  record: UserRecord,
  context: Pick<Context, 'policy' | 'today'>,
  isInDoubt: (role: Role) => boolean,
): UserRecord {
  const { roles, rolesSeen } = record;
  const seen = roles.state === 'read' ? roles.value : rolesSeen?.roles;
  if (!seen) return record;
  const marked = seen.map((role): Role => (isInDoubt(role) ? { ...role, inDoubt: true } : role));
  const held = heldRoles(marked, context);
  if (held.every(isUnderstood)) return record;
  const isDecided = held.some(({ counts }) => counts);
  if (!isDecided) {
    const certain = held.filter(isUnderstood).map(({ role }) => role);
    return { ...record, roles: unread('unparseable'), rolesSeen: { roles: certain } };
  }
  return roles.state === 'read'
    ? { ...record, roles: { ...roles, value: marked } }
    : { ...record, rolesSeen: { ...rolesSeen, roles: marked } };
}
