import { closest, documentOf, firstDrawn, isElement, matches, ownElements, parentOf } from './elements.ts';
import { tabSelector } from './markup/user-page.ts';
import type { Place } from './screen.ts';

/** Elements that take only their own kind of children, or that lay their children out in a row. */
const unfit = 'table,thead,tbody,tr,ul,ol,dl,nav,label,button,a,p,h1,h2,h3,.row,.d-flex,.btnsLine,.crumbsContainer';

/**
 * Where guidance goes: below the page header, else above the tabs' form, always in the flow of the page and never in a table
 * or a row. `undefined` while the page has neither.
 */
export function placeIn(document: Document): Place | undefined {
  const header = firstDrawn(document, '#breadcrumbs');
  if (header) return after(header);
  const form = firstDrawn(document, tabSelector)?.closest('form');
  if (!form) return undefined;
  return laysInARow(form)
    ? after(form)
    : { parent: form, before: skipOwn(Reflect.get(Node.prototype, 'firstChild', form)) };
}

function after(element: Element): Place | undefined {
  let child = closest(element, 'table') ?? element;
  let parent = parentOf(child);
  while (parent && parent !== documentOf(element).body && laysInARow(parent)) {
    child = parent;
    parent = parentOf(child);
  }
  return parent ? { parent, before: skipOwn(behindPlaceholder(child)) } : undefined;
}

/** What follows the header; where that is held at the top of the window, an element keeps its room, and what stood before it would lie under it. */
function behindPlaceholder(header: Node): Node | null {
  let next = nextOf(header);
  while (next && !isElement(next)) next = nextOf(next);
  return isElement(next) && matches(next, '.affixedElementPlaceholder') ? nextOf(next) : nextOf(header);
}

function skipOwn(node: Node | null): Node | null {
  let next = node;
  while (isElement(next) && matches(next, ownElements)) next = nextOf(next);
  return next;
}

const nextOf = (node: Node): Node | null => Reflect.get(Node.prototype, 'nextSibling', node);

function laysInARow(element: Element): boolean {
  if (matches(element, unfit)) return true;
  const style = documentOf(element).defaultView?.getComputedStyle(element);
  if (!style) return false;
  return /grid/.test(style.display) || (/flex/.test(style.display) && !/column/.test(style.flexDirection));
}
