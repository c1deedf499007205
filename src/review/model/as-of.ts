import { type Day, dayOf, parseDay } from '../../record/index.ts';

const namedDay = /(?<!\d)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/;

/**
 * The day that one of several sheets of a workbook shows: a date in its name, the end of an earlier year in its name
 * (`2025`, `SLR 2025`), else the day of the file. A person can correct it.
 */
export function sheetDayOf(sheet: string, fileDay: Day): Day {
  const named = namedDay.exec(sheet);
  const day = named && parseDay(`${named[1]}-${named[2]}-${named[3]}`);
  const year = /(?<!\d)20\d{2}(?!\d)/.exec(sheet)?.[0];
  const found = day || (year && parseDay(`${year}-12-31`)) || fileDay;
  return found > fileDay ? fileDay : found;
}

/** Whether a file's name says which day it shows. */
export function namesItsDay(name: string): boolean {
  const named = namedDay.exec(name);
  return named !== null && parseDay(`${named[1]}-${named[2]}-${named[3]}`) !== undefined;
}

/**
 * The day that an export most likely shows: a date in the file's name (`2026-11-20`, `20261120`), else the day it was last
 * changed on this machine; never later than today. A person can correct it: for login dates it matters.
 */
export function asOfOf(file: { name: string; lastModified: number }, today: Day): Day {
  const named = namedDay.exec(file.name);
  const inName = named && parseDay(`${named[1]}-${named[2]}-${named[3]}`);
  const changed = new Date(file.lastModified);
  const day = inName || dayOf(changed.getFullYear(), changed.getMonth() + 1, changed.getDate()) || today;
  return day > today ? today : day;
}
