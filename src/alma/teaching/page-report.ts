import { hidesItself, isBlank, ownElements, textOf } from '../elements.ts';
import { pageNameOf } from '../pages/recognise.ts';
import { maskOf } from './mask.ts';

const most = 2500;
/** So many children of one element are told; of the rows of a list, which are alike, fewer. */
const mostChildren = 60;
const mostRows = 2;

const leftOut = `script,style,link,option,svg *,[id$="_hiddenSelect_list"],.comboList,${ownElements}`;
const told = ['id', 'name', 'for', 'type', 'role', 'scope', 'aria-selected', 'class'];

/** By the grammar of ids these name a field, a column or a tab. All other texts may be somebody's. */
const named = 'label[for^="pageBean"],thead th,th[id*="_HEADER_"],[id$="_span"] a,a[id$="_span"]';
/** The label of a choice may be what is chosen, such as a person. */
const choice = '[type="checkbox"],[type="radio"]';

/** Parameters of an address, however often it was encoded; only their names are told. */
const parameters = /(?:[?&;]|%(?:25)*(?:3F|26|3B))([a-z.]+)(?:=|%(?:25)*3D)/gi;

/**
 * The structure of the page in view, a line for each element: ids, names, roles, classes, and the texts of labels, list headers
 * and tabs. Holds no value of a record: what a page shows of somebody is masked also where it stands in an id or a label,
 * and all other texts, titles, values and addresses are left out.
 */
export function reportPage(document: Document): readonly string[] {
  const mask = maskOf(document);
  const { host, pathname, href } = document.location;
  const path = pathname.replace(/;.*/, '').replace(/[^/]*[^a-z._/-][^/]*/gi, '*');
  const parts = [path, ...[...href.matchAll(parameters)].map(([, name]) => name), pageNameOf(document)];
  const lines = [`${host}${mask(parts.join(' '))} ${document.documentElement.lang}`];
  const tell = (element: Element, indent: string): void => {
    if (element.matches(leftOut) || lines.length >= most) return;
    const attributes = told.flatMap((name) => {
      // A row's id ends with the key of its record, whatever that is.
      const value = element.getAttribute(name)?.replace(/^(recordContainer).*/, '$1*');
      return value ? [`${name}="${mask(value)}"`] : [];
    });
    const hidden = hidesItself(element) ? ['hidden'] : [];
    const text = textShown(element, mask);
    lines.push(indent + [element.localName, ...attributes, ...hidden, ...text].join(' '));
    const children = [...element.children].slice(0, element.matches('tbody') ? mostRows : mostChildren);
    for (const child of children) tell(child, `${indent} `);
  };
  tell(document.body, '');
  return lines;
}

/** The text of what names something; `*` for every other text. */
function textShown(element: Element, mask: (text: string) => string): readonly string[] {
  const target = element.getAttribute('for');
  const isName = element.matches(named) && !(target && element.ownerDocument.getElementById(target)?.matches(choice));
  const text = isName ? textOf(element) : '';
  if (!isBlank(text)) return [JSON.stringify(mask(text))];
  return [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && !/^\s*$/.test(nodeValue ?? ''))
    ? ['*']
    : [];
}
