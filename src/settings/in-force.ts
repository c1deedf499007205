import { inTime, Late } from '../platform/in-time.ts';
import type { InForce, PolicyOrigin, ReadParts } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { suggestPolicy } from '../rules/hosts.ts';
import { parsePolicy } from '../rules/parse-policy.ts';
import { type Choices, policyFileOf } from './choices.ts';
import { managedIn } from './managed.ts';
import { type Found, readAsItLies, readManaged, understand } from './stored.ts';
import { watchAnswers } from './watch.ts';

/** Whether an administrator has set the thing at a path, alone or with the whole key that it is a part of. */
export const isLocked = (lockedKeys: readonly string[], path: string): boolean =>
  lockedKeys.includes(path) || lockedKeys.includes(path.split('.')[0] ?? path);

/** What a browser that is not starting needs many times over, in milliseconds. */
const usualPatience = 5000;

/**
 * The policy in force on a host; without a host (options page, no Alma tab open) nothing is suggested.
 * What an administrator set wins over what was chosen here, that wins over the base policy. Never rejects, and answers within
 * `patience` milliseconds: settings that cannot be read, or have not answered by then, are a problem said in words. What was read
 * of them `before` holds meanwhile, else the base policy. (Managed settings have been seen to come six seconds after the browser's start.)
 */
export async function policyInForce(host?: string, patience = usualPatience, before?: ReadParts): Promise<InForce> {
  const failed = (error: unknown) => (error instanceof Late ? ('late' as const) : ('unreadable' as const));
  const [stored, managed] = await Promise.all([
    inTime(readAsItLies(), patience).catch(failed),
    inTime(readManaged(), patience)
      .then((value) => ({ value }))
      .catch(() => 'late' as const),
  ]);
  const read: ReadParts = {
    ...before,
    ...(typeof stored === 'string' ? {} : { stored }),
    ...(managed === 'late' ? {} : { managed }),
  };
  const missing = [
    ...(typeof stored === 'string' ? [say(`settings_problem_${read.stored ? 'kept' : stored}`)] : []),
    ...(managed === 'late' ? [say(`settings_problem_managed_${read.managed ? 'kept' : managed}`)] : []),
  ];
  const inForce = { ...combine(understand(read.stored?.value), read.managed?.value, host, missing), read };
  if (missing.length === 0) return inForce;
  return { ...inForce, awaited: true, ...(read.stored && read.managed && { kept: true }) };
}

/** Combines what was chosen, what an administrator set, and what the host suggests. */
export function combine(found: Found, managed: unknown, host?: string, problems: readonly string[] = []): InForce {
  const set = managedIn(managed);
  const choices: Choices = { ...found.stored.choices, ...set.choices };
  const suggestion = choices.base === undefined && host !== undefined ? suggestPolicy(host) : undefined;
  const base = suggestion ? { base: suggestion.policyId } : {};
  const parsed = parsePolicy(policyFileOf({ ...choices, ...base }), say);
  return {
    policy: parsed.policy,
    origin: originOf(set.choices, found.stored.choices, suggestion !== undefined),
    ...(suggestion && host !== undefined ? { suggestedBy: host } : {}),
    ...(suggestion?.institution === undefined ? {} : { suggestedInstitution: suggestion.institution }),
    lockedKeys: Object.keys(set.choices),
    problems: [...problems, ...problemsOf(found), ...set.problems, ...parsed.problems],
  };
}

function originOf(managed: Choices, chosen: Choices, suggested: boolean): PolicyOrigin {
  if (managed.base !== undefined) return 'managed';
  if (chosen.base !== undefined) return 'chosen';
  return suggested ? 'suggested' : 'default';
}

function problemsOf({ newer, broken }: Found): string[] {
  return [...(newer ? [say('settings_problem_newer')] : []), ...(broken ? [say('settings_problem_broken')] : [])];
}

/**
 * Gives the policy in force on a host as soon as it is read, and again whenever it changes (in any window, or by an
 * administrator), until the signal is aborted.
 */
export function watchPolicy(host: string | undefined, onChange: (inForce: InForce) => void, signal: AbortSignal): void {
  watchAnswers((patience, before) => policyInForce(host, patience, before), onChange, signal);
}
