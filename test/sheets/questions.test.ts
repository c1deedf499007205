import { describe, expect, it } from 'vitest';
import { lines, questionOf, tableOf, usedAndUnread } from './text-cases.ts';

describe('repeated identifiers that are left blank', () => {
  const text = lines(
    'Primary Identifier,Last Name,User Group,Role Type',
    'jdoe,Doe,Staff,Patron',
    ',,,Cataloger',
    ',,,User Manager',
    'asmith,Smith,Faculty,Patron',
  );

  it('are asked about once, with the rows to look at', async () => {
    expect(await questionOf(text)).toMatchObject({
      ask: 'choice',
      about: 'blank-identifiers',
      heading: 'Primary Identifier',
      previewHeadings: ['Primary Identifier', 'Last Name', 'Role Type'],
      preview: [
        ['jdoe', 'Doe', 'Patron'],
        ['', '', 'Cataloger'],
        ['', '', 'User Manager'],
      ],
    });
  });

  it('are the person above once that is said', async () => {
    const table = await tableOf(text, { choices: { 'blank-identifiers': { 'primary identifier': 'same-as-above' } } });
    expect(
      table.rows.map(({ identifier, name, userGroup, role }) => [identifier, name, userGroup, role?.name]),
    ).toEqual([
      ['jdoe', 'Doe', 'Staff', 'Patron'],
      ['jdoe', 'Doe', 'Staff', 'Cataloger'],
      ['jdoe', 'Doe', 'Staff', 'User Manager'],
      ['asmith', 'Smith', 'Faculty', 'Patron'],
    ]);
    expect(table.unreadRows).toEqual([]);
  });

  it('are listed as missing once that is said, and the roles beside them are doubted', async () => {
    const table = await tableOf(text, { choices: { 'blank-identifiers': { 'Primary Identifier': 'missing' } } });
    expect(usedAndUnread(table)).toEqual({
      used: ['jdoe', 'asmith'],
      unread: [
        [3, 'no-identifier'],
        [4, 'no-identifier'],
      ],
    });
    expect(table.rows.map(({ unreadable }) => unreadable)).toEqual([['roleType'], ['roleType']]);
  });

  const said = { choices: { 'blank-identifiers': { 'Primary Identifier': 'same-as-above' } } } as const;

  it('nobody stands above a row that follows a damaged, a broken or a nameless one', async () => {
    const table = await tableOf(
      lines(
        'Primary Identifier,Last Name,Role Type',
        'jdoe,Doe,Patron',
        ',,Cataloger',
        '4-Mar,Ray,Patron',
        ',,Cataloger',
        'None,,Patron',
        ',,Cataloger',
        '"asmith,Smith,Patron',
        ',,User Manager',
        'bjones,Jones,Patron',
        ',Other,Cataloger',
        ',,Selector',
      ),
      said,
    );
    expect(table.rows.map(({ identifier, role }) => [identifier, role?.name])).toEqual([
      ['jdoe', 'Patron'],
      ['jdoe', 'Cataloger'],
      ['bjones', 'Patron'],
    ]);
    expect(usedAndUnread(table).unread.map(([line]) => line)).toEqual([4, 5, 6, 7, 8, 9, 11, 12]);
  });

  it('a slip in a table that repeats its identifiers is no such row, whatever was said of another file', async () => {
    const rows = [
      'a,Doe,Patron',
      'a,Doe,Cataloger',
      'b,Roe,Patron',
      'b,Roe,Cataloger',
      ',,User Manager',
      'c,Poe,Patron',
    ];
    const table = await tableOf(lines('Primary Identifier,Last Name,Role Type', ...rows), said);
    expect(usedAndUnread(table).unread).toEqual([[6, 'no-identifier']]);
    expect(table.rows.filter(({ unreadable }) => unreadable).map(({ line }) => line)).toEqual([5, 7]);
  });
});

describe('several roles in one row', () => {
  const rolesOf = async (...args: Parameters<typeof tableOf>) =>
    (await tableOf(...args)).rows.map(({ role, moreRoles = [] }) => [role, ...moreRoles].map((one) => one?.name));

  it('commas in a cell are asked about, for some names hold one', async () => {
    const text = lines('Primary Identifier,Role Type', 'a,"Patron, Instructor"', 'b,Patron');
    expect(await questionOf(text)).toMatchObject({
      about: 'several-roles',
      heading: 'Role Type',
      samples: ['Patron, Instructor'],
    });
    expect(await rolesOf(text, { choices: { 'several-roles': { 'Role Type': 'several' } } })).toEqual([
      ['Patron', 'Instructor'],
      ['Patron'],
    ]);
    expect(await rolesOf(text, { choices: { 'several-roles': { 'Role Type': 'one' } } })).toEqual([
      ['Patron, Instructor'],
      ['Patron'],
    ]);
  });

  it.each(['Patron; Instructor', 'Patron|Instructor', '"Patron\nInstructor"', 'Patron;Instructor;'])(
    '%j needs no question',
    async (cell) => {
      expect(await rolesOf(`Primary Identifier,Role Type\na,${cell}\n`)).toEqual([['Patron', 'Instructor']]);
    },
  );

  it.each([
    ...[
      'Patron / Instructor',
      'Patron & Instructor',
      'Patron and Instructor',
      'Patron+Instructor',
      'Patron  Instructor',
    ],
    ...[
      'Patron - Instructor',
      'Patron \u2022 Instructor',
      '"[""Patron"", ""Instructor""]"',
      "\"['Patron', 'Instructor']\"",
    ],
    ...['"{Patron,Instructor}"', 'Patron und Instructor'],
  ])('%s is two roles, for each is a name of its own', async (cell) => {
    const isRoleName = (name: string) => ['Patron', 'Instructor'].includes(name);
    expect(await rolesOf(`Primary Identifier,Role Type\na,${cell}\n`, { isRoleName })).toEqual([
      ['Patron', 'Instructor'],
    ]);
  });

  it.each(['Patron / Lector', 'Acquisitions & Fund Manager', 'Operator - Limited'])(
    '%s stays one name',
    async (cell) => {
      const isRoleName = (name: string) => ['Patron', 'Operator', 'Acquisitions & Fund Manager'].includes(name);
      expect(await rolesOf(`Primary Identifier,Role Type\na,${cell}\n`, { isRoleName })).toEqual([[cell]]);
    },
  );

  it('a list of one is one role', async () => {
    expect(await rolesOf(lines('Primary Identifier,Role Type', "a,['Patron']", 'b,"[]"'))).toEqual([
      ['Patron'],
      [undefined],
    ]);
  });

  it.each([
    ['numbered', 'Primary Identifier,Role 1,Role 2,Role 3'],
    ['of one name', 'Primary Identifier,Role,Role,Role'],
    ['of an API', 'primary_id,user_role[0].role_type.desc,user_role[1].role_type.desc,user_role[2].role_type.desc'],
  ])('a column for each role: %s', async (_says, headings) => {
    expect(await rolesOf(lines(headings, 'a,Patron,Cataloger,', 'b,Patron,,User Manager'))).toEqual([
      ['Patron', 'Cataloger'],
      ['Patron', 'User Manager'],
    ]);
  });

  it('an expiry date that stands once for several roles leaves their state open', async () => {
    const table = await tableOf(
      lines('Primary Identifier,Role Type,Role Expiry Date', 'a,Patron;Cataloger,2026-01-01', 'b,Patron;Cataloger,'),
    );
    expect(
      table.rows.map(({ role, moreRoles }) => [role?.stateUnread, moreRoles?.[0]?.stateUnread, role?.expiryDate]),
    ).toEqual([
      [true, true, undefined],
      [undefined, undefined, null],
    ]);
  });

  it('names and codes as an API has them', async () => {
    const table = await tableOf(
      lines('primary_id,status.value,user_group.desc,role_type.desc,role_type.value', 'a,ACTIVE,Staff,Cataloger,204'),
    );
    expect(table.rows).toMatchObject([
      { identifier: 'a', status: 'ACTIVE', userGroup: 'Staff', role: { name: 'Cataloger', code: '204' } },
    ]);
    const codes = await tableOf(lines('primary_id,role_type.value', 'a,204'));
    expect(codes.rows[0]?.role).toEqual({ name: '204', code: '204' });
  });
});

describe('headings that any list may have', () => {
  it.each([
    ['loans', 'USER,STATUS,LIBRARY,TITLE,DUE DATE', 'jdoe,Active,Main,Dune,2026-01-01'],
    ['loans with a group', 'User,User Group,Title,Library', 'jdoe,Staff,Dune,Main'],
    ['what a tool has done', 'User,Status', 'jdoe,OK'],
    ['what a tool says', 'Primary Identifier,Status,Message', 'jdoe,Failed,not found'],
    ['items', 'Identifier,Name,Status', '123,Dune,Active'],
    ['works', 'Identifiant,Nom,Statut', '123,Dune,Actif'],
    ['headings that nobody knows', 'User Name,Seen', 'jdoe,2026-01-01'],
  ])('%s: asked', async (_says, headings, row) => {
    expect(await questionOf(lines(headings, row))).toMatchObject({ ask: 'mapping' });
  });

  it('and read once they were answered', async () => {
    const table = await tableOf(lines('USER,STATUS', 'jdoe,Active'), {
      mapping: { USER: 'identifier', STATUS: 'status' },
    });
    expect(table.rows).toMatchObject([{ identifier: 'jdoe', status: 'ACTIVE' }]);
  });

  it.each([
    ['User,Last Login', 'jdoe,2026-01-01'],
    ['Primary Identifier,Last Name,Preferred Email', 'jdoe,Doe,x'],
    ['Primary Identifier,Status', 'jdoe,Active'],
    ['User ID,Name,Status', 'jdoe,Doe,Active'],
    ['Identifier,Last Name,Status', 'jdoe,Doe,Active'],
    ['User', 'jdoe'],
  ])('%s: read', async (headings, row) => {
    expect(usedAndUnread(await tableOf(lines(headings, row)))).toEqual({ used: ['jdoe'], unread: [] });
  });
});

describe('totals', () => {
  const rows = async (...all: readonly string[]) => {
    const { rows: kept, leftOut } = await tableOf(
      lines('Name,Primary Identifier,Last Login', 'Doe,jdoe,2026-03-04', ...all),
    );
    return [kept.length - 1, leftOut.map(({ line, reason }) => [line, reason])];
  };

  it.each([
    'Total,,',
    'Total,1,',
    'Grand Total,1,',
    'Total users: 1,,',
    'Gesamt,1,',
    'Gesamtergebnis,1,',
    'Summe,,',
    'Totale,1,',
    'Suma,1,',
    'Total général,1,',
    'Total of all desks,,1',
  ])('%s is a line of totals, and listed', async (line) => {
    if (line.endsWith(',,1')) return expect(await rows('Total of all desks,,')).not.toEqual([0, [[3, 'totals']]]);
    expect(await rows(line)).toEqual([0, [[3, 'totals']]]);
  });

  it.each([
    'Suma Patel,spatel,',
    'Suma Patel,0012345,',
    'Suma Patel,,',
    'Total-Krause,4711,',
    '"Total, Ann",,',
    'Somma Rossi,123,04.03.2026',
    'Totalis,,',
    'Gesamtmann,12,',
  ])('%s is a person', async (line) => {
    const {
      rows: kept,
      unreadRows,
      leftOut,
    } = await tableOf(lines('Name,Primary Identifier,Last Login', 'Doe,jdoe,2026-03-14', line), {
      dateOrders: { 'Last Login': 'dmy' },
    });
    expect(leftOut).toEqual([]);
    expect(kept.length + unreadRows.length).toBe(2);
  });
});

it('every flaw of a row is listed, and the row counts once', async () => {
  const table = await tableOf(
    lines('Primary Identifier,Status,Expiry Date,Purge Date,Role Type', 'a,Sleeping,soon,never,', 'b,Active,,,Patron'),
  );
  expect(table.unreadRows.map(({ line, reason, heading }) => [line, reason, heading])).toEqual([
    [2, 'unknown-word', 'Status'],
    [2, 'unreadable-date', 'Expiry Date'],
    [2, 'unreadable-date', 'Purge Date'],
    [2, 'no-role', 'Role Type'],
  ]);
});
