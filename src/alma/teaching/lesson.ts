import { isDrawn, shownBy } from '../elements.ts';
import { plain } from '../markup/known.ts';
import { baseOf, isTaught, pageFields, partsOfLabel } from '../pages/field-candidates.ts';
import type { Locator, ReadingOptions } from '../pages/options.ts';
import { headersOf } from '../pages/role-columns.ts';
import { readUserPage } from '../pages/user-record.ts';
import { isTranslated } from '../translation.ts';
import { maskOf } from './mask.ts';

/** A place that can be shown: what is outlined, all that belongs to it, and what it could be found by again. */
interface Spot {
  readonly place: Element;
  readonly label: Element | undefined;
  readonly values: readonly Element[];
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

/**
 * The places for a field of the record (its name as a locator has it) or a column of the role list (`role.name`, ...). They are
 * looked up anew at each call, since Alma redraws; on a page that is not User Details there are none.
 */
export function pointingFor(document: Document, field: string, options: () => ReadingOptions): Pointing {
  const spots = (): readonly Spot[] => {
    const root = readUserPage(document, options())?.root;
    if (!root) return [];
    return isColumn(field) ? columnSpots(root) : fieldSpots(root);
  };
  return {
    places: () => [...new Set(spots().map(({ place }) => place))],
    placeAt: (element) => spotAt(element, spots())?.place,
    learn: (place) => learn(document, field, spotAt(place, spots()), options()),
  };
}

const isColumn = (field: string): boolean => field.startsWith('role.');

function spotAt(element: Element, spots: readonly Spot[]): Spot | undefined {
  const own = spots.find(({ label, values }) => [label, ...values].some((part) => part?.contains(element)));
  const row = element.closest('.row,.form-group,li,tr,p');
  const [inRow, another] = spots.filter(({ place }) => row?.contains(place));
  return own ?? (another ? undefined : inRow);
}

function fieldSpots(root: Element): Spot[] {
  const page = pageFields(root);
  const labelled = page.labels.map((label) => ({
    values: partsOfLabel(label, page),
    label: label.element,
    text: label.text,
  }));
  const unlabelled = [...page.byBase.values()].map((values) => ({ values, label: undefined, text: '' }));
  return [...labelled, ...unlabelled].flatMap(({ values, label, text }) => {
    const place = values.find(isDrawn);
    return place ? { place, values, label, locators: locatorsOf(['id', baseOf(place.id)], ['label', text]) } : [];
  });
}

function columnSpots(root: Element): Spot[] {
  return [...root.querySelectorAll('table')].filter(isDrawn).flatMap((table) => {
    const headers = headersOf(table);
    const lines = [...table.rows].filter(({ cells }) => cells.length === headers.length);
    return headers.map(({ element: place, id, text, index }) => ({
      place,
      values: lines.flatMap((line) => line.cells[index] ?? []).filter((cell) => cell !== place),
      label: place,
      locators: locatorsOf(['header', id], ['header-text', text]),
    }));
  });
}

type By = Spot['locators'][number]['by'];

/** An id with a number in it may count fields or records, and one of another form may say anything: then only the text is left. */
function locatorsOf(byId: readonly [By, string], byText: readonly [By, string]): Spot['locators'] {
  const all = [byId, byText].map(([by, value]) => ({ by, value }));
  return all.filter(({ by, value }) => (by === 'id' || by === 'header' ? stableId.test(value) : plain(value) !== ''));
}

const stableId = /^(pageBean|SELENIUM_ID_)[a-z_.]+$/i;

/** Learns by the first locator that holds nothing of anybody, and by which the reader itself finds and reads this field. */
function learn(document: Document, field: string, spot: Spot | undefined, options: ReadingOptions): Lesson {
  // A translator's words would be taught, and found on no page of Alma's.
  if (isTranslated(document)) return { refused: 'unreadable' };
  const mask = maskOf(document);
  let refused: 'nothing_stable' | 'unreadable' | 'contradictory' = 'nothing_stable';
  for (const { by, value } of spot?.locators ?? []) {
    if (mask(value) !== value) continue;
    const locator = { field, by, value };
    const page = readUserPage(document, {
      ...options,
      taughtLocators: [...options.taughtLocators, { ...locator, on: true }],
    });
    const isFound = page?.anchors.some((anchor) => anchor.field === field && anchor.found && anchor.by === 'taught');
    const reading = page?.looked[isColumn(field) ? 'roles' : field];
    const why = reading?.state === 'unread' ? reading.why : undefined;
    // Roles are read when their status is known as well, and a part of a list is enough to see what stands in a column.
    if (isFound && (!why || field === 'role.name' || (isColumn(field) && why === 'partial')))
      return { locator, shown: spot?.values.map((element) => shownBy(element)?.text ?? '') ?? [] };
    refused = why === 'contradictory' && isTaught(field, options.taughtLocators) ? why : 'unreadable';
  }
  return { refused };
}
