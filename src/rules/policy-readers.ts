import { type Day, parseDay } from '../record/index.ts';
import type { Say, TextValues } from '../texts/index.ts';

/** Limits that keep a policy a policy: what is longer is refused, not cut, since a shortened prefix would match more. */
export const limits = { characters: 200, entries: 2000, named: 50 } as const;

/** Where something stands in a policy, and where problems with it go. */
export interface Spot {
  /** As a person would write it: `guard.delete`. */
  readonly path: string;
  readonly report: (textKey: string, values?: TextValues) => void;
}

/** Turns what a policy holds at a spot into a usable value; `kept` is the base policy's, for when it cannot be used. */
export type Reader<T> = (value: unknown, kept: T, spot: Spot) => T;

/** What an entry of a list is turned into; `undefined` when it cannot be used. */
export type EntryReader<T> = (value: unknown, spot: Spot) => T | undefined;

/** Collects one sentence for each problem; of a long run of them only how many more there were. */
export function problemList(say: Say): { problems: string[]; report: Spot['report']; finish: () => void } {
  const problems: string[] = [];
  let more = 0;
  return {
    problems,
    report(textKey, values) {
      if (problems.length < limits.named) problems.push(say(`policy_problem_${textKey}`, values));
      else more += 1;
    },
    finish() {
      if (more > 0) problems.push(say('policy_problem_more', { count: more }));
    },
  };
}

/** True for an object that holds named values (not a list, not `null`). */
export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The spot of a named part below another. */
export const below = (spot: Spot, name: string): Spot => ({
  ...spot,
  path: spot.path === '' ? shown(name) : `${spot.path}.${shown(name)}`,
});

/** A text from outside, short enough to be quoted in a sentence. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** Something of a policy as JSON writes it, short enough to be quoted in a sentence. */
const quoted = (value: unknown): string => shown(JSON.stringify(value) ?? typeof value);

const usableText = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text !== '' && text.length <= limits.characters ? text : undefined;
};

/** A text that holds something. */
export function text<Kept extends string | null>(value: unknown, kept: Kept, { path, report }: Spot): string | Kept {
  const usable = usableText(value);
  if (usable === undefined) report('text', { key: path, limit: limits.characters });
  return usable ?? kept;
}

/** Whatever another reader takes, or `null` for "not set"; an empty text is not set either. */
export const orNull =
  <T>(reader: Reader<T | null>): Reader<T | null> =>
  (value, kept, spot) =>
    value === null || value === '' ? null : reader(value, kept, spot);

/** One of a few words. */
export const choice =
  <T extends string>(choices: readonly T[]): Reader<T> =>
  (value, kept, { path, report }) => {
    const chosen = choices.find((each) => each === value);
    if (chosen === undefined) report('choice', { key: path, choices });
    return chosen ?? kept;
  };

/**
 * True or false, also written as a text (administration templates and forms make texts of both, and of numbers) or as 1 or 0:
 * the Windows registry has nothing else for them, and Firefox hands its numbers on as they are.
 */
export const yesOrNo: Reader<boolean> = (value, kept, { path, report }) => {
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) {
    report('yes_no_number', { key: path, number: value, value: String(value === 1) });
    return value === 1;
  }
  const word = typeof value === 'string' ? value.trim() : undefined;
  if (word === 'true' || word === 'false') {
    report('yes_no_text', { key: path, value: word });
    return word === 'true';
  }
  report('yes_no', { key: path });
  return kept;
};

/** The number that a text of digits alone can only mean: `120`, and neither `1,200` nor `12.0`. */
const numberIn = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;

/** A whole number between two others, both included; written as a text of digits it is read, and that is said. */
export const wholeNumber =
  (from: number, to: number) =>
  <Kept extends number | null>(value: unknown, kept: Kept, { path, report }: Spot): number | Kept => {
    const written = numberIn(value);
    const number = written ?? value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to) {
      if (written !== undefined) report('number_text', { key: path, value: written });
      return number;
    }
    report('number', { key: path, from, to });
    return kept;
  };

/** A day that exists. */
export const day: Reader<Day | null> = (value, kept, { path, report }) => {
  const parsed = parseDay(value);
  if (parsed === undefined) report('day', { key: path });
  return parsed ?? kept;
};

/** A list; each entry that cannot be used is left out and named, by its place (from 1) and what it holds. */
export const listOf =
  <T>(entry: EntryReader<T>, most: number = limits.entries): Reader<T[]> =>
  (value, kept, spot) => {
    if (!Array.isArray(value)) {
      spot.report('list', { key: spot.path });
      return kept;
    }
    if (value.length > most) spot.report('too_many', { key: spot.path, limit: most });
    return value.slice(0, most).flatMap((each: unknown, at): T[] => {
      const usable = entry(each, { ...spot, path: `${spot.path}[${at + 1}]` });
      if (usable === undefined) spot.report('entry', { key: spot.path, number: at + 1, value: quoted(each) });
      return usable === undefined ? [] : [usable];
    });
  };

export const texts: Reader<string[]> = listOf(usableText);

/** Reports every name that is none of those known; each is ignored. */
export function refuseUnknown(value: Readonly<Record<string, unknown>>, known: readonly string[], spot: Spot): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) spot.report('unknown_key', { key: below(spot, name).path });
  }
}

/** A group of named values; what is left out, and what cannot be used, takes the base policy's value. */
export const groupOf =
  <T extends object>(readers: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> =>
  (value, kept, spot) => {
    if (!isGroup(value)) {
      spot.report('group', { key: spot.path });
      return kept;
    }
    const names = Object.keys(readers) as (keyof T & string)[];
    refuseUnknown(value, names, spot);
    const result = { ...kept };
    for (const name of names) {
      if (Object.hasOwn(value, name) && value[name] !== undefined) {
        result[name] = readers[name](value[name], kept[name], below(spot, name));
      }
    }
    return result;
  };

/** What an entry of a list may hold: parts that it must have, and parts that stand in for those left out. */
interface EntryShape<T> {
  readonly needed: { readonly [K in keyof T]?: EntryReader<T[K]> };
  readonly optional: { readonly [K in keyof T]?: { readonly reader: Reader<T[K]>; readonly otherwise: T[K] } };
}

/** An entry made of named parts; unusable without the needed ones. */
export const entryOf =
  <T extends object>({ needed, optional }: EntryShape<T>): EntryReader<T> =>
  (value, spot) => {
    if (!isGroup(value)) return undefined;
    const parts: [string, unknown][] = [];
    for (const [name, reader] of Object.entries(needed) as [string, EntryReader<unknown>][]) {
      const part = Object.hasOwn(value, name) ? reader(value[name], below(spot, name)) : undefined;
      if (part === undefined) return undefined;
      parts.push([name, part]);
    }
    for (const [name, { reader, otherwise }] of Object.entries(optional) as [
      string,
      { reader: Reader<unknown>; otherwise: unknown },
    ][]) {
      const isGiven = Object.hasOwn(value, name) && value[name] !== undefined;
      parts.push([name, isGiven ? reader(value[name], otherwise, below(spot, name)) : copyOf(otherwise)]);
    }
    refuseUnknown(value, [...Object.keys(needed), ...Object.keys(optional)], spot);
    return Object.fromEntries(parts) as T;
  };

/** For needed parts: a text that holds something. */
export const neededText: EntryReader<string> = usableText;

/** For needed parts: one of a few words. */
export const neededChoice =
  <T extends string>(choices: readonly T[]): EntryReader<T> =>
  (value) =>
    choices.find((each) => each === value);

/** A text that may be empty. */
export const remark: Reader<string> = (value, kept, spot) => (value === '' ? '' : text(value, kept, spot));

/** A copy that shares nothing with the original; for values that JSON can write. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
