import {
  all,
  allById,
  closest,
  first,
  hidesItself,
  isDrawn,
  isUnsettled,
  isValueControl,
  type Moment,
  matches,
  parentOf,
  type Shown,
  shownBy,
  textOf,
} from '../elements.ts';
import { fieldMarkup, foreignBeanPath, foreignHeading, type LabelledField, ownBeanPath } from '../markup/fields.ts';
import { holdsMoreThan, plain, type Sure, wordsWith } from '../markup/known.ts';
import type { Anchor } from '../screen.ts';
import { isTranslatedText } from '../translation.ts';
import type { Locator } from './options.ts';

/** A place on the page that may be a field. `parts` are the elements that show its value together (a combo and its hidden select). */
export interface Candidate {
  readonly parts: readonly Element[];
  readonly by: NonNullable<Anchor['by']>;
  readonly sure: Sure;
}

/** The labels and field elements of a page, gathered once for all fields. */
export interface PageFields {
  readonly root: Element;
  readonly labels: readonly { readonly element: Element; readonly text: string; readonly base: string | undefined }[];
  /** Elements of fields by their id without its companions' endings (`pageBean<F>`). */
  readonly byBase: ReadonlyMap<string, readonly Element[]>;
}

const lists = '[id^="TABLE_DATA_"],[id^="SELENIUM_ID_"],[id^="recordContainer"],[id^="ROW_ACTION_"]';
const inlineForms = '[id^="ADD_HIDERADIO"],[id^="widgetId"],.linkActionWidget,.upperActions,#almaHeader,nav';
const companions = /_(hiddenSelect_button|hiddenSelect_list|hiddenSelect|reset|label)$/;
const wrapped = /^SPAN_FORM_ID_.*_INPUT_(pageBean.+)$/;
/** One of the choices of a field (2026 pages): the field's id stands in its own, and on no other element. */
const choices = 'input[type="radio"][id^="RADIO_ID_NAME_pageBean"]';
const choice = /^RADIO_ID_NAME_(pageBean.+)_VALUE_/;
/** Labels that name no field: those of choices, of table heads, and the second ones of check boxes. */
const notOfFields = '.radio-field-label,.sr-only,[aria-hidden="true"]';

/** Gathers labels and field elements of the page's content: what is drawn, and not in a list, a layer or a form above a list. */
export function pageFields(root: Element): PageFields {
  const byBase = new Map<string, Element[]>();
  for (const element of all(root, '[id^="pageBean"],[id*="_INPUT_pageBean"]')) {
    if (companions.test(element.id) && !element.id.endsWith('_hiddenSelect')) continue;
    if (!standsAlone(element)) continue;
    const base = baseOf(element.id);
    byBase.set(base, [...(byBase.get(base) ?? []), element]);
  }
  for (const [base, group] of radioGroups(root)) byBase.set(base, [...(byBase.get(base) ?? []), group]);
  const labels = all(root, 'label')
    .filter((element) => isDrawn(element) && !inListOrForm(element) && !matches(element, notOfFields))
    .map((element) => {
      const target = element.getAttribute('for');
      return { element, text: labelText(element), base: target ? baseOf(target) : undefined };
    });
  return { root, labels, byBase };
}

/** The groups of choices, each by the id of its field. */
function radioGroups(root: Element): Map<string, Element> {
  const groups = new Map<string, Element>();
  for (const radio of all(root, choices)) {
    const base = choice.exec(radio.id)?.[1]?.replaceAll('.', '');
    const group = closest(radio, '[role="radiogroup"]') ?? closest(radio, '.form-field');
    if (base && group && isDrawn(group) && !inListOrForm(group)) groups.set(base, group);
  }
  return groups;
}

const inListOrForm = (element: Element): boolean =>
  element.closest(lists) !== null || element.closest(inlineForms) !== null;

/** A hidden select behind its combo counts when the row that it stands in is drawn; everything else must be drawn itself. */
function standsAlone(element: Element): boolean {
  if (inListOrForm(element)) return false;
  if (isDrawn(element)) return isValueControl(element) || !element.matches('input,button,a,ul');
  if (!element.id.endsWith('_hiddenSelect')) return false;
  const row = element.closest('.row') ?? element.parentElement?.parentElement ?? null;
  return isDrawn(row);
}

/** A field's id without what its wrappers and companions add to it. */
export function baseOf(id: string): string {
  return (wrapped.exec(id)?.[1] ?? id).replace(companions, '');
}

function labelText(label: Element): string {
  const inner = [...label.querySelectorAll('span.displayTableCell')].filter((span) => !hidesItself(span));
  return textOf(inner.length === 1 && inner[0] ? inner[0] : label);
}

/** Every place that may be the field, taught ones first and alone: a taught locator that stops matching is not guessed around. */
export function candidatesFor(
  field: LabelledField | 'name',
  page: PageFields,
  taught: readonly Locator[],
): Candidate[] {
  const own = taught.filter(
    (locator) => locator.on && locator.field === field && (locator.by === 'id' || locator.by === 'label'),
  );
  if (own.length > 0) return own.flatMap((locator) => taughtCandidates(locator, page));
  // The name is not shown as one labelled value: it is found in the header, or is taught.
  if (field === 'name') return [];
  return withoutRepeats([...byLabel(field, page), ...byEnding(field, page)]);
}

/** Says whether a locator was taught for this field and is switched on. */
export const isTaught = (field: string, taught: readonly Locator[]): boolean =>
  taught.some((locator) => locator.on && locator.field === field);

function taughtCandidates(locator: Locator, page: PageFields): Candidate[] {
  const found =
    locator.by === 'id'
      ? [partsOf(baseOf(locator.value), page)]
      : page.labels
          .filter((label) => plain(label.text) === plain(locator.value) && !isTranslatedText(label.element))
          .map((label) => partsOfLabel(label, page));
  return found.flatMap((parts) => (parts.length > 0 ? [{ parts, by: 'taught' as const, sure: 'high' as const }] : []));
}

function byLabel(field: LabelledField, page: PageFields): Candidate[] {
  return page.labels.flatMap((label) => {
    const known = wordsWith(label.text, fieldMarkup[field].labels);
    if (
      !known ||
      isTranslatedText(label.element) ||
      (label.base && (foreignBeanPath.test(beanPath(label.base)) || isOtherField(label.base, field)))
    )
      return [];
    const parts = partsOfLabel(label, page);
    const isOwn = parts.length > 0 && parts.every((part) => !foreignHeading.test(headingOver(part)));
    return isOwn ? [{ parts, by: 'label' as const, sure: known.sure }] : [];
  });
}

/** The heading of the section that an element stands in; empty where there is none. */
function headingOver(element: Element): string {
  const section = closest(element, 'fieldset,section,[class*="section" i]');
  const heading = section && first(section, 'h1,h2,h3,h4,h5,h6,legend');
  return heading ? textOf(heading) : '';
}

/** Says whether the id names another of the user's fields than the label does: then neither of them is believed. */
function isOtherField(base: string, field: LabelledField): boolean {
  const named = (Object.keys(fieldMarkup) as LabelledField[]).filter((other) => endingOf(base, other) !== undefined);
  return named.length > 0 && !named.includes(field);
}

/** The field's ending, where the id has it on the user's own bean path. */
function endingOf(base: string, field: LabelledField): string | undefined {
  const path = beanPath(base).toLowerCase();
  return fieldMarkup[field].endings.find(
    (ending) => path.endsWith(ending.toLowerCase()) && ownBeanPath.test(path.slice(0, path.length - ending.length)),
  );
}

/** An id's ending alone counts only on the user's own bean path, and under no label that says something else. */
function byEnding(field: LabelledField, page: PageFields): Candidate[] {
  const { labels } = fieldMarkup[field];
  const found: Candidate[] = [];
  for (const [base, parts] of page.byBase) {
    if (endingOf(base, field) === undefined) continue;
    const label = page.labels.find((candidate) => candidate.base === base)?.text ?? '';
    if (wordsWith(label, labels) || !saysSomethingElse(label, field))
      found.push({ parts, by: 'id-ending', sure: 'low' });
  }
  return found;
}

function saysSomethingElse(label: string, field: LabelledField): boolean {
  if (holdsMoreThan(label, fieldMarkup[field].labels)) return true;
  return Object.values(fieldMarkup).some((other) => wordsWith(label, other.labels));
}

const beanPath = (base: string): string => base.replace(/^pageBean/, '');

const partsOf = (base: string, page: PageFields): readonly Element[] =>
  page.byBase.get(base) ?? allById(page.root, base).filter((element) => isDrawn(element));

/** The elements that show the value of a label's field: those that it points at, else the one value in its row. */
export function partsOfLabel(label: PageFields['labels'][number], page: PageFields): readonly Element[] {
  const named = label.base ? partsOf(label.base, page) : [];
  if (named.length > 0) return named;
  return label.base && page.labels.some((other) => other !== label && other.base === label.base)
    ? []
    : besideLabel(label.element, label.base, page);
}

/**
 * The value in the label's own row: the nearest container that holds this label alone and exactly one value. A field with
 * an id of its own is not the one that the label points at with another.
 */
function besideLabel(label: Element, target: string | undefined, page: PageFields): readonly Element[] {
  for (
    let box = parentOf(label);
    box && box !== page.root && !matches(box, 'form,fieldset,table,tbody');
    box = parentOf(box)
  ) {
    if (all(box, 'label').filter((one) => !matches(one, notOfFields)).length > 1) return [];
    const values = new Map<string, Element[]>();
    for (const element of all(box, '[id],input,select,textarea')) {
      if (label.contains(element) && !isValueControl(element)) continue;
      const isField = /^pageBean|_INPUT_pageBean/.test(element.id) || isValueControl(element);
      if (!isField || !standsAlone(element) || (companions.test(element.id) && !element.id.endsWith('_hiddenSelect')))
        continue;
      const base = baseOf(element.id || `unnamed ${values.size}`);
      if (foreignBeanPath.test(beanPath(base)) || (target !== undefined && base.startsWith('pageBean'))) return [];
      values.set(base, [...(values.get(base) ?? []), element]);
    }
    if (values.size > 1) return [];
    if (values.size === 1) return [...values.values()][0] ?? [];
    const isRow = matches(box, rows);
    const texts = isRow || box === parentOf(label) ? leavesBeside(label, box) : [];
    if (texts.length > 0) return texts.length === 1 ? texts : [];
    if (isRow) return [];
  }
  return [];
}

const rows = '.row,.form-group,li,tr,p';

/** Links, controls and words of help beside a value. */
const notValues =
  'a,button,svg,i,input,select,textarea,option,.sr-only,[role="tooltip"],[class*="help" i],[class*="hint" i],[class*="tooltip" i],[class*="error" i]';

/** The innermost elements with text in the box, apart from the label. */
function leavesBeside(label: Element, box: Element): Element[] {
  return all(box, '*').filter(
    (element) =>
      !label.contains(element) &&
      !element.contains(label) &&
      !element.matches(notValues) &&
      element.children.length === 0 &&
      isDrawn(element) &&
      textOf(element) !== '',
  );
}

function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<Element>();
  return candidates.filter((candidate) => {
    const isNew = candidate.parts.some((part) => !seen.has(part));
    for (const part of candidate.parts) seen.add(part);
    return isNew;
  });
}

/** What the parts of one field show together; `undefined` when a part cannot be told. */
export function shownByParts(parts: readonly Element[], moment: Moment): Shown[] | undefined {
  const texts = parts.filter((part) => matches(part, 'input'));
  // A combo that was not used yet: its list stands on whatever comes first.
  if (parts.some(isUnsettled) && texts.some((input) => shownBy(input, moment)?.text === ''))
    return [{ text: '', code: '' }];
  const shown = parts.map((part) => shownBy(part, moment));
  return shown.includes(undefined) ? undefined : (shown as Shown[]);
}
