// biome-ignore-all lint/a11y/useSemanticElements: a table of 20,000 rows of which only those in sight are drawn cannot be a <table>
import { Component } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import type { Decision } from '../../model/index.ts';
import { cellOf } from './cells.tsx';
import { type ColumnId, columnWidths, type Sort } from './columns.ts';
import { type Cell, movedBy } from './grid-keys.ts';
import type { Indexed } from './people-index.ts';
import { useRowHeights } from './use-row-heights.ts';

/** Rows drawn above and below what is in sight. */
const SPARE = 6;
/** So many rows are simply all drawn. */
const DRAWN_WHOLE = 60;
const ROWS_A_PAGE = 10;

interface PeopleGridProps {
  readonly rows: readonly Indexed[];
  readonly columns: readonly ColumnId[];
  readonly sort: Sort;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly selected: ReadonlySet<string>;
  readonly opened: string | undefined;
  readonly onSort: (column: Sort['column']) => void;
  readonly onOpen: (key: string) => void;
  readonly onSelect: (key: string) => void;
  readonly onSelectAll: () => void;
  /** A letter pressed on a row; gives whether it meant something. */
  readonly onLetter: (letter: string, key: string) => boolean;
}

/** The cell that an event happened in; row 0 holds the headings. */
function cellAt(target: EventTarget | null): Cell | undefined {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  if (!cell || !row) return undefined;
  return { row: Number(row.getAttribute('aria-rowindex')) - 1, column: Number(cell.getAttribute('aria-colindex')) - 1 };
}

/** The table of people: a grid of which only the rows in sight are drawn. One cell has the focus; arrows move it. */
export function PeopleGrid(props: PeopleGridProps) {
  const { rows, columns, opened } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell>({ row: 1, column: 1 });
  const wantsFocus = useRef(false);
  const hasFocus = useRef(false);
  const here = { row: Math.min(active.row, rows.length), column: Math.min(active.column, columns.length - 1) };

  const heights = useRowHeights(scroller, rows);
  useEffect(() => {
    // A row with the focus may leave the list, for instance by being decided on, or the list may be sorted anew: the focus stays
    // in the same place of the table.
    const stop = scroller.current?.querySelector<HTMLElement>('[tabindex="0"]');
    const { activeElement } = document;
    const isHere = activeElement === document.body || scroller.current?.contains(activeElement) === true;
    const strayed = hasFocus.current && isHere && activeElement !== stop;
    if (!wantsFocus.current && !strayed) return;
    wantsFocus.current = false;
    stop?.focus({ preventScroll: true });
  });

  function moveTo(cell: Cell): void {
    wantsFocus.current = true;
    setActive(cell);
    if (cell.row > 0) heights.show(cell.row - 1);
  }

  function onBlur({ target }: FocusEvent): void {
    // Some browsers also tell of a blur when the element with the focus is taken away.
    queueMicrotask(() => {
      if (target instanceof Element && target.isConnected && !scroller.current?.contains(document.activeElement)) {
        hasFocus.current = false;
      }
    });
  }

  function onFocus(event: FocusEvent): void {
    hasFocus.current = true;
    const cell = cellAt(event.target);
    if (cell && (cell.row !== here.row || cell.column !== here.column)) setActive(cell);
  }

  function onClick(event: MouseEvent): void {
    const cell = cellAt(event.target);
    if (cell) use(cell);
  }

  /** What a click on a cell does: sorts, selects, or opens the person. */
  function use(cell: Cell): void {
    const column = columns[cell.column];
    const key = rows[cell.row - 1]?.person.key;
    if (column === undefined) return;
    if (cell.row === 0) {
      if (column === 'select') props.onSelectAll();
      else props.onSort(column);
    } else if (key !== undefined) {
      if (column === 'select') props.onSelect(key);
      else props.onOpen(key);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const to = movedBy(event, here, { rows: rows.length, columns: columns.length, page: ROWS_A_PAGE });
    if (to) moveTo(to);
    if (to || actOn(event)) event.preventDefault();
  }

  function actOn({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const person = rows[here.row - 1]?.person.key;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== 'a') return false;
      props.onSelectAll();
      return true;
    }
    if (key === 'Enter' || (key === ' ' && here.row === 0)) use(here);
    else if (key === ' ' && person !== undefined) props.onSelect(person);
    else return person !== undefined && key.length === 1 && !altKey && props.onLetter(key.toLowerCase(), person);
    return true;
  }

  const template = columns.map((column) => columnWidths[column]).join(' ');
  const whole = rows.length <= DRAWN_WHOLE;
  const first = whole ? 0 : Math.max(0, heights.first - SPARE);
  const last = whole ? rows.length : Math.min(rows.length, heights.last + 1 + SPARE);
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  const focusedRow = here.row - 1;
  if (focusedRow >= 0 && (focusedRow < first || focusedRow >= last)) drawn.push(focusedRow);

  return (
    <div class="grid-scroller" ref={scroller} onScroll={heights.onScroll}>
      <div
        role="grid"
        class="people-grid"
        aria-label={say('review_people')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-describedby="people-keys"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocusIn={onFocus}
        onFocusOut={onBlur}
      >
        <HeaderRow {...props} template={template} focused={here.row === 0 ? here.column : undefined} />
        {rows.length > 0 && (
          <div role="rowgroup" class="grid-body" style={{ height: `${heights.total}px` }}>
            {drawn.map((at) => (
              <Row
                key={rows[at]?.person.key}
                one={rows[at] as Indexed}
                at={at}
                top={heights.topOf(at)}
                columns={columns}
                template={template}
                focused={focusedRow === at ? here.column : undefined}
                isOpen={rows[at]?.person.key === opened}
                decision={props.decisions.get(rows[at]?.person.key ?? '')}
                isSelected={props.selected.has(rows[at]?.person.key ?? '')}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

interface HeaderRowProps extends Pick<PeopleGridProps, 'columns' | 'sort' | 'rows' | 'selected'> {
  readonly template: string;
  /** The column that has the grid's one stop for Tab, when it is in this row. */
  readonly focused: number | undefined;
}

function HeaderRow({ columns, sort, rows, selected, template, focused }: HeaderRowProps) {
  const all = rows.length > 0 && selected.size >= rows.length;
  return (
    <div role="rowgroup" class="grid-head">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus moves among the cells of the grid, not the rows */}
      <div role="row" aria-rowindex={1} class="grid-row" style={{ '--columns': template }}>
        {columns.map((column, at) => {
          const isSelect = column === 'select';
          const sorted = sort.column === column ? (sort.down ? 'descending' : 'ascending') : 'none';
          return (
            <div
              key={column}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={isSelect ? undefined : sorted}
              tabIndex={focused === at ? 0 : -1}
              data-column={column}
            >
              {isSelect ? (
                <>
                  <span class="tick" data-on={all ? 'yes' : undefined} />
                  <span class="visually-hidden">{say('review_select_all')}</span>
                </>
              ) : (
                <>
                  {say(`review_col_${column.replaceAll('-', '_')}`)}
                  <span class="sort" aria-hidden="true">
                    {sorted === 'none' ? '' : sort.down ? ' ▼' : ' ▲'}
                  </span>
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps extends Pick<PeopleGridProps, 'columns'> {
  readonly one: Indexed;
  readonly at: number;
  /** Pixels below the first row's upper edge. */
  readonly top: number;
  readonly template: string;
  /** As in the row of headings. */
  readonly focused: number | undefined;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly decision: Decision | undefined;
}

/** A row; drawn anew only when something in it has changed, so that scrolling draws the new rows alone. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return (Object.keys(next) as (keyof RowProps)[]).some((name) => next[name] !== this.props[name]);
  }
  override render() {
    return drawRow(this.props);
  }
}

function drawRow({ one, at, top, columns, template, focused, isOpen, isSelected, decision }: RowProps) {
  const { person } = one;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus moves among the cells of the grid, not the rows
    <div
      role="row"
      class="grid-row person-row"
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      data-user={person.identifier}
      data-decision={decision?.kind ?? ''}
      data-open={isOpen ? 'yes' : undefined}
      data-protected={person.protected ? 'yes' : undefined}
      style={{ '--columns': template, transform: `translateY(${top}px)` }}
    >
      {columns.map((column, place) => (
        <div
          key={column}
          role="gridcell"
          aria-colindex={place + 1}
          tabIndex={focused === place ? 0 : -1}
          data-column={column}
        >
          {cellOf(column, person, decision, isSelected)}
        </div>
      ))}
    </div>
  );
}
