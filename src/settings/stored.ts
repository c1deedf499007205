import { browser } from '../platform/native-browser.ts';
import type { Choices } from './choices.ts';
import { migrate, schemaVersion } from './migrations.ts';

/** The one object kept in `storage.local`. Only what differs from the base policy is in it. */
export interface Stored {
  readonly schema: number;
  readonly choices: Choices;
}

/** What was found in storage. `newer`: written by a newer version of the extension, so used as far as understood and not overwritten unasked. */
export interface Found {
  readonly stored: Stored;
  /** The object as it lies in storage, with keys that this version does not know. */
  readonly asFound: Readonly<Record<string, unknown>>;
  readonly newer: boolean;
  /** True when something lies in storage that is no settings object at all. */
  readonly broken: boolean;
}

/** The name of the settings in `storage.local`. */
export const settingsKey = 'settings';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the settings, migrated to this version's form (in memory only). Rejects when the browser refuses to read; may never settle. */
export const readStored = async (): Promise<Found> => understand((await readAsItLies()).value);

/** The settings as they lie in the storage, whatever that is. Rejects when the browser refuses to read; may never settle. */
export async function readAsItLies(): Promise<{ readonly value?: unknown }> {
  const { [settingsKey]: value } = await browser.storage.local.get(settingsKey);
  return { value };
}

/** Makes sense of what lies in storage, whatever it is. */
export function understand(value: unknown): Found {
  const nothing = { schema: schemaVersion, choices: {} };
  if (value === undefined) return { stored: nothing, asFound: {}, newer: false, broken: false };
  if (!isObject(value)) return { stored: nothing, asFound: {}, newer: false, broken: true };
  const migrated = migrate(value);
  const newer = typeof value.schema === 'number' && value.schema > schemaVersion;
  const choices = isObject(migrated.choices) ? migrated.choices : {};
  const broken = migrated.choices !== undefined && !isObject(migrated.choices);
  return { stored: { schema: schemaVersion, choices }, asFound: migrated, newer, broken };
}

/** How browsers say that there is no managed storage for us: Firefox, where no policy names this extension; others, where they know none. */
const noneThere = /manifest not found|not (?:available|supported|implemented)/i;

/**
 * What an administrator has set: Chrome's and Edge's policies, Firefox's managed storage; a policy's JSON as it came.
 * Nothing set, a browser without managed storage, and one without a manifest for it (Firefox rejects then) are the same: `{}`.
 * Rejects where the browser fails to tell: then nobody knows what is set. May be late, or never settle.
 */
export async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch (error) {
    if (error instanceof TypeError || noneThere.test(String(error))) return {};
    throw error;
  }
}
