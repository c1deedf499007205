import type { Action, ActionMemory } from './action.ts';
import { wordsOn } from './control.ts';
import { buttonKeyOf } from './keys.ts';
import { dialogOf, isConfirmById, layerOf, saysConfirm } from './layers.ts';
import { onMergeButton } from './page-buttons.ts';
import { action, type Found, nobody, type Seen } from './seen.ts';
import { job, tiedTo } from './subject.ts';
import { saysOf, speaksOfDeleting } from './words.ts';

/** Controls that are the page's own, whatever they say: its bars and what stands in its lists. */
const partOfPage = '#breadcrumbs,.btnWrapper,table,.almaList,.upperActions';

/** True for a button that answers Alma's own question: by its id, by its word in a layer, or by its word right after an action went through. */
export function isConfirmButton(control: Element, { opener }: ActionMemory): boolean {
  if (isConfirmById(control)) return true;
  const isAfterAction = typeof opener === 'object';
  if (saysConfirm(control)) return layerOf(control) !== undefined || (isAfterAction && !control.closest(partOfPage));
  return isAfterAction && repeats(opener, control) && layerOf(control) !== undefined;
}

/** True for a button in a layer that names the action once more instead of saying Yes: Delete after a Delete. */
function repeats({ kind, control: first }: Action, control: Element): boolean {
  if (control === first || layerOf(first) === layerOf(control)) return false;
  const pattern = { delete: /delete|remove|purge/i, deactivate: /deactivat|inactiv/i, purge: /purge|run|submit/i };
  const meaning = { delete: 'delete', deactivate: 'deactivate', purge: 'run' } as const;
  if (kind !== 'delete' && kind !== 'deactivate' && kind !== 'purge') return false;
  return pattern[kind].test(buttonKeyOf(control) ?? '') || saysOf(wordsOn(control), meaning[kind]) !== undefined;
}

/** What the layer says; after the button's id alone where it stands in none. */
const saidIn = (control: Element): string => layerOf(control)?.textContent ?? '';

/**
 * The button that makes it happen. It looks the same after every action, so what Alma received just before says what it confirms;
 * after a note's or a block's menu it is none of ours. Where nothing was seen (a hotkey, a page that was open before us),
 * the dialog's own words decide, and on the user list every confirmation counts. Where users are purged all of them do, whatever came before.
 */
export function onConfirm(seen: Seen): Action | undefined {
  const { control, memory, page, screen } = seen;
  const { opener } = memory;
  const by: Found = isConfirmById(control) ? { by: 'id', sure: 'high' } : { by: 'label', sure: 'medium' };
  const said = saidIn(control);
  // In a layer of no known kind a word alone proves nothing: it may be a search's OK.
  const isKnown = isConfirmById(control) || dialogOf(control) !== undefined;
  const confirms = typeof opener === 'object' ? { confirms: opener } : {};
  if (page === 'purge') return { ...action('purge', seen, job, by), ...confirms };
  // Of a user's own row, an action with a name that nobody knows may have been the deletion.
  if (opener === 'other-list' && !(page === 'user-list' && speaksOfDeleting(said))) return undefined;
  if (typeof opener === 'object') {
    const subject = tiedTo(opener.subject, said, screen?.kind === 'user-list' ? screen : undefined);
    return { ...action(opener.kind, seen, subject, by), ...confirms };
  }
  if (page === 'merge') return isKnown ? onMergeButton('merge', seen) : undefined;
  const isOurs = speaksOfDeleting(said) || (isKnown && opener === undefined && page === 'user-list');
  return isOurs ? action('delete', seen, nobody, { by: 'label', sure: 'low' }) : undefined;
}
