/** A calendar day without a time zone, written `YYYY-MM-DD`. Days in this form compare as text. */
export type Day = string & { readonly __day: unique symbol };

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Turns a year, a month (1..12) and a day of the month into a `Day`;
 * `undefined` when the calendar has no such day (31 April, month 13, year 0).
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (![year, month, dayOfMonth].every(Number.isInteger) || year < 1000 || year > 9999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? (date.toISOString().slice(0, 10) as Day) : undefined;
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
