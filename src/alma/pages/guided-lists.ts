import type { Role } from '../../record/index.ts';
import { isBlank, isDrawn } from '../elements.ts';
import { reportColumns } from '../markup/guided-pages.ts';
import type { GuidedFields, ReportRow } from '../screen.ts';
import { tells } from './guided-fields.ts';
import { extentOf } from './role-list.ts';
import { shownInCell } from './role-rows.ts';

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
    const headers = [...(table.querySelector('thead > tr')?.children ?? [])];
    const places = columns.map((column) => placeOf(column, headers));
    if (places.includes(-1) || new Set(places).size < places.length) return [];
    const lines = [...table.querySelectorAll('tbody > tr')]
      .filter((row) => row.children.length === headers.length && isDrawn(row))
      .map((element) => ({ element, texts: places.map((at) => textIn(element.children[at])) }));
    return [{ table, lines }];
  });
  return others.length === 0 ? only : undefined;
}

/** The place of the one header that speaks of the column, else -1. */
function placeOf(column: ReportColumn, headers: readonly Element[]): number {
  const own = headers.filter((header) =>
    tells(header, /_HEADER_(.+)$/.exec(header.id)?.[1] ?? '', reportColumns[column]),
  );
  return own.length === 1 ? headers.indexOf(own[0] as Element) : -1;
}

function textIn(cell: Element | undefined): string | undefined {
  const text = cell && shownInCell(cell)?.text;
  return text !== undefined && isBlank(text) ? '' : text;
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
