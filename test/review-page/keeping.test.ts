// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Desk } from '../../src/review/page/desk.ts';
import { hasUnsaved } from '../../src/review/page/state.ts';
import { fakeStorage, fakeWindow } from '../platform/fake-browser.ts';
import { fakeDatabase } from '../platform/fake-database.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';
import { deskHere, give, library, settled, today } from './desk-here.ts';

const ends: (() => void)[] = [];

function openDesk() {
  const here = deskHere();
  ends.push(here.end);
  return here;
}

beforeEach(() => {
  installFakeLocks();
  fakeStorage.reset();
  fakeDatabase.reset();
  fakeWindow.isPrivate = false;
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Keeps a review of four people with one decision after the other, each a save of its own; gives the tab, which is still open. */
async function keptWith(...decided: readonly string[]): Promise<Desk> {
  const { desk } = openDesk();
  await give(desk, ['roles.csv', library]);
  await desk.keepUntil(today);
  for (const identifier of decided) {
    desk.decide([identifier], 'deactivate', `${identifier} left`);
    await desk.keepUntil(today);
  }
  return desk;
}

/** Closes all tabs, and opens the page in a new one. */
async function reopened(): Promise<Desk> {
  for (const end of ends.splice(0)) end();
  const { desk } = openDesk();
  await vi.waitFor(
    () => {
      const { kept, keepingTrouble } = desk.store.get();
      if (!kept && !keepingTrouble) throw new Error('nothing is found yet');
    },
    { timeout: 60_000 },
  );
  return desk;
}

async function goneOnWith(desk: Desk): Promise<readonly string[]> {
  await desk.openKeptReview();
  await settled(desk);
  return [...desk.store.get().book.decisions.keys()];
}

type Save = { head: { changing: string; until: string }; people: string };

/** Damages a part of a save's head. */
const damage = (key: 'last' | 'before', change: (head: Save['head']) => unknown) =>
  fakeDatabase.change(key, (save) => ({ ...(save as Save), head: change((save as Save).head) }));

const peopleOf = async (key: 'last' | 'before') => ((await fakeDatabase.contents())[key] as Save).people;

describe('keeping in the browser', () => {
  test('stores nothing before it is asked for, and makes no database', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    desk.decide(['00042'], 'deactivate', 'left');
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(fakeStorage.local()).toEqual({});
    expect(await fakeDatabase.isThere()).toBe(false);
  });

  test('brings the review back with its decisions, and wipes it for good', async () => {
    const first = await keptWith('00042');
    expect(hasUnsaved(first.store.get())).toBe(false);
    const desk = await reopened();
    expect(desk.store.get().kept).toMatchObject({ people: 4, decisions: 1, until: today });
    expect(await goneOnWith(desk)).toEqual(['00042']);
    expect(desk.store.get().book.decisions.get('00042')).toMatchObject({ kind: 'deactivate', reason: '00042 left' });
    expect(desk.store.get().reviewed?.people).toHaveLength(4);
    await desk.wipe();
    expect(await fakeDatabase.isThere()).toBe(false);
    expect(desk.store.get()).toMatchObject({ kept: undefined, keeping: false });
  });

  test('puts nothing where a page of Alma hears of it', async () => {
    const changed = vi.fn();
    const { browser } = await import('../platform/fake-browser.ts');
    browser.storage.onChanged.addListener(changed);
    await keptWith('00042', 'sysadmin1');
    expect(changed).not.toHaveBeenCalled();
    expect(fakeStorage.local()).toEqual({});
  });

  test('writes the people once for many saves, and keeps two saves and no more', async () => {
    await keptWith('00042', 'sysadmin1', 'sysadmin2');
    const contents = await fakeDatabase.contents();
    expect(Object.keys(contents).sort()).toEqual(['before', 'last', await peopleOf('last')].sort());
    expect(await peopleOf('before')).toBe(await peopleOf('last'));
  });

  test('wipes what was to be kept until an earlier day', async () => {
    await keptWith('00042');
    await damage('last', (head) => ({ ...head, until: '2026-11-19' }));
    for (const end of ends.splice(0)) end();
    const { desk } = openDesk();
    await vi.waitFor(async () => expect(await fakeDatabase.isThere()).toBe(false));
    expect(desk.store.get()).toMatchObject({ kept: undefined, keepingTrouble: undefined });
  });
});

describe('a save that was asked for', () => {
  afterEach(() => void vi.useRealTimers());

  test('is not written once more a second later: whoever has gone on with it in another tab would be overtaken', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const desk = await keptWith('00042');
    const { number } = desk.store.get().revision;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.store.get()).toMatchObject({ keeping: true, revision: { number } });
    desk.decide(['sysadmin1'], 'keep', '');
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(desk.store.get().revision.number).toBe(number + 1));
  });
});

describe('two tabs', () => {
  /** What the first tab keeps, the second goes on with: it decides on one more, and keeps that. */
  async function goneOnWithInAnother() {
    const first = await keptWith('00042');
    const { desk: second } = openDesk();
    await vi.waitFor(() => expect(second.store.get().kept).toBeDefined());
    await goneOnWith(second);
    second.decide(['sysadmin1'], 'keep', '');
    await second.keepUntil(today);
    return { first, second };
  }

  test('do not write over what the other has kept since', async () => {
    const first = await keptWith();
    const { desk: second } = openDesk();
    await give(second, ['roles.csv', library]);
    await second.keepUntil(today);
    expect(second.store.get()).toMatchObject({ keeping: false, keepingTrouble: 'other-tab' });
    await second.keepUntil(today, true);
    expect(second.store.get()).toMatchObject({ keeping: true, keepingTrouble: undefined });
    await first.keepUntil(today);
    expect(first.store.get()).toMatchObject({ keeping: false, keepingTrouble: 'other-tab' });
  });

  test('learn at once of what the other keeps', async () => {
    const { first, second } = await goneOnWithInAnother();
    await vi.waitFor(() => expect(first.store.get()).toMatchObject({ keeping: false, keepingTrouble: 'other-tab' }));
    expect(first.store.get().kept).toMatchObject({ decisions: 2 });
    expect(second.store.get()).toMatchObject({ keeping: true, keepingTrouble: undefined });
  });

  test('learn at once that the other has put its own in the place of what they went on with', async () => {
    const { first, second } = await goneOnWithInAnother();
    await vi.waitFor(() => expect(first.store.get().keepingTrouble).toBe('other-tab'));
    first.decide(['sysadmin2'], 'keep', '');
    const { number } = second.store.get().revision;
    await first.keepUntil(today, true);
    // By its number the other tab tells that what is kept is not its own.
    expect(first.store.get().revision.number).toBeGreaterThan(number);
    await second.keepUntil(today);
    expect(second.store.get()).toMatchObject({ keeping: false, keepingTrouble: 'other-tab' });
    const { tab } = first.store.get().revision;
    await vi.waitFor(() => expect(second.store.get().kept?.revision.tab).toBe(tab));
  });

  test('learn at once that the other has wiped it, and warn of what is now in no file', async () => {
    const first = await keptWith('00042');
    const { desk: second } = openDesk();
    await vi.waitFor(() => expect(second.store.get().kept).toBeDefined());
    await second.wipe();
    await vi.waitFor(() => expect(first.store.get()).toMatchObject({ keeping: false, keepingTrouble: 'wiped' }));
    expect(first.store.get().kept).toBeUndefined();
    expect(hasUnsaved(first.store.get())).toBe(true);
    expect([...first.store.get().book.decisions.keys()]).toEqual(['00042']);
  });
});

describe('what is damaged', () => {
  const damages: Readonly<Record<string, (head: Save['head']) => unknown>> = {
    'cut off': (head) => ({ ...head, changing: head.changing.slice(0, -20) }),
    'changed in one letter': (head) => ({ ...head, changing: head.changing.replace('left', 'lift') }),
    'no text': (head) => ({ ...head, changing: 7 }),
    'without a day': ({ until: _, ...head }) => head,
    'nothing that was written here': () => 'garbage',
  };

  test.each(Object.entries(damages))(
    'the last save, %s: the one before it is opened, and it is said',
    async (_, to) => {
      await keptWith('00042', 'sysadmin1');
      await damage('last', to);
      const desk = await reopened();
      expect(desk.store.get()).toMatchObject({ keepingTrouble: 'older', kept: { decisions: 1 } });
      expect(await goneOnWith(desk)).toEqual(['00042']);
      expect(desk.store.get()).toMatchObject({ keepingTrouble: 'older', keeping: true });
      desk.decide(['sysadmin2'], 'keep', '');
      await desk.keepUntil(today);
      expect(desk.store.get()).toMatchObject({ keepingTrouble: 'older', keeping: true });
      const after = await reopened();
      expect(after.store.get()).toMatchObject({ keepingTrouble: undefined, kept: { decisions: 2 } });
    },
  );

  test('both saves: nothing is wiped or written over unasked, and it is said', async () => {
    await keptWith('00042', 'sysadmin1');
    await damage('last', () => 'garbage');
    await damage('before', ({ until: _, ...head }) => head);
    const before = await fakeDatabase.contents();
    const desk = await reopened();
    expect(desk.store.get()).toMatchObject({ keepingTrouble: 'unreadable', kept: undefined });
    await give(desk, ['roles.csv', library]);
    await desk.keepUntil(today);
    expect(desk.store.get()).toMatchObject({ keepingTrouble: 'unreadable', keeping: false });
    expect(await fakeDatabase.contents()).toEqual(before);
    await desk.keepUntil(today, true);
    expect(desk.store.get()).toMatchObject({ keepingTrouble: undefined, keeping: true });
  });

  test('the people of the last save: the save with the people before them is opened', async () => {
    const first = await keptWith('00042');
    await give(first, ['more.csv', [library[0] ?? [], ['n1', 'Silva', 'Nuno', 'Active', 'Cataloger', 'MAIN']]]);
    await first.keepUntil(today);
    expect(await peopleOf('last')).not.toBe(await peopleOf('before'));
    await fakeDatabase.change(await peopleOf('last'), (packed) => String(packed).slice(0, 40));
    const desk = await reopened();
    expect(await goneOnWith(desk)).toEqual(['00042']);
    expect(desk.store.get()).toMatchObject({ keepingTrouble: 'older', keeping: true, kept: { people: 4 } });
    expect(desk.store.get().reviewed?.people).toHaveLength(4);
    await desk.keepUntil(today);
    expect(await goneOnWith(await reopened())).toEqual(['00042']);
  });

  test('people that both saves share: nothing is opened, wiped or written over, and it is said', async () => {
    await keptWith('00042', 'sysadmin1');
    await fakeDatabase.change(await peopleOf('last'), () => 'no base64 of gzip');
    const before = await fakeDatabase.contents();
    const desk = await reopened();
    await goneOnWith(desk);
    expect(desk.store.get()).toMatchObject({ keepingTrouble: 'unreadable', keeping: false });
    expect(await fakeDatabase.contents()).toEqual(before);
  });
});

describe('a browser that does not take it', () => {
  /** Lets every writing end as a browser ends one that it cannot finish. */
  function failWrites(error: Error): void {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw error;
    });
  }

  test.each([
    [new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'full'],
    [new DOMException('Something else.', 'UnknownError'), 'refused'],
  ])('for %s keeps what it kept before, and says why', async (error, trouble) => {
    const desk = await keptWith('00042');
    const before = await fakeDatabase.contents();
    failWrites(error);
    desk.decide(['sysadmin1'], 'keep', '');
    await desk.keepUntil(today);
    vi.restoreAllMocks();
    expect(desk.store.get()).toMatchObject({ keeping: false, keepingTrouble: trouble });
    expect(hasUnsaved(desk.store.get())).toBe(true);
    expect(await fakeDatabase.contents()).toEqual(before);
  });
});

test('a private window, which keeps nothing, says so instead of promising a day', async () => {
  fakeWindow.isPrivate = true;
  const { desk } = openDesk();
  await give(desk, ['roles.csv', library]);
  await desk.keepUntil(today);
  expect(desk.store.get()).toMatchObject({ keeping: false, keepingTrouble: 'private' });
  expect(await fakeDatabase.isThere()).toBe(false);
});

describe('a review that an earlier build kept in the storage that content scripts share', () => {
  /** Lays what is kept where an earlier build would have. */
  async function asBefore(): Promise<void> {
    await keptWith('00042');
    const { last } = (await fakeDatabase.contents()) as { last: Save };
    const people = (await fakeDatabase.contents())[last.people];
    const { sum: _, ...head } = last.head as Save['head'] & { sum: string };
    for (const end of ends.splice(0)) end();
    fakeDatabase.reset();
    fakeStorage.putLocal({ 'review-kept': head, 'review-kept-people': people, settings: { schema: 1 } });
  }

  test('is found and gone on with, and its old place is empty', async () => {
    await asBefore();
    const desk = await reopened();
    expect(await goneOnWith(desk)).toEqual(['00042']);
    expect(fakeStorage.local()).toEqual({ settings: { schema: 1 } });
  });

  test('stays where it is while it cannot be brought over', async () => {
    await asBefore();
    const before = fakeStorage.local();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const desk = await reopened();
    expect(desk.store.get()).toMatchObject({ keepingTrouble: 'unreadable' });
    expect(fakeStorage.local()).toEqual(before);
    vi.restoreAllMocks();
    expect(await goneOnWith(await reopened())).toEqual(['00042']);
  });

  test('waits while another one is kept, and is not brought a second time', async () => {
    await asBefore();
    const old = fakeStorage.local();
    fakeStorage.reset();
    await keptWith('sysadmin1');
    fakeStorage.putLocal(old);
    const desk = await reopened();
    expect(await goneOnWith(desk)).toEqual(['sysadmin1']);
    expect(fakeStorage.local()).toEqual(old);
    await desk.wipe();
    const next = await reopened();
    expect(await goneOnWith(next)).toEqual(['00042']);
    fakeStorage.putLocal(old);
    expect(await goneOnWith(await reopened())).toEqual(['00042']);
    expect(fakeStorage.local()).toEqual({ settings: { schema: 1 } });
  });
});
