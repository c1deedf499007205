import type { Role } from '../../record/index.ts';
import type { Order } from '../dates.ts';
import { hidesItself, isBlank, ownElements, type Shown, shownBy, textOf } from '../elements.ts';
import { codeWords } from '../markup/fields.ts';
import { wordsWith } from '../markup/known.ts';
import { noRecords, noWords, type RoleColumn, yesWords } from '../markup/role-list.ts';
import type { RoleRow } from '../screen.ts';
import { isTranslatedText } from '../translation.ts';
import { dayIn } from './fields.ts';
import { type Column, columnById, type RoleTable } from './role-columns.ts';

/** The rows of the role list as they stand on screen. */
export interface RoleRows {
  readonly rows: readonly RoleRow[];
  /** Rows with something in them that could not be read as a role. */
  readonly unreadable: number;
  /** Rows that are not drawn, or whose number (Alma numbers a list's rows from 0) is left out. */
  readonly heldBack: number;
  /** True when the list itself says that it has no rows. */
  readonly saysNone: boolean;
  /** True when the table has a body at all. */
  readonly drawn: boolean;
}

/** Reads every row of the role list; `order` is the page's order of numeric days. */
export function readRoleRows(list: RoleTable, order: Order | 'contradictory' | undefined): RoleRows {
  const lines = linesOf(list);
  const rows: RoleRow[] = [];
  const numbers: number[] = [];
  const none: Element[] = [];
  let unreadable = 0;
  let hidden = 0;
  for (const line of lines) {
    if (hidesItself(line) || (line.parentElement && hidesItself(line.parentElement))) hidden += 1;
    else if (saysNone(line)) none.push(line);
    else {
      const row = readLine(line, list, order);
      if (row) {
        rows.push(row);
        numbers.push(numberOf(line));
      } else unreadable += 1;
    }
  }
  const isNumbered = numbers.some((number) => number >= 0);
  const distinct = new Set(numbers).size;
  return {
    rows,
    unreadable: unreadable + (isNumbered ? numbers.length - distinct : 0),
    heldBack: hidden + (isNumbered ? Math.max(...numbers) + 1 - distinct : 0),
    saysNone: none.length > 0 && rows.length === 0,
    drawn: list.table.querySelector('tbody') !== null,
  };
}

const linesOf = ({ table }: RoleTable): Element[] =>
  [...table.querySelectorAll('tr')].filter(
    (line) => line.querySelector('td') && !line.querySelector('th[id*="_HEADER_"]'),
  );

const saysNone = (line: Element): boolean => wordsWith(textOf(line), noRecords) !== undefined;

const rowNumber = /_ROW_(\d+)_COL_/;

/** The number that the row's cells have in their ids; -1 where they have none. */
export function numberOf(line: Element): number {
  const cell = line.querySelector('[id*="_ROW_"][id*="_COL_"]');
  const number = cell ? rowNumber.exec(cell.id)?.[1] : undefined;
  return number === undefined ? -1 : Number(number);
}

function readLine(line: Element, list: RoleTable, order: Order | 'contradictory' | undefined): RoleRow | undefined {
  const cell = cellOf('name', line, list);
  const shown = cell && shownInCell(cell);
  if (!cell || !shown || isBlank(shown.text)) return undefined;
  const status = list.columns.status || showsStatus(line) ? statusIn(cellOf('status', line, list)) : undefined;
  if (status === 'unreadable') return undefined;
  const role: Role = { name: shown.text };
  const code = /^\d{1,4}$/.test(shown.code ?? '') ? shown.code : codeIn(cellOf('code', line, list));
  if (code !== undefined) role.code = code;
  if (status !== undefined) role.status = status;
  const scope = textIn(cellOf('scope', line, list));
  if (scope !== undefined) role.scope = scope;
  const expiry = cellOf('expiryDate', line, list);
  const expiryText = expiry && shownInCell(expiry)?.text;
  if (expiryText !== undefined) {
    const day = isBlank(expiryText) ? null : dayIn(expiryText, order);
    if (day === undefined) role.stateUnread = true;
    else role.expiryDate = day;
  }
  return { cell, role };
}

const cellOf = (name: RoleColumn, line: Element, list: RoleTable): Element | undefined =>
  cellIn(line, list.columns[name], list.headerCount);

/** A row's cell by its id, else by the place of the column's header in a row with as many cells as there are headers. */
export function cellIn(
  line: Element,
  column: Pick<Column, 'key' | 'index'> | undefined,
  headerCount: number,
): Element | undefined {
  if (!column) return undefined;
  const cells = [...line.children].filter((cell) => /^t[dh]$/i.test(cell.tagName));
  const keys = cells.map((cell) => cellKey(cell));
  if (column.key !== undefined && keys.some((key) => key !== undefined)) {
    const own = cells.filter((_, at) => keys[at]?.toLowerCase() === column.key?.toLowerCase());
    return own.length === 1 ? own[0] : undefined;
  }
  return cells.length === headerCount ? cells[column.index] : undefined;
}

/** A cell that speaks of a status though no header does: the header is missing, not the status. */
const showsStatus = (line: Element): boolean =>
  [...line.children].some(
    (cell) =>
      columnById(cellKey(cell)) === 'status' ||
      cell.querySelector('[role="switch"]') !== null ||
      wordsWith(textOf(cell), codeWords.status.ACTIVE, codeWords.status.INACTIVE) !== undefined,
  );

function cellKey(cell: Element): string | undefined {
  const holder = cell.id.includes('_COL_') ? cell : cell.querySelector('[id*="_ROW_"][id*="_COL_"]');
  return holder ? /_ROW_\d+_COL_(.+)$/.exec(holder.id)?.[1] : undefined;
}

/** What a cell shows: an input's value, else the text, in full where a title holds what the cell has cut off. */
export function shownInCell(cell: Element): Shown | undefined {
  const button = cell.querySelector('input[type="submit"][id*="_COL_"]');
  if (button) {
    const text = (button.getAttribute('value') ?? '').trim();
    return isTranslatedText(cell) ? { text, translated: true } : { text };
  }
  // Each cell holds one text of its own: two are a redraw that went wrong.
  if (cell.querySelectorAll('[id^="SPAN_"],.labelField').length > 1) return undefined;
  const shown = shownBy(cell);
  if (!shown || shown.code !== undefined || shown.translated) return shown;
  const titles = [...cell.querySelectorAll('span[title]')].filter((span) => !span.closest(ownElements));
  const title = titles.length === 1 ? (titles[0]?.getAttribute('title') ?? '').replace(/\s+/g, ' ').trim() : '';
  if (title === '' || title === shown.text) return shown;
  const cut = shown.text.replace(/\s*(…|\.{3})$/, '');
  return title.startsWith(cut) ? { text: title } : undefined;
}

function textIn(cell: Element | undefined): string | undefined {
  const text = cell && shownInCell(cell)?.text;
  return text === undefined || isBlank(text) ? undefined : text;
}

function codeIn(cell: Element | undefined): string | undefined {
  const text = textIn(cell);
  return text !== undefined && /^\d{1,4}$/.test(text) ? text : undefined;
}

/** A status in words, by code, or as an Active toggle; `unreadable`: none is shown, or something else. */
function statusIn(cell: Element | undefined): Role['status'] | 'unreadable' {
  if (!cell) return 'unreadable';
  const toggles = [...cell.querySelectorAll('input[type="checkbox"],[role="switch"]')];
  if (toggles.length > 1) return 'unreadable';
  const toggle = toggles[0];
  if (toggle) {
    const on =
      toggle.tagName === 'INPUT'
        ? (toggle as HTMLInputElement).checked
        : toggle.getAttribute('aria-checked') === 'true';
    return on ? 'ACTIVE' : 'INACTIVE';
  }
  const shown = shownInCell(cell);
  if (!shown) return 'unreadable';
  const named = statusNamed(shown.text);
  const coded = shown.code === undefined ? undefined : statusNamed(shown.code);
  if (named && coded && named !== coded) return 'unreadable';
  return named ?? coded ?? 'unreadable';
}

function statusNamed(text: string): Role['status'] {
  const { ACTIVE, INACTIVE } = codeWords.status;
  if (wordsWith(text, ACTIVE) || wordsWith(text, yesWords)) return 'ACTIVE';
  return wordsWith(text, INACTIVE) || wordsWith(text, noWords) ? 'INACTIVE' : undefined;
}
