import { all, closest, contains, isBlank, isDrawn, parentOf, textOf } from '../elements.ts';
import { almaList, counterSelector, hiddenCounter } from '../markup/role-list.ts';

/** A table of Alma's and the list's name as ids carry it, without dots. */
export interface ListTable {
  readonly table: Element;
  readonly listId: string;
}

/** The container that the platform puts around a list with all that belongs to it, and nothing of another list. */
export const almaListOf = (table: Element): Element | undefined => closest(table, almaList) ?? undefined;

export const tablesIn = (box: Element): Element[] => all(box, 'table[id^="TABLE_DATA_"]').filter(isDrawn);

/** How many rows the list's own counter names in all; `undefined` without a counter; `unclear` when it is not known whose it is. */
export function countOf(list: ListTable, root: Element): number | 'unclear' | undefined {
  const { table } = list;
  const own = almaListOf(table);
  if (own) return countIn(countersIn(root).filter(isOf(list, own)), countsBehind(list, root).length > 0);
  for (let box = parentOf(table); box; box = parentOf(box)) {
    const counters = countersIn(box);
    if (counters.length > 0) {
      const tables = tablesIn(box);
      const at = tables.length === counters.length ? tables.indexOf(table) : -1;
      if (tables.length <= 1) return countIn(counters, false);
      return at < 0 ? 'unclear' : countIn(counters.slice(at, at + 1), false);
    }
    if (box === root) return undefined;
  }
  return undefined;
}

/** Whether a counter stands in a list's container, or outside of it under the list's name. */
const isOf =
  ({ listId }: ListTable, own: Element) =>
  (counter: Element): boolean =>
    contains(own, counter) || (listId !== '' && counter.id.includes(`_${listId}_`));

/** The drawn counters in a part of the page. The title of every page has one, which is empty and nobody's. */
const countersIn = (box: Element): Element[] =>
  all(box, counterSelector).filter(
    (counter) => isDrawn(counter) && !(closest(counter, '.pageTitle') && isBlank(textOf(counter))),
  );

function countIn(counters: readonly Element[], isToldElsewhere: boolean): number | 'unclear' | undefined {
  const speaking = isToldElsewhere ? counters.filter((counter) => !isBlank(textOf(counter))) : counters;
  if (speaking.length === 0) return undefined;
  const counts = new Set(speaking.map((counter) => totalIn(textOf(counter))));
  const [only] = counts;
  return counts.size === 1 && only !== undefined ? only : 'unclear';
}

/**
 * What is told of the list's length behind the page: in the hidden number beside it, and in an attribute of its counter. Nobody has seen
 * whether they mean the list or the page in view, so they are believed where they speak of more rows, and never against the counter's text.
 */
export function countsBehind(list: ListTable, root: Element): readonly number[] {
  return textsBehind(list, root).flatMap((text) => numberIn(text) ?? []);
}

/** Whether something stands there that is no number: then nobody knows how long the list is. */
export const isUncountable = (list: ListTable, root: Element): boolean =>
  textsBehind(list, root).some((text) => !isBlank(text) && numberIn(text) === undefined);

function textsBehind({ table, listId }: ListTable, root: Element): readonly string[] {
  const own = almaListOf(table);
  const ofList = (element: Element): boolean =>
    own?.contains(element) || element.id.replaceAll('.', '') === `${listId}_record_count`;
  const hidden = all(root, hiddenCounter).filter(ofList).map(textOf);
  const attributes = own
    ? all(own, counterSelector).map((counter) => counter.getAttribute('data-listcount') ?? '')
    : [];
  return [...hidden, ...attributes];
}

/** The one number of which a text consists, in the digits of any script. */
function numberIn(text: string): number | undefined {
  const [only, another] = numbersIn(text);
  return another === undefined && text.replace(numbers, '').trim() === '' ? only : undefined;
}

/** Whether the hidden number of a container without rows is none, or nothing: anything else speaks of rows that are not drawn. */
export const isEmptyBehind = (container: Element): boolean =>
  all(container, hiddenCounter)
    .map(textOf)
    .every((text) => isBlank(text) || numberIn(text) === 0);

const numbers = /\p{Nd}+(?:[.,'’\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*/gu;

/**
 * The largest number of "(1 - 20 of 53)", in the digits of any script: it is the total, in whatever order a language puts it.
 * `undefined` for a range without a total, and for a total that is not exact ("100+").
 */
function totalIn(text: string): number | undefined {
  const found = numbersIn(text);
  const isRangeOnly = found.length === 2 && found[0] !== found[1];
  return found.length === 0 || isRangeOnly || /[+>≥~]/.test(text) ? undefined : Math.max(...found);
}

/** All numbers in a text, in the digits of any script. */
export const numbersIn = (text: string): number[] =>
  [...text.matchAll(numbers)].map(([number]) => Number([...number].map(digitOf).join('')));

/** A decimal digit of any script as 0 to 9: scripts have their ten digits in a row. Grouping marks vanish. */
function digitOf(character: string): string {
  if (!/\p{Nd}/u.test(character)) return '';
  let zero = character.codePointAt(0) ?? 0;
  const start = zero;
  while (start - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(/[0-9]/.test(character) ? character : start - zero);
}
