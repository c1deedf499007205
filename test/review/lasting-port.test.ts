import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reviewWorkerOn } from '../../src/review/worker/client.ts';
import { lastingPort, type Port } from '../../src/review/worker/lasting-port.ts';
import type { FromWorker, ToWorker } from '../../src/review/worker/protocol.ts';
import { createSession } from '../../src/review/worker/session.ts';
import { policyWith, today } from './review-of.ts';

const realTimeout = globalThis.setTimeout;

/** A worker that one long task holds from the file `stuck.json` on: nothing is answered any more, and nothing is heard. */
class StuckWorker implements Port {
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  ended = false;
  stuck = false;
  readonly asked: ToWorker[] = [];
  readonly told: FromWorker[] = [];
  private readonly session = createSession((data: FromWorker) => {
    setTimeout(() => {
      if (!this.ended && !this.stuck) this.tell(data);
    }, 0);
  });

  postMessage(message: ToWorker): void {
    this.asked.push(message);
    if (message.ask === 'read' && message.name === 'stuck.json') this.stuck = true;
    setTimeout(() => {
      if (!this.ended && !this.stuck) void this.session(message);
    }, 0);
  }

  private tell(data: FromWorker): void {
    this.told.push(data);
    this.onmessage?.({ data });
  }

  terminate(): void {
    this.ended = true;
  }
}

function workers() {
  const started: StuckWorker[] = [];
  const port = lastingPort(() => {
    const one = new StuckWorker();
    started.push(one);
    return one;
  });
  return { started, worker: reviewWorkerOn(port) };
}

const roles = (...ids: readonly string[]) =>
  new Blob([`Primary Identifier,Status,Role Type\n${ids.map((id) => `${id},Active,Cataloger\n`).join('')}`]);
const request = (...ids: readonly number[]) => ({
  source: { files: ids.map((id) => ({ id, asOf: today })) },
  policy: policyWith(),
  today,
});
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

async function readIn(worker: ReturnType<typeof workers>['worker'], name: string, ...ids: readonly string[]) {
  const outcome = await worker.read(roles(...ids), name);
  if (outcome.state !== 'read') throw new Error(outcome.state);
  return outcome.id;
}

/** Begins to read a file that holds the worker, and cancels it. */
async function cancelStuck(worker: ReturnType<typeof workers>['worker']): Promise<void> {
  const life = new AbortController();
  const call = worker.read(new Blob(['{']), 'stuck.json', {}, { signal: life.signal });
  const gone = expect(call).rejects.toMatchObject({ name: 'AbortError' });
  life.abort();
  await gone;
}

const calls = ['read', 'review'];
const ends = ['file', 'reviewed', 'cancelled'];

/** Waits until a worker has ended all calls; of the time that its port measures hardly any passes, however busy the machine is. */
async function untilAtRest({ asked, told }: StuckWorker): Promise<void> {
  const isBusy = () =>
    told.filter(({ tell }) => ends.includes(tell)).length < asked.filter(({ ask }) => calls.includes(ask)).length;
  while (isBusy()) {
    await vi.advanceTimersByTimeAsync(1);
    await new Promise((done) => realTimeout(done, 20));
  }
}

describe('a worker that one long task holds', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  it('is ended when a cancelled reading is not answered, and the next file is read by a new one', async () => {
    const { started, worker } = workers();
    await cancelStuck(worker);
    const next = readIn(worker, 'next.csv', 'a1');
    await vi.advanceTimersByTimeAsync(100);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
    expect((await worker.review(request(await next))).people.map(({ key }) => key)).toEqual(['a1']);
    expect(started[1]?.asked.map((message) => ('name' in message ? message.name : message.ask))).toEqual([
      'next.csv',
      'review',
    ]);
  });

  it('takes nothing with it that was read before: the new one reads it again, and can save what was reviewed', async () => {
    const { started, worker } = workers();
    const [first, second] = [await readIn(worker, 'a.csv', 'a1'), await readIn(worker, 'b.csv', 'b2')];
    worker.forget([second]);
    await worker.review(request(first));
    await cancelStuck(worker);
    const saved = worker.save(head);
    await vi.advanceTimersByTimeAsync(100);
    expect(JSON.parse(await (await saved).text()).joined.people).toMatchObject([{ key: 'a1' }]);
    const third = await readIn(worker, 'c.csv', 'c3');
    const { people } = await worker.review(request(first, second, third));
    expect(people.map(({ key }) => key)).toEqual(['a1', 'c3']);
    expect(started).toHaveLength(2);
  });

  it('leaves a review that was under way to the new one, which tells nobody twice', async () => {
    const { started, worker } = workers();
    const ids = Array.from({ length: 180 }, (_, at) => `u${at}`);
    const id = await readIn(worker, 'many.csv', ...ids);
    const told: string[] = [];
    let cancelling: Promise<void> | undefined;
    const review = worker.review(request(id), {
      onPeople: (some) => {
        told.push(...some.map(({ key }) => key));
        cancelling ??= cancelStuck(worker);
      },
    });
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
    await cancelling;
    expect(told.length).toBeLessThan(180);
    await vi.advanceTimersByTimeAsync(100);
    expect((await review).people.map(({ key }) => key)).toEqual(ids);
    expect(told).toEqual(ids);
    expect(started).toHaveLength(2);
  });

  it('is left alone when it answers, and when what was cancelled is no reading', async () => {
    const { started, worker } = workers();
    const id = await readIn(worker, 'a.csv', 'a1');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const call of [
      (signal: AbortSignal) => worker.read(roles('b2'), 'b.csv', {}, { signal }),
      (signal: AbortSignal) => worker.review(request(id), { signal }),
    ]) {
      const life = new AbortController();
      const gone = expect(call(life.signal)).rejects.toMatchObject({ name: 'AbortError' });
      life.abort();
      await gone;
      for (const one of started) await untilAtRest(one);
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(started).toHaveLength(1);
  });
});
