#!/usr/bin/env bash
# exceljs 4.4.0 and read-excel-file 9.3.17 know the 1904 calendar by `date1904="1"` alone, not by `date1904="true"`.
#
# The attribute is an xsd:boolean (ECMA-376 part 1, 18.2.28): both spellings say the same.
# Seen: day 45051 is 2027-05-06 with "1", and 2023-05-05, four years and a day before, with "true".
# Right: 2027-05-06 for both, as @e965/xlsx 0.20.3 and hucre 1.0.0 have it. In a list of users everybody has expired.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 @e965/xlsx@0.20.3 hucre@1.0.0 fflate@0.8.3
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
import { readSheet } from 'read-excel-file/node';
import * as xlsx from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { expect, workbook } from './shape.mjs';

const right = '2027-05-06T00:00:00.000Z';
const wrong = '2023-05-05T00:00:00.000Z';
for (const said of ['1', 'true']) {
  const file = workbook({
    properties: `<workbookPr date1904="${said}"/>`,
    rows: '<row r="1"><c r="A1" s="1"><v>45051</v></c></row>',
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file);
  expect(`exceljs, ${said}`, book.worksheets[0].getCell('A1').value, said === '1' ? right : wrong);
  expect(`read-excel-file, ${said}`, (await readSheet(file))[0][0], said === '1' ? right : wrong);
  expect(`@e965/xlsx, ${said}`, xlsx.read(file, { cellDates: true }).Sheets.Users.A1.v, right);
  expect(`hucre, ${said}`, (await readXlsx(new Uint8Array(file))).sheets[0].rows[0][0], right);
}
JS
node run.mjs
