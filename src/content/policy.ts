import type { Styles } from '../guidance/host.ts';
import { type InForce, type Provisions, type ReadParts, requestProvisions } from '../platform/messages.ts';
import { watchAnswers } from '../settings/watch.ts';
import { isExtensionThere } from './life.ts';

/**
 * The background answers as soon as it runs. One that does not yet (the browser has just started) is asked again after a pause, each
 * half as long again as the one before: often at first, and at last every half minute.
 */
const firstPauseMilliseconds = 50;
const lastPauseMilliseconds = 30_000;
/** After a pause of this length, some forty seconds in all, the console is told. */
const tellingPauseMilliseconds = 15_000;

/** What is done with what the background tells. */
export interface Uses {
  readonly dress: (styles: Styles) => void;
  readonly onPolicy: (inForce: InForce) => void;
}

/**
 * Gives the style sheets and the policy in force on a host as soon as the background tells them, and the policy again whenever it
 * changes, until the signal is aborted. While the background does not answer it is asked again and again, and the console told once.
 */
export function watchPolicy(host: string, { dress, onPolicy }: Uses, signal: AbortSignal): void {
  let told = false;
  async function look(patience: number, before?: ReadParts): Promise<InForce | undefined> {
    const answer = await ask(patience, before);
    if (answer && !signal.aborted) dress(answer.styles);
    return answer?.inForce;
  }
  async function ask(patience: number, before?: ReadParts): Promise<Provisions<Styles> | undefined> {
    for (let pause = firstPauseMilliseconds; ; pause = Math.min(pause * 1.5, lastPauseMilliseconds)) {
      const answer = await requestProvisions<Styles>(host, patience, before);
      if (answer || signal.aborted || !isExtensionThere()) return answer;
      if (pause >= tellingPauseMilliseconds && !told) {
        told = true;
        console.error('Alma User Guard: the settings do not answer, so this page is judged by the shipped policy.');
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  watchAnswers(look, onPolicy, signal);
}
