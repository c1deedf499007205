import { describe, expect, test } from 'vitest';
import { readCodeTable } from '../../src/sheets/code-table.ts';
import { writeCsv, writeXlsx } from '../../src/sheets/index.ts';
import { inlineRow, oddWorkbook } from './odd-workbooks.ts';

const rows = [
  { code: '200', description: 'Lesende' },
  { code: '21', description: 'Personenverwaltung' },
];
const read = { state: 'read', rows };
const readText = (text: string) => readCodeTable(new Blob([text]));

describe('a code table is read', () => {
  test.each([
    [
      'the answer of the interface',
      { name: 'HFrUserRoles.roleType', row: rows.map((row) => ({ ...row, enabled: true })) },
    ],
    ['a list alone', rows],
    ['JSON made of XML', { code_table: { rows: { row: rows } } }],
    ['numbers for codes', { row: [{ code: 200, description: ' Lesende ' }, rows[1]] }],
    [
      'rows without a description',
      { row: [...rows, { code: '26', description: '' }, { code: '50', description: null }] },
    ],
  ])('from JSON: %s', async (_, json) => {
    expect(await readText(JSON.stringify(json))).toEqual(read);
    expect(await readText(`\uFEFF${JSON.stringify(json, null, 2)}`)).toEqual(read);
  });

  test('from JSON with one row as no list', async () => {
    expect(await readText(JSON.stringify({ row: rows[0] }))).toEqual({ state: 'read', rows: [rows[0]] });
  });

  test('from XML, with entities resolved and other elements passed over', async () => {
    const xml = `<?xml version="1.0"?><code_table><name>HFrUserRoles.roleType</name><description>Roles</description><rows>
      <row><code>200</code><description>Lesende</description><default>false</default><enabled>true</enabled></row>
      <row><description>Personen&#118;erwaltung</description><code>21</code></row></rows></code_table>`;
    expect(await readText(xml)).toEqual(read);
  });

  test.each([
    ['commas', 'Code,Description,Default Value\n200,Lesende,No\n21,Personenverwaltung,No\n'],
    ['semicolons and German headings', 'Code;Beschreibung\n200;Lesende\n21;Personenverwaltung\n'],
    ['a title above', 'Code Table HFrUserRoles.roleType\n\nCode,Description\n200,Lesende\n21,Personenverwaltung\n'],
    [
      'the English description beside the translation',
      'Enabled,Code,Description,Translation\n1,200,Patron,Lesende\n1,21,User Manager,Personenverwaltung\n',
    ],
  ])('from CSV with %s', async (_, csv) => expect(await readText(csv)).toEqual(read));

  test('from a workbook, whichever sheet it is on', async () => {
    const cells = [['Code', 'Description'], ...rows.map(({ code, description }) => [code, description])];
    expect(await readCodeTable(new Blob([writeXlsx(cells) as Uint8Array<ArrayBuffer>]))).toEqual(read);
    const sheetData =
      inlineRow('Code', 'Description') + inlineRow('200', 'Lesende') + inlineRow('21', 'Personenverwaltung');
    expect(await readCodeTable(oddWorkbook({ sheetData }))).toEqual(read);
    expect(await readCodeTable(new Blob([writeCsv(cells)]))).toEqual(read);
  });
});

describe('what is no code table is refused', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['a list of identifiers', 'ada@example.org\nben@example.org\n', 'no-code-table'],
    ['JSON of another kind', '{"user": [{"primary_id": "ada"}]}', 'no-code-table'],
    ['broken JSON', '{"row": [', 'no-code-table'],
    ['headings alone', 'Code,Description\n', 'no-code-table'],
    ['an error answer', '<web_service_result><errorsExist>true</errorsExist></web_service_result>', 'no-code-table'],
    ['a document type', '<!DOCTYPE html><html></html>', 'broken-xml'],
  ])('%s', async (_, text, reason) => expect(await readText(text)).toEqual({ state: 'refused', reason }));
});

describe('another code table is refused, whose codes would be taken for roles', () => {
  test.each([
    [
      'JSON',
      JSON.stringify({ name: 'UserGroups', description: 'User Groups', row: [{ code: '21', description: 'Staff' }] }),
    ],
    ['JSON with the name as a value', JSON.stringify({ name: { value: 'UserGroups' }, row: rows })],
    [
      'XML',
      '<code_table><name>UserGroups</name><rows><row><code>21</code><description>Staff</description></row></rows></code_table>',
    ],
  ])('%s', async (_, text) => {
    expect(await readText(text)).toEqual({ state: 'refused', reason: 'other-code-table' });
  });

  test.each(['HFrUserRoles.roleType', 'UserRoles'])('the one of roles is not: %s', async (name) => {
    expect(await readText(JSON.stringify({ name, row: rows }))).toEqual(read);
  });

  test('nor is a name in a row', async () => {
    expect(await readText(JSON.stringify({ row: rows.map((row) => ({ ...row, name: 'UserGroups' })) }))).toEqual(read);
  });
});
