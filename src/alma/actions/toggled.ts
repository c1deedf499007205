import type { Role } from '../../record/index.ts';
import { wordsWith } from '../markup/known.ts';
import { columnTexts } from '../markup/role-list.ts';
import { platformToggleOf } from '../platform-toggle.ts';
import type { Action, Subject } from './action.ts';
import { isCheckbox, isOn, isToggle, wordsOn } from './control.ts';
import { action, type Found, type Seen } from './seen.ts';
import { subjectOfPage, subjectOfRow } from './subject.ts';
import { onProtectedOf, onWhosever } from './whose.ts';
import { saysOf } from './words.ts';

/** What is lost with a role: the Patron role is a loss, any other one the right way with a reminder, and one of a name that nobody knows may be either. */
export function onLossOf(role: Role, seen: Seen, subject: Subject, found: Found): Action {
  const isPatron = seen.isPatron(role);
  const lost = action(isPatron === 'yes' ? 'remove-patron' : 'remove-role', seen, subject, found);
  return isPatron === 'perhaps' ? { ...lost, isUnreadRole: true } : lost;
}

/** What a toggle is about to change: a user's being active, or a role's. On a protected account switching on is a change as well. */
export function onToggle(seen: Seen): Action | undefined {
  const { control } = seen;
  if (!isToggle(control) || isTickBox(control)) return undefined;
  const role = toggledRole(seen);
  const subject = role ? subjectOfPage(seen.screen) : toggledSubject(seen);
  const found: Found = { by: 'state', sure: isOn(control) === undefined ? 'low' : 'medium' };
  if (!subject) return isOfRecord(seen) ? onWhosever(found, seen) : undefined;
  const onThisPage = seen.page !== 'user-list';
  if (!isSwitchingOff(seen, role ? role.status !== 'INACTIVE' : mayBeActive(subject))) {
    return onThisPage ? onWhosever(found, seen) : onProtectedOf(subject, found, seen);
  }
  const held = role && onProtectedOf(subject, found, seen);
  return held ?? (role ? onLossOf(role, seen, subject, found) : action('deactivate', seen, subject, found));
}

/** `otherwise`: whether what it switches is on, where the toggle itself does not say. */
function isSwitchingOff({ control, flipped }: Seen, otherwise: boolean): boolean {
  const on = isOn(control) ?? otherwise;
  return flipped && isCheckbox(control) ? !on : on;
}

const mayBeActive = ({ records }: Subject): boolean =>
  records.some(({ status }) => status.state !== 'read' || status.value === 'ACTIVE');

/** A row's tick box: `pageBean.selectedResultsList.values`, or `pageBean.<list>[n].selected` with a hidden twin (2026 pages). */
const isTickBox = (control: Element): boolean =>
  control instanceof HTMLInputElement && /\.selected(?:ResultsList\.values)?$/.test(control.name);

/** A switch in a list on the record page that could not be read, perhaps of the roles; and a toggle of the platform's anywhere on it that nothing names. */
const isOfRecord = ({ page, control }: Seen): boolean =>
  page === 'user-record' &&
  (platformToggleOf(control) !== undefined ||
    (control.closest('tr') !== null && (isActiveColumn(control) || control.matches('[role="switch"]'))));

/** The role whose Active toggle this is. */
function toggledRole({ control, screen, page }: Seen): Role | undefined {
  const row = control.closest('tr');
  if (page !== 'user-record' || screen?.kind !== 'user-record' || !row || !isActiveColumn(control)) return undefined;
  return screen.roleRows.find(({ cell }) => row.contains(cell))?.role;
}

/** The user whose Active toggle this is; `undefined` for any other toggle. */
function toggledSubject({ control, screen, page, document }: Seen): Subject | undefined {
  if (page === 'user-list') {
    const row = screen?.kind === 'user-list' ? screen.row(control) : undefined;
    return row && isActiveColumn(control) ? subjectOfRow(row) : undefined;
  }
  if (page !== 'user-record' || control.closest('table')) return undefined;
  const { id } = platformToggleOf(control)?.hidden ?? control;
  const label = id ? document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent : undefined;
  const isActive = /^pageBean.*(active|status)/i.test(id) || saysOf([...wordsOn(control), label ?? ''], 'active');
  return isActive ? subjectOfPage(screen) : undefined;
}

/**
 * The cell's column is the Active or Status one, by its header's id or words. A list's tick boxes stand in a column without a name; so may the
 * platform's own toggle, which nothing else in a row resembles.
 */
function isActiveColumn(control: Element): boolean {
  const cell = control.closest('td');
  const [list, column] = /^SELENIUM_ID_(.+)_ROW_\d+_COL_(.+)$/.exec(cell?.id ?? '')?.slice(1) ?? [];
  const header =
    column === undefined
      ? cell?.closest('table')?.querySelector('thead > tr')?.children[
          [...(cell.parentElement?.children ?? [])].indexOf(cell)
        ]
      : cell?.ownerDocument.getElementById(`SELENIUM_ID_${list}_HEADER_${column}`);
  const words = [header?.textContent ?? '', header?.getAttribute('title') ?? ''].filter(isNamed);
  const isNameless = words.length === 0 && platformToggleOf(control) !== undefined;
  const isNamedSo = saysOf(words, 'active') ?? words.find((text) => wordsWith(text, columnTexts.status));
  return isNameless || /(^|is|user)active|status$/i.test(column ?? '') || isNamedSo !== undefined;
}

/** `??????` is what the platform writes where a column has no label. */
const isNamed = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
