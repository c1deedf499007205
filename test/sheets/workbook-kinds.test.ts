import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileReading, type ReadOptions, readFile, type SheetTable, writeXlsx } from '../../src/sheets/index.ts';
import { limits } from '../../src/sheets/limits.ts';
import { openWorkbook } from '../../src/sheets/xlsx-parts.ts';
import { createXmlScanner } from '../../src/sheets/xml.ts';
import { inlineRow, type OddWorkbook, oddWorkbook, workbookParts, zipped } from './odd-workbooks.ts';

const read = (blob: Blob, options?: ReadOptions) => readFile(blob, 'report.xlsx', options);

async function tableOf(blob: Blob, options?: ReadOptions): Promise<SheetTable> {
  const reading = await read(blob, options);
  if (reading.state !== 'read' || !reading.tables[0]) throw new Error(JSON.stringify(reading));
  return reading.tables[0];
}

const headings = inlineRow('Primary Identifier', 'Last Name', 'Expiry Date');
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const stylesWith = (...codes: string[]) =>
  `<styleSheet><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="16"/><xf numFmtId="20"/>${codes.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`;

/** What becomes of an identifier's cell. */
async function identifierOf(cellXml: string, odd: OddWorkbook = {}): Promise<string> {
  const sheetData = `${headings}<row>${cellXml}${cell('Costa')}<c/></row>`;
  const table = await tableOf(oddWorkbook({ ...odd, sheetData }));
  return table.rows[0]?.identifier ?? table.unreadRows[0]?.reason ?? 'nothing';
}

/** What becomes of an expiry date's cell. */
async function expiryOf(cellXml: string, odd: OddWorkbook = {}) {
  const sheetData = `${headings}<row>${cell('a1')}${cell('Costa')}${cellXml}</row>`;
  const { rows, unreadRows } = await tableOf(oddWorkbook({ ...odd, sheetData }));
  return unreadRows[0]?.reason ?? rows[0]?.expiryDate;
}

describe('identifiers that a spreadsheet holds as numbers', () => {
  it.each([
    ['3456789.0', '', '3456789'],
    ['1.2345E4', '', '12345'],
    ['124599.99999999999', '', '124600'],
    ['0042', '', '42'],
    ['23456.0', '0000000', '0023456'],
    ['12345', '"U"0000000', 'U0012345'],
    ['1234567', '000\\-00\\-0000', '001-23-4567'],
    ['12345', '0000000;-0000000', '0012345'],
    ['-12345', '0000000;-0000000', '-0012345'],
    ['-12345', '0', '-12345'],
    ['12345', '0;[Red]0;"zero"', '12345'],
    ['0', '0;[Red]0;"zero"', 'zero'],
    ['12345', '@', '12345'],
    ['12345', '[>99]00000000;0', '00012345'],
    ['12345', '0 ?/?', 'damaged-identifier'],
    ['12345', '0.00E+00', 'damaged-identifier'],
    ['12345', 'N0', 'damaged-identifier'],
    ['1234567890123456', '', 'damaged-identifier'],
    ['1E400', '', 'damaged-identifier'],
    ['abc', '', 'damaged-identifier'],
    ['0x1F', '', 'damaged-identifier'],
  ])('%s under the format %s is %s', async (value, code, right) => {
    const styles = stylesWith(code);
    expect(await identifierOf(`<c s="4"><v>${value}</v></c>`, { styles })).toBe(right);
  });

  it.each([
    '#N/A',
    '#REF!',
    '#VALUE!',
    '#NV',
    '#BEZUG!',
    '#VALEUR!',
    '#\u00a1REF!',
    '#\u00bfNOMBRE?',
    '#RIF!',
    'Err:502',
    '####',
  ])('the error %s is listed as a damaged identifier', async (error) => {
    expect(await identifierOf(`<c t="e"><v>${error}</v></c>`)).toBe('damaged-identifier');
    expect(await identifierOf(cell(error))).toBe('damaged-identifier');
  });

  it('takes nothing for an error that only begins like one', async () => {
    for (const text of ['#library', '#12', 'error', 'err:5', 'Errol: 502nd'])
      expect(await identifierOf(cell(text))).toBe(text);
  });
});

describe('cells of days', () => {
  it.each([
    ['<c s="1"><v>46513.0</v></c>', '2027-05-06'],
    ['<c s="1"><v>46513.99999</v></c>', '2027-05-06'],
    ['<c s="2"><v>46513</v></c>', '2027-05-06'],
    ['<c s="4"><v>46513</v></c>', '2027-05-06'],
    ['<c t="d"><v>2027-05-06T00:00:00</v></c>', '2027-05-06'],
    ['<c s="1"><v>0</v></c>', null],
    ['<c s="1"><f>VLOOKUP(A2,B:B,1,0)</f><v>0</v></c>', null],
    ['<c s="1"><v></v></c>', null],
    ['<c s="1"><v/></c>', null],
    ['<c t="s"><v/></c>', null],
    ['<c t="s"><v></v></c>', null],
    ['<c t="str"><f>IF(A1="","",B1)</f><v></v></c>', null],
    ['<c s="1"><f>TODAY()+30</f><v></v></c>', 'error-cell'],
    ['<c s="1"><f>TODAY()+30</f><v/></c>', 'error-cell'],
    ['<c s="1"><f>TODAY()+30</f></c>', 'error-cell'],
    ['<c><f>TODAY()+30</f><v></v></c>', 'error-cell'],
    ['<c t="s"><v>99</v></c>', 'error-cell'],
    ['<c s="1"><v>0.5</v></c>', 'error-cell'],
    ['<c s="1"><v>-3</v></c>', 'error-cell'],
    ['<c s="1"><v>9999999</v></c>', 'error-cell'],
    ['<c s="3"><v>0.5</v></c>', 'unreadable-date'],
  ])('%s', async (cellXml, right) => {
    const styles = stylesWith('[$-407]d. mmmm yyyy');
    expect(await expiryOf(cellXml, { styles, sharedTexts: '<si><t>first</t></si>' })).toBe(right);
  });

  it('takes a 0 that nobody worked out for a formula without its result', async () => {
    const workbookProperties = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
    const formula = '<c s="1"><f>TODAY()+30</f><v>0</v></c>';
    expect(await expiryOf(formula, { workbookProperties })).toBe('error-cell');
    expect(await expiryOf('<c s="1"><v>0</v></c>', { workbookProperties })).toBeNull();
  });

  it.each([
    '<workbookPr date1904="1"/><extLst><ext xmlns:x15="urn:x15"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
    '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="urn:ac" url="/a"/></mc:Choice></mc:AlternateContent><workbookPr date1904="true"/>',
    '<x15:workbookPr xmlns:x15="urn:x15" date1904="0"/><workbookPr date1904="1"/>',
  ])('keeps to the 1904 calendar beside extensions: %s', async (workbookProperties) => {
    expect(await expiryOf('<c s="1"><v>45051</v></c>', { workbookProperties })).toBe('2027-05-06');
  });
});

describe('the shape of a worksheet', () => {
  const row = (number: number | undefined, cells: string) => `<row${number ? ` r="${number}"` : ''}>${cells}</row>`;
  const at = (position: string, text: string) => `<c r="${position}" t="str"><v>${text}</v></c>`;

  it('takes several rows of one number for one row', async () => {
    const sheetData =
      row(1, at('A1', 'Primary Identifier')) +
      row(1, at('B1', 'Role Type')) +
      row(2, at('A2', 'a1')) +
      row(2, at('B2', 'Patron'));
    expect((await tableOf(oddWorkbook({ sheetData }))).rows).toEqual([
      { line: 2, identifier: 'a1', role: { name: 'Patron' } },
    ]);
  });

  it('reads cells that say where they stand in rows that do not', async () => {
    const sheetData =
      row(undefined, at('A3', 'Primary Identifier') + at('B3', 'Role Type')) +
      row(undefined, at('A7', 'a1') + at('B7', 'Patron'));
    expect((await tableOf(oddWorkbook({ sheetData }))).rows).toMatchObject([{ line: 7, identifier: 'a1' }]);
  });

  it('reads the same whatever the order of the rows, and into however many pieces they are cut', async () => {
    const lines = Array.from({ length: 6 }, (_, index) => [
      at(`A${index + 2}`, `user${index}`),
      at(`B${index + 2}`, `Role ${index}`),
    ]);
    const pieces = [...lines.flatMap(([a = '', b = ''], index) => [row(index + 2, a), row(index + 2, b)])];
    const head = row(1, at('A1', 'Primary Identifier') + at('B1', 'Role Type'));
    const right = (await tableOf(oddWorkbook({ sheetData: head + pieces.join('') }))).rows;
    expect(right).toHaveLength(6);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([head, ...pieces], { minLength: pieces.length + 1 }), async (shuffled) => {
        expect((await tableOf(oddWorkbook({ sheetData: shuffled.join('') }))).rows).toEqual(right);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the first alternative of an extension to programs that know it', async () => {
    const sheetData = `${headings}<row><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x"><c t="str"><v>no</v></c></mc:Choice><mc:Fallback>${cell('a1')}</mc:Fallback></mc:AlternateContent></row>`;
    expect((await tableOf(oddWorkbook({ sheetData }))).rows).toMatchObject([{ identifier: 'a1' }]);
  });

  it('reads parts in UTF-16 without a mark, as some programs write them', async () => {
    const parts = workbookParts({ sheetData: headings + inlineRow('a1', 'Köhler', '') });
    for (const [name, bytes] of Object.entries(parts)) {
      const codes = [...new TextDecoder().decode(bytes)].flatMap((sign) => [
        sign.charCodeAt(0) >> 8,
        sign.charCodeAt(0) & 255,
      ]);
      parts[name] = new Uint8Array(codes);
    }
    expect((await tableOf(zipped(parts))).rows).toMatchObject([{ identifier: 'a1', name: 'Köhler' }]);
  });

  it('reads the strict edition of the format', async () => {
    const parts = workbookParts({ sheetData: headings + inlineRow('a1', 'Costa', '2027-05-06') });
    for (const [name, bytes] of Object.entries(parts)) {
      const text = new TextDecoder()
        .decode(bytes)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
      parts[name] = new TextEncoder().encode(text);
    }
    expect((await tableOf(zipped(parts))).rows).toMatchObject([{ identifier: 'a1', expiryDate: '2027-05-06' }]);
  });

  it.each([
    ['worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['\\xl\\worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['./worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['../xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['worksheets/my%20sheet.xml', 'xl/worksheets/my sheet.xml'],
    ['worksheets/my%20sheet.xml', 'xl/worksheets/my%20sheet.xml'],
    ['worksheets/Sheet1.xml', 'XL\\Worksheets\\sheet1.XML'],
  ])('finds the worksheet that %s points at as %s', async (sheetTarget, name) => {
    const parts = workbookParts({ sheetData: headings + inlineRow('a1', 'Costa', ''), sheetTarget });
    const { 'xl/worksheets/sheet1.xml': sheet = new Uint8Array(), ...others } = parts;
    expect((await tableOf(zipped({ ...others, [name]: sheet }))).rows).toMatchObject([{ identifier: 'a1' }]);
  });
});

describe('several sheets', () => {
  const roles = (identifier: string) => inlineRow('Primary Identifier', 'Role Type') + inlineRow(identifier, 'Patron');

  function workbook(sheets: readonly { name: string; state?: string; sheetData: string; file?: number }[]): Blob {
    const parts = workbookParts({
      sheets: sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at + 1}"/>`,
        )
        .join(''),
    });
    const relations = sheets
      .map(
        ({ file }, at) =>
          `<Relationship Id="s${at + 1}" Type="x/worksheet" Target="worksheets/sheet${file ?? at + 1}.xml"/>`,
      )
      .join('');
    const encode = (text: string) => new TextEncoder().encode(text);
    parts['xl/_rels/workbook.xml.rels'] = encode(`<Relationships>${relations}</Relationships>`);
    sheets.forEach(({ sheetData }, at) => {
      parts[`xl/worksheets/sheet${at + 1}.xml`] = encode(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`);
    });
    return zipped(parts);
  }

  const outcomes = (reading: FileReading) =>
    (reading.state === 'read' ? reading.sheets : []).map(({ sheet, outcome }) => [sheet, outcome]);
  const people = (reading: FileReading) =>
    (reading.state === 'read' ? reading.tables : []).flatMap(({ rows }) => rows.map(({ identifier }) => identifier));

  it('leaves hidden sheets out and says so, and reads one that a person asks for', async () => {
    const blob = workbook([
      { name: '2026', sheetData: roles('now') },
      { name: '2025', state: 'hidden', sheetData: roles('gone') },
      { name: '2024', state: 'veryHidden', sheetData: roles('long gone') },
    ]);
    const reading = await read(blob);
    expect(people(reading)).toEqual(['now']);
    expect(outcomes(reading)).toEqual([
      ['2026', 'read'],
      ['2025', 'left-out'],
      ['2024', 'left-out'],
    ]);
    expect(people(await read(blob, { sheets: { '2025': { read: true } } }))).toEqual(['now', 'gone']);
    expect(people(await read(blob, { sheets: { '2026': { read: false }, '2025': { read: true } } }))).toEqual(['gone']);
  });

  it('says which sheets were left out where nothing else is there to read', async () => {
    const reading = await read(
      workbook([
        { name: 'Cover', sheetData: '' },
        { name: 'List', state: 'hidden', sheetData: roles('a1') },
      ]),
    );
    expect(reading).toMatchObject({ state: 'read', tables: [] });
    expect(outcomes(reading)).toEqual([
      ['Cover', 'no-list'],
      ['List', 'left-out'],
    ]);
  });

  it('leaves hidden rows out, counts them, and reads them where a person asks for it', async () => {
    const hidden =
      '<row r="3" hidden="1"><c t="str"><v>unseen</v></c><c t="str"><v>Patron</v></c></row><row r="4" hidden="true"/>';
    const blob = workbook([{ name: 'List', sheetData: roles('seen') + hidden }]);
    const reading = await read(blob);
    expect(people(reading)).toEqual(['seen']);
    expect(reading).toMatchObject({ sheets: [{ hiddenRows: 1, hiddenRowsRead: false }] });
    const all = await read(blob, { sheets: { List: { hiddenRows: true } } });
    expect(people(all)).toEqual(['seen', 'unseen']);
    expect(all).toMatchObject({ sheets: [{ hiddenRows: 1, hiddenRowsRead: true }] });
  });

  it('reads the export beside a sheet that is filled far to the right, and says that this one was not read', async () => {
    const far = '<row><c r="ABC1"><v>1</v></c></row>';
    const reading = await read(
      workbook([
        { name: 'Export', sheetData: roles('a1') },
        { name: 'Pivot', sheetData: far },
      ]),
    );
    expect(people(reading)).toEqual(['a1']);
    expect(reading).toMatchObject({ otherSheets: ['Pivot'] });
    expect(outcomes(reading)).toEqual([
      ['Export', 'read'],
      ['Pivot', 'too-many-columns'],
    ]);
    expect(await read(workbook([{ name: 'Pivot', sheetData: far }]))).toEqual({
      state: 'refused',
      reason: 'too-many-columns',
    });
  });

  it('refuses two parts of one name, of which programs show one or the other', async () => {
    const parts = workbookParts({ sheetData: roles('a1') });
    const sheet = parts['xl/worksheets/sheet1.xml'] as Uint8Array;
    expect(await read(zipped({ ...parts, 'xl/worksheets/Sheet1.xml': sheet }))).toEqual({
      state: 'refused',
      reason: 'broken-zip',
    });
  });

  it('reads each part once, however often it is named', async () => {
    const names = Array.from({ length: 300 }, (_, at) => ({
      name: `Sheet ${at}`,
      sheetData: at === 0 ? roles('a1') : '',
      file: 1,
    }));
    const blob = workbook(names);
    expect((await openWorkbook(blob)).sheets).toHaveLength(1);
    expect(people(await read(blob))).toEqual(['a1']);
  });
});

describe('work that grows with the file and no faster', () => {
  it('refuses entries that share their bytes', async () => {
    const parts = workbookParts({ sheetData: headings });
    const bytes = new Uint8Array(await zipped(parts, 0).arrayBuffer());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      view.setUint32(at + 20, bytes.length - 60, true);
      view.setUint32(at + 24, bytes.length - 60, true);
    }
    expect(await read(new Blob([bytes]))).toEqual({ state: 'refused', reason: 'broken-zip' });
  });

  it('counts what the parts of a file unpack to, all together', async () => {
    const workbook = await openWorkbook(oddWorkbook({ sharedTexts: '<si><t>x</t></si>'.repeat(1000) }));
    expect(workbook.unpacked.bytes).toBeGreaterThan(17_000);
    expect(workbook.unpacked.bytes).toBeLessThan(limits.unpackedBytes);
  });

  it('looks at nothing of a tag twice, however many signs of tags and quotes are in it, and however it arrives', () => {
    const opened: string[] = [];
    const xml = `<a><b n="${'>'.repeat(5000)}" m='${'"'.repeat(5000)}' ${'k="v" '.repeat(5000)}/><!-- ${'>-'.repeat(3000)} --><c/></a>`;
    let looked = 0;
    const indexOf = String.prototype.indexOf;
    String.prototype.indexOf = function counted(this: string, sign: string, from = 0) {
      const found = indexOf.call(this, sign, from);
      looked += (found === -1 ? this.length : found) - from;
      return found;
    };
    try {
      const scanner = createXmlScanner({ open: (name) => void opened.push(name), close() {}, text() {} });
      for (let at = 0; at < xml.length; at += 100) scanner.push(xml.slice(at, at + 100));
      scanner.end();
    } finally {
      String.prototype.indexOf = indexOf;
    }
    expect(opened).toEqual(['a', 'b', 'c']);
    expect(looked).toBeLessThan(xml.length * 4);
  });

  it('lets a cancel in while one worksheet is read', async () => {
    const sheetData = headings + inlineRow('a1', 'Costa', '2027-05-06').repeat(60_000);
    const life = new AbortController();
    const begun = read(oddWorkbook({ sheetData }), {
      signal: life.signal,
      onProgress: () => setTimeout(() => life.abort(), 0),
    });
    expect(await begun).toEqual({ state: 'refused', reason: 'cancelled' });
  });
});

it('writes rows and cells that say where they stand', async () => {
  const cells = Array.from({ length: 60 }, (_, at) => `h${at}`);
  const blob = new Blob([writeXlsx([cells, ['a', '', { serial: 46_513 }]]) as Uint8Array<ArrayBuffer>]);
  const workbook = await openWorkbook(blob);
  let xml = '';
  for await (const piece of (await import('../../src/sheets/zip.ts')).unpack(blob, workbook.sheets[0]?.entry as never, {
    mostBytes: 1e6,
  }))
    xml += new TextDecoder().decode(piece);
  expect([...xml.matchAll(/<row r="(\d+)">/g)].map(([, number]) => number)).toEqual(['1', '2']);
  expect(xml).toContain('<c r="Z1"');
  expect(xml).toContain('<c r="AA1"');
  expect(xml).toContain('<c r="BH1"');
  expect(xml).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">a</t></is></c><c r="C2" s="1">');
});
