import type { Action } from '../../alma/actions/index.ts';

/** How long Alma's own control works again after "Let me continue". */
export const releaseMilliseconds = 60_000;

export interface Releases {
  /** Lets this kind of action through for this record, for one minute from now. */
  readonly grant: (action: Action) => void;
  readonly has: (action: Action) => boolean;
}

/** Keeps what was let through, in memory only. `now` is a clock in milliseconds that does not go back. */
export function createReleases(now: () => number): Releases {
  const until = new Map<string, number>();
  const keyOf = ({ kind, subject }: Action) => `${kind} ${subject.key}`;
  return {
    grant: (action) => void until.set(keyOf(action), now() + releaseMilliseconds),
    has: (action) => (until.get(keyOf(action)) ?? Number.NEGATIVE_INFINITY) > now(),
  };
}
