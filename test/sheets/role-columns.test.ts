import { describe, expect, it } from 'vitest';
import { isRoleName, roleTranslations } from '../../src/rules/standards/roles.ts';
import { type ReadOptions, readFile } from '../../src/sheets/index.ts';
import { inlineRow, oddWorkbook } from './odd-workbooks.ts';
import { lines, questionOf, tableOf } from './text-cases.ts';

const said = (choice: 'roles' | 'something-else', heading = 'Patron, Cataloger'): ReadOptions => ({
  isRoleName,
  choices: { 'role-columns': { [heading]: choice } },
});
const text = lines('Primary Identifier,Last Name,Patron,Cataloger', 'jdoe,Doe,X,', 'asmith,Smith,1,Yes');

async function rolesOf(cell: string) {
  const table = await tableOf(
    lines('Primary Identifier,Last Name,Patron,Cataloger', `jdoe,Doe,X,${cell}`),
    said('roles'),
  );
  const [row] = table.rows;
  return { roles: [row?.role, ...(row?.moreRoles ?? [])], unreadable: row?.unreadable, unread: table.unreadRows };
}

describe('a column for each role', () => {
  it('is asked about, with the first rows to look at', async () => {
    expect(await questionOf(text, { isRoleName })).toEqual({
      ask: 'choice',
      about: 'role-columns',
      heading: 'Patron, Cataloger',
      samples: [],
      previewHeadings: ['Primary Identifier', 'Patron', 'Cataloger'],
      preview: [
        ['jdoe', 'X', ''],
        ['asmith', '1', 'Yes'],
      ],
    });
  });

  it('is asked about also where nothing but the identifier stands beside', async () => {
    const bare = lines('Primary Identifier,Patron,Cataloger', 'jdoe,X,');
    expect(await questionOf(bare, { isRoleName })).toMatchObject({ about: 'role-columns' });
    expect((await tableOf(bare, said('roles'))).rows[0]?.role).toEqual({ name: 'Patron' });
  });

  it('is read as roles once that is said', async () => {
    const table = await tableOf(text, said('roles', 'patron, cataloger'));
    expect(table.kind).toBe('analytics-roles');
    expect(table.rows.map(({ role, moreRoles }) => [role, moreRoles])).toEqual([
      [{ name: 'Patron' }, undefined],
      [{ name: 'Patron' }, [{ name: 'Cataloger' }]],
    ]);
    expect(table.unreadRows).toEqual([]);
  });

  it('is left out where it is something else', async () => {
    const table = await tableOf(text, said('something-else'));
    expect(table.kind).toBe('analytics-users');
    expect(table.rows.map(({ role }) => role)).toEqual([undefined, undefined]);
  });

  it.each(['', 'No', '0', '-', 'FALSE', 'Nein', 'n/a'])('%j: the role is not held', async (cell) => {
    expect(await rolesOf(cell)).toEqual({ roles: [{ name: 'Patron' }], unreadable: undefined, unread: [] });
  });

  it.each(['x', 'X', '1', 'yes', 'Ja', 'TRUE', '\u2713', 'Cataloger'])('%j: the role is held', async (cell) => {
    expect((await rolesOf(cell)).roles).toEqual([{ name: 'Patron' }, { name: 'Cataloger' }]);
  });

  it('a word of a status is the state of the role', async () => {
    expect((await rolesOf('Active')).roles[1]).toEqual({ name: 'Cataloger', status: 'ACTIVE' });
    expect((await rolesOf('Inactive')).roles[1]).toEqual({ name: 'Cataloger', status: 'INACTIVE' });
  });

  it.each(['2027-06-30', '30/06/2027', '30-Jun-27'])('%j: held, and in which state is not said', async (cell) => {
    expect((await rolesOf(cell)).roles[1]).toEqual({ name: 'Cataloger', stateUnread: true });
  });

  it.each(['?', 'maybe', '2', '#N/A'])('%j leaves the roles unread, and is listed under its heading', async (cell) => {
    const { unreadable, unread } = await rolesOf(cell);
    expect(unreadable).toEqual(['roleType']);
    expect(unread).toMatchObject([{ line: 2, heading: 'Cataloger', used: 'in-part' }]);
  });

  it('without a mark, and in a row that is cut short, the roles are unread', async () => {
    const heads = 'Primary Identifier,Last Name,Patron,Cataloger';
    const none = await tableOf(lines(heads, 'jdoe,Doe,,'), said('roles'));
    expect(none.unreadRows).toMatchObject([{ line: 2, reason: 'no-role' }]);
    const cut = await tableOf(`${heads}\njdoe,Doe,X`, said('roles'));
    expect(cut.rows[0]?.unreadable).toContain('roleType');
    expect(cut.unreadRows).toMatchObject([{ line: 2, reason: 'broken-row' }]);
  });

  it('translated names are known, one column alone is none, nor is one beside a column of roles', async () => {
    const [one, other] = roleTranslations().map(({ name }) => name);
    const inAnotherLanguage = lines(`Primary ID,Last Name,"${one}","${other}"`, 'a,A,x,x');
    expect(await questionOf(inAnotherLanguage, { isRoleName })).toMatchObject({ heading: `${one}, ${other}` });
    expect((await tableOf(lines('Primary ID,Last Name,Patron', 'a,A,x'), { isRoleName })).kind).toBe('analytics-users');
    const beside = await tableOf(lines('Primary ID,Role,Patron,Cataloger', 'a,Instructor,x,x'), { isRoleName });
    expect(beside.rows[0]?.role?.name).toBe('Instructor');
  });
});

describe('a cancel while rows are typed', () => {
  it('is looked for every few hundred rows behind the last byte, and ends the reading', async () => {
    const ROWS = 6000;
    const many = lines('Primary Identifier,Role Type', ...Array.from({ length: ROWS }, (_, at) => `u${at},Patron`));
    const readWith = async (mostLooks: number) => {
      let [looks, whole] = [0, false];
      const signal = {
        get aborted() {
          if (whole) looks += 1;
          return looks > mostLooks;
        },
      } as AbortSignal;
      const onProgress = (done: number, all: number) => {
        whole = done === all;
      };
      return { reading: await readFile(new Blob([many]), 'x.csv', { signal, onProgress }), looks };
    };
    const { reading, looks } = await readWith(Number.POSITIVE_INFINITY);
    expect(reading.state).toBe('read');
    expect(looks).toBeGreaterThan(ROWS / 500);
    // Long pauses add looks of their own, on a busy machine more of them: half of those that are sure to come.
    expect((await readWith(ROWS / 1000)).reading).toEqual({ state: 'refused', reason: 'cancelled' });
  });
});

describe('columns of roles in a workbook', () => {
  const sheetData = [
    inlineRow('Primary Identifier', 'Patron', 'Cataloger'),
    inlineRow('a1', 'x', ''),
    inlineRow('b2', '', 'maybe'),
  ].join('');

  it('are asked about and read as in a text, a mark that nobody knows among them', async () => {
    const asked = await readFile(oddWorkbook({ sheetData }), 'roles.xlsx', { isRoleName });
    expect(asked).toMatchObject({
      state: 'question',
      question: { about: 'role-columns', heading: 'Patron, Cataloger', sheet: 'Report' },
    });
    const choices = { 'role-columns': { 'Patron, Cataloger': 'roles' } } as const;
    const reading = await readFile(oddWorkbook({ sheetData }), 'roles.xlsx', { isRoleName, choices });
    if (reading.state !== 'read' || !reading.tables[0]) throw new Error(reading.state);
    const [{ kind, rows, unreadRows }] = reading.tables as [(typeof reading.tables)[0]];
    expect(kind).toBe('analytics-roles');
    expect(rows.map(({ identifier, role, unreadable }) => [identifier, role?.name, unreadable])).toEqual([
      ['a1', 'Patron', undefined],
      ['b2', undefined, ['roleType']],
    ]);
    expect(unreadRows).toMatchObject([{ line: 3, reason: 'unknown-word', heading: 'Cataloger' }]);
  });
});
