import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileReading, readFile, type SheetTable } from '../../src/sheets/index.ts';
import { lines, tableOf } from './text-cases.ts';

/** Small files in shapes that real programs write, all people invented; made by others than those who wrote the reader. */
const folder = join(import.meta.dirname, 'shapes');
const reading = (file: string): Promise<FileReading> => readFile(new Blob([readFileSync(join(folder, file))]), file);

async function tablesOf(file: string): Promise<readonly SheetTable[]> {
  const found = await reading(file);
  if (found.state !== 'read') throw new Error(JSON.stringify(found));
  return found.tables;
}

const blank = null;
const unread = undefined;
const staff = [
  ...['0012345', '0023456', '3456789', '12345678901234567', 'jdoe@example.org', 'k07form', 'rich08', 'spaced09'],
  ...['break10', 'merged11', 'merged11', 'bool12'],
];
const patron = (identifier: string, expiryDate?: string | null) => ({
  identifier,
  role: { name: 'Patron' },
  ...(expiryDate === undefined ? {} : { expiryDate }),
});

/** What a right reader makes of each: rows by what matters about them, and line with reason of each that was not read whole. */
const right: Readonly<Record<string, { rows: readonly object[]; unread?: readonly (readonly [number, string])[] }>> = {
  'poi-number.xlsx': { rows: [patron('3456789', '2027-05-06'), patron('0023456', '2027-05-06')] },
  'date-zero.xlsx': {
    rows: [patron('a1', blank), patron('a2', blank), patron('a3'), patron('a4'), patron('a5'), patron('a6')],
    unread: [3, 4, 5, 6].map((nth) => [nth + 1, 'error-cell'] as const),
  },
  'role-expiry-zero.xlsx': {
    rows: [
      { identifier: 'zero', role: { name: 'Cataloger', status: 'ACTIVE', expiryDate: blank } },
      { identifier: 'emptyv', role: { name: 'Cataloger', status: 'ACTIVE', expiryDate: blank } },
      { identifier: 'openpyxl', role: { name: 'Cataloger', status: 'ACTIVE', stateUnread: true } },
      { identifier: 'blank', role: { name: 'Cataloger', status: 'ACTIVE', expiryDate: blank } },
    ],
    unread: [[4, 'error-cell']],
  },
  'openpyxl-formula-date.xlsx': {
    rows: [{ identifier: 'a1', role: { name: 'Cataloger', stateUnread: true } }],
    unread: [[2, 'error-cell']],
  },
  'empty-shared.xlsx': { rows: [{ identifier: 'a1', name: blank, expiryDate: blank }], unread: [[3, 'no-identifier']] },
  'excel2013-1904.xlsx': { rows: [patron('a1', '2027-05-06')] },
  'hidden-last-year.xlsx': { rows: [patron('a1', '2027-01-01')] },
  'literal-formats.xlsx': { rows: [patron('U0012345'), patron('001-23-4567'), patron('0012345')] },
  'name-suma.xlsx': { rows: [{ identifier: 'suma.rao' }, { identifier: 'abe' }] },
  'protected.csv': { rows: staff.map((identifier) => ({ identifier })) },
  'apostrophe.csv': { rows: staff.map((identifier) => ({ identifier })) },
  'ragged-short.csv': {
    rows: staff.map((identifier) => ({ identifier, role: { scope: 'Example University', expiryDate: blank } })),
  },
  'errors.csv': { rows: [], unread: Array.from({ length: 25 }, (_, nth) => [nth + 2, 'damaged-identifier'] as const) },
  'same-row-twice.xlsx': { rows: [patron('a1')] },
  'far-note-other-sheet.xlsx': { rows: [patron('a1', '2027-01-01')] },
  'two-line-header-unmerged.xlsx': { rows: [{ identifier: 'a1', role: { name: 'Patron', status: 'ACTIVE' } }] },
};

describe('files in shapes that real programs write', () => {
  it.each(Object.entries(right))('%s', async (file, { rows, unread: notWhole = [] }) => {
    const [table] = await tablesOf(file);
    expect(table?.rows).toHaveLength(rows.length);
    expect(table?.rows).toMatchObject(rows);
    expect(table?.unreadRows.map(({ line, reason }) => [line, reason])).toEqual(notWhole);
  });

  it('a day that was not read is no blank one', async () => {
    const [table] = await tablesOf('date-zero.xlsx');
    expect(table?.rows.map(({ expiryDate }) => expiryDate)).toEqual([blank, blank, unread, unread, unread, unread]);
    const [roles] = await tablesOf('role-expiry-zero.xlsx');
    expect(roles?.rows[2]?.role).not.toHaveProperty('expiryDate');
  });

  it('two-visible-years.xlsx: a list each', async () => {
    const tables = await tablesOf('two-visible-years.xlsx');
    expect(tables.map(({ sheet, rows }) => [sheet, rows.map(({ identifier }) => identifier)])).toEqual([
      ['2026', ['a1']],
      ['2025', ['a1', 'gone']],
    ]);
  });

  it('hidden-last-year.xlsx and far-note-other-sheet.xlsx: the other sheet is said to be left out', async () => {
    expect(await reading('hidden-last-year.xlsx')).toMatchObject({
      sheets: [{ sheet: '2025', outcome: 'left-out' }, {}],
    });
    expect(await reading('far-note-other-sheet.xlsx')).toMatchObject({ otherSheets: ['Pivot'] });
  });

  it('name-suma.xlsx: what was left out as a line of totals is listed', async () => {
    expect((await tablesOf('name-suma.xlsx'))[0]?.leftOut).toEqual([{ line: 3, reason: 'totals' }]);
  });

  it('two-line-header-unmerged.xlsx: headings of two lines are put together', async () => {
    expect((await tablesOf('two-line-header-unmerged.xlsx'))[0]?.headings.map(({ heading }) => heading)).toEqual([
      'Primary Identifier',
      'Last Name',
      'Role Type',
      'Role Status',
    ]);
  });

  it('rowname.tsv: asked, never shifted', async () => {
    expect(await reading('rowname.tsv')).toMatchObject({ state: 'question', question: { about: 'row-names' } });
  });

  it('ten thousand rows between | are a table', async () => {
    const rows = Array.from({ length: 10_000 }, (_, nth) => `"u${nth}"|"O""Neil"|"Patron"`);
    const table = await tableOf(lines('Primary Identifier|Last Name|Role Type', ...rows));
    expect(table.rows).toHaveLength(10_000);
    expect(table.rows.at(-1)).toMatchObject({ identifier: 'u9999', name: 'O"Neil', role: { name: 'Patron' } });
  });

  it('leaves no file out', () => {
    const elsewhere = ['rowname.tsv', 'two-visible-years.xlsx'];
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(right), ...elsewhere].sort());
  });
});
