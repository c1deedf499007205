import { type InForce, requestPolicy } from '../platform/messages.ts';
import { watchAnswers } from '../settings/watch.ts';

/** The background answers as soon as it runs; one that does not is given so many milliseconds before each further question. */
const pauses = [100, 500, 2000];

/**
 * Gives the policy in force on a host as soon as the background tells it, and again whenever it changes, until the signal is
 * aborted. The console is told when the background does not answer; it is asked again when settings change.
 */
export function watchPolicy(host: string, onPolicy: (inForce: InForce) => void, signal: AbortSignal): void {
  watchAnswers(() => ask(host, signal), onPolicy, signal);
}

async function ask(host: string, signal: AbortSignal): Promise<InForce | undefined> {
  let answer = await requestPolicy(host);
  for (const pause of pauses) {
    if (answer || signal.aborted) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
    answer = await requestPolicy(host);
  }
  if (!answer) console.error('Alma User Guard: the settings do not answer, so nothing is shown on this page.');
  return answer;
}
