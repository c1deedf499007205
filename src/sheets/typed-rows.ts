import type { Day } from '../record/index.ts';
import { formulaWithoutResult } from './cell-marks.ts';
import { type DateCell, orderBy, orderedDay } from './dates.ts';
import { answerFor, type Collected, type RawRow } from './table.ts';
import type {
  Column,
  ColumnDateOrder,
  DateColumn,
  Question,
  SheetKind,
  SheetRow,
  SheetTable,
  UnreadRow,
  UnreadRowReason,
} from './types.ts';
import { accountTypeOf, isErrorText, recordTypeOf, roleStatusOf, statusOf } from './words.ts';

/** What a table is, by its columns. */
export function kindOf(columns: readonly Column[]): SheetKind {
  const has = (...wanted: Column[]) => wanted.some((column) => columns.includes(column));
  if (has('decision')) return 'answers';
  if (has('roleType', 'roleCode')) return 'analytics-roles';
  if (has('lastLogin')) return 'staff-login-report';
  return columns.length > 1 ? 'analytics-users' : 'identifiers';
}

interface Orders {
  byColumn: Map<DateColumn, ColumnDateOrder>;
  byHeading: Record<string, ColumnDateOrder>;
}

const headingOf = (table: Collected, column: Column) =>
  table.headings.find((heading) => heading.column === column)?.heading ?? '';

/** The order of each date column, by its own cells or by what a person has answered; else the question to ask. */
function dateOrders(table: Collected): Orders | { question: Question } {
  const orders: Orders = { byColumn: new Map(), byHeading: Object.create(null) };
  for (const [column, { evidence }] of table.dates) {
    const heading = headingOf(table, column);
    const order = orderBy(evidence);
    if (order === 'none') continue;
    const told = answerFor(table.source.options.dateOrders, heading);
    const known = order === 'ask' ? told : order;
    if (!known) {
      const { sheet } = table.source;
      const question = { ask: 'date-order', needsDateOrder: heading, samples: evidence.samples } as const;
      return { question: sheet === undefined ? question : { ...question, sheet } };
    }
    orders.byColumn.set(column, known);
    orders.byHeading[heading] = known;
  }
  return orders;
}

/** A spreadsheet's short form of a long number: the digits behind it are gone. */
const shortened = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;

type Numbers = Extract<DateCell, { state: 'numbers' }>;

interface Flaw {
  reason: UnreadRowReason;
  column?: Column;
}

function identifierFlaw(identifier: string, row: RawRow, columnCount: number): Flaw | undefined {
  if (row.sure === 0) return { reason: 'broken-row' };
  if (identifier === formulaWithoutResult) return { reason: 'error-cell', column: 'identifier' };
  if (isErrorText(identifier) || shortened.test(identifier))
    return { reason: 'damaged-identifier', column: 'identifier' };
  const others = row.cells.filter((cell) => cell !== '').length - 1;
  if (columnCount > 1 && others <= 0 && identifier.split(/\s+/).length > 3) return { reason: 'not-a-row' };
  return identifier === '' ? { reason: 'no-identifier', column: 'identifier' } : undefined;
}

/** Reads the cells of one row; every cell that cannot be understood is noted, and stays absent from the row. */
function createCellReader(table: Collected, orders: Orders, kind: SheetKind) {
  const place = new Map(table.columns.map((column, at) => [column, at]));
  let row: RawRow = { line: 0, cells: [], sure: 0 };
  let flaws: Flaw[] = [];
  let unreadable: Column[] = [];

  /** A column holds far fewer different days than rows, and a cell of the same text is the same object. */
  const orderedDays = new Map<Numbers, Day | undefined>();
  function ordered(cell: Numbers, order: ColumnDateOrder): Day | undefined {
    if (!orderedDays.has(cell)) orderedDays.set(cell, orderedDay(cell, order));
    return orderedDays.get(cell);
  }

  function flaw(reason: UnreadRowReason, column: Column): undefined {
    flaws.push({ reason, column });
    unreadable.push(column);
    return undefined;
  }

  /** The text of a cell; `undefined`: no such column, or not to be trusted; `null`: blank. */
  function text(column: Column): string | null | undefined {
    const at = place.get(column);
    if (at === undefined) return undefined;
    if (at >= row.sure) return flaw('broken-row', column);
    const cell = row.cells[at] as string;
    if (isErrorText(cell)) return flaw('error-cell', column);
    return cell === '' ? null : cell;
  }

  function day(column: DateColumn): Day | null | undefined {
    const raw = text(column);
    if (raw === undefined || raw === null) return raw;
    const cell = table.dates.get(column)?.cells.get(raw);
    if (cell?.state === 'blank') return null;
    if (cell?.state === 'day') return cell.day;
    // 05/05/2026 is the same day in both orders.
    const found = cell?.state === 'numbers' ? ordered(cell, orders.byColumn.get(column) ?? 'dmy') : undefined;
    return found ?? flaw('unreadable-date', column);
  }

  function word<T>(column: Column, reader: (raw: string) => T | undefined): T | undefined {
    const raw = text(column);
    if (raw === undefined || raw === null) return undefined;
    return reader(raw) ?? flaw('unknown-word', column);
  }

  function name(): string | null | undefined {
    const full = text('fullName');
    const parts = [text('lastName'), text('firstName')];
    if (parts.every((part) => part === undefined)) return full;
    if (unreadable.includes('lastName') || unreadable.includes('firstName')) return undefined;
    return parts.filter((part) => part !== undefined && part !== null).join(', ') || full || null;
  }

  function role(): SheetRow['role'] {
    if (kind !== 'analytics-roles') return undefined;
    const code = text('roleCode');
    const named = text('roleType') ?? code;
    const status = word('roleStatus', roleStatusOf);
    const expiryDate = day('roleExpiryDate');
    const scope = text('roleScope');
    if (!named) return unreadable.includes('roleType') ? undefined : flaw('no-role', 'roleType');
    return {
      name: named,
      ...(code ? { code } : {}),
      ...(status ? { status } : {}),
      ...(scope ? { scope } : {}),
      ...(expiryDate === undefined ? {} : { expiryDate }),
      ...(unreadable.includes('roleStatus') || unreadable.includes('roleExpiryDate') ? { stateUnread: true } : {}),
    };
  }

  function lastLogin(): SheetRow['lastLogin'] {
    const seen = day('lastLogin');
    // Only in the report itself does a blank say something: elsewhere it may be a person whom the report does not list.
    return seen === null ? (kind === 'staff-login-report' ? 'not-in-window' : undefined) : seen;
  }

  const has = (...columns: Column[]) => columns.some((column) => place.has(column));
  const texts = ['userGroup', 'jobCategory', 'library', 'campus', 'decision', 'reason', 'by'] as const;
  /** Only the fields that the table has columns for: exports are long. */
  const fieldReaders: [keyof SheetRow, () => unknown][] = [];
  if (has('lastLogin')) fieldReaders.push(['lastLogin', lastLogin]);
  if (has('fullName', 'lastName', 'firstName')) fieldReaders.push(['name', name]);
  if (has('status')) fieldReaders.push(['status', () => word('status', statusOf)]);
  if (has('recordType')) fieldReaders.push(['recordType', () => word('recordType', recordTypeOf)]);
  if (has('accountType')) fieldReaders.push(['accountType', () => word('accountType', accountTypeOf)]);
  if (has('roleType', 'roleCode')) fieldReaders.push(['role', role]);
  for (const column of texts) if (has(column)) fieldReaders.push([column, () => text(column)]);
  for (const column of ['expiryDate', 'purgeDate', 'when'] as const) {
    if (has(column)) fieldReaders.push([column, () => day(column)]);
  }

  /** Reads a row whose identifier is sound. */
  function typed(raw: RawRow, identifier: string): { row: SheetRow; flaws: readonly Flaw[] } {
    row = raw;
    flaws = [];
    unreadable = [];
    const known: SheetRow = { line: raw.line, identifier };
    for (const [field, reader] of fieldReaders) {
      const value = reader();
      if (value !== undefined) Object.assign(known, { [field]: value });
    }
    if (unreadable.length > 0) known.unreadable = unreadable;
    return { row: known, flaws };
  }

  return { typed, at: (raw: RawRow, column: Column) => raw.cells[place.get(column) ?? -1] ?? '' };
}

/**
 * Types a raw table: kinds by columns, dates in the order that the whole column shows, words by their vocabulary. A row that
 * cannot be used is listed with its line and reason, and so is one of which a cell cannot; nothing is left out in silence.
 */
export function typeTable(table: Collected): { table: SheetTable } | { question: Question } {
  const orders = dateOrders(table);
  if ('question' in orders) return orders;
  const kind = kindOf(table.columns);
  const reader = createCellReader(table, orders, kind);
  const rows: SheetRow[] = [];
  const purged: { line: number; identifier: string; lastName: string }[] = [];
  const unreadRows = [...table.unreadRows];
  let lostRole = false;

  function list(line: number, { reason, column }: Flaw, used: UnreadRow['used']): void {
    const { file, sheet } = table.source;
    const heading = column ? headingOf(table, column) : undefined;
    unreadRows.push({
      file,
      line,
      reason,
      used,
      ...(sheet === undefined ? {} : { sheet }),
      ...(heading ? { heading } : {}),
    });
  }

  /** A lost row of a list of roles may belong to the person before or behind it: their lists may not be whole. */
  function doubtRoles(row: SheetRow | undefined): void {
    if (row && kind === 'analytics-roles') row.unreadable = [...(row.unreadable ?? []), 'roleType'];
  }

  for (const raw of table.rows) {
    const identifier = reader.at(raw, 'identifier');
    if (raw.sure > 0 && statusOf(reader.at(raw, 'status')) === 'DELETED') {
      purged.push({ line: raw.line, identifier, lastName: reader.at(raw, 'lastName') });
      continue;
    }
    const wrong = identifierFlaw(identifier, raw, table.columns.length);
    if (wrong) {
      list(raw.line, wrong, 'no');
      doubtRoles(rows.at(-1));
      lostRole = true;
      continue;
    }
    const { row, flaws } = reader.typed(raw, identifier);
    if (flaws[0]) list(raw.line, flaws[0], 'in-part');
    if (lostRole) doubtRoles(row);
    lostRole = false;
    rows.push(row);
  }
  return {
    table: {
      kind,
      ...(table.source.sheet === undefined ? {} : { sheet: table.source.sheet }),
      headingLine: table.headingLine,
      headings: table.headings,
      rows,
      unreadRows,
      purged,
      droppedIpCells: table.droppedIpCells,
      skipped: table.skipped,
      dateOrders: orders.byHeading,
    },
  };
}
