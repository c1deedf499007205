import { type InForce, type ReadParts, stopListening } from '../platform/messages.ts';
import { browser } from '../platform/native-browser.ts';
import { sameValue } from './choices.ts';
import { settingsKey } from './stored.ts';

/** How long the first answer may wait for settings that are slow to come: guidance is to be there at once. In milliseconds. */
const firstPatience = 300;
const laterPatience = 10_000;

/** Between two questions while settings have not come: twice as long each time, and at most this long. */
const firstPause = 250;
const longestPause = 30_000;

/**
 * Asks for the policy in force, asks again whenever settings change (in any window, or by an administrator) and while some have not come
 * (`awaited`), and gives each answer that differs from the last one, until the signal is aborted. `ask` is told for how many
 * milliseconds it may wait for the settings, and what was read before: while a change is late to come, that holds, else an
 * institution's own accounts were unprotected meanwhile. No answer (`undefined`) is passed over.
 */
export function watchAnswers(
  ask: (patience: number, before?: ReadParts) => Promise<InForce | undefined>,
  onChange: (inForce: InForce) => void,
  signal: AbortSignal,
): void {
  let last: InForce | undefined;
  let before: ReadParts | undefined;
  let asked = 0;
  async function look(): Promise<void> {
    asked += 1;
    const turn = asked;
    let patience = firstPatience;
    for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
      const answer = await ask(patience, before);
      if (signal.aborted || turn !== asked) return;
      if (answer) tell(answer);
      if (!answer?.awaited) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (signal.aborted || turn !== asked) return;
      patience = laterPatience;
    }
  }
  function tell({ read, ...inForce }: InForce): void {
    before = read ?? before;
    if (sameValue(last, inForce)) return;
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
