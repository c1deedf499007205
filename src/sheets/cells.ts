import { dateCell, isMonthWord, orderedDay } from './dates.ts';
import { isErrorText } from './words.ts';

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const ascii = /^[\x20-\x7e]*$/;

/** A text without the characters that nobody can see (zero-width spaces, direction marks, soft hyphens), trimmed. */
export const visible = (text: string): string => (ascii.test(text) ? text : text.replace(invisible, '')).trim();

const formulaOfText = /^="((?:[^"]|"")*)"$/;

/** `="0012345"`, which keeps a spreadsheet from reading a text as a number, is that text. */
export function unprotected(cell: string): string {
  const text = cell.trim();
  if (!text.startsWith('="')) return text;
  const inside = formulaOfText.exec(text)?.[1];
  return inside === undefined ? text : inside.replaceAll('""', '"').trim();
}

/** What stands behind an apostrophe by which a spreadsheet, or a file of ours, marks a text: a number, or what looks like a formula. */
const markedText = /^'(?=[\d=+\-@\t\r'])/;

/** The text of a cell as it was meant: without what protects it from a spreadsheet. A name such as `'t Hooft` keeps its apostrophe. */
export function cellText(cell: string): string {
  const text = unprotected(cell);
  return text.startsWith("'") ? text.replace(markedText, '').trim() : text;
}

/** The text of an identifier: an apostrophe before it is always a mark. */
export function identifierText(cell: string): string {
  const text = unprotected(cell);
  return text.startsWith("'") ? text.slice(1).trim() : text;
}

/** What programs write for "nothing": Python, R, databases, pivot tables, Analytics. */
const blankWords = new Set([
  ...['', '-', '--', '---', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '#', '.', '?', '\\n'],
  ...['none', '(none)', '<none>', 'null', '(null)', '<null>', '[null]', 'nil', 'undefined', 'unspecified'],
  ...[
    'n/a',
    '(n/a)',
    'n.a.',
    'na',
    '<na>',
    'nan',
    'n/d',
    'n. a.',
    'not available',
    'not applicable',
    'n.n.',
    'no value',
  ],
  ...['unknown', '(unknown)', 'unbekannt', '(no value)', '<no value>', '<empty>', '[empty]', '<blank>', '[blank]'],
  ...['(blank)', '(empty)', '(leer)', '(vide)', '(vac\u00edo)', '(vuoto)', '(vazio)', '(en blanco)', '(em branco)'],
]);

/** Whether a text begins with a letter (but the two that such words begin with) or a digit: nearly all cells do, and are settled so. */
function beginsOtherwise(text: string): boolean {
  const first = text.charCodeAt(0) | 32;
  return (first >= 97 && first <= 122 && first !== 110 && first !== 117) || (first >= 48 && first <= 57);
}

/** True for a cell in which a word or sign stands for "nothing". */
export const isBlankCell = (text: string): boolean =>
  !beginsOtherwise(text) && text.length <= 16 && blankWords.has(visible(text).toLowerCase());

/** True for a text in which no identifier and no role can stand: a word or sign for "nothing", or nothing but signs (`???`, `----+---`). */
export const namesNothing = (text: string): boolean =>
  !beginsOtherwise(text) && (isBlankCell(text) || !/[\p{L}\p{N}]/u.test(text));

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
];
const timeOfDay = /^\d{1,3}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?$/i;
/** `4-Mar`, `04. Mrz`, and `Mar-04`, `Mrz 04`: what a spreadsheet shows for a day or a month of this century. */
const dayAndMonth = /^\d{1,2}[-. /]+(\p{L}+)\.?$/u;
const monthAndYear = /^(\p{L}+)(?:[- /]|\. )+(?:\d{2}|\d{4})$/u;
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
]);

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
    text.includes('\uFFFD') ||
    isErrorText(text) ||
    numbers.some((pattern) => pattern.test(text)) ||
    timeOfDay.test(text) ||
    isDate(text);
  if (damages.size >= MOST_REMEMBERED) damages.clear();
  damages.set(identifier, damaged);
  return damaged;
}

/** Signs that no role's name holds: what stands between them are several roles. */
const surelyBetween = /[;|\n]/;

/** Several roles in one cell; `undefined` for a single one. Commas stand in some roles' names: whether they part roles is asked. */
export function rolesInCell(cell: string, commasPart: boolean): readonly string[] | undefined {
  const between = surelyBetween.test(cell) ? /[;|\n]/ : commasPart ? /,/ : undefined;
  if (!between) return undefined;
  const parts = cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 ? parts : undefined;
}
