import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile, type SheetTable, writeXlsx } from '../../src/sheets/index.ts';
import { inlineRow, oddWorkbook, workbookParts, zipped } from './odd-workbooks.ts';

async function tableOf(blob: Blob): Promise<SheetTable> {
  const reading = await readFile(blob, 'report.xlsx');
  expect(reading).toMatchObject({ state: 'read' });
  if (reading.state !== 'read' || !reading.tables[0]) throw new Error('not read');
  return reading.tables[0];
}

const refusal = async (blob: Blob) => {
  const reading = await readFile(blob, 'report.xlsx');
  return reading.state === 'refused' ? reading.reason : reading.state;
};

const headings = inlineRow('User Name', 'Last Login');
const one = [{ line: 2, identifier: 'jdoe', lastLogin: '2026-03-04' }];

describe('workbooks as programs write them', () => {
  it('reads cells and rows without positions, and inline texts', async () => {
    const table = await tableOf(oddWorkbook({ sheetData: headings + inlineRow('jdoe', '2026-03-04') }));
    expect(table.kind).toBe('staff-login-report');
    expect(table.rows).toEqual(one);
  });

  it('reads tags with a namespace prefix', async () => {
    const sheetData = (headings + inlineRow('jdoe', '2026-03-04')).replace(/<(\/?)(\w)/g, '<$1x:$2');
    expect((await tableOf(oddWorkbook({ prefix: 'x:', sheetData }))).rows).toEqual(one);
  });

  it('reads attributes in either quotes, with spaces, and with signs of tags in them', async () => {
    const sheetData = `${headings}<row r = '2' note="a > b"><c note='/>' r = "A2" t='inlineStr'><is><t>jdoe</t></is></c><c r='B2' t="inlineStr"><is><t>2026-03-04</t></is></c></row>`;
    expect((await tableOf(oddWorkbook({ sheetData }))).rows).toEqual(one);
  });

  it('finds a worksheet by an absolute target', async () => {
    const sheetData = headings + inlineRow('jdoe', '2026-03-04');
    expect((await tableOf(oddWorkbook({ sheetTarget: '/xl/worksheets/sheet1.xml', sheetData }))).rows).toEqual(one);
  });

  it('reads shared, rich and phonetic texts', async () => {
    const sharedTexts =
      '<si><t>User Name</t></si><si><r><t>Last </t></r><r><rPr/><t>Login</t></r></si><si><t>jdoe</t><rPh sb="0" eb="1"><t>XX</t></rPh></si>';
    const sheetData =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><r><t>jd</t></r><r><t>oe</t></r><rPh sb="0" eb="1"><t>YY</t></rPh></is></c><c r="B2" t="str"><f>X</f><v>2026-03-04_x000D_</v></c></row>';
    expect((await tableOf(oddWorkbook({ sheetData, sharedTexts }))).rows).toEqual(one);
    const shared = sheetData.replace(/<c r="A2".*?<\/c>/, '<c r="A2" t="s"><v>2</v></c>');
    expect((await tableOf(oddWorkbook({ sheetData: shared, sharedTexts }))).rows).toEqual(one);
  });

  it.each([
    ['1900', '', 46085],
    ['1904', '<workbookPr date1904="1"/>', 46085 - 1462],
  ])('reads serial days in the %s calendar', async (_, workbookProperties, serial) => {
    const sheetData = `${headings}<row><c t="inlineStr"><is><t>jdoe</t></is></c><c s="1"><v>${serial}.75</v></c></row>`;
    expect((await tableOf(oddWorkbook({ sheetData, workbookProperties }))).rows).toEqual(one);
  });

  it('lists error cells and formulas without a result as unread, and takes formulas with one', async () => {
    const sheetData = `${headings}<row r="2"><c r="A2" t="str"><f>A9</f><v>jdoe</v></c><c r="B2" t="e"><v>#N/A</v></c></row><row r="3"><c r="A3"><f>B1</f></c><c r="B3" t="inlineStr"><is><t>2026-01-01</t></is></c></row>`;
    const table = await tableOf(oddWorkbook({ sheetData }));
    expect(table.rows).toEqual([{ line: 2, identifier: 'jdoe', unreadable: ['lastLogin'] }]);
    expect(table.unreadRows).toEqual([
      { file: 'report.xlsx', sheet: 'Report', line: 2, reason: 'error-cell', heading: 'Last Login', used: 'in-part' },
      { file: 'report.xlsx', sheet: 'Report', line: 3, reason: 'error-cell', heading: 'User Name', used: 'no' },
    ]);
  });

  it('keeps leading zeros that a number format shows, and gives up numbers that Excel has damaged', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const sheetData = `${headings}<row><c s="1"><v>4711</v></c><c/></row><row><c><v>1.2345678901234501E+17</v></c><c/></row><row><c><v>123456</v></c><c/></row>`;
    const table = await tableOf(oddWorkbook({ sheetData, styles }));
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['00004711', '123456']);
    expect(table.unreadRows).toMatchObject([{ line: 3, reason: 'damaged-identifier', used: 'no' }]);
  });

  it('gives nobody what a note says that spans rows and columns', async () => {
    const sheetData =
      inlineRow('Primary Identifier', 'Last Name', 'Role Type') +
      inlineRow('jdoe', 'Doe', 'Cataloger') +
      inlineRow('Confidential, for the library only') +
      inlineRow('');
    const behindSheetData = '<mergeCells><mergeCell ref="A3:C4"/></mergeCells>';
    const table = await tableOf(oddWorkbook({ sheetData, behindSheetData }));
    expect(table.rows).toEqual([{ line: 2, identifier: 'jdoe', name: 'Doe', role: { name: 'Cataloger' } }]);
    expect(table.unreadRows.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'not-a-row'],
      [4, 'not-a-row'],
    ]);
  });

  it('gives the rows under a merged cell what the merged cell says', async () => {
    const sheetData =
      inlineRow('Primary Identifier', 'User Group', 'Role Type') +
      inlineRow('jdoe', 'Staff', 'Cataloger') +
      inlineRow('', '', 'Patron') +
      inlineRow('asmith', 'Faculty', 'Patron');
    const behindSheetData = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>';
    const table = await tableOf(oddWorkbook({ sheetData, behindSheetData }));
    expect(table.unreadRows).toEqual([]);
    expect(table.rows.map(({ identifier, userGroup, role }) => [identifier, userGroup, role?.name])).toEqual([
      ['jdoe', 'Staff', 'Cataloger'],
      ['jdoe', 'Staff', 'Patron'],
      ['asmith', 'Faculty', 'Patron'],
    ]);
  });

  it.each([
    ['Primary Identifier,Last Name,Role,Role', ',,Type,Status'],
    ['Primary Identifier,Last Name,Role,', ',,Type,Role Status'],
    ['Primary Identifier,Last Name,Role,', ',,Type,Status'],
    [',,Role,', 'Primary Identifier,Last Name,Type,Status'],
    ['User,,Role,', 'Primary Identifier,Last Name,Type,Status'],
    [',,Role,Role', 'Primary Identifier,Last Name,Type,Status'],
    ['Primary,Last,Role,Role', 'Identifier,Name,Type,Status'],
  ])(
    'puts headings of two lines together, whichever of them names the identifier: %s over %s',
    async (above, below) => {
      const sheetData = [above, below, 'a1,Costa,Patron,Inactive']
        .map((line) => inlineRow(...line.split(',')))
        .join('');
      expect(await tableOf(oddWorkbook({ sheetData }))).toMatchObject({
        rows: [{ identifier: 'a1', name: 'Costa', role: { name: 'Patron', status: 'INACTIVE' } }],
        unreadRows: [],
      });
    },
  );

  it('looks past titles, blank rows, totals and repeated headings, and counts them', async () => {
    const sheetData = `${inlineRow('Staff Login Report')}<row/>${headings}${inlineRow('jdoe', '2026-03-04')}${headings}${inlineRow('Total', '1')}`;
    const table = await tableOf(oddWorkbook({ sheetData }));
    expect(table.rows).toEqual([{ ...one[0], line: 4 }]);
    expect(table.blankLines).toBe(1);
    expect(table.leftOut.map(({ reason }) => reason)).toEqual(['title', 'repeated-headings', 'totals']);
  });

  it('reads what this product writes, byte for byte the same each time', async () => {
    const rows = [['USERNAME'], ['007'], ['=1+1'], ['a_x000D_b'], ['a<&>b']];
    const bytes = writeXlsx(rows);
    expect(writeXlsx(rows)).toEqual(bytes);
    const table = await tableOf(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['007', '=1+1', 'a_x000D_b', 'a<&>b']);
  });

  it('reads a stored (not packed) workbook', async () => {
    expect(
      (await tableOf(oddWorkbook({ level: 0, sheetData: headings + inlineRow('jdoe', '2026-03-04') }))).rows,
    ).toEqual(one);
  });
});

describe('zip forms', () => {
  const parts = () => workbookParts({ sheetData: headings + inlineRow('jdoe', '2026-03-04') });

  it('reads entries whose local headers say nothing of their sizes (data descriptors)', async () => {
    const bytes = zipSync(parts());
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 3 || bytes[at + 3] !== 4) continue;
      bytes[at + 6] = 8;
      bytes.fill(0, at + 14, at + 26);
    }
    expect((await tableOf(new Blob([bytes as Uint8Array<ArrayBuffer>]))).rows).toEqual(one);
  });

  it('reads Zip64', async () => {
    expect((await tableOf(new Blob([zip64(zipSync(parts()))]))).rows).toEqual(one);
  });

  it('notices a changed byte by the checksum, and a file cut short', async () => {
    const bytes = zipSync(parts(), { level: 0 });
    const at = new TextDecoder('latin1').decode(bytes).indexOf('jdoe');
    const changed = bytes.slice();
    changed[at] = 'k'.charCodeAt(0);
    expect(await refusal(new Blob([changed as Uint8Array<ArrayBuffer>]))).toBe('broken-zip');
    expect(await refusal(new Blob([bytes.slice(0, bytes.length - 60) as Uint8Array<ArrayBuffer>]))).toBe('broken-zip');
  });
});

/** Rewrites the directory of a zip with Zip64 extra fields and end records; entries keep their places. */
function zip64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const old = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const count = old.getUint16(end + 10, true);
  let at = old.getUint32(end + 16, true);
  const out: number[] = [...bytes.slice(0, at)];
  const start = out.length;
  const push = (size: 2 | 4 | 8, value: number) => {
    for (let byte = 0; byte < size; byte += 1) out.push(Number((BigInt(value) >> BigInt(byte * 8)) & 255n));
  };
  for (let entry = 0; entry < count; entry += 1) {
    const nameLength = old.getUint16(at + 28, true);
    const header = [...bytes.slice(at, at + 46)];
    header.splice(20, 8, 255, 255, 255, 255, 255, 255, 255, 255);
    header.splice(30, 2, 28, 0);
    header.splice(42, 4, 255, 255, 255, 255);
    out.push(...header, ...bytes.slice(at + 46, at + 46 + nameLength));
    push(2, 1);
    push(2, 24);
    push(8, old.getUint32(at + 24, true));
    push(8, old.getUint32(at + 20, true));
    push(8, old.getUint32(at + 42, true));
    at += 46 + nameLength + old.getUint16(at + 30, true) + old.getUint16(at + 32, true);
  }
  const place = out.length;
  push(4, 0x06064b50);
  push(8, 44);
  push(2, 45);
  push(2, 45);
  push(4, 0);
  push(4, 0);
  push(8, count);
  push(8, count);
  push(8, place - start);
  push(8, start);
  push(4, 0x07064b50);
  push(4, 0);
  push(8, place);
  push(4, 1);
  push(4, 0x06054b50);
  push(2, 0);
  push(2, 0);
  push(2, 0xffff);
  push(2, 0xffff);
  push(4, 0xffffffff);
  push(4, 0xffffffff);
  push(2, 0);
  return new Uint8Array(out);
}

describe('workbooks that are refused, each for its own reason', () => {
  it.each([
    ['an empty file', new Blob([]), 'empty'],
    [
      'binary Excel',
      new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3])]),
      'old-excel',
    ],
    [
      'a workbook with a password',
      new Blob([
        new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        new Uint8Array([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])),
      ]),
      'password',
    ],
    ['a web page', new Blob(['\n<html><table><tr><td>User Name</td></tr></table></html>']), 'web-page'],
    ['a zip of something else', zipped({ 'form.pdf': strToU8('%PDF-1.7') }), 'not-a-workbook'],
    ['half a zip', new Blob(['PK\u0003\u0004 and nothing']), 'broken-zip'],
    ['a document type declaration', oddWorkbook({ sheetData: '<!DOCTYPE x>' }), 'broken-xml'],
    ['a sheet that stops in a tag', oddWorkbook({ behindSheetData: '<row r="' }), 'broken-xml'],
    ['a cell far to the right', oddWorkbook({ sheetData: '<row><c r="XFD1"><v>1</v></c></row>' }), 'too-many-columns'],
    ['a row far below', oddWorkbook({ sheetData: '<row r="2000000"><c><v>1</v></c></row>' }), 'too-many-rows'],
    ['blank sheets only', oddWorkbook({}), 'empty'],
  ])('%s', async (_, blob, reason) => {
    expect(await refusal(blob)).toBe(reason);
  });

  it('a bomb: stopped while it unpacks', async () => {
    const parts = workbookParts({});
    parts['xl/worksheets/sheet1.xml'] = strToU8(`<x y="${' '.repeat(500_000)}"/>`.repeat(80));
    expect(await refusal(zipped(parts))).toBe('zip-bomb');
  }, 60_000);

  it('a claim of two gigabytes', async () => {
    const bytes = zipSync(workbookParts({ sheetData: headings }));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      const isEntry = view.getUint32(at, true) === 0x02014b50;
      const name = isEntry
        ? new TextDecoder().decode(bytes.slice(at + 46, at + 46 + view.getUint16(at + 28, true)))
        : '';
      if (name.endsWith('sheet1.xml')) view.setUint32(at + 24, 0x80000000, true);
    }
    expect(await refusal(new Blob([bytes as Uint8Array<ArrayBuffer>]))).toBe('too-large');
  });

  it('survives a million empty rows', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join('');
    const table = await tableOf(oddWorkbook({ sheetData: headings + inlineRow('jdoe', '2026-03-04') + rows }));
    expect(table.rows).toEqual(one);
    expect(table.blankLines).toBe(1_000_000);
  }, 60_000);

  it('is cancelled by its signal', async () => {
    const reading = await readFile(oddWorkbook({ sheetData: headings }), 'x', { signal: AbortSignal.abort() });
    expect(reading).toEqual({ state: 'refused', reason: 'cancelled' });
  });
});
