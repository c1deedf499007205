import { pageButtonOf } from './ids.ts';
import { saysOf } from './words.ts';

/** A row action's id may sit on the link's holder, and a link or button may be wrapped in one of Alma's ids: that element is the control. */
const ofAlma = '[id^="ROW_ACTION_"]:not([id^="ROW_ACTION_LI_"]),[id^="PAGE_BUTTONS_"]';

const activatable = `${ofAlma},a,button,input,label,summary,[role="button"],[role="menuitem"],[role="switch"],[role="checkbox"],[role="option"]`;

/** The control of Alma's that an event on `target` would activate; for a label the field it stands for. */
export function controlAt(target: EventTarget | null): Element | undefined {
  const element = target instanceof Element ? target.closest(activatable) : undefined;
  if (!element) return undefined;
  const field = element instanceof HTMLLabelElement ? element.control : undefined;
  return field ?? element.closest(ofAlma) ?? element;
}

/** The words a control carries: value, text, title, accessible name, and those of a lone link inside it. */
export function wordsOn(control: Element): string[] {
  const inner = control.querySelectorAll('a,button,input');
  const parts = inner.length === 1 && inner[0] ? [control, inner[0]] : [control];
  return parts.flatMap((part) => [
    part instanceof HTMLInputElement || part instanceof HTMLButtonElement ? part.value : '',
    part.textContent ?? '',
    part.getAttribute('title') ?? '',
    part.getAttribute('aria-label') ?? '',
  ]);
}

/** True for a control that does nothing when activated. */
export const isSwitchedOff = (control: Element): boolean =>
  control.matches(':disabled,[aria-disabled="true"],.disabled');

/** Whether a toggle stands on "on"; `undefined` when the element does not say, or is no toggle. */
export function isOn(control: Element): boolean | undefined {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked;
  const told = control.getAttribute('aria-checked') ?? control.getAttribute('aria-pressed');
  return told === 'true' ? true : told === 'false' ? false : undefined;
}

/** True for a control that can be on or off: a checkbox, a switch, or what Alma styles as one. */
export const isToggle = (control: Element): boolean =>
  isOn(control) !== undefined || /toggle|switch/i.test(`${control.className} ${control.id}`);

/** Where Alma asks back: its own dialogs and those of its newer pages. */
export const dialogs = 'dialog,[role="dialog"],[role="alertdialog"],.modal,.cdk-overlay-pane';

/** The button that makes an action happen, by its id on every classic page (high), else by its word inside a dialog. */
export function isConfirmButton(control: Element): boolean {
  if (/confirmation_?confirm$/i.test(pageButtonOf(control.id) ?? '')) return true;
  return control.closest(dialogs) !== null && saysOf(wordsOn(control), 'confirm') !== undefined;
}
