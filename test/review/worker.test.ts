import { describe, expect, it, vi } from 'vitest';
import { figuresOf, openReview, reconcile } from '../../src/review/model/index.ts';
import { practiceDefaults, practiceFiles, practicePeople, practiceTruth } from '../../src/review/practice/index.ts';
import { reviewWorkerOn } from '../../src/review/worker/client.ts';
import type { Port } from '../../src/review/worker/lasting-port.ts';
import type { FromWorker } from '../../src/review/worker/protocol.ts';
import { createSession } from '../../src/review/worker/session.ts';
import { policyWith, practiceReview, today } from './review-of.ts';

/** A worker in the same thread: messages are cloned and arrive later, as between threads. */
function workerHere() {
  const told: FromWorker[] = [];
  const port: Port = {
    onmessage: null,
    onerror: null,
    terminate() {},
    postMessage(message) {
      const copy = structuredClone(message);
      setTimeout(() => void session(copy), 0);
    },
  };
  const session = createSession((message) => {
    told.push(message);
    const copy = structuredClone(message);
    setTimeout(() => port.onmessage?.({ data: copy }), 0);
  });
  return { worker: reviewWorkerOn(port), told, port };
}

const made = practicePeople({ ...practiceDefaults, people: 450 });
const files = practiceFiles(made, practiceDefaults);
const request = (ids: readonly { id: number; asOf: typeof today }[]) => ({
  source: { files: ids },
  policy: policyWith(),
  today,
});

async function readAll(worker: ReturnType<typeof workerHere>['worker']) {
  return Promise.all(
    files.map(async ({ name, bytes, asOf }) => {
      const outcome = await worker.read(new Blob([bytes]), name);
      if (outcome.state !== 'read') throw new Error(`${name}: ${outcome.state}`);
      return { id: outcome.id, asOf, outcome };
    }),
  );
}

describe('the review worker', () => {
  it('reads, joins and judges to the true figures, people in pieces', async () => {
    const { worker, told } = workerHere();
    const read = await readAll(worker);
    expect(read.every(({ outcome }) => /^[0-9a-f]{64}$/.test(outcome.sha256))).toBe(true);
    const pieces: number[] = [];
    const { people, joined, unreadRows, reconciliation } = await worker.review(request(read), {
      onPeople: (some) => pieces.push(some.length),
    });
    const truth = practiceTruth(made);
    const figures = figuresOf(people, { ...joined, unreadRows }, policyWith(), new Map());
    expect(figures.find(({ name }) => name === 'named-users')?.value).toBe(truth['named-users']);
    expect(figures.find(({ name }) => name === 'only-in-report')?.value).toBe(truth['only-in-report']);
    expect(pieces.length).toBeGreaterThan(1);
    expect(reconciliation).toEqual(reconcile(people, joined.files, policyWith()));
    expect(reconciliation.differences.length).toBeGreaterThan(1);
    expect(people).toHaveLength(truth.people);
    const rows = told.flatMap((message) =>
      message.tell === 'file' && message.outcome.state === 'read' ? message.outcome.tables : [],
    );
    expect(rows.filter((table) => 'rows' in table)).toEqual([]);
  });

  it('saves a review and opens it again, also to compare with', async () => {
    const { worker } = workerHere();
    const read = await readAll(worker);
    const { people } = await worker.review(request(read));
    const head = {
      revision: { review: 'r', number: 1, tab: 't' },
      today,
      saved: today,
      reviewer: '',
      policy: policyWith(),
      decisions: new Map(),
      figures: { day: today, figures: {}, namedUsersAfter: 0 },
      history: [],
    };
    const file = await worker.save(head);
    expect(openReview(JSON.parse(await file.text())).state).toBe('opened');
    const outcome = await worker.read(file, 'review.json');
    if (outcome.state !== 'review') throw new Error(outcome.state);
    expect(outcome.people).toBe(people.length);
    const again = await worker.review({ source: { review: outcome.id }, policy: policyWith(), today });
    expect(again.people).toEqual(people);
    const compared = await worker.review({ ...request(read), earlier: outcome.id });
    expect(compared.comparison).toEqual({ newcomers: [], gone: [], notCarriedOut: [] });
  });

  it('leaves everything as it was when a file is refused or a question is open', async () => {
    const { worker } = workerHere();
    expect(await worker.read(new Blob(['<html>']), 'report.xlsx')).toEqual({ state: 'refused', reason: 'web-page' });
    const unclear = 'User Name,Last Login\na,03/04/2026\n';
    const asked = await worker.read(new Blob([unclear]), 'report.csv');
    expect(asked).toMatchObject({ state: 'question', question: { ask: 'date-order', needsDateOrder: 'Last Login' } });
    const answered = await worker.read(new Blob([unclear]), 'report.csv', { dateOrders: { 'Last Login': 'dmy' } });
    expect(answered).toMatchObject({ state: 'read', tables: [{ kind: 'staff-login-report', rowCount: 1 }] });
    expect(await worker.read(new Blob(['{"format":"other"}']), 'x.json')).toMatchObject({ state: 'not-a-review' });
  });

  it('is cancelled while it judges, and works on afterwards', async () => {
    const { worker, told } = workerHere();
    const read = await readAll(worker);
    const controller = new AbortController();
    const call = worker.review(request(read), { signal: controller.signal, onPeople: () => controller.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(told.at(-1)?.tell).toBe('cancelled'), { timeout: 60_000 });
    expect(told.map(({ tell }) => tell)).not.toContain('reviewed');
    const { people } = await worker.review(request(read));
    expect(people).toHaveLength((await practiceReview({ people: 450 })).people.length);
  });

  it('is cancelled while a checksum is worked out, which nothing can cut short', async () => {
    const { worker, told } = workerHere();
    const digest = vi.spyOn(crypto.subtle, 'digest').mockReturnValue(new Promise(() => undefined));
    try {
      const life = new AbortController();
      const call = worker.read(new Blob(['USERNAME\njdoe\n']), 'ids.csv', {}, { signal: life.signal });
      const cancelled = expect(call).rejects.toMatchObject({ name: 'AbortError' });
      await vi.waitFor(() => expect(digest).toHaveBeenCalled(), { timeout: 60_000 });
      life.abort();
      await cancelled;
      await vi.waitFor(() => expect(told.at(-1)?.tell).toBe('cancelled'), { timeout: 60_000 });
      expect(told.map(({ tell }) => tell)).not.toContain('file');
    } finally {
      digest.mockRestore();
    }
    expect(await worker.read(new Blob(['USERNAME\njdoe\n']), 'ids.csv')).toMatchObject({ state: 'read' });
  });

  it('makes up the practice institution', async () => {
    const { worker } = workerHere();
    expect(await worker.practice({ ...practiceDefaults, people: 450 })).toEqual(files);
  });

  it('forgets a file', async () => {
    const { worker } = workerHere();
    const read = await readAll(worker);
    worker.forget(read.map(({ id }) => id));
    expect((await worker.review(request(read))).people).toEqual([]);
  });

  it('keeps nothing of a file that was cancelled when it had just been read', async () => {
    const { worker, told } = workerHere();
    const life = new AbortController();
    const call = worker.read(new Blob(['USERNAME\njdoe\n']), 'ids.csv', {}, { signal: life.signal });
    const cancelled = expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(told.some(({ tell }) => tell === 'file')).toBe(true), {
      interval: 0,
      timeout: 60_000,
    });
    life.abort();
    await cancelled;
    const outcome = told.flatMap((message) => (message.tell === 'file' ? [message.outcome] : []))[0];
    const id = outcome?.state === 'read' ? outcome.id : 0;
    expect(id).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await worker.review(request([{ id, asOf: today }]))).people).toEqual([]);
  });

  it('rejects what is waiting when the worker fails', async () => {
    const { worker, port } = workerHere();
    const call = worker.read(new Blob(['x']), 'x');
    port.onerror?.();
    await expect(call).rejects.toThrow('could not finish');
  });
});
