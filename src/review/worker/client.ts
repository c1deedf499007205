import type { UnreadRow } from '../../sheets/types.ts';
import { inOneSource } from '../model/reconcile.ts';
import type { AuthorityDifference, Person } from '../model/types.ts';
import type { PracticeFile } from '../practice/files.ts';
import { type PracticeOptions, practiceDefaults } from '../practice/people.ts';
import { lastingPort, type Port } from './lasting-port.ts';
import type { FileOutcome, ReadAnswers, Reviewed, ReviewHead, ReviewRequest, ToWorker } from './protocol.ts';

/** What a call may be given besides: a signal that cancels it, and somebody who listens. */
export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, all: number) => void;
}

export interface ReviewCallOptions extends CallOptions {
  /** Called with people as they are judged, a few hundred at a time, so that the page can show the first at once. */
  onPeople?: (people: readonly Person[]) => void;
}

/** The review's own worker, as the page calls it. A cancelled call rejects with an `AbortError`. */
export interface ReviewWorker {
  /** Reads a file and keeps it in the worker under the `id` of the outcome. */
  read(file: Blob, name: string, answers?: ReadAnswers, options?: CallOptions): Promise<FileOutcome>;
  /** Forgets files and reviews that were read. */
  forget(ids: readonly number[]): void;
  /** Joins and judges. All people have been told through `onPeople` before it resolves, and are in the outcome too. */
  review(
    request: ReviewRequest,
    options?: ReviewCallOptions,
  ): Promise<Reviewed & { people: readonly Person[]; unreadRows: readonly UnreadRow[] }>;
  /** Writes the review file for the people last reviewed. */
  save(head: ReviewHead): Promise<Blob>;
  /** The same file, packed as the browser's storage takes it: gzip as base64. */
  pack(head: ReviewHead): Promise<string>;
  /** The file that was packed; rejects when it is not one. */
  unpack(packed: string): Promise<Blob>;
  /** Makes up the practice institution's files; to be read with `read` like any others. */
  practice(options?: PracticeOptions): Promise<readonly PracticeFile[]>;
  /** Ends the worker, and with it everything that it held. */
  end(): void;
}

interface Call {
  resolve(value: never): void;
  reject(problem: Error): void;
  onProgress: CallOptions['onProgress'];
  onPeople: ReviewCallOptions['onPeople'];
  people: Person[];
  unreadRows: UnreadRow[];
  /** By the pair of authorities. */
  differences: Map<string, AuthorityDifference>;
}

/** Puts the pieces of a review together again. */
function assembled(reviewed: Reviewed, { people, unreadRows, differences }: Call) {
  const reconciliation = {
    ...reviewed.reconciliation,
    onlyInReport: inOneSource(people, 'report'),
    onlyInAnalytics: inOneSource(people, 'analytics'),
    differences: [...differences.values()],
  };
  return { ...reviewed, reconciliation, people, unreadRows };
}

function addDifference({ differences }: Call, piece: AuthorityDifference): void {
  const pair = `${piece.counts} ${piece.doesNot}`;
  const before = differences.get(pair);
  differences.set(pair, before ? { ...piece, people: [...before.people, ...piece.people] } : piece);
}

const cancelled = () => new DOMException('The call was cancelled.', 'AbortError');
const failed = () => new Error('The worker could not finish.');

/** Starts the worker in a thread of its own, and another one where a cancelled reading holds it. Ends with `end()` or with the page. */
export const startReviewWorker = (): ReviewWorker =>
  reviewWorkerOn(
    lastingPort(() => new Worker(new URL('./index.ts', import.meta.url), { type: 'module' }) as unknown as Port),
  );

/** The calls of a review worker over a given port. */
export function reviewWorkerOn(port: Port): ReviewWorker {
  const calls = new Map<number, Call>();
  let lastCall = 0;

  function settle(call: number, how: (waiting: Call) => void): void {
    const waiting = calls.get(call);
    calls.delete(call);
    if (waiting) how(waiting);
  }

  port.onmessage = ({ data: message }) => {
    const waiting = calls.get(message.call);
    switch (message.tell) {
      case 'progress':
        waiting?.onProgress?.(message.done, message.all);
        return;
      case 'people':
        for (const person of message.people) waiting?.people.push(person);
        waiting?.onPeople?.(message.people);
        return;
      case 'unread-rows':
        for (const row of message.rows) waiting?.unreadRows.push(row);
        return;
      case 'file':
        // Cancelled after the worker had finished: it must not keep what nobody waits for.
        if (!waiting && 'id' in message.outcome) port.postMessage({ ask: 'forget', ids: [message.outcome.id] });
        settle(message.call, ({ resolve }) => resolve(message.outcome as never));
        return;
      case 'difference':
        if (waiting) addDifference(waiting, message.difference);
        return;
      case 'reviewed':
        settle(message.call, (waited) => waited.resolve(assembled(message.reviewed, waited) as never));
        return;
      case 'saved':
        settle(message.call, ({ resolve }) => resolve(message.file as never));
        return;
      case 'packed':
        settle(message.call, ({ resolve }) => resolve(message.packed as never));
        return;
      case 'practice':
        settle(message.call, ({ resolve }) => resolve(message.files as never));
        return;
      case 'cancelled':
        settle(message.call, ({ reject }) => reject(cancelled()));
        return;
      case 'failed':
        settle(message.call, ({ reject }) => reject(failed()));
    }
  };
  port.onerror = () => {
    for (const call of [...calls.keys()]) settle(call, ({ reject }) => reject(failed()));
  };

  function call<T>(message: (call: number) => ToWorker, options: ReviewCallOptions = {}): Promise<T> {
    const { signal, onProgress, onPeople } = options;
    if (signal?.aborted) return Promise.reject(cancelled());
    lastCall += 1;
    const number = lastCall;
    return new Promise<T>((resolve, reject) => {
      calls.set(number, {
        resolve: resolve as Call['resolve'],
        reject,
        onProgress,
        onPeople,
        people: [],
        unreadRows: [],
        differences: new Map(),
      });
      signal?.addEventListener(
        'abort',
        () => {
          port.postMessage({ ask: 'cancel', call: number });
          settle(number, () => reject(cancelled()));
        },
        { once: true },
      );
      port.postMessage(message(number));
    });
  }

  return {
    read: (file, name, answers = {}, options = {}) =>
      call((id) => ({ ask: 'read', call: id, file, name, answers }), options),
    forget: (ids) => port.postMessage({ ask: 'forget', ids }),
    review: (request, options = {}) => call((id) => ({ ask: 'review', call: id, request }), options),
    save: (head) => call((id) => ({ ask: 'save', call: id, head })),
    pack: (head) => call((id) => ({ ask: 'pack', call: id, head })),
    unpack: (packed) => call((id) => ({ ask: 'unpack', call: id, packed })),
    practice: (options = practiceDefaults) => call((id) => ({ ask: 'practice', call: id, options })),
    end() {
      port.terminate();
      for (const number of [...calls.keys()]) settle(number, ({ reject }) => reject(cancelled()));
    },
  };
}
