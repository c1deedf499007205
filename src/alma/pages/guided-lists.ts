import type { Role } from '../../record/index.ts';
import { isBlank, isDrawn, textOf } from '../elements.ts';
import { type ReportColumn, reportColumns } from '../markup/guided-pages.ts';
import { wordsWith } from '../markup/known.ts';
import type { GuidedFields, ReportRow } from '../screen.ts';
import { extentOf } from './role-list.ts';
import { shownInCell } from './role-rows.ts';

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
export function tableWith(document: Document, columns: readonly ReportColumn[]): FoundTable | undefined {
  const found = [...document.querySelectorAll('table')].filter(isDrawn).flatMap((table) => {
    const headers = [...(table.querySelector('thead > tr')?.children ?? [])];
    const places = columns.map((column) => placeOf(column, headers));
    if (places.includes(-1) || new Set(places).size < places.length) return [];
    const rows = [...table.querySelectorAll('tbody > tr')].filter(
      (row) => row.children.length === headers.length && isDrawn(row),
    );
    const lines = rows.map((element) => ({ element, texts: places.map((at) => textIn(element.children[at])) }));
    return [{ table, lines }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The place of the one header that speaks of the column, else -1. */
function placeOf(column: ReportColumn, headers: readonly Element[]): number {
  const [id, known] = reportColumns[column];
  const places = headers.flatMap((header, at) => {
    const key = /_HEADER_(.+)$/.exec(header.id)?.[1];
    return (key !== undefined && id.test(key)) || wordsWith(textOf(header), known) ? [at] : [];
  });
  return places.length === 1 ? (places[0] ?? -1) : -1;
}

function textIn(cell: Element | undefined): string | undefined {
  const text = cell && shownInCell(cell)?.text;
  return text !== undefined && isBlank(text) ? '' : text;
}

/** The rows of a report of users, and whether they are all; a row without a user, or one that cannot be read, makes them a part. */
export function readReport(document: Document, second: 'lastLogin' | 'role'): GuidedFields['report'] {
  const found = tableWith(document, ['user', second]);
  if (!found) return undefined;
  const rows = found.lines.flatMap(({ texts: [user, other] }): ReportRow[] =>
    user && other !== undefined ? [{ user, [second]: other }] : [],
  );
  const listId = found.table.id.replace(/^TABLE_DATA_/, '');
  const { whole, total } = extentOf({ table: found.table, listId }, document.body, found.lines.length);
  const isWhole = whole && rows.length === found.lines.length;
  return { rows, whole: isWhole, ...(total !== undefined && total > rows.length ? { total } : {}) };
}

const tick = 'input[type="checkbox"],input[type="radio"]';

/** Says whether there is a list to choose from, with this column. */
export const hasChoices = (document: Document, column: 'role' | 'profile'): boolean =>
  tableWith(document, [column])?.lines.some(({ element }) => element.querySelector(tick)) ?? false;

const tickedIn = (document: Document, columns: readonly ReportColumn[]): Line[] | undefined =>
  tableWith(document, columns)?.lines.filter(({ element }) => element.querySelector<HTMLInputElement>(tick)?.checked);

/** The roles that are ticked. Their codes are not read: a box may carry a row's own number. */
export function readTickedRoles(document: Document): Role[] {
  return (tickedIn(document, ['role']) ?? []).flatMap(({ texts: [name] }) => (name ? [{ name }] : []));
}

/** The ticked profiles: their roles, where the list shows them by name, and the names of those whose roles it does not show. */
export function readTickedProfiles(document: Document): Pick<GuidedFields, 'roles' | 'profiles'> {
  const withRoles = tickedIn(document, ['profile', 'role']);
  const ticked = withRoles ?? tickedIn(document, ['profile']) ?? [];
  const roles = ticked.flatMap(({ texts: [, listed = ''] }) => listed.split(',').map((name) => name.trim()));
  return {
    roles: [...new Set(roles)].filter(Boolean).map((name) => ({ name })),
    profiles: ticked.flatMap(({ texts: [name = '', listed] }) => (listed ? [] : [name])),
  };
}
