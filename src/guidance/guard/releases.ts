import type { Action } from '../../alma/actions/index.ts';

/** How long Alma's own control works again after "Let me continue". */
export const releaseMilliseconds = 60_000;

export interface Releases {
  /** Lets this kind of action through: for this record for one minute from now; where nobody knows whose it is, for one press on this page. */
  readonly grant: (action: Action) => void;
  readonly has: (action: Action) => boolean;
  /** Tells that Alma has received the action: what was good for one press is over, but for what Alma asks back about that press. */
  readonly use: (action: Action) => void;
  /** Forgets everything: another screen is drawn. */
  readonly drop: () => void;
}

/** Whether what is let through is good for a minute: only where it is known whose record it is. Else it is good for one press. */
export const isLasting = ({ identified, tied }: Action['subject']): boolean => identified && tied;

interface Release {
  readonly until: number;
  /** The place that a release without an identity holds for. */
  readonly place: readonly unknown[] | undefined;
  usedFor: Action | undefined;
}

/**
 * Keeps what was let through, in memory only. `now` is a clock in milliseconds that does not go back; `place` is what tells one drawing of
 * the page from the next.
 */
export function createReleases(now: () => number, place: () => readonly unknown[]): Releases {
  const releases = new Map<string, Release>();
  const keyOf = ({ kind, subject }: Action) => `${kind} ${subject.key}`;
  const isHere = (at: readonly unknown[]): boolean => {
    const here = place();
    return at.every((part, n) => part === here[n]);
  };

  return {
    grant(action) {
      releases.set(keyOf(action), {
        until: now() + releaseMilliseconds,
        place: isLasting(action.subject) ? undefined : place(),
        usedFor: undefined,
      });
    },
    has(action) {
      const release = releases.get(keyOf(action));
      if (!release || release.until <= now()) return false;
      if (release.place === undefined) return true;
      const isUnused = release.usedFor === undefined || release.usedFor === action.confirms;
      return isUnused && isHere(release.place);
    },
    use(action) {
      const release = releases.get(keyOf(action));
      if (release?.place === undefined) return;
      if (release.usedFor === undefined) release.usedFor = action;
      else releases.delete(keyOf(action));
    },
    drop: () => releases.clear(),
  };
}
