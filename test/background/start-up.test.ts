import { beforeEach, expect, test, vi } from 'vitest';
import { installFakeLocks } from '../platform/fake-locks.ts';

/** Starts the background, as the browser does, where something lies in the storage; gives what lies there then. */
async function startedWith(stored: Record<string, unknown>): Promise<Record<string, unknown>> {
  vi.resetModules();
  const { fakeStorage } = await import('../platform/fake-browser.ts');
  fakeStorage.putLocal(stored);
  await import('../../src/background/index.ts');
  // Whatever the start does with the kept review is done before this has its turn.
  await navigator.locks.request('alma-user-guard-kept-review', async () => undefined);
  return fakeStorage.local();
}

const kept = (head: unknown) => ({ 'review-kept': head, 'review-kept-people': 'H4sI', 'other-setting': 1 });

beforeEach(() => {
  installFakeLocks();
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ['Date'] });
  return () => vi.useRealTimers();
});

test('a review that was to be kept until yesterday is wiped when the background starts, and nothing else is', async () => {
  expect(await startedWith(kept({ until: '2026-11-19' }))).toEqual({ 'other-setting': 1 });
});

test('a review is still there on the last day on which it is kept', async () => {
  expect(await startedWith(kept({ until: '2026-11-20' }))).toEqual(kept({ until: '2026-11-20' }));
});

test.each([[{}], [null], ['2099-01-01'], [{ until: 'later' }]])(
  'a kept review that tells no day is wiped: %j',
  async (head) => {
    expect(await startedWith(kept(head))).toEqual({ 'other-setting': 1 });
  },
);
