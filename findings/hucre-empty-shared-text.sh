#!/usr/bin/env bash
# hucre 1.0.0 gives a text cell without a value the first shared text of the workbook.
#
# Apache POI and others write <c t="s"><v/></c> for an empty text.
# Seen: such a cell holds "cataloger", the text that happens to stand first. Right: nothing, as exceljs 4.4.0 has it.
# In a list of users a person without a role gets the role (or the name, or the identifier) of another one.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hucre@1.0.0 exceljs@4.4.0 fflate@0.8.3
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
import { readXlsx } from 'hucre';
import ExcelJS from 'exceljs';
import { expect, workbook } from './shape.mjs';

const file = workbook({
  rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v/></c><c r="B2" t="s"><v>1</v></c></row>',
  sharedTexts: '<si><t>cataloger</t></si><si><t>jdoe</t></si>',
});
expect('hucre', (await readXlsx(new Uint8Array(file))).sheets[0].rows[1], ['cataloger', 'jdoe']);
const book = new ExcelJS.Workbook();
await book.xlsx.load(file);
expect('exceljs', book.worksheets[0].getCell('A2').value, null);
JS
node run.mjs
