import { dateCell, isMonthWord, orderedDay } from './dates.ts';
import { isErrorText } from './words.ts';

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const ascii = /^[\x20-\x7e]*$/;

/** A text without the characters that nobody can see (zero-width spaces, direction marks, soft hyphens), trimmed. */
export const visible = (text: string): string => (ascii.test(text) ? text : text.replace(invisible, '')).trim();

/** Formulas that are nothing but a text: `="0012345"`, `=("0012345")`, `=T("0012345")`, `+"0012345"`, a link's words. */
const formulasOfText = [
  /^[=+]\s*(?:T\s*)?\(\s*"((?:[^"]|"")*)"\s*\)$/i,
  /^[=+]\s*"((?:[^"]|"")*)"(?:\s*&\s*"")?$/,
  /^=\s*HYPERLINK\(\s*"(?:[^"]|"")*"\s*[,;]\s*"((?:[^"]|"")*)"\s*\)$/i,
];

/** `="0012345"`, which keeps a spreadsheet from reading a text as a number, is that text. */
export function unprotected(cell: string): string {
  const text = cell.trim();
  if (!(text.startsWith('=') || text.startsWith('+')) || !text.includes('"')) return text;
  for (const pattern of formulasOfText) {
    const inside = pattern.exec(text)?.[1];
    if (inside !== undefined) return inside.replaceAll('""', '"').trim();
  }
  return text;
}

/** What stands behind an apostrophe by which a spreadsheet, or a file of ours, marks a text: a number, or what looks like a formula. */
const markedText = /^'(?=[\d=+\-@\t\r'])/;

/** The text of a cell as it was meant: without what protects it from a spreadsheet. A name such as `'t Hooft` keeps its apostrophe. */
export function cellText(cell: string): string {
  const text = unprotected(cell);
  return text.startsWith("'") ? text.replace(markedText, '').trim() : text;
}

/** The text of an identifier: an apostrophe before it is always a mark, unless another one behind it makes a pair around a word. */
export function identifierText(cell: string): string {
  const text = unprotected(cell);
  return text.startsWith("'") && !(isQuoted(text) && /^'\p{L}/u.test(text)) ? text.slice(1).trim() : text;
}

/** Quotation marks as people, word processors and programs set them around a whole text, Python's for bytes among them. */
const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\u201c': '\u201d',
  '\u201d': '\u201d',
  '\u201e': '\u201c\u201d',
  '\u2018': '\u2019',
  '\u2019': '\u2019',
  '\u201a': '\u2018\u2019',
  '\u00ab': '\u00bb',
  '\u00bb': '\u00ab',
  '\u2039': '\u203a',
};

/** True for a text with a pair of quotation marks around it and none of them inside. */
function isQuoted(text: string): boolean {
  const closing = pairs[text[0] ?? ''];
  if (closing === undefined || text.length < 3 || !closing.includes(text.at(-1) as string)) return false;
  const inside = text.slice(1, -1);
  return ![...`${text[0]}${closing}`].some((mark) => inside.includes(mark));
}

/** A role's name without the quotation marks around it: none has any of its own. */
export const withoutQuotes = (cell: string): string => (isQuoted(cell) ? cell.slice(1, -1).trim() : cell);

/** What programs write for "nothing": Python, R, databases, pivot tables, Analytics; none is a login or a name. */
const blankWords = new Set([
  ...['', '-', '--', '---', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '#', '.', '?', '\\n'],
  ...['none', '(none)', '<none>', '[none]', '-none-', '- none -', 'null', '(null)', '<null>', '[null]', '{null}'],
  ...['nil', 'undefined', 'unspecified', 'n/a', '(n/a)', 'n.a.', 'n. a.', 'n.a', 'na', '<na>', 'nan', 'nat', 'n/d'],
  ...['n.d.', 'n.n.', 's/d', 's/o', 'k.a.', 'k. a.', 'unknown', '(unknown)', 'unbekannt', '(unspecified)'],
  ...['not available', 'not applicable', 'not assigned', 'not specified', 'not set', 'no value', 'no data', 'no role'],
  ...['no roles', 'none selected', 'none assigned', '(no value)', '<no value>', '<empty>', '[empty]', '<blank>'],
  ...['[blank]', '(blank)', '(blanks)', '(empty)', '(leer)', '(vide)', '(vac\u00edo)', '(vuoto)', '(vazio)'],
  ...[
    '(en blanco)',
    '(em branco)',
    'keine angabe',
    'keine rolle',
    'kein wert',
    'nicht angegeben',
    'non renseign\u00e9',
  ],
  ...['non sp\u00e9cifi\u00e9', 'sans objet', 'sin especificar', 'no disponible', 'no especificado', 'non specificato'],
  ...['non disponibile', 'n\u00e3o informado', 'n\u00e3o dispon\u00edvel'],
]);
const LONGEST_BLANK = 16;

/** The same in one word that may be a login or a family name, and is no role; a look-up of an empty cell gives the figure. */
const noRoleWords = new Set([
  ...['0', 'keine', 'keiner', 'leer', 'ohne', 'aucun', 'aucune', 'vide', 'ninguno', 'ninguna', 'vac\u00edo', 'nessuno'],
  ...['nessuna', 'vuoto', 'nenhum', 'nenhuma', 'vazio', 'blank', 'empty', 'geen', 'ingen', 'brak'],
]);

/** Whether a text begins with a letter (but the two that one such word begins with) or a digit, and is one word: nearly all cells are, and are settled so. */
function isOneOtherWord(text: string): boolean {
  const first = text.charCodeAt(0) | 32;
  const isOther = (first >= 97 && first <= 122 && first !== 110 && first !== 117) || (first >= 48 && first <= 57);
  return isOther && !/[ ./]/.test(text);
}

/** True for a cell in which a word or sign stands for "nothing". */
export const isBlankCell = (text: string): boolean =>
  text.length <= LONGEST_BLANK && !isOneOtherWord(text) && blankWords.has(visible(text).toLowerCase());

/** True for the cell of a role in which a word or sign says that there is none. */
export const namesNoRole = (text: string): boolean =>
  namesNothing(text) || (text.length <= LONGEST_BLANK && noRoleWords.has(visible(text).toLowerCase()));

/** True for a text in which no identifier and no role can stand: a word or sign for "nothing", or nothing but signs (`???`, `----+---`). */
export const namesNothing = (text: string): boolean =>
  isBlankCell(text) || !(isOneOtherWord(text) || /[\p{L}\p{N}]/u.test(text));

const onlyLetters = /^\p{L}+$/u;

/** True for a name, a group or the like in which a sign stands for "nothing" (`\N`, `-`, `(null)`); Null and None are names, too. */
export const isBlankText = (text: string): boolean => isBlankCell(text) && !onlyLetters.test(text);

/** True where every part of a name is one and the same word for "nothing": a database writes `NULL` for both. */
export const areBlankNames = (parts: readonly string[]): boolean =>
  parts.length > 1 && isBlankCell(parts[0] as string) && parts.every((part) => part === parts[0]);

/**
 * A whole number with zeros behind the point, a number with an exponent, one with its thousands set apart (in English, German,
 * French and Swiss ways), a share, an amount of money, a column too narrow for it.
 */
const numbers = [
  /^[+-]?\d+[.,]0+$/,
  /^[+-]?\d+(?:[.,]\d+)?E[+-]\d{1,3}$/i,
  /^[+-]?\d+[.,]\d+E\d{1,3}$/i,
  /^[(+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?$/,
  /^[(+-]?[1-9]\d{0,2}(?:([. \u00a0\u202f'\u2019])\d{3})(?:\1\d{3})*(?:,\d+)?\)?$/,
  /^[+-]?\d[\d.,]*\s?%$/,
  /^[(+-]?\p{Sc}\s?[+-]?\d[\d.,]*\)?$/u,
  /^[(+-]?\d[\d.,]*\s?\p{Sc}\)?$/u,
  /^#{2,}$/,
  // What a program makes of a fraction that a computer cannot hold: `124599.99999999999`, `123456.00000000001`.
  /^[+-]?\d+[.,]\d*(?:0{6,}|9{6,})\d{0,2}$/,
  // Thousands as they are set apart in India, a day and a time as one number, and what C writes for no number.
  /^[+-]?\d{1,2}(?:,\d{2})+,\d{3}$/,
  /^[2-9]\d{4}[.,]\d{3,}$/,
  /^-?1[.,]#(?:ind|inf|qnan|snan)0*$/i,
  // Days of East Asia and Hungary, and the day before the first one of a spreadsheet's calendar.
  /^(?:\d{4}\s?[\u5e74\ub144]\s?)?\d{1,2}\s?[\u6708\uc6d4](?:\s?\d{1,2}\s?[\u65e5\uc77c])?$/,
  /^\d{4}\. ?\d{1,2}\. ?\d{1,2}\.$/,
  /^(?:0?1[./]0?0[./]1900|0?0[./]0?1[./]1900|1900-0?1-0?0)$/,
  // An apostrophe that marks a text, and that a word processor has bent.
  /^[\u2018\u2019\u201b\u00b4\u0060]\d/,
];
const timeOfDay = /^\d{1,7}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?$/i;
/** `4-Mar`, `04. Mrz`, and `Mar-04`, `Mrz 04`: what a spreadsheet shows for a day or a month of this century. */
const dayAndMonth = /^\d{1,2}[-. /]+(\p{L}+)\.?$/u;
const monthAndYear = /^(\p{L}+)(?:[- /]|\. )+(?:\d{1,2}|\d{4})$/u;
const bareDigits = /^\d+(?:[.,]\d+)?$/;

function isDate(text: string): boolean {
  if (bareDigits.test(text)) return false;
  const month = (dayAndMonth.exec(text) ?? monthAndYear.exec(text))?.[1];
  if (month !== undefined && isMonthWord(month)) return true;
  const cell = dateCell(text, false);
  if (cell.state !== 'numbers') return cell.state === 'day' || cell.state === 'short-year';
  return (['dmy', 'mdy'] as const).some((order) => orderedDay(cell, order, '2000') !== undefined);
}

/** Yes and no as spreadsheets write them in capitals, also for a login such as `true`. */
const truths = new Set([
  ...['TRUE', 'FALSE', 'WAHR', 'FALSCH', 'VRAI', 'FAUX', 'VERDADERO', 'VERDADEIRO', 'FALSO', 'VERO', 'WAAR', 'ONWAAR'],
  ...[
    'SANT',
    'FALSKT',
    'SAND',
    'FALSK',
    'TOSI',
    'EP\u00c4TOSI',
    'PRAWDA',
    'FA\u0141SZ',
    'PRAVDA',
    'NEPRAVDA',
    'IGAZ',
    'HAMIS',
  ],
  ...['DO\u011eRU', 'YANLI\u015e', '\u0418\u0421\u0422\u0418\u041d\u0410', '\u041b\u041e\u0416\u042c'],
]);

/** What a page or a file with other letters leaves of a text: `zm&uuml;ller`, and `zm?ller`, where nobody knows the letter. */
const lostLetters = /\uFFFD|&(?:#x?[\da-f]{1,6}|[a-z]{2,8});|\p{L}\?+\p{L}/iu;
/** A formula without its result. `=abc` may be somebody's identifier. */
const formulaLeft = /^=(?=.*["'])|^=\d+$|^=[A-Z][A-Z.]+\(/;

/** Characters of the longest number or date that a program writes; what is longer is none, and is not searched for one. */
const LONGEST_NUMBER = 100;

const damages = new Map<string, boolean>();
const MOST_REMEMBERED = 10_000;
/** Nothing but figures, or but letters and figures that a letter begins: most identifiers are settled at once. */
const cannotBeDamaged = /^(?:[a-z][\w@]*|\d+)$/i;

/** True for an identifier that a spreadsheet has turned into a number, a date, a time, a yes or no or an error, or whose letters were lost in decoding. */
export function isDamaged(identifier: string): boolean {
  if (cannotBeDamaged.test(identifier)) return truths.has(identifier);
  const known = damages.get(identifier);
  if (known !== undefined) return known;
  const text = visible(identifier);
  const damaged =
    lostLetters.test(text) ||
    isQuoted(text.startsWith('b') ? text.slice(1) : text) ||
    isErrorText(text) ||
    formulaLeft.test(text) ||
    truths.has(text) ||
    (text.length <= LONGEST_NUMBER &&
      (numbers.some((pattern) => pattern.test(text)) || timeOfDay.test(text) || isDate(text)));
  if (damages.size >= MOST_REMEMBERED) damages.clear();
  damages.set(identifier, damaged);
  return damaged;
}

/** Signs that no role's name holds: what stands between them are several roles. */
const surelyBetween = /[;|\n]/;
/** Signs and words that may stand in a role's name as well: they part where a role's own name stands on each side. */
const maybeBetween = /\s*[/&+\u2022\u00b7]\s*|\s+(?:and|und|et|y|e|-|\u2013)\s+|\s{2,}/;
/** A list as programs write it: `['Patron', 'Instructor']`, `{Patron,Instructor}`. */
const isWrittenList = (cell: string): boolean => '[{('.includes(cell[0] ?? ' ') && ']})'.includes(cell.at(-1) ?? ' ');
/** More than anybody's roles in one cell need; a longer cell is one role that nobody knows. */
const LONGEST_LIST = 10_000;
const inQuotes = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g;

function partsOfList(cell: string): string[] | undefined {
  if (!isWrittenList(cell) || cell.length > LONGEST_LIST) return undefined;
  const inside = cell.slice(1, -1).trim();
  const quoted = [...inside.matchAll(inQuotes)].map(([, double, single]) => double ?? single ?? '');
  if (quoted.length > 0) return quoted;
  return inside.includes(',') ? inside.split(',') : undefined;
}

function partsByNames(cell: string, isRoleName: (name: string) => boolean): string[] | undefined {
  if (!maybeBetween.test(cell) || isRoleName(cell)) return undefined;
  const parts = cell.split(maybeBetween);
  return parts.every((part) => isRoleName(part)) ? parts : undefined;
}

/** The roles in a cell that need no question. */
function surelyParted(cell: string, isRoleName: ((name: string) => boolean) | undefined): string[] | undefined {
  if (surelyBetween.test(cell)) return cell.split(surelyBetween);
  return partsOfList(cell) ?? (isRoleName && partsByNames(cell, isRoleName));
}

/** True where a comma is all that may part several roles in a cell. */
export const hasDoubtfulComma = (cell: string, isRoleName: ((name: string) => boolean) | undefined): boolean =>
  cell.includes(',') && /\p{L}/u.test(cell) && surelyParted(cell, isRoleName) === undefined;

/**
 * Several roles in one cell; `undefined` for a single one. Commas stand in some roles' names: whether they part roles is asked.
 * `isRoleName` tells a role's own name.
 */
export function rolesInCell(
  cell: string,
  commasPart: boolean,
  isRoleName?: (name: string) => boolean,
): readonly string[] | undefined {
  const parted = surelyParted(cell, isRoleName) ?? (commasPart ? cell.split(',') : undefined);
  if (!parted) return undefined;
  const parts = parted.map((part) => part.trim()).filter((part) => part !== '');
  return parts.length > 1 || isWrittenList(cell) ? parts : undefined;
}
