import { closest } from '../elements.ts';
import { isPlatformToggleOn, platformToggleOf, visiblePart } from '../platform-toggle.ts';

/**
 * A row action's id may sit on the link's holder, and a link or button may be wrapped in one of Alma's ids: that element is the control.
 * The holder of a whole menu is none, though its id can be that of a keyless action.
 */
const ofAlma = '[id^="ROW_ACTION_"]:not(ul,[id^="ROW_ACTION_LI_"]),[id^="PAGE_BUTTONS_"]';

/** What can be activated: by its element, by its role, or by what makes anything a control, a handler or a place in the order of Tab. */
export const activatable = `${ofAlma},a,button,input,label,summary,[role="button"],[role="menuitem"],[role="switch"],[role="checkbox"],[role="option"],${visiblePart},[onclick]:not(form,body),[tabindex]:not([tabindex="-1"],form,body)`;

/** The control of Alma's that an event on `target` would activate; for a label the field it stands for. */
export function controlAt(target: EventTarget | null): Element | undefined {
  const element = target instanceof Element ? closest(target, activatable) : undefined;
  if (!element) return undefined;
  const field = element instanceof HTMLLabelElement ? element.control : undefined;
  return field ?? element.closest(ofAlma) ?? element;
}

/** The words a control carries: value, text, title (also where a tooltip has moved it), accessible name, and those of a lone link or of a link and its button. */
export function wordsOn(control: Element): string[] {
  const inner = control.querySelectorAll('a,button,input');
  const isOne = inner.length === 1 || (inner.length === 2 && control.matches('li'));
  return [control, ...(isOne ? inner : [])].flatMap((part) => [
    part instanceof HTMLInputElement || part instanceof HTMLButtonElement ? part.value : '',
    part.textContent ?? '',
    ...['title', 'data-original-title', 'aria-label'].map((name) => part.getAttribute(name) ?? ''),
  ]);
}

/** True for a control that does nothing when activated. A class or a role's state only looks like it: by keyboard or script it may work all the same. */
export const isSwitchedOff = (control: Element): boolean =>
  control.matches(':disabled') || platformToggleOf(control)?.hidden?.disabled === true;

/** True for a box that the browser itself flips, before the page hears of the click. */
export const isCheckbox = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox';

/** Whether a toggle stands on "on"; `undefined` when the element does not say, or is no toggle. */
export function isOn(control: Element): boolean | undefined {
  if (isCheckbox(control)) return control.checked;
  const told = control.getAttribute('aria-checked') ?? control.getAttribute('aria-pressed');
  if (told === 'true' || told === 'false') return told === 'true';
  const toggle = platformToggleOf(control);
  return toggle && isPlatformToggleOn(toggle, control);
}

/** True for a control that can be on or off: a checkbox, a switch, or what Alma styles as one. */
export const isToggle = (control: Element): boolean =>
  isOn(control) !== undefined ||
  platformToggleOf(control) !== undefined ||
  /toggle|switch/i.test(`${control.className} ${control.id}`);
