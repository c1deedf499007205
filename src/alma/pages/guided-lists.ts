import type { Role } from '../../record/index.ts';
import { isBlank, isDrawn } from '../elements.ts';
import { reportColumns } from '../markup/guided-pages.ts';
import type { GuidedFields, ReportRow } from '../screen.ts';
import { tells } from './guided-fields.ts';
import { type Header, headersOf } from './role-columns.ts';
import { extentOf } from './role-list.ts';
import { cellIn, shownInCell } from './role-rows.ts';

type ReportColumn = keyof typeof reportColumns;

/** A row of a list: its element, and the text of each column that was asked for; `undefined` where a cell could not be read. */
interface Line {
  readonly element: Element;
  readonly texts: readonly (string | undefined)[];
}

interface FoundTable {
  readonly table: Element;
  readonly lines: readonly Line[];
}

/** The one drawn table that has all these columns, each once; its rows are those with a cell for every header. */
function tableWith(document: Document, columns: readonly ReportColumn[]): FoundTable | undefined {
  const [only, ...others] = [...document.querySelectorAll('table')].filter(isDrawn).flatMap((table) => {
    const headers = headersOf(table);
    const own = columns.map((column) => headerOf(column, headers));
    if (own.includes(undefined) || new Set(own).size < own.length) return [];
    const lines = [...table.querySelectorAll('tbody > tr')]
      .filter((row) => row.children.length === headers.length && isDrawn(row))
      .map((element) => ({ element, texts: own.map((header) => textIn(cellIn(element, header, headers.length))) }));
    return [{ table, lines }];
  });
  return others.length === 0 ? only : undefined;
}

/** The one header that speaks of the column. */
function headerOf(column: ReportColumn, headers: readonly Header[]): Header | undefined {
  const [only, ...others] = headers.filter(({ element, key = '' }) => tells(element, key, reportColumns[column]));
  return others.length === 0 ? only : undefined;
}

function textIn(cell: Element | undefined): string | undefined {
  const shown = cell && shownInCell(cell);
  if (!shown || shown.translated) return undefined;
  return isBlank(shown.text) ? '' : shown.text;
}

/**
 * The rows of a report of users, and whether they are all; a row without a user, or one that cannot be read, makes them a part.
 * `undefined` where there is no such list.
 */
export function readReport(document: Document, second: 'lastLogin' | 'role'): GuidedFields | undefined {
  const found = tableWith(document, ['user', second]);
  if (!found) return undefined;
  const { table, lines } = found;
  const rows = lines.flatMap(({ texts: [user, other] }): ReportRow[] =>
    user && other !== undefined ? [{ user, [second]: other }] : [],
  );
  const listId = table.id.replace('TABLE_DATA_', '');
  const { whole, total = 0 } = extentOf({ table, listId }, document.body, rows.length);
  return {
    report: {
      rows,
      whole: whole && rows.length === lines.length,
      ...(total > lines.length ? { total } : {}),
    },
  };
}

const box = 'input[type="checkbox"],input[type="radio"]';

/** The texts of the ticked rows of a list to choose from; `undefined` where there is no such list. */
function tickedIn(document: Document, columns: readonly ReportColumn[]): Line['texts'][] | undefined {
  const choices = tableWith(document, columns)?.lines.flatMap(({ element, texts }) => {
    const tick = element.querySelector<HTMLInputElement>(box);
    return tick ? [{ tick, texts }] : [];
  });
  return choices?.[0] && choices.flatMap(({ tick, texts }) => (tick.checked ? [texts] : []));
}

const rolesOf = (names: readonly string[]): Role[] => [...new Set(names)].filter(Boolean).map((name) => ({ name }));

/** The roles that are ticked. Their codes are not read: a box may carry its row's own number. */
export function readTickedRoles(document: Document): GuidedFields | undefined {
  const ticked = tickedIn(document, ['role']);
  return ticked && { roles: rolesOf(ticked.map(([name = '']) => name)) };
}

/** The ticked profiles: their roles, where the list shows them by name, and the names of those whose roles it does not show. */
export function readTickedProfiles(document: Document): GuidedFields | undefined {
  const ticked = tickedIn(document, ['profile', 'role']) ?? tickedIn(document, ['profile']);
  return (
    ticked && {
      roles: rolesOf(ticked.flatMap(([, roles = '']) => roles.split(/\s*,\s*/))),
      profiles: ticked.flatMap(([name = '', roles]) => (roles ? [] : [name])),
    }
  );
}
