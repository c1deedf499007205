/** Work that stops now and then, so that others may be let in or it may be given up; its outcome comes at its end. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Items between two stops: some tenths of a millisecond. */
const ITEMS_A_STEP = 256;

/** Goes through items, with stops. */
export function* each<T>(items: Iterable<T>, visit: (item: T) => void): Steps<void> {
  let untilStop = ITEMS_A_STEP;
  for (const item of items) {
    visit(item);
    untilStop -= 1;
    if (untilStop > 0) continue;
    untilStop = ITEMS_A_STEP;
    yield undefined;
  }
}

/** The outcome of work that is done in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The outcome of work that is done with pauses; what `pause` throws ends it. */
export async function inPieces<T>(steps: Steps<T>, pause: () => Promise<void> | undefined): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const waiting = pause();
    if (waiting) await waiting;
  }
}
