import type { RowListener } from './delimited.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { cellText, type RawCell } from './xlsx-cells.ts';
import { scanPart, type Workbook, type Worksheet } from './xlsx-parts.ts';
import { attribute, type XmlListener } from './xml.ts';

/** A merged range that spans several rows, by its first column; columns and rows from 1. */
export interface MergedRange {
  firstRow: number;
  lastRow: number;
  column: number;
}

/** What a worksheet turned out to be once it was read. */
export interface WorksheetFacts {
  /** Merged ranges over several rows; they stand behind the rows. */
  merged: readonly MergedRange[];
  /** True: rows did not come in order, and those that came too late were not told. */
  disordered: boolean;
  /** Rows with something in them that are hidden (by hand, or by a filter). */
  hiddenRows: number;
}

export interface WorksheetOptions {
  /** What an earlier reading of the same worksheet found out; rows are then filled down, and told in their order. */
  known?: WorksheetFacts;
  /** True: hidden rows are told like others; otherwise they are counted only. */
  withHiddenRows?: boolean;
  signal?: AbortSignal | undefined;
  onBytes?: (bytes: number) => void;
}

/** The attributes of a cell as nearly all programs write them: one look in place of three, for millions of cells. */
const usualCell = /^r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?$/;

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
  const [from, to] = reference.replaceAll('$', '').split(':').map(cellPosition);
  if (!from || !to || to.row <= from.row) return undefined;
  return from.column > limits.columns ? undefined : { firstRow: from.row, lastRow: to.row, column: from.column };
}

/**
 * Gives every cell under a merged cell the text of the merged one, row by row. The cells beside it stay blank: a note that spans the
 * table is one text. Each range is looked at once, however many there are and whatever they cover.
 */
function createFillDown(ranges: readonly MergedRange[]) {
  const byFirstRow = [...ranges].sort((a, b) => a.firstRow - b.firstRow);
  const under: { last: number; text: string }[] = [];
  let next = 0;
  return (row: number, cells: string[]) => {
    for (; next < byFirstRow.length && (byFirstRow[next] as MergedRange).firstRow <= row; next += 1) {
      const range = byFirstRow[next] as MergedRange;
      const text = range.firstRow === row ? (cells[range.column - 1] ?? '') : '';
      under[range.column - 1] = { last: range.lastRow, text };
    }
    under.forEach(({ last, text }, index) => {
      if (row > last || cells[index]) return;
      while (cells.length < index) cells.push('');
      cells[index] = text;
    });
  };
}

interface Row {
  cells: string[];
  hidden: boolean;
}

/** Brings the cells of a worksheet into rows: several `<row>` of one number are one row, and a late one comes in its place. */
class RowAssembler {
  readonly merged: MergedRange[] = [];
  disordered = false;
  hiddenRows = 0;
  private readonly listener: RowListener;
  private readonly fillDown: ReturnType<typeof createFillDown>;
  private readonly withHiddenRows: boolean;
  /** All rows, where they have to be put in order first. */
  private readonly kept: Map<number, Row> | undefined;
  private afterHidden = false;
  private number = 0;
  private current: Row | undefined;

  constructor(listener: RowListener, { known, withHiddenRows = false }: WorksheetOptions) {
    this.listener = listener;
    this.fillDown = createFillDown(known?.merged ?? []);
    this.withHiddenRows = withHiddenRows;
    this.kept = known?.disordered ? new Map() : undefined;
  }

  /** The row of a number; `undefined` when it comes too late. */
  row(number: number): Row | undefined {
    if (number > limits.rows) throw new Refusal('too-many-rows');
    if (this.current && number === this.number) return this.current;
    if (this.kept) return this.keptRow(this.kept, number);
    if (number < this.number) {
      this.disordered = true;
      return undefined;
    }
    this.flush();
    this.number = number;
    this.current = { cells: [], hidden: false };
    return this.current;
  }

  private keptRow(kept: Map<number, Row>, number: number): Row {
    const before = kept.get(number);
    if (before) return before;
    const row = { cells: [], hidden: false };
    kept.set(number, row);
    return row;
  }

  private tell(number: number, { cells, hidden }: Row): void {
    this.fillDown(number, cells);
    if (hidden && cells.length > 0) this.hiddenRows += 1;
    if (hidden && !this.withHiddenRows) {
      this.afterHidden = true;
      return;
    }
    this.listener.row(number, cells, this.afterHidden ? { afterHidden: true } : undefined);
    this.afterHidden = false;
  }

  private flush(): void {
    if (this.current) this.tell(this.number, this.current);
    this.current = undefined;
  }

  end(): void {
    this.flush();
    const kept = [...(this.kept ?? [])].sort(([a], [b]) => a - b);
    for (const [number, row] of kept) this.tell(number, row);
  }
}

/** Reads the elements of a worksheet: cells are put into the rows of the assembler. */
class WorksheetReader implements XmlListener {
  inSheet = false;
  private readonly workbook: Workbook;
  private readonly rows: RowAssembler;
  private rowNumber = 0;
  private rowHidden = false;
  private column = 0;
  private cellRow = 0;
  private cell: RawCell = { type: 'n', style: 0, value: undefined, inline: undefined, formula: false };
  private collecting: 'value' | 'inline' | undefined;
  private phonetic = false;
  private readonly openers: Readonly<Record<string, (attributes: string) => void>> = {
    __proto__: null as never,
    worksheet: () => {
      this.inSheet = true;
    },
    row: (attributes) => this.openRow(attributes),
    c: (attributes) => this.openCell(attributes),
    f: () => {
      this.cell.formula = true;
    },
    v: () => {
      this.cell.value ??= '';
      this.collecting = 'value';
    },
    t: () => {
      if (this.phonetic) return;
      this.cell.inline ??= '';
      this.collecting = 'inline';
    },
    rPh: () => {
      this.phonetic = true;
    },
    mergeCell: (attributes) => {
      const range = mergedRange(attribute(attributes, 'ref') ?? '');
      if (range) this.rows.merged.push(range);
      if (this.rows.merged.length > limits.mergedRanges) throw new Refusal('too-large');
    },
  };

  constructor(workbook: Workbook, rows: RowAssembler) {
    this.workbook = workbook;
    this.rows = rows;
  }

  open(name: string, attributes: string): void {
    this.openers[name]?.(attributes);
  }

  close(name: string): void {
    if (name === 'c') this.endCell();
    else if (name === 'v' || name === 't') this.collecting = undefined;
    else if (name === 'rPh') this.phonetic = false;
  }

  text(raw: string): void {
    if (this.collecting === 'value') this.cell.value += raw;
    else if (this.collecting === 'inline') this.cell.inline += raw;
  }

  private openRow(attributes: string): void {
    const told = Number(attribute(attributes, 'r'));
    this.rowNumber = Number.isInteger(told) && told > 0 ? told : this.rowNumber + 1;
    this.column = 0;
    this.rowHidden = /^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? '');
    const row = this.rows.row(this.rowNumber);
    if (row) row.hidden ||= this.rowHidden;
  }

  private openCell(attributes: string): void {
    const usual = usualCell.exec(attributes);
    const told = cellPosition((usual ? usual[1] : attribute(attributes, 'r')) ?? '');
    this.column = told.column > 0 ? told.column : this.column + 1;
    this.cellRow = told.row > 0 ? told.row : this.rowNumber;
    this.cell = {
      type: (usual ? usual[3] : attribute(attributes, 't')) ?? 'n',
      style: Number((usual ? usual[2] : attribute(attributes, 's')) ?? 0),
      value: undefined,
      inline: undefined,
      formula: false,
    };
  }

  private endCell(): void {
    const text = cellText(this.cell, this.workbook);
    if (text === '') return;
    if (this.column > limits.columns) throw new Refusal('too-many-columns');
    // A cell says for itself where it stands; its row may say nothing.
    this.rowNumber = this.cellRow;
    const row = this.rows.row(this.cellRow);
    if (!row) return;
    row.hidden ||= this.rowHidden;
    while (row.cells.length < this.column - 1) row.cells.push('');
    row.cells[this.column - 1] = text;
  }
}

/**
 * Reads a worksheet row by row. Cells come as `cellText` gives them. When there are merged ranges over several rows, or rows
 * that did not come in order, the caller reads again with the facts that this gives: they are known only at the end.
 */
export async function readWorksheet(
  workbook: Workbook,
  sheet: Worksheet,
  listener: RowListener,
  options: WorksheetOptions,
): Promise<WorksheetFacts> {
  const rows = new RowAssembler(listener, options);
  const reader = new WorksheetReader(workbook, rows);
  const { signal, onBytes } = options;
  const { unpacked } = workbook;
  await scanPart(workbook.blob, sheet.entry, reader, {
    mostBytes: limits.sheetBytes,
    unpacked,
    signal,
    ...(onBytes ? { onBytes } : {}),
  });
  if (!reader.inSheet) throw new Refusal('broken-xml');
  rows.end();
  return { merged: rows.merged, disordered: rows.disordered, hiddenRows: rows.hiddenRows };
}
