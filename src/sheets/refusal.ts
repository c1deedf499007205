import type { RefusedReason } from './types.ts';

/** Thrown while reading when a file as a whole cannot be taken; caught once, in `readFile`. */
export class Refusal extends Error {
  readonly reason: RefusedReason;

  constructor(reason: RefusedReason) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

/** Throws the refusal `cancelled` once the reader's signal is aborted. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refusal('cancelled');
}

/** Longest time in which nothing else is let in while a file is read: a cancel is to be heard within 100 milliseconds. */
const MILLISECONDS_BETWEEN_PAUSES = 40;

/** Gives a function to call now and then while reading: it lets waiting messages in, and throws once the reading is cancelled. */
export function createPauses(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let last = performance.now();
  async function pause(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    last = performance.now();
    stopIfCancelled(signal);
  }
  return () => {
    stopIfCancelled(signal);
    return performance.now() - last < MILLISECONDS_BETWEEN_PAUSES ? undefined : pause();
  };
}
