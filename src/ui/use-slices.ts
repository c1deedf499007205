import { options } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface Progress<T> {
  readonly items: readonly T[];
  /** So many of the items, from the first, stand where they belong, as they are now. */
  readonly settled: number;
  readonly drawn: readonly T[];
}

/** The first items as they are now; behind them what was drawn before and is still wanted, as it was drawn. */
function settle<T>(
  items: readonly T[],
  settled: number,
  before: readonly T[],
  keyOf: (item: T) => unknown,
): Progress<T> {
  const first = items.slice(0, settled);
  const done = new Set(first.map(keyOf));
  const wanted = new Set(items.map(keyOf));
  const rest = before.filter((item) => wanted.has(keyOf(item)) && !done.has(keyOf(item)));
  return { items, settled, drawn: [...first, ...rest] };
}

/** While all is drawn that paper needs: what comes by it must not wait for frames either. */
let isForPaper = false;

/** Draws at once, and not after the running script, what `change` asks for: the browser prints what stands in the page when its event ends. */
function drawAtOnce(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  isForPaper = true;
  try {
    change();
  } finally {
    isForPaper = false;
    if (before) options.debounceRendering = before;
    else delete options.debounceRendering;
  }
}

/**
 * Draws a long list a slice a frame, so that no task of the page is long. An item that is drawn already is moved and not made
 * anew, when it is drawn by its key. For paper all are drawn at once.
 * @param items the same array as long as nothing has changed.
 * @param slice items a frame.
 * @returns what is to be drawn now; how many of it, from the first, are as they should be; and whether that is all of it.
 */
export function useSlices<T>(
  items: readonly T[],
  keyOf: (item: T) => unknown,
  slice: number,
): { readonly drawn: readonly T[]; readonly settled: number; readonly isWhole: boolean } {
  const progress = useRef<Progress<T> | undefined>(undefined);
  const [, drawAgain] = useReducer((times: number, _: undefined) => times + 1, 0);
  if (progress.current?.items !== items) {
    const first = isForPaper || matchMedia('print').matches ? items.length : slice;
    progress.current = settle(items, first, progress.current?.drawn ?? [], keyOf);
  }
  const { settled, drawn } = progress.current;
  const isWhole = settled >= items.length;
  useLayoutEffect(() => {
    if (isWhole) return undefined;
    const settleTo = (count: number) => {
      progress.current = settle(items, count, drawn, keyOf);
      drawAgain(undefined);
    };
    const forPaper = () => drawAtOnce(() => settleTo(items.length));
    const frame = requestAnimationFrame(() => settleTo(settled + slice));
    addEventListener('beforeprint', forPaper);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('beforeprint', forPaper);
    };
  }, [items, settled]);
  return { drawn, settled, isWhole };
}
