import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personKey } from '../../src/record/index.ts';
import { csvFile, reviewOf } from './review-of.ts';

/** Characters that a screen does not draw: zero-width space, direction marks, soft hyphen, the end of an embedding, a byte order mark, a joiner. */
const unseen = ['\u200b', '\u200e', '\u200f', '\u00ad', '\u202c', '\ufeff', '\u2060', '\u200d'];
const spoiled = (identifier: string) =>
  fc
    .array(fc.tuple(fc.nat({ max: identifier.length }), fc.constantFrom(...unseen)), { maxLength: 4 })
    .map((marks) => marks.reduce((text, [at, mark]) => `${text.slice(0, at)}${mark}${text.slice(at)}`, identifier));

describe('characters that nobody sees in the identifiers of files', () => {
  it('make no other person of anybody, and hide no account of Ex Libris', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled('jdoe'), spoiled('exl_support'), async (person, exl) => {
        const file = await csvFile('report.csv', [
          ['User Name', 'Last Login'],
          ['jdoe', '2026-11-01'],
          [person, '2026-11-02'],
          ['exl_support', '2026-11-01'],
          [exl, '2026-11-02'],
        ]);
        const { joined } = reviewOf([file]);
        expect(joined.people.map(({ key }) => key).sort()).toEqual(['exl_support', 'jdoe']);
        expect(joined.files[0]?.exlRows).toBe(2);
        // The spelling that people see is the one that is shown and written: as it stands in the file, the commonest first.
        for (const { identifier, spellings } of joined.people) {
          expect(spellings[0]).toBe(identifier);
          for (const spelling of spellings) expect(personKey(spelling)).toBe(personKey(identifier));
        }
      }),
      { numRuns: 60 },
    );
  });
});
