import { plain } from './known.ts';
import table from './words.json';

/** A thing for which Alma has words. */
export type WordName = keyof typeof table;

/**
 * Alma's own words for everything that has a name in `words.json`, as they are compared (`plain`): for each name those of high,
 * medium and low confidence.
 */
export const comparedWords = (): Readonly<Record<string, readonly (readonly string[])[]>> =>
  Object.fromEntries(Object.entries(table).map(([name, bySure]) => [name, bySure.map(textsIn)]));

/** The texts in a line of `words.json`, a `|` between them. */
const textsIn = (line: string): readonly string[] => (line === '' ? [] : line.split('|').map(plain));
