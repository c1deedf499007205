import { cellText, identifierText, unprotected } from './cells.ts';
import type { RowListener } from './csv-rows.ts';
import { type DateCell, type DateEvidence, dateCell, noEvidence, weigh } from './dates.ts';
import { headingKey, mayBeOtherList, recogniseHeadings } from './headings.ts';
import { headingSearchRows, limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { type RoleColumn, roleColumnsHeading, roleColumnsOf } from './role-columns.ts';
import {
  type ChoiceAbout,
  type Column,
  type choices,
  type DateColumn,
  dateColumns,
  type LeftOutLine,
  type Question,
  type ReadOptions,
  type UnreadRow,
} from './types.ts';
import { isNoRowsSentence, isTotalsLine } from './words.ts';

/** What a table is read with, besides its rows. */
export interface TableSource {
  file: string;
  sheet?: string;
  dates1904: boolean;
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
  /** Headings of columns that are a role each; their cells stand behind those of `columns` in each row. */
  roleColumns: readonly string[];
  rows: RawRow[];
  unreadRows: UnreadRow[];
  droppedIpCells: number;
  blankLines: number;
  lines: number;
  leftOut: LeftOutLine[];
  dates: ReadonlyMap<DateColumn, { evidence: DateEvidence; cells: Map<string, DateCell> }>;
}

const MOST_PREVIEW_ROWS = 8;
const MOST_SAMPLES = 5;
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=.*:.*:)[0-9a-f:.]+)(?:\/\d{1,3})?$/i;

/** True for the text of an IPv4 or IPv6 address (two colons at least, so that a time of day is none). */
export const isAddress = (text: string): boolean => address.test(text) && !/^\d{1,2}:\d{2}:\d{2}$/.test(text);

const withoutAddresses = (cells: readonly string[]): string[] =>
  cells.map((cell) => (isAddress(cell.trim()) ? '' : cell.trim()));

interface HeadingLine {
  /** Position in the buffered rows, and of the last of two lines that the headings stand in. */
  at: number;
  lastAt: number;
  headings: string[];
  recognised: (Column | undefined)[];
  /** Columns that are a role each, as a person has said. */
  roleColumns?: readonly RoleColumn[];
}

type Told = Parameters<RowListener['row']>[2];

interface Line {
  line: number;
  cells: readonly string[];
  told?: Told;
}

const trimmed = (cells: readonly string[]): string[] => {
  const texts = cells.map((cell) => cellText(cell ?? ''));
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts;
};

/** Headings that stand in two lines (`Role | Role` over `Type | Status`), as one. */
function inTwoLines(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above = '', below = ''] = [upper[at], lower[at]];
    return above === below ? above : `${above} ${below}`.trim();
  });
}

/**
 * The line of headings among the first rows: the one with an identifier and the most recognised headings, the first of equals. Two
 * lines are taken together where that makes more headings known than either alone.
 */
function findHeadings(lines: readonly Line[], options: ReadOptions): HeadingLine | undefined {
  let best: (HeadingLine & { score: number }) | undefined;
  const weigh = (headings: string[], at: number, lastAt: number): void => {
    const recognised = recogniseHeadings(headings, options.mapping);
    const score = recognised.filter((column) => column !== undefined).length;
    if (recognised.includes('identifier') && score > (best?.score ?? 0)) {
      best = { at, lastAt, headings, recognised, score };
    }
  };
  const texts = lines.map(({ cells }) => trimmed(cells));
  texts.forEach((headings, at) => {
    weigh(headings, at, at);
  });
  texts.slice(0, -1).forEach((upper, at) => {
    weigh(inTwoLines(upper, texts[at + 1] as string[]), at, at + 1);
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
    droppedIpCells: 0,
    blankLines: 0,
    lines: 0,
    leftOut: [],
    dates,
  };
  const dateAt = dated.map(({ at }) => at);

  const isRepeatedHeading = (cells: readonly string[]) =>
    (cells[identifierAt] ?? '').trim() === found.headings[identifierAt] &&
    found.headings.every((heading, at) => heading === (cells[at] ?? '').trim());

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
      }
      weigh(evidence, raw, cell);
    }
  }

  /** How many of the row's cells can be trusted, counted in the file's own columns. */
  function sureCells(cells: readonly string[], told: Told): number {
    const missing = found.headings.length - cells.length;
    if (missing < 0 && cells.slice(found.headings.length).some((cell) => cell.trim() !== '')) {
      return identifierAt === 0 ? 1 : 0;
    }
    if (missing <= 0) return Number.POSITIVE_INFINITY;
    // It may be the rest of a cell whose quotation mark was given up.
    if (told?.afterBroken) return 0;
    // The last cell of a row that was cut short may itself be cut; elsewhere a writer has left out blank cells at the end.
    return told?.cut ? cells.length - 1 : Number.POSITIVE_INFINITY;
  }

  function take(line: number, cells: readonly string[], told: Told): void {
    const sure = sureCells(cells, told);
    if (sure === Number.POSITIVE_INFINITY) weighDates(cells);
    dropAddresses(cells);
    table.rows.push({
      line,
      cells: used.map(({ at }, place) => pooled((clean[place] as typeof cellText)(cells[at] ?? ''))),
      sure: sure === Number.POSITIVE_INFINITY ? used.length : -1,
    });
    if (sure === Number.POSITIVE_INFINITY) {
      for (const { at } of roleColumns) (table.rows.at(-1) as RawRow).cells.push(pooled(cellText(cells[at] ?? '')));
      return;
    }
    const row = table.rows.at(-1) as RawRow;
    row.cells = used.map(({ at }, place) => (at < sure ? (row.cells[place] ?? '') : ''));
    row.sure = used.filter(({ at }) => at < sure).length;
  }

  const leaveOut = (line: number, reason: LeftOutLine['reason']) => void table.leftOut.push({ line, reason });

  /** Gives a line that is not blank to what it is: a row, or one of those that are left out. */
  function sort(line: number, cells: readonly string[], told: Told): void {
    if (isTotalsLine(cells, { identifierAt, dateAt })) leaveOut(line, 'totals');
    else if (isRepeatedHeading(cells)) leaveOut(line, 'repeated-headings');
    else take(line, cells, told);
  }

  return {
    table,
    title(line: number) {
      table.lines += 1;
      leaveOut(line, 'title');
    },
    row(line: number, cells: readonly string[], told?: Told): boolean {
      if (table.rows.length >= limits.rows) throw new Refusal('too-many-rows');
      // Whole lines stand in a cell, and the row lacks cells: a mark that nobody closed has taken the lines behind it.
      if (told?.holdsLines && cells.length < found.headings.length) return false;
      if (cells.every((cell) => !cell || cell.trim() === '')) table.blankLines += 1;
      else {
        table.lines += 1;
        sort(line, cells, told);
      }
      return true;
    },
    broken(line: number) {
      table.lines += 1;
      table.rows.push({ line, cells: used.map(() => ''), sure: 0 });
    },
  };
}

/** What stands in markup and in YAML, and not in a list of identifiers. */
const markup = /[<{]|: |^\[|^- |^---|:$/;

/** A lone column of lines that begin like markup or YAML. */
const looksLikeMarkup = (lines: readonly Line[]): boolean => {
  const filled = lines.map(({ cells }) => trimmed(cells).filter((cell) => cell !== ''));
  return (
    /^[<{[]|^---/.test(filled[0]?.[0] ?? '') || (filled.every(({ length }) => length <= 1) && isMarkup(filled.flat()))
  );
};

/** So many of a hundred cells with the signs of markup make a list of something else; fewer are stray notes. */
const PERCENT_OF_MARKUP = 10;
const isMarkup = (texts: readonly string[]): boolean => {
  const odd = texts.filter((text) => markup.test(text)).length;
  return odd > 0 && odd * 100 >= texts.length * PERCENT_OF_MARKUP;
};

/** A plain list whose cells are none of identifiers. */
const isNotes = ({ columns, rows, headings }: Collected): boolean =>
  columns.length === 1 &&
  (isMarkup(rows.flatMap(({ cells, sure }) => (sure > 0 ? (cells[0] as string) : []))) ||
    headings.some(({ heading }) => /[<{[]/.test(heading)));

const isLone = ({ recognised }: HeadingLine) =>
  recognised.every((column) => column === undefined || column === 'identifier' || column === 'ip');

/** Nothing but the sentence that Analytics gives in place of an empty table; a title may stand above it. */
const MOST_LINES_OF_A_SENTENCE = 3;
const isEmptyReport = (lines: readonly Line[]): boolean =>
  lines.length <= MOST_LINES_OF_A_SENTENCE && isNoRowsSentence(trimmed(lines.at(-1)?.cells ?? []).join(', '));

/** Every row has one filled cell more than there are headings, as R writes tables with names of rows. */
function haveOneMore(lines: readonly (Line & { broken?: true })[], { headings, lastAt }: HeadingLine): boolean {
  const rows = lines.slice(lastAt + 1).filter(({ broken }) => !broken);
  return (
    rows.length > 0 && rows.every(({ cells }) => cells.length === headings.length + 1 && cells.at(-1)?.trim() !== '')
  );
}

function rowNamesQuestion(
  lines: readonly (Line & { broken?: true })[],
  found: HeadingLine,
  source: TableSource,
): Question | undefined {
  const heading = found.headings.find((one) => one !== '') ?? '';
  if (found.lastAt < 0 || answerFor(source.options.choices?.['row-names'], heading) || !haveOneMore(lines, found))
    return undefined;
  const rows = lines.slice(found.lastAt + 1);
  return choiceQuestion({ source }, 'row-names', heading, {
    samples: rows.slice(0, MOST_SAMPLES).map(({ cells }) => cells[0] ?? ''),
    previewHeadings: ['', ...found.headings],
    preview: rows.slice(0, MOST_PREVIEW_ROWS).map(({ cells }) => withoutAddresses(cells)),
  });
}

/** The question whether columns under the names of roles say who holds them; `undefined` without such columns, or once it is answered. */
function roleColumnsQuestion(lines: readonly Line[], found: HeadingLine, source: TableSource): Question | undefined {
  const columns = roleColumnsOf(found.headings, found.recognised, source.options.isRoleName);
  const heading = roleColumnsHeading(columns);
  if (columns.length === 0 || answerFor(source.options.choices?.['role-columns'], heading)) return undefined;
  const places = [found.recognised.indexOf('identifier'), ...columns.map(({ at }) => at)];
  return choiceQuestion({ source }, 'role-columns', heading, {
    previewHeadings: places.map((at) => found.headings[at] ?? ''),
    preview: lines.slice(found.lastAt + 1, found.lastAt + 1 + MOST_PREVIEW_ROWS).map(({ cells }) => {
      const shown = withoutAddresses(cells);
      return places.map((at) => shown[at] ?? '');
    }),
  });
}

/** With the columns that are a role each, where a person has said so. */
function withRoleColumns(found: HeadingLine, { options }: TableSource): HeadingLine {
  const columns = roleColumnsOf(found.headings, found.recognised, options.isRoleName);
  const said = answerFor(options.choices?.['role-columns'], roleColumnsHeading(columns));
  return said === 'roles' ? { ...found, roleColumns: columns } : found;
}

/** What came of the lines of one sheet. `nothing`: not a single filled cell. */
export type CollectedSheet =
  | { table: Collected }
  | { question: Question }
  | { nothing: true; why?: 'no-rows' | 'not-a-table' };

/**
 * Reads the lines of one sheet: looks for the headings in the first filled lines (titles may stand above them), then keeps
 * what the recognised columns hold. Addresses are dropped here and only counted.
 */
export function createTableReader(source: TableSource): RowListener & { finish(): CollectedSheet } {
  const buffered: (Line & { broken?: true })[] = [];
  let blankBefore = 0;
  let collector: ReturnType<typeof createCollector> | undefined;
  let given: CollectedSheet | undefined;

  function withoutHeadings(): HeadingLine {
    const width = Math.max(...buffered.map(({ cells }) => trimmed(cells).length));
    const headings = Array.from({ length: width }, (_, at) => String(at + 1));
    return { at: -1, lastAt: -1, headings, recognised: recogniseHeadings(headings, source.options.mapping) };
  }

  const isUnclear = ({ headings, recognised, roleColumns }: HeadingLine): boolean =>
    !recognised.includes('identifier') ||
    (!roleColumns && mayBeOtherList(headings, recognised, source.options.mapping));

  function decide(): void {
    if (buffered.length === 0 || collector || given) return;
    if (isEmptyReport(buffered)) {
      given = { nothing: true, why: 'no-rows' };
      return;
    }
    const plain = source.options.noHeadings ? withoutHeadings() : findHeadings(buffered, source.options);
    const found = plain && withRoleColumns(plain, source);
    const question =
      found && (rowNamesQuestion(buffered, found, source) ?? roleColumnsQuestion(buffered, found, source));
    if (!found || isUnclear(found) || question) {
      given = question ? { question } : asked(found);
      return;
    }
    if (source.sheet === undefined && isLone(found) && looksLikeMarkup(buffered))
      given = { nothing: true, why: 'not-a-table' };
    else start(rowNamed(found));
  }

  /** The question what the columns are, unless the lines are no table at all. */
  function asked(found: HeadingLine | undefined): CollectedSheet {
    const lines = source.options.noHeadings && found ? [{ line: 0, cells: found.headings }, ...buffered] : buffered;
    if (source.sheet === undefined && looksLikeMarkup(buffered)) return { nothing: true, why: 'not-a-table' };
    const question = mappingQuestion(lines, source);
    return question ? { question } : { nothing: true };
  }

  /** With a heading for the names of the rows, where a person has said that the first cell of each row is one. */
  function rowNamed(found: HeadingLine): HeadingLine {
    const first = found.headings.find((heading) => heading !== '') ?? '';
    if (answerFor(source.options.choices?.['row-names'], first) !== 'first-cell' || !haveOneMore(buffered, found))
      return found;
    return {
      ...found,
      headings: ['', ...found.headings],
      recognised: [undefined, ...found.recognised],
      ...(found.roleColumns ? { roleColumns: found.roleColumns.map((one) => ({ ...one, at: one.at + 1 })) } : {}),
    };
  }

  function start(found: HeadingLine): void {
    const collecting = createCollector(source, buffered[found.at]?.line ?? 0, found);
    collector = collecting;
    collecting.table.blankLines = blankBefore;
    for (const { line } of buffered.slice(0, Math.max(found.at, 0))) collecting.title(line);
    for (const { line, cells, told, broken } of buffered.slice(found.lastAt + 1)) {
      if (broken) collecting.broken(line);
      else collecting.row(line, cells, told);
    }
    buffered.length = 0;
  }

  function add(line: Line & { broken?: true }): void {
    buffered.push(line);
    if (buffered.length >= headingSearchRows) decide();
  }

  return {
    row(line, cells, told) {
      if (collector) return collector.row(line, cells, told);
      if (given) return true;
      // Whole lines in a cell of a row that lacks cells, see the collector.
      if (told?.holdsLines && cells.length < (findHeadings(buffered, source.options)?.headings.length ?? 0))
        return false;
      if (cells.every((cell) => !cell || cell.trim() === '')) blankBefore += 1;
      else add({ line, cells: [...cells], ...(told ? { told } : {}) });
      return true;
    },
    broken(line) {
      if (collector) collector.broken(line);
      else if (!given) add({ line, cells: [], broken: true });
    },
    finish() {
      decide();
      if (!collector) return given ?? { nothing: true };
      return source.sheet === undefined && isNotes(collector.table)
        ? { nothing: true, why: 'not-a-table' }
        : { table: collector.table };
    },
  };
}

/** A heading's answer among those that a person has given, compared without case and spaces. */
export function answerFor<T>(answers: Readonly<Record<string, T>> | undefined, heading: string): T | undefined {
  const key = headingKey(heading);
  return Object.entries(answers ?? {}).find(([told]) => headingKey(told) === key)?.[1];
}

/** What a person has chosen where a heading's cells can mean two things. */
export const choiceFor = <A extends ChoiceAbout>(
  { source }: Pick<Collected, 'source'>,
  about: A,
  heading: string,
): (typeof choices)[A][number] | undefined =>
  answerFor(
    source.options.choices?.[about] as Readonly<Record<string, (typeof choices)[A][number]>> | undefined,
    heading,
  );

/** The question which of two things a heading's cells mean. */
export const choiceQuestion = (
  { source: { sheet } }: Pick<Collected, 'source'>,
  about: ChoiceAbout,
  heading: string,
  shown: Partial<Pick<Extract<Question, { ask: 'choice' }>, 'samples' | 'preview' | 'previewHeadings'>>,
): Question => ({
  ask: 'choice',
  about,
  ...(sheet === undefined ? {} : { sheet }),
  heading,
  samples: [],
  previewHeadings: [],
  preview: [],
  ...shown,
});

/** The heading of a column as the file spells it; of several the first. */
export const headingOf = (table: Pick<Collected, 'headings'>, column: Column): string =>
  table.headings.find((heading) => heading.column === column)?.heading ?? '';
