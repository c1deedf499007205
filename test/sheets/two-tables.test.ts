import { describe, expect, it } from 'vitest';
import { isRoleName } from '../../src/rules/standards/roles.ts';
import { inlineRow, oddWorkbook } from './odd-workbooks.ts';
import { lines, questionOf, readText, tableOf, usedAndUnread } from './text-cases.ts';

describe('headings in two lines, of which the upper one says whose they are', () => {
  it.each([
    [
      'User Details,User Details,User Roles,User Roles,User Roles',
      'Primary Identifier,Status,Role Type,Status,Expiry Date',
    ],
    ['User Details,,User Roles,,', 'Primary Identifier,Status,Role Type,Status,Expiry Date'],
    ['User Details,,Role Details,,', 'Primary Identifier,Status,Role Type,Status,Expiry Date'],
    ['User,User,User Roles,User Roles,User Roles', 'Primary ID,Status,Role,Status,Expiry Date'],
    [',,Roles,,', 'Primary Identifier,Status,Type,Status,Expiry Date'],
    ['Benutzer,Benutzer,Rollen,Rollen,Rollen', 'Primäre ID,Status,Rollentyp,Status,Ablaufdatum'],
    ['Utilisateur,,Rôle,,', "Identifiant principal,Statut,Type,Statut,Date d'expiration"],
    ['Usuario,,Rol,,', 'Identificador principal,Estado,Tipo,Estado,Fecha de expiración'],
    ['Utente,,Ruolo,,', 'Identificatore primario,Stato,Tipo,Stato,Data di scadenza'],
  ])('%s over %s', async (above, below) => {
    const table = await tableOf(lines(above, below, 'abe,Active,Cataloger,Inactive,2025-02-13'));
    expect(table.rows).toEqual([
      {
        line: 3,
        identifier: 'abe',
        status: 'ACTIVE',
        role: { name: 'Cataloger', status: 'INACTIVE', expiryDate: '2025-02-13' },
      },
    ]);
  });

  it('in three lines', async () => {
    const heads = [',,Role,,', ',,Details,,', 'Primary Identifier,Status,Type,Status,Expiry Date'];
    const table = await tableOf(lines(...heads, 'abe,Active,Cataloger,Inactive,2025-02-13'));
    expect(table.rows).toMatchObject([
      { status: 'ACTIVE', role: { name: 'Cataloger', status: 'INACTIVE', expiryDate: '2025-02-13' } },
    ]);
    expect(table.rows[0]).not.toHaveProperty('expiryDate');
  });

  it.each([
    ['Account,,Entitlement,,', 'Entitlement Expiry Date'],
    ['Konto,,Berechtigung,Berechtigung,Berechtigung', 'Berechtigung Expiry Date'],
  ])('%s: a name that nobody knows is asked about', async (above, heading) => {
    const text = lines(
      above,
      'Primary Identifier,Last Name,Role Type,Scope,Expiry Date',
      'abe,Abe,Cataloger,,2025-02-13',
    );
    expect(await questionOf(text)).toMatchObject({
      ask: 'mapping',
      headings: ['Primary Identifier', 'Last Name', 'Role Type', 'Scope', heading],
      preview: [['abe', 'Abe', 'Cataloger', '', '2025-02-13']],
    });
    const table = await tableOf(text, { mapping: { [heading]: 'roleExpiryDate' } });
    expect(table.rows).toMatchObject([{ role: { expiryDate: '2025-02-13' } }]);
    expect(table.rows[0]).not.toHaveProperty('expiryDate');
  });

  it.each(['Staff with roles', 'Report date,2026-11-28', 'Users,312', 'Report: roles,Main Library'])(
    '%s above the headings is a title',
    async (title) => {
      const table = await tableOf(lines(title, 'Primary Identifier,Role Type,Expiry Date', 'abe,Cataloger,2025-02-13'));
      expect(table.rows).toMatchObject([{ identifier: 'abe', role: { name: 'Cataloger' }, expiryDate: '2025-02-13' }]);
    },
  );
});

describe("a heading twice of which one is the role's", () => {
  const text = lines(
    'Primary Identifier,Role Type,Status,Expiry Date,Status,Expiry Date',
    'abe,Cataloger,Inactive,2025-01-01,Active,2027-01-01',
    'Primary Identifier,Role Type,Status,Expiry Date,Status,Expiry Date',
    'bo,Patron,Active,,Active,',
  );

  it('is asked about, each by its number', async () => {
    expect(await questionOf(text)).toMatchObject({
      ask: 'mapping',
      headings: ['Primary Identifier', 'Role Type', 'Status (1)', 'Expiry Date (1)', 'Status (2)', 'Expiry Date (2)'],
      recognised: ['identifier', 'roleType', undefined, undefined, undefined, undefined],
    });
  });

  it('is read as it was said', async () => {
    const table = await tableOf(text, {
      mapping: {
        'Status (1)': 'roleStatus',
        'Expiry Date (1)': 'roleExpiryDate',
        'Status (2)': 'status',
        'Expiry Date (2)': 'expiryDate',
      },
    });
    expect(table.rows).toMatchObject([
      {
        identifier: 'abe',
        status: 'ACTIVE',
        expiryDate: '2027-01-01',
        role: { name: 'Cataloger', status: 'INACTIVE', expiryDate: '2025-01-01' },
      },
      { identifier: 'bo', status: 'ACTIVE', role: { name: 'Patron', status: 'ACTIVE' } },
    ]);
    expect(table.leftOut).toEqual([{ line: 3, reason: 'repeated-headings' }]);
  });

  it("is no question beside a column of the role's own", async () => {
    const own = lines('Primary Identifier,Role Type,Role Status,Status,Status', 'abe,Cataloger,Inactive,Active,Active');
    expect((await tableOf(own)).rows).toMatchObject([{ status: 'ACTIVE', role: { status: 'INACTIVE' } }]);
  });
});

describe('a table beside another one', () => {
  it.each([
    ['Primary Identifier,Role Type,,Primary Identifier,Role Type', 'abe,Patron,,ce,Cataloger'],
    ['Primary Identifier,Role Type,Primary Identifier,Role Type', 'abe,Patron,ce,Cataloger'],
    ['Primary Identifier,Role Type,,Primary Identifier,Role Type,Status', 'abe,Patron,,ce,Cataloger,Inactive'],
  ])('%s: nobody gets the roles of who stands beside', async (headings, row) => {
    for (const file of [
      lines(headings, row),
      new Uint8Array(
        await oddWorkbook({
          sheetData: [headings, row].map((one) => inlineRow(...one.split(','))).join(''),
        }).arrayBuffer(),
      ),
    ]) {
      const table = await tableOf(file);
      expect(
        table.rows.map(({ identifier, status, role, moreRoles }) => [identifier, status, role?.name, moreRoles]),
      ).toEqual([['abe', undefined, 'Patron', undefined]]);
    }
  });

  it('an identifier that stands twice in one table hides no role', async () => {
    const table = await tableOf(
      lines('Primary Identifier,Last Name,Primary Identifier,Role Type', 'abe,Abe,abe,Patron'),
    );
    expect(table.rows).toMatchObject([{ identifier: 'abe', role: { name: 'Patron' } }]);
  });
});

describe('rows with one cell more than there are headings', () => {
  const tsv = (...all: string[]) => lines(...all).replaceAll(',', '\t');
  const heads = 'Primary Identifier,Last Name,Role Type';
  const many = Array.from({ length: 30 }, (_, at) => `${at + 1},u${at},Bo,${at === 5 ? '' : 'Cataloger'}`);
  const files: [string, string, string[]][] = [
    [
      'a blank last cell',
      tsv(heads, '1,0012345,Adeyemi,Cataloger', '2,0023456,Brandt,', '3,bo,Bo,Patron'),
      ['0012345', '0023456', 'bo'],
    ],
    ['a blank last cell in every row', tsv(heads, '1,0012345,Adeyemi,', '2,0023456,Brandt,'), ['0012345', '0023456']],
    ['counted from 0', tsv(heads, '0,0012345,Adeyemi,', '1,0023456,Brandt,'), ['0012345', '0023456']],
    ['named otherwise', lines(heads, 'x,0012345,Adeyemi,', 'y,0023456,Brandt,Patron'), ['0012345', '0023456']],
    [
      'a line of totals',
      lines(heads, '1,0012345,Adeyemi,Cataloger', '2,0023456,Brandt,Patron', 'Total,2'),
      ['0012345', '0023456'],
    ],
    [
      'a note',
      tsv(heads, '1,0012345,Adeyemi,Cataloger', '2,0023456,Brandt,Patron', '', '(2 rows)'),
      ['0012345', '0023456'],
    ],
    ['one blank cell among many', lines(heads, ...many), many.map((_, at) => `u${at}`)],
  ];

  it.each(files)('%s: asked, and never shifted', async (_, text, identifiers) => {
    expect(await questionOf(text)).toMatchObject({ about: 'row-names', heading: 'Primary Identifier' });
    const named = await tableOf(text, { choices: { 'row-names': { 'Primary Identifier': 'first-cell' } } });
    expect(named.rows.map(({ identifier }) => identifier)).toEqual(identifiers);
    const unknown = await tableOf(text, { choices: { 'row-names': { 'Primary Identifier': 'unknown' } } });
    expect(unknown.rows).toEqual([]);
  });

  it('in a workbook', async () => {
    const sheetData = [heads, '1,0012345,Adeyemi,Cataloger', '2,bo,Bo']
      .map((one) => inlineRow(...one.split(',')))
      .join('');
    const workbook = new Uint8Array(await oddWorkbook({ sheetData }).arrayBuffer());
    expect(await questionOf(workbook)).toMatchObject({ about: 'row-names' });
    const named = await tableOf(workbook, { choices: { 'row-names': { 'Primary Identifier': 'first-cell' } } });
    expect(named.rows.map(({ identifier, name }) => [identifier, name])).toEqual([
      ['0012345', 'Adeyemi'],
      ['bo', 'Bo'],
    ]);
  });

  it('a row that lacks its name is broken once the others have one', async () => {
    const text = lines(heads, '1,0012345,Adeyemi,Cataloger', '2,0023456,Brandt,', 'bo,Bo,Patron');
    const named = await tableOf(text, { choices: { 'row-names': { 'Primary Identifier': 'first-cell' } } });
    expect(usedAndUnread(named)).toEqual({
      used: ['0012345', '0023456'],
      unread: [
        [3, 'no-role'],
        [4, 'broken-row'],
      ],
    });
  });

  it('a delimiter at the end of every row is none', async () => {
    expect(usedAndUnread(await tableOf(lines(heads, 'abe,Abe,Cataloger,', 'bo,Bo,Patron,')))).toEqual({
      used: ['abe', 'bo'],
      unread: [],
    });
  });

  it.each([
    [
      ['USERNAME', 'abe,bo,ce', 'de,ef', 'gil'],
      [
        [2, 'broken-row'],
        [3, 'broken-row'],
      ],
    ],
    [['Primary Identifier', 'abe;bo', 'gil'], [[2, 'broken-row']]],
  ])('%j: cells beyond the only column are listed', async (all, unread) => {
    const reading = await readText(lines(...all), { isRoleName });
    const table = reading.state === 'read' ? reading.tables[0] : undefined;
    expect(table && usedAndUnread(table)).toEqual({ used: ['gil'], unread });
  });
});

describe('a column of roles in the plural', () => {
  it.each(['Roles', 'User Roles', 'Rollen', 'Rôles', 'Ruoli'])('%s names roles', async (heading) => {
    const text = lines(`Primary Identifier,Last Name,${heading}`, 'abe,Abe,"Patron, Instructor"', 'bo,Bo,Cataloger');
    expect(await questionOf(text, { isRoleName })).toMatchObject({ about: 'several-roles', heading });
    const table = await tableOf(text.replace(', ', '; '), { isRoleName });
    expect(table.rows).toMatchObject([
      { role: { name: 'Patron' }, moreRoles: [{ name: 'Instructor' }] },
      { role: { name: 'Cataloger' } },
    ]);
  });

  it('is asked about where it may count them', async () => {
    const text = lines('Primary Identifier,Last Name,Roles', 'abe,Abe,3', 'bo,Bo,12');
    expect(await questionOf(text, { isRoleName })).toMatchObject({ ask: 'mapping' });
    const table = await tableOf(text, { isRoleName, mapping: { Roles: 'ignore' } });
    expect(table.rows.map(({ identifier, role }) => [identifier, role])).toEqual([
      ['abe', undefined],
      ['bo', undefined],
    ]);
  });
});
