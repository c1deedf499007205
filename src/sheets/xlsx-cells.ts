import { damagedNumber, formulaWithoutResult, unreadableCell } from './cell-marks.ts';
import { serialDay } from './dates.ts';
import { generalNumber } from './shown-number.ts';
import { decodeText, type Workbook } from './xlsx-parts.ts';

/** A cell as it stands in the worksheet's XML. */
export interface RawCell {
  /** The attribute `t`. */
  type: string;
  /** The attribute `s`: the position of its format. */
  style: number;
  /** What stands in `<v>`; `undefined` without one. */
  value: string | undefined;
  /** What stands in `<is>`; `undefined` without one. */
  inline: string | undefined;
  formula: boolean;
}

/** From here on a number has more than 15 digits. */
const FIRST_DAMAGED = 1e15;
/** The last day that Excel's calendar has: 9999-12-31. */
const LAST_SERIAL = 2_958_465;
/** Whole numbers as most programs write them need no further look. */
const plainNumber = /^(?:0|[1-9]\d{0,14})$/;
const anyNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const isoDay = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]*Z?)?$/;

/** A worksheet repeats its days. */
const knownDays = new Map<number, string>();
const MOST_DAYS = 10_000;

/** A day cell: blank for the 0 that a look-up of an empty cell gives; unread where it holds a time without a day. */
function dayText(number: number, dates1904: boolean): string {
  if (number === 0) return '';
  if (!(number >= 1 && number < LAST_SERIAL + 1)) return unreadableCell;
  const key = dates1904 ? -number : number;
  let text = knownDays.get(key);
  if (text === undefined) {
    text = serialDay(number, dates1904) ?? unreadableCell;
    if (knownDays.size >= MOST_DAYS) knownDays.clear();
    knownDays.set(key, text);
  }
  return text;
}

function numberText(raw: string, { style }: RawCell, { styles, dates1904 }: Workbook): string {
  const format = styles[style] ?? { as: 'general' };
  if (format.as === 'general' && plainNumber.test(raw)) return raw;
  if (!anyNumber.test(raw)) return unreadableCell;
  const number = Number(raw);
  if (format.as === 'day') return dayText(number, dates1904);
  if (Math.abs(number) >= FIRST_DAMAGED) return damagedNumber;
  return format.as === 'general' ? generalNumber(number) : (format.show(number) ?? unreadableCell);
}

function sharedText(raw: string, { sharedTexts }: Workbook): string {
  if (raw === '') return '';
  return sharedTexts[Number(raw)] ?? unreadableCell;
}

/**
 * The text of a cell as the spreadsheet shows it, except days: these are `YYYY-MM-DD` whatever the cell's format. What
 * cannot be told for certain is one of the marks of `cell-marks.ts`, never something between.
 */
export function cellText(cell: RawCell, workbook: Workbook): string {
  const { type, value, inline, formula } = cell;
  if (inline !== undefined && (value === undefined || type === 'inlineStr')) return decodeText(inline);
  if (value === undefined) return formula ? formulaWithoutResult : '';
  if (type === 'str' || type === 'inlineStr') return decodeText(value);
  const raw = value.trim();
  if (type === 's') return sharedText(raw, workbook);
  // A program that works nothing out leaves the value out, or writes a 0 and asks the next one to work it out.
  if (formula && (raw === '' || (raw === '0' && workbook.uncalculated))) return formulaWithoutResult;
  if (raw === '' || type === 'e') return raw;
  if (type === 'b') return raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'd') return isoDay.exec(raw)?.[1] ?? raw;
  return numberText(raw, cell, workbook);
}
