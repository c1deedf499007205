import { browser } from '../../platform/browser.ts';
import { type ChoiceAbout, type Choices, type Column, choices, columns, headingKey } from '../../sheets/index.ts';

/** What a person has said that headings mean. Headings only: no cell of any row is ever kept here. */
const storageKey = 'review-headings';

const known = new Set<unknown>(columns);

/** What is remembered of headings, by heading; nothing when it cannot be read. */
export async function rememberedMapping(): Promise<Readonly<Record<string, Column>>> {
  const stored = await browser.storage.local.get(storageKey).catch(() => ({}));
  const kept: unknown = (stored as Record<string, unknown>)[storageKey];
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Column] => known.has(entry[1])));
}

/** How an answer of Analytics without headings names its columns: by their place, which means something else in the next one. */
const isPlace = /^Column\d+$/;

/** Remembers what headings mean; those that are not used are not remembered, for what stands there may be no heading. */
export async function rememberMapping(mapping: Readonly<Record<string, Column | 'ignore'>>): Promise<void> {
  const told = Object.entries(mapping).flatMap(([heading, column]) =>
    column === 'ignore' || isPlace.test(heading) ? [] : [[headingKey(heading), column]],
  );
  const before = await rememberedMapping();
  await browser.storage.local.set({ [storageKey]: { ...before, ...Object.fromEntries(told) } }).catch(() => undefined);
}

/** What a person has chosen where a heading's cells can mean two things: again headings only. */
const choicesKey = 'review-heading-choices';

/** What is remembered of choices, by what was asked and by heading; nothing when it cannot be read. */
export async function rememberedChoices(): Promise<Choices> {
  const stored = await browser.storage.local.get(choicesKey).catch(() => ({}));
  const kept = recordIn((stored as Record<string, unknown>)[choicesKey]);
  const known = (Object.keys(choices) as ChoiceAbout[]).map((about) => {
    const possible: readonly unknown[] = choices[about];
    return [
      about,
      Object.fromEntries(Object.entries(recordIn(kept[about])).filter(([, one]) => possible.includes(one))),
    ];
  });
  return Object.fromEntries(known) as Choices;
}

const recordIn = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Both taken together; what stands in `later` goes before. */
export function withChoices(earlier: Choices, later: Choices = {}): Choices {
  const abouts = Object.keys(choices) as ChoiceAbout[];
  return Object.fromEntries(
    abouts.map((about) => [about, { ...keyed(earlier[about]), ...keyed(later[about]) }]),
  ) as Choices;
}

const keyed = (byHeading: Readonly<Record<string, string>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(byHeading ?? {}).map(([heading, choice]) => [headingKey(heading), choice]));

/** Remembers choices beside those of before. */
export async function rememberChoices(chosen: Choices): Promise<void> {
  const all = withChoices(await rememberedChoices(), chosen);
  await browser.storage.local.set({ [choicesKey]: all }).catch(() => undefined);
}

/** Forgets all headings. */
export const forgetMapping = (): Promise<void> => browser.storage.local.remove([storageKey, choicesKey]);
