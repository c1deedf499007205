import { hidesItself, isBlank, ownElements, textOf } from '../elements.ts';
import type { Grammar } from '../markup/grammar.ts';
import { plain } from '../markup/known.ts';
import { pageNameOf } from '../pages/page-name.ts';
import { grammarCheck } from './by-grammar.ts';
import { labelWords, maskOf } from './mask.ts';
import { factsOf } from './page-facts.ts';

const most = 2500;
/** So many children of one element are told; of the rows of a list, which are alike, fewer. */
const mostChildren = 60;
const mostRows = 2;

const leftOut = `script,style,link,option,svg *,[id$="_hiddenSelect_list"],.comboList,${ownElements}`;
const told = ['id', 'name', 'for', 'type', 'role', 'scope', 'aria-selected', 'aria-expanded', 'class'];

/** By the grammar of ids these name a field, a column or a tab. All other texts may be somebody's. */
const named = 'label[for^="pageBean"],thead th,th[id*="_HEADER_"],[id$="_span"] a,a[id$="_span"]';
/** The label of a choice may be what is chosen, such as a person. */
const choice = '[type="checkbox"],[type="radio"]';

/** Parameters of an address, however often it was encoded; only their names are told. */
const parameters = /(?:[?&;]|%(?:25)*(?:3F|26|3B))([a-z.]+)(?:=|%(?:25)*3D)/gi;

/** What makes a telling piece of a page out of it: what is known to be Alma's own stays, all else becomes a `*`. */
export type Keep = (text: string) => string;

interface Keeping {
  /** For ids, names, classes and addresses: words of the grammar of Alma's pages. */
  readonly structure: Keep;
  /** For labels, headers and tabs: words that name something on Alma's pages, too. */
  readonly naming: Keep;
}

/** Letters and digits in a row; capitals and digits begin a new word within it. */
const tokens = /[\p{L}\p{M}\p{N}]+/gu;
const runs = /\p{N}+|\p{Lu}+(?!\p{Ll})|[\p{L}\p{M}]\P{Lu}*?(?=\p{Lu}|\p{N}|$)/gu;
/** Numbers of rows, columns and sizes; a longer one may be somebody's. */
const mostDigits = 2;

function keepingOf(document: Document, grammar: Grammar): Keeping {
  const isGrammar = grammarCheck(grammar);
  const mask = maskOf(document);
  const labels = labelWords();
  const isStructure = (token: string): boolean =>
    isGrammar(token) ||
    (token.match(runs) ?? []).every((run) => (/^\p{N}+$/u.test(run) ? run.length <= mostDigits : isGrammar(run)));
  const keep =
    (isKept: (token: string) => boolean): Keep =>
    (text) =>
      mask(text)
        .replace(tokens, (token) => (isKept(token) ? token : '*'))
        .replace(/\*(?:[\s*]*\*)+/g, '*');
  return { structure: keep(isStructure), naming: keep((token) => labels.has(plain(token)) || isStructure(token)) };
}

/**
 * The structure of the page in view, what else is told of it (`factsOf`) before it, a line for each element: ids, names, roles, classes, and the texts of labels, list headers
 * and tabs. Holds no value of a record: only words of Alma's own are told, and of those not what the page shows of somebody; all other
 * texts, titles, values and addresses are left out. `grammar` is handed over by who asks.
 */
export function reportPage(document: Document, grammar: Grammar): readonly string[] {
  const keeping = keepingOf(document, grammar);
  const { structure } = keeping;
  const { host, pathname, href } = document.location;
  const path = pathname.replace(/;.*/, '').replace(/[^/]*[^a-z._/-][^/]*/gi, '*');
  const parts = [path, ...[...href.matchAll(parameters)].map(([, name]) => name), pageNameOf(document)];
  const lines = [`${host}${structure(parts.join(' '))} ${languageOf(document)}`, ...factsOf(document, structure)];
  const tell = (element: Element, indent: string): void => {
    if (element.matches(leftOut) || lines.length >= most) return;
    const attributes = told.flatMap((name) => {
      // A row's id ends with the key of its record, whatever that is.
      const value = element.getAttribute(name)?.replace(/^(recordContainer).*/, '$1*');
      return value ? [`${name}="${structure(value)}"`] : [];
    });
    const hidden = hidesItself(element) ? ['hidden'] : [];
    const text = textShown(element, keeping);
    lines.push(indent + [tagOf(element, structure), ...attributes, ...hidden, ...text].join(' '));
    const children = [...element.children].slice(0, element.matches('tbody') ? mostRows : mostChildren);
    for (const child of children) tell(child, `${indent} `);
  };
  tell(document.body, '');
  return lines;
}

/** The code of the page's language, in no other form than that of a code. */
const languageOf = ({ documentElement: { lang } }: Document): string =>
  /^[a-z]{2}(-[a-z]{2})?$/i.test(lang) ? lang : '*';

/** HTML's own names as they are; those of a page's own making by the grammar. */
const tagOf = ({ localName }: Element, structure: Keep): string =>
  /^[a-z]+[1-6]?$/.test(localName) ? localName : structure(localName);

/** The text of what names something; `*` for every other text. */
function textShown(element: Element, { naming }: Keeping): readonly string[] {
  const target = element.getAttribute('for');
  const isName = element.matches(named) && !(target && element.ownerDocument.getElementById(target)?.matches(choice));
  const text = isName ? textOf(element) : '';
  if (!isBlank(text)) return [JSON.stringify(naming(text))];
  return [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && !/^\s*$/.test(nodeValue ?? ''))
    ? ['*']
    : [];
}
