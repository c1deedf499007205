import type { FieldName } from '../../record/index.ts';
import { isBlank, isDrawn, shownBy } from '../elements.ts';
import { plain } from '../markup/known.ts';
import { baseOf, candidatesFor, pageFields, partsOfLabel } from '../pages/field-candidates.ts';
import { orderFor, readFields } from '../pages/fields.ts';
import type { Locator, ReadingOptions } from '../pages/options.ts';
import { headersOf, roleTableIn } from '../pages/role-columns.ts';
import { readRoleRows, textsInColumn } from '../pages/role-rows.ts';
import { readUserPage } from '../pages/user-record.ts';
import type { RoleRow } from '../screen.ts';
import { maskOf } from './mask.ts';

/** What a person can show the reader: a labelled field, or a column of the role list. */
export const teachable = [
  'primaryId',
  'name',
  'recordType',
  'accountType',
  'status',
  'userGroup',
  'expiryDate',
  'purgeDate',
  'role.name',
  'role.status',
  'role.scope',
  'role.expiryDate',
] as const satisfies readonly (FieldName | `role.${string}`)[];
export type Teachable = (typeof teachable)[number];

/** A place that can be shown: what is outlined, the elements that belong to it, and what it could be found by again. */
interface Spot {
  readonly place: Element;
  readonly parts: readonly Element[];
  readonly locators: readonly Pick<Locator, 'by' | 'value'>[];
}

/**
 * What became of showing a place. `shown`: what would be read there, never to leave the page.
 * `nothing_stable`: no id, header or label tells the place from others without holding somebody's details;
 * `unreadable`: what stands there is no value of that field; `contradictory`: it says something else than a place taught before.
 */
export type Lesson =
  | { readonly locator: Pick<Locator, 'field' | 'by' | 'value'>; readonly shown: readonly string[] }
  | { readonly refused: 'nothing_stable' | 'unreadable' | 'contradictory' };

/** The places of a page at which a person can point for one field. */
export interface Pointing {
  /** All of them, in the order of the page. */
  readonly places: () => readonly Element[];
  /** The one that holds an element, or stands in the same row with it. */
  readonly placeAt: (element: Element) => Element | undefined;
  readonly learn: (place: Element) => Lesson;
}

/** Looks the places up anew at each call, since Alma redraws; on a page that is not User Details there are none. */
export function pointingFor(document: Document, field: Teachable, options: () => ReadingOptions): Pointing {
  const spots = (): readonly Spot[] => {
    const root = readUserPage(document, options())?.root;
    if (!root) return [];
    return field.startsWith('role.') ? columnSpots(root) : fieldSpots(root);
  };
  return {
    places: () => spots().map(({ place }) => place),
    placeAt: (element) => spotAt(element, spots())?.place,
    learn: (place) => learn(document, field, spotAt(place, spots()), options()),
  };
}

/** What stands in one row belongs together. */
const rowSelector = '.row,.form-group,li,tr,p';

function spotAt(element: Element, spots: readonly Spot[]): Spot | undefined {
  const own = spots.find(({ parts }) => parts.some((part) => part.contains(element)));
  if (own) return own;
  const row = element.closest(rowSelector);
  const inRow = spots.filter(({ place }) => row?.contains(place));
  return inRow.length === 1 ? inRow[0] : undefined;
}

function fieldSpots(root: Element): Spot[] {
  const page = pageFields(root);
  const labelled = page.labels.flatMap((label) => {
    const parts = partsOfLabel(label, page);
    const isOnly = page.labels.filter(({ text }) => plain(text) === plain(label.text)).length === 1;
    return parts.length === 0 ? [] : [fieldSpot(parts, isOnly ? label.text : '', [label.element])];
  });
  const seen = new Set(labelled.flatMap(({ parts }) => parts));
  const others = [...page.byBase.values()].filter((parts) => !parts.some((part) => seen.has(part)));
  return [...labelled, ...others.map((parts) => fieldSpot(parts, '', []))];
}

function fieldSpot(parts: readonly Element[], label: string, labels: readonly Element[]): Spot {
  const base = baseOf(parts[0]?.id ?? '');
  return {
    place: parts.find(isDrawn) ?? (parts[0] as Element),
    parts: [...parts, ...labels],
    // An id with a number in it may count fields or records.
    locators: [
      ...(/^pageBean[a-z_.]+$/i.test(base) ? [{ by: 'id' as const, value: base }] : []),
      ...(plain(label) === '' ? [] : [{ by: 'label' as const, value: label }]),
    ],
  };
}

function columnSpots(root: Element): Spot[] {
  const tables = [...root.querySelectorAll('table')].filter((table) => isDrawn(table) && !table.querySelector('table'));
  return tables.flatMap((table) => {
    const headers = headersOf(table);
    const lines = [...table.rows].filter(({ cells }) => cells.length === headers.length);
    return headers
      .filter(({ id, text }) => id !== '' || plain(text) !== '')
      .map(({ element, id, text, index }) => ({
        place: element,
        parts: [element, ...lines.flatMap(({ cells }) => cells[index] ?? [])],
        locators: [
          ...(/^SELENIUM_ID_[a-z_.]+$/i.test(id) ? [{ by: 'header' as const, value: id }] : []),
          ...(headers.filter((other) => plain(other.text) === plain(text)).length === 1 && plain(text) !== ''
            ? [{ by: 'header-text' as const, value: text }]
            : []),
        ],
      }));
  });
}

/** Learns by the first locator that is free of values, and by which the reader itself finds this place again and reads it. */
function learn(document: Document, field: Teachable, spot: Spot | undefined, options: ReadingOptions): Lesson {
  const mask = maskOf(document);
  const free =
    spot?.locators.filter(({ by, value }) => mask[by === 'id' || by === 'header' ? 'id' : 'text'](value) === value) ??
    [];
  const read = free.map(({ by, value }) => {
    const locator = { field, by, value };
    const taughtLocators = [...options.taughtLocators, { ...locator, on: true }];
    const shown = readSpot(document, spot as Spot, locator, { ...options, taughtLocators });
    return shown === 'contradictory' || shown === undefined ? shown : { locator, shown };
  });
  const lesson = read.find((one) => typeof one === 'object');
  if (lesson) return lesson;
  if (free.length === 0) return { refused: 'nothing_stable' };
  return { refused: read.includes('contradictory') ? 'contradictory' : 'unreadable' };
}

function readSpot(
  document: Document,
  spot: Spot,
  locator: Pick<Locator, 'by' | 'value'> & { readonly field: Teachable },
  options: ReadingOptions,
): readonly string[] | 'contradictory' | undefined {
  const root = readUserPage(document, options)?.root;
  if (!root) return undefined;
  const { field } = locator;
  switch (field) {
    case 'role.name':
    case 'role.status':
    case 'role.scope':
    case 'role.expiryDate':
      return readColumn(root, spot, columns[field], options);
    default:
      return readField(root, spot, { ...locator, field }, options);
  }
}

type Column = 'name' | 'status' | 'scope' | 'expiryDate';
const columns = {
  'role.name': 'name',
  'role.status': 'status',
  'role.scope': 'scope',
  'role.expiryDate': 'expiryDate',
} as const satisfies Record<string, Column>;

function readField(
  root: Element,
  spot: Spot,
  { field, by, value }: Pick<Locator, 'by' | 'value'> & { readonly field: Exclude<Teachable, `role.${string}`> },
  options: ReadingOptions,
): readonly string[] | 'contradictory' | undefined {
  const page = pageFields(root);
  const [candidate, another] = candidatesFor(field, page, [{ field, by, value, on: true }]);
  if (another || !candidate?.parts.some((part) => spot.parts.includes(part))) return undefined;
  const { reading } = readFields(page, options)[field];
  if (reading.state === 'unread') return reading.why === 'contradictory' ? reading.why : undefined;
  return [/Date$/.test(field) && reading.value !== null ? String(reading.value) : (shownBy(spot.place)?.text ?? '')];
}

function readColumn(
  root: Element,
  spot: Spot,
  column: Column,
  options: ReadingOptions,
): readonly string[] | 'contradictory' | undefined {
  const list = roleTableIn(root, options.taughtLocators);
  if (list === undefined || list === 'contradictory') return list;
  const found = list.columns[column];
  const header = found?.by === 'taught' && headersOf(list.table)[found.index]?.element;
  if (!header || header !== spot.place) return undefined;
  const names = textsInColumn(list, column);
  if (column === 'name') return names.some(isBlank) ? undefined : names;
  const { rows: lines, unreadable } = readRoleRows(list, orderFor(root, options));
  const isRead = ({ role }: RoleRow): boolean => column === 'scope' || role[column] !== undefined;
  return unreadable > 0 || !lines.every(isRead) ? undefined : lines.map(({ role }) => role[column] ?? '');
}
