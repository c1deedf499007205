import type { Collected, RawRow } from './collector.ts';

/** Words from which on a lone text is a sentence and no identifier. */
const WORDS_OF_A_SENTENCE = 4;
/** Lines of a foot that stands apart below a table; what is longer is a part of the list. */
const MOST_LINES_OF_A_FOOT = 5;

/** `(3 rows)`, `2 rows selected.`: what a database says below a table, in the languages of Alma's interface that are read here. */
const countOfRows =
  /^\(?\d[\d.,]* (?:rows?|records?|lines?|results?|zeilen?|datens\u00e4tze?|lignes?|enregistrements?|filas?|registros?|righe|riga|record|linhas?)\b[^\d]*$/iu;
/** In a plain list spaces are those of notes where fewer than one line in so many has any. */
const LINES_A_NOTE = 10;

/** What says at the end of a list that it is the end, or who may see it: no identifier. */
const lastWord =
  /^(?:[*=_#<[(-]\s*)*(?:end|eof|ende|fin|fine|fim|confidential|internal|vertraulich|intern|confidentiel|confidencial|riservato)(?:\s*[*=_#>\]).-])*$/i;
/** Such words without any sign around them may be accounts, too: in a plain list nothing but the word tells them apart. */
const mayBeAnAccount = /^(?:fin|fine|fim|internal|intern)$/i;
/** Excel leaves the last separators of a text out in blocks of so many lines, where the last columns hold nothing in all of them. */
const LINES_OF_A_BLOCK = 16;
/** A table whose every row holds so many cells besides the identifier has no row with the identifier alone. */
const FEWEST_CELLS_BESIDE = 2;

/** How a text is made: identifiers of one library mostly have figures or none, capitals or none. */
const makeOf = (text: string): string => `${/\d/.test(text)} ${text.includes('@')} ${/\p{Lu}/u.test(text)}`;

/** Where a foot begins among lines without anything but one text, that stand at the end; their number where there is none. */
function footBegins(last: readonly RawRow[], before: readonly RawRow[], { columns, shortRows }: Collected): number {
  const gap = last.findIndex(({ belowGap }) => belowGap);
  if (gap !== -1) return gap;
  const at = columns.indexOf('identifier');
  const makes = new Set(before.map(({ cells }) => makeOf(cells[at] ?? '')));
  if (last.some(({ cells }) => makes.has(makeOf(cells[at] ?? '')))) return last.length;
  const isFull = ({ cells, sure }: RawRow) =>
    sure === 0 || cells.filter((cell) => cell !== '').length > FEWEST_CELLS_BESIDE;
  if (before.every(isFull)) return 0;
  // Other lines have all their separators, and it is not Excel that has left them out.
  const bare = last.findIndex(({ bare }) => bare);
  if (bare === -1 || shortRows > 0 || before.some((row) => row.bare) || !last.slice(bare).every((row) => row.bare))
    return last.length;
  return ((last[bare] as RawRow).line - 1) % LINES_OF_A_BLOCK === 0 ? last.length : bare;
}

/** The lines at the end in which nothing stands but one text, and which are told from the table by a blank line, or by that and by how they are made. */
function footOf(table: Collected): ReadonlySet<RawRow> {
  const { rows } = table;
  let from = rows.length;
  while (from > 0 && rows.length - from <= MOST_LINES_OF_A_FOOT && rows[from - 1]?.alone) from -= 1;
  if (from === rows.length) return new Set();
  const last = rows.slice(from);
  if (from === 0 || last.length > MOST_LINES_OF_A_FOOT) return new Set();
  return new Set(last.slice(footBegins(last, rows.slice(0, from), table)));
}

/**
 * Gives a function that tells whether a row is a note (`End of report`, `(3 rows)`, `Page 1`) though its text stands where the
 * identifiers do. Nothing else stands in such a line; it is a sentence, or has spaces where no identifier of a fuller row has any, or
 * stands apart below the table. Rows of people may look alike where everything else is blank: what is taken for a note is listed.
 */
export function createNotes(table: Collected): (row: RawRow) => boolean {
  const { columns, rows } = table;
  const isPlainList = columns.length < 2;
  const at = columns.indexOf('identifier');
  const words = (row: RawRow) => (row.cells[at] ?? '').split(/\s+/).length;
  const foot = isPlainList ? new Set() : footOf(table);
  const isLastWord = (text: string) => lastWord.test(text) && !(isPlainList && mayBeAnAccount.test(text));
  let spaced: boolean | undefined;
  const identifiersHaveSpaces = () => {
    spaced ??= isPlainList
      ? rows.filter((row) => words(row) > 1).length * LINES_A_NOTE > rows.length
      : rows.some((row) => !row.alone && row.sure > 0 && words(row) > 1);
    return spaced;
  };
  return (row) => {
    if (!row.alone) return false;
    if (row === rows.at(-1) && rows.length > 1 && isLastWord(row.cells[at] ?? '')) return true;
    if (foot.has(row) || countOfRows.test(row.cells[at] ?? '')) return true;
    const count = words(row);
    return (count >= WORDS_OF_A_SENTENCE && !isPlainList) || (count > 1 && !identifiersHaveSpaces());
  };
}
