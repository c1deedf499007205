import { type Collected, isAddress, type TableSource } from './collector.ts';
import { type HeadingLine, type Line, trimmed } from './heading-line.ts';
import { headingKey, knownHeadings, recogniseHeadings } from './headings.ts';
import { roleColumnsHeading, roleColumnsOf } from './role-columns.ts';
import type { ChoiceAbout, Column, choices, Question } from './types.ts';
import { isTotalsLine } from './words.ts';

const MOST_PREVIEW_ROWS = 8;
const MOST_SAMPLES = 5;

const withoutAddresses = (cells: readonly string[]): string[] =>
  cells.map((cell) => (isAddress(cell.trim()) ? '' : cell.trim()));

/** The line that most looks like headings when none is recognised: the first of those with the most filled cells. */
function likelyHeadings(lines: readonly Line[]): Line | undefined {
  const filled = (line: Line) => trimmed(line.cells).filter((cell) => cell !== '').length;
  return lines.reduce<Line | undefined>(
    (best, line) => (filled(line) > (best ? filled(best) : 0) ? line : best),
    undefined,
  );
}

/** The question what the columns of a table are; `undefined` where no line is filled. */
export function mappingQuestion(lines: readonly Line[], source: TableSource): Question | undefined {
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

/** Whether the first cells count the rows: 1, 2, 3 or 0, 1, 2. */
function areNumbered(rows: readonly Line[]): boolean {
  const start = Number(rows[0]?.cells[0]?.trim() || Number.NaN);
  return (
    rows.length > 1 &&
    (start === 0 || start === 1) &&
    rows.every(({ cells }, at) => cells[0]?.trim() === String(start + at))
  );
}

/**
 * Rows have one cell more than there are headings, as R writes tables with names of rows: most of them, with something in the last cell
 * of one, or some, where the first cells count the rows. Notes and totals below, which have fewer cells, say nothing, nor does another table.
 */
export function haveOneMore(lines: readonly (Line & { broken?: true })[], { headings, lastAt }: HeadingLine): boolean {
  const fewest = Math.min(headings.length, 2);
  const below = lines.slice(lastAt + 1);
  const other = below.findIndex(({ cells }) => knownHeadings(trimmed(cells)) > 2);
  const rows = below
    .slice(0, other < 0 ? below.length : other)
    .filter(({ broken, cells }) => !broken && trimmed(cells).length >= fewest);
  const isLonger = ({ cells }: Line) => cells.length === headings.length + 1;
  const isFilled = (row: Line) => isLonger(row) && row.cells.at(-1)?.trim() !== '';
  const longer = rows.filter(isLonger).length;
  const named = rows.filter((row) => !isTotalsLine(row.cells, { identifierAt: 0, dateAt: [], rowsAbove: rows.length }));
  if (longer === 0 || rows.some(({ cells }) => cells.length > headings.length + 1)) return false;
  return (
    (longer * 2 > named.length && (rows.some(isFilled) || areNumbered(named))) ||
    (rows.some(isFilled) && areNumbered(named))
  );
}

/** The question whether the first cell of each row is its name; `undefined` where it is not needed, or once it is answered. */
export function rowNamesQuestion(
  lines: readonly (Line & { broken?: true })[],
  found: HeadingLine,
  source: TableSource,
): Question | undefined {
  const heading = found.headings.find((one) => one !== '') ?? '';
  if (found.lastAt < 0 || answerFor(source.options.choices?.['row-names'], heading) || !haveOneMore(lines, found))
    return undefined;
  const rows = lines.slice(found.lastAt + 1).filter(({ broken }) => !broken);
  return choiceQuestion({ source }, 'row-names', heading, {
    samples: rows.slice(0, MOST_SAMPLES).map(({ cells }) => cells[0] ?? ''),
    previewHeadings: ['', ...found.headings],
    preview: rows.slice(0, MOST_PREVIEW_ROWS).map(({ cells }) => withoutAddresses(cells)),
  });
}

/** The question whether columns under the names of roles say who holds them; `undefined` without such columns, or once it is answered. */
export function roleColumnsQuestion(
  lines: readonly Line[],
  found: HeadingLine,
  source: TableSource,
): Question | undefined {
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
