import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../src/sheets/index.ts';
import { ada, role } from './record-samples.ts';
import { readText, tableOf } from './text-cases.ts';

const exported = { choices: { 'record-source': { user_roles: 'export' } } } as const;
const rowOf = async (record: unknown): Promise<SheetRow | undefined> =>
  (await tableOf(JSON.stringify(record), exported)).rows[0];

/** A record as programs make it of XML: `text` writes an element with its attribute `desc`. */
const made = (text: (value: string, desc?: string) => unknown, list: (item: unknown) => unknown = (item) => item) => ({
  user: {
    primary_id: list(text('aone')),
    record_type: list(text('STAFF', 'Staff')),
    status: list(text('INACTIVE', 'Inactive')),
    user_group: list(text('08', 'Library staff')),
    expiry_date: list(text('2027-12-31Z')),
    user_identifiers: list({}),
    user_roles: list({
      user_role: [
        {
          status: list(text('ACTIVE', 'Active')),
          scope: list(text('01EXA_INST', 'Example University')),
          role_type: list(text('21', 'User Manager')),
          expiry_date: list(text('2026-05-01Z')),
        },
      ],
    }),
  },
});

describe('JSON that programs make of XML', () => {
  it.each<[string, unknown]>([
    ['#text and @desc', made((value, desc) => (desc ? { '@desc': desc, '#text': value } : value))],
    ['#text and -desc', made((value, desc) => ({ '#text': value, ...(desc && { '-desc': desc }) }))],
    [
      '_ and $, a list of each',
      made(
        (value, desc) => (desc ? { _: value, $: { desc } } : value),
        (item) => [item],
      ),
    ],
    ['_ and $', made((value, desc) => ({ _: value, ...(desc && { $: { desc } }) }))],
    ['$ and @desc', made((value, desc) => ({ $: value, ...(desc && { '@desc': desc }) }))],
    ['$t and desc', made((value, desc) => ({ $t: value, ...(desc && { desc }) }))],
    ['__text and _desc', made((value, desc) => ({ __text: value, ...(desc && { _desc: desc }) }))],
    ['content and desc', made((value, desc) => (desc ? { desc, content: value } : value))],
    ['_text and _attributes', made((value, desc) => ({ _text: value, ...(desc && { _attributes: { desc } }) }))],
    ['_cdata and _attributes', made((value, desc) => ({ _cdata: value, ...(desc && { _attributes: { desc } }) }))],
    ['#cdata-section and @desc', made((value, desc) => ({ '#cdata-section': value, ...(desc && { '@desc': desc }) }))],
    ['#text and @_desc', made((value, desc) => (desc ? { '#text': value, '@_desc': desc } : value))],
    ['a text without a name', made((value, desc) => (desc ? { desc, '': value } : value))],
    ['a text called 0', made((value, desc) => ({ '@attributes': { desc }, '0': value }))],
    ['_VALUE and _desc', made((value, desc) => ({ _VALUE: value, ...(desc && { _desc: desc }) }))],
    ['+content and +@desc', made((value, desc) => (desc ? { content: value, '+@desc': desc } : value))],
    ['attributes in a place of their own', made((value, desc) => ({ '#text': value, '@attributes': { desc } }))],
  ])('%s', async (_, record) => {
    expect(await rowOf(record)).toEqual({
      line: 1,
      identifier: 'aone',
      recordType: 'STAFF',
      status: 'INACTIVE',
      userGroup: 'Library staff',
      userGroupCode: '08',
      expiryDate: '2027-12-31',
      purgeDate: null,
      roles: [
        {
          name: 'User Manager',
          code: '21',
          status: 'ACTIVE',
          expiryDate: '2026-05-01',
          scope: 'Example University',
          scopeCode: '01EXA_INST',
        },
      ],
    });
  });

  const space = 'http://example.org/users';
  it.each<[string, (name: string) => string, object]>([
    ['with a prefix', (name) => `ns2:${name}`, { '@xmlns:ns2': space }],
    ['with the namespace as some write it', (name) => `${space}:${name}`, {}],
    ['with the namespace in braces', (name) => `{${space}}${name}`, {}],
  ])('names %s are read as without', async (_, named, declared) => {
    const place = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(place)
        : value && typeof value === 'object'
          ? {
              ...declared,
              ...Object.fromEntries(
                Object.entries(value).map(([name, inside]) => [
                  /^#/.test(name) ? name : name.startsWith('@') ? `@${named(name.slice(1))}` : named(name),
                  place(inside),
                ]),
              ),
            }
          : value;
    const plain = made((value, desc) => (desc ? { '@desc': desc, '#text': value } : value));
    const users = (user: unknown) => ({ users: { user: [user, { primary_id: 'btwo' }] } });
    const table = await tableOf(JSON.stringify(place(users(plain.user))), exported);
    expect(table.rows).toEqual((await tableOf(JSON.stringify(users(plain.user)), exported)).rows);
    expect(table.rows[0]).toMatchObject({ identifier: 'aone', status: 'INACTIVE', roles: [{ code: '21' }] });
    expect(table.unreadRows).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a text under a name that nobody knows', { status: { says: 'INACTIVE' } }, 'status'],
    ['a day under such a name', { expiry_date: { on: '2020-01-01' } }, 'expiryDate'],
    ['a day that is what people call it', { expiry_date: { desc: 'never' } }, 'expiryDate'],
    ['a number that a spreadsheet would take for a day', { expiry_date: 46752 }, 'expiryDate'],
    ['milliseconds', { purge_date: 1893456000000 }, 'purgeDate'],
    ['a group with two codes', { user_group: { value: ['08', '09'] } }, 'userGroup'],
    ['a code within a code', { user_group: { value: { value: '08' } } }, 'userGroup'],
    ['a list with nobody’s role', { user_role: [null] }, 'roleType'],
    [
      'a role that says two things',
      { user_role: [role('21', 'User Manager', { role_type: { value: ['21', '200'] } })] },
      'roleType',
    ],
  ])('%s is listed, never taken for blank or guessed', async (_, field, column) => {
    const table = await tableOf(JSON.stringify({ ...ada, ...field }), exported);
    expect(table.rows[0]?.unreadable).toEqual([column]);
    expect(table.rows[0]?.[column as keyof SheetRow]).toBeUndefined();
    expect(table.unreadRows).toHaveLength(1);
  });

  it('a code that stands there twice in one object and differs is listed', async () => {
    const text =
      '{"primary_id":"a","status":{"value":"ACTIVE","value":"INACTIVE"},"user_group":"08","user_group":"09"}';
    const [row] = (await tableOf(text)).rows;
    expect(row).toEqual({ line: 1, identifier: 'a', unreadable: ['status', 'userGroup'] });
  });

  it('what else stands beside a code, and says nothing of it, does not matter', async () => {
    const row = await rowOf({ ...ada, status: { value: 'ACTIVE', desc: 'Active', link: 'x', enabled: true } });
    expect(row?.status).toBe('ACTIVE');
  });
});

describe('answers in other wrappings', () => {
  const bert = { ...ada, primary_id: 'btwo' };

  it.each<[string, string]>([
    ['lists in a list', JSON.stringify([[ada], [bert]])],
    [
      'pages in a list',
      JSON.stringify([
        { user: [ada], total_record_count: 2 },
        { user: bert, total_record_count: 2 },
      ]),
    ],
    ['lines that begin with a mark', `\uFEFF${JSON.stringify(ada)}\n\uFEFF${JSON.stringify(bert)}\n`],
    ['an answer with a status of its own', JSON.stringify({ status: 'ok', count: 2, users: [ada, bert] })],
  ])('%s', async (_, text) => {
    const table = await tableOf(text);
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['aone', 'btwo']);
    expect(table.unreadRows).toEqual([]);
  });

  it.each<[string, object]>([
    ['with a mark', { '@total_record_count': '9' }],
    ['with another mark', { _total_record_count: '9' }],
    ['in a place of its own', { $: { total_record_count: '9' } }],
  ])('how many there are in all, as an attribute %s', async (_, attribute) => {
    const table = await tableOf(JSON.stringify({ users: { ...attribute, user: [{ primary_id: 'aone' }] } }));
    expect(table.records?.total).toBe(9);
  });

  it('an answer of Analytics has the headings of its columns also in JSON made of its XML', async () => {
    const element = (at: number, heading: string) => ({ '@name': `Column${at}`, '@saw-sql:columnHeading': heading });
    const rowset = {
      'xsd:schema': {
        'xsd:complexType': {
          '@name': 'Row',
          'xsd:sequence': { 'xsd:element': [element(0, 'Primary Identifier'), element(1, 'Role Type')] },
        },
      },
      Row: [{ Column0: 'aone', Column1: 'Cataloger' }, { Column0: 'btwo' }],
    };
    const table = await tableOf(JSON.stringify({ report: { QueryResult: { ResultXml: { rowset } } } }));
    expect(table.kind).toBe('analytics-roles');
    expect(table.rows).toEqual([
      { line: 1, identifier: 'aone', role: { name: 'Cataloger' } },
      { line: 2, identifier: 'btwo', unreadable: ['roleType'] },
    ]);
  });

  it('login events by themselves, without the name of their list, are no users', async () => {
    const events = [
      { primary_id: 'aone', full_name: 'Ada One', login_date: '2026-11-20T08:00:00Z', successful: true },
      { primary_id: 'aone', full_name: 'Ada One', login_date: '2026-11-21T08:00:00Z', successful: false },
    ];
    for (const text of [JSON.stringify(events), events.map((one) => JSON.stringify(one)).join('\n')]) {
      const table = await tableOf(text);
      expect(table.kind).toBe('login-events');
      expect(table.rows.map(({ login }) => login?.successful)).toEqual([true, false]);
    }
  });

  it('an identifier that is no name of anybody makes nobody', async () => {
    for (const primary_id of [true, 1.5, ['a', 'b']]) {
      expect((await tableOf(JSON.stringify([{ ...ada, primary_id }, bert]))).rows).toHaveLength(1);
    }
    expect(await readText('[]')).toMatchObject({ state: 'refused' });
  });
});
