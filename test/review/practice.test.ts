import { describe, expect, it } from 'vitest';
import { figuresOf, reconcile } from '../../src/review/model/index.ts';
import {
  practiceDefaults,
  practiceFiles,
  practicePeople,
  practiceTruth,
  rolesExports,
} from '../../src/review/practice/index.ts';
import { readFile } from '../../src/sheets/index.ts';
import { policyWith, practiceReview } from './review-of.ts';

const figuresByName = (figures: ReturnType<typeof figuresOf>) =>
  Object.fromEntries(figures.map(({ name, value }) => [name, value]));

describe('the made-up institution', () => {
  it('is the same for the same seed, and another for another', () => {
    const files = (seed: number) =>
      practiceFiles(practicePeople({ ...practiceDefaults, people: 60, seed }), practiceDefaults);
    expect(files(1)).toEqual(files(1));
    expect(files(1)).not.toEqual(files(2));
  });

  it.each([20261120, 1, 2, 3])('with seed %i: every figure is the true one', async (seed) => {
    const policy = policyWith({ namedUserLimit: 100 });
    const { made, joined, people } = await practiceReview({ seed, people: 600 }, policy);
    const { byAuthority, ghosts, respelled, lookAlikes, people: count, ...figures } = practiceTruth(made);
    expect(figuresByName(figuresOf(people, joined, policy, new Map()))).toEqual({
      ...figures,
      limit: 100,
      'over-limit': figures['named-users'] - 100,
    });
    expect(people).toHaveLength(count);
    expect(joined.ghosts).toHaveLength(ghosts);
    expect(joined.lookAlikes).toHaveLength(lookAlikes);
    expect(people.filter(({ spellings }) => spellings.length > 1)).toHaveLength(respelled);
    expect(
      Object.fromEntries(reconcile(people, joined.files, policy).authorities.map((of) => [of.roleList, of.namedUsers])),
    ).toEqual(byAuthority);
    for (const truth of [ghosts, respelled, lookAlikes, figures['only-in-report']]) expect(truth).toBeGreaterThan(0);
  });

  describe('the roles in every file form', () => {
    const forms = rolesExports(practicePeople({ ...practiceDefaults, people: 200 }));
    const [headings = [], ...rows] = new TextDecoder('utf-16le')
      .decode(forms.tsv())
      .split('\r\n')
      .map((line) => line.split('\t'));

    /** What Windows-1252 makes of letters that it does not have. */
    const western = (text: string) => text.replace(/[\u0100-\uffff]/g, '?');

    /** As a German Excel saves a sheet with a title, headings on every printed page, a row without an identifier, and a total. */
    function printedSheet(): Uint8Array<ArrayBuffer> {
      const pages = Array.from({ length: Math.ceil(rows.length / 50) }, (_, at) => [
        headings,
        ...rows.slice(at * 50, at * 50 + 50),
      ]);
      const nameless = headings.map((heading) =>
        heading === 'Status' ? 'Active' : heading === 'Role Type' ? 'Cataloger' : '',
      );
      const lines = [['Users and roles'], [], ...pages.flat(), nameless, [], ['Total', String(rows.length)]];
      const text = western(lines.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'));
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      expect(new TextDecoder('windows-1252').decode(bytes)).toBe(text);
      return bytes;
    }

    async function tableOf(bytes: Uint8Array) {
      const reading = await readFile(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'roles');
      if (reading.state !== 'read' || !reading.tables[0]) throw new Error(JSON.stringify(reading));
      return reading.tables[0];
    }
    const withoutLines = (table: Awaited<ReturnType<typeof tableOf>>) => table.rows.map(({ line, ...row }) => row);

    it.each<[string, () => Uint8Array, { unread: number; repeated: number }]>([
      ['CSV with a mark', () => Uint8Array.of(0xef, 0xbb, 0xbf, ...forms.csv()), { unread: 0, repeated: 0 }],
      ['UTF-16 with tabs', forms.tsv, { unread: 0, repeated: 0 }],
      ['a workbook', forms.xlsx, { unread: 0, repeated: 0 }],
      ['a printed sheet in Windows-1252', printedSheet, { unread: 1, repeated: Math.ceil(rows.length / 50) - 1 }],
    ])('%s says the same as plain CSV', async (_, bytes, { unread, repeated }) => {
      const plain = await tableOf(forms.csv());
      const table = await tableOf(bytes());
      expect(plain.rows.length).toBeGreaterThan(500);
      const said = withoutLines(plain);
      if (bytes === printedSheet) {
        // The row without an identifier may have belonged to the person above it, whose roles are doubted for it.
        said.push({ ...said.pop(), unreadable: ['roleType'] } as (typeof said)[number]);
        expect(withoutLines(table)).toEqual(JSON.parse(western(JSON.stringify(said))));
      } else expect(withoutLines(table)).toEqual(said);
      expect(table.purged).toHaveLength(plain.purged.length);
      expect(table.unreadRows).toHaveLength(plain.unreadRows.length + unread);
      expect(table.leftOut.filter(({ reason }) => reason === 'repeated-headings').length).toBe(repeated);
    });

    it('a plain list of identifiers names the same people', async () => {
      const identifiers = [...new Set(rows.flatMap(([identifier]) => identifier || []))];
      const list = await tableOf(new TextEncoder().encode(['Primary Identifier', ...identifiers].join('\n')));
      expect(list.kind).toBe('identifiers');
      expect(list.rows.map(({ identifier }) => identifier)).toEqual(identifiers);
    });
  });

  it('names nobody outside the made-up institution', () => {
    const text = JSON.stringify(practicePeople(practiceDefaults));
    expect(text).not.toMatch(/\b(?!192\.0\.2\.)\d{1,3}(\.\d{1,3}){3}\b/);
    expect(text).not.toMatch(/@(?!example\.org)/);
  });
});
