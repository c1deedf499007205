/** How often guidance may be put back after Alma has redrawn it away: a page that redraws without end must not be fought. */
export interface Patience {
  /** At most so many times within `milliseconds`. */
  readonly burst: number;
  readonly milliseconds: number;
  /** At most so many times for one record. */
  readonly total: number;
}

/** A person clicking through tabs redraws about once a second; a loop redraws at every frame. */
export const patience: Patience = { burst: 8, milliseconds: 4000, total: 200 };

/** Counts repairs; gives `false` once there have been too many. `now` is in milliseconds, of any clock that does not go back. */
export function createHealing(now: () => number, { burst, milliseconds, total }: Patience = patience): () => boolean {
  const repairs: number[] = [];
  return () => {
    const time = now();
    const before = repairs.at(-burst);
    if (repairs.length >= total || (before !== undefined && time - before < milliseconds)) return false;
    repairs.push(time);
    return true;
  };
}
