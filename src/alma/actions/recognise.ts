import { almaHeader, closest, sidePane } from '../elements.ts';
import type { Action, ActionContext, Subject } from './action.ts';
import { isConfirmButton, onConfirm } from './confirm.ts';
import { controlAt, isSwitchedOff } from './control.ts';
import { pageButtonOf, type RowActionId } from './ids.ts';
import { linkKeyOf, menuEntryOf } from './keys.ts';
import { guardedPage, guardedPane } from './page.ts';
import { onPageButton, onPurgeButton, onSave } from './page-buttons.ts';
import { onRecordRow } from './record-rows.ts';
import { action, means, nobody, type Seen } from './seen.ts';
import { subjectOfRow, unreadRow } from './subject.ts';
import { onToggle } from './toggled.ts';
import { onProtectedOf, onWhosever } from './whose.ts';

/**
 * Says which destructive action an event on `target` would set off; `undefined` for everything else.
 * Ids and keys decide first, words on the control second, and the page in front of the user always: what is a user's Delete on
 * the user list is a note's on the Notes tab. Reads the page anew at each call and changes nothing.
 */
export function recogniseAction(target: EventTarget | null, context: ActionContext): Action | undefined {
  const control = controlAt(target);
  if (!control || isSwitchedOff(control)) return undefined;
  const seen = seenAt(control, context);
  if (!seen) return undefined;
  const row = menuEntryOf(control);
  if (row) return onRowAction(row, seen);
  if (isConfirmButton(control, context.memory)) return onConfirm(seen);
  return onToggle(seen) ?? onRowControl(seen) ?? onPageButton(seen);
}

/** What Enter in a field does whose form has no button that it would press: the form is sent as it stands, as Save would send it. */
export function recogniseSending(field: Element, context: ActionContext): Action | undefined {
  const seen = closest(field, almaHeader) ? undefined : seenAt(field, context);
  const found = { by: 'id', sure: 'low' } as const;
  if (seen?.page === 'user-record') return onSave(found, seen);
  return seen?.page === 'roles' ? onWhosever(found, seen) : undefined;
}

function seenAt(control: Element, context: ActionContext): Seen | undefined {
  const pane = closest(control, sidePane);
  // What stands in the side pane is another record than the one in view.
  const screen = pane ? undefined : context.screen;
  const page = pane ? guardedPane(pane) : guardedPage(context.document, screen);
  return page && { ...context, screen, control, page };
}

// Row menus

function onRowAction(row: RowActionId, seen: Seen): Action | undefined {
  const { screen, control } = seen;
  if (seen.page === 'purge') return onPurgeButton(row.key, seen);
  const userList = screen?.kind === 'user-list' ? screen.list : 'userList';
  if (seen.page === 'user-list' && row.list === userList) {
    return onUser(row.key, rowSubject(row, seen), seen);
  }
  return onRecordRow(row.key, control.closest('tr'), seen);
}

/** What a control in a user's row, or in its menu, does to that user. */
function onUser(key: string | undefined, subject: Subject, seen: Seen): Action | undefined {
  const deleting = means(key, /delete|remove|purge/i, 'delete', seen.control);
  if (deleting) return action('delete', seen, subject, deleting);
  const switching = means(key, /(?<!re)(?:deactivat|inactiv|disable)/i, 'deactivate', seen.control);
  if (switching) return action('deactivate', seen, subject, switching);
  const changing = means(key, /toggle|account_?type|convert/i, 'change', seen.control);
  return changing && onProtectedOf(subject, changing, seen);
}

/**
 * The row an action belongs to. What was noted when the menu was opened has to be what the row shows now: lists are redrawn
 * under an open menu, and then nobody can say whom the action is about.
 */
function rowSubject({ list, row }: { list: string; row: number }, { screen, control, memory }: Seen): Subject {
  const drawn = screen?.kind === 'user-list' ? (screen.row(control) ?? screen.row(row)) : undefined;
  const now = drawn ? subjectOfRow(drawn) : unreadRow(list, row);
  const { menu } = memory;
  const isContradicted = menu !== undefined && menu.list === list && menu.row === row && menu.subject.key !== now.key;
  return isContradicted ? { ...now, key: 'untied', tied: false } : now;
}

/** A control in a row, or in a menu opened from one, that carries no id of Alma's. */
function onRowControl(seen: Seen): Action | undefined {
  const { control, screen, page, memory } = seen;
  if (pageButtonOf(control.id) !== undefined || control.closest('#breadcrumbs')) return undefined;
  const key = linkKeyOf(control);
  const row = control.closest('tr');
  if (page === 'user-record') return row ? onRecordRow(key, row, seen) : undefined;
  if (page !== 'user-list') return undefined;
  const drawn = screen?.kind === 'user-list' ? screen.row(control) : undefined;
  if (drawn) return onUser(key, subjectOfRow(drawn), seen);
  const inMenu = control.closest('[role="menu"],.dropdown-menu,.cdk-overlay-pane');
  return inMenu ? onUser(key, memory.menu?.subject ?? nobody, seen) : undefined;
}
