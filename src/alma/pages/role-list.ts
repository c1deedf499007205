import { type Reading, type Role, type RolesSeen, read, unread } from '../../record/index.ts';
import type { Order } from '../dates.ts';
import {
  all,
  attributeOf,
  closest,
  contains,
  first,
  hidesItself,
  isBlank,
  isDrawn,
  matches,
  ownElements,
  parentOf,
  textOf,
} from '../elements.ts';
import { fieldMarkup } from '../markup/fields.ts';
import { holdsMoreThan, plain, wordsWith } from '../markup/known.ts';
import {
  almaList,
  anyPagerSelector,
  codedFilter,
  counterSelector,
  filterShowsAll,
  narrowed,
  pageOfPages,
  pagerSelector,
  type RoleColumn,
} from '../markup/role-list.ts';
import { tabSelector } from '../markup/user-page.ts';
import type { Anchor, RoleRow } from '../screen.ts';
import { isTranslated, isTranslatedText } from '../translation.ts';
import { readEmptyRoleList } from './empty-role-list.ts';
import { isTaught } from './field-candidates.ts';
import { almaListOf, countOf, countsBehind, isUncountable, type ListTable, numbersIn, tablesIn } from './list-count.ts';
import type { Locator } from './options.ts';
import { type RoleTable, roleTableIn } from './role-columns.ts';
import { type RoleRows, readRoleRows } from './role-rows.ts';

/** The role list as it was read. Rows are handed out for marks also where the list is not whole. */
export interface RoleListReading {
  readonly reading: Reading<readonly Role[]>;
  /** Where the list is unread: the roles on screen, each of which is held. */
  readonly seen?: RolesSeen;
  readonly rows: readonly RoleRow[];
  readonly anchors: readonly Anchor[];
}

const shownColumns = ['name', 'status', 'scope', 'expiryDate'] as const satisfies readonly RoleColumn[];

/** Reads the User Roles area. Only a list that is known to be whole is a reading; no list, or no rows without a word why, is none. */
export function readRoleList(
  root: Element,
  taught: readonly Locator[],
  order: Order | 'contradictory' | undefined,
): RoleListReading {
  const list = roleTableIn(root, taught);
  const none = list === undefined ? readEmptyRoleList(root, isNarrowedByControl) : undefined;
  if (none) return { reading: none, rows: [], anchors: [{ field: 'roles', found: true, by: 'content', sure: 'low' }] };
  if (list === undefined || list === 'contradictory') {
    const why = isTranslated(root.ownerDocument) ? 'translated' : (list ?? 'not-on-this-page');
    const lost = list === undefined && isTaught('role.name', taught) ? lostName : [];
    const anchors: Anchor[] = [{ field: 'roles', found: list !== undefined, sure: 'low' }, ...lost];
    return { reading: unread(why), rows: [], anchors };
  }
  if (isTranslatedText(list.table))
    return { reading: unread('translated'), rows: [], anchors: anchorsOf(list, taught) };
  if (list.statusUntold) return { reading: unread('unparseable'), rows: [], anchors: anchorsOf(list, taught) };
  const rows = readRoleRows(list, order);
  const reading = wholeOrUnread(rows, list, root);
  const isPart = reading.state === 'unread' && reading.why !== 'contradictory';
  return {
    reading,
    rows: rows.rows,
    anchors: anchorsOf(list, taught),
    ...(isPart ? seenOf(rows, list, root) : {}),
  };
}

const lostName: readonly Anchor[] = [{ field: 'role.name', found: false, by: 'taught', sure: 'high' }];

function anchorsOf(list: RoleTable, taught: readonly Locator[]): Anchor[] {
  const name = list.columns.name;
  return [
    { field: 'roles', found: true, by: 'content', sure: name?.sure ?? 'low' },
    ...shownColumns.map((column): Anchor => {
      const found = list.columns[column];
      return {
        field: `role.${column}`,
        found: found !== undefined,
        sure: found?.sure ?? 'low',
        ...(found ? { by: found.by } : isTaught(`role.${column}`, taught) ? { by: 'taught' as const } : {}),
      };
    }),
  ];
}

function wholeOrUnread(found: RoleRows, list: RoleTable, root: Element): Reading<readonly Role[]> {
  const { rows, unreadable, saysNone, drawn, heldBack } = found;
  if (!drawn) return unread('unparseable');
  const box = listBox(list.table, root);
  const counted = countOf(list, root);
  const behind = countsBehind(list, root);
  if (isFiltered(list, box, root) || isPaged(list, box, root, counted !== undefined) || isBusy(list.table))
    return unread('partial');
  if (behind.some((count) => count > rows.length + unreadable)) return unread('partial');
  if (counted === undefined && isUncountable(list, root)) return unread('partial');
  if (unreadable > 0) return unread('unparseable');
  if (counted === 'unclear') return unread('partial');
  if (counted !== undefined && counted !== rows.length)
    return unread(counted > rows.length ? 'partial' : 'contradictory');
  if (counted === undefined && behind.some((count) => count < rows.length)) return unread('contradictory');
  if (counted === undefined && !saysNone) {
    if (rows.length === 0) return unread('unparseable');
    // Alma draws a pager where a list goes on: without one, what is drawn is whole unless something speaks of more.
    if (heldBack > 0 || speaksOfMore(list.table, box, rows.length, behind.length > 0) || isFullPage(box, rows.length))
      return unread('partial');
  }
  if (rows.length > 0 && saysNone) return unread('contradictory');
  return read(rows.map((row) => row.role));
}

/** What is on screen of a list that is not whole. Of one that is being drawn nobody knows whose the rows are. */
function seenOf({ rows }: RoleRows, list: RoleTable, root: Element): { readonly seen?: RolesSeen } {
  if (rows.length === 0 || isBusy(list.table)) return {};
  const counted = countOf(list, root);
  const counts = [...countsBehind(list, root), ...(typeof counted === 'number' ? [counted] : [])];
  const most = Math.max(0, ...counts);
  const total = most > rows.length ? { total: most } : {};
  return { seen: { roles: rows.map(({ role }) => role), ...total } };
}

/**
 * How much of a list of Alma's stands on screen in so many rows: the whole only where its own counter names just so many, no page
 * is left to turn to, and no filter or search narrows it. `total` is the counter's number, where there is one.
 */
export function extentOf(
  list: ListTable,
  root: Element,
  rows: number,
): { readonly whole: boolean; readonly total?: number } {
  const box = listBox(list.table, root);
  const total = countOf(list, root);
  const isMore = countsBehind(list, root).some((count) => count > rows);
  const isNarrowed = isMore || isFiltered(list, box, root) || isPaged(list, box, root, true) || isBusy(list.table);
  return { whole: total === rows && !isNarrowed, ...(typeof total === 'number' ? { total } : {}) };
}

/** The list's own container, else the largest box around it that holds no other list. */
function listBox(table: Element, root: Element): Element {
  const own = almaListOf(table);
  if (own) return own;
  let box = table;
  if (holdsTheRecord(table)) return table;
  for (let next = parentOf(box); next && next !== root && contains(root, next); next = parentOf(box)) {
    if (matches(next, 'form') || tablesIn(next).length > 1 || addsTheRecord(next, box)) break;
    box = next;
  }
  return box;
}

/** Fields whose labels do not stand above a list of roles: a box with one of them is the record's, not the list's. */
const recordLabels = (
  ['primaryId', 'firstName', 'lastName', 'userGroup', 'accountType', 'recordType', 'purgeDate'] as const
).map((field) => fieldMarkup[field].labels);

const signsOfTheRecord = `#breadcrumbs,${tabSelector}`;

const isRecordLabel = (label: Element): boolean => wordsWith(textOf(label), ...recordLabels) !== undefined;

const holdsTheRecord = (box: Element): boolean =>
  first(box, signsOfTheRecord) !== null || all(box, 'label').some(isRecordLabel);

const isOfTheRecord = (element: Element): boolean =>
  matches(element, signsOfTheRecord) || (matches(element, 'label') && isRecordLabel(element));

/** Whether a box holds the record in what it has beside another, in which it is not: a long list is looked through once. */
const addsTheRecord = (box: Element, inner: Element): boolean =>
  [...box.children].some((child) => isOfTheRecord(child) || (child !== inner && holdsTheRecord(child)));

/** A counter that is not drawn, or is empty where no other number stands behind it, or a number beside the list that could count more rows than there are. */
function speaksOfMore(table: Element, box: Element, rows: number, isTold: boolean): boolean {
  const beside = textOf(box).replace(textOf(table), ' ');
  const isOnePage = [...beside.matchAll(pageOfPages)].some(([, page, pages]) => Number(page) < Number(pages));
  const counters = all(box, counterSelector).filter((counter) => !isTold || !isBlank(textOf(counter)));
  return isOnePage || counters.length > 0 || numbersIn(beside).some((number) => number > rows);
}

/** More than one page to turn to: numbered ones beside a counter; without one, anything in a pager that can be clicked. */
function isPaged(list: ListTable, box: Element, root: Element, isCounted: boolean): boolean {
  const inside = [...box.querySelectorAll(isCounted ? pagerSelector : anyPagerSelector)];
  const pagers = [...inside, ...pagersBeside(list, box, root)].filter(
    (pager) => isDrawn(pager) && !list.table.contains(pager),
  );
  return pagers.some((pager) => {
    const links = [pager, ...pager.querySelectorAll('a,button')].filter(
      (link) => link.matches('a,button') && !link.closest('.disabled,[disabled],[aria-disabled="true"]'),
    );
    return isCounted ? links.filter((link) => /^\p{Nd}+$/u.test(textOf(link))).length > 1 : links.length > 0;
  });
}

/** Pagers outside of a list's container that may be its own: those by its name, and those that no other list's name is in. */
function pagersBeside({ listId }: ListTable, box: Element, root: Element): Element[] {
  const outside = all(root, pagerSelector).filter((pager) => !contains(box, pager) && !closest(pager, almaList));
  if (outside.length === 0) return [];
  const others = tablesIn(root).map(({ id }) => id.replace('TABLE_DATA_', ''));
  return outside.filter((pager) => !others.some((id) => id !== listId && pager.id.endsWith(id)));
}

/** A list that Alma is drawing at this moment. */
function isBusy(table: Element): boolean {
  return (
    table.closest('[aria-busy="true"]') !== null ||
    table.querySelector('[aria-busy="true"],.sel-loading,mat-spinner') !== null
  );
}

const filterControls = 'select,input,textarea';
/** Forms above a list that add something to it (high for the first two, low for the others). */
const formsAbove = '[id^="ADD_HIDERADIO"],[id^="widgetId"],.linkActionWidget,[id^="pageBeannew"],[id^="pageBeanadd"]';

/** A filter or an in-list search with anything in it; controls of the rows and of forms above the list are none. */
function isFiltered(list: ListTable, box: Element, root: Element): boolean {
  return isFilteredByControl(list, box, root) || (box !== list.table && isFilteredInWords(list.table, box));
}

/** The same of a list without a table. */
const isNarrowedByControl = (container: Element): boolean =>
  [...container.querySelectorAll(filterControls)].some((control) => !control.closest(formsAbove) && narrows(control));

function isFilteredByControl({ table, listId }: ListTable, box: Element, root: Element): boolean {
  const near = box === table ? [] : [...box.querySelectorAll(filterControls)];
  // Of a list with a container of its own nothing stands elsewhere, and what stands there is another list's.
  const named = (almaListOf(table) ? [] : all(root, filterControls)).filter(
    (control) =>
      !table.contains(control) &&
      (/filter/i.test(control.id) ||
        (listId !== '' && control.closest(`[id^="find_${listId}"],[id="find_${listId}"]`))),
  );
  return [...new Set([...near, ...named])].some(
    (control) => !table.contains(control) && !control.closest(formsAbove) && narrows(control),
  );
}

/** Longer texts beside a list explain something; they are not what a filter says of itself. */
const longestFilterText = 80;
const notSpoken = `option,script,style,template,${ownElements}`;

/** A filter that stands beside the list as a link or a text, with what it lets through. */
function isFilteredInWords(table: Element, box: Element): boolean {
  const pieces = [...piecesBeside(table, box)];
  return pieces.some(({ text, marked }, at) => saysFiltered(text, pieces[at + 1]?.text ?? '', marked));
}

/** A text beside the list, empty for a control; `marked` where its own element is called a filter. */
interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The texts around a list in the order of the page, without those of forms above it and of labels: their controls speak for themselves. */
function* piecesBeside(table: Element, part: Element): Generator<Piece> {
  for (const node of part.childNodes) {
    const text = node.nodeType === 3 ? (node.nodeValue ?? '').trim() : '';
    if (text !== '') yield { text, marked: /filter/i.test(`${part.id} ${part.getAttribute('class')}`) };
    if (node.nodeType !== 1 || node === table) continue;
    const element = node as Element;
    if (element.matches(filterControls)) yield { text: '', marked: false };
    else if (element.matches('.tableFilter') && first(element, codedFilter)) continue;
    else if (!element.matches(`${notSpoken},${formsAbove}`) && !speaksForControl(element) && !hidesItself(element))
      yield* piecesBeside(table, element);
  }
}

const speaksForControl = (element: Element): boolean =>
  element.tagName === 'LABEL' && (element as HTMLLabelElement).control !== null;

/** A text says so by itself, or names a filter and has what that lets through after its colon. */
function saysFiltered(text: string, next: string, marked: boolean): boolean {
  if (text.length > longestFilterText || isAll(text)) return false;
  if (wordsWith(text, narrowed) || holdsMoreThan(text, narrowed)) return true;
  const [, name = '', value = ''] = /^([^:]*):?(.*)$/s.exec(text) ?? [];
  const isNamed = /filt[er]/.test(plain(name));
  if (/:\s*$/.test(text)) return isNamed && !isAll(next);
  if (isNamed) return /[1-9]/.test(name) || !isAll(value);
  return marked && !isAll(text);
}

function narrows(control: Element): boolean {
  if (control.matches(codedFilter)) return withTwins(control).some(({ value }) => !isEverything(value));
  if (control.tagName === 'SELECT') {
    if (isPageSize(control as HTMLSelectElement)) return false;
    const chosen = chosenIn(control as HTMLSelectElement);
    return chosen !== undefined && !isAll(chosen.value) && !isAll(chosen.textContent ?? '');
  }
  // The text that shows which code a filter stands on says the same in words, which may be those of any language.
  const spokenFor = closest(control, '.tableFilter');
  if (spokenFor && first(spokenFor, codedFilter)) return false;
  const input = control as HTMLInputElement;
  if (/^(hidden|button|submit|image|reset|radio)$/.test(input.type)) return false;
  if (input.type === 'checkbox') return input.checked && (/filter/i.test(control.id) || isLabelledNarrowing(input));
  return !isBlank(input.value) && !isAll(input.value);
}

/** A filter with the hidden fields of its own name beside it, which say what Alma was asked for also before its list was set. */
const withTwins = (control: Element): readonly { readonly value: string }[] => [
  control as HTMLSelectElement,
  ...all<HTMLInputElement>(parentOf(control) ?? control, 'input[type="hidden"]').filter(
    ({ name }) => name !== '' && name === attributeOf(control, 'name'),
  ),
];

/** The platform's code for a filter that leaves nothing out; a filter that was never used may have none. */
const isEverything = (code: string): boolean => /^(all|null)?$/i.test(code.trim());

const isLabelledNarrowing = ({ labels }: HTMLInputElement): boolean =>
  [...(labels ?? [])].some((label) => holdsMoreThan(textOf(label), narrowed));

const chosenIn = (select: HTMLSelectElement): HTMLOptionElement | undefined =>
  [...select.options].find((option) => option.selected);

/** Nothing but numbers to choose from: how many rows a page has. Roles and statuses have names, and filters are called so. */
const isPageSize = ({ id, name, options }: HTMLSelectElement): boolean =>
  !/filter|_hiddenSelect/i.test(id + name) &&
  options.length > 1 &&
  [...options].every(({ text }) => /^\p{Nd}+$/u.test(text.trim()));

/** As many rows as a page may have: without a counter nobody knows whether there is another page. */
function isFullPage(box: Element, rows: number): boolean {
  const sizes = [...box.querySelectorAll('select')].filter(isPageSize).map((select) => chosenIn(select)?.text ?? '');
  return sizes.flatMap(numbersIn).some((size) => size <= rows);
}

const isAll = (text: string): boolean =>
  isBlank(text) || /^(all|any|0|-1)$/i.test(text.trim()) || wordsWith(text, filterShowsAll) !== undefined;
