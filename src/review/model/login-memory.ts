import { type Day, daysBetween } from '../../record/index.ts';
import type { LoginMemory } from './types.ts';

const DAYS_A_YEAR = 365;
const MONTHS_A_YEAR = 12;
/**
 * A blank in a report says nothing of the days since: a report older than this no longer shows that nobody logged in
 * "within the window". Our own choice, a third of the window that Alma keeps at most.
 */
const DAYS_A_BLANK_HOLDS = 31;

/** One Staff Login Report's word on a person. */
export interface Sighting {
  asOf: Day;
  lastLogin: Day | 'not-in-window' | undefined;
}

/** Months of the last twelve that the windows of reports cover, rounded down. */
function monthsCovered(asOfs: readonly Day[], windowDays: number, today: Day): number {
  const covered = new Set<number>();
  for (const asOf of asOfs) {
    const age = daysBetween(asOf, today);
    for (let back = age; back < age + windowDays; back += 1) if (back >= 0 && back < DAYS_A_YEAR) covered.add(back);
  }
  return Math.floor((covered.size / DAYS_A_YEAR) * MONTHS_A_YEAR);
}

/** Merges what reports say of a person into what is known of the year; `earlier` is the last login that an earlier review knew. */
export function loginMemory(
  sightings: readonly Sighting[],
  windowDays: number,
  today: Day,
  earlier?: Day,
): LoginMemory {
  const days = sightings
    .map(({ lastLogin }) => lastLogin)
    .filter((day): day is Day => day !== undefined && day !== 'not-in-window');
  const lastSeen = [...days, ...(earlier ? [earlier] : [])].sort().at(-1);
  const readable = sightings.filter(({ lastLogin }) => lastLogin !== undefined).map(({ asOf }) => asOf);
  const unreadable = sightings.length - readable.length;
  return {
    ...(lastSeen === undefined ? {} : { lastSeen }),
    reports: readable.length,
    ...(unreadable === 0 ? {} : { unreadable }),
    coveredMonths: monthsCovered(readable, windowDays, today),
  };
}

/**
 * What the rules may take for the last login: a login within the window stands by itself; an older one, or none, only where a
 * recent report lists the person. `undefined`: the files do not tell.
 */
export function lastLoginForRules(
  sightings: readonly Sighting[],
  memory: LoginMemory,
  windowDays: number,
  today: Day,
): Day | 'not-in-window' | undefined {
  const { lastSeen } = memory;
  if (lastSeen !== undefined && daysBetween(lastSeen, today) <= windowDays) return lastSeen;
  const recent = sightings.some(
    ({ asOf, lastLogin }) => lastLogin !== undefined && daysBetween(asOf, today) <= DAYS_A_BLANK_HOLDS,
  );
  return recent ? (lastSeen ?? 'not-in-window') : undefined;
}
