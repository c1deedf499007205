import { readDelimited } from './delimited.ts';
import { likeliestEncoding } from './letters.ts';
import { Refusal } from './refusal.ts';
import type { RefusedReason } from './types.ts';
import { openWorkbook } from './xlsx-parts.ts';
import { readWorksheet } from './xlsx-rows.ts';
import { createXmlScanner, decodeXml } from './xml.ts';

/** A row of one of Alma's code tables: the code, and what it is called in the language in which the table was asked for. */
export interface CodeTableRow {
  readonly code: string;
  readonly description: string;
}

export type CodeTableReading =
  | { readonly state: 'read'; readonly rows: readonly CodeTableRow[] }
  | { readonly state: 'refused'; readonly reason: RefusedReason | 'no-code-table' | 'other-code-table' };

/** A code table has some hundred rows; this is far above any, and quick to hold. */
const mostBytes = 4 * 1024 * 1024;

/** What the two columns are called where a table was saved as a sheet: in Alma's interfaces, and in its languages. */
const headings = {
  code: ['code', 'código', 'codice'],
  // The translation first: beside it, the description is the English one.
  description: [
    'translation',
    'übersetzung',
    'traduction',
    'traducción',
    'traduzione',
    'tradução',
    'description',
  ].concat(['beschreibung', 'descripción', 'descrizione', 'descrição']),
} as const;

/**
 * Reads one of Alma's code tables: the answer of the code-tables interface (`{row: [{code, description, enabled}]}` as JSON or XML), or
 * the table saved as CSV or xlsx with a column of codes and one of descriptions. Never throws for what stands in the file.
 */
export async function readCodeTable(blob: Blob): Promise<CodeTableReading> {
  try {
    if (blob.size === 0) throw new Refusal('empty');
    if (blob.size > mostBytes) throw new Refusal('too-large');
    if (await isOfOtherThings(blob)) return { state: 'refused', reason: 'other-code-table' };
    const rows = (await rowsOf(blob)).filter(({ code, description }) => code !== '' && description !== '');
    return rows.length > 0 ? { state: 'read', rows } : { state: 'refused', reason: 'no-code-table' };
  } catch (problem) {
    if (problem instanceof Refusal) return { state: 'refused', reason: problem.reason };
    if (problem instanceof SyntaxError) return { state: 'refused', reason: 'no-code-table' };
    throw problem;
  }
}

/** Where the answer of the interface names its table, before the rows: the codes of another one mean something else. */
const tableName = /^(?:(?!"row"|<rows?>)[\s\S])*?(?:"name"\s*:\s*(?:\{\s*"value"\s*:\s*)?"([^"]+)"|<name>([^<]+)<)/;

async function isOfOtherThings(blob: Blob): Promise<boolean> {
  const [, inJson, inXml] = tableName.exec(await blob.slice(0, 4096).text()) ?? [];
  const name = inJson ?? inXml;
  return name !== undefined && !/role/i.test(name);
}

async function rowsOf(blob: Blob): Promise<CodeTableRow[]> {
  const start = (await blob.slice(0, 512).text()).replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('PK')) return inSheets(await workbookRows(blob));
  if (/^[{[]/.test(start)) return inJson(JSON.parse((await blob.text()).replace(/^\uFEFF/, '')));
  if (start.startsWith('<')) return inXml(await blob.text());
  return inSheets([await textRows(blob)]);
}

/** The rows wherever they stand: alone, in `row`, or deeper; JSON made of XML has one row as no list. */
function inJson(value: unknown, depth = 0): CodeTableRow[] {
  if (depth > 5 || typeof value !== 'object' || value === null) return [];
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  const row = Array.isArray(value) ? undefined : rowIn(value as Record<string, unknown>);
  return row ? [row] : parts.flatMap((part) => inJson(part, depth + 1));
}

function rowIn(value: Readonly<Record<string, unknown>>): CodeTableRow | undefined {
  const [code, description] = [plainText(value.code), plainText(value.description)];
  return code === undefined || description === undefined ? undefined : { code, description };
}

function plainText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}

function inXml(text: string): CodeTableRow[] {
  const rows: CodeTableRow[] = [];
  let row: Partial<Record<'code' | 'description', string>> | undefined;
  let part: 'code' | 'description' | undefined;
  const scanner = createXmlScanner({
    open(name) {
      if (name === 'row') row = {};
      part = name === 'code' || name === 'description' ? name : undefined;
    },
    close(name) {
      if (name === 'row' && row)
        rows.push({ code: row.code?.trim() ?? '', description: row.description?.trim() ?? '' });
      part = undefined;
    },
    text(raw) {
      if (row && part) row[part] = (row[part] ?? '') + decodeXml(raw);
    },
  });
  scanner.push(text.replace(/^\uFEFF/, ''));
  scanner.end();
  return rows;
}

async function textRows(blob: Blob): Promise<string[][]> {
  const rows: string[][] = [];
  await readDelimited(blob, await likeliestEncoding(blob), listenerInto(rows), {});
  return rows;
}

async function workbookRows(blob: Blob): Promise<string[][][]> {
  const workbook = await openWorkbook(blob);
  const sheets: string[][][] = [];
  for (const sheet of workbook.sheets) {
    const rows: string[][] = [];
    await readWorksheet(workbook, sheet, listenerInto(rows), {});
    sheets.push(rows);
  }
  return sheets;
}

const listenerInto = (rows: string[][]) => ({
  row: (_line: number, cells: readonly string[]) => void rows.push(cells.map((cell) => (cell ?? '').trim())),
  broken: () => undefined,
});

/** The rows below the first line that names both columns; the first sheet that has one is the table. */
function inSheets(sheets: readonly (readonly string[][])[]): CodeTableRow[] {
  for (const rows of sheets) {
    const head = rows.findIndex((cells) => columnsOf(cells) !== undefined);
    const columns = columnsOf(rows[head] ?? []);
    if (!columns) continue;
    return rows.slice(head + 1).map((cells) => ({
      code: cells[columns.code] ?? '',
      description: columns.descriptions.map((at) => cells[at] ?? '').find((text) => text !== '') ?? '',
    }));
  }
  return [];
}

function columnsOf(cells: readonly string[]): { code: number; descriptions: readonly number[] } | undefined {
  const folded = cells.map((cell) => cell.toLowerCase());
  const code = folded.findIndex((cell) => headings.code.includes(cell as (typeof headings.code)[number]));
  const descriptions = headings.description.map((name) => folded.indexOf(name)).filter((at) => at !== -1);
  return code === -1 || descriptions.length === 0 ? undefined : { code, descriptions };
}
