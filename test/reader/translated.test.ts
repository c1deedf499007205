// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import type { Screen, UserRecordScreen } from '../../src/alma/screen.ts';
import {
  forgetLanguage,
  isTranslated,
  isTranslatedText,
  noteLanguage,
  restLanguage,
} from '../../src/alma/translation.ts';
import { watchScreens } from '../../src/alma/watch-pages.ts';
import { type Translator, translateAs, translators } from '../alma/translators.ts';
import { goTo } from './show-page.ts';
import { comboRow, draw, inputRow, roleList, row, userForm } from './synthetic-pages.ts';

const options = () => ({ dateOrder: 'auto', taughtLocators: [] }) as const;
const translated = { state: 'unread', why: 'translated' };
const roles = roleList([
  ['Patron', 'Active', 'Example University', '-'],
  ['Cataloger', 'Active', 'Main Library', '-'],
]);
const readOnly = [
  row('Primary identifier', 'useruserName', 'leganto_guest'),
  row('Record type', 'userrecordType', 'Staff'),
  row('Status', 'userstatus', 'Active'),
  row('User group', 'useruserGroup', 'Library Staff'),
  row('Expiration date', 'userexpiryDate', '2027-12-31'),
];
const editable = [
  inputRow('Primary identifier', 'useruserName', 'leganto_guest'),
  comboRow('Record type', 'userrecordType', 'Staff', [['STAFF', 'Staff']], 'STAFF'),
  comboRow('Status', 'userstatus', 'Active', [['ACTIVE', 'Active']], 'ACTIVE'),
  comboRow('User group', 'useruserGroup', 'Library Staff', [['STF', 'Library Staff']], 'STF'),
  inputRow('Expiration date', 'userexpiryDate', '2027-12-31'),
];

let stop: AbortController;
let screens: (Screen | undefined)[];
const settle = () => vi.advanceTimersByTimeAsync(1100);
const last = (): UserRecordScreen | undefined => {
  const screen = screens.at(-1);
  return screen?.kind === 'user-record' ? screen : undefined;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  goTo('/ng/page;u=x');
  document.documentElement.className = '';
  stop = new AbortController();
  screens = [];
});

afterEach(() => {
  stop.abort();
  document.documentElement.className = '';
  vi.useRealTimers();
});

/** The record on screen after a page that was read before has been translated. */
async function afterTranslation(
  fields: readonly string[],
  translator: Translator,
): Promise<UserRecordScreen | undefined> {
  draw(document, userForm({ fields, roles }));
  watchScreens(document, options, (screen) => screens.push(screen), stop.signal);
  expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'leganto_guest' });
  expect(last()?.record.roles.state).toBe('read');
  translateAs(translator);
  await settle();
  return last();
}

describe.each(translators)('a page that is translated while it is shown, by %s', (translator) => {
  test('has no text that is read as Alma’s, and no role to mark', async () => {
    const screen = await afterTranslation(readOnly, translator);
    const { primaryId, name, recordType, status, userGroup, expiryDate, roles: held } = screen?.record ?? {};
    for (const reading of [primaryId, name, recordType, status, userGroup, expiryDate, held])
      expect(reading).toEqual(translated);
    expect(screen?.roleRows).toEqual([]);
  });

  test('keeps what stands in inputs and behind choices', async () => {
    const record = (await afterTranslation(editable, translator))?.record;
    expect(record?.primaryId).toEqual({ state: 'read', value: 'leganto_guest' });
    expect(record?.recordType).toEqual({ state: 'read', value: 'STAFF' });
    expect(record?.status).toEqual({ state: 'read', value: 'ACTIVE' });
    expect(record?.expiryDate).toEqual({ state: 'read', value: '2027-12-31' });
    expect(record?.userGroup).toEqual(translated);
    expect(record?.roles).toEqual(translated);
  });
});

const cell = (n: number, key: string, text: string): string =>
  `<td id="SELENIUM_ID_userList_ROW_${n}_COL_${key}"><span title="${text}">${text}</span></td>`;
const userList = `<form><table id="TABLE_DATA_userList"><thead><tr>${['name', 'primaryId', 'status']
  .map((key) => `<th id="SELENIUM_ID_userList_HEADER_${key}">${key}</th>`)
  .join(
    '',
  )}</tr></thead><tbody><tr id="recordContaineruserList0">${cell(0, 'name', 'Guest')}${cell(0, 'primaryId', 'leganto_guest')}${cell(0, 'status', 'Active')}</tr></tbody></table></form>`;

describe.each(translators.filter((name) => name !== 'firefox'))(
  'a list of users that is translated by %s',
  (translator) => {
    test('has rows of which nothing is read', async () => {
      draw(document, userList, '');
      await Promise.resolve();
      expect(readUserList(document, options)?.rows()[0]?.record.primaryId).toEqual({
        state: 'read',
        value: 'leganto_guest',
      });
      translateAs(translator);
      await Promise.resolve();
      const record = readUserList(document, options)?.rows()[0]?.record;
      expect([record?.primaryId, record?.name, record?.status]).toEqual([translated, translated, translated]);
    });
  },
);

test('a list whose headers only their words tell is the list still, with no row read', async () => {
  const worded = userList
    .replaceAll(/<th id="[^"]*">\w+/g, '<th>')
    .replace('<th>', '<th>Name')
    .replace('<th></th>', '<th>Primary identifier</th>');
  draw(document, worded, '');
  expect(readUserList(document, options)?.hasIdentifiers).toBe(true);
  for (const header of document.querySelectorAll('th')) header.textContent = 'Kennzeichnung';
  expect(readUserList(document, options)).toBeUndefined();
  document.documentElement.classList.add('translated-ltr');
  await Promise.resolve();
  const list = readUserList(document, options);
  expect([list?.columns, list?.rows()]).toEqual([[], []]);
  const header = document.getElementById('breadcrumbs');
  expect(list?.place()?.before?.previousSibling).toBe(header);
  header?.remove();
  expect(list?.place()).toEqual({
    parent: document.querySelector('page-wrapper'),
    before: document.querySelector('form'),
  });
});

test('a list of users is told of anew when Firefox relabels the page', async () => {
  draw(document, userList, '');
  watchScreens(document, options, (screen) => screens.push(screen), stop.signal);
  translateAs('firefox');
  await settle();
  const list = screens.at(-1);
  expect(screens).toHaveLength(2);
  expect(list?.kind === 'user-list' && list.rows()[0]?.record.primaryId).toEqual(translated);
});

test('a page that Alma shows in another language from the start is Alma’s own', () => {
  draw(document, userForm({ fields: readOnly, roles }));
  document.documentElement.lang = 'de';
  expect(readUserPage(document, options())?.record.primaryId).toEqual({ state: 'read', value: 'leganto_guest' });
});

test('what Firefox has numbered while it worked stays translated when the numbers are gone', async () => {
  await afterTranslation(readOnly, 'firefox-at-work');
  document.documentElement.lang = 'en';
  for (const element of document.querySelectorAll('[data-moz-translations-id]'))
    element.removeAttribute('data-moz-translations-id');
  await settle();
  expect(last()?.record.roles).toEqual(translated);
});

describe('a document of which was noted that nobody translates it', () => {
  beforeEach(() => {
    draw(document, userForm({ fields: readOnly, roles }));
    noteLanguage(document);
    expect(isTranslated(document)).toBe(false);
  });
  afterEach(() => forgetLanguage(document));

  const cell = () => document.querySelector('td') as Element;
  const begun: Readonly<Record<string, () => void>> = {
    'an attribute on an element that was there': () => cell().setAttribute('_msttexthash', '1'),
    'an element that comes in': () => cell().append(document.createElement('ya-tr-span')),
    'a class on html': () => document.documentElement.classList.add('translated-ltr'),
    'a class on body': () => document.body.classList.add('translated-rtl'),
    'another language of html': () => {
      document.documentElement.lang = 'xx';
    },
  };
  test.each(Object.keys(begun))('is translated from the moment of %s', (sign) => {
    begun[sign]?.();
    expect(isTranslated(document)).toBe(true);
    document.documentElement.className = document.body.className = '';
  });

  test('has a translated text from the moment at which font stands in it', () => {
    expect(isTranslatedText(cell())).toBe(false);
    cell().append(document.createElement('font'));
    expect([isTranslatedText(cell()), isTranslated(document)]).toEqual([true, false]);
  });

  test('is looked at anew, and remembers what it was, after a while in which nothing was read', () => {
    document.documentElement.setAttribute('data-moz-translations-id', '1');
    expect(isTranslated(document)).toBe(true);
    restLanguage(document);
    document.documentElement.removeAttribute('data-moz-translations-id');
    expect(isTranslated(document)).toBe(true);
    forgetLanguage(document);
    expect(isTranslated(document)).toBe(false);
  });

  test('is Alma’s again when the mark goes, and elements of ours change nothing', () => {
    const mark = cell().appendChild(document.createElement('ya-tr-span'));
    expect(isTranslated(document)).toBe(true);
    mark.replaceWith(document.createElement('alma-user-guard-mark'));
    expect(isTranslated(document)).toBe(false);
  });
});
