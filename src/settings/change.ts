import { browser } from '../platform/browser.ts';
import { inTime } from '../platform/in-time.ts';
import type { Policy } from '../rules/policy.ts';
import { policies } from '../rules/standards/policies.ts';
import { type Choices, choicesIn, sameValue } from './choices.ts';
import { combine, isLocked } from './in-force.ts';
import { managedIn } from './managed.ts';
import { schemaVersion } from './migrations.ts';
import { type Found, readManaged, readStored, settingsKey } from './stored.ts';

/** One thing decided anew. `before` is what the person saw when deciding; `after: undefined` goes back to the base policy's value. */
export interface Change {
  /** A policy's key, or a key and its part: `studentGroups`, `guard.delete`, `rules.generic-account`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Why a change was not saved.
 * `full`: the browser's storage is full; `refused`: it would not write; `unreadable`: it would not read, so that writing
 * could destroy what is there; `newer`: a newer version of the extension wrote the settings; `locked`: set by an administrator.
 */
export type Refusal = 'full' | 'refused' | 'unreadable' | 'newer' | 'locked';

export class NotSaved extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`Settings not saved: ${refusal}`);
    this.refusal = refusal;
  }
}

/** How long saving waits for a storage that does not answer, in milliseconds. */
const patience = 5000;

/** What saving may need to know besides the changes. */
export interface Circumstances {
  /** The base policy that was in view when deciding; counts while nobody has chosen one. */
  readonly seenBase?: string;
  /** Write over settings of a newer version: only after a person has said so. */
  readonly overNewer?: boolean;
}

/**
 * Saves changes one by one over what is stored at that moment, so that two windows lose nothing to each other; of a list
 * that both have changed, both windows' additions and removals hold. For the extension's own pages and its background:
 * a content script's locks would be those of Alma's pages. Gives the changes that would undo these.
 * Rejects with `NotSaved`, and then nothing was written.
 */
export async function saveChanges(
  changes: readonly Change[],
  { seenBase = 'base', overNewer = false }: Circumstances = {},
): Promise<readonly Change[]> {
  return navigator.locks.request('alma-user-guard-settings', async () => {
    const found = await inTime(readStored(), patience).catch(() => {
      throw new NotSaved('unreadable');
    });
    if (found.newer && !overNewer) throw new NotSaved('newer');
    // What an administrator has set wins over what is saved here, whenever it comes.
    const managed = await inTime(readManaged(), patience).catch(() => ({}));
    const { lockedKeys } = combine(found, managed);
    if (changes.some(({ path }) => isLocked(lockedKeys, path))) throw new NotSaved('locked');
    const choices = changes.reduce(withChange, found.stored.choices);
    const base = shippedPolicy(managedIn(managed).choices.base ?? choices.base ?? seenBase);
    await write(found, base ? withoutBaseValues(choices, changes, base) : choices);
    return changes.map((change) => undoing(change, found.stored.choices, choices));
  });
}

/**
 * The changes that put another base policy under what is in force: single values that differ from the old base stay, and so does
 * what was added to or removed from its lists, so that a list of one's own never hides the new base's entries.
 */
export function changesToBase(policy: Policy, newBase: string): readonly Change[] {
  const now = choicesIn(policy);
  const [from, to] = [choicesIn(shippedPolicy(policy.base)), choicesIn(shippedPolicy(newBase))];
  const lists = Object.entries(now).filter(([path, value]) => Array.isArray(value) && !sameValue(value, from[path]));
  return [
    { path: 'base', before: policy.base, after: newBase },
    ...lists.map(([path, value]) => ({ path, before: value, after: merged(from[path], value, to[path]) })),
  ];
}

const shippedPolicy = (id: unknown): Policy | undefined =>
  typeof id === 'string' && Object.hasOwn(policies, id) ? policies[id] : undefined;

/** A list that nobody had chosen goes back to what was seen, so that what another window adds meanwhile stays. */
function undoing({ path, before, after }: Change, earlier: Choices, now: Choices): Change {
  const seen = Array.isArray(before) && after !== undefined ? before : undefined;
  return { path, before: now[path], after: Object.hasOwn(earlier, path) ? earlier[path] : seen };
}

async function write({ asFound }: Found, choices: Choices): Promise<void> {
  try {
    const settings = { ...asFound, schema: schemaVersion, choices };
    await inTime(browser.storage.local.set({ [settingsKey]: settings }), patience);
  } catch (error) {
    throw new NotSaved(/quota/i.test(String(error)) ? 'full' : 'refused');
  }
}

function withChange(choices: Choices, { path, before, after }: Change): Choices {
  const others = Object.entries(choices).filter(([other]) => other !== path);
  if (after === undefined) return Object.fromEntries(others);
  const now = Object.hasOwn(choices, path) ? choices[path] : before;
  return Object.fromEntries([...others, [path, merged(before, after, now)]]);
}

/** What holds after one window turned `before` into `after`, while storage holds `now`. Of single values the later one holds. */
function merged(before: unknown, after: unknown, now: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(after) || !Array.isArray(now) || sameValue(before, now)) return after;
  const isIn = (list: readonly unknown[], item: unknown) => list.some((other) => sameValue(other, item));
  const kept = now.filter((item) => isIn(after, item) || !isIn(before, item));
  const added = after.filter((item) => !isIn(before, item) && !isIn(now, item));
  return [...kept, ...added];
}

/** Drops what was just set to the base policy's own value: it then follows the base. */
function withoutBaseValues(choices: Choices, changes: readonly Change[], base: Policy): Choices {
  const changed = new Set(changes.map(({ path }) => path));
  const usual = choicesIn(base);
  const follows = ([path, value]: [string, unknown]) =>
    path !== 'base' && changed.has(path) && sameValue(usual[path], value);
  return Object.fromEntries(Object.entries(choices).filter((entry) => !follows(entry)));
}
