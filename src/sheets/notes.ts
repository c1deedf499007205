import { countIn, isClosingLabel, isClosingLine } from './closing-lines.ts';
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
/** `End of report`, `EndOfReport`, `Fin del informe`. */
const endOfReport =
  /^(?:[*=_#<[(-]\s*)*(?:end|ende|fin|fine|fim)[ _-]?(?:of|des|der|du|de|del|della|do|da)[ _-]?(?:the[ _-]?)?(?:report|file|list|data|document|export|page|berichts?|liste|datei|rapport|fichier|informe|archivo|lista|rapporto|elenco|relat[o\u00f3]rio)(?:\s*[*=_#>\]).-])*$/i;
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

/** The lines at the end of which the first text is the name of what stands beside it: `Run date | 2026-11-28`. */
function labelledFoot({ rows, columns }: Collected, isNote: (row: RawRow) => boolean): ReadonlySet<RawRow> {
  const found = new Set<RawRow>();
  const at = columns.indexOf('identifier');
  function isLabelled(row: RawRow): boolean {
    const [first = '', ...beside] = row.cells.filter((cell) => cell !== '');
    // A number beside a name may be somebody's identifier, where it is not that of the lines.
    const isBeside = row.cells[at] === '' || row.cells[at] === first || Number(beside[0]) === rows.indexOf(row);
    return !row.alone && row.sure > 0 && isClosingLabel(first, isBeside ? beside : [first]);
  }
  for (const row of rows.slice(-MOST_LINES_OF_A_FOOT).reverse()) {
    if (isLabelled(row)) found.add(row);
    else if (!isNote(row)) break;
  }
  return found;
}

const shapeOf = (text: string): string => text.replace(/\d/g, '0');

/** Whether the last line is the number of all lines before it, made as no other identifier is: as long, with as many figures. */
function isCountOf(last: string, before: readonly string[]): boolean {
  const count = countIn(last);
  if (count === undefined || before.length === 0) return false;
  if (count !== before.length && count !== new Set(before).size) return false;
  return !before.some((text) => shapeOf(text) === shapeOf(last));
}

/** What Alma has a file of a set headed by: such a file is made for it, and nothing but identifiers stands in it. */
const headingOfASet = 'USERNAME';

/**
 * Gives a function that tells whether a row is a note (`End of report`, `(3 rows)`, `Page 1`) though its text stands where the
 * identifiers do. Nothing else stands in such a line, or what it says of the report; it is a sentence, or a line that reports close
 * with, or has spaces where no identifier of a fuller row has any, or stands apart below the table. Rows of people may look alike
 * where everything else is blank: what is taken for a note is listed.
 */
export function createNotes(table: Collected): (row: RawRow) => boolean {
  const { columns, rows } = table;
  const isPlainList = columns.length < 2;
  const at = columns.indexOf('identifier');
  const text = (row: RawRow) => row.cells[at] ?? '';
  const words = (row: RawRow) => text(row).split(/\s+/).length;
  const isSet = isPlainList && table.headings[0]?.heading.trim() === headingOfASet;
  const foot = isPlainList ? new Set<RawRow>() : footOf(table);
  const isLastWord = (last: string) =>
    endOfReport.test(last) || (lastWord.test(last) && !(isPlainList && mayBeAnAccount.test(last)));
  let spaced: boolean | undefined;
  const identifiersHaveSpaces = () => {
    spaced ??= isPlainList
      ? rows.filter((row) => words(row) > 1).length * LINES_A_NOTE > rows.length
      : rows.some((row) => !row.alone && row.sure > 0 && words(row) > 1) ||
        rows.filter((row) => words(row) > 1).length * 2 > rows.length;
    return spaced;
  };
  let closes: boolean | undefined;
  /** Where most identifiers are made like such lines (`user: 12`, addresses), none of them is one. */
  const closingLinesAreFew = () => {
    closes ??= rows.filter((row) => isClosingLine(text(row))).length * 2 <= rows.length;
    return closes;
  };
  const saysItsEnd = (last: RawRow) =>
    rows.length > 1 && (isLastWord(text(last)) || (!isPlainList && isCountOf(text(last), rows.slice(0, -1).map(text))));
  function isAloneNote(row: RawRow): boolean {
    if (!row.alone) return false;
    if (row === rows.at(-1) && saysItsEnd(row)) return true;
    if (foot.has(row) || countOfRows.test(text(row))) return true;
    if (!isSet && isClosingLine(text(row)) && closingLinesAreFew()) return true;
    const count = words(row);
    return (count >= WORDS_OF_A_SENTENCE && !isPlainList) || (count > 1 && !identifiersHaveSpaces());
  }
  const labelled = labelledFoot(table, isAloneNote);
  return (row) => isAloneNote(row) || (labelled.has(row) && closingLinesAreFew());
}
