import { allById, hidesItself, isBlank, shownBy, textOf } from '../elements.ts';
import { type Words, wordsWith } from '../markup/known.ts';
import { filterShowsAll } from '../markup/role-list.ts';

/** Says whether the element is drawn, on the page or in a dialog above it. */
export function isVisible(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (hidesItself(at)) return false;
  return true;
}

/** The drawn label with one of these texts, if there is exactly one on the page. */
export function labelWith(root: ParentNode, known: readonly Words[]): Element | undefined {
  const labels = [...root.querySelectorAll('label')].filter((label) => wordsWith(textOf(label), known));
  const [only, ...others] = labels.filter(isVisible);
  return others.length === 0 ? only : undefined;
}

/**
 * What the field with this label shows; a combo box and the select behind it have to agree. `undefined`: no such field, or it could
 * not be understood.
 */
export function textLabelled(root: Document | Element, known: readonly Words[]): string | undefined {
  const id = labelWith(root, known)?.getAttribute('for') ?? '';
  const fields = [...allById(root, `${id}_hiddenSelect`), ...allById(root, id)];
  const texts = new Set(fields.map((field) => shownBy(field)?.text));
  const [only] = texts;
  return texts.size === 1 ? only : undefined;
}

/** The same, with an empty text for a choice that leaves nothing out ("All"). */
export function choiceLabelled(root: Document | Element, known: readonly Words[]): string | undefined {
  const text = textLabelled(root, known);
  if (text === undefined) return undefined;
  return isBlank(text) || wordsWith(text, filterShowsAll) ? '' : text;
}
