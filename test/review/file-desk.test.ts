import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../../src/platform/browser.ts';
import type { Day } from '../../src/record/index.ts';
import { createFileDesk, type FileDesk } from '../../src/review/page/file-desk.ts';
import { type DeskState, firstState } from '../../src/review/page/state.ts';
import { createStore, type Store } from '../../src/review/page/store.ts';
import { type ReviewWorker, reviewWorkerOn } from '../../src/review/worker/client.ts';
import type { Port } from '../../src/review/worker/lasting-port.ts';
import type { FromWorker, ToWorker } from '../../src/review/worker/protocol.ts';
import { createSession } from '../../src/review/worker/session.ts';

const today = '2026-11-28' as Day;
const named = (name: string) => ({
  name,
  lastModified: 0,
  blob: new Blob(['Primary Identifier,Last Name,Status,Role Type\nu1,Silva,Active,Cataloger\n']),
});

/** A worker that takes every message and answers none, as one that a long task holds. */
class SilentPort implements Port {
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  readonly asked: ToWorker[] = [];
  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }
  terminate(): void {}
}

/** A worker on this thread. */
class NearPort implements Port {
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  private readonly session = createSession((data: FromWorker) => void setTimeout(() => this.onmessage?.({ data })));
  postMessage(message: ToWorker): void {
    setTimeout(() => void this.session(message));
  }
  terminate(): void {}
}

function deskWith(worker: ReviewWorker): { desk: FileDesk; store: Store<DeskState>; stateOf(name: string): string } {
  const store = createStore(firstState(today));
  const desk = createFileDesk(store, worker, { start: () => undefined }, new AbortController().signal);
  const stateOf = (name: string) => store.get().files.find((file) => file.name === name)?.reading.state ?? 'gone';
  return { desk, store, stateOf };
}

const silentStorage = () => vi.spyOn(browser.storage.local, 'get').mockReturnValue(new Promise(() => undefined));

beforeEach(() => vi.useRealTimers());

describe('Cancel', () => {
  it.each(['storage', 'worker'])('takes at once, though the %s does not answer', async (late) => {
    const port = new SilentPort();
    if (late === 'storage') silentStorage();
    const { desk, stateOf } = deskWith(reviewWorkerOn(port));
    desk.add([named('roles.csv')]);
    await vi.waitFor(() => expect(stateOf('roles.csv')).toBe('reading'));
    if (late === 'worker') await vi.waitFor(() => expect(port.asked.map(({ ask }) => ask)).toEqual(['read']));
    desk.cancel(1);
    expect(stateOf('roles.csv')).toBe('cancelled');
  });

  it('leaves a file alone that is read', async () => {
    const { desk, stateOf } = deskWith(reviewWorkerOn(new NearPort()));
    desk.add([named('roles.csv')]);
    await vi.waitFor(() => expect(stateOf('roles.csv')).toBe('read'));
    desk.cancel(1);
    expect(stateOf('roles.csv')).toBe('read');
  });
});

describe('a storage that never answers', () => {
  it('keeps no file from being read, nor the one behind a file that was cancelled', async () => {
    vi.useFakeTimers();
    silentStorage();
    const { desk, stateOf } = deskWith(reviewWorkerOn(new NearPort()));
    desk.add([named('first.csv'), { ...named('second.csv'), blob: new Blob(['Primary Identifier\nu2\n']) }]);
    await vi.advanceTimersByTimeAsync(0);
    desk.cancel(1);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(stateOf('second.csv')).not.toMatch(/waiting|reading/));
    expect(stateOf('first.csv')).toBe('cancelled');
  });
});

describe('a sheet that is chosen while its file is being read', () => {
  it('is read anew, and not taken for cancelled', async () => {
    const port = new SilentPort();
    const { desk, stateOf } = deskWith(reviewWorkerOn(port));
    desk.add([named('roles.csv')]);
    await vi.waitFor(() => expect(port.asked.map(({ ask }) => ask)).toEqual(['read']));
    desk.chooseSheet(1, 'Users', { read: true });
    await vi.waitFor(() => expect(port.asked.map(({ ask }) => ask)).toEqual(['read', 'cancel', 'read']));
    expect(stateOf('roles.csv')).toBe('reading');
  });
});
