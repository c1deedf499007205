import type { Deed } from './controls.ts';
import type { Look } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { withoutDots } from './naming.ts';
import { linkWithButton, toggle } from './platform.ts';
import { skeletonList } from './skeleton/list.ts';
import { word } from './words.ts';

export interface Cell {
  readonly text: string | null;
  readonly shape?: 'span' | 'link' | 'submit' | 'shortened' | 'switch' | 'icon';
  /** For a switch or an icon: whether it is on. */
  readonly on?: boolean;
  readonly does?: Deed;
  readonly to?: string;
  /** Whether it is a name, beside which a picture opens what else is known of the person (2026 only). */
  readonly popup?: boolean;
}

export interface RowAction {
  /** The key with its dots, as the action's id carries it. */
  readonly key: string;
  readonly label: string;
  readonly does: Deed;
  readonly to?: string;
}

export interface ListRow {
  readonly key: string;
  readonly cells: readonly Cell[];
  readonly actions: readonly RowAction[];
  /** What a click anywhere in the row does, in lists where that is all a row is for. */
  readonly does?: Deed;
}

export interface List {
  readonly id: string;
  readonly look: Look;
  /** The bean path that the id is made of, where that has dots. */
  readonly path?: string;
  readonly columns: readonly { readonly path: string; readonly label: string; readonly sortable?: boolean }[];
  readonly rows: readonly ListRow[];
  /** `first` and `last` are one-based numbers of the rows on screen. */
  readonly counter: { readonly first: number; readonly last: number; readonly of: number } | null;
  readonly pages: number;
  /** The page that is on screen, from 1. */
  readonly page?: number;
  readonly found: string | null;
  /** Whether an empty list says that nothing was found, or says nothing because its rows are still to come. */
  readonly pending?: boolean;
  /** Checkboxes before the rows. */
  readonly selectable?: boolean;
  /** Whether rows can be moved, so that a first column holds their order (2026 only). */
  readonly movable?: boolean;
  /** Links above the list (2026 only; earlier layouts draw them beside it). */
  readonly above?: readonly Html[];
  /** Filters above the list (2026 only). */
  readonly filters?: readonly Html[];
}

/** A list as Alma's classic pages draw it: search field, counter, table with header and cell ids, row menus, pager. */
export function list(given: List): Html {
  if (given.look.layout === '2026') return skeletonList(given);
  return html`<div class="listContainer">${tools(given)}${table(given)}${pager(given)}</div>`;
}

/** An id of the list's own, which the bare family does not have. */
const ownId = (given: List, id: string): string | null => (given.look.ids === 'bare' ? null : id);

function tools(given: List): Html {
  const {
    id,
    look: { language },
    counter,
    found,
  } = given;
  return html`<div class="listTools"><span class="find"><input${attributes({
    id: ownId(given, `find_${id}`),
    type: 'text',
    value: found ?? '',
    'aria-label': word(language, 'find'),
  })}><button${attributes({
    id: ownId(given, `search-go-button-${id}`),
    type: 'button',
    class: 'go',
    'data-does': 'find',
  })}>${word(language, 'find')}</button></span>${
    counter &&
    html`<span class="listNumOfRecords">(${counter.first} - ${counter.last} ${word(language, 'of')} ${counter.of} )</span>`
  }</div>`;
}

function table(given: List): Html {
  const {
    id,
    columns,
    rows,
    look: { language },
  } = given;
  const select = given.selectable ? html`<th class="selectColumn"></th>` : null;
  const heads = columns.map(({ path, label, sortable }) => {
    const headId = ownId(given, `SELENIUM_ID_${id}_HEADER_${withoutDots(path)}`);
    const content = sortable ? html`<a href="#" data-does="sort">${label}</a>` : html`<span>${label}</span>`;
    return html`<th${attributes({ id: headId, scope: 'col' })}>${content}</th>`;
  });
  const none = html`<tr class="noRecords"><td colspan="${columns.length + 2}">${word(language, 'noRecords')}</td></tr>`;
  const hasMenus = rows.some((row) => row.actions.length > 0);
  return html`<div class="tableScroll"><table${attributes({
    id: ownId(given, `TABLE_DATA_${id}`),
    class: 'listTable',
  })}><thead><tr>${select}${heads}${hasMenus && html`<th class="listActionContainer"></th>`}</tr></thead><tbody>${
    rows.length > 0 ? rows.map((row, n) => tableRow(given, row, n)) : !given.pending && none
  }</tbody></table></div>`;
}

function tableRow(given: List, row: ListRow, n: number): Html {
  const select = given.selectable
    ? html`<td class="selectColumn"><input${attributes({ type: 'checkbox', name: tickBoxName(given, n), value: row.key, 'aria-label': row.key })}></td>`
    : null;
  return html`<tr${attributes({ id: ownId(given, `recordContainer${given.id}${row.key}`), class: 'jsRecordContainer', 'data-row': n, 'data-does': row.does })}>${select}${row.cells.map(
    (cell, column) => tableCell(given, cell, n, column),
  )}${row.actions.length > 0 && rowMenu(given, row, n)}</tr>`;
}

/** The name on classic lists was seen, and that on the pages of 2026. */
const tickBoxName = ({ look, id }: List, n: number): string =>
  look.controls === 'platform' ? `pageBean.${id}[${n}].selected` : 'pageBean.selectedResultsList.values';

function tableCell(given: List, cell: Cell, n: number, column: number): Html {
  const name = `SELENIUM_ID_${given.id}_ROW_${n}_COL_${withoutDots(given.columns[column]?.path ?? '')}`;
  return html`<td${attributes({ id: ownId(given, name) })}>${cellContent(given, cell, name, n, column)}</td>`;
}

/** What a cell holds in the layouts before 2026. */
function cellContent(given: List, cell: Cell, name: string, n: number, column: number): Html {
  const text = cell.text === null || cell.text === '' ? '-' : cell.text;
  const acts = { 'data-does': cell.does, 'data-to': cell.to };
  switch (cell.shape) {
    case 'link':
      return html`<a${attributes({ id: ownId(given, `SPAN_${name}`), href: '#', title: text, ...acts })}>${text}</a>`;
    case 'submit':
      return html`<input${attributes({ id: ownId(given, `INPUT_${name}`), type: 'submit', class: 'asText', value: text, ...acts })}>`;
    case 'shortened':
      return html`<span${attributes({ id: ownId(given, `SPAN_${name}`), class: 'labelField', title: text })}>${shortened(text)}</span>`;
    case 'switch':
      if (given.look.controls === 'platform')
        return toggle(
          ownId(given, `pageBean${given.id}${n}${withoutDots(given.columns[column]?.path ?? '')}`),
          cell.on === true,
        );
      return html`<label class="switch"><input${attributes({
        id: ownId(given, `INPUT_${name}`),
        type: 'checkbox',
        role: 'switch',
        checked: cell.on,
        'aria-label': text,
        'data-does': 'toggle',
      })}><span class="slider"></span></label>`;
    default:
      return html`<span${attributes({ id: ownId(given, `SPAN_${name}`), class: 'labelField', title: text === '-' ? null : text })}>${text}</span>`;
  }
}

const shortened = (text: string): string => (text.length > 14 ? `${text.slice(0, 11)}...` : text);

/** The menu is in the document before it is opened; a menu with one entry has no key in its ids. */
function rowMenu(given: List, row: ListRow, n: number): Html {
  const only = row.actions.length === 1;
  const items = row.actions.map((action) => {
    const id = `ROW_ACTION_${given.id}_${n}${only ? '' : `_${action.key}`}`;
    if (given.look.controls === 'platform')
      return html`<li${attributes({ id: ownId(given, id) })}>${linkWithButton(withoutDots(action.key), action.label, action.does, { 'data-to': action.to })}</li>`;
    return html`<li${attributes({ id: ownId(given, id), class: 'rowAction internalRowAction' })}><a${attributes({
      href: '#',
      class: 'submitUrl dropdown-item',
      title: action.label,
      'data-does': action.does,
      'data-to': action.to,
    })}>${action.label}</a></li>`;
  });
  return html`<td class="listActionContainer"><div class="rowActionsContainer"><button${attributes({
    id: ownId(given, `input_${given.id}_${n}`),
    type: 'button',
    class: 'rowMenuButton',
    'aria-haspopup': 'true',
    'aria-expanded': 'false',
    'aria-label': '...',
    'data-does': 'menu',
  })}>•••</button><ul${attributes({ id: ownId(given, `ROW_ACTION_${given.look.controls === 'platform' ? '' : 'LI_'}${given.id}_${n}`), class: 'dropdown-menu internalRowActions' })}>${items}</ul></div></td>`;
}

export function pager(given: List): Html | null {
  if (given.pages < 2) return null;
  const pages = Array.from({ length: Math.min(given.pages, 10) }, (_, n) => n + 1);
  return html`<ul id="PAGING_UL_down" class="pagination">${pages.map(
    (page) =>
      html`<li${attributes({ class: page === (given.page ?? 1) ? 'active' : null })}><a href="#" data-does="page" data-to="${page}">${page}</a></li>`,
  )}</ul>`;
}
