import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeDatabase } from '../platform/fake-database.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';

/** Starts the background, as the browser does, where something lies in the storage; gives what lies there then. */
async function started(stored: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  vi.resetModules();
  const { fakeStorage } = await import('../platform/fake-browser.ts');
  fakeStorage.putLocal(stored);
  await import('../../src/background/index.ts');
  // Whatever the start does with the kept review is done before this has its turn.
  await navigator.locks.request('alma-user-guard-kept-review', async () => undefined);
  return fakeStorage.local();
}

beforeEach(() => {
  installFakeLocks();
  fakeDatabase.reset();
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ['Date'] });
  return () => vi.useRealTimers();
});

const kept = (head: unknown) => ({ last: { head, people: 'people-1' }, 'people-1': 'H4sI' });

describe('when the background starts', () => {
  test('a review that was to be kept until yesterday is wiped', async () => {
    await fakeDatabase.put(kept({ until: '2026-11-19' }));
    await started();
    expect(await fakeDatabase.isThere()).toBe(false);
  });

  test.each([
    ['on the last day on which it is kept', { until: '2026-11-20' }],
    ['that tells no day, for a person to decide on', {}],
    ['that is damaged, for a person to decide on', null],
    ['whose day is damaged, for a person to decide on', { until: 'later' }],
  ])('a review stays %s', async (_, head) => {
    await fakeDatabase.put(kept(head));
    await started();
    expect(await fakeDatabase.contents()).toEqual(kept(head));
  });

  test('the day of the save before counts where the last one tells none', async () => {
    await fakeDatabase.put({ ...kept('damaged'), before: { head: { until: '2026-11-19' }, people: 'people-1' } });
    await started();
    expect(await fakeDatabase.isThere()).toBe(false);
  });

  test('a review that an earlier build kept is brought over, and nothing else is touched', async () => {
    const head = { until: '2026-11-20', changing: '{}' };
    const stored = { 'review-kept': head, 'review-kept-people': 'H4sI', 'other-setting': 1 };
    expect(await started(stored)).toEqual({ 'other-setting': 1 });
    const { last, ...people } = await fakeDatabase.contents();
    expect(last).toEqual({ head, people: expect.stringMatching(/^people-/) });
    expect(Object.values(people)).toEqual(['H4sI']);
  });

  test('where nothing was kept, no database is made', async () => {
    await started({ 'other-setting': 1 });
    expect(await fakeDatabase.isThere()).toBe(false);
  });
});
