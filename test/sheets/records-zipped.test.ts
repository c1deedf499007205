import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ada } from './record-samples.ts';
import { questionOf, readText, tableOf } from './text-cases.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const xmlUser = (inside: string) => `<user><primary_id>aone</primary_id><user_identifiers/>${inside}</user>`;
const x = (user: { primary_id: string }) => xmlUser('').replace('aone', user.primary_id);
const version1 = '<userRecord><userDetails><userName>cthree</userName></userDetails></userRecord>';
const bert = { ...ada, primary_id: 'btwo' };

describe('records in a zip, and how files of them are written', () => {
  it('what else lies in a zip is named, a table in it is read', async () => {
    const reading = await readText(
      zipSync({
        'users/one.xml': utf8(`<users>${x(ada)}</users>`),
        'readme.pdf': utf8('%PDF-1.7\n\u0000'),
        'logins.csv': utf8('User Name,Last Login\nbtwo,2026-11-01\n'),
        '__MACOSX/._one.xml': utf8('litter'),
      }),
    );
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    expect(reading.tables.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ['user-records', undefined],
      ['staff-login-report', 'logins.csv'],
    ]);
    expect(reading.tables[0]?.records?.notUsed).toEqual([{ name: 'readme.pdf', why: 'nothing-known' }]);
  });

  it('a file or folder whose name begins with a dot is read, or named; what a system puts there is not', async () => {
    const table = await tableOf(
      zipSync({
        'one.xml': utf8(`<users>${x(ada)}</users>`),
        '../../users.xml': utf8(`<users>${x(bert)}</users>`),
        '.export/users.xml': utf8(`<users>${x({ primary_id: 'cthree' })}</users>`),
        '.note': utf8('%PDF-1.7\n\u0000'),
        'users/.DS_Store': utf8('\u0000\u0000'),
        'users/._one.xml': utf8('\u0000\u0005'),
        'Thumbs.db': utf8('\u0000'),
      }),
    );
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['aone', 'btwo', 'cthree']);
    expect(table.records?.notUsed).toEqual([{ name: '.note', why: 'nothing-known' }]);
  });

  it('each file of a zip that is not used has its reason', async () => {
    const other = (name: string, text: string | Uint8Array) => ({
      [name]: typeof text === 'string' ? utf8(text) : text,
    });
    const reading = await readText(
      zipSync({
        ...other('users.xml', `<users>${x(ada)}</users>`),
        ...other('asks.csv', 'One,Two\naone,1\n'),
        ...other('book.xlsx', zipSync({ 'xl/workbook.xml': utf8('<workbook/>') })),
        ...other('inner.zip', zipSync({ 'users.xml': utf8(x(bert)) })),
        ...other('review.json', '{"format": "alma-user-guard-review", "version": 1}'),
        ...other('first.xml', `<userRecords>${version1}</userRecords>`),
        ...other('both.xml', `<userRecords>${version1}${x(bert)}</userRecords>`),
        ...other('codes.json', '{"row": [{"code": "200", "description": "Patron"}]}'),
        ...other('nobody.json', '{"user": [], "total_record_count": 0}'),
        ...other('empty.csv', 'The query resulted in no rows'),
        ...other('bibs.xml', '<?xml version="1.0"?><bibs><bib/></bibs>'),
        ...other('loans.json', '{"item_loan": [{"user_id": "aone"}]}'),
        ...other('letter.rtf', '{\\rtf1 Dear}'),
      }),
    );
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    expect(reading.tables.map(({ rows }) => rows.map(({ identifier }) => identifier))).toEqual([['aone', 'btwo']]);
    expect(reading.tables[0]?.unreadRows).toEqual([]);
    expect(Object.fromEntries((reading.tables[0]?.records?.notUsed ?? []).map(({ name, why }) => [name, why]))).toEqual(
      {
        'asks.csv': 'asks',
        'book.xlsx': 'workbook',
        'inner.zip': 'zip',
        'review.json': 'review',
        'first.xml': 'version-1',
        'both.xml': 'version-1',
        'codes.json': 'code-table',
        'nobody.json': 'no-users',
        'empty.csv': 'no-rows',
        'bibs.xml': 'nothing-known',
        'loans.json': 'nothing-known',
        'letter.rtf': 'nothing-known',
      },
    );
  });

  it('a zip of nothing but records of version 1 is refused for it, wherever they stand', async () => {
    const first = utf8(`<userRecords>${version1}</userRecords>`);
    for (const files of [{ 'a.xml': first }, { 'a.xml': first, 'b.xml': first }, { 'a.xml': first, 'b.txt': utf8('') }])
      expect(await readText(zipSync(files))).toEqual({ state: 'refused', reason: 'records-version-1' });
  });

  it('an entry that defines words of its own or is nested too deep is named; what is whole beside it and in it stays', async () => {
    const [levels, people] = [2000, `<user><primary_id>whole</primary_id></user>`];
    const deep = `<users>${people}${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</users>`;
    const files = {
      'a.xml': utf8(`<users>${x(ada)}</users>`),
      'defining.xml': utf8('<!DOCTYPE users [<!ENTITY e "x">]><users/>'),
      'deep.xml': utf8(deep),
      'z.xml': utf8(`<users>${x(bert)}</users>`),
    };
    const reading = await readText(zipSync(files));
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    const [table] = reading.tables;
    expect(table?.rows).toHaveLength(3);
    expect(table?.records?.notUsed).toEqual([
      { name: 'defining.xml', why: 'xml-definitions' },
      { name: 'deep.xml', why: 'too-deep' },
    ]);
    const { 'defining.xml': defining } = files;
    for (const alone of [{ 'b.xml': defining }, { 'b.xml': defining, 'c.txt': utf8('') }])
      expect(await readText(zipSync(alone))).toEqual({ state: 'refused', reason: 'xml-definitions' });
  });

  it('pages of several answers in one zip are whole each by itself, and login events have a number of their own', async () => {
    const page = (total: number, ...ids: readonly string[]) =>
      utf8(JSON.stringify({ user: ids.map((primary_id) => ({ primary_id })), total_record_count: total }));
    const totalIn = async (files: Record<string, Uint8Array>) => {
      const reading = await readText(zipSync(files));
      if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
      return reading.tables.map(({ records }) => records?.total);
    };
    // Four of five are missing in the first answer, however many the second one has.
    const other = { 'b1.json': page(3, 'b', 'c'), 'b2.json': page(3, 'C', 'd') };
    expect(await totalIn({ 'a.json': page(5, 'a'), ...other })).toEqual([9]);
    expect(await totalIn({ 'a.json': page(1, 'a'), ...other })).toEqual([undefined]);
    // One person on two pages, written otherwise on the second: a third one is missing.
    const written = { 'a.json': page(3, 'straße', 'd'), 'b.json': page(3, 'STRASSE'), 'c.json': page(1, 'z') };
    expect(await totalIn(written)).toEqual([5]);
    const logins = JSON.stringify({
      total_record_count: 512,
      staff_login: [{ primary_id: 'a', login_date: '2026-11-20', successful: true }],
    });
    expect(await totalIn({ 'a.json': page(2, 'a', 'b'), 'l.json': utf8(logins) })).toEqual([2, 512]);
    const none = '{"staff_login": [], "total_record_count": 7}';
    expect(await totalIn({ 'a.json': page(2, 'a', 'b'), 'l.json': utf8(none) })).toEqual([2]);
  });

  it('a table alone in a zip asks as it would by itself', async () => {
    const zip = zipSync({ 'people.csv': utf8('One,Two\naone,Ada\n'), 'note.txt.bin': Uint8Array.of(0, 1, 2, 0) });
    expect(await questionOf(zip)).toMatchObject({ ask: 'mapping', headings: ['One', 'Two'] });
    expect((await tableOf(zip, { mapping: { One: 'identifier', Two: 'ignore' } })).rows).toEqual([
      { line: 2, identifier: 'aone' },
    ]);
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ['windows-1252', (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))],
    ['UTF-8', utf8],
    [
      'UTF-16 with its mark',
      (text) => new Uint8Array(Uint16Array.from([...`\uFEFF${text}`], (sign) => sign.charCodeAt(0)).buffer),
    ],
    ['UTF-16 without', (text) => new Uint8Array(Uint16Array.from([...text], (sign) => sign.charCodeAt(0)).buffer)],
  ])('names survive in %s, in a zip and alone, in JSON and XML', async (_, bytesIn) => {
    const names = ['Grünwald', 'Sørensen', 'Müller', 'François'];
    const records = names.map((last_name, at) => ({ primary_id: `p${at}`, last_name }));
    const texts = [
      JSON.stringify(records),
      `<?xml version="1.0"?><users>${names.map((name, at) => `<user><primary_id>p${at}</primary_id><last_name>${name}</last_name></user>`).join('')}</users>`,
    ];
    for (const text of texts) {
      for (const file of [bytesIn(text), zipSync({ 'users.dat': bytesIn(text) })])
        expect((await tableOf(file)).rows.map(({ name }) => name)).toEqual(names);
    }
  });

  it('XML is in the encoding that it declares, where its bytes do not show another', async () => {
    // In ISO-8859-2 0xB3 is a letter of Polish, in windows-1252 a raised three.
    const text = `<?xml version="1.0" encoding="ISO-8859-2"?>${xmlUser('<last_name>Wa\xB3\xEAsa</last_name>')}`;
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    for (const file of [bytes, zipSync({ 'users.xml': bytes })])
      expect((await tableOf(file)).rows[0]?.name).toBe('Wałęsa');
  });

  it('UTF-8 that is cut off within a letter is UTF-8', async () => {
    const whole = utf8(
      JSON.stringify([
        { primary_id: 'a', last_name: 'Grün' },
        { primary_id: 'b', last_name: 'Ü' },
      ]),
    );
    const end = whole.lastIndexOf(0xc3) + 1;
    const table = await tableOf(whole.slice(0, end));
    expect(table.rows).toMatchObject([{ identifier: 'a', name: 'Grün' }]);
    expect(table.records?.isCutOff).toBe(true);
  });
});
