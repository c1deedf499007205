import { cellText, identifierText, unprotected } from './cells.ts';
import { type DateCell, type DateEvidence, dateCell, noEvidence, weigh } from './dates.ts';
import type { HeadingLine, Told } from './heading-line.ts';
import { isHeadingWord, isKnownHeading, knownHeadings } from './headings.ts';
import { limits } from './limits.ts';
import { watchOutcomes } from './login-outcome.ts';
import { Refusal } from './refusal.ts';
import {
  type Column,
  type DateColumn,
  dateColumns,
  type LeftOutLine,
  type ReadOptions,
  type UnreadRow,
} from './types.ts';
import { isGroupTotal, isTotalsLine } from './words.ts';

/** What a table is read with, besides its rows. */
export interface TableSource {
  file: string;
  sheet?: string;
  dates1904: boolean;
  options: ReadOptions;
  /** Whether the rows are login events, as an answer says: one of them may have failed. */
  areLogins?: () => boolean;
}

/** A line of the table with the cells of the columns that are used, in the order of `Collected.columns`. */
export interface RawRow {
  line: number;
  cells: string[];
  /** `cells` after this many are not to be trusted: the row was cut short, or has more cells than there are headings. */
  sure: number;
  /** Nothing but the identifier stands in the line, in no column of the file. */
  alone?: true;
  /** A blank line stands above. */
  belowGap?: true;
  /** The line of a text lacks all separators that the headings have. */
  bare?: true;
}

/** The raw table: what is kept of a sheet before its dates and words are read. Addresses are already gone. */
export interface Collected {
  source: TableSource;
  headingLine: number;
  headings: { heading: string; column: Column | undefined }[];
  columns: readonly Column[];
  /** Headings of columns that are a role each; their cells stand behind those of `columns` in each row. */
  roleColumns: readonly string[];
  rows: RawRow[];
  unreadRows: UnreadRow[];
  /** Lines with fewer cells than there are headings, but for those that are bare. */
  shortRows: number;
  droppedIpCells: number;
  blankLines: number;
  lines: number;
  leftOut: LeftOutLine[];
  dates: ReadonlyMap<DateColumn, { evidence: DateEvidence; cells: Map<string, DateCell> }>;
}

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=.*:.*:)[0-9a-f:.]+)(?:\/\d{1,3})?$/i;

/** True for the text of an IPv4 or IPv6 address (two colons at least, so that a time of day is none). */
export const isAddress = (text: string): boolean => address.test(text) && !/^\d{1,2}:\d{2}:\d{2}$/.test(text);

/** Keeps one copy of each text: the cells of a big export repeat, and a piece of a larger text would keep that alive. */
function createPool(): (text: string) => string {
  const pool = new Map<string, string>();
  return (text) => {
    const kept = pool.get(text);
    if (kept !== undefined) return kept;
    if (pool.size < 500_000) pool.set(text, text);
    return text;
  };
}

/** Takes the lines under the headings into a raw table. */
export function createCollector(source: TableSource, headingLine: number, found: HeadingLine) {
  const pooled = createPool();
  const used = found.recognised.flatMap((column, at) => (column && column !== 'ip' ? [{ column, at }] : []));
  const addresses = found.recognised.flatMap((column, at) => (column === 'ip' ? [at] : []));
  const unused = found.recognised.flatMap((column, at) => (column === undefined ? [at] : []));
  const { roleColumns = [] } = found;
  const identifierAt = found.recognised.indexOf('identifier');
  const dates = new Map<DateColumn, { evidence: DateEvidence; cells: Map<string, DateCell> }>();
  const dated = used.flatMap(({ column, at }) => {
    const date = dateColumns.find((name) => name === column);
    if (!date) return [];
    const weighed = dates.get(date) ?? { evidence: noEvidence(), cells: new Map<string, DateCell>() };
    dates.set(date, weighed);
    return [{ at, ...weighed }];
  });
  // In a workbook an apostrophe that marks a text is no part of the text: one that stands there is meant.
  const clean = used.map(({ column }) => {
    if (source.sheet !== undefined) return unprotected;
    return column === 'identifier' ? identifierText : cellText;
  });
  const table: Collected = {
    source,
    headingLine,
    headings: found.headings.map((heading, at) => ({
      heading,
      column: roleColumns.some((one) => one.at === at) ? 'roleType' : found.recognised[at],
    })),
    columns: used.map(({ column }) => column),
    roleColumns: roleColumns.map(({ heading }) => heading),
    rows: [],
    unreadRows: [],
    shortRows: 0,
    droppedIpCells: 0,
    blankLines: 0,
    lines: 0,
    leftOut: [],
    dates,
  };
  /** Inside another table, which stands below this one. */
  let elsewhere = false;
  let belowGap = false;
  /** What stands last in each column: repeated texts may be left blank. */
  const above: string[] = [];
  let lastLine = headingLine;
  const dateAt = dated.map(({ at }) => at);

  /** Whether a line is the headings of another table: an identifier's and one more at least, and hardly anything else. */
  function isOtherHeading(cells: readonly string[]): boolean {
    if (!isHeadingWord(cells[identifierAt] ?? '') && (identifierAt === 0 || !isHeadingWord(cells[0] ?? '')))
      return false;
    const texts = cells.map((cell) => cellText(cell ?? '')).filter((text) => text !== '');
    const unknown = texts.filter((text) => !isKnownHeading(text)).length;
    return found.headings.length > 1 && knownHeadings(texts) > 2 && unknown * 4 <= texts.length;
  }

  const { written = found.headings } = found;
  const isRepeatedHeading = (cells: readonly string[]) =>
    (cells[identifierAt] ?? '').trim() === written[identifierAt] &&
    written.every((heading, at) => heading === (cells[at] ?? '').trim());

  const outcomes = watchOutcomes(found);

  function dropAddresses(cells: readonly string[]): void {
    for (const at of addresses) if ((cells[at] ?? '').trim() !== '') table.droppedIpCells += 1;
    for (const at of unused) if (isAddress((cells[at] ?? '').trim())) table.droppedIpCells += 1;
  }

  function weighDates(cells: readonly string[]): void {
    for (const { at, evidence, cells: known } of dated) {
      const raw = cellText(cells[at] ?? '');
      let cell = known.get(raw);
      if (!cell) {
        cell = dateCell(raw, source.dates1904);
        known.set(pooled(raw), cell);
        // What a cell speaks for does not grow with the rows that repeat it.
        weigh(evidence, raw, cell);
      }
    }
  }

  /** How many of the row's cells can be trusted, counted in the file's own columns. */
  function sureCells(cells: readonly string[], told: Told): number {
    const missing = found.headings.length - cells.length;
    // Cells that nobody knows the column of: those of a row with one more, and of one that lacks the name that the others have.
    if (found.rowNames === 'unknown' && missing < 0) return 0;
    if (found.rowNames === 'first-cell' && missing === 1 && source.sheet === undefined) return 0;
    if (missing < 0 && cells.slice(found.headings.length).some((cell) => cell.trim() !== '')) {
      // Of a lone column the cells beyond may be people as well.
      return identifierAt === 0 && used.length > 1 ? 1 : 0;
    }
    if (missing <= 0) return Number.POSITIVE_INFINITY;
    // It may be the rest of a cell whose quotation mark was given up.
    if (told?.afterBroken) return 0;
    // The last cell of a row that was cut short may itself be cut; elsewhere a writer has left out blank cells at the end.
    return told?.cut ? cells.length - 1 : Number.POSITIVE_INFINITY;
  }

  /** Marks a row that may be a note: nothing but its identifier is there. */
  function markAlone(row: RawRow, cells: readonly string[]): void {
    if (row.cells.some((cell, place) => cell !== '' && used[place]?.at !== identifierAt)) return;
    if (cells.filter((cell) => cell && cell.trim() !== '').length !== 1) return;
    row.alone = true;
    if (belowGap) row.belowGap = true;
    if (source.sheet === undefined && cells.length === 1 && found.headings.length > 1) row.bare = true;
  }

  function take(line: number, cells: readonly string[], told: Told): void {
    const sure = sureCells(cells, told);
    if (sure === Number.POSITIVE_INFINITY) weighDates(cells);
    dropAddresses(cells);
    outcomes.row(cells);
    const row: RawRow = {
      line,
      cells: used.map(({ at }, place) => pooled((clean[place] as typeof cellText)(cells[at] ?? ''))),
      sure: sure === Number.POSITIVE_INFINITY ? used.length : -1,
    };
    table.rows.push(row);
    markAlone(row, cells);
    if (cells.length < found.headings.length && !row.bare) table.shortRows += 1;
    if (sure === Number.POSITIVE_INFINITY) {
      for (const { at } of roleColumns) row.cells.push(pooled(cellText(cells[at] ?? '')));
      return;
    }
    row.cells = used.map(({ at }, place) => (at < sure ? (row.cells[place] ?? '') : ''));
    row.sure = used.filter(({ at }) => at < sure).length;
  }

  const leaveOut = (line: number, reason: LeftOutLine['reason']) => void table.leftOut.push({ line, reason });

  function otherTable(line: number): void {
    const sheet = source.sheet === undefined ? {} : { sheet: source.sheet };
    table.unreadRows.push({ file: source.file, ...sheet, line, reason: 'other-table', used: 'no' });
  }

  /** Gives a line that is not blank to what it is: a row, one of another table, or one of those that are left out. */
  function sort(line: number, cells: readonly string[], told: Told): void {
    const isRepeated = isRepeatedHeading(cells);
    elsewhere = !isRepeated && (elsewhere || isOtherHeading(cells));
    if (isRepeated) leaveOut(line, 'repeated-headings');
    else if (elsewhere) otherTable(line);
    else if (isTotalsLine(cells, { identifierAt, dateAt, rowsAbove: table.rows.length }) || isGroupTotal(cells, above))
      leaveOut(line, 'totals');
    else {
      for (let at = 0; at < cells.length; at += 1) if (cells[at]) above[at] = cells[at] as string;
      take(line, cells, told);
    }
  }

  return {
    table,
    outcomes,
    title(line: number) {
      table.lines += 1;
      leaveOut(line, 'title');
    },
    row(line: number, cells: readonly string[], told?: Told): boolean {
      if (table.lines >= limits.rows) throw new Refusal('too-many-rows');
      // Whole lines stand in a cell, and the row lacks cells: a mark that nobody closed has taken the lines behind it.
      if (told?.holdsLines && cells.length < found.headings.length) return false;
      // A workbook leaves blank rows out; rows that are hidden make no gap.
      belowGap ||= told?.belowGap || (source.sheet !== undefined && line > lastLine + 1 && !told?.afterHidden);
      lastLine = line;
      if (cells.every((cell) => !cell || cell.trim() === '')) {
        table.blankLines += 1;
        belowGap = true;
        return true;
      }
      table.lines += 1;
      sort(line, cells, told);
      belowGap = false;
      return true;
    },
    broken(line: number) {
      if (table.lines >= limits.rows) throw new Refusal('too-many-rows');
      table.lines += 1;
      table.rows.push({ line, cells: used.map(() => ''), sure: 0 });
    },
  };
}
