import { type InForce, stopListening } from '../platform/messages.ts';
import { browser } from '../platform/native-browser.ts';
import { sameValue } from './choices.ts';
import { settingsKey } from './stored.ts';

/**
 * Asks for the policy in force, asks again whenever settings change (in any window, or by an administrator), and gives each answer
 * that differs from the last one, until the signal is aborted. No answer (`undefined`) is passed over.
 */
export function watchAnswers(
  ask: () => Promise<InForce | undefined>,
  onChange: (inForce: InForce) => void,
  signal: AbortSignal,
): void {
  let last: InForce | undefined;
  let asked = 0;
  async function look(): Promise<void> {
    asked += 1;
    const turn = asked;
    const inForce = await ask();
    const overtaken = turn !== asked;
    if (signal.aborted || overtaken || inForce === undefined || sameValue(last, inForce)) return;
    last = inForce;
    onChange(inForce);
  }
  const listener = (changes: Readonly<Record<string, unknown>>, area: string) => {
    // What else lies in the storage, such as headings of the review, is no reason to ask (and to wake the background).
    if (area === 'managed' || (area === 'local' && Object.hasOwn(changes, settingsKey))) void look();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => stopListening(() => browser.storage.onChanged.removeListener(listener)));
  void look();
}
