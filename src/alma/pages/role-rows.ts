import type { Day, Role } from '../../record/index.ts';
import type { Order } from '../dates.ts';
import { hidesItself, isAside, isBlank, ownElements, type Shown, shownBy, textOf } from '../elements.ts';
import { codeWords } from '../markup/fields.ts';
import { wordsWith } from '../markup/known.ts';
import { noRecords, noWords, type RoleColumn, yesWords } from '../markup/role-list.ts';
import { platformToggleOf, stateShownBy } from '../platform-toggle.ts';
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
  const means = meaningsOf(order);
  const rows: RoleRow[] = [];
  const numbers: number[] = [];
  const none: Element[] = [];
  let unreadable = 0;
  let hidden = 0;
  for (const line of lines) {
    if (hidesItself(line) || (line.parentElement && hidesItself(line.parentElement))) hidden += 1;
    else {
      const row = readLine(line, list, means);
      // The words for no rows are a row's only text: of a role's row only its name could be they.
      if ((!row || means.nothing(row.role.name)) && saysNone(line)) none.push(line);
      else if (row) {
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

/** What the texts of a list's cells mean: the same few stand in thousands of rows, and each is looked up once. */
interface Meanings {
  readonly status: (text: string) => Role['status'];
  readonly day: (text: string) => Day | undefined;
  readonly nothing: (text: string) => boolean;
}

function meaningsOf(order: Order | 'contradictory' | undefined): Meanings {
  return {
    status: once(statusNamed),
    day: once((text) => dayIn(text, order)),
    nothing: once((text) => wordsWith(text, noRecords) !== undefined),
  };
}

function once<T>(find: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    if (!found.has(text)) found.set(text, find(text));
    return found.get(text) as T;
  };
}

const linesOf = ({ table }: RoleTable): Element[] => {
  // A popup in a cell may hold rows of its own.
  const isAlone = table.querySelector('table') === null;
  return [...table.querySelectorAll('tr')].filter(
    (line) =>
      line.querySelector('td') &&
      !line.querySelector('th[id*="_HEADER_"]') &&
      (isAlone || line.closest('table') === table),
  );
};

const saysNone = (line: Element): boolean => wordsWith(textOf(line), noRecords) !== undefined;

const rowNumber = /_ROW_(\d+)_COL_/;

/** The number that the row's cells have in their ids; -1 where they have none. */
export function numberOf(line: Element): number {
  const cell = line.querySelector('[id*="_ROW_"][id*="_COL_"]');
  const number = cell ? rowNumber.exec(cell.id)?.[1] : undefined;
  return number === undefined ? -1 : Number(number);
}

function readLine(line: Element, list: RoleTable, means: Meanings): RoleRow | undefined {
  const cells = cellsOf(line);
  const cellOf = (name: RoleColumn): Element | undefined => cellAmong(cells, list.columns[name], list.headerCount);
  const cell = cellOf('name');
  const shown = cell && shownInCell(cell);
  if (!cell || !shown || isBlank(shown.text)) return undefined;
  const status = list.columns.status || showsStatus(line) ? statusIn(cellOf('status'), means) : undefined;
  if (status === 'unreadable') return undefined;
  const role: Role = { name: shown.text };
  const code = /^\d{1,4}$/.test(shown.code ?? '') ? shown.code : codeIn(cellOf('code'));
  if (code !== undefined) role.code = code;
  if (status !== undefined) role.status = status;
  const scope = textIn(cellOf('scope'));
  if (scope !== undefined) role.scope = scope;
  const expiry = cellOf('expiryDate');
  const expiryText = expiry && shownInCell(expiry)?.text;
  if (expiryText !== undefined) {
    const day = isBlank(expiryText) ? null : means.day(expiryText);
    if (day === undefined) role.stateUnread = true;
    else role.expiryDate = day;
  }
  return { cell, role };
}

/** A row's cells, each with the part of its id that names the column. */
type Cells = readonly { readonly cell: Element; readonly key: string | undefined }[];

const cellsOf = (line: Element): Cells =>
  [...line.children]
    .filter((cell) => /^t[dh]$/i.test(cell.tagName))
    .map((cell) => ({ cell, key: cellKey(cell)?.toLowerCase() }));

/** A row's cell by its id, else by the place of the column's header in a row with as many cells as there are headers. */
export function cellIn(
  line: Element,
  column: Pick<Column, 'key' | 'index'> | undefined,
  headerCount: number,
): Element | undefined {
  return column && cellAmong(cellsOf(line), column, headerCount);
}

function cellAmong(
  cells: Cells,
  column: Pick<Column, 'key' | 'index'> | undefined,
  headerCount: number,
): Element | undefined {
  if (!column) return undefined;
  if (column.key !== undefined && cells.some(({ key }) => key !== undefined)) {
    const sought = column.key.toLowerCase();
    const [own, another] = cells.filter(({ key }) => key === sought);
    return another ? undefined : own?.cell;
  }
  return cells.length === headerCount ? cells[column.index]?.cell : undefined;
}

/** A cell that speaks of a status though no header does: the header is missing, not the status. */
const showsStatus = (line: Element): boolean =>
  [...line.children].some(
    (cell) =>
      columnById(cellKey(cell)) === 'status' ||
      cell.querySelector('[role="switch"],.checkContainer') !== null ||
      [textOf(cell), pictured(cell)].some(
        (text) => wordsWith(text, codeWords.status.ACTIVE, codeWords.status.INACTIVE) !== undefined,
      ),
  );

function cellKey(cell: Element): string | undefined {
  const holder = cell.id.includes('_COL_') ? cell : cell.querySelector('[id*="_ROW_"][id*="_COL_"]');
  return holder ? /_ROW_\d+_COL_(.+)$/.exec(holder.id)?.[1] : undefined;
}

/** What a cell shows: an input's value, else the text, in full where a title holds what the cell has cut off. */
export function shownInCell(cell: Element): Shown | undefined {
  const alone = textAlone(cell);
  if (alone !== undefined) return { text: alone };
  const button = cell.querySelector('input[type="submit"][id*="_COL_"]');
  if (button) {
    const text = (button.getAttribute('value') ?? '').trim();
    return isTranslatedText(cell) ? { text, translated: true } : { text };
  }
  // Each cell holds one text of its own: two are a redraw that went wrong.
  if ([...cell.querySelectorAll('[id^="SPAN_"],.labelField')].filter((span) => !isAside(span)).length > 1)
    return undefined;
  const shown = shownBy(cell);
  if (!shown || shown.code !== undefined || shown.translated) return shown;
  const titles = [...cell.querySelectorAll('span')].filter(
    (span) => hoverOf(span) !== '' && !isAside(span) && !span.closest(ownElements),
  );
  const title = titles.length === 1 && titles[0] ? hoverOf(titles[0]) : '';
  if (title === '') return shown.text === '' ? { text: pictured(cell) } : shown;
  if (shown.text === '') return { text: title };
  // A dash with a title is somebody's value, and none that can be told from nothing.
  if (isBlank(shown.text)) return undefined;
  if (title === shown.text) return shown;
  const cut = shown.text.replace(/\s*(…|\.{3})$/, '');
  return title.startsWith(cut) ? { text: title } : undefined;
}

/** What an element says when it is pointed at; the platform's tooltips move the title into an attribute of their own. */
const hoverOf = (element: Element | null | undefined): string =>
  single(element?.getAttribute('title') || element?.getAttribute('data-original-title') || '');

/** What the one picture of a cell means. */
function pictured(cell: Element): string {
  const [only, another] = cell.querySelectorAll('i.picture');
  return another ? '' : hoverOf(only);
}

/** The text of a cell that holds nothing else, or one span with it, as most do: nothing need be looked for in such a one. */
function textAlone(cell: Element): string | undefined {
  const only = cell.firstElementChild;
  if (isTranslatedText(cell)) return undefined;
  if (only && (only.localName !== 'span' || only.firstElementChild || only.nextElementSibling || hidesItself(only)))
    return undefined;
  const text = single(cell.textContent ?? '');
  const title = hoverOf(only);
  return text !== '' && (title === '' || (title === text && !isBlank(text))) ? text : undefined;
}

const single = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

function textIn(cell: Element | undefined): string | undefined {
  const text = cell && shownInCell(cell)?.text;
  return text === undefined || isBlank(text) ? undefined : text;
}

function codeIn(cell: Element | undefined): string | undefined {
  const text = textIn(cell);
  return text !== undefined && /^\d{1,4}$/.test(text) ? text : undefined;
}

/** A status in words, by code, or as an Active toggle; `unreadable`: none is shown, or something else. */
function statusIn(cell: Element | undefined, means: Meanings): Role['status'] | 'unreadable' {
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
  const ofPlatform = cell.querySelector('.checkContainer');
  if (ofPlatform) return stateOfToggle(ofPlatform) ?? 'unreadable';
  const shown = shownInCell(cell);
  if (!shown) return 'unreadable';
  const named = means.status(shown.text);
  const coded = shown.code === undefined ? undefined : means.status(shown.code);
  if (named && coded && named !== coded) return 'unreadable';
  return named ?? coded ?? 'unreadable';
}

/** What the platform's own toggle shows; nothing where its parts contradict each other, as while it is being switched. */
export function stateOfToggle(part: Element): 'ACTIVE' | 'INACTIVE' | undefined {
  const toggle = platformToggleOf(part);
  const on = toggle && stateShownBy(toggle);
  return on === undefined ? undefined : on ? 'ACTIVE' : 'INACTIVE';
}

function statusNamed(text: string): Role['status'] {
  const { ACTIVE, INACTIVE } = codeWords.status;
  if (wordsWith(text, ACTIVE) || wordsWith(text, yesWords)) return 'ACTIVE';
  return wordsWith(text, INACTIVE) || wordsWith(text, noWords) ? 'INACTIVE' : undefined;
}
