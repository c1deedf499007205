import { say } from '../platform/say.ts';
import { parsePolicy, policies } from '../rules/index.ts';
import { trySetting } from '../rules/parse-policy.ts';
import type { Policy } from '../rules/policy.ts';
import {
  type Change,
  type Choices,
  changesToBase,
  choicesIn,
  longestPolicy,
  type Mended,
  readMended,
  sameValue,
  whyUnread,
} from '../settings/index.ts';

/** What became of a text that was given as a policy. */
export type Import =
  | { readonly refused: string }
  | {
      readonly policy: Policy;
      /** A sentence for each thing repaired or refused. */
      readonly problems: readonly string[];
      /** What would change by what the policy says, seen from the policy in force. */
      readonly differing: readonly Change[];
      /** What was decided here and would be given up, because the policy says nothing of it that can be used. */
      readonly givenUp: readonly Change[];
      /** All that must be saved for both: what the new base policy says by itself changes without being saved, and the other way round. */
      readonly changes: readonly Change[];
      /** All that must be saved where nothing is to be given up. */
      readonly changesNamed: readonly Change[];
      /** Paths that would change, were they not set by an administrator. */
      readonly kept: readonly string[];
    };

/** A policy's file as a text, and whether its letters had to be guessed: Windows PowerShell writes UTF-16, and old editors write no UTF-8. */
export function fileText(bytes: Uint8Array): { text: string; mended: readonly Mended[] } {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return { text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes), mended: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), mended: [] };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), mended: ['letters'] };
  }
}

/** Reads a text as a policy and says what it would change. `beforehand`: what had to be mended to have a text. Changes nothing. */
export function importOf(
  text: string,
  inForce: Policy,
  locked: (path: string) => boolean,
  beforehand: readonly Mended[] = [],
): Import {
  if (text.length > longestPolicy) return { refused: say('options_import_too_long') };
  const read = readMended(text);
  if (read === undefined)
    return { refused: say('options_import_no_json', { why: say(`settings_unread_${whyUnread(text)}`) }) };
  const { json, twice } = read;
  const mended = [...beforehand, ...read.mended];
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { refused: say('options_import_no_policy') };
  const { policy, problems } = parsePolicy(json, say);
  const told = mended.map((what) => say(`settings_mended_${what}`));
  return {
    policy,
    problems: [
      ...(mended.length > 0 ? [say('options_import_mended', { mended: told })] : []),
      ...twice.map((key) => say('settings_twice', { key })),
      ...problems,
    ],
    ...effectOf(policy, inForce, namedIn(json), locked),
  };
}

/** The paths that a policy as written names in a way that can be used. */
const namedIn = (json: object): ReadonlySet<string> =>
  new Set(
    Object.entries(choicesIn(json))
      .filter(([path, value]) => trySetting(path, value, say).outcome !== 'refused')
      .map(([path]) => path),
  );

/** What taking over a policy would change, and what of that it does not say itself. */
function effectOf(policy: Policy, inForce: Policy, named: ReadonlySet<string>, locked: (path: string) => boolean) {
  const [before, after, newBase, oldBase] = [inForce, policy, policies[policy.base], policies[inForce.base]].map(
    choicesIn,
  ) as [Choices, Choices, Choices, Choices];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changeAt = (path: string): Change => ({ path, before: before[path], after: after[path] });
  const differs = (path: string) => !sameValue(before[path], after[path]);
  const open = paths.filter((path) => !locked(path));
  // What nobody had decided here follows the base that the policy names: it is no loss.
  const follows = (path: string) => named.has('base') && path !== 'base' && sameValue(before[path], oldBase[path]);
  const isGivenUp = ({ path }: Change) => !named.has(path) && !follows(path);
  const differing = open.filter(differs).map(changeAt);
  const changes = open.filter((path) => differs(path) || !sameValue(after[path], newBase[path])).map(changeAt);
  const givenUp = differing.filter(isGivenUp);
  const isGivenUpAt = new Set(givenUp.map(({ path }) => path));
  const carried = named.has('base') ? changesToBase(inForce, policy.base) : [];
  return {
    differing: differing.filter(({ path }) => !isGivenUpAt.has(path)),
    givenUp,
    changes,
    changesNamed: [
      ...changes.filter(({ path }) => !isGivenUpAt.has(path)),
      ...carried.filter(({ path }) => isGivenUpAt.has(path)),
    ],
    kept: paths.filter((path) => differs(path) && locked(path)),
  };
}
