/** Stands in for the browser's extension API in unit tests: messages come from the English texts, storage lives in memory. */
import { readTexts } from '../../src/build/locales.ts';

const english = readTexts('src/texts').get('en') ?? {};

/** Listeners of one event, and the means to fire it from a test. */
export function fakeEvent<Heard extends readonly unknown[]>() {
  const listeners = new Set<(...heard: Heard) => unknown>();
  return {
    addListener: (listener: (...heard: Heard) => unknown) => void listeners.add(listener),
    removeListener: (listener: (...heard: Heard) => unknown) => void listeners.delete(listener),
    hasListener: (listener: (...heard: Heard) => unknown) => listeners.has(listener),
    /** Gives what the listeners answered. */
    fire: (...heard: Heard): unknown[] => [...listeners].map((listener) => listener(...heard)),
    count: () => listeners.size,
    clear: () => listeners.clear(),
  };
}

type StorageChanges = Record<string, { oldValue?: unknown; newValue?: unknown }>;
const storageChanged = fakeEvent<[StorageChanges, string]>();

/** The areas' contents, as JSON would keep them. `null` for a managed area that is not set up (Firefox rejects then). */
const contents: { local: Record<string, unknown>; managed: Record<string, unknown> | null } = {
  local: {},
  managed: {},
};
const failures: { read?: Error | undefined; write?: Error | undefined } = {};

const copy = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

function pick(area: Record<string, unknown>, keys?: string | string[] | null): Record<string, unknown> {
  if (keys === undefined || keys === null) return copy(area);
  const wanted = Array.isArray(keys) ? keys : [keys];
  return copy(Object.fromEntries(Object.entries(area).filter(([key]) => wanted.includes(key))));
}

function announce(area: 'local' | 'managed', before: Record<string, unknown>, after: Record<string, unknown>): void {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return;
  const changes = Object.fromEntries(changed.map((key) => [key, { oldValue: before[key], newValue: after[key] }]));
  storageChanged.fire(copy(changes), area);
}

const local = {
  get: async (keys?: string | string[] | null) => {
    if (failures.read) throw failures.read;
    return pick(contents.local, keys);
  },
  set: async (values: Record<string, unknown>) => {
    if (failures.write) throw failures.write;
    const before = contents.local;
    contents.local = { ...before, ...copy(values) };
    announce('local', before, contents.local);
  },
  remove: async (keys: string | string[]) => {
    if (failures.write) throw failures.write;
    const before = contents.local;
    const gone = new Set([keys].flat());
    contents.local = Object.fromEntries(Object.entries(before).filter(([key]) => !gone.has(key)));
    announce('local', before, contents.local);
  },
};

const managed = {
  get: async (keys?: string | string[] | null) => {
    if (contents.managed === null) throw new Error('Managed storage manifest not found');
    return pick(contents.managed, keys);
  },
};

/** What tests may do to the storage that an extension may not. */
export const fakeStorage = {
  reset(): void {
    contents.local = {};
    contents.managed = {};
    failures.read = undefined;
    failures.write = undefined;
    storageChanged.clear();
  },
  /** What lies in `storage.local`. */
  local: () => copy(contents.local),
  /** Puts a value where the extension would have: without an event, as it lay there at start. */
  putLocal(values: Record<string, unknown>): void {
    contents.local = { ...contents.local, ...copy(values) };
  },
  /** Sets what an administrator sets, with the event; `null` takes the managed area away. */
  setManaged(values: Record<string, unknown> | null): void {
    const before = contents.managed ?? {};
    contents.managed = values === null ? null : copy(values);
    announce('managed', before, contents.managed ?? {});
  },
  /** The same without the event: nobody has noticed yet. */
  putManaged(values: Record<string, unknown>): void {
    contents.managed = copy(values);
  },
  failReads(error: Error | undefined): void {
    failures.read = error;
  },
  failWrites(error: Error | undefined): void {
    failures.write = error;
  },
  listeners: () => storageChanged.count(),
};

type Tab = { id?: number; url?: string; lastAccessed?: number; active?: boolean; discarded?: boolean };
/** The open tabs, and who answers in them: set by a test. */
export const fakeTabs: { open: Tab[]; answer: (tabId: number, message: unknown) => unknown; created: string[] } = {
  open: [],
  answer: () => {
    throw new Error('Could not establish connection. Receiving end does not exist.');
  },
  created: [],
};

/** What the browser has granted, and what it answers when asked for more: set by a test. */
export const fakePermissions = { origins: [] as string[], permissions: ['storage'] as string[], grants: true };
const registered: { id: string; matches?: string[] }[] = [];

/** Whether the background is there to be asked: set by a test. */
export const fakeBackground = { answers: true };

const messages = fakeEvent<[unknown, { id?: string }, (response: unknown) => void]>();

/** Sends a message to the listeners, and gives what one of them answered by `sendResponse`; `undefined` when none did. */
export function askListeners(message: unknown, sender: { id?: string }): unknown {
  let response: unknown;
  messages.fire(message, sender, (given) => {
    response = given;
  });
  return response;
}

/** The same as a page sends it to the background: a listener that gives `true` answers later. */
async function askBackground(message: unknown): Promise<unknown> {
  if (!fakeBackground.answers) throw new Error('Could not establish connection. Receiving end does not exist.');
  return new Promise((resolve) => {
    const answers = messages.fire(copy(message), { id: browser.runtime.id }, (given) => resolve(copy(given)));
    if (!answers.includes(true)) resolve(undefined);
  });
}

/** The window that the extension's page stands in: set by a test. */
export const fakeWindow = { isPrivate: false };

export const browser = {
  extension: {
    get inIncognitoContext() {
      return fakeWindow.isPrivate;
    },
  },
  i18n: {
    getMessage: (key: string) => english[key] ?? '',
    getUILanguage: () => 'en',
  },
  runtime: {
    id: 'alma-user-guard@example.org',
    getURL: (path: string) => `moz-extension://5b0f0000-0000-4000-8000-000000000000/${path}`,
    getManifest: () => ({
      version: '0.0.0',
      content_scripts: [
        {
          matches: ['https://*.alma.exlibrisgroup.com/*', 'https://*.alma.exlibrisgroup.com.cn/*'],
          exclude_matches: ['https://*/view/*'],
          js: ['content.js'],
          css: ['content.css'],
        },
      ],
    }),
    onMessage: messages,
    onInstalled: fakeEvent<[]>(),
    onStartup: fakeEvent<[]>(),
    sendMessage: askBackground,
  },
  storage: { local, managed, onChanged: storageChanged },
  tabs: {
    query: async (wanted: { active?: boolean; url?: string }) =>
      fakeTabs.open.filter((tab) => wanted.active === undefined || Boolean(tab.active) === wanted.active),
    sendMessage: async (tabId: number, message: unknown) => fakeTabs.answer(tabId, message),
    create: async ({ url }: { url: string }) => void fakeTabs.created.push(url),
  },
  permissions: {
    onAdded: fakeEvent<[]>(),
    onRemoved: fakeEvent<[]>(),
    getAll: async () => ({ origins: [...fakePermissions.origins], permissions: [...fakePermissions.permissions] }),
    contains: async ({ permissions = [] }: { permissions?: string[] }) =>
      permissions.every((permission) => fakePermissions.permissions.includes(permission)),
    request: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) => {
      if (!fakePermissions.grants) return false;
      fakePermissions.origins = [...new Set([...fakePermissions.origins, ...origins])];
      fakePermissions.permissions = [...new Set([...fakePermissions.permissions, ...permissions])];
      return true;
    },
    remove: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) => {
      fakePermissions.origins = fakePermissions.origins.filter((origin) => !origins.includes(origin));
      fakePermissions.permissions = fakePermissions.permissions.filter((name) => !permissions.includes(name));
      return true;
    },
  },
  scripting: {
    getRegisteredContentScripts: async () => [...registered],
    registerContentScripts: async (scripts: { id: string; matches?: string[] }[]) => {
      if (scripts.some(({ id }) => registered.some((known) => known.id === id))) throw new Error('Duplicate script ID');
      registered.push(...scripts);
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      const left = registered.filter(({ id }) => !ids.includes(id));
      registered.splice(0, registered.length, ...left);
    },
    insertCSS: async (_injection: unknown): Promise<void> => undefined,
    executeScript: async (_injection: unknown): Promise<unknown[]> => [],
  },
};
