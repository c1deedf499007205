import { say } from '../platform/say.ts';
import { trySetting } from '../rules/parse-policy.ts';
import { type Choices, choicesIn, isObject } from './choices.ts';
import { policyTextKey } from './forms.ts';
import { whyUnread } from './lines.ts';
import { readMended } from './mend.ts';

/** The longest text taken as a policy, in characters: far more than any institution needs, and quick to read. */
export const longestPolicy = 1_000_000;

/** What an administrator has set, taken apart. */
export interface Managed {
  /** What was set key by key, as it came. */
  readonly own: Choices;
  /** What was set as one text; absent when nothing was. */
  readonly text?: PolicyText;
  /** What holds of both: a key that was set by itself wins over the same in the text, unless nothing can be made of it. */
  readonly choices: Choices;
  /** A sentence for each thing that can be told of this alone. What is wrong in `choices` is told by reading them. */
  readonly problems: readonly string[];
}

/** A policy that was set as one text. */
export interface PolicyText {
  /** As it came. */
  readonly given: unknown;
  /** The policy in it, unchecked; `{}` where none could be read. */
  readonly policy: unknown;
  readonly outcome: 'used' | 'mended' | 'refused';
  /** What had to be mended, or why nothing could be read. */
  readonly problems: readonly string[];
}

/** Takes apart what the browser has handed on from an administrator, whatever it is. Never throws. */
export function managedIn(managed: unknown): Managed {
  if (!isObject(managed)) return { own: {}, choices: {}, problems: [] };
  const { [policyTextKey]: given, ...others } = managed;
  const own = choicesIn(others);
  if (given === undefined) return { own, choices: own, problems: [] };
  const text = policyTextOf(given);
  const inText = choicesIn(text.policy);
  const unusable = new Map(
    Object.entries(own)
      .filter(([path]) => Object.hasOwn(inText, path))
      .map(([path, value]) => [path, trySetting(path, value, say)] as const)
      .filter(([, { outcome }]) => outcome === 'refused'),
  );
  const winning = Object.fromEntries(Object.entries(own).filter(([path]) => !unusable.has(path)));
  const problems = [...text.problems, ...[...unusable.values()].flatMap((tried) => tried.problems)];
  return { own, text, choices: { ...inText, ...winning }, problems };
}

function policyTextOf(given: unknown): PolicyText {
  // Firefox hands on whatever was set: an administrator who left the quotation marks out has set a policy all the same.
  if (isObject(given))
    return { given, policy: given, outcome: 'mended', problems: [say('settings_policy_text_no_text')] };
  const refused = (why: string): PolicyText => ({ given, policy: {}, outcome: 'refused', problems: [why] });
  if (typeof given !== 'string') return refused(say('settings_policy_text_no_policy'));
  if (given.length > longestPolicy) return refused(say('settings_policy_text_too_long'));
  const read = readMended(given);
  if (read === undefined)
    return refused(say('settings_policy_text_no_json', { why: say(`settings_unread_${whyUnread(given)}`) }));
  if (!isObject(read.json)) return refused(say('settings_policy_text_no_policy'));
  const mended = read.mended.map((what) => say(`settings_mended_${what}`));
  const problems = [
    ...(mended.length > 0 ? [say('settings_policy_text_mended', { mended })] : []),
    ...read.twice.map((key) => say('settings_twice', { key })),
  ];
  return { given, policy: read.json, outcome: problems.length > 0 ? 'mended' : 'used', problems };
}
