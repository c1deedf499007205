import type { Styles } from '../guidance/host.ts';
import { type InForce, type Provisions, requestProvisions } from '../platform/messages.ts';
import { watchAnswers } from '../settings/watch.ts';

/**
 * The background answers as soon as it runs. One that does not yet (the browser has just started) is asked again after a pause, each
 * half as long again as the one before: often at first, for some forty seconds in all.
 */
const firstPauseMilliseconds = 50;
const lastPauseMilliseconds = 15_000;

/** What is done with what the background tells. */
export interface Uses {
  readonly dress: (styles: Styles) => void;
  readonly onPolicy: (inForce: InForce) => void;
}

/**
 * Gives the style sheets and the policy in force on a host as soon as the background tells them, and the policy again whenever it
 * changes, until the signal is aborted. The console is told when the background does not answer; it is asked again when settings change.
 */
export function watchPolicy(host: string, { dress, onPolicy }: Uses, signal: AbortSignal): void {
  async function look(): Promise<InForce | undefined> {
    const answer = await ask(host, signal);
    if (answer && !signal.aborted) dress(answer.styles);
    return answer?.inForce;
  }
  watchAnswers(look, onPolicy, signal);
}

async function ask(host: string, signal: AbortSignal): Promise<Provisions<Styles> | undefined> {
  let answer = await requestProvisions<Styles>(host);
  for (let pause = firstPauseMilliseconds; pause < lastPauseMilliseconds; pause *= 1.5) {
    if (answer || signal.aborted) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
    answer = await requestProvisions<Styles>(host);
  }
  if (!answer) console.error('Alma User Guard: the settings do not answer, so nothing is shown on this page.');
  return answer;
}
