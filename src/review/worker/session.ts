import { isRoleName, roleNameCoded } from '../../rules/standards/roles.ts';
import { readFile } from '../../sheets/read-file.ts';
import { createPauses } from '../../sheets/refusal.ts';
import { inPieces } from '../../sheets/steps.ts';
import { type FileReading, type SheetFacts, type SheetTable, unreadLines } from '../../sheets/types.ts';
import { sha256 } from '../model/checksum.ts';
import { compareWith, earlierLogins } from '../model/comparison.ts';
import { isAdministrator } from '../model/decisions.ts';
import { type FileToJoin, joining } from '../model/join.ts';
import { createJudging } from '../model/judging.ts';
import { reconcile, withReasons } from '../model/reconcile.ts';
import { openingReview, type Review, reviewText } from '../model/review-file.ts';
import { type RoleDoubts, roleDoubts } from '../model/role-doubts.ts';
import { scopesOf } from '../model/scopes.ts';
import type { Joined, Person, Reconciliation } from '../model/types.ts';
import { practiceFiles } from '../practice/files.ts';
import { type PracticeOptions, practicePeople } from '../practice/people.ts';
import { pack, unpack } from './packing.ts';
import type { FileOutcome, FromWorker, ReviewHead, ReviewRequest, TableSummary, ToWorker } from './protocol.ts';

/** People in one message: unpacking it costs the page a few milliseconds. */
const PEOPLE_A_MESSAGE = 50;
const ROWS_A_MESSAGE = 500;
/** Waiting messages are let in at least this often; the browser makes each such pause last some milliseconds. */
const MILLISECONDS_BETWEEN_PAUSES = 30;
/** Progress is told at most this often. */
const MILLISECONDS_BETWEEN_PROGRESS = 100;

/** Thrown inside a call whose cancelling was asked for. */
class Cancelled extends Error {}

interface KeptFile {
  name: string;
  sha256: string;
  tables: readonly SheetTable[];
  sheets: readonly SheetFacts[];
}

function summary({ rows, unreadRows, purged, ...table }: SheetTable): TableSummary {
  const counts = { rowCount: rows.length, unreadCount: unreadLines(unreadRows), purgedCount: purged.length };
  const whole = { rows, unreadRows, purged, ...table };
  return { ...table, ...counts, ...(table.kind === 'answers' ? { answers: whole } : {}) };
}

/** What a work that cannot be cut short comes to; a cancel is heard while it goes on. */
function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const cancel = () => reject(new Cancelled());
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

/** Lets waiting messages in, such as a cancel. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * The worker's side of the review: keeps what was read, joins and judges, and tells the page in pieces. `tell` posts a
 * message to the page. Everything is forgotten with the worker.
 */
export function createSession(tell: (message: FromWorker) => void): (message: ToWorker) => Promise<void> {
  const files = new Map<number, KeptFile>();
  const reviews = new Map<number, Review>();
  const running = new Map<number, AbortController>();
  let current: Joined | undefined;

  function progressOf(call: number): (done: number, all: number) => void {
    let last = 0;
    return (done, all) => {
      const now = performance.now();
      if (now - last < MILLISECONDS_BETWEEN_PROGRESS) return;
      last = now;
      tell({ tell: 'progress', call, done, all });
    };
  }

  async function kept(
    call: number,
    name: string,
    hash: string,
    reading: FileReading,
    signal: AbortSignal,
  ): Promise<FileOutcome> {
    if (reading.state === 'question' || reading.state === 'refused') return reading;
    if (reading.state === 'read') {
      files.set(call, { name, sha256: hash, tables: reading.tables, sheets: reading.sheets });
      return { ...reading, id: call, sha256: hash, tables: reading.tables.map(summary) };
    }
    const opened = await inPieces(openingReview(reading.json), createPauses(signal));
    if (opened.state === 'refused') return { state: 'not-a-review', why: opened.why };
    reviews.set(call, opened.review);
    const { joined, ...head } = opened.review;
    return { state: 'review', id: call, sha256: hash, head, people: joined.people.length, problems: opened.problems };
  }

  async function readOne(message: Extract<ToWorker, { ask: 'read' }>, signal: AbortSignal): Promise<void> {
    const { call, file, name, answers } = message;
    const reading = await readFile(file, name, {
      ...answers,
      isRoleName,
      roleName: roleNameCoded,
      signal,
      onProgress: progressOf(call),
    });
    const usable = reading.state === 'read' || reading.state === 'review';
    const hash = usable ? await unlessCancelled(sha256(file, signal), signal) : '';
    const outcome = await kept(call, name, hash, reading, signal);
    tell({ tell: 'file', call, outcome });
  }

  async function joinedFor({ source, policy, today, earlier }: ReviewRequest, signal: AbortSignal): Promise<Joined> {
    if ('review' in source) {
      const opened = reviews.get(source.review);
      if (!opened) throw new Error('the review was not opened');
      return opened.joined;
    }
    const given = source.files.flatMap(({ id, ...days }): FileToJoin[] => {
      const file = files.get(id);
      return file ? [{ ...file, ...days }] : [];
    });
    const before = earlier === undefined ? undefined : reviews.get(earlier);
    const options = { today, loginWindowDays: policy.loginWindowDays };
    const withEarlier = before ? { ...options, earlierLogins: earlierLogins(before) } : options;
    return inPieces(joining(given, withEarlier), createPauses(signal));
  }

  async function judgeAll(
    call: number,
    joined: Joined,
    request: ReviewRequest,
    doubts: RoleDoubts,
    signal: AbortSignal,
  ): Promise<Person[]> {
    const judging = createJudging(request.policy, request.today, doubts);
    const progress = progressOf(call);
    const people: Person[] = [];
    let paused = performance.now();
    for (let at = 0; at < joined.people.length; at += PEOPLE_A_MESSAGE) {
      if (signal.aborted) throw new Cancelled();
      const piece = joined.people.slice(at, at + PEOPLE_A_MESSAGE).map(judging);
      const told = withReasons(piece, joined, request.today);
      for (const person of told) people.push(person);
      tell({ tell: 'people', call, people: told });
      progress(people.length, joined.people.length);
      if (performance.now() - paused < MILLISECONDS_BETWEEN_PAUSES) continue;
      await pause();
      paused = performance.now();
    }
    return people;
  }

  /** Tells the long lists in pieces, and leaves out what the page can draw from the people. */
  function withoutLists(call: number, reconciliation: Reconciliation): Reconciliation {
    for (const { people, ...pair } of reconciliation.differences) {
      for (let at = 0; at < people.length; at += ROWS_A_MESSAGE) {
        tell({ tell: 'difference', call, difference: { ...pair, people: people.slice(at, at + ROWS_A_MESSAGE) } });
      }
    }
    return { ...reconciliation, onlyInReport: [], onlyInAnalytics: [], differences: [] };
  }

  async function review(call: number, request: ReviewRequest, signal: AbortSignal): Promise<void> {
    const joined = await joinedFor(request, signal);
    await pause();
    const doubts = roleDoubts(joined.people, request.policy);
    const people = await judgeAll(call, joined, request, doubts, signal);
    for (let at = 0; at < joined.unreadRows.length; at += ROWS_A_MESSAGE) {
      tell({ tell: 'unread-rows', call, rows: joined.unreadRows.slice(at, at + ROWS_A_MESSAGE) });
    }
    current = joined;
    const { people: _, unreadRows: __, ...rest } = joined;
    const before = request.earlier === undefined ? undefined : reviews.get(request.earlier);
    const reconciliation = withoutLists(call, reconcile(people, joined.files, request.policy));
    const comparison = before && compareWith(before, people);
    const reviewed = {
      joined: rest,
      reconciliation,
      scopes: scopesOf(joined.people),
      unknownRoles: doubts.unknown,
      administrators: people.filter(isAdministrator).map(({ key }) => key),
      ...(comparison ? { comparison } : {}),
    };
    tell({ tell: 'reviewed', call, reviewed });
  }

  function fileWith(head: ReviewHead): Blob {
    if (!current) throw new Error('there is no review to save');
    return new Blob([reviewText({ ...head, joined: current })], { type: 'application/json' });
  }

  function practise(call: number, options: PracticeOptions): void {
    tell({ tell: 'practice', call, files: practiceFiles(practicePeople(options), options) });
  }

  async function run(call: number, work: (signal: AbortSignal) => Promise<void> | void): Promise<void> {
    const controller = new AbortController();
    running.set(call, controller);
    try {
      await work(controller.signal);
    } catch (problem) {
      tell({ tell: problem instanceof Cancelled || controller.signal.aborted ? 'cancelled' : 'failed', call });
    } finally {
      running.delete(call);
    }
  }

  return async (message) => {
    if (message.ask === 'cancel') running.get(message.call)?.abort();
    else if (message.ask === 'forget') {
      for (const id of message.ids) {
        files.delete(id);
        reviews.delete(id);
      }
    } else if (message.ask === 'read') await run(message.call, (signal) => readOne(message, signal));
    else if (message.ask === 'review')
      await run(message.call, (signal) => review(message.call, message.request, signal));
    else if (message.ask === 'practice') await run(message.call, () => practise(message.call, message.options));
    else if (message.ask === 'save')
      await run(message.call, () => tell({ tell: 'saved', call: message.call, file: fileWith(message.head) }));
    else if (message.ask === 'pack')
      await run(message.call, async () => {
        tell({ tell: 'packed', call: message.call, packed: await pack(fileWith(message.head)) });
      });
    else
      await run(message.call, async () => {
        tell({ tell: 'saved', call: message.call, file: await unpack(message.packed) });
      });
  };
}
