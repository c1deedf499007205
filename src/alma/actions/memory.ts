import type { Screen } from '../screen.ts';
import type { Action, ActionMemory } from './action.ts';
import { isConfirmButton } from './confirm.ts';
import { controlAt, wordsOn } from './control.ts';
import { rowMenuOf } from './ids.ts';
import { menuEntryOf } from './keys.ts';
import { layerOf } from './layers.ts';
import { guardedPage } from './page.ts';
import { subjectOfRow, unreadRow } from './subject.ts';
import { saysOf } from './words.ts';

export const freshMemory = (): ActionMemory => ({
  menu: undefined,
  opener: undefined,
  screen: undefined,
  firstStatus: undefined,
});

/** Notes the row whose menu an event on `target` opens, and what the row shows now: Alma may redraw the list before the action. */
export function noteMenu(
  memory: ActionMemory,
  target: EventTarget | null,
  document: Document,
  screen: Screen | undefined,
): void {
  const control = controlAt(target);
  if (!control || screen?.kind !== 'user-list') return;
  const id = rowMenuOf(control.id);
  const isMenu = id ? id.list === screen.list : control.matches('[aria-haspopup]');
  if (!isMenu || guardedPage(document, screen) !== 'user-list') return;
  const row = screen.row(control) ?? (id ? screen.row(id.row) : undefined);
  const list = id?.list ?? screen.list;
  const number = id?.row ?? -1;
  memory.menu = { list, row: number, subject: row ? subjectOfRow(row) : unreadRow(list, number) };
}

/**
 * Notes what Alma is about to receive, so that the confirm dialog that may follow can be understood. What is used inside that dialog
 * changes nothing, until it is confirmed or cancelled: then the action is over.
 */
export function noteArrival(memory: ActionMemory, target: EventTarget | null, action: Action | undefined): void {
  const control = controlAt(target);
  if (!control) return;
  const isInDialog = layerOf(control) !== undefined;
  const isConfirm = isConfirmButton(control, memory);
  if (isInDialog && !isConfirm && saysOf(wordsOn(control), 'cancel') === undefined) return;
  if (isInDialog || isConfirm) memory.opener = 'other';
  else memory.opener = action ?? (menuEntryOf(control) ? 'other-list' : 'other');
}

/** Notes a change of what is drawn: another record's first status, and that what was seen on an earlier page has no bearing on this one. */
export function noteScreen(memory: ActionMemory, screen: Screen | undefined): void {
  const key = screen && `${screen.kind} ${screen.kind === 'guided-page' ? screen.page : screen.key}`;
  // A page without a screen may be Alma's question drawn in the screen's place.
  if (key !== undefined && key !== memory.screen)
    Object.assign(memory, { menu: undefined, opener: undefined, screen: key });
  if (screen?.kind !== 'user-record') return;
  const { status } = screen.record;
  if (memory.firstStatus?.key !== screen.key && status.state === 'read') {
    memory.firstStatus = { key: screen.key, status: status.value };
  }
}
