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

/** The lines at the end, apart from the table by a blank line, in which nothing stands but one text. */
function footOf(rows: readonly RawRow[]): ReadonlySet<RawRow> {
  let from = rows.length;
  while (from > 0 && rows.length - from <= MOST_LINES_OF_A_FOOT && rows[from - 1]?.alone) from -= 1;
  const last = rows.slice(from);
  const gap = from === 0 ? -1 : last.findIndex(({ belowGap }) => belowGap);
  return new Set(gap === -1 || last.length > MOST_LINES_OF_A_FOOT ? [] : last.slice(gap));
}

/**
 * Gives a function that tells whether a row is a note (`End of report`, `(3 rows)`, `Page 1`) though its text stands where the
 * identifiers do. Nothing else stands in such a line; it is a sentence, or has spaces where no identifier of a fuller row has any, or
 * stands apart below the table. Rows of people may look alike where everything else is blank: what is taken for a note is listed.
 */
export function createNotes({ columns, rows }: Collected): (row: RawRow) => boolean {
  const isPlainList = columns.length < 2;
  const at = columns.indexOf('identifier');
  const words = (row: RawRow) => (row.cells[at] ?? '').split(/\s+/).length;
  const foot = isPlainList ? new Set() : footOf(rows);
  let spaced: boolean | undefined;
  const identifiersHaveSpaces = () => {
    spaced ??= isPlainList
      ? rows.filter((row) => words(row) > 1).length * LINES_A_NOTE > rows.length
      : rows.some((row) => !row.alone && row.sure > 0 && words(row) > 1);
    return spaced;
  };
  return (row) => {
    if (!row.alone) return false;
    if (foot.has(row) || countOfRows.test(row.cells[at] ?? '')) return true;
    const count = words(row);
    return (count >= WORDS_OF_A_SENTENCE && !isPlainList) || (count > 1 && !identifiersHaveSpaces());
  };
}
