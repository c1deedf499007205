import type { Day } from '../record/index.ts';
import { areBlankNames, isBlankText, namesNoRole, rolesInCell, withoutQuotes } from './cells.ts';
import type { Collected, RawRow } from './collector.ts';
import { type DateCell, hasShortYear, isWholeDay, orderedDay, sensibleDay, shortYearDay, swappedDay } from './dates.ts';
import { cutNumbers } from './long-numbers.ts';
import { createNotes } from './notes.ts';
import { createPauses } from './refusal.ts';
import { fillDown } from './repeated-identifiers.ts';
import { roleMark } from './role-columns.ts';
import { distinctFlaws, type Flaw, identifierFlaw, mayBelong } from './row-flaws.ts';
import { inPieces } from './steps.ts';
import { commasPart, dateOrders, type Orders } from './table-orders.ts';
import { headingOf } from './table-questions.ts';
import type {
  Century,
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
import {
  accountTypeOf,
  isErrorText,
  recordTypeOf,
  roleStatusOf,
  statusOf,
  successBesideFailure,
  successOf,
} from './words.ts';

/** What a table is, by its columns. */
export function kindOf(columns: readonly Column[]): SheetKind {
  const has = (...wanted: Column[]) => wanted.some((column) => columns.includes(column));
  if (has('decision')) return 'answers';
  if (has('roleType', 'roleCode')) return 'analytics-roles';
  if (has('loginSuccess', 'loginFailure')) return 'login-events';
  if (has('lastLogin')) return 'staff-login-report';
  return columns.length > 1 ? 'analytics-users' : 'identifiers';
}

/** Different cells of roles whose parts are kept. */
const MOST_REMEMBERED = 1000;

type Numbers = Extract<DateCell, { state: 'numbers' }>;

/** Reads the cells of one row; every cell that cannot be understood is noted, and stays absent from the row. */
function createCellReader(table: Collected, orders: Orders, kind: SheetKind, partedByCommas: boolean) {
  const { isRoleName } = table.source.options;
  const places = new Map<Column, number[]>();
  table.columns.forEach((column, at) => {
    places.set(column, [...(places.get(column) ?? []), at]);
  });
  let row: RawRow = { line: 0, cells: [], sure: 0 };
  let flaws: Flaw[] = [];
  let unreadable: Column[] = [];

  /** A column holds far fewer different days than rows, and a cell of the same text is the same object. */
  const orderedDays = new Map<Numbers, Day | undefined>();
  function ordered(cell: Numbers, order: ColumnDateOrder, century: Century | undefined): Day | undefined {
    if (!orderedDays.has(cell)) orderedDays.set(cell, orderedDay(cell, order, century));
    return orderedDays.get(cell);
  }

  function flaw(reason: UnreadRowReason, column: Column): undefined {
    flaws.push({ reason, column });
    unreadable.push(column);
    return undefined;
  }

  /** The text of a cell; `undefined`: no such column, or not to be trusted; `null`: blank. `nth`: of several columns of one kind. */
  function text(column: Column, nth = 0): string | null | undefined {
    const at = places.get(column)?.[nth];
    if (at === undefined) return undefined;
    if (at >= row.sure) return flaw('broken-row', column);
    const cell = row.cells[at] as string;
    if (cell === '') return null;
    return isErrorText(cell) ? flaw('error-cell', column) : cell;
  }

  /** A text in words, in which a sign for "nothing" is a blank. */
  function words(column: Column): string | null | undefined {
    const raw = text(column);
    return raw && isBlankText(raw) ? null : raw;
  }

  function day(column: DateColumn, nth = 0): Day | null | undefined {
    const raw = text(column, nth);
    if (raw === undefined || raw === null) return raw;
    const cell = table.dates.get(column)?.cells.get(raw);
    if (cell?.state === 'blank') return null;
    const told = cell && dayAsTold(cell, raw, column);
    // Of a year of two digits a person has said which it is.
    const sensible = told && !hasShortYear(cell) ? sensibleDay(told) : told;
    return sensible === undefined ? flaw('unreadable-date', column) : sensible;
  }

  function dayAsTold(cell: DateCell, raw: string, column: DateColumn): Day | undefined {
    if (cell.state === 'day') return orders.swapped.has(column) && isWholeDay(raw) ? swappedDay(cell.day) : cell.day;
    const century = hasShortYear(cell) ? orders.centuries.get(column) : undefined;
    if (cell.state === 'short-year') return shortYearDay(cell, century);
    // 05/05/2026 is the same day in both orders.
    return cell.state === 'numbers' ? ordered(cell, orders.byColumn.get(column) ?? 'dmy', century) : undefined;
  }

  function word<T>(column: Column, reader: (raw: string) => T | undefined, nth = 0): T | undefined {
    const raw = text(column, nth);
    if (raw === undefined || raw === null) return undefined;
    return reader(raw) ?? flaw('unknown-word', column);
  }

  function name(): string | null | undefined {
    const full = words('fullName');
    const parts = [words('lastName'), words('firstName')];
    if (parts.every((part) => part === undefined)) return full;
    if (unreadable.includes('lastName') || unreadable.includes('firstName')) return undefined;
    const told = parts.filter((part) => part !== undefined && part !== null);
    return (areBlankNames(told) ? '' : told.join(', ')) || full || null;
  }

  /** A list of roles repeats a few names. */
  const parted = new Map<string, readonly string[] | undefined>();
  function partsOf(cell: string): readonly string[] | undefined {
    const known = parted.get(cell);
    if (known || parted.has(cell)) return known;
    const parts = rolesInCell(cell, partedByCommas, isRoleName);
    if (parted.size < MOST_REMEMBERED) parted.set(cell, parts);
    return parts;
  }

  const filled = (cell: string | null | undefined) => {
    const name = cell && withoutQuotes(cell);
    return name && !namesNoRole(name) ? name : undefined;
  };

  /** What a role column says of the nth of several roles; one column for all of them is shared. */
  const nthOf = (column: Column, nth: number) => ((places.get(column)?.length ?? 0) > 1 ? nth : 0);

  /** The roles of the nth columns: mostly one, several where a cell names several. */
  function rolesAt(nth: number, columnsOfRoles: number): Role[] {
    const [nameCell, codeCell] = [filled(text('roleType', nth)), filled(text('roleCode', nth))];
    const names = (nameCell && partsOf(nameCell)) || [nameCell ?? codeCell ?? ''];
    if (names[0] === '') return [];
    const codes = codeCell === undefined ? [] : names.length > 1 ? codeCell.split(/[;|,\n]/) : [codeCell];
    const several = names.length * columnsOfRoles > 1;
    const before = flaws.length;
    const status = word('roleStatus', roleStatusOf, nthOf('roleStatus', nth));
    const expiryDate = day('roleExpiryDate', nthOf('roleExpiryDate', nth));
    const scope = text('roleScope', nthOf('roleScope', nth));
    const isShared = several && (names.length > 1 || (places.get('roleExpiryDate')?.length ?? 0) < columnsOfRoles);
    // A date that stands once for several roles may be that of any of them.
    const isUnread =
      flaws.length > before &&
      flaws.slice(before).some(({ column }) => column === 'roleStatus' || column === 'roleExpiryDate');
    return names.map((name, at): Role => {
      const code = codes.length === names.length ? codes[at]?.trim() : undefined;
      // Field by field: there are as many roles as rows, and copies of parts cost.
      const role: Role = { name };
      if (code) role.code = code;
      if (status) role.status = status;
      if (scope) role.scope = scope;
      if (expiryDate !== undefined && !(isShared && expiryDate)) role.expiryDate = expiryDate;
      if (isUnread || (isShared && expiryDate)) role.stateUnread = true;
      return role;
    });
  }

  /** The roles whose columns bear a mark. A cell that nobody can be sure of leaves the list of roles unread. */
  function markedRoles(): Role[] {
    const found: Role[] = [];
    if (row.cells.length < table.columns.length + table.roleColumns.length) flaw('broken-row', 'roleType');
    else {
      table.roleColumns.forEach((heading, nth) => {
        const cell = row.cells[table.columns.length + nth] ?? '';
        const mark = roleMark(cell, heading);
        if (mark === undefined) {
          const reason = isErrorText(cell) ? 'error-cell' : 'unknown-word';
          flaws.push({ reason, column: 'roleType', heading });
          if (!unreadable.includes('roleType')) unreadable.push('roleType');
        } else if (mark !== 'no') found.push(mark);
      });
    }
    if (found.length === 0 && !unreadable.includes('roleType')) flaw('no-role', 'roleType');
    return found;
  }

  /** The roles that a row names; none where it cannot be told, which is noted. */
  function roles(): Role[] {
    if (table.roleColumns.length > 0) return markedRoles();
    if (kind !== 'analytics-roles') return [];
    const columnsOfRoles = Math.max(places.get('roleType')?.length ?? 0, places.get('roleCode')?.length ?? 0);
    const found: Role[] = [];
    for (let nth = 0; nth < columnsOfRoles; nth += 1) found.push(...rolesAt(nth, columnsOfRoles));
    if (found.length === 0 && !unreadable.includes('roleType')) flaw('no-role', 'roleType');
    return found;
  }

  function lastLogin(): SheetRow['lastLogin'] {
    const seen = day('lastLogin');
    // Only in the report itself does a blank say something: elsewhere it may be a person whom the report does not list.
    return seen === null ? (kind === 'staff-login-report' ? 'not-in-window' : undefined) : seen;
  }

  /** A login counts only where it is said to have succeeded: one of which nobody can tell is listed, and is none. */
  function login(): SheetRow['login'] {
    const [outcomeColumn, successIn] = has('loginSuccess')
      ? (['loginSuccess', successOf] as const)
      : (['loginFailure', successBesideFailure] as const);
    const [seen, at, outcome] = [day('lastLogin'), text('lastLogin'), text(outcomeColumn)];
    if (outcome === undefined || !at || !seen) return seen === null ? flaw('unreadable-date', 'lastLogin') : undefined;
    const successful = outcome === null ? undefined : successIn(outcome);
    return successful === undefined ? flaw('unknown-word', outcomeColumn) : { at, day: seen, successful };
  }

  const has = (...columns: Column[]) => columns.some((column) => places.has(column));
  const texts = ['userGroup', 'jobCategory', 'library', 'campus', 'decision', 'reason', 'by'] as const;
  /** Only the fields that the table has columns for: exports are long. */
  const fieldReaders: [keyof SheetRow, () => unknown][] = [];
  if (kind === 'login-events') fieldReaders.push(['login', login]);
  else if (has('lastLogin')) fieldReaders.push(['lastLogin', lastLogin]);
  if (has('fullName', 'lastName', 'firstName')) fieldReaders.push(['name', name]);
  if (has('status')) fieldReaders.push(['status', () => word('status', statusOf)]);
  if (has('recordType')) fieldReaders.push(['recordType', () => word('recordType', recordTypeOf)]);
  if (has('accountType')) fieldReaders.push(['accountType', () => word('accountType', accountTypeOf)]);
  for (const column of texts) if (has(column)) fieldReaders.push([column, () => words(column)]);
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
      if (value !== undefined) (known as unknown as Record<string, unknown>)[field] = value;
    }
    const [role, ...moreRoles] = roles();
    if (role) known.role = role;
    if (moreRoles.length > 0) known.moreRoles = moreRoles;
    if (unreadable.length > 0) known.unreadable = unreadable;
    return { row: known, flaws };
  }

  const at = (raw: RawRow, column: Column) => raw.cells[places.get(column)?.[0] ?? -1] ?? '';
  return { typed, at };
}

/** Rows after which the clock and the signal are looked at: some tenths of a millisecond. */
const ROWS_BETWEEN_LOOKS = 256;

type Role = NonNullable<SheetRow['role']>;
/**
 * Types a raw table: kinds by columns, dates in the order that the whole column shows, words by their vocabulary. A row that
 * cannot be used is listed with its line and reason, and so is one of which a cell cannot; nothing is left out in silence.
 */
export async function typeTable(table: Collected): Promise<{ table: SheetTable } | { question: Question }> {
  const orders = dateOrders(table);
  if ('question' in orders) return orders;
  const kind = table.roleColumns.length > 0 ? 'analytics-roles' : kindOf(table.columns);
  const pause = createPauses(table.source.options.signal);
  const parted = kind === 'analytics-roles' && (await inPieces(commasPart(table), pause));
  if (typeof parted === 'object') return parted;
  const question = kind === 'analytics-roles' ? await inPieces(fillDown(table), pause) : undefined;
  if (question) return { question };
  return { table: await typedTable(table, kind, orders, createCellReader(table, orders, kind, parted), pause) };
}

async function typedTable(
  table: Collected,
  kind: SheetKind,
  orders: Orders,
  reader: ReturnType<typeof createCellReader>,
  pause: ReturnType<typeof createPauses>,
): Promise<SheetTable> {
  const { file, sheet } = table.source;
  const inSheet = sheet === undefined ? {} : { sheet };
  const rows: SheetRow[] = [];
  const purged: { line: number; identifier: string; lastName: string }[] = [];
  const unreadRows = [...table.unreadRows];
  /** The last row that was used, and those lost since. */
  let last: { raw: RawRow; row: SheetRow } | undefined;
  let lost: RawRow[] = [];

  function list(line: number, { reason, column, heading: told }: Flaw, used: UnreadRow['used']): void {
    const heading = told ?? (column ? headingOf(table, column) : undefined);
    unreadRows.push({ file, line, reason, used, ...inSheet, ...(heading ? { heading } : {}) });
  }

  /** A lost row of a list of roles may belong to the person before or behind it: their lists may not be whole. */
  function doubtRoles(row: SheetRow): void {
    if (kind === 'analytics-roles' && !row.unreadable?.includes('roleType')) {
      row.unreadable = [...(row.unreadable ?? []), 'roleType'];
    }
  }

  const isNote = createNotes(table);
  const cut = cutNumbers(table.rows, table.columns.indexOf('identifier'));
  let untilPause = ROWS_BETWEEN_LOOKS;
  for (const raw of table.rows) {
    untilPause -= 1;
    if (untilPause === 0) {
      untilPause = ROWS_BETWEEN_LOOKS;
      const waiting = pause();
      if (waiting) await waiting;
    }
    const identifier = reader.at(raw, 'identifier');
    if (raw.sure > 0 && statusOf(reader.at(raw, 'status')) === 'DELETED') {
      purged.push({ line: raw.line, identifier, lastName: reader.at(raw, 'lastName') });
      continue;
    }
    const wrong = identifierFlaw(identifier, raw, isNote, cut);
    if (wrong) {
      list(raw.line, wrong, 'no');
      if (wrong.reason === 'not-a-row') continue;
      if (last && mayBelong(reader.at, raw, last.raw)) doubtRoles(last.row);
      lost.push(raw);
      continue;
    }
    const { row, flaws } = reader.typed(raw, identifier);
    if (flaws.length > 0) for (const flaw of distinctFlaws(flaws)) list(raw.line, flaw, 'in-part');
    if (lost.length > 0) {
      if (lost.some((one) => mayBelong(reader.at, one, raw))) doubtRoles(row);
      lost = [];
    }
    last = { raw, row };
    rows.push(row);
  }
  return {
    kind,
    ...inSheet,
    headingLine: table.headingLine,
    headings: table.headings,
    rows,
    unreadRows,
    purged,
    droppedIpCells: table.droppedIpCells,
    blankLines: table.blankLines,
    lines: table.lines,
    leftOut: table.leftOut,
    dateOrders: orders.byHeading,
  };
}
