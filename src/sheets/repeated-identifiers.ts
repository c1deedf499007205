import { isBlankCell, visible } from './cells.ts';
import { isClosingLine } from './closing-lines.ts';
import type { Collected, RawRow } from './collector.ts';
import { each, type Steps } from './steps.ts';
import { choiceFor, choiceQuestion, headingOf } from './table-questions.ts';
import type { Column, Question } from './types.ts';
import { isErrorText } from './words.ts';

/** What a row says of the person; what is blank in a row "of the same person as above" is as above. */
const personColumns: readonly Column[] = [
  ...(['identifier', 'lastLogin', 'firstName', 'lastName', 'fullName', 'status', 'recordType', 'accountType'] as const),
  ...(['userGroup', 'jobCategory', 'expiryDate', 'purgeDate', 'library', 'campus'] as const),
];
const nameColumns: readonly Column[] = ['fullName', 'lastName', 'firstName'];
const roleColumns: readonly Column[] = ['roleType', 'roleCode'];
const previewColumns: readonly Column[] = ['identifier', 'fullName', 'lastName', 'firstName', 'roleType', 'roleCode'];
const MOST_PREVIEW_ROWS = 6;

/** Goes from row to row with the last one that names a person; a row that could not be read leaves nobody "above". */
function* eachRepeated(table: Collected, visit: (row: RawRow, above: RawRow) => void): Steps<void> {
  const places = (columns: readonly Column[]) =>
    table.columns.flatMap((column, at) => (columns.includes(column) ? [at] : []));
  const [identifier = -1] = places(['identifier']);
  const [names, roles] = [places(nameColumns), places(roleColumns)];
  const blank = (row: RawRow, at: number) => visible(row.cells[at] ?? '') === '';
  let above: RawRow | undefined;
  yield* each(table.rows, (row) => {
    if (row.sure === 0) above = undefined;
    else if (!blank(row, identifier)) {
      const text = row.cells[identifier] as string;
      // A page's number between two rows of a person ends nothing.
      if (row.alone && isClosingLine(text)) return;
      above = isBlankCell(text) || isErrorText(text) ? undefined : row;
    } else if (!names.every((at) => blank(row, at))) above = undefined;
    else if (above && roles.some((at) => !blank(row, at))) visit(row, above);
  });
}

/**
 * Whether a table leaves repeated identifiers blank at all. Where people stand in several rows with their identifier in each, a blank
 * one is a slip, whatever has been said of another file with that heading (a few repeats stand at the tops of pages); and one blank
 * cell below a person without a name may as well be one.
 */
function areLeftBlank(table: Collected, repeated: readonly { above: RawRow }[]): boolean {
  const names = table.columns.flatMap((column, place) => (nameColumns.includes(column) ? [place] : []));
  const isNamed = repeated.some(({ above }) => names.some((place) => above.cells[place] !== ''));
  if (repeated.length === 0 || (repeated.length === 1 && !isNamed)) return false;
  const at = table.columns.indexOf('identifier');
  const written = table.rows.filter(({ cells }, place) => {
    const text = cells[at];
    return text !== '' && place > 0 && table.rows[place - 1]?.cells[at] === text;
  });
  return written.length <= repeated.length;
}

/**
 * Fills in the person where a table with one row for each user and role leaves repeated identifiers blank, as programs write it that
 * show a repeated value once. Whether a blank means that is asked once; nothing is filled in without an answer. Gives the question.
 */
export function* fillDown(table: Collected): Steps<Question | undefined> {
  const heading = headingOf(table, 'identifier');
  const told = choiceFor(table, 'blank-identifiers', heading);
  if (told === 'missing') return undefined;
  const repeated: { row: RawRow; above: RawRow }[] = [];
  yield* eachRepeated(table, (row, above) => void repeated.push({ row, above }));
  if (!areLeftBlank(table, repeated)) return undefined;
  if (!told) return question(table, heading, repeated);
  const filled = table.columns.flatMap((column, at) => (personColumns.includes(column) ? [at] : []));
  yield* each(repeated, ({ row, above }) => {
    for (const at of filled) if (row.cells[at] === '' && at < row.sure) row.cells[at] = above.cells[at] as string;
  });
  return undefined;
}

/** Shows the first such rows below the rows that they would belong to. */
function question(table: Collected, heading: string, repeated: readonly { row: RawRow; above: RawRow }[]): Question {
  const shown = new Set<RawRow>();
  for (const { row, above } of repeated.slice(0, MOST_PREVIEW_ROWS)) shown.add(above).add(row);
  const places = table.columns.flatMap((column, at) => (previewColumns.includes(column) ? [at] : []));
  const names = places.map((at) => headingOf(table, table.columns[at] as Column));
  return choiceQuestion(table, 'blank-identifiers', heading, {
    previewHeadings: names,
    preview: [...shown].slice(0, MOST_PREVIEW_ROWS).map((row) => places.map((at) => row.cells[at] ?? '')),
  });
}
