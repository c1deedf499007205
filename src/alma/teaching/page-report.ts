import { hidesItself, isBlank, ownElements, textOf } from '../elements.ts';
import { tabSelector } from '../markup/user-page.ts';
import { pageNameOf } from '../pages/recognise.ts';
import { type Mask, maskOf } from './mask.ts';

const most = 2500;
/** So many children of one element are told; of the rows of a list, which are alike, fewer. */
const mostChildren = 60;
const mostRows = 2;

const leftOut = `script,style,link,option,svg *,[id$="_hiddenSelect_list"],.comboList,${ownElements}`;
const told = ['id', 'name', 'for', 'type', 'role', 'scope', 'aria-selected', 'class'] as const;

/**
 * The structure of the page in view, a line for each element: ids, names, roles, classes, and the texts of labels, list headers
 * and tabs. Holds no value of a record: what a page shows of somebody is masked also where it stands in an id or a label,
 * and all other texts, titles, values and addresses are left out.
 */
export function reportPage(document: Document): readonly string[] {
  const mask = maskOf(document);
  const lines = [addressLine(document, mask)];
  const tell = (element: Element, depth: number): void => {
    if (element.matches(leftOut) || lines.length >= most) return;
    lines.push(`${' '.repeat(depth)}${lineOf(element, mask)}`);
    const children = [...element.children].slice(0, element.matches('tbody') ? mostRows : mostChildren);
    for (const child of children) tell(child, depth + 1);
  };
  tell(document.body, 0);
  return lines;
}

/** Parameters of an address however often it was encoded; of each only the name is told. */
const parameters = /(?:[?&;]|%(?:25)*(?:3F|26|3B))([a-z.]+)(?:=|%(?:25)*3D)/gi;

function addressLine(document: Document, mask: Mask): string {
  const { host, pathname, href } = document.location;
  const path = (pathname.split(';')[0] ?? '').replace(/[^/]+/g, (part) =>
    /^[a-z._-]+$/i.test(part) ? mask.id(part) : '*',
  );
  const names = [...href.matchAll(parameters)].map(([, name = '']) => mask.id(name));
  return [
    host + path,
    ...names,
    `page="${mask.id(pageNameOf(document) ?? '')}"`,
    `lang="${document.documentElement.lang}"`,
  ].join(' ');
}

function lineOf(element: Element, mask: Mask): string {
  const attributes = told.flatMap((name) => {
    const value = withoutKey(element.getAttribute(name) ?? '', element);
    return value === '' ? [] : [`${name}="${mask.id(value)}"`];
  });
  const hidden = hidesItself(element) ? ['hidden'] : [];
  const text = textOf(element);
  const isNamed = isNamedThing(element) || (element.matches('label,th,[role="tab"]') && mask.isKnown(text));
  const hasText = [...element.childNodes].some(
    ({ nodeType, nodeValue }) => nodeType === 3 && !/^\s*$/.test(nodeValue ?? ''),
  );
  const shown = isNamed && !isBlank(text) ? [JSON.stringify(mask.text(text))] : hasText ? ['*'] : [];
  return [element.localName, ...attributes, ...hidden, ...shown].join(' ');
}

/** A row's id ends with the key of its record, whatever that is. */
function withoutKey(id: string, element: Element): string {
  const list = element.closest('table')?.id.replace('TABLE_DATA_', '') ?? '';
  return id.replace(/^(recordContainer)(.+)$/, (_, start: string, rest: string) =>
    list !== '' && rest.startsWith(list) ? `${start}${list}*` : `${start}*`,
  );
}

/** By the grammar of ids these texts name a field, a column or a tab: a label of a field that is typed or chosen, a list's header, a tab's link. */
function isNamedThing(element: Element): boolean {
  if (element.matches('label')) {
    const target = element.getAttribute('for') ?? '';
    return (
      /^pageBean\D+$/.test(target) &&
      !element.ownerDocument.getElementById(target)?.matches('[type="checkbox"],[type="radio"]')
    );
  }
  return (
    element.matches('thead th,th[id*="_HEADER_"]') || (element.matches('a') && element.closest(tabSelector) !== null)
  );
}
