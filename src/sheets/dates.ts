import { type Day, dayOf } from '../record/index.ts';
import type { ColumnDateOrder } from './types.ts';

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

/** Month names and their short forms in English, German, French, Spanish, Italian; accents and full stops left out. */
const monthWords: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen'],
  ['february', 'feb', 'februar', 'fevrier', 'fevr', 'fev', 'febrero', 'febbraio'],
  ['march', 'mar', 'marz', 'mrz', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mag'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug'],
  ['august', 'aug', 'aout', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'set'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'dezember', 'dez', 'decembre', 'diciembre', 'dic', 'dicembre'],
];
const monthByWord = new Map(monthWords.flatMap((words, index) => words.map((word) => [word, index + 1] as const)));

/** What a date cell says: a day, nothing, three numbers whose order has to be known, or something unreadable. */
export type DateCell =
  | { state: 'day'; day: Day }
  | { state: 'blank' }
  | { state: 'numbers'; first: number; second: number; year: number }
  | { state: 'unreadable' };

const blanks = new Set(['', '-', '\u2013', '\u2014', '\u2212', '--', 'n/a', 'na', 'null']);
const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2}|[a-z]{3,4})?)?`;
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`, 'i');
const dayMonthWord = new RegExp(`^(\\d{1,2})[. -]+([^\\d\\s.,-]+)[., -]+(\\d{4})${TIME}$`, 'i');
const monthWordDay = new RegExp(`^([^\\d\\s.,-]+)[., -]+(\\d{1,2})(?:st|nd|rd|th)?[, -]+(\\d{4})${TIME}$`, 'i');

const dayCell = (day: Day | undefined): DateCell => (day ? { state: 'day', day } : { state: 'unreadable' });
const monthOf = (word: string) =>
  monthByWord.get(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '')) ?? 0;

/** True for the name of a month, or its short form, in one of the languages that are read. */
export const isMonthWord = (word: string): boolean => monthOf(word) > 0;

/** Reads the text of one date cell on its own. A two-digit year is unreadable: it may stand first or last. */
export function dateCell(raw: string, dates1904: boolean): DateCell {
  const text = raw.trim();
  if (blanks.has(text.toLowerCase())) return { state: 'blank' };
  const iso = yearFirst.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (iso) return dayCell(dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const numbers = yearLast.exec(text);
  if (numbers)
    return { state: 'numbers', first: Number(numbers[1]), second: Number(numbers[3]), year: Number(numbers[4]) };
  const dayFirst = dayMonthWord.exec(text);
  if (dayFirst) return dayCell(dayOf(Number(dayFirst[3]), monthOf(dayFirst[2] as string), Number(dayFirst[1])));
  const monthFirst = monthWordDay.exec(text);
  if (monthFirst) return dayCell(dayOf(Number(monthFirst[3]), monthOf(monthFirst[1] as string), Number(monthFirst[2])));
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= FIRST_BARE_SERIAL && serial < LAST_BARE_SERIAL + 1
    ? dayCell(serialDay(serial, dates1904))
    : { state: 'unreadable' };
}

/** Reads three numbers in a known order. */
export function orderedDay(
  cell: { first: number; second: number; year: number },
  order: ColumnDateOrder,
): Day | undefined {
  return order === 'mdy' ? dayOf(cell.year, cell.first, cell.second) : dayOf(cell.year, cell.second, cell.first);
}

/** What a whole column says about the order of its numeric dates. */
export interface DateEvidence {
  /** Cells that can only be day first, and only be month first. */
  dayFirst: number;
  monthFirst: number;
  /** Cells that are two different days in the two orders, up to a few as samples. */
  unclear: number;
  samples: string[];
}

export const noEvidence = (): DateEvidence => ({ dayFirst: 0, monthFirst: 0, unclear: 0, samples: [] });

const MOST_SAMPLES = 5;

/** Adds a cell to a column's evidence. */
export function weigh(evidence: DateEvidence, raw: string, cell: DateCell): void {
  if (cell.state !== 'numbers' || cell.first === cell.second) return;
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
