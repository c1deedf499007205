import { isClosingLine } from './closing-lines.ts';
import { type Collected, createCollector, type TableSource } from './collector.ts';
import type { RowListener } from './csv-rows.ts';
import { findHeadings, type HeadingLine, hasOpenTwins, type Line, trimmed } from './heading-line.ts';
import { mayBeOtherList, mayCountRoles, recogniseHeadings } from './headings.ts';
import { headingSearchRows, limits } from './limits.ts';
import { isOutcomeOpen, saysOutcome, withOutcome } from './login-outcome.ts';
import { Refusal } from './refusal.ts';
import { roleColumnsHeading, roleColumnsOf } from './role-columns.ts';
import { answerFor, haveOneMore, mappingQuestion, roleColumnsQuestion, rowNamesQuestion } from './table-questions.ts';
import type { Question } from './types.ts';
import { isNoRowsSentence } from './words.ts';

/** What stands in markup and in YAML, and not in a list of identifiers. */
const markup = /[<{]|: |^\[|^- |^---|:$/;

/** A lone column of lines that begin like markup or YAML. */
const looksLikeMarkup = (lines: readonly Line[]): boolean => {
  const filled = lines.map(({ cells }) => trimmed(cells).filter((cell) => cell !== ''));
  return (
    /^[<{[]|^---/.test(filled[0]?.[0] ?? '') || (filled.every(({ length }) => length <= 1) && isMarkup(filled.flat()))
  );
};

/** A list is one whatever stands below it; so many lines at least have to stand above. */
const FEWEST_LINES_ABOVE = 2;
function withoutClosingLines(texts: readonly string[]): readonly string[] {
  const last = texts.findLastIndex((text) => !isClosingLine(text));
  return last < FEWEST_LINES_ABOVE - 1 ? texts : texts.slice(0, last + 1);
}

/** So many of a hundred cells with the signs of markup make a list of something else; fewer are stray notes. */
const PERCENT_OF_MARKUP = 10;
const isMarkup = (all: readonly string[]): boolean => {
  const texts = withoutClosingLines(all);
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
  let blankBeforeLast = 0;
  let collector: ReturnType<typeof createCollector> | undefined;
  let given: CollectedSheet | undefined;

  function withoutHeadings(): HeadingLine {
    const width = Math.max(...buffered.map(({ cells }) => trimmed(cells).length));
    const headings = Array.from({ length: width }, (_, at) => String(at + 1));
    return { at: -1, lastAt: -1, headings, recognised: recogniseHeadings(headings, source.options.mapping) };
  }

  const isUnclear = (found: HeadingLine): boolean => {
    const { headings, recognised, roleColumns } = found;
    return (
      !recognised.includes('identifier') ||
      hasOpenTwins(found, source.options) ||
      mayCountRoles(
        found,
        buffered.slice(found.lastAt + 1).map(({ cells }) => cells),
        source.options.mapping,
      ) ||
      // A list of logins without their days.
      (saysOutcome(recognised) && !recognised.includes('lastLogin')) ||
      (source.areLogins?.() === true && isOutcomeOpen(found, source)) ||
      (!roleColumns && mayBeOtherList(headings, recognised, source.options.mapping))
    );
  };

  function decide(): void {
    if (buffered.length === 0 || collector || given) return;
    if (isEmptyReport(buffered)) {
      given = { nothing: true, why: 'no-rows' };
      return;
    }
    const plain = source.options.noHeadings ? withoutHeadings() : findHeadings(buffered, source.options);
    const found = plain && withOutcome(withRoleColumns(plain, source), source);
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
    // Headings that are not those of one line of the file: columns' numbers, two lines as one, twins with a number.
    const lines =
      found && (found.lastAt !== found.at || found.at < 0 || found.written)
        ? [{ line: 0, cells: found.headings }, ...buffered.slice(found.lastAt + 1)]
        : buffered;
    if (source.sheet === undefined && looksLikeMarkup(buffered)) return { nothing: true, why: 'not-a-table' };
    const question = mappingQuestion(lines, source);
    return question ? { question } : { nothing: true };
  }

  /** With a heading for the names of the rows, where a person has said that the first cell of each row is one. */
  function rowNamed(found: HeadingLine): HeadingLine {
    const first = found.headings.find((heading) => heading !== '') ?? '';
    const rowNames = answerFor(source.options.choices?.['row-names'], first);
    if (!rowNames || found.lastAt < 0 || !haveOneMore(buffered, found)) return found;
    if (rowNames === 'unknown') return { ...found, rowNames };
    return {
      ...found,
      rowNames,
      ...(found.written ? { written: ['', ...found.written] } : {}),
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
    // A worksheet is refused where a cell stands there.
    if (source.sheet === undefined && line.cells.length > limits.columns && trimmed(line.cells).length > limits.columns)
      throw new Refusal('too-many-columns');
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
      else {
        const belowGap = blankBefore > blankBeforeLast;
        blankBeforeLast = blankBefore;
        add({ line, cells: [...cells], ...(told || belowGap ? { told: { ...told, belowGap } } : {}) });
      }
      return true;
    },
    broken(line) {
      if (collector) collector.broken(line);
      else if (!given) add({ line, cells: [], broken: true });
    },
    finish() {
      decide();
      if (!collector) return given ?? { nothing: true };
      const question = collector.outcomes.question(source);
      if (question) return { question };
      return source.sheet === undefined && isNotes(collector.table)
        ? { nothing: true, why: 'not-a-table' }
        : { table: collector.table };
    },
  };
}
