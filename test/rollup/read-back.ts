import { unzipSync } from 'fflate';
import Papa from 'papaparse';

/** The cells of a table, as texts; those that are blank at a row's end may be absent. */
export type SheetRowsRead = string[][];

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The position of a column from its letters. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Reads a workbook as the roll-up writes it: numbers must be numbers, texts inline. */
function workbookRows(bytes: Uint8Array): SheetRowsRead {
  const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, letters = '', type, content = ''] of row.matchAll(/<c r="([A-Z]+)\d+"(.*?)>(.*?)<\/c>/gs)) {
      const text = content.replace(/<[^>]+>/g, '').replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
      if (!type?.includes('inlineStr') && !/^\d+$/.test(text)) throw new Error(`no number: ${text}`);
      cells[columnOf(letters)] = text;
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}

/** Reads back a table that was saved, by another reader than ours where there is one. */
export async function readTable(file: Blob, format: 'csv' | 'xlsx'): Promise<SheetRowsRead> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (format === 'xlsx') return workbookRows(bytes);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}
