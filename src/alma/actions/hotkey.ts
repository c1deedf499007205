import { closest } from '../elements.ts';
import { activatable } from './control.ts';

/** Where Alma tells a button's hotkey: a class, an attribute with the letter, a tooltip that says `Alt + N` (all three seen on 2026 pages); and where ARIA does. */
const hinted = '.jsHotkeyHint,[data-hint-title],[aria-keyshortcuts],[data-original-title*="+"],[title*="+"]';

/** A key with the modifiers before it, as a tooltip names it: `Alt + N`, `Ctrl+Alt+C`, also in the words of other keyboards. */
const combination =
  /(?:^|[\s([])(?:alt|ctrl|control|strg|option|opt|maj|may[uú]s|shift|umschalt)\s*\+\s*(?:\p{L}+\s*\+\s*)?([\p{L}\p{N}])(?=$|[\s)\].,;])/iu;

/**
 * Page buttons that may answer to this key: those whose hint names it, and those with a hint that names no single key. A hint that names
 * another key counts against the button, wherever it stands: in the class's own element, in an attribute or in a tooltip.
 */
export function hotkeyTargets(document: Document, event: KeyboardEvent): Element[] {
  const pressed = [event.key.toLowerCase(), event.code.replace(/^(Key|Digit|Numpad)/, '').toLowerCase()];
  const targets = [...document.querySelectorAll(hinted)].flatMap((hint) => {
    const key = keyIn(hint);
    if (key === undefined && !hint.matches('.jsHotkeyHint,[data-hint-title]')) return [];
    return (key === undefined ? !isTyping(event) : pressed.includes(key)) ? [buttonOf(hint)] : [];
  });
  return [...new Set(targets)];
}

/** On a Mac, Alt types signs and accents: in a field that takes text such a key is none that a hint without a letter may mean. */
const isTyping = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof Element && closest(target, 'input,textarea,[contenteditable]') !== null && !/^[a-z0-9]$/i.test(key);

/** The button that a hint belongs to: around it, else the first one in it, else the hint itself. */
const buttonOf = (hint: Element): Element => hint.closest(activatable) ?? hint.querySelector(activatable) ?? hint;

/** The letter or digit that a hint names; `undefined` where it names none. */
function keyIn(hint: Element): string | undefined {
  const told = hint.getAttribute('data-hint-title')?.trim();
  const tooltips = ['aria-keyshortcuts', 'data-original-title', 'title'].map(
    (name) => combination.exec(hint.getAttribute(name) ?? '')?.[1],
  );
  const written = buttonOf(hint) === hint ? undefined : hint.textContent?.trim();
  const key = [told, ...tooltips, written].find((text) => text?.length === 1);
  return key?.toLowerCase();
}
