/** Work on the page is done in pieces of at most this long, so that clicks and keys are never kept waiting. */
const MILLISECONDS_AT_A_TIME = 10;

/** Lets the browser answer clicks and draw before work goes on. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Thrown when nobody waits for the outcome any more. */
export class Overtaken extends Error {}

/** Gives a function to call now and then during long work: it pauses when it is time, and throws `Overtaken` after the abort. */
export function createPacer(signal: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (signal.aborted) throw new Overtaken();
    if (performance.now() - since < MILLISECONDS_AT_A_TIME) return undefined;
    return breathe().then(() => {
      since = performance.now();
    });
  };
}

const RUN = 512;

/** Sorts into a new list, in pieces; equal items keep their order. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  signal: AbortSignal,
): Promise<T[]> {
  const pace = createPacer(signal);
  let from: T[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    from.push(...items.slice(at, at + RUN).sort(compare));
    await pace();
  }
  for (let width = RUN; width < from.length; width *= 2) {
    const to: T[] = [];
    for (let at = 0; at < from.length; at += 2 * width) {
      mergeInto(to, from, [at, Math.min(at + width, from.length), Math.min(at + 2 * width, from.length)], compare);
      await pace();
    }
    from = to;
  }
  return from;
}

function mergeInto<T>(
  to: T[],
  from: readonly T[],
  [start, middle, end]: [number, number, number],
  compare: (a: T, b: T) => number,
): void {
  let [left, right] = [start, middle];
  while (left < middle || right < end) {
    const takeLeft = right >= end || (left < middle && compare(from[left] as T, from[right] as T) <= 0);
    to.push(from[takeLeft ? left++ : right++] as T);
  }
}
