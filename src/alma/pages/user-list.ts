import { type Reading, read, recordOf, type UserFields, type UserRecord, unread } from '../../record/index.ts';
import type { Order } from '../dates.ts';
import {
  allById,
  documentOf,
  first,
  firstDrawn,
  hidesItself,
  isAside,
  isBlank,
  isDrawn,
  parentOf,
  textOf,
} from '../elements.ts';
import { noPrimaryId } from '../markup/fields.ts';
import { wordsWith } from '../markup/known.ts';
import {
  ambiguousColumnId,
  listSurroundings,
  type UserColumn,
  userColumnIds,
  userColumnTexts,
  userListTitles,
} from '../markup/user-list.ts';
import { userListId } from '../markup/user-page.ts';
import { placeIn } from '../place.ts';
import type { Place, UserListScreen, UserRow } from '../screen.ts';
import { isTranslated, isTranslatedText } from '../translation.ts';
import { usersOf } from './entities.ts';
import { codeOf, dayIn, orderFor } from './fields.ts';
import { almaListOf } from './list-count.ts';
import type { ReadingOptions } from './options.ts';
import { isPickList } from './page-name.ts';
import { isOtherPath } from './recognise.ts';
import { type Header, headersOf } from './role-columns.ts';
import { cellIn, numberOf, shownInCell, stateOfToggle } from './role-rows.ts';

interface UserTable {
  readonly table: Element;
  readonly list: string;
  readonly headerCount: number;
  readonly columns: { readonly [C in UserColumn]?: Header };
}

/** At least this many columns of a user must be known before a table without Alma's list id is taken for the user list. */
const enoughColumns = 4;

/**
 * Recognises the user list in the top document: Alma's own list id with a column of names or identifiers, or the page's title, or its
 * own word that it is about several users, with a table whose headers are those of a user list. `undefined` on every other page, a pick-list's frame included.
 */
export function readUserList(document: Document, options: () => ReadingOptions): UserListScreen | undefined {
  const view = document.defaultView;
  if (!view || view.top !== view || isOtherPath(document.location) || isPickList(document)) return undefined;
  const found = userTableIn(document);
  if (!found) return undefined;
  const { list } = found;
  return {
    kind: 'user-list',
    key: `user list ${list}`,
    list,
    hasIdentifiers: found.columns.primaryId !== undefined,
    columns: Object.keys(found.columns),
    place: () => placeIn(document) ?? beforeList(document),
    container: () => {
      const now = userTableIn(document);
      return now && containerOf(now.table);
    },
    rows: () => rowsOf(document, options),
    row: (at) => rowAt(document, options, at),
  };
}

/** Where the page has neither header nor tabs. */
function beforeList(document: Document): Place | undefined {
  const found = userTableIn(document);
  const container = found && containerOf(found.table);
  const parent = container && parentOf(container);
  return parent ? { parent, before: container } : undefined;
}

function userTableIn(document: Document): UserTable | undefined {
  const own = allById(document, userListId).find(isDrawn);
  if (own) {
    const table = asUserTable(own);
    // Alma's id says that it is the list also where headers that have none are in a translator's words.
    return table.columns.name || table.columns.primaryId || isTranslated(document) ? table : undefined;
  }
  const title = firstDrawn(document, '#breadcrumbs .pageTitle');
  const isTitled = title !== undefined && wordsWith(titleWords(title), userListTitles) !== undefined;
  if (!isTitled && usersOf(document).length < 2) return undefined;
  const tables = [...document.querySelectorAll('table')].filter(isDrawn).map(asUserTable).filter(isUserTable);
  return tables.length === 1 ? tables[0] : undefined;
}

/** The title without the counter that stands in it beside a list. */
const titleWords = (title: Element): string => textOf(title).replace(/\s*\(?\d[\d\s.,]*-.*$/, '');

const isUserTable = ({ columns }: UserTable): boolean =>
  (columns.name ?? columns.primaryId) !== undefined && Object.keys(columns).length >= enoughColumns;

function asUserTable(table: Element): UserTable {
  const headers = headersOf(table);
  const list = /^TABLE_DATA_(.+)$/.exec(table.id)?.[1] ?? '';
  const told = headers.map(({ element, key, text }) => columnOf(key, isTranslatedText(element) ? '' : text));
  const columns: { [C in UserColumn]?: Header } = {};
  for (const header of headers) {
    const column = told[header.index];
    if (column && told.indexOf(column) === told.lastIndexOf(column)) columns[column] = header;
  }
  return { table, list, headerCount: headers.length, columns };
}

/** What a header stands for: its id says it, or its text; where the two disagree, nobody knows. */
function columnOf(key: string | undefined, text: string): UserColumn | undefined {
  const byText = (Object.keys(userColumnTexts) as UserColumn[]).find((column) =>
    wordsWith(text, userColumnTexts[column]),
  );
  if (key === undefined || ambiguousColumnId.test(key)) return byText;
  const byId = userColumnIds.find(([, pattern]) => pattern.test(key))?.[0];
  if (byId === 'other') return undefined;
  return byId === undefined || byText === undefined || byId === byText ? (byId ?? byText) : undefined;
}

/** The smallest element that holds the table together with its counter, pager or search field. */
function containerOf(table: Element): Element {
  const own = almaListOf(table);
  if (own) return own;
  const inner = parentOf(table) ?? table;
  for (let at: Element | null = inner; at && at !== documentOf(at).body; at = parentOf(at)) {
    if (first(at, listSurroundings)) return at;
  }
  return inner;
}

function rowsOf(document: Document, options: () => ReadingOptions): UserRow[] {
  const found = userTableIn(document);
  if (!found) return [];
  const order = orderFor(containerOf(found.table), options());
  return linesOf(found).flatMap((line) => readLine(line, found, order) ?? []);
}

const linesOf = ({ table }: UserTable): Element[] =>
  [...table.querySelectorAll(':scope > tbody > tr')].filter((line) => !hidesItself(line));

function rowAt(document: Document, options: () => ReadingOptions, at: Element | number): UserRow | undefined {
  const found = userTableIn(document);
  if (!found) return undefined;
  const line = linesOf(found).find((row) => (typeof at === 'number' ? numberOf(row) === at : row.contains(at)));
  return line && readLine(line, found, orderFor(containerOf(found.table), options()));
}

function readLine(
  line: Element,
  { columns, headerCount }: UserTable,
  order: Order | 'contradictory' | undefined,
): UserRow | undefined {
  const cellOf = (column: UserColumn): Element | undefined => cellIn(line, columns[column], headerCount);
  const cell = cellOf('name') ?? cellOf('primaryId');
  return cell && { element: line, cell, end: () => endOf(cell), record: recordIn(cellOf, order) };
}

/** Elements whose last child is part of the running text: a mark stands there, not on a line of its own. */
const blocks = /^(DIV|P|SPAN|LI|UL|SECTION)$/;

/** The end of a cell's running text: within its last block, never within a control or a link, and in nothing that is hidden or stands aside. */
function endOf(cell: Element): Element {
  let end = cell;
  for (let last = lastOf(cell); last && blocks.test(last.tagName); last = lastOf(last)) {
    if (last.nextSibling?.textContent?.trim()) break;
    end = last;
  }
  return end;
}

const lastOf = (element: Element): Element | undefined =>
  [...element.children].findLast((child) => !hidesItself(child) && !isAside(child));

function recordIn(
  cellOf: (column: UserColumn) => Element | undefined,
  order: Order | 'contradictory' | undefined,
): UserRecord {
  const reading = <T>(column: UserColumn, parse: (text: string) => T | undefined): Reading<T> => {
    const cell = cellOf(column);
    if (!cell) return unread('not-on-this-page');
    const shown = shownInCell(cell);
    if (shown?.translated) return unread('translated');
    const text = shown?.text;
    const value = text === undefined ? undefined : parse(text);
    return value === undefined ? unread('unparseable') : read(value);
  };
  const orBlank = <T>(column: UserColumn, parse: (text: string) => T | undefined): Reading<T | null> =>
    reading(column, (text) => (isBlank(text) ? null : parse(text)));
  const coded = <F extends 'accountType' | 'recordType' | 'status'>(field: F): Reading<UserFields[F]> =>
    reading(field, (text) => codeOf(field, [{ text }])?.value);
  return {
    ...recordOf({}, 'not-on-this-page'),
    primaryId: reading('primaryId', (text) => (isBlank(text) || noPrimaryId.test(text) ? undefined : text)),
    name: orBlank('name', (text) => text),
    accountType: coded('accountType'),
    recordType: coded('recordType'),
    status: agreedStatus(coded('status'), toggledStatus(cellOf('active'))),
    userGroup: orBlank('userGroup', (text) => text),
    expiryDate: orBlank('expiryDate', (text) => dayIn(text, order)),
    purgeDate: orBlank('purgeDate', (text) => dayIn(text, order)),
  };
}

/** The status that the row's Active toggle shows; `undefined` when there is no toggle, or it does not say. */
function toggledStatus(cell: Element | undefined): 'ACTIVE' | 'INACTIVE' | undefined {
  const toggle = cell?.querySelector(
    'input[type="checkbox"],[role="switch"],[role="checkbox"],[aria-checked],[aria-pressed]',
  );
  const ofPlatform = cell?.querySelector('.checkContainer');
  if (ofPlatform) return stateOfToggle(ofPlatform);
  if (!toggle) return undefined;
  const told = toggle.getAttribute('aria-checked') ?? toggle.getAttribute('aria-pressed');
  const isOn = toggle instanceof HTMLInputElement ? toggle.checked : told === null ? undefined : told === 'true';
  return isOn === undefined ? undefined : isOn ? 'ACTIVE' : 'INACTIVE';
}

/** Status column and toggle say the same, or neither is believed. */
function agreedStatus(
  shown: Reading<UserFields['status']>,
  toggled: 'ACTIVE' | 'INACTIVE' | undefined,
): Reading<UserFields['status']> {
  if (toggled === undefined) return shown;
  if (shown.state === 'unread') return read(toggled);
  return shown.value === toggled ? shown : unread('contradictory');
}
