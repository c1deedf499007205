import { stopListening } from '../platform/messages.ts';
import { browser } from '../platform/native-browser.ts';
import { say } from '../platform/say.ts';
import { type TriedSetting, trySetting } from '../rules/parse-policy.ts';
import { choicesIn } from './choices.ts';
import { policyTextKey } from './forms.ts';
import { type Managed, managedIn, type PolicyText } from './managed.ts';
import { readManaged } from './stored.ts';

/** One thing that an administrator set and the browser handed on. */
export interface Arrived extends TriedSetting {
  /** A key of the policy, or a key and its part (`guard.delete`), as written. */
  readonly path: string;
  /** The key whose text it stands in; absent where it was set by itself. */
  readonly within?: typeof policyTextKey;
  /** The value as received, as JSON; a long one is cut. */
  readonly value: string;
}

const longestValue = 200;

/** What has come of an administrator's settings, and what is used of it. What the browser itself dropped is not among it: nobody tells us. */
export function arrived(managed: unknown): readonly Arrived[] {
  const taken = managedIn(managed);
  const own = Object.entries({ ...formatIn(managed), ...taken.own }).map(([path, value]) => ({
    path,
    value: shortened(value),
    ...trySetting(path, value, say),
  }));
  return taken.text ? [...own, ...arrivedAsText(taken, taken.text)] : own;
}

/** The text itself, and each thing that stands in it. */
function arrivedAsText({ own }: Managed, { given, policy, outcome, problems }: PolicyText): readonly Arrived[] {
  const wins = (path: string) => Object.hasOwn(own, path) && trySetting(path, own[path], say).outcome !== 'refused';
  const inside = Object.entries({ ...formatIn(policy), ...choicesIn(policy) }).map(([path, value]): Arrived => {
    const tried: TriedSetting = wins(path)
      ? { outcome: 'refused', problems: [say('settings_set_by_itself', { key: path })] }
      : trySetting(path, value, say);
    return { path, within: policyTextKey, value: shortened(value), ...tried };
  });
  return [{ path: policyTextKey, value: shortened(given), outcome, problems }, ...inside];
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

/** The keys that say what the rest is; they are no choices, and yet they can be wrong. */
function formatIn(policy: unknown): Readonly<Record<string, unknown>> {
  if (typeof policy !== 'object' || policy === null) return {};
  return Object.fromEntries(Object.entries(policy).filter(([key]) => key === 'format' || key === 'version'));
}

/** Gives what has arrived, now and whenever an administrator changes it, until the signal is aborted. */
export function watchArrived(onChange: (settings: readonly Arrived[]) => void, signal: AbortSignal): void {
  async function look(): Promise<void> {
    // That it cannot be read is told as a problem of the policy in force.
    const managed = await readManaged().catch(() => ({}));
    if (!signal.aborted) onChange(arrived(managed));
  }
  const listener = (_changes: unknown, area: string) => void (area === 'managed' && look());
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => stopListening(() => browser.storage.onChanged.removeListener(listener)));
  void look();
}
