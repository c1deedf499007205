import { serialDay } from './dates.ts';
import type { RowListener } from './delimited.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { decodeText, scanPart, type Workbook, type Worksheet } from './xlsx-parts.ts';
import { attribute, type XmlListener } from './xml.ts';

/** A merged range that spans several rows; columns and rows from 1. */
export interface MergedRange {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** Stands in a cell whose formula was saved without its result. Recognised with Excel's own error texts, see `isErrorText`. */
export const formulaWithoutResult = '#FORMULA!';

/** The position `AB12` as column and row, from 1; a part that is missing is 0. */
export function cellPosition(reference: string): { column: number; row: number } {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(reference.slice(at));
  return { column, row: Number.isInteger(row) ? row : 0 };
}

function mergedRange(reference: string): MergedRange | undefined {
  const [from, to] = reference.split(':').map(cellPosition);
  if (!from || !to || to.row <= from.row) return undefined;
  return {
    firstRow: from.row,
    lastRow: to.row,
    firstColumn: from.column,
    lastColumn: Math.min(to.column, limits.columns),
  };
}

/** Gives every cell under a merged cell the text of the merged one, row by row. */
function createFillDown(ranges: readonly MergedRange[]) {
  const byFirstRow = [...ranges].sort((a, b) => a.firstRow - b.firstRow);
  const under: { last: number; text: string }[] = [];
  let next = 0;
  return (row: number, cells: string[]) => {
    for (; next < byFirstRow.length && (byFirstRow[next] as MergedRange).firstRow <= row; next += 1) {
      const range = byFirstRow[next] as MergedRange;
      const text = range.firstRow === row ? (cells[range.firstColumn - 1] ?? '') : '';
      for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
        under[column - 1] = { last: range.lastRow, text };
      }
    }
    under.forEach(({ last, text }, index) => {
      if (row > last || cells[index]) return;
      while (cells.length < index) cells.push('');
      cells[index] = text;
    });
  };
}

/** Stands in a cell with a number of more than the 15 digits that Excel keeps: its last digits are not those of the source. */
export const damagedNumber = '#DIGITS!';
const FIRST_DAMAGED = 1e15;

/** A number as Alma would show it: no exponent, leading zeros where the cell's format asks for them. */
function numberText(raw: string, digits: number): string {
  const number = Number(raw);
  if (Math.abs(number) >= FIRST_DAMAGED) return damagedNumber;
  if (!/e/i.test(raw) || !Number.isFinite(number)) return raw.padStart(digits, '0');
  return Number.isInteger(number) ? BigInt(number).toString() : String(number);
}

/**
 * Reads a worksheet row by row. Cells come as the text that Excel shows, except days: these are `YYYY-MM-DD` whatever the
 * cell's format. Gives the merged ranges over several rows; when there are any that `merged` did not name, the caller reads
 * again with them, since they stand behind the rows.
 */
export async function readWorksheet(
  workbook: Workbook,
  sheet: Worksheet,
  listener: RowListener,
  options: {
    merged?: readonly MergedRange[];
    signal?: AbortSignal | undefined;
    onBytes?: (bytes: number) => void;
  },
): Promise<readonly MergedRange[]> {
  const { sharedTexts, styles, dates1904 } = workbook;
  const fillDown = createFillDown(options.merged ?? []);
  const ranges: MergedRange[] = [];
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let type = '';
  let style = 0;
  let value: string | undefined;
  let inline: string | undefined;
  let formula = false;
  let collecting: 'value' | 'inline' | undefined;
  let phonetic = false;
  let inSheet = false;

  function cellText(): string {
    if (type === 'inlineStr') return decodeText(inline ?? '');
    if (value === undefined) return formula ? formulaWithoutResult : '';
    if (type === 's') return sharedTexts[Number(value)] ?? formulaWithoutResult;
    if (type === 'str') return decodeText(value);
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e' || type === 'd') return value.trim();
    const shown = styles[style] ?? { as: 'number' };
    const raw = value.trim();
    if (shown.as === 'day') return serialDay(Number(raw), dates1904) ?? raw;
    return numberText(raw, shown.as === 'padded' ? shown.digits : 0);
  }

  function endCell(): void {
    const text = cellText();
    if (text === '') return;
    if (column > limits.columns) throw new Refusal('too-many-columns');
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = text;
  }

  const openers: Readonly<Record<string, (attributes: string) => void>> = {
    __proto__: null as never,
    row(attributes) {
      const told = Number(attribute(attributes, 'r'));
      row = told > row ? told : row + 1;
      if (row > limits.rows) throw new Refusal('too-many-rows');
      column = 0;
      cells = [];
    },
    c(attributes) {
      const told = cellPosition(attribute(attributes, 'r') ?? '').column;
      column = told > 0 ? told : column + 1;
      type = attribute(attributes, 't') ?? 'n';
      style = Number(attribute(attributes, 's') ?? 0);
      value = undefined;
      inline = undefined;
      formula = false;
    },
    f() {
      formula = true;
    },
    v() {
      value = '';
      collecting = 'value';
    },
    t() {
      if (phonetic) return;
      inline ??= '';
      collecting = 'inline';
    },
    rPh() {
      phonetic = true;
    },
    mergeCell(attributes) {
      const range = mergedRange(attribute(attributes, 'ref') ?? '');
      if (range) ranges.push(range);
      if (ranges.length > limits.mergedRanges) throw new Refusal('too-large');
    },
    worksheet() {
      inSheet = true;
    },
  };

  const xml: XmlListener = {
    open: (name, attributes) => openers[name]?.(attributes),
    close(name) {
      if (name === 'c') endCell();
      else if (name === 'v' || name === 't') collecting = undefined;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'row') {
        fillDown(row, cells);
        listener.row(row, cells);
      }
    },
    text(raw) {
      if (collecting === 'value') value += raw;
      else if (collecting === 'inline') inline += raw;
    },
  };
  await scanPart(workbook.blob, sheet.entry, xml, { ...options, mostBytes: limits.sheetBytes });
  if (!inSheet) throw new Refusal('broken-xml');
  return ranges;
}
