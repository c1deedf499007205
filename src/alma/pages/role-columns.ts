import { all, isAside, isDrawn, textOf } from '../elements.ts';
import { plain, type Sure, wordsWith } from '../markup/known.ts';
import { columnIds, columnTexts, foreignList, nameInRoleList, type RoleColumn } from '../markup/role-list.ts';
import type { Anchor } from '../screen.ts';
import { isTaught } from './field-candidates.ts';
import type { Locator } from './options.ts';

/** A column of the role list: the last part of its header's id, its place among the headers, and what it was told by. */
export interface Column {
  readonly key: string | undefined;
  readonly index: number;
  readonly by: NonNullable<Anchor['by']>;
  readonly sure: Sure;
}

/** The role list's table with its columns; `name` is always among them. */
export interface RoleTable {
  readonly table: Element;
  readonly listId: string;
  readonly headerCount: number;
  readonly columns: { readonly [C in RoleColumn]?: Column };
  /** True when a column that nobody can tell may hold the status: then the roles cannot be read. */
  readonly statusUntold: boolean;
}

/** A header of a list: its id, the column's part of that id, its text and its place in the row. */
export interface Header {
  readonly element: Element;
  readonly id: string;
  readonly key: string | undefined;
  readonly text: string;
  readonly index: number;
}

/**
 * The role list, found by content: header ids that speak of roles, else header texts. `undefined`: there is none;
 * `contradictory`: more than one table may be it, or its columns cannot be told apart.
 */
export function roleTableIn(root: Element, taught: readonly Locator[]): RoleTable | 'contradictory' | undefined {
  const tables = all(root, 'table').filter(
    (table) => isDrawn(table) && !isAside(table) && isInnermost(table) && !foreignList.test(listIdOf(table)),
  );
  const found = tables.map((table) => asRoleTable(table, taught)).filter((table) => table !== undefined);
  return found.length > 1 ? 'contradictory' : found[0];
}

/** A popup in a cell may hold a table of its own. */
const isInnermost = (table: Element): boolean => all(table, 'table').every(isAside);

function asRoleTable(table: Element, taught: readonly Locator[]): RoleTable | 'contradictory' | undefined {
  const listId = listIdOf(table);
  const headers = headersOf(table);
  const columns = isTaught('role.name', taught)
    ? taughtColumns(headers, taught)
    : withTaught(ownColumns(headers, listId), headers, taught);
  if (columns === undefined || columns === 'contradictory') return columns;
  return {
    table,
    listId,
    headerCount: headers.length,
    columns,
    statusUntold: !columns.status && (isTaught('role.status', taught) || hasUntold(headers, columns, taught)),
  };
}

/** The headers of a list, each with the part of its id that names the column. */
export function headersOf(table: Element): Header[] {
  const listId = listIdOf(table);
  const row = [...table.querySelectorAll('tr')].find((candidate) => candidate.querySelector('th'));
  const cells = row ? [...row.children].filter((cell) => /^t[hd]$/i.test(cell.tagName)) : [];
  const start = `SELENIUM_ID_${listId}_HEADER_`;
  return cells.map((cell, index) => {
    const holder = cell.id.startsWith('SELENIUM_ID_') ? cell : cell.querySelector('[id*="_HEADER_"]');
    const id = holder?.id ?? '';
    const key = listId && id.startsWith(start) ? id.slice(start.length) : /_HEADER_(.+)$/.exec(id)?.[1];
    return { element: cell, id, key, text: textOf(cell) || titleOf(cell), index };
  });
}

/** A header's name where it stands in its title alone; question marks are what the platform writes where it has none. */
const titleOf = (cell: Element): string => (cell.getAttribute('title') ?? '').replace(/^\?+$/, '').trim();

const listIdOf = (table: Element): string => /^TABLE_DATA_(.+)$/.exec(table.id)?.[1] ?? '';

const shownColumns = ['name', 'status', 'scope', 'expiryDate'] as const;

/** The list in which the role's name was taught, and in no other; `undefined` where that header is not. */
function taughtColumns(headers: readonly Header[], taught: readonly Locator[]): RoleTable['columns'] | undefined {
  const name = taughtColumn('name', headers, taught);
  if (!name) return undefined;
  const others = headers.filter(({ index }) => index !== name.index);
  const columns: { [C in RoleColumn]?: Column } = { name };
  for (const column of ['status', 'scope', 'expiryDate', 'code'] as const) {
    const [only, another] = headersOfColumn(column, others, false, true);
    if (only && !another) columns[column] = only;
  }
  return withTaught(columns, headers, taught);
}

/** Taught columns go before all others of their kind; one that stops matching is missing, and not guessed around. */
function withTaught<Found extends RoleTable['columns'] | 'contradictory' | undefined>(
  found: Found,
  headers: readonly Header[],
  taught: readonly Locator[],
): Found {
  if (found === undefined || found === 'contradictory') return found;
  const columns: { [C in RoleColumn]?: Column } = { ...(found as RoleTable['columns']) };
  for (const column of shownColumns) {
    if (!isTaught(`role.${column}`, taught)) continue;
    const own = taughtColumn(column, headers, taught);
    for (const other of shownColumns) if (columns[other]?.index === own?.index) delete columns[other];
    if (own) columns[column] = own;
    else delete columns[column];
  }
  return (columns.name ? columns : 'contradictory') as Found;
}

function taughtColumn(
  column: (typeof shownColumns)[number],
  headers: readonly Header[],
  taught: readonly Locator[],
): Column | undefined {
  const own = taught.filter((locator) => locator.on && locator.field === `role.${column}`);
  const [header, another] = headers.filter((one) => own.some((locator) => isTaughtHeader(one, locator)));
  return header && !another ? { key: header.key, index: header.index, by: 'taught', sure: 'high' } : undefined;
}

/** A list that was found by what a person taught may have a status under any header that nobody can tell. */
function hasUntold(headers: readonly Header[], columns: RoleTable['columns'], taught: readonly Locator[]): boolean {
  const told = new Set(Object.values(columns).map((column) => column?.index));
  return (
    isTaught('role.name', taught) &&
    headers.some(({ key, text, index }) => {
      if (told.has(index) || (key === undefined && plain(text) === '')) return false;
      const known = columnIds.find(([, pattern]) => key !== undefined && pattern.test(key))?.[0];
      return (known ?? columnByText(text) ?? 'status') === 'status';
    })
  );
}

const isTaughtHeader = (header: Header, { by, value }: Locator): boolean =>
  by === 'header'
    ? header.id !== '' && header.id === value
    : by === 'header-text' && plain(header.text) === plain(value);

function ownColumns(headers: readonly Header[], listId: string): RoleTable['columns'] | 'contradictory' | undefined {
  const isRoleList = /role/i.test(listId);
  const speaksOfRoles = headers.some((header) => header.key !== undefined && /role/i.test(header.key));
  const byText = headers.map((header) => columnByText(header.text));
  if (
    !speaksOfRoles &&
    !isRoleList &&
    !(byText.includes('name') && (byText.includes('scope') || byText.includes('status')))
  )
    return undefined;
  const columns: { [C in RoleColumn]?: Column } = {};
  for (const column of ['name', 'status', 'scope', 'expiryDate', 'code'] as const) {
    const found = headersOfColumn(column, headers, isRoleList, speaksOfRoles);
    const [only] = found.length > 1 ? found.filter(({ key }) => /name$/i.test(key ?? '')) : found;
    if (found.length > 1 && column === 'name' && !only) return 'contradictory';
    if (only) columns[column] = only;
  }
  if (!columns.name) return speaksOfRoles || byText.includes('name') ? 'contradictory' : undefined;
  // A status that is there and cannot be told must not be passed over: an inactive role would look like an active one.
  const hasStatus = headers.some(
    (header) => columnById(header.key, false) === 'status' || columnByText(header.text) === 'status',
  );
  return hasStatus && !columns.status ? 'contradictory' : columns;
}

function headersOfColumn(
  column: RoleColumn,
  headers: readonly Header[],
  isRoleList: boolean,
  speaksOfRoles: boolean,
): Column[] {
  const byId = headers.filter((header) => columnById(header.key, isRoleList && !speaksOfRoles) === column);
  const told = byId.length > 1 ? byId.filter((header) => columnByText(header.text) === column) : byId;
  if (byId.length > 0) {
    const agreeing = (told.length > 0 ? told : byId).filter((header) =>
      [undefined, column].includes(columnByText(header.text)),
    );
    // The words of another header say that it is this column, and those of these do not: nobody knows which is right.
    const isDoubted = headers.some(
      (header) => !byId.includes(header) && columnByText(header.text) === column && isFree(header, column),
    );
    if (isDoubted && agreeing.every(({ text }) => columnByText(text) === undefined)) return [];
    return agreeing.map(({ key, index }) => ({ key, index, by: 'header', sure: 'low' }));
  }
  return headers
    .filter((header) => columnByText(header.text) === column && isFree(header, column))
    .map(({ key, index, text }) => ({
      key,
      index,
      by: 'header-text',
      sure: wordsWith(text, columnTexts[column])?.sure ?? 'low',
    }));
}

/** Whether a header's id says nothing else than that it is the column. */
const isFree = ({ key }: Header, column: RoleColumn): boolean => [undefined, column].includes(columnById(key, false));

/** The column that a header's or a cell's id speaks of. */
export function columnById(key: string | undefined, nameWithoutRole = false): RoleColumn | undefined {
  if (key === undefined) return undefined;
  const known = columnIds.find(([, pattern]) => pattern.test(key))?.[0];
  if (known === undefined) return nameWithoutRole && nameInRoleList.test(key) ? 'name' : undefined;
  return known === 'other' ? undefined : known;
}

function columnByText(text: string): RoleColumn | undefined {
  const columns = ['name', 'status', 'scope', 'expiryDate', 'code'] as const;
  return columns.find((column) => wordsWith(text, columnTexts[column]));
}
