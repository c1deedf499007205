import type { Review } from './review-file.ts';
import type { Person } from './types.ts';

/** What has become of last year's review. Lists hold keys. */
export interface Comparison {
  /** Count now and were not known then. */
  newcomers: readonly string[];
  /** Were known then and stand in no file now. */
  gone: readonly string[];
  /** Were to leave the list then and still count: the decision was not carried out, or somebody came back. */
  notCarriedOut: readonly string[];
}

const takesOff = new Set(['remove-roles', 'deactivate', 'purge']);

/** Compares this year's people with an earlier review. */
export function compareWith(earlier: Review, people: readonly Person[]): Comparison {
  const known = new Set(earlier.joined.people.map(({ key }) => key));
  const here = new Set(people.map(({ key }) => key));
  const counting = people.filter(({ answer }) => answer === 'counts').map(({ key }) => key);
  return {
    newcomers: counting.filter((key) => !known.has(key)),
    gone: [...known].filter((key) => !here.has(key)),
    notCarriedOut: counting.filter((key) => takesOff.has(earlier.decisions.get(key)?.kind ?? '')),
  };
}

/** The last logins that an earlier review knew, by key, for `joinFiles`. */
export const earlierLogins = (earlier: Review) =>
  new Map(earlier.joined.people.flatMap(({ key, login }) => (login.lastSeen ? [[key, login.lastSeen] as const] : [])));
