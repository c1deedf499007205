import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Indexed } from './people-index.ts';
import { RowHeights } from './row-heights.ts';

/** Pixels of the table that are taken to be in sight until it is drawn. */
const USUAL_ROOM = 600;

interface ShownRows {
  /** The first and the last row in sight, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** Pixels that all rows take. */
  readonly total: number;
  readonly topOf: (at: number) => number;
  /** Scrolls so far that a row is whole in sight. */
  readonly show: (at: number) => void;
  readonly onScroll: () => void;
}

const drawnIn = (scroller: HTMLElement): HTMLElement[] => [
  ...scroller.querySelectorAll<HTMLElement>('.person-row[aria-rowindex]'),
];

/** The drawn rows' heights, by the row's number from 0. Nothing is written in between: the browser lays them out once for all. */
function measure(scroller: HTMLElement): Map<number, number> {
  const heights = new Map<number, number>();
  for (const row of drawnIn(scroller)) {
    const { offsetHeight } = row;
    // Where nothing is laid out, nothing has a height.
    if (offsetHeight > 0) heights.set(Number(row.getAttribute('aria-rowindex')) - 2, offsetHeight);
  }
  return heights;
}

/** Scrolls so far that row `at` is whole below the headings, which stay at the top; of one higher than the room, its beginning. */
function reveal(scroller: HTMLElement, heights: RowHeights, at: number): void {
  const room = scroller.clientHeight - (scroller.querySelector<HTMLElement>('.grid-head')?.offsetHeight ?? 0);
  const [top, bottom] = [heights.topOf(at), heights.topOf(at + 1)];
  if (top < scroller.scrollTop || bottom - top > room) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + room) scroller.scrollTop = bottom - room;
}

/** Calls `changed` when what is watched, rows that are drawn among it, becomes higher, lower, wider or narrower without a drawing. */
function useResizes(scroller: RefObject<HTMLDivElement | null>, changed: () => void): void {
  const watched = useRef(new Map<Element, number>()).current;
  const observer = useRef<ResizeObserver | undefined>(undefined);
  useLayoutEffect(() => {
    observer.current = new ResizeObserver((entries) => {
      // The first report of an element only says how it was drawn.
      const news = entries.filter(({ target, contentRect }) => {
        const before = watched.get(target);
        watched.set(target, contentRect.height);
        return before !== -1 && before !== contentRect.height;
      });
      if (news.length > 0) requestAnimationFrame(changed);
    });
    return () => observer.current?.disconnect();
  }, [watched, changed]);
  useLayoutEffect(() => {
    const { current: element } = scroller;
    if (!element) return;
    const here = new Set<Element>([element, ...drawnIn(element)]);
    for (const gone of [...watched.keys()].filter((each) => !here.has(each))) {
      observer.current?.unobserve(gone);
      watched.delete(gone);
    }
    for (const come of here) {
      if (watched.has(come)) continue;
      watched.set(come, -1);
      observer.current?.observe(come);
    }
  });
}

/**
 * Which rows of a table are in sight and where they stand, with rows as high as their words make them: what is drawn is measured,
 * and what is in sight stays where it is when a row above turns out higher than was thought.
 */
export function useRowHeights(scroller: RefObject<HTMLDivElement | null>, rows: readonly Indexed[]): ShownRows {
  const heights = useRef(new RowHeights()).current;
  const [, setDrawing] = useState(0);
  const drawAgain = useRef(() => setDrawing((drawing) => drawing + 1)).current;
  const wanted = useRef<number | undefined>(undefined);
  const kept = useRef<{ at: number; above: number } | undefined>(undefined);
  useMemo(() => heights.setRows(rows.map(({ person }) => person.key)), [heights, rows]);
  useResizes(scroller, drawAgain);

  // After every drawing, until nothing has moved: rows may have come, and what is in one may have changed.
  useLayoutEffect(() => {
    const { current: element } = scroller;
    if (!element) return;
    const at = heights.rowAt(element.scrollTop);
    const above = element.scrollTop - heights.topOf(at);
    if (heights.note(measure(element))) {
      kept.current ??= { at, above };
      drawAgain();
      return;
    }
    if (wanted.current !== undefined) reveal(element, heights, wanted.current);
    else if (kept.current && element.scrollTop > 0)
      element.scrollTop = heights.topOf(kept.current.at) + kept.current.above;
    wanted.current = undefined;
    kept.current = undefined;
  });

  const top = scroller.current?.scrollTop ?? 0;
  return {
    first: heights.rowAt(top),
    last: heights.rowAt(top + (scroller.current?.clientHeight || USUAL_ROOM)),
    total: heights.total,
    topOf: (at) => heights.topOf(at),
    show(at) {
      wanted.current = at;
      if (scroller.current) reveal(scroller.current, heights, at);
      drawAgain();
    },
    onScroll: drawAgain,
  };
}
