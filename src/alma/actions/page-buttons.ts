import { almaHeader } from '../elements.ts';
import { plain } from '../markup/known.ts';
import type { Action, Subject } from './action.ts';
import { wordsOn } from './control.ts';
import { pageButtonOf } from './ids.ts';
import { aboveListKeyOf, anyAboveListKeyOf, buttonKeyOf, isAboveList, linkKeyOf } from './keys.ts';
import { dialogOf } from './layers.ts';
import { action, type Found, means, nobody, type Seen } from './seen.ts';
import { job, subjectOfMerge, subjectOfPage, subjectOfTicked } from './subject.ts';
import { isUnread, onProtected, onProtectedOf, onUnread, onWhosever } from './whose.ts';
import { saysOf } from './words.ts';

/** Where page buttons stand, in a wide window and in a narrow one. A button is one as well by its id or its name, wherever it stands. */
const bars = '#breadcrumbs,.btnWrapper,.responsiveMenuContainer,.responsiveMenu,[name$="operation" i]';

/** Keys of buttons that undo nothing and lose nothing, though they name what does. */
const wayOut = /cancel|back|undo|undelete|restore|open_?for_?update/i;

const destroying = /delet|remov|eras|destroy|trash|wipe|anonymi/i;
const purging = /purg/i;
const deactivating = /(?<!re)(?:deactivat|inactiv|disabl)/i;
/** What writes something into the record: Save and its like, an entry that is added, an account that is made internal or external, or another password. */
const writing =
  /save|updat|apply|submit|commit|finish|toggle_?account|account_?type|convert|activat|enabl|suspend|expir|renew|reset|generat|change|passw|merge|(?:button|btn|[._])(?:add|ok|done|edit)(?!ress)|(?:^|_)(?:add|toggle)$/i;

/** Parts of a record that have a Delete of their own. A key that names one of them is about it and not about the user. */
const otherThing =
  /role|note|block|address|phone|mail|identifier|barcode|statist|attach|proxy|contact|fine|fee|loan|request|letter|widget|row|line|file|image|filter|facet|search|list/i;

/** The lists and forms of a page: a label there is about what stands in them, not about the user. */
const lists = 'table,.almaList';
const otherPlaces = `${lists},.linkActionWidget,fieldset,section,[class*="section" i],[role="tabpanel"]`;
const menus = '[role="menu"],[role="menuitem"],.dropdown-menu,.cdk-overlay-pane,.responsiveMenu,menu';

/** What a control outside of rows and toggles does: a page button, a link above a list, an entry of a menu that bears no id. */
export function onPageButton(seen: Seen): Action | undefined {
  const { control, page } = seen;
  const isListed = control.closest(lists) !== null;
  const key = buttonKeyOf(control) ?? (isListed ? undefined : linkKeyOf(control));
  if (wayOut.test(key ?? '')) return undefined;
  if (isAboveList(control)) return onAboveList(seen);
  const isPlaced = key !== undefined || (!isListed && control.closest(bars) !== null);
  switch (page) {
    case 'purge':
      return isPlaced || control.closest('td') || dialogOf(control) ? onPurgeButton(key, seen) : undefined;
    case 'merge':
      return isPlaced || control.closest('td') || dialogOf(control) ? onMergeButton(key, seen) : undefined;
    case 'user-list':
      return isPlaced ? onListButton(key, seen) : byLabelAlone(seen);
    case 'user-record':
      return isPlaced ? onRecordButton(key, seen) : byLabelAlone(seen);
    case 'roles':
      return onRolesButton(key, isPlaced, seen);
  }
}

function onRecordButton(key: string | undefined, seen: Seen): Action | undefined {
  const { control, screen } = seen;
  const subject = subjectOfPage(screen);
  // A page button's id is the page's; a bare one may be that of a list or a form in it.
  const isOfPage = pageButtonOf(control.id) !== undefined || key === undefined;
  const isOfSomethingElse = !isOfPage && (otherThing.test(key) || control.closest(lists) !== null);
  const destroyed = isOfSomethingElse ? undefined : (destroys(key, seen) ?? deactivates(key, seen));
  if (destroyed) return action(destroyed.kind, seen, subject, destroyed.found);
  const changing =
    means(key, isOfSomethingElse ? anyChange : writing, 'save', control) ??
    means(undefined, writing, 'change', control);
  return changing && onSave(changing, seen);
}

const anyChange = new RegExp(`${writing.source}|${destroying.source}`, 'i');

/** Save on a page of somebody's roles: whose they are is known only from the record page that it was reached from. */
function onRolesButton(key: string | undefined, isPlaced: boolean, seen: Seen): Action | undefined {
  const { control } = seen;
  if (control.closest(`${lists},${almaHeader}`) && !isPlaced) return undefined;
  const saving =
    means(key, writing, 'save', control) ?? (isPlaced ? means(undefined, writing, 'change', control) : undefined);
  return saving && onWhosever(saving, seen);
}

/** Save, and what writes like it: on a protected account never, on another one when it makes the record inactive, or when nothing tells whose it is. */
export function onSave(saving: Found, seen: Seen): Action | undefined {
  return onProtected(saving, seen) ?? onTurnedInactive(seen) ?? onUnread(saving, seen);
}

function onTurnedInactive(seen: Seen): Action | undefined {
  const { screen, memory } = seen;
  if (screen?.kind !== 'user-record') return undefined;
  const subject = subjectOfPage(screen);
  const { status } = screen.record;
  const wasActive = memory.firstStatus?.key === screen.key && memory.firstStatus.status === 'ACTIVE';
  const turnsInactive = wasActive && status.state === 'read' && status.value === 'INACTIVE';
  return turnsInactive ? action('deactivate', seen, subject, { by: 'state', sure: 'medium' }) : undefined;
}

interface Destroyed {
  readonly kind: 'delete' | 'purge' | 'deactivate';
  readonly found: Found;
}

function destroys(key: string | undefined, { control }: Seen): Destroyed | undefined {
  const purged = means(key, purging, 'purge', control);
  if (purged) return { kind: 'purge', found: purged };
  const deleted = means(key, destroying, 'delete', control);
  return deleted && { kind: 'delete', found: deleted };
}

function deactivates(key: string | undefined, { control }: Seen): Destroyed | undefined {
  const found = means(key, deactivating, 'deactivate', control);
  return found && { kind: 'deactivate', found };
}

function onListButton(key: string | undefined, seen: Seen): Action | undefined {
  const subject = subjectOfTicked(seen.screen);
  const found = destroys(key, seen) ?? deactivates(key, seen);
  if (found) return action(found.kind, seen, subject, found.found);
  const isChange = key !== undefined && writing.test(key) && !/filter|search|facet|find/i.test(key);
  return isChange ? onProtectedOf(subject, { by: 'id', sure: 'high' }, seen) : undefined;
}

/** A link above a list: for the user list about those who are ticked, above the list of roles about the roles, above all others about whose record it is. */
function onAboveList(seen: Seen): Action | undefined {
  const { screen, page, control } = seen;
  if (page === 'purge') return undefined;
  if (page === 'user-list') {
    const list = screen?.kind === 'user-list' ? screen.list : 'userList';
    const key = aboveListKeyOf(control, list) ?? (list === '' ? linkKeyOf(control) : undefined);
    return key === undefined ? undefined : onListButton(key, seen);
  }
  if (page !== 'user-record') return undefined;
  const rows = screen?.kind === 'user-record' ? screen.roleRows : [];
  const roles = /^TABLE_DATA_(.+)$/.exec(rows[0]?.cell.closest('table')?.id ?? '')?.[1] ?? '';
  const ofRoles = aboveListKeyOf(control, roles);
  const key = ofRoles ?? anyAboveListKeyOf(control);
  const removing = means(key, destroying, 'remove', control) ?? means(key, deactivating, 'deactivate', control);
  if (!removing) return undefined;
  const isOfRoles = ofRoles !== undefined && screen !== undefined;
  return (
    onWhosever(removing, seen) ?? (isOfRoles ? action('remove-role', seen, subjectOfPage(screen), removing) : undefined)
  );
}

/**
 * A control that only its words tell, outside of the bars: an entry of a menu that stands somewhere else. In the lists and forms of a page
 * the words are about what stands there, unless they name the user; a Save there saves something of the account all the same.
 */
function byLabelAlone(seen: Seen): Action | undefined {
  const { control, page } = seen;
  if (control.closest(`${lists},${almaHeader}`)) return undefined;
  const found = destroys(undefined, seen) ?? deactivates(undefined, seen);
  const isElsewhere = !control.closest(menus) && control.closest(otherPlaces) !== null;
  if (!found) {
    const saving = means(undefined, writing, 'save', control);
    const changing = isElsewhere ? undefined : means(undefined, writing, 'change', control);
    if (page !== 'user-record') return undefined;
    return saving ? onSave(saving, seen) : changing && onProtected(changing, seen);
  }
  const namesUser = wordsOn(control).some((text) => / /.test(plain(text)) && saysOf([text], 'delete') !== undefined);
  if (!namesUser && isElsewhere) return undefined;
  return action(
    found.kind,
    seen,
    page === 'user-record' ? subjectOfPage(seen.screen) : perhapsOfMenu(seen),
    found.found,
  );
}

/** On the list: perhaps the row whose menu was opened last, which nobody can say for certain of an entry outside of that menu. */
const perhapsOfMenu = ({ memory: { menu } }: Seen): Subject =>
  menu ? { ...nobody, records: menu.subject.records } : nobody;

/** Running a purge, from the page's or a dialog's button or from the menu of an earlier run. */
export function onPurgeButton(key: string | undefined, seen: Seen): Action | undefined {
  const isWayOut = wayOut.test(key ?? '') || saysOf(wordsOn(seen.control), 'cancel');
  const running = isWayOut ? undefined : means(key, /purge|run|submit|start|confirm|add_?job/i, 'run', seen.control);
  return running && action('purge', seen, job, running);
}

export function onMergeButton(key: string | undefined, seen: Seen): Action | undefined {
  const merging = means(key, /merge/i, 'merge', seen.control);
  if (!merging) return undefined;
  const subject = subjectOfMerge(seen.document);
  const concerns = subject.records.some((record) => isUnread(record) || seen.isProtected(record) !== false);
  return concerns ? action('merge-protected', seen, subject, merging) : undefined;
}
