import { stopListening } from '../platform/messages.ts';
import { browser } from '../platform/native-browser.ts';
import { say } from '../platform/say.ts';
import { type TriedSetting, trySetting } from '../rules/parse-policy.ts';
import { choicesIn } from './choices.ts';
import { readManaged } from './stored.ts';

/** One thing that an administrator set and the browser handed on. */
export interface Arrived extends TriedSetting {
  /** A key of the policy, or a key and its part (`guard.delete`), as written. */
  readonly path: string;
  /** The value as received, as JSON; a long one is cut. */
  readonly value: string;
}

const longestValue = 200;

/** What has come of an administrator's settings, and what is used of it. What the browser itself dropped is not among it: nobody tells us. */
export function arrived(managed: unknown): readonly Arrived[] {
  return Object.entries({ ...formatIn(managed), ...choicesIn(managed) }).map(([path, value]) => {
    const text = JSON.stringify(value) ?? '';
    const short = text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
    return { path, value: short, ...trySetting(path, value, say) };
  });
}

/** The keys that say what the rest is; they are no choices, and yet they can be wrong. */
function formatIn(managed: unknown): Readonly<Record<string, unknown>> {
  if (typeof managed !== 'object' || managed === null) return {};
  return Object.fromEntries(Object.entries(managed).filter(([key]) => key === 'format' || key === 'version'));
}

/** Gives what has arrived, now and whenever an administrator changes it, until the signal is aborted. */
export function watchArrived(onChange: (settings: readonly Arrived[]) => void, signal: AbortSignal): void {
  async function look(): Promise<void> {
    const managed = await readManaged();
    if (!signal.aborted) onChange(arrived(managed));
  }
  const listener = (_changes: unknown, area: string) => void (area === 'managed' && look());
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => stopListening(() => browser.storage.onChanged.removeListener(listener)));
  void look();
}
