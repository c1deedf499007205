import { wipeKeptReview } from '../../platform/kept-review.ts';
import type { Day } from '../../record/index.ts';
import type { ReviewWorker } from '../worker/client.ts';
import type { ReviewHead } from '../worker/protocol.ts';
import { keep, keptFile, keptReview, NotKept } from './kept-review.ts';
import { type DeskState, hasUnsaved } from './state.ts';
import type { Store } from './store.ts';

export interface KeepingDesk {
  /** Begins to keep the review in this browser until the end of a day; over what is kept of another review only if told so. */
  keepUntil(until: Day, replacing?: boolean): Promise<void>;
  /** Takes the kept review out of the browser, and keeps nothing more. */
  wipe(): Promise<void>;
  /** Goes on with the review that is kept in this browser. */
  openKeptReview(): Promise<void>;
  /** Tells that the decisions of now are in a file that the person has saved. */
  savedToFile(): void;
}

interface Around {
  store: Store<DeskState>;
  head(): ReviewHead | undefined;
  worker: Pick<ReviewWorker, 'pack' | 'unpack'>;
  open(file: Blob, name: string): Promise<boolean>;
}

/** A crash may lose what was decided within this time. */
const MILLISECONDS_BEFORE_KEEPING = 1000;

/** Keeping in this browser: nothing is stored before the person has said so. */
export function createKeepingDesk({ store, head, worker, open }: Around, signal: AbortSignal): KeepingDesk {
  let until: Day | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let keptPeople: unknown;
  let turn: Promise<void> = Promise.resolve();

  async function keepNow(replacing: boolean): Promise<void> {
    const now = head();
    const { reviewed } = store.get();
    if (!now || !until || !reviewed) return;
    try {
      const packed = keptPeople === reviewed.people ? undefined : await worker.pack(now);
      const kept = await keep(now, until, reviewed.people.length, packed, replacing);
      keptPeople = reviewed.people;
      const { book } = store.get();
      const saved = book.decisions === now.decisions ? { savedDecisions: now.decisions } : {};
      store.set({ kept, keeping: true, keepingTrouble: undefined, revision: kept.revision, ...saved });
    } catch (problem) {
      store.set({ keeping: false, keepingTrouble: problem instanceof NotKept ? problem.why : 'refused' });
    }
  }

  const keepInTurn = (replacing = false): Promise<void> => {
    turn = turn.then(() => keepNow(replacing));
    return turn;
  };

  store.watch(() => {
    const state = store.get();
    const peopleChanged = state.reviewed?.complete && keptPeople !== state.reviewed.people;
    if (!state.keeping || waiting !== undefined || !(hasUnsaved(state) || peopleChanged)) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      void keepInTurn();
    }, MILLISECONDS_BEFORE_KEEPING);
  }, signal);
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });

  keptReview(store.get().today).then(
    (kept) => store.set({ kept }),
    () => store.set({ keepingTrouble: 'unreadable' }),
  );

  return {
    keepUntil(day, replacing = false) {
      until = day;
      return keepInTurn(replacing);
    },
    async wipe() {
      clearTimeout(waiting);
      waiting = undefined;
      until = undefined;
      await turn;
      await wipeKeptReview();
      keptPeople = undefined;
      store.set({ kept: undefined, keeping: false, keepingTrouble: undefined });
    },
    async openKeptReview() {
      const { kept } = store.get();
      const file = await keptFile(worker.unpack).catch(() => undefined);
      if (!kept || !file || !(await open(file, 'kept'))) {
        store.set({ keepingTrouble: 'unreadable' });
        return;
      }
      until = kept.until;
      store.set({ keeping: true, keepingTrouble: undefined });
    },
    savedToFile: () => store.set({ savedDecisions: store.get().book.decisions }),
  };
}
