/** The events of one activation, by pointer, touch or keyboard, that Alma may act upon. */
export const heardEvents = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'dblclick',
  'auxclick',
  'keydown',
  'keypress',
  'keyup',
  'input',
  'change',
  'submit',
  'focusin',
  'focusout',
  'focus',
  'blur',
] as const;

/** Two presses closer than this in time and place are one double press. */
const doublePress = { milliseconds: 500, pixels: 6 };

/** Keys that, with Ctrl or Alt, belong to typing and to the browser: Alma's hotkeys are letters and digits. */
const browserKeys = /^([+-]|Tab|Arrow.*|Home|End|Page.*|F\d+|Enter|Backspace|Delete|Escape| )$/i;
/** Letters that browsers keep for Ctrl (copy, paste, find, new window, ...). With Alt they are Alma's: Alt+N and Alt+C were seen there. */
const ctrlKeys = /^[acflnprtvwxyz0]$/i;
const modifiers = /^(Control|Alt|AltGraph|Shift|Meta|OS|Process)$/;

/** Keeps an event from everybody after us, and from doing what the browser would do. */
export function swallow(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Whether the browser makes a click of an activating key there: that click is what Alma receives, and what is noted. */
export const isClickedByKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && Element.prototype.matches.call(target, 'button,a[href],input');

/** True for Enter and Space, which activate a control; a handler of Alma's may ask for no other key with it. */
export const isActivating = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === ' ';

/**
 * True for a combination with Ctrl or Alt that may be one of Alma's hotkeys: Alt or Ctrl+Alt with a letter or a digit were seen. A key that types
 * with AltGr says neither; on a Mac, Alt is the Option key, with which N begins an accent (`Dead`), and which Firefox calls AltGr as well.
 */
export function maybeHotkey(event: KeyboardEvent): boolean {
  if (!event.ctrlKey && !event.altKey) return false;
  if (modifiers.test(event.key)) return false;
  if (event.ctrlKey && event.altKey) return true;
  return !browserKeys.test(event.key) && !(event.ctrlKey && ctrlKeys.test(event.key));
}

/** True for the middle button on a link: the browser opens in another tab what the link leads to, and no click tells of it. */
export const opensElsewhere = ({ button }: MouseEvent, target: EventTarget | null): boolean =>
  button === 1 && target instanceof Element && Element.prototype.closest.call(target, 'a[href]') !== null;

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly time: number;
}

/** Where and when a pointer event happened; `undefined` for a click made by the keyboard or by a script. */
export const pointOf = (event: Event, now: number): Point | undefined =>
  event instanceof MouseEvent && event.detail > 0 ? { x: event.clientX, y: event.clientY, time: now } : undefined;

/** True for the second half of a double press: it must not answer a question that the first half brought up. */
export function isEcho(point: Point | undefined, earlier: Point | undefined): boolean {
  if (!point || !earlier) return false;
  const near =
    Math.abs(point.x - earlier.x) <= doublePress.pixels && Math.abs(point.y - earlier.y) <= doublePress.pixels;
  return near && point.time - earlier.time < doublePress.milliseconds;
}
