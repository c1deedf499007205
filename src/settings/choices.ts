import { type Policy, policyFormat } from '../rules/policy.ts';

/**
 * What somebody decided, one entry for each thing that can be decided, merged and locked alone: a policy's key, or
 * for the keys made of parts the key and the part (`guard.delete`, `institution.prefixes`, `rules.generic-account`).
 */
export type Choices = Readonly<Record<string, unknown>>;

const keysMadeOfParts: readonly string[] = ['institution', 'guard', 'rules'] satisfies readonly (keyof Policy)[];
const partOfTheFormat: readonly string[] = ['format', 'version'] satisfies readonly (keyof Policy)[];

/** Whether a value is a group of named values as JSON has them. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes a policy (or what claims to be a part of one) apart. Anything that is not an object holds no choices. */
export function choicesIn(policy: unknown): Choices {
  if (!isObject(policy)) return {};
  const entries = Object.entries(policy).filter(([key]) => !partOfTheFormat.includes(key));
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      if (!keysMadeOfParts.includes(key) || !isObject(value)) return [[key, value]];
      return Object.entries(value).map(([part, partValue]) => [`${key}.${part}`, partValue]);
    }),
  );
}

/** Puts choices together as a policy file, still unchecked: `parsePolicy` repairs it. */
export function policyFileOf(choices: Choices): Record<string, unknown> {
  // A dot in another key is no part: it stays, so that the unknown key is reported and not lost without a word.
  const isPart = (path: string) => keysMadeOfParts.some((key) => path.startsWith(`${key}.`));
  const whole = Object.entries(choices).filter(([path]) => !isPart(path));
  const parted = keysMadeOfParts.flatMap((key): [string, unknown][] => {
    const parts = Object.entries(choices).filter(([path]) => path.startsWith(`${key}.`));
    return parts.length === 0
      ? []
      : [[key, Object.fromEntries(parts.map(([path, value]) => [path.slice(key.length + 1), value]))]];
  });
  return Object.fromEntries([['format', policyFormat], ['version', 1], ...whole, ...parted]);
}

/** The value that a policy holds at a path; `undefined` when it holds none. */
export const valueAt = (policy: Policy, path: string): unknown => choicesIn(policy)[path];

/** Whether two values of a policy say the same. Order matters in lists, and not among the keys of an object. */
export function sameValue(a: unknown, b: unknown): boolean {
  return inOneOrder(a) === inOneOrder(b);
}

const inOneOrder = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part) => (isObject(part) ? Object.fromEntries(Object.entries(part).sort()) : part));
