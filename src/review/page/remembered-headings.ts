import { browser } from '../../platform/browser.ts';
import { type Column, columns, headingKey } from '../../sheets/index.ts';

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

/** Remembers what headings mean; those that are not used are not remembered, for what stands there may be no heading. */
export async function rememberMapping(mapping: Readonly<Record<string, Column | 'ignore'>>): Promise<void> {
  const told = Object.entries(mapping).flatMap(([heading, column]) =>
    column === 'ignore' ? [] : [[headingKey(heading), column]],
  );
  const before = await rememberedMapping();
  await browser.storage.local.set({ [storageKey]: { ...before, ...Object.fromEntries(told) } }).catch(() => undefined);
}

/** Forgets all headings. */
export const forgetMapping = (): Promise<void> => browser.storage.local.remove(storageKey);
