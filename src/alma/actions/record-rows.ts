import { wordsWith } from '../markup/known.ts';
import { columnTexts, foreignList } from '../markup/role-list.ts';
import type { Action } from './action.ts';
import { action, means, type Seen } from './seen.ts';
import { subjectOfPage } from './subject.ts';
import { onLossOf } from './toggled.ts';
import { onProtected, onWhosever } from './whose.ts';

/**
 * Taking something off a record, row by row. Of a role: Patron is a loss, any other one the right way with a reminder. Of any other list, and
 * of roles that could not be read: no change is made to a protected account, and of an unread one it is told that it may be one.
 */
export function onRecordRow(key: string | undefined, row: Element | null, seen: Seen): Action | undefined {
  const { screen, page, control } = seen;
  if (page !== 'user-record') return undefined;
  const removing = means(key, /delete|remove/i, 'remove', control);
  if (!removing) return undefined;
  const role =
    row && screen?.kind === 'user-record' ? screen.roleRows.find(({ cell }) => row.contains(cell))?.role : undefined;
  if (role) return onProtected(removing, seen) ?? onLossOf(role, seen, subjectOfPage(screen), removing);
  return onWhosever(removing, seen) ?? (row && isOfRoles(row) ? onUnreadRole(seen) : undefined);
}

/** A row of what may be the user's roles where the reader could not make them out. */
function onUnreadRole(seen: Seen): Action | undefined {
  const { screen } = seen;
  if (screen?.kind !== 'user-record' || screen.record.roles.state === 'read') return undefined;
  const found = { by: 'label', sure: 'low' } as const;
  return { ...action('remove-role', seen, subjectOfPage(screen), found), isUnreadRole: true };
}

/** By the list's own id, or by a header that names roles. */
function isOfRoles(row: Element): boolean {
  const table = row.closest('table');
  if (!table || foreignList.test(table.id)) return false;
  const headers = [...table.querySelectorAll('th')].map(({ textContent }) => textContent ?? '');
  return /role/i.test(table.id) || headers.some((text) => wordsWith(text, columnTexts.name) !== undefined);
}
