import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReadOptions, SheetRow } from '../../src/sheets/index.ts';
import { ada, role } from './record-samples.ts';
import { questionOf, readText, tableOf } from './text-cases.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (record: object, options?: ReadOptions): Promise<SheetRow> => {
  const [row] = (await tableOf(JSON.stringify(record), options)).rows;
  if (!row) throw new Error('no row');
  return row;
};
const xmlUser = (inside: string) =>
  `<user><primary_id>aone</primary_id><record_type desc="Staff">STAFF</record_type><user_identifiers/>${inside}</user>`;

describe('a record', () => {
  it('gives the fields that are read, by code where there is one, and nothing else', async () => {
    const row = await read(ada);
    expect(row).toEqual({
      line: 1,
      identifier: 'aone',
      name: 'One, Ada',
      recordType: 'STAFF',
      accountType: 'EXTERNAL',
      status: 'ACTIVE',
      userGroup: 'Library staff',
      userGroupCode: '08',
      jobCategory: null,
      campus: null,
      expiryDate: '2027-12-31',
      purgeDate: null,
      roles: [
        {
          name: 'Patron',
          code: '200',
          status: 'ACTIVE',
          scope: 'Example University',
          scopeCode: '01EXA_INST',
          expiryDate: null,
        },
        {
          name: 'User Manager',
          code: '21',
          status: 'ACTIVE',
          scope: 'Example University',
          scopeCode: '01EXA_INST',
          expiryDate: null,
        },
      ],
    });
    expect(JSON.stringify(await readText(JSON.stringify(ada)))).not.toMatch(/9876|Exampletown|planted|nobody/);
  });

  it.each<[string, unknown, Partial<SheetRow>]>([
    ['value and description', { value: 'INACTIVE', desc: 'Active' }, { status: 'INACTIVE' }],
    ['value alone', { value: 'active' }, { status: 'ACTIVE' }],
    ['description alone', { desc: 'Inactif' }, { status: 'INACTIVE' }],
    ['a plain text', 'ACTIVE', { status: 'ACTIVE' }],
    ['as programs make it of XML', { '@desc': 'Active', '#text': 'INACTIVE' }, { status: 'INACTIVE' }],
    ['blanks around it', { value: ' ACTIVE ' }, { status: 'ACTIVE' }],
    ['nothing', null, {}],
    ['an empty text', '', {}],
    ['an unknown word', { value: 'SLEEPING', desc: 'Active' }, { unreadable: ['status'] }],
    ['a word that records do not have', { value: 'DELETED' }, { unreadable: ['status'] }],
  ])('status: %s', async (_, status, expected) => {
    const { status: found, unreadable } = await read({ ...ada, status });
    expect({ ...(found && { status: found }), ...(unreadable && { unreadable }) }).toEqual(expected);
  });

  it('what is not given is unread; in a whole record a missing date is blank', async () => {
    const brief = await read({ primary_id: 'aone', first_name: 'Ada', last_name: 'One', status: { value: 'ACTIVE' } });
    expect(brief).toEqual({ line: 1, identifier: 'aone', name: 'One, Ada', status: 'ACTIVE' });
    const { expiry_date: _, ...whole } = ada;
    expect((await read(whole)).expiryDate).toBeNull();
  });

  it.each([
    ['2027-12-31Z', '2027-12-31'],
    ['2027-12-31', '2027-12-31'],
    ['2027-12-31T23:59:59Z', '2027-12-31'],
    ['', null],
  ])('the day %j is %j, never shifted', async (expiry_date, day) => {
    expect((await read({ ...ada, expiry_date })).expiryDate).toBe(day);
  });

  it('a date that nobody can be sure of is listed', async () => {
    const table = await tableOf(JSON.stringify({ ...ada, expiry_date: '03/04/2027' }));
    expect(table.rows[0]).not.toHaveProperty('expiryDate');
    expect(table.unreadRows).toMatchObject([
      { line: 1, reason: 'unreadable-date', heading: 'expiry_date', record: true },
    ]);
  });

  it.each<[unknown, string | undefined, string?]>([
    [4711, '4711'],
    ['0012@example.org / x', '0012@example.org / x'],
    [' aone ', 'aone'],
    [2 ** 60, undefined, 'damaged-identifier'],
    ['None', undefined, 'no-identifier'],
    ['', undefined, 'no-identifier'],
    [null, undefined, 'no-identifier'],
    ['J\uFFFDrgen', undefined, 'damaged-identifier'],
  ])('the identifier %j', async (primary_id, identifier, reason) => {
    const table = await tableOf(
      JSON.stringify([
        { ...ada, primary_id },
        { ...ada, primary_id: 'other' },
      ]),
    );
    expect(table.rows.map((row) => row.identifier)).toEqual(
      identifier === undefined ? ['other'] : [identifier, 'other'],
    );
    expect(table.unreadRows.map((row) => row.reason)).toEqual(reason === undefined ? [] : [reason]);
  });

  it('a record without an identifier is listed', async () => {
    const { primary_id: _, ...nameless } = ada;
    expect((await tableOf(JSON.stringify([nameless]))).unreadRows).toMatchObject([
      { reason: 'no-identifier', used: 'no' },
    ]);
  });
});

describe('the roles of a record', () => {
  const rolesOf = async (user_role: unknown) => (await read({ ...ada, user_role })).roles;

  it('0 is a code, one role may be held in several places, and a role may end', async () => {
    const law = { scope: { value: 'LAW', desc: 'Law Library' } };
    expect(
      await rolesOf([
        role('0', 'Deposit Manager'),
        role('32', 'Circulation Desk Manager'),
        role('32', 'Circulation Desk Manager', law),
        role('21', 'User Manager', { expiry_date: '2026-05-01Z' }),
      ]),
    ).toMatchObject([
      { code: '0', name: 'Deposit Manager', scope: 'Example University', scopeCode: '01EXA_INST', expiryDate: null },
      { code: '32', scope: 'Example University', scopeCode: '01EXA_INST' },
      { code: '32', scope: 'Law Library', scopeCode: 'LAW' },
      { code: '21', expiryDate: '2026-05-01' },
    ]);
  });

  it.each<[string, unknown, object]>([
    ['INACTIVE', { value: 'INACTIVE' }, { status: 'INACTIVE' }],
    ['blank', { value: '' }, { status: 'ACTIVE' }],
    ['missing', undefined, { status: 'ACTIVE' }],
    ['unknown', { value: 'PENDING' }, { stateUnread: true }],
  ])('a status that is %s', async (_, status, expected) => {
    const [found] = (await rolesOf([role('21', 'User Manager', { status })])) ?? [];
    expect({
      ...(found?.status && { status: found.status }),
      ...(found?.stateUnread && { stateUnread: true }),
    }).toEqual(expected);
  });

  it('NEW is taken for active, and said; the file is asked about', async () => {
    const text = JSON.stringify({ ...ada, user_role: [role('21', 'User Manager', { status: { value: 'NEW' } })] });
    expect(await questionOf(text)).toMatchObject({ about: 'record-source' });
    const table = await tableOf(text, { choices: { 'record-source': { user_roles: 'export' } } });
    expect(table.rows[0]?.roles).toMatchObject([{ status: 'ACTIVE' }]);
    expect(table.records?.newRoles).toBe(1);
  });

  it('a code alone has the name that the standard gives it; a name alone stands by itself', async () => {
    const options = { roleName: (code: string) => (code === '21' ? 'User Manager' : undefined) };
    const { roles } = await read(
      { ...ada, user_role: [role('21', ''), role('9999', null), role(null, 'Cataloger')] },
      options,
    );
    expect(roles?.map(({ code, name }) => [code, name])).toEqual([
      ['21', 'User Manager'],
      ['9999', '9999'],
      [undefined, 'Cataloger'],
    ]);
  });

  it.each<[string, unknown]>([
    ['a role without a name', [role('200', 'Patron'), role(null, null)]],
    ['a text among them', ['200']],
    ['the same list twice in one text', undefined],
  ])('%s leaves the list in doubt, and is listed', async (_, user_role) => {
    const text = JSON.stringify({ ...ada, user_role });
    const twice = `${JSON.stringify(ada).slice(0, -1)},"user_role":[]}`;
    const table = await tableOf(user_role === undefined ? twice : text);
    expect(table.rows[0]?.unreadable).toContain('roleType');
    expect(table.unreadRows).toHaveLength(1);
  });

  it('none at all is knowledge in a whole record only', async () => {
    expect(await rolesOf([])).toEqual([]);
    expect(await read({ primary_id: 'aone', user_role: [] })).not.toHaveProperty('roles');
    const { user_role: _, ...without } = ada;
    expect(await read(without)).not.toHaveProperty('roles');
    expect(await read({ ...ada, user_role: null })).not.toHaveProperty('roles');
  });
});

describe('the containers', () => {
  const bert = { ...ada, primary_id: 'btwo' };
  const both = ['aone', 'btwo'];
  const x = (user: { primary_id: string }) => xmlUser('').replace('aone', user.primary_id);
  const xmlBoth = x(ada) + x(bert);
  const inside = { user_role: [{ role_type: '21', status: 'ACTIVE' }, { role_type: '200' }] };
  const fromXml = (id: string, user_roles: unknown) => ({ primary_id: id, record_type: 'STAFF', user_roles });

  it.each<[string, string | Uint8Array]>([
    ['a list with a total', JSON.stringify({ user: [ada, bert], total_record_count: 2 })],
    ['a list with the total first', JSON.stringify({ total_record_count: 2, user: [ada, bert] })],
    ['an array', JSON.stringify([ada, bert], null, 2)],
    ['one a line', `${JSON.stringify(ada)}\r\n\r\n${JSON.stringify(bert)}`],
    ['one after the other', JSON.stringify(ada) + JSON.stringify(bert)],
    ['lists in lines', `${JSON.stringify({ user: [ada] })}\n${JSON.stringify({ user: [bert] })}\n`],
    [
      'JSON made of XML',
      JSON.stringify({
        users: { user: [fromXml('aone', inside), fromXml('btwo', { user_role: inside.user_role[0] })] },
      }),
    ],
    ['with a mark', `\uFEFF${JSON.stringify([ada, bert])}`],
    [
      'UTF-16',
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from([...JSON.stringify([ada, bert])], (sign) => sign.charCodeAt(0)).buffer),
      ]),
    ],
    ['<users>', `<?xml version="1.0" encoding="UTF-8"?><users>${xmlBoth}</users>`],
    [
      '<users> alone in the world',
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- made -->\n<users xmlns:xs="http://example.org">${xmlBoth}</users>`,
    ],
    ['<userRecords>', `<userRecords>${xmlBoth}</userRecords>`],
    [
      'with prefixes',
      `<a:users xmlns:a="http://example.org">${xmlBoth.replaceAll('</', '</a:').replaceAll(/<(?=[a-z])/g, '<a:')}</a:users>`,
    ],
    ['a zip', zipSync({ 'one.xml': utf8(`<users>${x(ada)}</users>`), 'two.xml': utf8(x(bert)) })],
  ])('%s', async (_, text) => {
    const table = await tableOf(text, { choices: { 'record-source': { user_roles: 'export' } } });
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(both);
    expect(table.unreadRows).toEqual([]);
  });

  it('<user> as the root, with and without a declaration: nobody is called after a tag', async () => {
    for (const head of ['', '<?xml version="1.0" encoding="UTF-8"?>\n']) {
      const table = await tableOf(`${head}${xmlUser('\n<status>ACTIVE</status>\n')}`);
      expect(table.rows).toMatchObject([{ identifier: 'aone', status: 'ACTIVE', recordType: 'STAFF' }]);
    }
  });

  it('XML in the encoding that it declares', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${xmlUser('<last_name>Grünwald &amp; S&#xF8;n</last_name>')}`;
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    expect((await tableOf(bytes)).rows[0]?.name).toBe('Grünwald & Søn');
  });

  it('roles in XML: attribute or text, an empty element, CDATA', async () => {
    const roles = `<user_roles><user_role><status desc="Active">ACTIVE</status><scope desc="Example">01EXA_INST</scope><role_type desc="User Manager"><![CDATA[21]]></role_type><parameters/></user_role></user_roles>`;
    const exported = { choices: { 'record-source': { user_roles: 'export' } } } as const;
    const [row] = (await tableOf(xmlUser(roles), exported)).rows;
    expect(row?.roles).toEqual([
      {
        name: 'User Manager',
        code: '21',
        status: 'ACTIVE',
        scope: 'Example',
        scopeCode: '01EXA_INST',
        expiryDate: null,
      },
    ]);
    expect((await tableOf(xmlUser('<user_roles/>'), exported)).rows[0]?.roles).toEqual([]);
    expect((await tableOf(xmlUser('<user_group/>'))).rows[0]).toMatchObject({ userGroup: null });
  });

  it('an answer of Analytics that does not say how its columns are headed is asked about, never called empty', async () => {
    const row = '<Row><Column0>0</Column0><Column1>aone</Column1></Row>';
    const inside = (schema: string) =>
      `<report><QueryResult><ResultXml><rowset>${schema}${row}</rowset></ResultXml></QueryResult></report>`;
    const schema =
      '<xsd:schema><xsd:complexType name="Row"><xsd:sequence><xsd:element name="Column0"/><xsd:element name="Column1"/></xsd:sequence></xsd:complexType></xsd:schema>';
    for (const text of [inside(''), inside(schema)]) {
      expect(await questionOf(text)).toMatchObject({ ask: 'mapping', headings: ['Column0', 'Column1'] });
      const table = await tableOf(text, { mapping: { Column0: 'ignore', Column1: 'identifier' } });
      expect(table.rows).toEqual([{ line: 1, identifier: 'aone' }]);
    }
    const begun = '<report><QueryResult><IsFinished>false</IsFinished><ResultXml/></QueryResult></report>';
    expect(await readText(begun)).toEqual({ state: 'refused', reason: 'unfinished-answer' });
  });

  it('an answer of Analytics: columns by their headings, a blank cell without an element, in JSON, too', async () => {
    const columns = ['0', 'Primary Identifier', 'Role Type', 'Status']
      .map((heading, at) => `<xsd:element minOccurs="0" name="Column${at}" saw-sql:columnHeading="${heading}"/>`)
      .join('');
    const answer = `<report><QueryResult><IsFinished>true</IsFinished><ResultXml><rowset xmlns="urn:schemas-microsoft-com:xml-analysis:rowset"><xsd:schema xmlns:xsd="x" xmlns:saw-sql="y"><xsd:complexType name="Row"><xsd:sequence>${columns}</xsd:sequence></xsd:complexType></xsd:schema><Row><Column0>0</Column0><Column1>aone</Column1><Column2>Cataloger</Column2></Row></rowset></ResultXml></QueryResult></report>`;
    for (const text of [answer, JSON.stringify({ anies: [answer] })]) {
      const table = await tableOf(text);
      expect(table.kind).toBe('analytics-roles');
      expect(table.rows).toEqual([{ line: 1, identifier: 'aone', role: { name: 'Cataloger' } }]);
    }
  });
});

describe('a file that was written to be loaded', () => {
  const plain = (roles: string) => `<users>${xmlUser(roles).replace(' desc="Staff"', '')}</users>`;
  const patron = (status: string) =>
    `<user_roles><user_role><role_type>200</role_type><status>${status}</status></user_role></user_roles>`;

  it('with nothing but new patrons is known for one: its roles are unread', async () => {
    const table = await tableOf(plain(patron('NEW')));
    expect(table.records?.isLoadFile).toBe(true);
    expect(table.rows[0]).not.toHaveProperty('roles');
    expect(table.rows[0]).not.toHaveProperty('expiryDate');
  });

  it.each([patron('ACTIVE'), '<user_roles/>'])(
    'with codes alone and no role but Patron is asked about',
    async (roles) => {
      expect(await questionOf(plain(roles))).toMatchObject({
        ask: 'choice',
        about: 'record-source',
        samples: ['aone'],
      });
      const said = (choice: 'export' | 'load-file') =>
        tableOf(plain(roles), { choices: { 'record-source': { user_roles: choice } } });
      expect((await said('load-file')).rows[0]).not.toHaveProperty('roles');
      expect((await said('export')).rows[0]).toHaveProperty('roles');
    },
  );

  it('is asked about in XML also where descriptions stand beside the codes, as real load files have them', async () => {
    const text = `<userRecords>${xmlUser('<user_roles><user_role><status desc="Active">ACTIVE</status><scope desc="Example">01EXA_INST</scope><role_type desc="Patron">200</role_type></user_role></user_roles>')}</userRecords>`;
    expect(await questionOf(text)).toMatchObject({ about: 'record-source' });
    const made = {
      ...ada,
      user_role: undefined,
      user_roles: { user_role: { role_type: { '@desc': 'Patron', '#text': '200' } } },
    };
    expect(await questionOf(JSON.stringify(made))).toMatchObject({ about: 'record-source' });
  });

  const staff = (id: string) =>
    xmlUser(
      '<user_roles><user_role><status desc="Active">ACTIVE</status><role_type desc="User Manager">21</role_type></user_role></user_roles>',
    ).replace('aone', id);
  const saidToBe = (choice: 'export' | 'load-file') => ({ choices: { 'record-source': { user_roles: choice } } });

  it.each<[string, string | Uint8Array]>([
    ['XML', `<users>${staff('aone')}</users>`],
    ['XML of one user', staff('aone')],
    ['a zip of XML', zipSync({ 'one.xml': utf8(`<userRecords>${staff('aone')}</userRecords>`) })],
    [
      'JSON made of XML',
      JSON.stringify({
        user: { primary_id: 'aone', user_roles: { user_role: { role_type: '21', status: 'ACTIVE' } } },
      }),
    ],
  ])('is asked about where staff roles stand in it that are not new: %s', async (_, text) => {
    expect(await questionOf(text)).toMatchObject({ about: 'record-source', samples: ['aone'] });
    expect((await tableOf(text, saidToBe('export'))).rows[0]?.roles).toMatchObject([{ code: '21' }]);
    const loaded = await tableOf(text, saidToBe('load-file'));
    expect(loaded.rows[0]).not.toHaveProperty('roles');
    expect(loaded.records).toMatchObject({ isLoadFile: true, withoutRoles: 1 });
  });

  it('says nothing of what the interface has answered beside it in one zip', async () => {
    const zip = zipSync({
      'answer.json': utf8(JSON.stringify({ ...ada, primary_id: 'btwo' })),
      'load.xml': utf8(`<users>${staff('aone')}</users>`),
    });
    expect(await questionOf(zip)).toMatchObject({ about: 'record-source', samples: ['aone'] });
    const { rows } = await tableOf(zip, saidToBe('load-file'));
    expect(rows.map(({ identifier, roles }) => [identifier, roles?.length])).toEqual([
      ['btwo', 2],
      ['aone', undefined],
    ]);
  });

  it('is not suspected where the interface for users has answered', async () => {
    expect((await read({ ...ada, user_role: [role('200', 'Patron')] })).roles).toHaveLength(1);
    expect((await read({ primary_id: 'aone', user_role: [role('200', 'Patron')] })).roles).toHaveLength(1);
    const codes = (id: string, code: string) => ({
      primary_id: id,
      user_role: [{ status: { value: 'ACTIVE' }, role_type: { value: code } }],
    });
    // Alma loads XML: JSON of codes alone is asked about only where nobody has a staff role.
    const mixed = JSON.stringify([codes('aone', '200'), codes('btwo', '21')]);
    expect((await tableOf(mixed)).rows.map(({ roles }) => roles?.length)).toEqual([1, 1]);
    expect(await questionOf(JSON.stringify([codes('aone', '200')]))).toMatchObject({ samples: ['aone'] });
  });
});
