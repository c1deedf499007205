import { isTranslatedText } from './translation.ts';

/** Our own elements in Alma's document: the guidance, and the marks beside rows. */
export const ownElements = 'alma-user-guard,alma-user-guard-mark';

/** What hides an element by attribute, class or inline style. */
const hiding =
  '[hidden],.hide,.hidden,.d-none,.ng-hide,' +
  ['display:none', 'display: none', 'visibility:hidden', 'visibility: hidden'].map((style) => `[style*="${style}" i]`);

/** Layers above the page: a confirmation, a pick-list, an overlay menu. What stands there is not the page. */
const layers = '.modal,dialog,[role="dialog"],[role="alertdialog"],.cdk-overlay-container,template,noscript';

const controls = 'input,select,textarea';
const typesWithoutValue = /^(hidden|button|submit|reset|image|checkbox|radio|password|file)$/i;

/** Every element with this id, in document order: a page may hold an id twice, and then both count. */
export function allById(root: ParentNode, id: string): Element[] {
  // An id selector is looked up in the document's index; one for the attribute would search through every element.
  const isThere =
    id !== '' && (isElement(root) || !('getElementById' in root) || (root as Document).getElementById(id) !== null);
  return isThere ? all(root, `#${CSS.escape(id)}`) : [];
}

/**
 * The element around a node, whatever a form's controls are named: a control called `parentElement` hides the property of that
 * name on its form, and a climb that reads it would go round for ever.
 */
export const parentOf = (node: Node): Element | null => Reflect.get(Node.prototype, 'parentElement', node);

/**
 * What every element can be asked, of the prototype for the same reason: a form may have controls called `matches`, `closest`,
 * `querySelector`, `contains`, `nodeType`, ... Whatever may be a form is asked in this way.
 */
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const all = <E extends Element = Element>(root: ParentNode, selector: string): E[] =>
  [
    ...(isElement(root) ? Element.prototype.querySelectorAll.call(root, selector) : root.querySelectorAll(selector)),
  ] as E[];
export const first = (root: ParentNode, selector: string): Element | null =>
  isElement(root) ? Element.prototype.querySelector.call(root, selector) : root.querySelector(selector);
export const contains = (root: Node, node: Node | null): boolean => Node.prototype.contains.call(root, node);
export const documentOf = (element: Element): Document =>
  Reflect.get(Node.prototype, 'ownerDocument', element) as Document;
const typeOf = (node: Node): number => Reflect.get(Node.prototype, 'nodeType', node);
export const isElement = (node: Node | ParentNode | null | undefined): node is Element =>
  node !== null && node !== undefined && typeOf(node as Node) === 1;
const childrenOf = (node: Node): Iterable<ChildNode> => Reflect.get(Node.prototype, 'childNodes', node);
const tagOf = (element: Element): string => Reflect.get(Element.prototype, 'tagName', element);

/** Says whether the element itself is hidden by attribute, class or inline style. Layout is not asked. */
export const hidesItself = (element: Element): boolean => matches(element, hiding);

/** Says whether the element is drawn as a part of the page: neither it nor an ancestor is hidden, and no layer holds it. */
export const isDrawn = (element: Element | null): boolean =>
  element !== null && !closest(element, `${hiding},${layers},${ownElements}`);

/** The first drawn element of a selector. */
export function firstDrawn(root: ParentNode, selector: string): Element | undefined {
  for (const element of all(root, selector)) if (isDrawn(element)) return element;
  return undefined;
}

/** The element's text as it is seen, without hidden parts, controls and marks of ours; spaces are single. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  gather(element, parts);
  return parts
    .join('')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function gather(node: Node, parts: string[]): void {
  for (const child of childrenOf(node)) {
    if (typeOf(child) === 3) parts.push(child.nodeValue ?? '');
    if (!isElement(child)) continue;
    const element = child;
    if (matches(element, `${ownElements},${controls},button,script,style,template,option`) || hidesItself(element))
      continue;
    if (/^(br|div|p|li|td|th|tr|ul)$/i.test(tagOf(element))) parts.push(' ');
    gather(element, parts);
  }
}

/** A value as the page shows it: its text, and the code behind it where an option carries one. */
export interface Shown {
  readonly text: string;
  readonly code?: string;
  /** The text may be a translator's; the code is Alma's still. */
  readonly translated?: true;
}

const isTag = (element: Element, tag: string): boolean => tagOf(element).toLowerCase() === tag;

/** Says whether the element is a control that can hold a field's value. */
export function isValueControl(element: Element): boolean {
  if (isTag(element, 'select') || isTag(element, 'textarea')) return true;
  return isTag(element, 'input') && !typesWithoutValue.test(element.getAttribute('type') ?? 'text');
}

/** Whether a control's value is asked for as it stands now, typed or set since, or as Alma has drawn it. */
export type Moment = 'now' | 'drawn';

/**
 * What an element shows: the value of a control at that moment, the chosen option's code and text, else the text.
 * A wrapper of one control shows what the control shows; a wrapper of several shows nothing that can be told (`undefined`).
 */
export function shownBy(element: Element, moment: Moment = 'now'): Shown | undefined {
  if (isTag(element, 'select')) return shownBySelect(element as HTMLSelectElement, moment);
  if (matches(element, controls))
    return isValueControl(element) ? { text: valueAt(element as HTMLInputElement, moment).trim() } : undefined;
  const inner = all(element, controls)
    .filter(isValueControl)
    .filter((control) => !control.closest(ownElements));
  const select = inner.find((control) => control.id.endsWith('_hiddenSelect'));
  const only = select ?? (inner.length === 1 ? inner[0] : undefined);
  if (only) return shownBy(only, moment);
  return inner.length === 0 ? { text: textOf(element), ...translationOf(element) } : undefined;
}

const translationOf = (element: Element): Pick<Shown, 'translated'> =>
  isTranslatedText(element) ? { translated: true } : {};

const valueAt = (control: HTMLInputElement, moment: Moment): string =>
  moment === 'now' ? control.value : control.defaultValue;

/** A list that was drawn with nothing chosen shows its first option. */
function shownBySelect(select: HTMLSelectElement, moment: Moment): Shown | undefined {
  const options = [...select.options];
  const marked = options.filter((option) => (moment === 'now' ? option.selected : option.hasAttribute('selected')));
  const chosen = marked.length === 0 && moment === 'drawn' && !select.multiple ? options.slice(0, 1) : marked;
  if (chosen.length > 1) return undefined;
  const option = chosen[0];
  if (!option) return { text: '', code: '' };
  return { text: (option.textContent ?? '').trim(), code: option.value.trim(), ...translationOf(select) };
}

/** What Alma writes for "nothing": no text, a hyphen or a dash. */
export const isBlank = (text: string): boolean => /^[\s\u00a0\-\u2010-\u2015\u2212]*$/.test(text);
