import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Day } from '../record/index.ts';
import { browser } from './browser.ts';

/**
 * A review that somebody keeps in this browser lies in a database of the extension's own origin: content scripts hear of every
 * change in `storage.local`, values and all, and this holds identifiers and reasons.
 */
const name = 'alma-user-guard-review';
const store = 'kept';

/** Where earlier builds kept the review, in `storage.local`. */
const oldKeys = { people: 'review-kept-people', head: 'review-kept' } as const;

/** One save: what changes with every decision, and the key of its people, who are written once for many saves. */
export interface KeptSave {
  /** As it lies there: whoever reads it checks it. */
  readonly head: unknown;
  readonly people: string;
}

/** The last save lies under `last`, the good one before it under `before`, people under keys of their own. */
interface Schema extends DBSchema {
  [store]: { key: string; value: unknown };
}

/** Does work on the kept review while no other page of the extension, nor the background, does. */
export const withKeptReview = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('alma-user-guard-kept-review', work) as Promise<T>;

/** Opening would make the database: a browser in which nothing is kept has none. */
const isThere = async (): Promise<boolean> => (await indexedDB.databases()).some((database) => database.name === name);

/** A connection for one piece of work: one that stays open would keep others from wiping. */
async function connected<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(name, 1, {
    upgrade: (made) => {
      made.createObjectStore(store);
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

const isSave = (value: unknown): value is KeptSave =>
  typeof value === 'object' && value !== null && 'head' in value && typeof Object(value).people === 'string';

/** What is kept, the last save first, then the one before it. To be called with the kept review to oneself. */
export async function keptSaves(): Promise<readonly KeptSave[]> {
  const saves = await savesInDatabase();
  return (await takeFromOldPlace(saves)) ? savesInDatabase() : saves;
}

async function savesInDatabase(): Promise<readonly KeptSave[]> {
  if (!(await isThere())) return [];
  const found = await connected(async (database) => [
    await database.get(store, 'last'),
    await database.get(store, 'before'),
  ]);
  // What is no save at all is told as one that cannot be read, so that nobody takes it for nothing.
  return found.flatMap((value) => (value === undefined ? [] : [isSave(value) ? value : { head: value, people: '' }]));
}

/** The people of a save, as they were given; whatever else lies there. */
export const keptPeople = ({ people }: KeptSave): Promise<unknown> =>
  connected((database) => database.get(store, people));

/**
 * Writes one save: all of it, or nothing. `over` is the save that it follows, and stays as the one before it; `packed` are its
 * people where they are others than those of `over`. Rejects as the browser does, and then everything is as it was.
 */
export async function writeSave(head: unknown, over: KeptSave | undefined, packed: string | undefined): Promise<void> {
  const people = packed === undefined ? over?.people : `people-${crypto.randomUUID()}`;
  if (people === undefined) throw new TypeError('A save needs people.');
  await connected(async (database) => {
    const writing = database.transaction(store, 'readwrite', { durability: 'strict' });
    const kept = new Set(['last', 'before', people, over?.people]);
    const keys = await writing.store.getAllKeys();
    await Promise.all([
      over ? writing.store.put(over, 'before') : writing.store.delete('before'),
      writing.store.put({ head, people } satisfies KeptSave, 'last'),
      packed === undefined ? undefined : writing.store.put(packed, people),
      ...keys.filter((key) => !kept.has(key)).map((key) => writing.store.delete(key)),
      writing.done,
    ]);
  });
}

/**
 * Brings a review that an earlier version kept to its place of now, and takes it away there only when it has arrived. Where another
 * one is kept already, the earlier one waits until that is gone, so that neither is lost. Gives whether something was brought.
 */
async function takeFromOldPlace(saves: readonly KeptSave[]): Promise<boolean> {
  const keys = Object.values(oldKeys);
  const found: Record<string, unknown> = await browser.storage.local.get(keys).catch(() => ({}));
  const { [oldKeys.head]: head, [oldKeys.people]: packed } = found;
  if (head === undefined) return false;
  const [last] = saves;
  if (last === undefined) await writeSave(head, undefined, typeof packed === 'string' ? packed : '');
  // The browser may have been ended between arriving and taking away.
  else if (reviewIn(last.head) !== reviewIn(head)) return false;
  await browser.storage.local.remove(keys);
  return last === undefined;
}

const reviewIn = (head: unknown): unknown => Object(Object(head).revision).review;

/** Whether this page is in a private window: Firefox drops its database with the last of them. */
export const isPrivate = (): boolean => browser.extension.inIncognitoContext === true;

/** Takes the kept review out of the browser; to be called with the kept review to oneself. */
export const wipe = (): Promise<void> => deleteDB(name);

const dayIn = ({ head }: KeptSave): string | undefined => {
  const { until } = Object(head) as { until?: unknown };
  return typeof until === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(until) ? until : undefined;
};

/** Whether what is kept was to be kept until an earlier day. One that tells no day is damaged: the page says so, and a person decides. */
export function isOverdue(saves: readonly KeptSave[], today: Day): boolean {
  const until = saves.map(dayIn).find((day) => day !== undefined);
  return until !== undefined && until < today;
}

/** Takes the kept review out of the browser when it was to be kept until an earlier day. */
export const wipeOverdueReview = (today: Day): Promise<void> =>
  withKeptReview(async () => {
    if (isOverdue(await keptSaves(), today)) await wipe();
  });

const channel = 'alma-user-guard-kept-review';

/** Tells the other tabs of the extension's pages that something else is kept now. Pages of Alma and the background hear nothing of it. */
export function tellOfKeptReview(tab: string): void {
  const said = new BroadcastChannel(channel);
  said.postMessage(tab);
  said.close();
}

/** Is called when another tab of the extension's pages has kept or wiped a review, until the signal is aborted. */
export function onKeptReview(tab: string, changed: () => void, signal: AbortSignal): void {
  const heard = new BroadcastChannel(channel);
  heard.addEventListener('message', ({ data: from }) => {
    if (from !== tab) changed();
  });
  signal.addEventListener('abort', () => heard.close(), { once: true });
}
