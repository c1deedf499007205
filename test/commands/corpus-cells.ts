import { readDelimited } from '../../src/sheets/delimited.ts';
import { likeliestEncoding } from '../../src/sheets/letters.ts';
import { openWorkbook } from '../../src/sheets/xlsx-parts.ts';
import { readWorksheet } from '../../src/sheets/xlsx-rows.ts';

/** A row of cells before anything was made of it. `broken`: the line could not be read as a row. */
export interface CellRow {
  /** The name of the worksheet; `null` for a text file. */
  sheet: string | null;
  line: number;
  cells: readonly string[];
  broken?: true;
}

function listening(sheet: string | null, rows: CellRow[]) {
  return {
    row: (line: number, cells: readonly string[]) => void rows.push({ sheet, line, cells: [...cells] }),
    broken: (line: number) => void rows.push({ sheet, line, cells: [], broken: true }),
  };
}

/** The cells of a workbook or a text file as the reader reads them; nothing of a file that it refuses. */
export async function* cellsOf(file: Blob): AsyncGenerator<CellRow> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const rows: CellRow[] = [];
  try {
    if (head[0] === 0x50 && head[1] === 0x4b) {
      const workbook = await openWorkbook(file);
      for (const sheet of workbook.sheets) {
        // Hidden rows, too: other readers know no others.
        const facts = await readWorksheet(workbook, sheet, { row: () => {}, broken: () => {} }, {});
        const known = { ...facts, merged: [] };
        await readWorksheet(workbook, sheet, listening(sheet.name, rows), { known, withHiddenRows: true });
      }
    } else await readDelimited(file, await likeliestEncoding(file), listening(null, rows), {});
  } catch {
    // What was read until then still stands in `rows`; the file's line says why it was refused.
  }
  yield* rows;
}
