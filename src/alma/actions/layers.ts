import { first, matches, parentOf } from '../elements.ts';
import { wordsOn } from './control.ts';
import { buttonKeyOf } from './keys.ts';
import { saysOf } from './words.ts';

/** Where Alma asks back: its own dialogs and those of its newer pages. */
const dialogs = 'dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"],.modal,.cdk-overlay-pane';

/** What the page itself is known by: a layer holds none of it. */
const partsOfPage = '#breadcrumbs,.pageTitle,[id^="TABLE_DATA_"]';

/** The dialog of a known kind that a control stands in. */
export const dialogOf = (control: Element): Element | undefined => control.closest(dialogs) ?? undefined;

/**
 * The layer that a control stands in: a dialog of a known kind or, whatever its class is called, what lies over the page or stands beside
 * it in the document. `undefined` for what is a part of the page.
 */
export function layerOf(control: Element): Element | undefined {
  const { body, defaultView } = control.ownerDocument;
  const known = dialogOf(control);
  if (known) return known;
  for (let at = parentOf(control); at && at !== body; at = parentOf(at)) {
    if (matches(at, partsOfPage) || first(at, partsOfPage)) return undefined;
    if (parentOf(at) === body || defaultView?.getComputedStyle(at).position === 'fixed') return at;
  }
  return undefined;
}

/** True for the button that makes an action happen by its id, the same on every classic page (high). */
export const isConfirmById = (control: Element): boolean => /confirmation_?confirm$/i.test(buttonKeyOf(control) ?? '');

/** True for a button that says Yes, OK or Confirm. */
export const saysConfirm = (control: Element): boolean => saysOf(wordsOn(control), 'confirm') !== undefined;
