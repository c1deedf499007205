import type { JoinedPerson } from './types.ts';

const SHORTEST = 3;

/** An identifier without what spreadsheets and exports change in it: leading zeros, signs, a mail domain. */
export const looseKey = (key: string): string =>
  key
    .replace(/@.*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');

/**
 * Pairs of people, one known from the reports alone and one from Analytics alone, whose identifiers differ only in leading
 * zeros, signs or a mail domain. They may be one person; they are shown together and never joined.
 */
export function lookAlikes(
  people: readonly Pick<JoinedPerson, 'key' | 'inReport' | 'inAnalytics'>[],
): { a: string; b: string }[] {
  const inReport = new Map<string, string>();
  for (const { key } of people.filter((person) => person.inReport && !person.inAnalytics)) {
    const loose = looseKey(key);
    if (loose.length >= SHORTEST && !inReport.has(loose)) inReport.set(loose, key);
  }
  return people
    .filter((person) => person.inAnalytics && !person.inReport)
    .flatMap(({ key }) => {
      const other = inReport.get(looseKey(key));
      return other === undefined ? [] : [{ a: other, b: key }];
    });
}
