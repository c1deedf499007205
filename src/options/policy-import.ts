import { say } from '../platform/say.ts';
import { parsePolicy, policies } from '../rules/index.ts';
import type { Policy } from '../rules/policy.ts';
import { type Change, type Choices, choicesIn, sameValue } from '../settings/index.ts';

/** The longest text taken as a policy, in characters: far more than any institution needs, and quick to read. */
export const longestPolicy = 1_000_000;

/** What became of a text that was given as a policy. */
export type Import =
  | { readonly refused: string }
  | {
      readonly policy: Policy;
      /** A sentence for each thing repaired or refused. */
      readonly problems: readonly string[];
      /** What would change, seen from the policy in force. */
      readonly differing: readonly Change[];
      /** All that must be saved for it: what the new base policy says by itself changes without being saved, and the other way round. */
      readonly changes: readonly Change[];
      /** Paths that would change, were they not set by an administrator. */
      readonly kept: readonly string[];
    };

/** Reads a text as a policy and says what it would change. Changes nothing. */
export function importOf(text: string, inForce: Policy, locked: (path: string) => boolean): Import {
  if (text.length > longestPolicy) return { refused: say('options_import_too_long') };
  const json = parsed(text);
  if (json === undefined) return { refused: say('options_import_no_json') };
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { refused: say('options_import_no_policy') };
  const { policy, problems } = parsePolicy(json, say);
  const [before, after, newBase] = [inForce, policy, policies[policy.base]].map(choicesIn) as [
    Choices,
    Choices,
    Choices,
  ];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changeAt = (path: string): Change => ({ path, before: before[path], after: after[path] });
  const differs = (path: string) => !sameValue(before[path], after[path]);
  const open = paths.filter((path) => !locked(path));
  return {
    policy,
    problems,
    differing: open.filter(differs).map(changeAt),
    changes: open.filter((path) => differs(path) || !sameValue(after[path], newBase[path])).map(changeAt),
    kept: paths.filter((path) => differs(path) && locked(path)),
  };
}

/** `undefined` for a text that is no JSON; JSON itself has no such value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
