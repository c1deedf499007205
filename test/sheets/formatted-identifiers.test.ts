import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { inlineRow, oddWorkbook } from './odd-workbooks.ts';

const stylesWith = (code: string) =>
  `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="16"/><xf numFmtId="20"/><xf numFmtId="200"/></cellXfs></styleSheet>`;

/** What becomes of an identifier's cell. */
async function identifierOf(cellXml: string, { styles }: { styles: string }): Promise<string> {
  const sheetData = `${inlineRow('Primary Identifier', 'Last Name')}<row>${cellXml}<c t="str"><v>Costa</v></c></row>`;
  const reading = await readFile(oddWorkbook({ sheetData, styles }), 'report.xlsx');
  if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
  const [table] = reading.tables;
  return table?.rows[0]?.identifier ?? table?.unreadRows[0]?.reason ?? 'nothing';
}

describe('an identifier that its format shows as something else is listed, and nobody is made of it', () => {
  it.each([
    ['12345', ';;;'],
    ['1234567', '#,##0'],
    ['1234567', '#,##0.00'],
    ['1234567', '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'],
    ['-1234567', '#,##0 ;(#,##0)'],
    ['1234567', '"$"#,##0'],
    ['1234567', '0%'],
    ['46085', 'yyyy\\-mm\\-dd'],
    ['46085', 'd/m/yy'],
    ['46085', 'd\\-mmm'],
    ['46085', '[$-407]d. mmmm yyyy'],
    ['46085.5', 'yyyy\\-mm\\-dd hh:mm'],
    ['0.5', 'h:mm'],
    ['1.5', '[h]:mm:ss'],
  ])('%s under the format %s', async (value, code) => {
    expect(await identifierOf(`<c s="4"><v>${value}</v></c>`, { styles: stylesWith(code) })).toBe('damaged-identifier');
  });

  it.each([
    '<c s="1"><v>46085</v></c>',
    '<c s="2"><v>46085</v></c>',
    '<c s="3"><v>0.5</v></c>',
    '<c s="1"><v>-3</v></c>',
    '<c t="d"><v>2026-03-04</v></c>',
    '<c t="d"><v>2026-03-04T00:00:00</v></c>',
  ])('a day or a time of day is listed as a damaged identifier: %s', async (cellXml) => {
    expect(await identifierOf(cellXml, { styles: stylesWith('0') })).toBe('damaged-identifier');
  });
});
