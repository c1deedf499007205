import { isValueControl, ownElements, shownBy } from '../elements.ts';
import { codeWords, fieldMarkup } from '../markup/fields.ts';
import { plain, type Vocabulary } from '../markup/known.ts';
import { columnTexts } from '../markup/role-list.ts';
import { pageTitles, tabTexts } from '../markup/user-page.ts';

/** Shorter words are taken out only where they stand alone: `li` is a part of many ids. */
const shortestPart = 4;
const longestPart = 40;

/** Addresses, long numbers, numbers that make a date, and keys in hexadecimal. */
const telling = /\S*@\S*|\d{4,}|\d+(?:[-./:_]\d+)+|[0-9a-f]{16,}/gi;

/** Parts of a page that say what things are called, not what they hold. */
const names = `label,th,button,h1,h2,h3,h4,legend,.sectionTitle,script,style,option,[role="tab"],[id^="A_NAV_LINK_"],[id^="ROW_ACTION_"],[id^="ADD_HIDERADIO_"],[id^="MENU_LINK_ID_"],[id$="_hiddenSelect_list"],${ownElements}`;

/** What a page says of itself, hidden: its name, its address, what was pressed last. None of it is a field of a record. */
const ofThePage =
  'input[type="hidden"]:not([name^="pageBean"]),[name$="Url"],[id^="dynamic_"],[id^="boomerang_"],[id^="ngNav"],#entryPointMenuItemXML,#currentContext,#page_type';
const controls = `:is(input,select,textarea):not(${ofThePage})`;

/** Words of Alma's own besides those in the markup data: to mask them in a label would tell that somebody's record holds them. */
const everywhere = ['alma', 'patron', 'library'];

const wordsOf = (text: string): string[] => plain(text).split(/[^\p{L}\p{N}]+/u);

/**
 * Makes what takes out of ids and labels of a page everything that the page shows of somebody, each time leaving a `*`: words of
 * values, as a whole and as a part of other words, numbers and addresses. Words that Alma itself puts into labels stay.
 */
export function maskOf(document: Document): (text: string) => string {
  const known = labelWords();
  const values = new Set<string>();
  const note = (text: string | null | undefined): void => {
    for (const word of wordsOf(text ?? '')) {
      if (word.length > 1 && /\p{L}/u.test(word) && !known.has(word) && !everywhere.includes(word)) values.add(word);
    }
  };
  noteTexts(document.body, note);
  for (const control of document.querySelectorAll<HTMLInputElement>(controls)) {
    if (isValueControl(control)) note(shownBy(control)?.text);
    if (!/^(submit|button|reset|image)$/.test(control.type) || control.id.includes('_COL_')) note(control.value);
  }
  return (text) =>
    withoutParts(
      text.replace(telling, '*').replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (values.has(plain(word)) ? '*' : word)),
      values,
    );
}

/** The words of all labels, columns, tabs, titles and choices that the markup data knows, in every language. */
export const labelWords = (): ReadonlySet<string> =>
  new Set(vocabulariesIn([fieldMarkup, columnTexts, tabTexts, codeWords, pageTitles]).flatMap(wordsIn));

/** All vocabularies in a piece of the markup data, however deep they stand in it. */
function vocabulariesIn(markup: unknown): readonly Vocabulary[] {
  if (typeof markup === 'function') return [markup as Vocabulary];
  return typeof markup === 'object' && markup !== null ? Object.values(markup).flatMap(vocabulariesIn) : [];
}

const wordsIn = (vocabulary: Vocabulary): string[] => vocabulary().flatMap(({ texts }) => texts.flatMap(wordsOf));

function noteTexts(node: Node, note: (text: string | null | undefined) => void): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) note(child.nodeValue);
    if (child.nodeType !== 1) continue;
    const title = (child as Element).getAttribute('title');
    // The heads of a list have their own name in their title, too (2026 pages): it is no value for that.
    if (!(child as Element).matches('th') || !child.textContent?.includes(title ?? '')) note(title);
    if (!(child as Element).matches(`${names},${ofThePage}`)) noteTexts(child, note);
  }
}

/** Takes out every value that stands somewhere within a word. */
function withoutParts(text: string, values: ReadonlySet<string>): string {
  const lower = text.toLowerCase();
  let kept = '';
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestPart, text.length - at);
    while (length >= shortestPart && !values.has(lower.slice(at, at + length))) length -= 1;
    kept += length < shortestPart ? text[at] : '*';
    at += length < shortestPart ? 1 : length;
  }
  return kept;
}
