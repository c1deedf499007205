import type { Action, ActionContext, ActionKind, Subject } from './action.ts';
import { controlAt, dialogs, isConfirmButton, isOn, isSwitchedOff, isToggle, wordsOn } from './control.ts';
import { pageButtonOf, type RowActionId, rowActionOf } from './ids.ts';
import { type GuardedPage, guardedPage } from './page.ts';
import { job, subjectOfMerge, subjectOfPage, subjectOfRow, ticked, tiedTo, unreadRow } from './subject.ts';
import { type Meaning, saysOf, speaksOfDeleting } from './words.ts';

type Found = Pick<Action, 'by' | 'sure'>;

/**
 * Says which destructive action an event on `target` would set off; `undefined` for everything else.
 * Ids and keys decide first, words on the control second, and the page in front of the user always: what is a user's Delete on
 * the user list is a note's on the Notes tab. Reads the page anew at each call and changes nothing.
 */
export function recogniseAction(target: EventTarget | null, context: ActionContext): Action | undefined {
  const control = controlAt(target);
  if (!control || isSwitchedOff(control)) return undefined;
  const page = guardedPage(context.document, context.screen);
  if (!page) return undefined;
  const seen: Seen = { ...context, control, page };
  const row = rowActionOf(control.id);
  if (row) return onRowAction(row, seen);
  if (isConfirmButton(control)) return onConfirm(seen);
  return onToggle(seen) ?? onRowControl(seen) ?? onPageButton(seen);
}

interface Seen extends ActionContext {
  readonly control: Element;
  readonly page: GuardedPage;
}

const action = (kind: ActionKind, { control }: Seen, subject: Subject, found: Found): Action => ({
  kind,
  control,
  subject,
  ...found,
});

/** Whether the control means this, by its key or else by its words. */
function means(key: string | undefined, pattern: RegExp, meaning: Meaning, control: Element): Found | undefined {
  if (key !== undefined && pattern.test(key)) return { by: 'id', sure: 'high' };
  const sure = saysOf(wordsOn(control), meaning);
  return sure && { by: 'label', sure };
}

// Row menus

function onRowAction(row: RowActionId, seen: Seen): Action | undefined {
  const { screen, control } = seen;
  if (seen.page === 'purge') return onPurgeButton(row.key, seen);
  const userList = screen?.kind === 'user-list' ? screen.list : 'userList';
  if (seen.page === 'user-list' && row.list === userList) {
    return onUser(row.key, rowSubject(row, seen), seen);
  }
  return onRole(row.key, control.closest('tr'), seen);
}

/** What a control in a user's row, or in its menu, does to that user. */
function onUser(key: string | undefined, subject: Subject, seen: Seen): Action | undefined {
  const deleting = means(key, /delete|remove|purge/i, 'delete', seen.control);
  if (deleting) return action('delete', seen, subject, deleting);
  const switching = means(key, /deactivat|inactiv|disable/i, 'deactivate', seen.control);
  return switching && action('deactivate', seen, subject, switching);
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

/** Taking a role off: the Patron role is a loss, any other one is the right way with a reminder, on a protected account neither. */
function onRole(key: string | undefined, row: Element | null, seen: Seen): Action | undefined {
  const { screen, page, isProtected } = seen;
  if (page !== 'user-record' || screen?.kind !== 'user-record' || !row) return undefined;
  const role = screen.roleRows.find(({ cell }) => row.contains(cell))?.role;
  const removing = role && means(key, /delete|remove/i, 'remove', seen.control);
  if (!role || !removing) return undefined;
  const isPatron = role.code === '200' || role.name.trim().toLowerCase() === 'patron';
  const kind = isProtected(screen.record) ? 'edit-protected' : isPatron ? 'remove-patron' : 'remove-role';
  return action(kind, seen, subjectOfPage(screen), removing);
}

/** A control in a row, or in a menu opened from one, that carries no id of Alma's. */
function onRowControl(seen: Seen): Action | undefined {
  const { control, screen, page, memory } = seen;
  if (pageButtonOf(control.id) !== undefined || control.closest('#breadcrumbs')) return undefined;
  if (page === 'user-record') return onRole(undefined, control.closest('tr'), seen);
  if (page !== 'user-list') return undefined;
  const drawn = screen?.kind === 'user-list' ? screen.row(control) : undefined;
  if (drawn) return onUser(undefined, subjectOfRow(drawn), seen);
  const inMenu = control.closest('[role="menu"],.dropdown-menu,.cdk-overlay-pane');
  return inMenu ? onUser(undefined, memory.menu?.subject ?? nobody, seen) : undefined;
}

// Toggles

const nobody: Subject = { key: 'untied', records: [], tied: false };

function onToggle(seen: Seen): Action | undefined {
  if (!isToggle(seen.control)) return undefined;
  const subject = toggledSubject(seen);
  if (!subject) return undefined;
  const on =
    isOn(seen.control) ?? subject.records.some(({ status }) => status.state !== 'read' || status.value === 'ACTIVE');
  const isSwitchingOff = seen.flipped && seen.control instanceof HTMLInputElement ? !on : on;
  if (!isSwitchingOff) return undefined;
  return action('deactivate', seen, subject, {
    by: 'state',
    sure: isOn(seen.control) === undefined ? 'low' : 'medium',
  });
}

/** The user whose Active toggle this is; `undefined` for any other toggle, such as a role's or a row's tick box. */
function toggledSubject({ control, screen, page, document }: Seen): Subject | undefined {
  if (control instanceof HTMLInputElement && control.name === 'pageBean.selectedResultsList.values') return undefined;
  if (page === 'user-list') {
    const row = screen?.kind === 'user-list' ? screen.row(control) : undefined;
    return row && isActiveColumn(control) ? subjectOfRow(row) : undefined;
  }
  if (page !== 'user-record' || control.closest('table')) return undefined;
  const label = control.id ? document.querySelector(`label[for="${CSS.escape(control.id)}"]`)?.textContent : undefined;
  const isActive =
    /^pageBean.*(active|status)/i.test(control.id) || saysOf([...wordsOn(control), label ?? ''], 'active');
  return isActive ? subjectOfPage(screen) : undefined;
}

/** The cell's column is the Active one, by its header's id or words; a list's tick boxes stand in a column without a name. */
function isActiveColumn(control: Element): boolean {
  const cell = control.closest('td');
  const [list, column] = /^SELENIUM_ID_(.+)_ROW_\d+_COL_(.+)$/.exec(cell?.id ?? '')?.slice(1) ?? [];
  const header =
    column === undefined
      ? cell?.closest('table')?.querySelector('thead > tr')?.children[
          [...(cell.parentElement?.children ?? [])].indexOf(cell)
        ]
      : cell?.ownerDocument.getElementById(`SELENIUM_ID_${list}_HEADER_${column}`);
  return /(^|is|user)active|status$/i.test(column ?? '') || saysOf([header?.textContent ?? ''], 'active') !== undefined;
}

// Page buttons

function onPageButton(seen: Seen): Action | undefined {
  const { control, page } = seen;
  const key = pageButtonOf(control.id);
  const isJob = page === 'purge' || page === 'merge';
  const places = `#breadcrumbs,.btnWrapper${isJob ? `,td,${dialogs}` : ''}`;
  if (key === undefined && !control.closest(places)) return undefined;
  return { 'user-record': onRecordButton, 'user-list': onListButton, purge: onPurgeButton, merge: onMergeButton }[page](
    key,
    seen,
  );
}

function onRecordButton(key: string | undefined, seen: Seen): Action | undefined {
  const { control, screen, memory, isProtected } = seen;
  const subject = subjectOfPage(screen);
  const deleting = means(key, /delete/i, 'delete', control);
  if (deleting) return action('delete', seen, subject, deleting);
  const saving = means(key, /save/i, 'save', control);
  if (!saving || screen?.kind !== 'user-record') return undefined;
  if (isProtected(screen.record)) return action('edit-protected', seen, subject, saving);
  const { status } = screen.record;
  const wasActive = memory.firstStatus?.key === screen.key && memory.firstStatus.status === 'ACTIVE';
  const turnsInactive = wasActive && status.state === 'read' && status.value === 'INACTIVE';
  return turnsInactive ? action('deactivate', seen, subject, { by: 'state', sure: 'medium' }) : undefined;
}

function onListButton(key: string | undefined, seen: Seen): Action | undefined {
  const deleting = means(key, /delete/i, 'delete', seen.control);
  return deleting && action('delete', seen, ticked, deleting);
}

/** Running a purge, from the page's or a dialog's button or from the menu of an earlier run. */
function onPurgeButton(key: string | undefined, seen: Seen): Action | undefined {
  const isWayOut = /cancel|back/i.test(key ?? '') || saysOf(wordsOn(seen.control), 'cancel');
  const running = isWayOut ? undefined : means(key, /purge|run|submit|start|confirm|add_?job/i, 'run', seen.control);
  return running && action('purge', seen, job, running);
}

function onMergeButton(key: string | undefined, seen: Seen): Action | undefined {
  const merging = means(key, /merge/i, 'merge', seen.control);
  if (!merging) return undefined;
  const subject = subjectOfMerge(seen.document);
  const concerns = subject.records.some((record) => isUnread(record) || seen.isProtected(record) !== false);
  return concerns ? action('merge-protected', seen, subject, merging) : undefined;
}

const isUnread = ({ primaryId }: Subject['records'][number]): boolean => primaryId.state === 'unread';

// The confirm dialog

/**
 * The button that makes it happen. It looks the same after every action, so what Alma received just before says what it confirms;
 * after a note's or a block's menu it is none of ours. Where nothing was seen (a hotkey, a page that was open before us),
 * the dialog's own words decide, and on the user list every confirmation counts. Where users are purged all of them do, whatever came before.
 */
function onConfirm(seen: Seen): Action | undefined {
  const { control, memory, page, screen } = seen;
  const { opener } = memory;
  const by: Found = { by: 'id', sure: 'high' };
  const said = control.closest(dialogs)?.textContent ?? '';
  if (page === 'purge') return action('purge', seen, job, by);
  // Of a user's own row, an action with a name that nobody knows may have been the deletion.
  if (opener === 'other-list' && !(page === 'user-list' && speaksOfDeleting(said))) return undefined;
  if (typeof opener === 'object') {
    const subject = tiedTo(opener.subject, said, screen?.kind === 'user-list' ? screen : undefined);
    return action(opener.kind, seen, subject, by);
  }
  if (page === 'merge') return onMergeButton('merge', seen);
  const isOurs = speaksOfDeleting(said) || (opener === undefined && page === 'user-list');
  return isOurs ? action('delete', seen, nobody, { by: 'label', sure: 'low' }) : undefined;
}
