import type { UserListScreen, UserRow } from '../alma/screen.ts';
import type { Day, UserRecord } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import type { Say } from '../texts/index.ts';
import { markTag, suitPage } from './host.ts';
import { createListMark } from './list-mark.ts';
import { type RowWords, wordsForRow } from './list-marks-words.ts';
import { inOurLanguage } from './words.ts';

export interface ListMarksOptions {
  readonly policy: Policy;
  readonly today: Day;
  readonly say: Say;
  readonly sandbox: boolean;
  /** Told at first, and each time that it changes, whether what stands in a row is a translator's. */
  readonly onTranslated: (isTranslated: boolean) => void;
  /** Called when marking fails; whoever is called takes everything out of the page. */
  readonly onFailure: (error: unknown) => void;
}

/** What may change in a list's row without the row being replaced. */
const watched: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['title', 'value', 'class', 'hidden', 'aria-checked', 'aria-pressed'],
};

/**
 * Keeps a mark on each row of the user list about which something can be said, and on no other, while Alma sorts, pages,
 * filters and redraws; watches the list's container alone. Every mark leaves when the signal is aborted.
 */
export function markUserList(screen: UserListScreen, options: ListMarksOptions, signal: AbortSignal): void {
  const marks = new Map<Element, { readonly mark: HTMLElement; readonly print: string }>();
  const judged = new Map<string, RowWords | undefined>();
  let container: Element | undefined;
  let frame: number | undefined;
  let translated: boolean | undefined;

  function guarded(work: () => void): () => void {
    return () => {
      if (signal.aborted) return;
      try {
        work();
      } catch (error) {
        options.onFailure(error);
      }
    };
  }

  const redraws = new MutationObserver((mutations) => {
    if (mutations.some((mutation) => !isOurs(mutation))) soon();
  });

  function soon(): void {
    frame ??= requestAnimationFrame(
      guarded(() => {
        frame = undefined;
        mark();
      }),
    );
  }

  /** Reads all rows first and writes afterwards, so that the browser lays the list out once. */
  function mark(): void {
    const next = screen.container();
    if (next !== container) {
      redraws.disconnect();
      container = next;
      if (next) redraws.observe(next, watched);
    }
    const rows = screen.rows();
    const wanted = rows.flatMap((row) => wantedMark(row) ?? []);
    const cells = new Set(wanted.map(({ cell }) => cell));
    for (const cell of marks.keys()) if (!cells.has(cell)) forget(cell);
    for (const { cell, end, words, print } of wanted) place(cell, end, words, print);
    sweepCopies();
    if (container && marks.size > 0) suitPage(container.ownerDocument, container);
    redraws.takeRecords();
    tell(rows.some(({ record }) => isTranslated(record)));
  }

  function tell(now: boolean): void {
    if (now === translated) return;
    translated = now;
    options.onTranslated(now);
  }

  function wantedMark(row: UserRow) {
    const print = JSON.stringify(row.record);
    if (!judged.has(print)) {
      judged.set(print, wordsForRow(row.record, { ...options, hasIdentifiers: screen.hasIdentifiers }));
    }
    const words = judged.get(print);
    return words && { cell: row.cell, end: row.end, words, print };
  }

  function place(cell: Element, end: () => Element, words: RowWords, print: string): void {
    const known = marks.get(cell);
    if (known?.print === print && cell.contains(known.mark)) return;
    known?.mark.remove();
    const mark = createListMark(cell.ownerDocument, words);
    Object.assign(mark, inOurLanguage(options.say));
    end().append(mark);
    marks.set(cell, { mark, print });
  }

  function forget(cell: Element): void {
    marks.get(cell)?.mark.remove();
    marks.delete(cell);
  }

  /** Alma copies rows with what stands in them; a copied mark has no words and is not ours any more. */
  function sweepCopies(): void {
    const own = new Set<Element>([...marks.values()].map(({ mark }) => mark));
    for (const mark of container?.querySelectorAll(markTag) ?? []) if (!own.has(mark)) mark.remove();
  }

  function clear(): void {
    redraws.disconnect();
    if (frame !== undefined) cancelAnimationFrame(frame);
    for (const cell of [...marks.keys()]) forget(cell);
    judged.clear();
  }

  if (signal.aborted) return;
  signal.addEventListener('abort', clear, { once: true });
  guarded(mark)();
  // A switched toggle changes a property, which no observer sees.
  screen.container()?.ownerDocument.addEventListener('change', soon, { signal, capture: true });
}

const isTranslated = ({ primaryId, name }: UserRecord): boolean =>
  [primaryId, name].some((reading) => reading.state === 'unread' && reading.why === 'translated');

function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const moved = [...addedNodes, ...removedNodes];
  const isMark = (node: Node) => node instanceof Element && node.matches(markTag);
  return isMark(target) || (moved.length > 0 && moved.every(isMark));
}
