import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { inlineRow, oddWorkbook } from './odd-workbooks.ts';

/** Characters that were looked at, texts that were matched and cells that were set while something is done. */
async function operationsOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const { indexOf, charCodeAt } = String.prototype;
  const { push } = Array.prototype;
  const { exec } = RegExp.prototype;
  const { set } = Map.prototype;
  String.prototype.indexOf = function counted(this: string, sign: string, from = 0) {
    const found = indexOf.call(this, sign, from);
    count += (found === -1 ? this.length : found) - from;
    return found;
  };
  String.prototype.charCodeAt = function counted(this: string, at: number) {
    count += 1;
    return charCodeAt.call(this, at);
  };
  Array.prototype.push = function counted(this: unknown[], ...items: unknown[]) {
    count += items.length;
    return push.apply(this, items);
  };
  RegExp.prototype.exec = function counted(this: RegExp, text: string) {
    count += text.length;
    return exec.call(this, text);
  };
  Map.prototype.set = function counted(this: Map<unknown, unknown>, key: unknown, value: unknown) {
    count += 1;
    return set.call(this, key, value);
  };
  try {
    await work();
  } finally {
    Object.assign(String.prototype, { indexOf, charCodeAt });
    Object.assign(Array.prototype, { push });
    Object.assign(RegExp.prototype, { exec });
    Object.assign(Map.prototype, { set });
  }
  return count;
}

const times = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('');
const text = (place: string, value: string) => `<c r="${place}" t="str"><v>${value}</v></c>`;
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;

/** Worksheets of a size, by what programs fill them with. */
const shapes: Readonly<Record<string, (size: number) => { sheetData: string; behindSheetData?: string }>> = {
  'rows of people': (size) => ({ sheetData: times(size, (at) => row(at + 2, text(`A${at + 2}`, `u${at}`))) }),
  'rows without cells': (size) => ({
    sheetData: times(size, (at) => `<row r="${at + 2}" spans="1:2" ht="12" customHeight="1"/>`),
  }),
  'cells without a value in one row': (size) => ({
    sheetData: row(
      2,
      times(size, () => '<c s="1"/>'),
    ),
  }),
  'cells without a value far to the right': (size) => ({
    sheetData: times(size, (at) => row(at + 2, `<c r="XFD${at + 2}" s="1"/>`)),
  }),
  'cells as far to the right as is read': (size) => ({
    sheetData: times(size / 4, (at) => row(at + 2, text(`A${at + 2}`, `u${at}`) + text(`SR${at + 2}`, 'x'))),
  }),
  'rows far apart': (size) => ({
    sheetData: times(size, (at) => row(at * 250 + 2, text(`A${at * 250 + 2}`, `u${at}`))),
  }),
  'rows of one number': (size) => ({ sheetData: times(size, (at) => row(2, text('A2', `u${at}`))) }),
  'rows from the last to the first': (size) => ({
    sheetData: times(size, (at) => row(size + 2 - at, text(`A${size + 2 - at}`, `u${at}`))),
  }),
  'namespaces declared in each row': (size) => ({
    sheetData: times(size, (at) => `<row xmlns:p${at}="urn:p" r="${at + 2}">${text(`A${at + 2}`, `u${at}`)}</row>`),
  }),
  'comments between the rows': (size) => ({
    sheetData: times(size, (at) => `<!-- > ${at} -->${row(at + 2, text(`A${at + 2}`, `u${at}`))}`),
  }),
  'merged cells, each over two rows': (size) => ({
    sheetData: times(size, (at) => row(at + 2, text(`A${at + 2}`, `u${at}`))),
    behindSheetData: `<mergeCells>${times(size / 2, (at) => `<mergeCell ref="A${2 * at + 2}:D${2 * at + 3}"/>`)}</mergeCells>`,
  }),
  'merged cells, each over the whole sheet': (size) => ({
    sheetData: row(2, text('A2', 'u1')),
    behindSheetData: `<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(size)}</mergeCells>`,
  }),
};

const SIZE = 2000;

describe('a worksheet of twice the size takes twice the work, and no more', () => {
  it.each(Object.entries(shapes))('%s', async (_says, shape) => {
    const heading = inlineRow('Primary Identifier', 'Last Name');
    const work = async (size: number) => {
      const { sheetData, ...behind } = shape(size);
      const blob = oddWorkbook({ sheetData: heading + sheetData, ...behind });
      const outcomes: string[] = [];
      const count = await operationsOf(async () => void outcomes.push((await readFile(blob, 'users.xlsx')).state));
      expect(outcomes).toEqual(['read']);
      return count;
    };
    await work(SIZE / 10);
    const once = await work(SIZE);
    expect(once).toBeGreaterThan(SIZE);
    expect(await work(SIZE * 2)).toBeLessThan(once * 2.3);
  });
});

/** Cells that a search for words, numbers and dates could go through again and again: many such would hold the reader for minutes. */
const LONG = 30_000;
const longCells: Readonly<Record<string, { column: string; cell: string }>> = {
  'a bracket and spaces': { column: 'Role Type', cell: `[${' '.repeat(LONG)}x` },
  'brackets with marks in them': { column: 'Role Type', cell: `[${'\\"'.repeat(LONG / 2)}]` },
  'words and spaces': { column: 'Role Type', cell: `Patron${' '.repeat(LONG)}x` },
  'a number of zeros': { column: 'Primary Identifier', cell: `1.${'0'.repeat(LONG)}x` },
  'a number of nines': { column: 'Primary Identifier', cell: `${'1'.repeat(LONG / 2)}.${'9'.repeat(LONG / 2)}x` },
  'thousands without end': { column: 'Primary Identifier', cell: `1${',111'.repeat(LONG / 4)}x` },
  'an amount without end': { column: 'Primary Identifier', cell: `$${'1'.repeat(LONG)}x` },
  'figures and points': { column: 'Primary Identifier', cell: `${'1.'.repeat(LONG / 2)}x` },
  'a day and spaces': { column: 'Primary Identifier', cell: `2026-03-14${' '.repeat(LONG)}x` },
  'a total and spaces': { column: 'Primary Identifier', cell: `Total${' '.repeat(LONG)}x` },
  'a total and figures': { column: 'Primary Identifier', cell: `Total ${'1 '.repeat(LONG / 2)}x` },
  'a formula of marks': { column: 'Primary Identifier', cell: `="${'""'.repeat(LONG / 2)}x` },
  'marks that are doubled': { column: 'Primary Identifier', cell: `='${'&#'.repeat(LONG / 2)}x?` },
  'a date and spaces': { column: 'Last Login', cell: `2026-03-14${' '.repeat(LONG)}x` },
  'a date and brackets': { column: 'Last Login', cell: `2026-03-14 10:15 ${'('.repeat(LONG)}` },
  'a date and words': { column: 'Last Login', cell: `14 ${'de '.repeat(LONG / 3)}1` },
};

describe('one long cell holds the reader no longer than others do', () => {
  it.each(Object.entries(longCells))('%s', async (_says, { column, cell }) => {
    const columns = ['Primary Identifier', 'Role Type', 'Last Login'];
    const rows = Array.from({ length: 5 }, (_, at) =>
      columns
        .map((one, place) => (one === column ? `"${cell.replaceAll('"', '""')}${at}"` : `u${at}${place}`))
        .join(','),
    );
    const reading = await readFile(
      new Blob([[columns.join(','), ...rows, 'jdoe,Patron,2026-03-14'].join('\n')]),
      'a.csv',
    );
    expect(reading.state).toBe('read');
    if (reading.state === 'read') expect(reading.tables[0]?.rows.at(-1)?.identifier).toBe('jdoe');
  });
});

it('merged cells that lie over one another give what the first cell says, and nothing to the cells beside it', async () => {
  const behindSheetData = `<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(20_000)}</mergeCells>`;
  const sheetData = inlineRow('Primary Identifier', 'Last Name') + inlineRow('a', 'b') + inlineRow('', 'c');
  const reading = await readFile(oddWorkbook({ sheetData, behindSheetData }), 'users.xlsx');
  expect(reading.state === 'read' && reading.tables[0]?.rows).toEqual([
    { line: 2, identifier: 'a', name: 'b' },
    { line: 3, identifier: 'a', name: 'c' },
  ]);
});
