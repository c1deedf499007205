import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import { type FileToJoin, figuresOf, openReview, reviewText } from '../../src/review/model/index.ts';
import { csvFile, fileToJoin, policyWith, reviewHolding, reviewOf, today } from './review-of.ts';

const encoder = new TextEncoder();
const jsonFile = (name: string, json: unknown, asOf: Day = today): Promise<FileToJoin> =>
  fileToJoin({ name, asOf, bytes: encoder.encode(JSON.stringify(json)) });

const role = (value: string, desc: string, status = 'ACTIVE') => ({
  status: { value: status, desc: status },
  scope: { value: '01EXA_INST', desc: 'Example University' },
  role_type: { value, desc },
});
const record = (primary_id: string, more: object = {}) => ({
  primary_id,
  record_type: { value: 'STAFF', desc: 'Staff' },
  status: { value: 'ACTIVE', desc: 'Active' },
  user_identifier: [],
  user_role: [role('200', 'Patron'), role('21', 'User Manager')],
  ...more,
});
const analytics = (rows: readonly (readonly string[])[], asOf?: Day) =>
  csvFile('analytics.csv', [['Primary Identifier', 'Status', 'Role Type', 'Role Status'], ...rows], asOf);

describe('records joined with other files', () => {
  it('join by the identifier without case, and count as a source beside the report', async () => {
    const report = await csvFile('slr.csv', [
      ['User Name', 'Last Login'],
      ['AOne', '2026-11-01'],
      ['gone', ''],
    ]);
    const { person } = reviewOf([report, await jsonFile('users.json', [record('aone')])]);
    expect(person('aone')).toMatchObject({ answer: 'counts', inReport: true, inAnalytics: true });
    expect(person('gone')).toMatchObject({ inAnalytics: false, whyOneSource: 'not-in-this-file' });
  });

  const inactive = [
    ['aone', 'Inactive', 'Patron', 'Active'],
    ['aone', 'Inactive', 'User Manager', 'Active'],
  ];

  it('where a record and a row disagree both are shown, and the newer holds', async () => {
    const files = [await analytics(inactive, '2026-11-10' as Day), await jsonFile('users.json', [record('aone')])];
    const { person } = reviewOf(files);
    expect(person('aone')).toMatchObject({
      answer: 'counts',
      differences: [
        {
          field: 'status',
          said: [
            { file: 0, words: ['INACTIVE'] },
            { file: 1, words: ['ACTIVE'] },
          ],
          held: 1,
        },
      ],
    });
  });

  it('the newer one does not hold where its day is a guess, nor where both are of one day', async () => {
    const older = await analytics(inactive, '2026-11-10' as Day);
    const guessed = { ...(await jsonFile('users.json', [record('aone')])), dayIsGuess: true };
    for (const files of [
      [older, guessed],
      [await analytics(inactive), await jsonFile('users.json', [record('aone')])],
    ]) {
      const one = reviewOf(files).person('aone');
      expect(one.record.status).toEqual({ state: 'unread', why: 'contradictory' });
      expect(one.answer).toBe('cannot-tell');
      expect(one.differences?.[0]).not.toHaveProperty('held');
    }
  });

  it('a guess is no hindrance where the other day is later and known: a file shows no day after its last change', async () => {
    const guessed = { ...(await jsonFile('users.json', [record('aone')], '2026-11-10' as Day)), dayIsGuess: true };
    const one = reviewOf([await analytics(inactive), guessed]).person('aone');
    expect(one).toMatchObject({ answer: 'does-not-count', differences: [{ field: 'status', held: 0 }] });
  });

  it('roles are compared by their codes, whatever they are called and in whatever order', async () => {
    const german = record('aone', { user_role: [role('21', 'Benutzermanager'), role('200', 'Benutzer')] });
    const rows = await analytics([
      ['aone', 'Active', 'Patron', 'Active'],
      ['aone', 'Active', 'User Manager', 'Active'],
    ]);
    const same = reviewOf([rows, await jsonFile('users.json', [german])]).person('aone');
    expect(same).not.toHaveProperty('differences');
    expect(same).toMatchObject({ answer: 'counts', record: { roles: { value: [{ code: '21' }, { code: '200' }] } } });
    const without = record('aone', { user_role: [role('200', 'Patron')] });
    const other = reviewOf([rows, await jsonFile('users.json', [without])]).person('aone');
    expect(other.differences?.[0]).toMatchObject({ field: 'roles' });
    expect(other.answer).toBe('cannot-tell');
  });

  it('a role that ended in one file and goes on in the other is a difference, and each says until when', async () => {
    const withEnd = (ends: string, status = 'ACTIVE') =>
      record('aone', { user_role: [{ ...role('21', 'User Manager', status), expiry_date: ends }] });
    const rows = (end: string) =>
      csvFile('analytics.csv', [
        ['Primary Identifier', 'Role Type', 'Role Status', 'Role Expiry Date'],
        ['aone', 'User Manager', 'Active', end],
      ]);
    const joined = async (record: object, end: string) =>
      reviewOf([await rows(end), await jsonFile('users.json', [record])]).person('aone');
    const ended = await joined(withEnd('2026-01-31Z'), '');
    expect(ended.answer).toBe('cannot-tell');
    expect(ended.differences).toEqual([
      {
        field: 'roles',
        said: [
          { file: 0, words: ['User Manager'] },
          { file: 1, words: ['User Manager\n\n2026-01-31'] },
        ],
      },
    ]);
    const off = await joined(withEnd('', 'INACTIVE'), '2099-01-31');
    expect(off.differences?.[0]?.said.map(({ words }) => words)).toEqual([
      ['User Manager\n\n2099-01-31'],
      ['User Manager\noff'],
    ]);
    for (const end of ['', '2099-01-31'])
      expect(await joined(withEnd('2098-01-31'), end)).not.toHaveProperty('differences');
    const silent = await analytics([['aone', 'Active', 'User Manager', 'Active']]);
    const one = reviewOf([silent, await jsonFile('users.json', [withEnd('2026-01-31Z')])]).person('aone');
    expect(one).not.toHaveProperty('differences');
  });

  it('two files of records that disagree are shown, too', async () => {
    const earlier = await jsonFile(
      'earlier.json',
      [record('aone', { status: { value: 'INACTIVE' } })],
      '2026-11-01' as Day,
    );
    const later = await jsonFile('later.json', [record('AONE')], '2026-11-10' as Day);
    expect(reviewOf([later, earlier]).person('aone')).toMatchObject({
      answer: 'counts',
      differences: [{ field: 'status', held: 0 }],
    });
    const guessed = reviewOf([{ ...later, dayIsGuess: true }, earlier]).person('aone');
    expect(guessed.answer).toBe('cannot-tell');
    expect(reviewOf([later, await jsonFile('again.json', [record('aone')])]).person('aone')).not.toHaveProperty(
      'differences',
    );
  });

  it('a group may stand by its code in one file and by its name in the other', async () => {
    const users = await jsonFile('users.json', [
      record('aone', { user_group: { value: '08', desc: 'Library staff' } }),
    ]);
    const rows = await csvFile('groups.csv', [
      ['Primary Identifier', 'Last Name', 'User Group'],
      ['aone', 'One', '08'],
    ]);
    const one = reviewOf([users, rows]).person('aone');
    expect(one.record.userGroup).toEqual({ state: 'read', value: 'Library staff', code: '08' });
    expect(one).not.toHaveProperty('differences');
  });
});

describe('a group that stands with its code in one cell', () => {
  const joined = async (inRecord: object | string, inRow: string) => {
    const users = await jsonFile('users.json', [record('aone', { user_group: inRecord })]);
    const rows = await csvFile('groups.csv', [
      ['Primary Identifier', 'Last Name', 'User Group'],
      ['aone', 'One', inRow],
    ]);
    return reviewOf([users, rows]).person('aone');
  };
  const undergraduate = { value: 'UGRD', desc: 'Undergraduate' };

  it.each([
    ['UGRD Undergraduate', undergraduate],
    ['UGRD - Undergraduate', undergraduate],
    ['ugrd: undergraduate', undergraduate],
    ['Undergraduate (UGRD)', undergraduate],
    ['UGRD Undergraduate', 'UGRD'],
    ['UGRD Undergraduate', { value: 'UGRD', desc: '' }],
  ])('%s is %o', async (inRow, inRecord) => {
    const one = await joined(inRecord, inRow);
    expect(one).not.toHaveProperty('differences');
    expect(one.record.userGroup).toMatchObject({ state: 'read' });
  });

  it.each([
    ['UGRD Graduate', undergraduate],
    ['UGRD Undergraduate honours', undergraduate],
    ['UGRDUndergraduate', undergraduate],
    ['Undergraduate', 'UGRD'],
    ['Staff emeriti', 'STAFF'],
    ['STAFFERS', 'STAFF'],
  ])('%s is not %o', async (inRow, inRecord) => {
    const one = await joined(inRecord, inRow);
    expect(one.differences).toMatchObject([{ field: 'userGroup' }]);
  });
});

describe('a page of many', () => {
  const limit = policyWith({ namedUserLimit: 5 });
  const page = (name: string, ids: readonly string[]) =>
    jsonFile(name, { user: ids.map((id) => record(id)), total_record_count: 3 });
  const over = (files: readonly FileToJoin[], policy = limit) => {
    const { people, joined } = reviewOf(files, policy);
    return figuresOf(people, joined, policy, new Map()).find(({ name }) => name === 'over-limit')?.value;
  };

  it('leaves the limit open until the other pages are there', async () => {
    const [first, second] = [await page('1.json', ['a', 'b']), await page('2.json', ['b', 'c'])];
    expect(over([first])).toBeUndefined();
    expect(reviewOf([first]).joined.files[0]?.open).toEqual({ total: 3 });
    expect(over([first, second])).toBe(0);
  });

  it('says how far over the limit those are who are there', async () => {
    expect(over([await page('1.json', ['a', 'b'])], policyWith({ namedUserLimit: 1 }))).toBe(1);
  });

  it('leaves it open, too, where a file breaks off', async () => {
    const text = JSON.stringify([record('a'), record('b')]);
    const bytes = encoder.encode(text.slice(0, -20));
    expect(over([await fileToJoin({ name: 'cut.json', asOf: today, bytes })])).toBeUndefined();
  });

  it('leaves it open where so many records could not be read that they may be too many', async () => {
    const lines = (broken: number) => {
      const text = [JSON.stringify(record('a')), ...Array.from({ length: broken }, () => '{"primary_id": "b')].join(
        '\n',
      );
      return fileToJoin({ name: 'users.ndjson', asOf: today, bytes: encoder.encode(`${text}\n`) });
    };
    expect(over([await lines(4)])).toBe(0);
    expect(over([await lines(5)])).toBeUndefined();
    expect(over([await lines(1)], policyWith({ namedUserLimit: 0 }))).toBe(1);
  });

  it('is not opened by login events that could not be read: they are nobody', async () => {
    const event = { primary_id: 'a', login_date: '2026-11-20', successful: true };
    const text = JSON.stringify({ staff_login: Array.from({ length: 9 }, () => event) }).slice(0, -20);
    const logins = await fileToJoin({ name: 'logins.json', asOf: today, bytes: encoder.encode(text) });
    const files = [await jsonFile('users.json', [record('a')]), logins];
    expect(logins.tables[0]?.unreadRows).toHaveLength(1);
    expect(over(files, policyWith({ namedUserLimit: 1 }))).toBe(0);
  });

  it('leaves it open where a zip holds users in a form that is not read', async () => {
    const first =
      '<userRecords><userRecord><userDetails><userName>b</userName></userDetails></userRecord></userRecords>';
    const bytes = zipSync({ 'a.json': encoder.encode(JSON.stringify(record('a'))), 'b.xml': encoder.encode(first) });
    const file = await fileToJoin({ name: 'users.zip', asOf: today, bytes: bytes as Uint8Array<ArrayBuffer> });
    expect(over([file])).toBeUndefined();
  });

  it('leaves it open where a zip holds a zip', async () => {
    const inner = zipSync({ 'b.json': encoder.encode(JSON.stringify(record('b'))) });
    const bytes = zipSync({ 'a.json': encoder.encode(JSON.stringify(record('a'))), 'b.zip': inner });
    const file = await fileToJoin({ name: 'users.zip', asOf: today, bytes: bytes as Uint8Array<ArrayBuffer> });
    expect(over([file])).toBeUndefined();
  });

  it('leaves it open where an Analytics answer as JSON made of XML is not finished, and reads its headings', async () => {
    const answer = (text: (of: string) => unknown, attributes: (of: Record<string, string>) => object) => ({
      report: {
        QueryResult: {
          IsFinished: text('false'),
          ResultXml: {
            rowset: {
              'xsd:schema': {
                'xsd:complexType': {
                  'xsd:sequence': {
                    'xsd:element': ['Primary Identifier', 'Role Type'].map((heading, at) =>
                      attributes({ name: `Column${at}`, 'saw-sql:columnHeading': heading }),
                    ),
                  },
                },
              },
              Row: { Column0: text('a'), Column1: text('Patron') },
            },
          },
        },
      },
    });
    const marked = (mark: string) => (of: Record<string, string>) =>
      Object.fromEntries(Object.entries(of).map(([name, value]) => [mark + name, value]));
    for (const json of [
      answer((of) => of, marked('@')),
      answer((of) => of, marked('@_')),
      answer(
        (of) => [of],
        (of) => ({ $: of }),
      ),
      answer(
        (of) => ({ _text: of }),
        (of) => ({ _attributes: of }),
      ),
    ]) {
      const file = await jsonFile('answer.json', json);
      expect(file.tables[0]?.rows).toMatchObject([{ identifier: 'a', role: { name: 'Patron' } }]);
      expect(over([file])).toBeUndefined();
    }
  });

  it('leaves it open where an Analytics answer breaks off', async () => {
    const columns = ['Primary Identifier', 'Role Type'].map(
      (heading, at) => `<xsd:element name="Column${at}" saw-sql:columnHeading="${heading}"/>`,
    );
    const text = `<report><QueryResult><IsFinished>true</IsFinished><ResultXml><rowset><xsd:schema><xsd:complexType name="Row"><xsd:sequence>${columns.join('')}</xsd:sequence></xsd:complexType></xsd:schema><Row><Column0>a</Column0><Column1>Patron</Column1></Row><Row><Column0>b</Colu`;
    const file = await fileToJoin({ name: 'cut.xml', asOf: today, bytes: encoder.encode(text) });
    expect(over([file])).toBeUndefined();
    expect(file.tables[0]?.unreadRows).toMatchObject([{ line: 2, reason: 'cut-off', used: 'no' }]);
  });

  it('leaves it open where an Analytics answer is not finished, until its last page is there', async () => {
    const answer = (finished: boolean, id: string) =>
      `<report><QueryResult><ResumptionToken>S3CR3T</ResumptionToken><IsFinished>${finished}</IsFinished><ResultXml>
<rowset xmlns="urn:schemas-microsoft-com:xml-analysis:rowset"><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:saw-sql="urn:saw-sql"><xsd:complexType name="Row"><xsd:sequence>
<xsd:element name="Column0" saw-sql:columnHeading="0"/><xsd:element name="Column1" saw-sql:columnHeading="Primary Identifier"/><xsd:element name="Column2" saw-sql:columnHeading="Role Type"/>
</xsd:sequence></xsd:complexType></xsd:schema><Row><Column0>0</Column0><Column1>${id}</Column1><Column2>Patron</Column2></Row></rowset></ResultXml></QueryResult></report>`;
    const file = (finished: boolean, id: string) =>
      fileToJoin({ name: `${id}.xml`, asOf: today, bytes: encoder.encode(answer(finished, id)) });
    expect(over([await file(false, 'a')])).toBeUndefined();
    expect(over([await file(false, 'a'), await file(true, 'b')])).toBe(0);
    expect(JSON.stringify(await file(false, 'a'))).not.toContain('S3CR3T');
  });
});

it('a review file keeps differences, failed logins, days that are a guess and what is not whole', async () => {
  const rows = await analytics([['aone', 'Inactive', 'Patron', 'Active']], '2026-11-10' as Day);
  const users = await jsonFile('users.json', {
    user: [record('aone', { user_group: { value: '08', desc: 'Library staff' } })],
    total_record_count: 7,
  });
  const logins = await jsonFile('logins.json', {
    staff_login: [{ primary_id: 'aone', login_date: '2026-11-02', successful: false }],
  });
  const { joined } = reviewOf([{ ...rows, dayIsGuess: true }, users, logins]);
  const review = reviewHolding(joined);
  const opened = openReview(JSON.parse(reviewText(review)));
  if (opened.state !== 'opened') throw new Error('refused');
  expect(opened.problems).toEqual([]);
  expect(opened.review.joined).toEqual(joined);
  expect(joined.people[0]?.differences).toBeDefined();
});
