#!/usr/bin/env bash
# exceljs 4.4.0 decodes escaped characters (`_x000D_`, ECMA-376 part 1, 22.9.2.19) in shared texts, but not in texts inside cells.
#
# Seen: the same text is "jdoe\r" as a shared text and "jdoe_x000D_" inside its cell. Right: the same in both places, as
# @e965/xlsx 0.20.3 has it. Reports on the Web leave such a line end behind identifiers; "jdoe_x000D_" is nobody.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 @e965/xlsx@0.20.3 fflate@0.8.3
cat >shape.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const open = 'http://schemas.openxmlformats.org/package/2006';
const type = (part, name) =>
  `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
const relation = (id, name, target) => `<Relationship Id="${id}" Type="${office}/${name}" Target="${target}"/>`;

/** A workbook of one sheet; cells of the style 1 are dates. */
export function workbook({ rows, sharedTexts = '', properties = '', code = '0000000' }) {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${open}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${type('worksheets/sheet1', 'worksheet')}${type('styles', 'styles')}${type('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${open}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${open}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="200" formatCode="${code}"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="200" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedTexts}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(xml + text)]))),
  );
}

/** Prints what was seen, and ends with 1 where it is not what was seen before. */
export function expect(what, seen, before) {
  console.log(`${what}: ${JSON.stringify(seen)}`);
  if (JSON.stringify(seen) === JSON.stringify(before)) return;
  console.log(`  changed: was ${JSON.stringify(before)}`);
  process.exitCode = 1;
}
JS
cat >run.mjs <<'JS'
import ExcelJS from 'exceljs';
import * as xlsx from '@e965/xlsx';
import { expect, workbook } from './shape.mjs';

const file = workbook({
  rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>jdoe_x000D_</t></is></c></row>',
  sharedTexts: '<si><t>jdoe_x000D_</t></si>',
});
const book = new ExcelJS.Workbook();
await book.xlsx.load(file);
const sheet = book.worksheets[0];
expect('exceljs, shared and inside', [sheet.getCell('A1').value, sheet.getCell('B1').value], ['jdoe\r', 'jdoe_x000D_']);
const { A1, B1 } = xlsx.read(file).Sheets.Users;
expect('@e965/xlsx, shared and inside', [A1.v, B1.v], ['jdoe\r', 'jdoe\r']);
JS
node run.mjs
