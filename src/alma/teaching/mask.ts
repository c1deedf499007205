import { isValueControl, ownElements, shownBy } from '../elements.ts';
import { fieldMarkup } from '../markup/fields.ts';
import { plain, plainTexts } from '../markup/known.ts';
import { columnTexts } from '../markup/role-list.ts';
import { pageTitles, tabTexts } from '../markup/user-page.ts';

/** Takes what a page shows of somebody out of texts and ids of that page; each thing taken out becomes one `*`. */
export interface Mask {
  /** For ids, names and classes: also long numbers, numbers that make a date, addresses, and keys in hexadecimal. */
  readonly id: (text: string) => string;
  /** For labels and headers: also every number. A long text is taken out whole. */
  readonly text: (text: string) => string;
  /** Whether every word of a text is one of Alma's own, known before any page was seen. */
  readonly isKnown: (text: string) => boolean;
}

const longestText = 80;
/** Shorter words are taken out of ids only where they stand alone: `li` is a part of many ids. */
const shortestPart = 4;
const longestPart = 40;

const telling = /\S*@\S*|[^ -~]+|\d{4,}|\d+(?:[-./:_]\d+)+|[0-9a-f]{16,}/gi;

/** Parts of a page that say what things are called, not what they hold. */
const names = `label,th,button,h1,h2,h3,h4,script,style,option,[role="tab"],[id^="A_NAV_LINK_"],[id^="ROW_ACTION_"],[id^="ADD_HIDERADIO_"],[id^="MENU_LINK_ID_"],[id$="_hiddenSelect_list"],${ownElements}`;

const wordsOf = (text: string): string[] => plain(text).split(/[^\p{L}\p{N}]+/u);

/** Makes the mask of the page in view from everything that it shows besides names of things. */
export function maskOf(document: Document): Mask {
  const known = new Set(
    [...Object.values(fieldMarkup).flatMap(({ labels }) => labels), ...Object.values(columnTexts).flat()]
      .concat(Object.values(tabTexts).flat(), pageTitles)
      .flatMap(plainTexts)
      .flatMap(wordsOf),
  );
  const values = new Set<string>();
  const note = (text: string | null | undefined): void => {
    for (const word of wordsOf(text ?? ''))
      if (word.length > 1 && /\p{L}/u.test(word) && !known.has(word)) values.add(word);
  };
  noteTexts(document.body, note);
  for (const control of document.querySelectorAll<HTMLInputElement>('input,select,textarea')) {
    if (isValueControl(control)) note(shownBy(control)?.text);
    if (!/^(submit|button|reset|image)$/.test(control.type) || control.id.includes('_COL_')) note(control.value);
  }
  const word = (text: string): string => (values.has(plain(text)) ? '*' : text);
  return {
    id: (text) => withoutParts(text.replace(telling, '*').replace(/[a-z0-9]+/gi, word), values),
    text: (text) =>
      text.length > longestText ? '*' : text.replace(/\S*@\S*|\d+/g, '*').replace(/[\p{L}\p{M}]+/gu, word),
    isKnown: (text) => wordsOf(text).every((each) => known.has(each)),
  };
}

function noteTexts(node: Node, note: (text: string | null | undefined) => void): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) note(child.nodeValue);
    if (child.nodeType !== 1) continue;
    note((child as Element).getAttribute('title'));
    if (!(child as Element).matches(names)) noteTexts(child, note);
  }
}

/** Takes out every value that stands somewhere within an id. */
function withoutParts(id: string, values: ReadonlySet<string>): string {
  const lower = id.toLowerCase();
  let kept = '';
  for (let at = 0; at < id.length; ) {
    let length = Math.min(longestPart, id.length - at);
    while (length >= shortestPart && !values.has(lower.slice(at, at + length))) length -= 1;
    kept += length < shortestPart ? id[at] : '*';
    at += length < shortestPart ? 1 : length;
  }
  return kept;
}
