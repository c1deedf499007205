import { allById, hidesItself, isBlank, parentOf, shownBy, textOf } from '../elements.ts';
import type { Told } from '../markup/guided-pages.ts';
import { wordsWith } from '../markup/known.ts';
import { filterShowsAll } from '../markup/role-list.ts';
import { isTranslatedText } from '../translation.ts';

/** Says whether an id, or the text of its element, tells what is sought. */
export const tells = (element: Element, id: string, [ids, texts]: Told): boolean =>
  ids.test(id) || (wordsWith(textOf(element), texts) !== undefined && !isTranslatedText(element));

/** Drawn on the page, or in a dialog above it. */
function isVisible(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (hidesItself(at)) return false;
  return true;
}

const idOf = (label: Element | undefined): string => label?.getAttribute('for') ?? '';

/** The drawn label of a field, if there is exactly one on the page. */
export function labelOf(document: Document, field: Told): Element | undefined {
  const [only, ...others] = [...document.querySelectorAll('label')].filter(
    (label) => tells(label, idOf(label), field) && isVisible(label),
  );
  return others.length === 0 ? only : undefined;
}

/** What shows a value that nobody may change: of the id that the label points at, only the end is there. */
const wrapping = (document: Document, id: string): Element[] =>
  id === '' ? [] : [...document.querySelectorAll('[id*="_INPUT_"]')].filter((each) => each.id.endsWith(`_INPUT_${id}`));

/**
 * What a field shows, with an empty text for a choice that leaves nothing out ("All"); a combo box and the select behind it have to
 * agree. `undefined`: there is no such field, or it could not be understood.
 */
export function textOfField(document: Document, field: Told): string | undefined {
  const id = idOf(labelOf(document, field));
  const parts = [...allById(document, `${id}_hiddenSelect`), ...allById(document, id), ...wrapping(document, id)];
  const shown = parts.map((part) => shownBy(part));
  const [text, ...others] = new Set(shown.map((one) => one?.text));
  if (text === undefined || others.length > 0 || shown.some((one) => one?.translated)) return undefined;
  return isBlank(text) || wordsWith(text, filterShowsAll) ? '' : text;
}
