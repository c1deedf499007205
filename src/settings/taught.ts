import type { TaughtPlace } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { parsePolicy } from '../rules/parse-policy.ts';
import type { TaughtLocator } from '../rules/policy.ts';
import { NotSaved, type Refusal, saveChanges } from './change.ts';
import { policyInForce } from './in-force.ts';

/**
 * Keeps a place that a person has shown on a page of a host, switched on and with the day on it; one that was kept before and switched
 * off is switched on again. For the background. Gives why it was not kept, and then nothing was changed.
 */
export async function keepLocator(
  host: string,
  { field, by, value }: TaughtPlace,
  now: Date,
): Promise<'kept' | Refusal> {
  const { policy } = await policyInForce(host);
  const before = policy.taughtLocators;
  const locator = { field, by, value, on: true, note: say('teaching_note', { date: now.toLocaleDateString() }) };
  const isSame = (other: TaughtLocator) => other.field === field && other.by === by && other.value === value;
  const after = [...before.filter((other) => !isSame(other)), locator];
  const parsed = parsePolicy({ base: policy.base, taughtLocators: after }, say);
  if (parsed.policy.taughtLocators.length !== after.length) return 'refused';
  try {
    await saveChanges([{ path: 'taughtLocators', before, after }], { seenBase: policy.base });
    return 'kept';
  } catch (error) {
    return error instanceof NotSaved ? error.refusal : 'refused';
  }
}
