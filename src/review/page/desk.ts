import type { Day } from '../../record/index.ts';
import type { Change, InForce } from '../../settings/index.ts';
import {
  acceptSuggestions,
  type CheckContext,
  checkDecision,
  type Decision,
  type DecisionKind,
  decide,
  figuresOf,
  isAdministrator,
  namedUsersAfter,
  type Objection,
  type Person,
  redo,
  takeBack,
  undo,
} from '../model/index.ts';
import type { ReviewWorker } from '../worker/client.ts';
import type { ReviewHead } from '../worker/protocol.ts';
import { createFileDesk, type FileDesk } from './file-desk.ts';
import { createKeepingDesk, type KeepingDesk } from './keeping-desk.ts';
import { createReviewing, historyOf } from './reviewing.ts';
import { type DeskState, firstState, policyOf } from './state.ts';
import { createStore, type Store } from './store.ts';

/** What the page needs of the world around it; tests put their own in its place. */
export interface Doors {
  startWorker(): ReviewWorker;
  watchPolicy(onChange: (inForce: InForce) => void, signal: AbortSignal): void;
  saveChanges(changes: readonly Change[]): Promise<unknown>;
  /** Hands a file to the browser's downloads. */
  download(name: string, file: Blob): void;
  openOptions(): void;
  openRollUp(): void;
  today: Day;
}

/** What stands in the way of one decision for several people. */
export interface Checked {
  /** Who can be decided on at once. */
  readonly free: readonly string[];
  readonly toConfirm: readonly Standing[];
  readonly refused: readonly Standing[];
}

export interface Standing extends Objection {
  readonly person: Person;
}

/** All that can be done on the page. */
export interface Desk extends FileDesk, KeepingDesk {
  readonly store: Store<DeskState>;
  readonly doors: Doors;
  readonly worker: ReviewWorker;
  /** Says for whom a decision can be taken at once, for whom it has to be confirmed, and for whom it is refused. */
  check(keys: readonly string[], kind: DecisionKind): Checked;
  /** Decides for people who were checked (and confirmed), as one step; protected accounts are left out whatever is asked for. */
  decide(keys: readonly string[], kind: DecisionKind, reason: string): void;
  takeBack(keys: readonly string[]): void;
  /** How many of the rules' suggestions could be accepted together, and who of those with one would be left out; nothing is decided. */
  acceptable(people: readonly Person[]): { count: number; leftOut: readonly string[] };
  /** Accepts the rules' suggestions for people nobody has touched; gives how many were accepted and who was left out. */
  accept(people: readonly Person[]): { accepted: number; leftOut: readonly string[] };
  undo(): void;
  redo(): void;
  setReviewer(name: string): void;
  /** The review without its people, as it is saved. */
  head(): ReviewHead | undefined;
  /** Writes the review file; `undefined` before there is a review. */
  reviewFile(): Promise<Blob | undefined>;
}

/** Sets up the page's work: files are read, people judged, decisions taken. Ends with the signal. */
export function createDesk(doors: Doors, signal: AbortSignal): Desk {
  const store = createStore<DeskState>(firstState(doors.today));
  const worker = doors.startWorker();
  signal.addEventListener('abort', () => worker.end(), { once: true });
  const reviewing = createReviewing(store, worker, signal);
  const fileDesk = createFileDesk(store, worker, reviewing, signal);
  const decisions = decisionsOn(store);
  const head = () => headOf(store.get());

  async function reviewFile(): Promise<Blob | undefined> {
    const now = head();
    return now && worker.save(now);
  }

  doors.watchPolicy((inForce) => {
    store.set({ inForce });
    reviewing.start();
  }, signal);

  return {
    store,
    doors,
    worker,
    ...fileDesk,
    ...decisions,
    ...createKeepingDesk({ store, head, worker, open: fileDesk.openKept }, signal),
    head,
    reviewFile,
  };
}

function decisionsOn(store: Store<DeskState>) {
  const step = (of: typeof undo) => store.set({ book: of(store.get().book) });

  /** What decisions are checked by; `undefined` before there is anybody to decide on. */
  function context(): CheckContext | undefined {
    const state = store.get();
    const policy = policyOf(state);
    return state.reviewed && policy && { people: state.reviewed.administrators, policy, today: state.today };
  }

  function accepted(people: readonly Person[]) {
    const { book: before, reviewer } = store.get();
    const by = context();
    const { book, leftOut } = by ? acceptSuggestions(before, people, reviewer, by) : { book: before, leftOut: [] };
    return { book, leftOut, count: book.decisions.size - before.decisions.size };
  }

  function check(keys: readonly string[], kind: DecisionKind): Checked {
    const { reviewed, book, today } = store.get();
    const by = context();
    const free: string[] = [];
    const toConfirm: Standing[] = [];
    const refused: Standing[] = [];
    const after = new Map(book.decisions);
    for (const key of keys) {
      const person = reviewed?.byKey.get(key);
      if (!person || !by) continue;
      const checked = checkDecision(person, kind, after, by);
      if (checked.allowed === 'yes') free.push(key);
      else {
        const { whys, risks } = checked;
        (checked.allowed === 'no' ? refused : toConfirm).push({ person, whys, risks });
      }
      // Whoever is decided on together is counted together: of two last administrators the second is not "one of two" any more.
      if (isAdministrator(person)) after.set(key, { kind, reason: '', by: '', when: today, origin: 'person' });
    }
    return { free, toConfirm, refused };
  }

  return {
    check,
    decide(keys: readonly string[], kind: DecisionKind, reason: string): void {
      const { book, reviewer, today } = store.get();
      const { free, toConfirm } = check(keys, kind);
      const decision: Decision = { kind, reason, by: reviewer, when: today, origin: 'person' };
      const allowed = [...free, ...toConfirm.map(({ person }) => person.key)];
      store.set({
        book: decide(
          book,
          allowed.map((key) => [key, decision]),
        ),
      });
    },
    takeBack: (keys: readonly string[]) => store.set({ book: takeBack(store.get().book, keys) }),
    acceptable(people: readonly Person[]) {
      const { count, leftOut } = accepted(people);
      return { count, leftOut };
    },
    accept(people: readonly Person[]) {
      const { book, count, leftOut } = accepted(people);
      store.set({ book });
      return { accepted: count, leftOut };
    },
    undo: () => step(undo),
    redo: () => step(redo),
    setReviewer: (reviewer: string) => store.set({ reviewer }),
  };
}

/** The review without its people, as it stands now. */
function headOf(state: DeskState): ReviewHead | undefined {
  const { reviewed, book, today, reviewer, revision, files } = state;
  const policy = policyOf(state);
  if (!reviewed?.complete || !policy) return undefined;
  const figures = figuresOf(reviewed.people, reviewed.joined, policy, book.decisions);
  return {
    revision,
    today,
    saved: today,
    reviewer,
    policy,
    decisions: book.decisions,
    figures: {
      day: today,
      figures: Object.fromEntries(figures.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
      namedUsersAfter: namedUsersAfter(reviewed.people, book.decisions),
    },
    history: historyOf(files),
  };
}
