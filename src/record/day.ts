/** A calendar day without a time zone, written `YYYY-MM-DD`. Days in this form compare as text. */
export type Day = string & { readonly __day: unique symbol };

const MILLISECONDS_A_DAY = 86_400_000;

const monthLengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** 0 for what is no month. A `Date` says the same, and takes ten times as long: exports hold a million days. */
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

/**
 * Turns a year, a month (1..12) and a day of the month into a `Day`;
 * `undefined` when the calendar has no such day (31 April, month 13, year 0).
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return undefined;
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}` as Day;
}

/** The day on the calendar of the person at the screen. */
export function localDay(now: Date): Day {
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === undefined) throw new RangeError('The clock names no day.');
  return day;
}

/** Reads `YYYY-MM-DD` as a `Day`; `undefined` for any other text or a day that does not exist. */
export function parseDay(text: unknown): Day | undefined {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** The number of days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY);
}
