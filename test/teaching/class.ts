import type { Locator, ReadingOptions } from '../../src/alma/pages/options.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { pointingFor } from '../../src/alma/teaching/lesson.ts';
import { fieldId } from '../alma/controls.ts';
import type { UserDetailsPage } from '../alma/earlier.ts';
import { type FieldKey, namingOf } from '../alma/naming.ts';
import { addressOf, render } from '../alma/render.ts';
import { type Word, word } from '../alma/words.ts';
import { showPage } from '../reader/show-page.ts';

/** What a person can show the reader. */
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
] as const;
export type Teachable = (typeof teachable)[number];

/** Words of no language that the reader knows: letters thirteen places on. */
export const foreign = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });

/** Shows a page; with `strange`, every label and header is in words that the reader does not know. */
export function showLesson(page: UserDetailsPage, strange: boolean): void {
  showPage(document, render(page), addressOf(page, 'lesson'));
  // Where not even the tabs have ids, the body still names the page: else nothing would say that this is a user at all.
  if (page.ids === 'bare') document.body.id = 'body_id_xml_file_user.user_details_general.xml';
  if (!strange) return;
  for (const element of document.querySelectorAll('label, th')) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) text.nodeValue = foreign(text.nodeValue ?? '');
    for (const name of ['title', 'alt']) {
      const told = element.getAttribute(name);
      if (told) element.setAttribute(name, foreign(told));
    }
  }
}

export const untaught: ReadingOptions = { dateOrder: 'auto', taughtLocators: [] };
export const taughtBy = (taughtLocators: readonly Locator[]): ReadingOptions => ({ dateOrder: 'auto', taughtLocators });

const columnWords = {
  'role.name': 'Role',
  'role.scope': 'Scope',
  'role.status': 'Status',
  'role.expiryDate': 'Expiration date',
} as const;

const labelWith = (text: string): Element | undefined =>
  [...document.querySelectorAll('label')].find((label) =>
    [text, foreign(text)].includes((label.textContent ?? '').trim()),
  );

const headerWith = (text: string): Element | undefined =>
  [...document.querySelectorAll('th')].find((header) =>
    [text, foreign(text)].includes((header.textContent ?? '').trim()),
  );

/** Where a person who knows the page would point for a field. */
export function whereStands(field: Teachable, page: UserDetailsPage): Element | undefined {
  if (field in columnWords) return headerWith(columnWords[field as keyof typeof columnWords]);
  if (field === 'name') return document.querySelector('.summary .headline') ?? undefined;
  const key = field as FieldKey;
  return document.getElementById(fieldId(namingOf(page.ids).field[key])) ?? labelWith(word(page.language, key as Word));
}

export interface Course {
  readonly locators: readonly Locator[];
  readonly refused: readonly { readonly field: Teachable; readonly why: string }[];
}

/** Points at everything that the reader misses on a page, one after the other, as a person would. */
export function teachAll(page: UserDetailsPage, strange: boolean): Course {
  showLesson(page, strange);
  const locators: Locator[] = [];
  const refused: { field: Teachable; why: string }[] = [];
  for (const field of teachable) {
    if (isFound(field, locators)) continue;
    const pointing = pointingFor(document, field, () => taughtBy(locators));
    const target = whereStands(field, page);
    const place = target && pointing.placeAt(target);
    const lesson = place && pointing.learn(place);
    if (lesson && 'locator' in lesson) locators.push({ ...lesson.locator, on: true });
    else refused.push({ field, why: lesson ? lesson.refused : 'no place' });
  }
  return { locators, refused };
}

function isFound(field: Teachable, locators: readonly Locator[]): boolean {
  const anchors = readUserPage(document, taughtBy(locators))?.anchors ?? [];
  return anchors.some((anchor) => anchor.field === field && anchor.found);
}
