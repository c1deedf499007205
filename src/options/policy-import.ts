import { say } from '../platform/say.ts';
import { parsePolicy, policies } from '../rules/index.ts';
import type { Policy } from '../rules/policy.ts';
import { type Change, type Choices, choicesIn, longestPolicy, readMended, sameValue } from '../settings/index.ts';

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
  const read = readMended(text);
  if (read === undefined) return { refused: say('options_import_no_json') };
  const { json, mended } = read;
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { refused: say('options_import_no_policy') };
  const { policy, problems } = parsePolicy(json, say);
  const told = mended.map((what) => say(`settings_mended_${what}`));
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
    problems: mended.length > 0 ? [say('options_import_mended', { mended: told }), ...problems] : problems,
    differing: open.filter(differs).map(changeAt),
    changes: open.filter((path) => differs(path) || !sameValue(after[path], newBase[path])).map(changeAt),
    kept: paths.filter((path) => differs(path) && locked(path)),
  };
}
