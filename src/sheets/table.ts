import { type DateCell, type DateEvidence, dateCell, noEvidence, weigh } from './dates.ts';
import type { RowListener } from './delimited.ts';
import { headingKey, recogniseHeadings } from './headings.ts';
import { headingSearchRows, limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { type Column, type DateColumn, dateColumns, type Question, type ReadOptions, type UnreadRow } from './types.ts';
import { isTotalsLine } from './words.ts';

/** What a table is read with, besides its rows. */
export interface TableSource {
  file: string;
  sheet?: string;
  dates1904: boolean;
  /** True for worksheets: blank cells at the end of a row are not stored, so a short row is a whole one. */
  shortRows: boolean;
  options: ReadOptions;
}

/** A line of the table with the cells of the columns that are used, in the order of `Collected.columns`. */
export interface RawRow {
  line: number;
  cells: string[];
  /** `cells` after this many are not to be trusted: the row was cut short, or has more cells than there are headings. */
  sure: number;
}

/** The raw table: what is kept of a sheet before its dates and words are read. Addresses are already gone. */
export interface Collected {
  source: TableSource;
  headingLine: number;
  headings: { heading: string; column: Column | undefined }[];
  columns: readonly Column[];
  rows: RawRow[];
  unreadRows: UnreadRow[];
  droppedIpCells: number;
  skipped: { titles: number; blank: number; totals: number; repeatedHeadings: number };
  dates: ReadonlyMap<DateColumn, { evidence: DateEvidence; cells: Map<string, DateCell> }>;
}

const MOST_PREVIEW_ROWS = 8;
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=.*:.*:)[0-9a-f:.]+)(?:\/\d{1,3})?$/i;

/** True for the text of an IPv4 or IPv6 address (two colons at least, so that a time of day is none). */
export const isAddress = (text: string): boolean => address.test(text) && !/^\d{1,2}:\d{2}:\d{2}$/.test(text);

interface HeadingLine {
  /** Position in the buffered rows. */
  at: number;
  headings: string[];
  recognised: (Column | undefined)[];
}

interface Line {
  line: number;
  cells: readonly string[];
}

const trimmed = (cells: readonly string[]): string[] => {
  const texts = cells.map((cell) => (cell ?? '').trim());
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts;
};

/** The line of headings among the first rows: the one with an identifier and the most recognised headings, the first of equals. */
function findHeadings(lines: readonly Line[], options: ReadOptions): HeadingLine | undefined {
  let best: (HeadingLine & { score: number }) | undefined;
  lines.forEach(({ cells }, at) => {
    const headings = trimmed(cells);
    const recognised = recogniseHeadings(headings, options.mapping);
    const score = recognised.filter((column) => column !== undefined).length;
    if (recognised.includes('identifier') && score > (best?.score ?? 0)) best = { at, headings, recognised, score };
  });
  return best;
}

/** The line that most looks like headings when none is recognised: the first of those with the most filled cells. */
function likelyHeadings(lines: readonly Line[]): Line | undefined {
  const filled = (line: Line) => trimmed(line.cells).filter((cell) => cell !== '').length;
  return lines.reduce<Line | undefined>(
    (best, line) => (filled(line) > (best ? filled(best) : 0) ? line : best),
    undefined,
  );
}

function mappingQuestion(lines: readonly Line[], source: TableSource): Question | undefined {
  const line = likelyHeadings(lines);
  if (!line) return undefined;
  const headings = trimmed(line.cells);
  const recognised = recogniseHeadings(headings, source.options.mapping);
  const shown = (cells: readonly string[]) =>
    headings.map((_, at) => {
      const text = (cells[at] ?? '').trim();
      return recognised[at] === 'ip' || isAddress(text) ? '' : text;
    });
  return {
    ask: 'mapping',
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    headings: shown(headings),
    recognised,
    preview: lines
      .slice(lines.indexOf(line) + 1, lines.indexOf(line) + 1 + MOST_PREVIEW_ROWS)
      .map(({ cells }) => shown(cells)),
  };
}

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
function createCollector(source: TableSource, headingLine: number, found: HeadingLine) {
  const pooled = createPool();
  const used = found.recognised.flatMap((column, at) => (column && column !== 'ip' ? [{ column, at }] : []));
  const addresses = found.recognised.flatMap((column, at) => (column === 'ip' ? [at] : []));
  const unused = found.recognised.flatMap((column, at) => (column === undefined ? [at] : []));
  const identifierAt = found.recognised.indexOf('identifier');
  const dated = used.flatMap(({ column, at }) => {
    const date = dateColumns.find((name) => name === column);
    return date ? [{ at, column: date, evidence: noEvidence(), cells: new Map<string, DateCell>() }] : [];
  });
  const table: Collected = {
    source,
    headingLine,
    headings: found.headings.map((heading, at) => ({ heading, column: found.recognised[at] })),
    columns: used.map(({ column }) => column),
    rows: [],
    unreadRows: [],
    droppedIpCells: 0,
    skipped: { titles: 0, blank: 0, totals: 0, repeatedHeadings: 0 },
    dates: new Map(dated.map(({ column, evidence, cells }) => [column, { evidence, cells }])),
  };

  const isRepeatedHeading = (cells: readonly string[]) =>
    (cells[identifierAt] ?? '').trim() === found.headings[identifierAt] &&
    found.headings.every((heading, at) => heading === (cells[at] ?? '').trim());

  function dropAddresses(cells: readonly string[]): void {
    for (const at of addresses) if ((cells[at] ?? '').trim() !== '') table.droppedIpCells += 1;
    for (const at of unused) if (isAddress((cells[at] ?? '').trim())) table.droppedIpCells += 1;
  }

  function weighDates(cells: readonly string[]): void {
    for (const { at, evidence, cells: known } of dated) {
      const raw = (cells[at] ?? '').trim();
      let cell = known.get(raw);
      if (!cell) {
        cell = dateCell(raw, source.dates1904);
        known.set(pooled(raw), cell);
      }
      weigh(evidence, raw, cell);
    }
  }

  /** How many of the row's cells can be trusted, counted in the file's own columns. */
  function sureCells(cells: readonly string[]): number {
    if (cells.length > found.headings.length && cells.slice(found.headings.length).some((cell) => cell.trim() !== '')) {
      return identifierAt === 0 ? 1 : 0;
    }
    // The last cell of a row that was cut short may itself be cut.
    return source.shortRows || cells.length >= found.headings.length ? Number.POSITIVE_INFINITY : cells.length - 1;
  }

  function take(line: number, cells: readonly string[]): void {
    const sure = sureCells(cells);
    if (sure === Number.POSITIVE_INFINITY) weighDates(cells);
    dropAddresses(cells);
    table.rows.push({
      line,
      cells: used.map(({ at }) => pooled((cells[at] ?? '').trim())),
      sure: sure === Number.POSITIVE_INFINITY ? used.length : -1,
    });
    if (sure === Number.POSITIVE_INFINITY) return;
    const row = table.rows.at(-1) as RawRow;
    row.cells = used.map(({ at }, place) => (at < sure ? (row.cells[place] ?? '') : ''));
    row.sure = used.filter(({ at }) => at < sure).length;
  }

  return {
    table,
    row(line: number, cells: readonly string[]) {
      if (table.rows.length >= limits.rows) throw new Refusal('too-many-rows');
      if (cells.every((cell) => !cell || cell.trim() === '')) table.skipped.blank += 1;
      else if (isTotalsLine(cells)) table.skipped.totals += 1;
      else if (isRepeatedHeading(cells)) table.skipped.repeatedHeadings += 1;
      else take(line, cells);
    },
    broken(line: number) {
      table.rows.push({ line, cells: used.map(() => ''), sure: 0 });
    },
  };
}

/** What came of the lines of one sheet. `nothing`: not a single filled cell. */
export type CollectedSheet = { table: Collected } | { question: Question } | { nothing: true };

/**
 * Reads the lines of one sheet: looks for the headings in the first filled lines (titles may stand above them), then keeps
 * what the recognised columns hold. Addresses are dropped here and only counted.
 */
export function createTableReader(source: TableSource): RowListener & { finish(): CollectedSheet } {
  const buffered: (Line & { broken?: true })[] = [];
  let blankBefore = 0;
  let collector: ReturnType<typeof createCollector> | undefined;
  let given: Question | undefined;

  function withoutHeadings(): HeadingLine {
    const width = Math.max(...buffered.map(({ cells }) => trimmed(cells).length));
    const headings = Array.from({ length: width }, (_, at) => String(at + 1));
    return { at: -1, headings, recognised: recogniseHeadings(headings, source.options.mapping) };
  }

  /** An identifier beside headings that nobody knows may be any kind of file: it is asked for, not taken for a plain list. */
  function isUnclear({ headings, recognised }: HeadingLine): boolean {
    if (!recognised.includes('identifier')) return true;
    if (recognised.some((column) => column !== undefined && column !== 'identifier' && column !== 'ip')) return false;
    const unknown = headings.filter((heading, at) => heading !== '' && recognised[at] === undefined);
    return unknown.some((heading) => answerFor(source.options.mapping, heading) === undefined);
  }

  function decide(): void {
    if (buffered.length === 0 || collector || given) return;
    const found = source.options.noHeadings ? withoutHeadings() : findHeadings(buffered, source.options);
    if (!found || isUnclear(found)) {
      const lines = source.options.noHeadings && found ? [{ line: 0, cells: found.headings }, ...buffered] : buffered;
      given = mappingQuestion(lines, source);
      return;
    }
    collector = createCollector(source, buffered[found.at]?.line ?? 0, found);
    collector.table.skipped.titles = Math.max(found.at, 0);
    collector.table.skipped.blank = blankBefore;
    for (const { line, cells, broken } of buffered.slice(found.at + 1)) {
      if (broken) collector.broken(line);
      else collector.row(line, cells);
    }
    buffered.length = 0;
  }

  function add(line: Line & { broken?: true }): void {
    buffered.push(line);
    if (buffered.length >= headingSearchRows) decide();
  }

  return {
    row(line, cells) {
      if (collector) collector.row(line, cells);
      else if (given) return;
      else if (cells.every((cell) => !cell || cell.trim() === '')) blankBefore += 1;
      else add({ line, cells: [...cells] });
    },
    broken(line) {
      if (collector) collector.broken(line);
      else if (!given) add({ line, cells: [], broken: true });
    },
    finish() {
      decide();
      if (collector) return { table: collector.table };
      return given ? { question: given } : { nothing: true };
    },
  };
}

/** A heading's answer among those that a person has given, compared without case and spaces. */
export function answerFor<T>(answers: Readonly<Record<string, T>> | undefined, heading: string): T | undefined {
  const key = headingKey(heading);
  return Object.entries(answers ?? {}).find(([told]) => headingKey(told) === key)?.[1];
}
