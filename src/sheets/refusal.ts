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
