import { strToU8, zipSync } from 'fflate';

/** A cell to write: a text exactly as it stands, a number, or a day as Excel's serial number with a date format. */
export type CellToWrite = string | { number: number } | { serial: number };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them (or makes a line feed of a carriage return), so they have to be named to be written another way
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

const hex = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const xmlText = (text: string): string =>
  text
    .replace(/_x[0-9a-f]{4}_/gi, (shape) => `_x005F${shape}`)
    .replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)
    .replace(unwritable, hex);

/** The letters of a column, from 0: A, B, ... Z, AA. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}

/** A cell with its address: the standard lets it be left out, and several well-known readers refuse a file without. */
function cellXml(cell: CellToWrite, at: string): string {
  if (typeof cell === 'object') {
    return 'number' in cell ? `<c r="${at}"><v>${cell.number}</v></c>` : `<c r="${at}" s="1"><v>${cell.serial}</v></c>`;
  }
  return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts = (sheetXml: string): Record<string, string> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': sheetXml,
});

/** The oldest time a zip can hold; with a fixed one the same rows give the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

/**
 * Writes rows as an `.xlsx`. Every text is written as text (an inline string): nothing in it is ever run as a formula, and
 * identifiers keep their leading zeros and exact spelling without any sign put before them.
 */
export function writeXlsx(rows: Iterable<readonly CellToWrite[]>): Uint8Array {
  const lines: string[] = [];
  for (const cells of rows) {
    const row = lines.length + 1;
    const xml = cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${row}`)).join('');
    lines.push(`<row r="${row}">${xml}</row>`);
  }
  const sheetXml = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
  const files = Object.fromEntries(Object.entries(parts(sheetXml)).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { level: 6, mtime: FIXED_TIME });
}

/** True for a text that a spreadsheet would take for a formula when it opens a CSV file. */
export const looksLikeFormula = (text: string): boolean => /^\s*[=+\-@\t\r]/.test(text);

/** Quotes a cell where commas, quotes or line breaks ask for it, or what a reader could take for another delimiter. */
const csvCell = (text: string): string =>
  /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * Writes rows as CSV: UTF-8 with a byte order mark (so that Excel reads accents right), commas, CRLF. Texts are written
 * exactly as they are: keep those for which `looksLikeFormula` holds out of it, or pass them through `readableCell`.
 */
export const writeCsv = (rows: Iterable<readonly string[]>): string =>
  `\uFEFF${Array.from(rows, (cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;

/** A text for people to read in a spreadsheet: an apostrophe keeps it from being run as a formula. Never for identifiers Alma reads. */
export const readableCell = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);
