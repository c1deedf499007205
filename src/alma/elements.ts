import { isTranslatedText } from './translation.ts';

/** Our own elements in Alma's document: the guidance, and the marks beside rows. */
export const ownElements = 'alma-user-guard,alma-user-guard-mark';

/** What hides an element by attribute, class or inline style. */
const hiding =
  '[hidden],.hide,.hidden,.d-none,.ng-hide,.displayNone,.visibility-hidden,.dp_hidden,' +
  ['display:none', 'display: none', 'visibility:hidden', 'visibility: hidden'].map((style) => `[style*="${style}" i]`);

/** Where a second page may be drawn beside the first one (2026 pages): another record's, if any. */
export const sidePane = 'floating-sidepane';

/** Alma's header, with its searches and the recent ones. */
export const almaHeader = '#almaHeader,#almaSearch,persistent-search,#searchForm,#advSearchForm,#recentSearchesList';

/**
 * What is not the page: layers above it (a confirmation, a pick-list, an overlay menu), the side pane, and Alma's header with its searches,
 * the recent ones, and the name of who is signed in.
 */
const notThePage =
  '.modal,dialog,[role="dialog"],[role="alertdialog"],.cdk-overlay-container,template,noscript,' +
  `${sidePane},${almaHeader}`;

/** What stands in a cell or beside a field and is no part of its text: a popup about a person, and the choices made lately. */
const asides = '.popInfoContainer,[id^="POPUP_"],.jsItemsForAutocomplete';

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
export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const contains = (root: Node, node: Node | null): boolean => Node.prototype.contains.call(root, node);
export const documentOf = (element: Element): Document =>
  Reflect.get(Node.prototype, 'ownerDocument', element) as Document;
const typeOf = (node: Node): number => Reflect.get(Node.prototype, 'nodeType', node);
export const isElement = (node: Node | ParentNode | null | undefined): node is Element =>
  node !== null && node !== undefined && typeOf(node as Node) === 1;
const childrenOf = (node: Node): Iterable<ChildNode> => Reflect.get(Node.prototype, 'childNodes', node);
export const tagOf = (element: Element): string => Reflect.get(Element.prototype, 'tagName', element);

/** Says whether the element itself is hidden by attribute, class or inline style. Layout is not asked. */
export const hidesItself = (element: Element): boolean => matches(element, hiding);

/** Says whether the element is drawn as a part of the page: neither it nor an ancestor is hidden, and nothing holds it that is not the page. */
export const isDrawn = (element: Element | null): boolean =>
  element !== null && !closest(element, `${hiding},${notThePage},${ownElements}`);

/** Says whether the element stands in a popup about a person, or among the choices made lately. */
export const isAside = (element: Element): boolean => closest(element, asides) !== null;

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
    if (matches(element, `${ownElements},${asides},${controls},button,script,style,template,option`)) continue;
    if (hidesItself(element)) continue;
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

/** The numbers behind a date's text (2026 pages). */
export const dateParts = ['jsHiddenDay', 'jsHiddenMonth', 'jsHiddenYear'] as const;

/** Says whether the element is a control that can hold a field's value. */
export function isValueControl(element: Element): boolean {
  if (dateParts.some((part) => element.classList.contains(part))) return false;
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
    return isValueControl(element) ? shownByInput(element as HTMLInputElement, moment) : undefined;
  const inner = all(element, controls)
    .filter(isValueControl)
    .filter((control) => !control.closest(ownElements));
  const select = inner.find((control) => control.id.endsWith('_hiddenSelect'));
  const only = select ?? (inner.length === 1 ? inner[0] : undefined);
  if (only) return shownBy(only, moment);
  const radios = inner.length === 0 ? all<HTMLInputElement>(element, 'input[type="radio"]') : [];
  if (radios.length > 0) return shownByRadios(radios, moment);
  return inner.length === 0 ? { text: textOf(element), ...translationOf(element) } : undefined;
}

/** A text with its code, where a hidden field beside it carries one (2026 pages) and nobody has typed since. */
function shownByInput(input: HTMLInputElement, moment: Moment): Shown {
  const text = valueAt(input, moment).trim();
  const beside = matches(input, '.jsAutoCompleteClass') ? parentOf(input) : null;
  const codes = beside ? all<HTMLInputElement>(beside, 'input[type="hidden"][name^="pageBean."]:not([id])') : [];
  const code = codes.length === 1 && text !== '' && input.value === input.defaultValue ? codes[0]?.value.trim() : '';
  return code && code !== '0' ? { text, code } : { text };
}

/** The one choice that is on, by its code, in which its id ends as well; none is on where nothing was chosen. */
function shownByRadios(radios: readonly HTMLInputElement[], moment: Moment): Shown | undefined {
  const [on, ...others] = radios.filter((radio) => (moment === 'now' ? radio.checked : radio.defaultChecked));
  if (others.length > 0) return undefined;
  if (!on) return { text: '', code: '' };
  const label = on.labels?.[0];
  const code = /_VALUE_(.+)$/.exec(on.id)?.[1] ?? on.value;
  if (on.hasAttribute('value') && on.value.trim() !== code.trim()) return undefined;
  return { text: label ? textOf(label) : '', code: code.trim(), ...(label && translationOf(label)) };
}

const translationOf = (element: Element): Pick<Shown, 'translated'> =>
  isTranslatedText(element) ? { translated: true } : {};

const valueAt = (control: HTMLInputElement, moment: Moment): string =>
  moment === 'now' ? control.value : control.defaultValue;

/** The platform's code for nothing chosen. */
const noChoice = 'Null';

/** A list that was drawn with nothing chosen shows its first option. What was chosen lately stands in it once more. */
function shownBySelect(select: HTMLSelectElement, moment: Moment): Shown | undefined {
  const options = [...select.options];
  const marked = options.filter((option) => (moment === 'now' ? option.selected : option.hasAttribute('selected')));
  const chosen = marked.length === 0 && moment === 'drawn' && !select.multiple ? options.slice(0, 1) : marked;
  const [code, ...others] = new Set(chosen.map(({ value }) => value.trim()));
  if (others.length > 0) return undefined;
  if (code === undefined || code === noChoice) return { text: '', code: '' };
  const named = options.filter(({ value }) => value.trim() === code);
  const option = named.find((one) => !matches(one, '.selectionHistoryItem')) ?? named[0];
  return { text: (option?.textContent ?? '').trim(), code, ...translationOf(select) };
}

/**
 * Says whether a list has an option for no choice and none that it was drawn with: the browser then stands on the first one, and only the
 * text before it says whether anything was chosen.
 */
export const isUnsettled = (element: Element): boolean =>
  isTag(element, 'select') &&
  [...(element as HTMLSelectElement).options].some(({ value }) => value === noChoice) &&
  !first(element, 'option[selected]');

/** What Alma writes for "nothing": no text, a hyphen or a dash. */
export const isBlank = (text: string): boolean => /^[\s\u00a0\-\u2010-\u2015\u2212]*$/.test(text);
