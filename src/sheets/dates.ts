import { type Day, dayOf } from '../record/index.ts';
import type { Century, ColumnDateOrder } from './types.ts';

const MILLISECONDS_A_DAY = 86_400_000;
/** Day 0 of Excel's calendar from 1 March 1900 on; before that day Excel counts a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** Serials taken for days where nothing but the number stands there: 1954 to 2173. */
const FIRST_BARE_SERIAL = 20_000;
const LAST_BARE_SERIAL = 99_999;

/** Excel's serial number as a day; the time of day is dropped. `undefined` outside Excel's calendar. */
export function serialDay(serial: number, dates1904: boolean): Day | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  let days = Math.floor(serial + 1e-9) + (dates1904 ? DAYS_TO_1904 : 0);
  if (days < 60) days += 1;
  const date = new Date(DAY_ZERO + days * MILLISECONDS_A_DAY);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Month names and their short forms in English, German, French, Spanish, Italian, Portuguese, Dutch and the Scandinavian languages; accents and full stops left out. */
const monthWords: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'janeiro', 'januari'],
  ['february', 'feb', 'februar', 'feber', 'fevrier', 'fevr', 'fev', 'febrero', 'febbraio', 'fevereiro', 'februari'],
  ['march', 'mar', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'marco', 'maart', 'mrt', 'marts'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'maj'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho'],
  ['august', 'aug', 'aout', 'agosto', 'ago', 'augustus', 'augusti'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'set', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'desember', 'des', 'dezember', 'dez', 'decembre', 'diciembre', 'dic', 'dicembre', 'dezembro'],
];
const monthByWord = new Map(monthWords.flatMap((words, index) => words.map((word) => [word, index + 1] as const)));

/** What a date cell says: a day, nothing, three numbers whose order or century has to be known, or something unreadable. */
export type DateCell =
  | { state: 'day'; day: Day }
  | { state: 'blank' }
  | { state: 'numbers'; first: number; second: number; year: number }
  /** A day of a month in a year of two digits. */
  | { state: 'short-year'; dayOfMonth: number; month: number; year: number }
  | { state: 'unreadable' };

/** True for a cell whose year has two digits: its century has to be told. */
export const hasShortYear = (cell: DateCell): boolean =>
  cell.state === 'short-year' || (cell.state === 'numbers' && cell.year < 100);

const blanks = new Set([
  ...['', '-', '\u2013', '\u2014', '\u2212', '--', 'n/a', 'na', 'null', 'none', 'nan', 'nat', '(null)', '(blank)'],
]);
/** What databases and spreadsheets write for no day at all: a zero, month 0 or day 0 of the year in which their calendars begin. */
const zeroDay =
  /^(?:0|0000-00-00|1900-01-00|0?1([-/.])00?\1(?:19)?00|00?([-/.])0?1\2(?:19)?00)(?:[T ]0?0:00(?::00(?:\.0+)?)?)?$/;
/** A time of day behind a day: `T10:11:12.5Z`, ` 10:11 PM CET`, ` um 10.11 Uhr`, ` \u00e0 10h11`, ` at 10:11 (Central European Time)`. */
const CLOCK = String.raw`\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:[.,]\d+)?|\.\d{2}(?:\.\d+)?)?|\s?h(?:\s?\d{2})?(?:\s?min)?)`;
const ZONE = String.raw`(?:z|(?:utc|gmt)?\s?[+-]\d{1,2}(?::?\d{2})?|[a-z]{3,5}|[a-z]+\/[a-z_]+(?:\/[a-z_]+)?|\([^()]*\))`;
const TIME = String.raw`(?:z|[+-]\d{2}:\d{2}|(?:[T ,]+(?:at|um|\u00e0|a las|alle(?: ore)?|ore|\u00e0s|as)?\s*|\s+)${CLOCK}(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:uhr|hrs?|heures?))?(?:\s*${ZONE}){0,2})?`;
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})${TIME}$`, 'i');
const OF = String.raw`(?:(?:de|del|of|di)\s+)?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|\u00ba|\u00b0|\.\u00ba)?`;
const dayMonthWord = new RegExp(
  `^(\\d{1,2})${ORDINAL}[. /-]+${OF}([^\\d\\s.,/-]+)[., /-]+${OF}'?(\\d{4}|\\d{2})${TIME}$`,
  'i',
);
const monthWordDay = new RegExp(`^([^\\d\\s.,/-]+)[., /-]+(\\d{1,2})${ORDINAL}[, /-]+(\\d{4})${TIME}$`, 'i');
const yearMonthWord = /^(\d{4})[- ./]+([^\d\s.,/-]+)[-. /]+(\d{1,2})$/;
/** `Wed Mar 04 10:15:00 CET 2026`, as Java and Unix write it, and C and Python without the zone. */
const yearBehindTime =
  /^([^\d\s.,-]+) (\d{1,2}) \d{1,2}:\d{2}:\d{2} (?:(?:[a-z]{3,5}|(?:gmt|utc)[+-]\d{1,2}:?\d{2}) )?(\d{4})$/i;
/** `2026年3月14日`, `2026년 3월 14일`, and `2026. 3. 14.` as Korea and Hungary write it. */
const yearFirstInParts = new RegExp(
  `^(\\d{4})(?: ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]|\\. ?(\\d{1,2})\\. ?(\\d{1,2})\\.)${TIME}$`,
  'i',
);
/** `14MAR2026`, `14MAR2026:10:15:00`, as SAS writes it. */
const inOneWord = /^(\d{1,2})([^\d\s.,:/-]{3,})(\d{4})(?::\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

const dayCell = (day: Day | undefined): DateCell => (day ? { state: 'day', day } : { state: 'unreadable' });
const monthOf = (word: string) =>
  monthByWord.get(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '')) ?? 0;

/** True for a month's name or its short form in one of the languages known here. */
export const isMonthWord = (word: string): boolean => monthOf(word) !== 0;

/** The text without marks that cannot be seen, with plain spaces, and without a day of the week before the date. */
function tidied(raw: string): string {
  const text = raw
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const weekday = /^(\p{L}{2,})(?:-feira)?(?:\.,?|,| )\s?(?=\S)/u.exec(text);
  return weekday && monthOf(weekday[1] as string) === 0 ? text.slice(weekday[0].length) : text;
}

function byWords(day: string, month: string, year: string): DateCell {
  const [dayOfMonth, monthNumber] = [Number(day), monthOf(month)];
  if (year.length === 4) return dayCell(dayOf(Number(year), monthNumber, dayOfMonth));
  // In a leap year, so that 29 February is not refused before its century is known.
  if (!dayOf(2000, monthNumber, dayOfMonth)) return { state: 'unreadable' };
  return { state: 'short-year', dayOfMonth, month: monthNumber, year: Number(year) };
}

/** Characters of the longest date that a program writes, with its time and zone: nothing is looked for in more. */
const LONGEST_DATE = 100;

/** Reads the text of one date cell on its own. A year of two digits is taken to stand last, and its century is left open. */
export function dateCell(raw: string, dates1904: boolean): DateCell {
  const trimmed = raw.replace(/\s+/g, ' ').trim();
  if (trimmed.length > LONGEST_DATE) return { state: 'unreadable' };
  if (blanks.has(trimmed.toLowerCase()) || zeroDay.test(trimmed)) return { state: 'blank' };
  const iso = yearFirst.exec(trimmed) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(trimmed);
  if (iso) return dayCell(dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const text = tidied(trimmed);
  const numbers = yearLast.exec(text);
  if (numbers)
    return { state: 'numbers', first: Number(numbers[1]), second: Number(numbers[3]), year: Number(numbers[4]) };
  const [, day, month, year] = dayMonthWord.exec(text) ?? inOneWord.exec(text) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) return byWords(day, month, year);
  const monthFirst = monthWordDay.exec(text) ?? yearBehindTime.exec(text);
  if (monthFirst) return byWords(monthFirst[2] as string, monthFirst[1] as string, monthFirst[3] as string);
  const parts = yearFirstInParts.exec(text);
  if (parts) return dayCell(dayOf(Number(parts[1]), Number(parts[2] ?? parts[4]), Number(parts[3] ?? parts[5])));
  const yearWord = yearMonthWord.exec(text);
  if (yearWord) return byWords(yearWord[3] as string, yearWord[2] as string, yearWord[1] as string);
  const tidiedIso = text === trimmed ? null : yearFirst.exec(text);
  if (tidiedIso) return dayCell(dayOf(Number(tidiedIso[1]), Number(tidiedIso[3]), Number(tidiedIso[4])));
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= FIRST_BARE_SERIAL && serial < LAST_BARE_SERIAL + 1
    ? dayCell(serialDay(serial, dates1904))
    : { state: 'unreadable' };
}

/** Day 0 in the calendars of spreadsheets and databases: what an empty date becomes on its way. */
const zeroDays: readonly string[] = ['1899-12-30', '1899-12-31'];
/** No account was made before, and no library's system. */
const FIRST_YEAR = 1950;
/** Years of Buddhist calendars begin here; "never" is written as a year far behind them. */
const AFTER_LAST_YEAR = 2200;
const FIRST_YEAR_OF_NEVER = 2900;

/**
 * A day of an account or a login as it can be meant: `null` for the zero of a calendar, `undefined` for a day that no library's system
 * means (1900-01-01, 2569-03-14: the first day of a database, a year of another calendar).
 */
export function sensibleDay(day: Day): Day | null | undefined {
  if (zeroDays.includes(day)) return null;
  const year = Number(day.slice(0, 4));
  return year < FIRST_YEAR || (year >= AFTER_LAST_YEAR && year < FIRST_YEAR_OF_NEVER) ? undefined : day;
}

/** The last of the years that a spreadsheet takes for years of this century. */
const LAST_OF_THIS_CENTURY = 29;

function fullYear(year: number, century: Century | undefined): number {
  if (year >= 100 || century === undefined) return year;
  if (century === 'split') return year + (year <= LAST_OF_THIS_CENTURY ? 2000 : 1900);
  return year + Number(century);
}

/** Reads a day whose year has two digits, once the century is known. */
export const shortYearDay = (
  cell: { dayOfMonth: number; month: number; year: number },
  century: Century | undefined,
): Day | undefined => dayOf(fullYear(cell.year, century), cell.month, cell.dayOfMonth);

/** Reads three numbers in a known order. */
export function orderedDay(
  cell: { first: number; second: number; year: number },
  order: ColumnDateOrder,
  century?: Century,
): Day | undefined {
  const year = fullYear(cell.year, century);
  return order === 'mdy' ? dayOf(year, cell.first, cell.second) : dayOf(year, cell.second, cell.first);
}

/** What a whole column says about the order of its numeric dates. */
export interface DateEvidence {
  /** Cells that can only be day first, and only be month first, and up to a few of them. */
  others: string[];
  dayFirst: number;
  monthFirst: number;
  /** Cells that are two different days in the two orders, up to a few as samples. */
  unclear: number;
  samples: string[];
  /** Cells whose year has two digits, up to a few. */
  shortYears: string[];
  /** Cells in which a spreadsheet, or a program, has written a whole day: those that are days with day and month swapped as well (up to a few), and how many are not. */
  swappable: string[];
  notSwappable: number;
}

export const noEvidence = (): DateEvidence => ({
  dayFirst: 0,
  monthFirst: 0,
  others: [],
  unclear: 0,
  samples: [],
  shortYears: [],
  swappable: [],
  notSwappable: 0,
});

const MOST_SAMPLES = 5;

/** A day in figures, the year first, or the number of a day. */
const wholeDay = /^\d{4}-\d{2}-\d{2}|^\d{5}(?:\.\d+)?$/;

/** The day with day and month in each other's place; `undefined` where the year has no such day. */
export function swappedDay(day: Day): Day | undefined {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return dayOf(year as number, dayOfMonth as number, month as number);
}

/** Whether a cell's text is a day that a spreadsheet may have swapped, see `mayBeSwapped`. */
export const isWholeDay = (raw: string): boolean => wholeDay.test(raw);

/**
 * Whether a spreadsheet of another country has taken the day for the month where it could: what could not be taken so is still text, all
 * of it in one order that no program could mistake, and every whole day could be one in either order.
 */
export const mayBeSwapped = ({ dayFirst, monthFirst, unclear, swappable, notSwappable }: DateEvidence): boolean =>
  swappable.length > 0 && notSwappable === 0 && unclear === 0 && dayFirst > 0 !== monthFirst > 0;

/** Adds a cell to a column's evidence; one that stands in many rows needs to be added once. */
export function weigh(evidence: DateEvidence, raw: string, cell: DateCell): void {
  if (hasShortYear(cell) && evidence.shortYears.length < MOST_SAMPLES && !evidence.shortYears.includes(raw))
    evidence.shortYears.push(raw);
  if (cell.state === 'day' && wholeDay.test(raw) && sensibleDay(cell.day)) {
    if (!swappedDay(cell.day)) evidence.notSwappable += 1;
    else if (evidence.swappable.length < MOST_SAMPLES) evidence.swappable.push(raw);
  }
  if (cell.state !== 'numbers' || cell.first === cell.second) return;
  if ((cell.first > 12 || cell.second > 12) && evidence.others.length < 2) evidence.others.push(raw);
  if (cell.first > 12 && cell.second <= 12) evidence.dayFirst += 1;
  else if (cell.second > 12 && cell.first <= 12) evidence.monthFirst += 1;
  else if (cell.first <= 12) {
    evidence.unclear += 1;
    if (evidence.samples.length < MOST_SAMPLES && !evidence.samples.includes(raw)) evidence.samples.push(raw);
  }
}

/**
 * The order of a column's numeric dates: by the cells that can be read in one way only. `ask`: no cell decides, or some say
 * one thing and some the other; a person has to say. `none`: there is nothing to order.
 */
export function orderBy(evidence: DateEvidence): ColumnDateOrder | 'ask' | 'none' {
  const { dayFirst, monthFirst, unclear } = evidence;
  if (dayFirst > 0 && monthFirst === 0) return 'dmy';
  if (monthFirst > 0 && dayFirst === 0) return 'mdy';
  return dayFirst + monthFirst + unclear === 0 ? 'none' : 'ask';
}
