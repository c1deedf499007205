import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';

const name = 'alma-user-guard-review';

/** The database of a kept review in unit tests: what tests may do to it that the extension may not. */
export const fakeDatabase = {
  /** Begins with an empty browser. */
  reset(): void {
    globalThis.indexedDB = new IDBFactory();
  },
  /** Whether a database is there at all. */
  isThere: async (): Promise<boolean> => (await indexedDB.databases()).length > 0,
  /** What lies there, by key. */
  async contents(): Promise<Record<string, unknown>> {
    if (!(await this.isThere())) return {};
    const database = await openDB(name);
    const keys = await database.getAllKeys('kept');
    const entries = await Promise.all(keys.map(async (key) => [String(key), await database.get('kept', key)] as const));
    database.close();
    return Object.fromEntries(entries);
  },
  /** Puts something there, where it lay before the extension began; makes the database if need be. */
  async put(values: Record<string, unknown>): Promise<void> {
    const database = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore('kept') });
    for (const [key, value] of Object.entries(values)) await database.put('kept', value, key);
    database.close();
  },
  /** Changes what lies under a key. */
  async change(key: string, to: (value: unknown) => unknown): Promise<void> {
    await this.put({ [key]: to((await this.contents())[key]) });
  },
};
