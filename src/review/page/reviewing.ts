import { type FiguresOnADay, isAdministrator, noScopes, type Person } from '../model/index.ts';
import type { ReviewWorker } from '../worker/client.ts';
import type { FileOfReview, ReviewRequest, TableSummary } from '../worker/protocol.ts';
import {
  type ChosenFile,
  type DeskState,
  dayOfSheet,
  type FileReading,
  isBusy,
  noReconciliation,
  policyOf,
} from './state.ts';
import type { Store } from './store.ts';

/** Joins and judges whenever what the review rests on has changed. */
export interface Reviewing {
  /** Begins anew with the files and the policy of now, once no file is being read; a running judging is cancelled. */
  start(): void;
}

type Of<S extends FileReading['state']> = Extract<FileReading, { state: S }>;
const inState = <S extends FileReading['state']>(files: readonly ChosenFile[], state: S) =>
  files.flatMap((file) => (file.reading.state === state ? [{ ...file, reading: file.reading as Of<S> }] : []));

/** The review file that counts: the one to go on with, else the one that was saved last. */
export function earlierReview(files: readonly ChosenFile[]) {
  const reviews = inState(files, 'review').sort((a, b) => (a.reading.head.saved < b.reading.head.saved ? 1 : -1));
  return reviews.find(({ reading }) => reading.use === 'continue') ?? reviews[0];
}

/** Whether a file holds something to join: answers that came back do not. */
const joins = (reading: Of<'read'>) => reading.tables.some(({ kind }) => kind !== 'answers');

/** The days of the sheets, where several sheets of a workbook were read: as a person has said, or as their names tell. */
function sheetDaysOf(file: ChosenFile, tables: readonly TableSummary[]): Pick<FileOfReview, 'sheetDays'> {
  if (tables.length < 2) return {};
  const days = tables.flatMap(({ sheet }) => (sheet === undefined ? [] : [[sheet, dayOfSheet(file, sheet)]]));
  return { sheetDays: Object.fromEntries(days) };
}

/** What the worker is asked for; `undefined` while there is nothing to review. */
function requestOf(state: DeskState): ReviewRequest | undefined {
  const policy = policyOf(state);
  if (!policy) return undefined;
  const files = inState(state.files, 'read')
    .filter(({ reading }) => joins(reading))
    .map((file): FileOfReview => {
      const { asOf, dayIsGuess = false, reading } = file;
      return { id: reading.id, asOf, dayIsGuess, ...sheetDaysOf(file, reading.tables) };
    });
  const earlier = earlierReview(state.files)?.reading;
  const { today } = state;
  if (files.length > 0) return { source: { files }, policy, today, ...(earlier ? { earlier: earlier.id } : {}) };
  return earlier ? { source: { review: earlier.id }, policy, today } : undefined;
}

/** The figures of earlier days: of a review that is gone on with its history, of one that is compared with also its own. */
export function historyOf(files: readonly ChosenFile[]): readonly FiguresOnADay[] {
  const byDay = new Map<string, FiguresOnADay>();
  for (const { reading } of inState(files, 'review')) {
    const { history, figures } = reading.head;
    for (const one of reading.use === 'compare' ? [...history, figures] : history) byDay.set(one.day, one);
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

export function createReviewing(store: Store<DeskState>, worker: ReviewWorker, signal: AbortSignal): Reviewing {
  let running: AbortController | undefined;
  let last = '';

  async function run(request: ReviewRequest, life: AbortController): Promise<void> {
    const first: Person[] = [];
    const isFirst = store.get().reviewed === undefined;
    const outcome = await worker.review(request, {
      signal: life.signal,
      onProgress: (done, all) => store.set({ judging: { done, all } }),
      onPeople: (some) => {
        if (!isFirst || first.length > 0) return;
        first.push(...some);
        store.set({ reviewed: unfinished(first) });
      },
    });
    const { people, unreadRows, joined, reconciliation, scopes, administrators, unknownRoles, comparison } = outcome;
    const byKey = new Map(people.map((person) => [person.key, person]));
    store.set({
      judging: undefined,
      reviewed: {
        complete: true,
        people,
        byKey,
        scopes,
        unknownRoles,
        administrators: administrators.flatMap((key) => byKey.get(key) ?? []),
        joined: { ...joined, unreadRows },
        reconciliation,
        comparison,
      },
    });
  }

  function start(): void {
    const state = store.get();
    if (state.files.some(({ reading }) => isBusy(reading))) return;
    const request = requestOf(state);
    const wanted = JSON.stringify(request);
    if (wanted === last && !state.judgingFailed) return;
    last = wanted;
    running?.abort();
    running = undefined;
    if (!request) {
      store.set({ reviewed: undefined, judging: undefined, judgingFailed: false });
      return;
    }
    const life = new AbortController();
    running = life;
    store.set({ judging: { done: 0, all: 0 }, judgingFailed: false });
    run(request, life).catch(() => {
      if (!life.signal.aborted && !signal.aborted) store.set({ judging: undefined, judgingFailed: true });
    });
  }
  return { start };
}

const unfinished = (people: readonly Person[]): NonNullable<DeskState['reviewed']> => ({
  complete: false,
  people,
  byKey: new Map(people.map((person) => [person.key, person])),
  joined: { files: [], ghosts: [], unreadRows: [], unusedSheets: [], lookAlikes: [] },
  reconciliation: noReconciliation,
  scopes: noScopes,
  unknownRoles: [],
  administrators: people.filter(isAdministrator),
  comparison: undefined,
});
