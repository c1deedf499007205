import { all, closest, documentOf, matches, ownElements, parentOf, tagOf } from '../elements.ts';
import { isPlatformToggleOn, platformToggleOf, visiblePart } from '../platform-toggle.ts';

/**
 * A row action's id may sit on the link's holder, and a link or button may be wrapped in one of Alma's ids: that element is the control.
 * The holder of a whole menu is none, though its id can be that of a keyless action.
 */
const ofAlma = '[id^="ROW_ACTION_"]:not(ul,[id^="ROW_ACTION_LI_"]),[id^="PAGE_BUTTONS_"]';

const controls = `${ofAlma},a,button,input,label,summary,[role="button"],[role="link"],[role^="menuitem"],[role="switch"],[role="checkbox"],[role="option"],${visiblePart}`;

/** What can be activated: by its element, by its role, or by what makes anything a control, a handler or a place in the order of Tab. */
export const activatable = `${controls},[onclick]:not(form,body),[tabindex]:not([tabindex="-1"],form,body)`;

/** What holds more text than this is no control but a part of the page, which may listen or scroll. */
const isShort = (element: Element): boolean => (element.textContent ?? '').length <= 80;

/** The control of Alma's that an event on `target` would activate; for a label the field it stands for. */
export function controlAt(target: EventTarget | null): Element | undefined {
  if (!(target instanceof Element)) return undefined;
  const found = closest(target, activatable);
  const element = found && (isShort(found) || matches(found, controls)) ? found : (pointedAt(target) ?? found);
  if (!element) return undefined;
  const field = element instanceof HTMLLabelElement ? element.control : undefined;
  return field ?? element.closest(ofAlma) ?? element;
}

/** What a script alone makes a control, without a role or a place in the order of Tab: an element of its own kind, or the pointer's shape tells. */
function pointedAt(target: Element): Element | undefined {
  const isOne = (element: Element): boolean =>
    isShort(element) &&
    !matches(element, ownElements) &&
    (tagOf(element).includes('-') || getComputedStyle(element).cursor === 'pointer');
  let found: Element | undefined;
  for (let at: Element | null = target; at && isOne(at); at = parentOf(at)) found = at;
  return found;
}

/** What draws a picture, some of them by its name written as text (`delete`). */
const icons = 'svg,i,[class*="icon" i]';
const named = ['title', 'data-original-title', 'aria-label', 'alt'];

/**
 * The words a control carries: value, text with its icons and without, title (also where a tooltip has moved it), accessible name, what a picture
 * says that stands alone, a button's label, and the words of a lone link or of a link and its button.
 */
export function wordsOn(control: Element): string[] {
  const inner = control.querySelectorAll('a,button,input');
  const isOne = inner.length === 1 || (inner.length === 2 && control.matches('li'));
  return [control, ...(isOne ? inner : [])].flatMap((part) => {
    const text = part.textContent ?? '';
    const pictures = text.trim() === '' ? all(part, 'img,svg,i') : [];
    return [
      part instanceof HTMLInputElement || part instanceof HTMLButtonElement ? part.value : '',
      text,
      all(part, icons).reduce((rest, icon) => rest.replace(icon.textContent ?? '', ''), text),
      namesOf(part),
      ...labelsOf(part),
      ...[part, ...pictures].flatMap((each) => named.map((name) => each.getAttribute(name) ?? '')),
    ];
  });
}

/** The labels of a button; that of a box or a field names what is set, not what is done. */
const labelsOf = (control: Element): string[] =>
  control.matches('button,input:is([type="submit"],[type="button"],[type="image"])')
    ? [...((control as HTMLButtonElement).labels ?? [])].map(({ textContent }) => textContent ?? '')
    : [];

/** The text of what names a control by its id. */
const namesOf = (control: Element): string =>
  (control.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => documentOf(control).getElementById(id)?.textContent ?? '')
    .join(' ');

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
