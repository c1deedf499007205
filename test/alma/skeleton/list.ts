import { attributes, type Html, html } from '../html.ts';
import { type Cell, type List, type ListRow, pager } from '../list.ts';
import { withoutDots } from '../naming.ts';
import { linkWithButton, toggle } from '../platform.ts';
import { word } from '../words.ts';

/**
 * A list as the page generator of 2026 draws it: one box that holds counters, tools, filters and the table; with no rows there is no table.
 * The box's id and those of rows and row numbers keep the dots of the list's path, all others lose them.
 */
export function skeletonList(given: List): Html {
  const isEmpty = given.rows.length === 0 && !given.pending;
  return html`<div${attributes({ id: ownId(given, given.path ?? given.id), class: 'almaList listTypeTable' })}>${upperActions(given, isEmpty)}${filters(given)}${
    isEmpty ? nothingHere(given) : table(given)
  }${pager(given)}</div>`;
}

/** An id of the list's own, which the bare family does not have. */
const ownId = (given: List, id: string): string | null => (given.look.ids === 'bare' ? null : id);

function upperActions(given: List, isEmpty: boolean): Html {
  const { id, counter } = given;
  const text =
    counter &&
    !isEmpty &&
    html`<span${attributes({ id: ownId(given, `PAGINATION_up_${id}_records`), class: 'listNumOfRecords margin0', 'data-listcount': counter.of })}>${counter.first} - ${counter.last} ${word(given.look.language, 'of')} ${counter.of} </span>`;
  const hidden = (suffix: string, name: string | null, content: string) =>
    html`<span${attributes({ id: ownId(given, `${id}_${suffix}`), class: name })}>${content}</span>`;
  return html`<div class="upperActions"><div class="upperActionsLeft">${text}${hidden('record_count', 'recordCount hide', recordCount(given))}${hidden(
    'list_size',
    'recordCount hide',
    '',
  )}${hidden('export_bulk_size', 'hide', '')}</div><div class="upperActionsRight"><ul${attributes({ id: ownId(given, `ADD_HIDERADIO_UPPERACTIONS_up_${id}`), class: 'listTools' })}>${given.above}</ul><div class="tableSearch">${given.found !== null && inListSearch(given, given.found)}</div></div></div>`;
}

/** What the hidden number says. */
function recordCount({ rows, counter, pending, look: { skeleton } }: List): string {
  const all = counter?.of ?? rows.length;
  switch (skeleton.recordCount) {
    case 'absent':
      return '';
    case 'more':
      return String(all + 3);
    case 'on-screen':
      return String(pending ? all : rows.length);
    default:
      return String(all);
  }
}

/** No list of the saved pages could be searched: the form is that of earlier layouts. */
const inListSearch = (given: List, found: string): Html =>
  html`<span class="find"><input${attributes({ id: ownId(given, `find_${given.id}`), type: 'text', value: found, 'aria-label': word(given.look.language, 'find') })}><button${attributes(
    { id: ownId(given, `search-go-button-${given.id}`), type: 'button', class: 'go', 'data-does': 'find' },
  )}>${word(given.look.language, 'find')}</button></span>`;

const filters = ({ filters: all = [] }: List): Html | null =>
  all.length === 0
    ? null
    : html`<div class="tableFilters"><fieldset>${all.map((filter) => html`<div class="tableFilter">${filter}</div>`)}</fieldset></div>`;

/** What stands in the place of a table without rows. */
const nothingHere = (given: List): Html =>
  html`<div class="typeC2 lightGreyBg"><div class="font26"><i class="fa fa-list-alt"></i></div><div>${word(given.look.language, 'noRecords')}</div></div>`;

/** The columns that stand before and after those of the list: order, number, tick box, menu. */
interface Special {
  readonly move: boolean;
  readonly tick: boolean;
  readonly menu: boolean;
}

function table(given: List): Html {
  const { id, rows, columns } = given;
  const special: Special = {
    move: given.movable === true,
    tick: given.selectable === true,
    menu: rows.some((row) => row.actions.length > 0),
  };
  const label = (suffix: string) =>
    html`<label${attributes({ class: 'sr-only', id: ownId(given, `${id}${suffix}_label`) })}> </label>`;
  const heads = columns.map(({ path, label: text, sortable }) => dataHead(given, path, text, sortable === true));
  const drawnRows = rows.map((row, n) => tableRow(given, row, n, special));
  return html`<div class="typeD">${label('Numbers')}<table${attributes({ id: ownId(given, `TABLE_DATA_${id}`), class: `jsList table table-striped table-hover${special.move ? ' jsDraggableRowsList' : ''}`, border: 0 })}><thead class="tableFloatingHeaderOriginal"><tr>${
    special.move && specialHead(given, 'order', 'draggableColumn')
  }${specialHead(given, 'Numbers', 'numberColumn')}${special.tick && dataHead(given, 'selected', null, false)}${heads}${
    special.menu && specialHead(given, 'actionsColumn', 'listActionContainer')
  }</tr></thead><tbody>${drawnRows}</tbody></table></div>`;
}

const specialHead = (given: List, suffix: string, name: string): Html =>
  html`<th${attributes({
    id: ownId(given, `${given.id}${suffix}`),
    class: name,
    'aria-labelledby': suffix === 'Numbers' ? ownId(given, `${given.id}Numbers_label`) : null,
    'data-noresize': suffix === 'actionsColumn' ? '' : null,
  })}></th>`;

/** A column without a label says so in its title. */
function dataHead(given: List, path: string, text: string | null, isSortable: boolean): Html {
  const all = attributes({
    id: ownId(given, `SELENIUM_ID_${given.id}_HEADER_${withoutDots(path)}`),
    class: 'dragHandler',
    scope: 'col',
    title: text ?? '??????',
    alt: text ?? '??????',
  });
  const content =
    text === null
      ? html`&nbsp;`
      : isSortable
        ? html`<a href="#" data-does="sort">${text}</a>`
        : html`
\t\t${text}
\t\t`;
  return html`<th${all}>${content}</th>`;
}

function tableRow(given: List, row: ListRow, n: number, special: Special): Html {
  const path = given.path ?? given.id;
  const all = attributes({
    id: ownId(given, `recordContainer${path}${row.key}`),
    class: `${n % 2 === 0 ? 'odd' : 'even'} jsRecordContainer`,
    'data-row': n,
    'data-does': row.does,
  });
  const order =
    special.move &&
    html`<td class="draggable"><input${attributes({ type: 'text', class: 'rowOrder', name: `pageBean.${path}[${n}].order`, value: n + 1, 'aria-label': '↕' })}></td>`;
  const number = html`<td${attributes({ class: 'tableListNumeration number', id: ownId(given, `numCell${path}${row.key}${n}`) })}>${n + 1}</td>`;
  return html`<tr${all}>${order}${number}${special.tick && tickCell(given, n, path)}${row.cells.map((cell, column) =>
    tableCell(given, cell, n, column),
  )}${special.menu && rowMenu(given, row, n)}</tr>`;
}

/** The box's value is `true` whatever the row is; a hidden twin of the same name says `false`. */
function tickCell(given: List, n: number, path: string): Html {
  const name = `pageBean.${path}[${n}].selected`;
  const box = attributes({
    type: 'checkbox',
    id: ownId(given, `pageBean${given.id}${n}selected`),
    name,
    value: 'true',
    title: 'false',
  });
  return html`<td${attributes({ id: ownId(given, `SELENIUM_ID_${given.id}_ROW_${n}_COL_selected`), class: 'center' })}><div class="single-checkbox"><input${box}></div><input${attributes({ type: 'hidden', name, value: 'false' })}></td>`;
}

function tableCell(given: List, cell: Cell, n: number, column: number): Html {
  const path = withoutDots(given.columns[column]?.path ?? '');
  const name = `SELENIUM_ID_${given.id}_ROW_${n}_COL_${path}`;
  const isPicture = cell.shape === 'switch' || cell.shape === 'icon';
  return html`<td${attributes({ id: ownId(given, name), class: isPicture ? 'center picture' : null })}>${cellContent(given, cell, name, `pageBean${given.id}${n}${path}`)}${
    cell.popup && given.look.skeleton.popups !== 'none' && popup(given, name)
  }</td>`;
}

function cellContent(given: List, cell: Cell, name: string, fieldId: string): Html | null {
  const text = cell.text === null || cell.text === '' ? null : cell.text;
  const acts = { 'data-does': cell.does, 'data-to': cell.to };
  switch (cell.shape) {
    case 'link':
      return html`<a${attributes({ id: ownId(given, `INPUT_${name}`), class: 'sel-id-LINK_null', href: '#', title: text, ...acts })}>${text ?? '-'}</a>`;
    case 'submit':
      return html`<input${attributes({ id: ownId(given, `INPUT_${name}`), type: 'submit', class: 'asText', value: text ?? '-', ...acts })}>`;
    case 'switch':
      return toggle(ownId(given, fieldId), cell.on === true);
    case 'icon':
      return text === null
        ? null
        : html`<i${attributes({ class: 'icon picture jsToolTip', id: ownId(given, fieldId), title: '', 'data-original-title': text })}></i>`;
    default: {
      const shown = cell.shape === 'shortened' && text !== null && text.length > 14 ? `${text.slice(0, 11)}...` : text;
      return html`<span${attributes({ id: ownId(given, `SPAN_${name}`), class: 'labelField', dir: '', title: text })}>${shown ?? '-'}</span>`;
    }
  }
}

/** What a click on the picture opens; once it has been opened, its content stays in the cell. */
function popup(given: List, name: string): Html {
  const content =
    given.look.skeleton.popups === 'filled' &&
    html`<h4>${word(given.look.language, 'userInformation')}</h4><span class="labelField">${word(given.look.language, 'status')}: ${word(given.look.language, 'INACTIVE')}</span>`;
  return html`<a class="listPopupRight" href="#" data-does="nothing"><img${attributes({ id: ownId(given, `POPUP_IMG_${name}`), alt: '', src: '/infra/images/info.png?version=February2026' })}></a><div${attributes(
    { id: ownId(given, `POPUP_DIV_${name}`), class: `popInfoContainer jsCloseableContainer${content ? '' : ' hide'}` },
  )}>${content}</div>`;
}

/** The menu's holder is the `ul`; every entry's id ends in its key. */
function rowMenu(given: List, row: ListRow, n: number): Html {
  const opener = `input_${given.id}_${n}`;
  const button = attributes({
    id: ownId(given, opener),
    type: 'button',
    class: 'rowMenuButton jsCloseableContainerOpener',
    'data-toggle': 'dropdown',
    'aria-haspopup': 'true',
    'aria-expanded': 'false',
    'aria-label': '...',
    title: '...',
    'data-does': 'menu',
  });
  const menu = attributes({
    id: ownId(given, `ROW_ACTION_${given.id}_${n}`),
    class: 'listActions listActionsForContextMenu dropdown-menu jsCloseableContainer',
    'aria-labelledby': ownId(given, opener),
  });
  const entries = row.actions.map(
    (action) =>
      html`<li${attributes({ id: ownId(given, `ROW_ACTION_${given.id}_${n}_${action.key}`) })}>${linkWithButton(withoutDots(action.key), action.label, action.does, { 'data-to': action.to })}</li>`,
  );
  return html`<td class="listActionContainer"><div class="btn-group dropdown"><button${button}>•••</button><ul${menu}>${entries}</ul></div></td>`;
}
