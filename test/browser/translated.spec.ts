import { type UserDetailsPage, userDetails, userList } from '../alma/description.ts';
import { exLibrisAccount, legantoGuest, namedUser, rightToLeftName, sixtyRoles } from '../alma/people.ts';
import { type Translator, translateAs, translators } from '../alma/translators.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { words } from './words.ts';

const panelText = (tab: AlmaTab): Promise<string> =>
  tab.run(() => document.querySelector('alma-user-guard')?.shadowRoot?.textContent ?? '');
const translate = (tab: AlmaTab, translator: Translator): Promise<void> => tab.run(translateAs, translator);

/** Takes out what a translator has left around Alma's content, as it does when somebody asks for the original. */
function showOriginal(): void {
  for (const marked of document.querySelectorAll('[_msttexthash]'))
    for (const name of ['_msttexthash', '_msthash']) marked.removeAttribute(name);
  for (const font of document.querySelectorAll('font')) font.replaceWith(...font.childNodes);
  document.documentElement.classList.remove('translated-ltr');
  document.documentElement.lang = 'en';
}

/** The line on a list that says that the browser is translating the page, and where it stands. */
const lineOnList = (tab: AlmaTab) =>
  tab.run(() => {
    const own = document.querySelector('alma-user-guard');
    const line = own?.shadowRoot?.querySelector<HTMLElement>('[data-check="translation"] .text');
    if (!own || !line) return undefined;
    const follows = (one: Node | null, other: Node | null) =>
      Boolean(one && other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    return {
      text: line.textContent ?? '',
      translate: own.getAttribute('translate'),
      isSeen: line.checkVisibility() && line.getBoundingClientRect().width > 100,
      isBetweenTitleAndList:
        follows(document.getElementById('breadcrumbs'), own) &&
        follows(own, document.querySelector('[id^="TABLE_DATA_"]')),
      isInMessageCorner: document.getElementById('screenMsgContainer')?.contains(own) ?? false,
    };
  });

for (const translator of translators) {
  test(`a record that ${translator} translates while it is shown is not read as Alma’s: roles have no marks, and it is said why`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(userDetails(namedUser, { editable: true }));
    await tab.guidance('the record counts', ({ answer, marks }) => answer === 'counts' && marks.length > 0);
    await translate(tab, translator);
    const { marks } = await tab.guidance('the roles are unread', ({ unread }) => unread.includes('roles'));
    expect(marks).toEqual([]);
    const text = await panelText(tab);
    expect(text).toContain('translating this page');
    expect(text).not.toMatch(/Schutzpatron|Katalogisierer/);
  });
}

for (const translator of ['edge', 'chrome', 'firefox'] as const) {
  test(`the stop stays on a protected account whose page ${translator} translates, as long as its identifier stands in an input`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(userDetails(legantoGuest, { editable: true }));
    await tab.guidance();
    await translate(tab, translator);
    const { findings } = await tab.guidance('the roles are unread', ({ unread }) => unread.includes('roles'));
    expect(findings).toContainEqual({ rule: 'leganto-guest-account', severity: 'stop' });
  });

  test(`of a list that ${translator} translates no row is read: a line says so and that marks are missing, until the original is shown`, async ({
    desk,
  }) => {
    const list = userList([legantoGuest, namedUser], { columns: ['name', 'id', 'userGroup', 'status'] });
    const tab = await desk.openAlma(list);
    const stops = () => tab.count('alma-user-guard-mark[data-severity="stop"]');
    await tab.until('the row has its mark', async () => (await stops()) === 1);
    expect(await lineOnList(tab)).toBeUndefined();
    await tab.evaluate(
      `window.__alma.show(${JSON.stringify(list)}).then(() => (${translateAs})(${JSON.stringify(translator)}))`,
    );
    const line = await tab.until('it is said why', () => lineOnList(tab));
    expect(await stops(), 'no row is taken for an account').toBe(0);
    expect(line).toEqual({
      text: words('lists_translated'),
      translate: 'no',
      isSeen: true,
      isBetweenTitleAndList: true,
      isInMessageCorner: false,
    });
    const popup = await desk.openExtension('popup');
    const said = () => popup.texts('[data-translated]');
    expect(await popup.until('the popup says so', async () => (await said()).length > 0 && said())).toEqual([
      words('popup_page_translated'),
    ]);
    await popup.close();
    await tab.run(showOriginal);
    await tab.showInPlace(list);
    await tab.until('the mark is back', async () => (await stops()) === 1);
    await tab.until('the line has gone', async () => (await lineOnList(tab)) === undefined);
  });
}

test('our own box is left alone by translators', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser));
  await tab.guidance();
  const asks = await tab.run(() =>
    [...document.querySelectorAll('alma-user-guard,alma-user-guard-mark')].map((own) => own.getAttribute('translate')),
  );
  expect(asks.length).toBeGreaterThan(1);
  expect(new Set(asks)).toEqual(new Set(['no']));
});

const support = (other: Partial<typeof exLibrisAccount>) =>
  userDetails({ ...exLibrisAccount, id: 'exl_support', ...other });

test('an active exl_support with roles is not called switched off', async ({ desk }) => {
  const tab = await desk.openAlma(support({}));
  await tab.guidance('the stop stands', ({ findings }) => findings.some(({ severity }) => severity === 'stop'));
  expect(await panelText(tab)).toContain('this record shows something else');
  expect(await panelText(tab)).not.toContain('nothing to clean up');
});

test('under a stop stands no other advice on the account', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount));
  const { findings } = await tab.guidance();
  const severities = new Set(findings.map(({ severity }) => severity));
  severities.delete('fact');
  expect(severities).toEqual(new Set(['stop']));
});

test('a name of the other direction is shut in wherever a sentence of ours holds it', async ({ desk }) => {
  const name = `${rightToLeftName.lastName}, ${rightToLeftName.firstName}`;
  const scope = 'ספרייה ראשית';
  const person = { ...namedUser, firstName: rightToLeftName.firstName, lastName: rightToLeftName.lastName };
  const roles = [`מנהל ${scope}`, 'Cataloger'].map((name) => ({ name, status: 'ACTIVE' as const }));
  const tab = await desk.openAlma(userDetails({ ...person, roles }));
  await tab.guidance();
  const text = await panelText(tab);
  expect(text).toContain(`\u2068מנהל ${scope}\u2069`);
  expect(text.split(name).length - 1).toBe(text.split(`\u2068${name}\u2069`).length - 1);
});

const firstTen: Partial<UserDetailsPage['roleList']> = { extent: 'paged', pageSize: 10 };

test('ten of sixty roles on screen with a counting one among them: the record counts, and how many are on screen is said', async ({
  desk,
}) => {
  const tab = await desk.openAlma(userDetails(sixtyRoles, { roleList: firstTen }));
  const { answer } = await tab.guidance();
  expect(answer).toBe('counts');
  expect(await panelText(tab)).toContain('10 of 60 roles are on screen');
});

test('a part of a list without a counting role decides nothing', async ({ desk }) => {
  const roles = sixtyRoles.roles.map(() => ({ name: 'Patron', status: 'ACTIVE' as const }));
  const tab = await desk.openAlma(userDetails({ ...sixtyRoles, roles }, { roleList: firstTen }));
  expect((await tab.guidance()).answer).toBe('cannot-tell');
});
