import { onKeptReview } from '../../platform/kept-review.ts';
import type { Day } from '../../record/index.ts';
import { emptyBook } from '../model/index.ts';
import type { ReviewWorker } from '../worker/client.ts';
import type { ReviewHead } from '../worker/protocol.ts';
import { keep, keptFiles, keptReview, NotKept, wipeKeptReview } from './kept-review.ts';
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
  /** The save that was opened is not the last one, which could not be read: the next save takes that one's place. */
  let overDamaged = false;
  let turn: Promise<void> = Promise.resolve();

  async function keepNow(replacing: boolean): Promise<void> {
    const now = head();
    const { reviewed } = store.get();
    if (!now || !until || !reviewed) return;
    try {
      const packed = keptPeople === reviewed.people ? undefined : await worker.pack(now);
      const kept = await keep(now, until, reviewed.people.length, packed, replacing || overDamaged);
      keptPeople = reviewed.people;
      overDamaged = false;
      const { book, keepingTrouble } = store.get();
      const saved = book.decisions === now.decisions ? { savedDecisions: now.decisions } : {};
      // That the last save was damaged stays to be read: the decisions in it have to be taken again.
      const told = keepingTrouble === 'older' ? keepingTrouble : undefined;
      store.set({ kept, keeping: true, keepingTrouble: told, revision: kept.revision, ...saved });
    } catch (problem) {
      store.set({ keeping: false, keepingTrouble: problem instanceof NotKept ? problem.why : 'refused' });
    }
  }

  const keepInTurn = (replacing = false): Promise<void> => {
    turn = turn.then(() => keepNow(replacing));
    return turn;
  };

  const isToBeKept = (): boolean => {
    const state = store.get();
    const peopleChanged = state.reviewed?.complete === true && keptPeople !== state.reviewed.people;
    return state.keeping && (hasUnsaved(state) || peopleChanged);
  };

  store.watch(() => {
    if (waiting !== undefined || !isToBeKept()) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      // What has been written meanwhile is not written once more: a tab that has gone on with it would be overtaken by nothing.
      turn = turn.then(() => (isToBeKept() ? keepNow(false) : undefined));
    }, MILLISECONDS_BEFORE_KEEPING);
  }, signal);
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });

  async function look(): Promise<void> {
    const { kept, damaged } = await keptReview(store.get().today);
    store.set({ kept });
    if (damaged) store.set({ keepingTrouble: kept ? 'older' : 'unreadable' });
  }

  /** Another tab has kept or wiped something: what this one says stays true, and it does not go on as if it kept. */
  async function lookAgain(): Promise<void> {
    await turn;
    const { revision, keeping } = store.get();
    const { kept } = await keptReview(store.get().today);
    const isOurs = kept?.revision.review === revision.review && kept.revision.number === revision.number;
    store.set({ kept });
    if (!keeping || isOurs) return;
    keptPeople = undefined;
    store.set({ keeping: false, keepingTrouble: kept ? 'other-tab' : 'wiped' });
    if (!kept) store.set({ savedDecisions: emptyBook.decisions });
  }

  const unreadable = () => store.set({ keepingTrouble: 'unreadable' });
  look().catch(unreadable);
  onKeptReview(store.get().revision.tab, () => void lookAgain().catch(unreadable), signal);

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
      await wipeKeptReview(store.get().revision.tab);
      keptPeople = undefined;
      store.set({ kept: undefined, keeping: false, keepingTrouble: undefined });
    },
    async openKeptReview() {
      for await (const { file, kept, last } of keptFiles(worker.unpack)) {
        if (!(await open(file, 'kept'))) continue;
        until = kept.until;
        overDamaged = !last;
        store.set({ kept, keeping: true, keepingTrouble: last ? undefined : 'older' });
        return;
      }
      unreadable();
    },
    savedToFile: () => store.set({ savedDecisions: store.get().book.decisions }),
  };
}
