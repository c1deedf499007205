import { type Language, type Person, userDetails } from '../alma/description.ts';
import { exLibrisAccount, namedUser, ordinaryPatron, withoutRoles } from '../alma/people.ts';
import { role, translatedRole } from '../alma/roles.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked, done, question, received } from './guard-screen.ts';

/** Pages of February 2026. */
const layout = '2026' as const;

const inLanguage = (person: Person, language: Language): Person => ({
  ...person,
  roles: person.roles.map((each) => translatedRole(each, language)),
});

test("on a tab without the identifier's field, the page's script text tells whose record it is", async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { layout }));
  await tab.guidance('the named user is read', ({ answer }) => answer === 'counts');
  const notes = { layout, tab: 'notes', headerName: false } as const;
  await tab.showInPlace(userDetails(exLibrisAccount, notes));
  const { findings } = await tab.guidance('the account of Ex Libris is recognised', (shown) =>
    shown.findings.some(({ rule }) => rule === 'ex-libris-account'),
  );
  expect(findings.find(({ rule }) => rule === 'ex-libris-account')?.severity).toBe('stop');
  await tab.showInPlace(userDetails(ordinaryPatron, { ...notes, tab: 'identifier' }));
  await tab.until('nothing of it stays', async () =>
    (await tab.shown()).findings.every(({ rule }) => rule !== 'ex-libris-account'),
  );
});

for (const tabName of ['notes', 'contact'] as const) {
  test(`a protected account opened directly on its ${tabName} tab is stopped, though the script text alone tells whose it is`, async ({
    desk,
  }) => {
    const page = { layout, tab: tabName, headerName: false, editable: true, deleteButton: true } as const;
    const tab = await desk.openAlma(userDetails(exLibrisAccount, page));
    const { findings } = await tab.guidance();
    expect(findings).toContainEqual({ rule: 'ex-libris-account', severity: 'stop' });
    await tab.click('[data-does="save"]');
    expect((await asked(tab)).words).toContain('exl_impl');
    await tab.press('Escape');
    await answered(tab);
    await tab.click('[data-does="delete"]');
    expect((await asked(tab)).words).toContain('exl_impl');
    await tab.press('Escape');
    await answered(tab);
    expect([await received(tab), await done(tab)]).toEqual([[], []]);
  });
}

test('whoever is nobody special is let save there, without a question or a remark', async ({ desk }) => {
  const page = { layout, tab: 'notes', headerName: false, editable: true } as const;
  const tab = await desk.openAlma(userDetails(namedUser, page));
  await tab.guidance();
  await tab.click('[data-does="save"]');
  await tab.until('Alma saves', async () => (await done(tab)).length === 1);
  expect(await question(tab)).toBeUndefined();
  expect(await tab.count('[role="status"][popover]')).toBe(0);
});

test('what was read on one tab is kept on the next one, which only the script text ties to it', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { layout, headerName: false }));
  await tab.guidance('the named user is read', ({ answer }) => answer === 'counts');
  await tab.showInPlace(userDetails(namedUser, { layout, headerName: false, tab: 'identifier' }));
  await tab.until('the role list is gone', async () => (await tab.shown()).marks.length === 0);
  expect((await tab.guidance('the answer stays', ({ answer }) => answer === 'counts')).answer).toBe('counts');
});

test('a role list that is empty is none; one of which a hidden number tells more is not', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(withoutRoles, { layout }));
  const none = await tab.guidance('the empty list is read', ({ answer }) => answer === 'does-not-count');
  expect(none.unread).not.toContain('roles');
  const more = await desk.openAlma(userDetails(withoutRoles, { layout, skeleton: { recordCount: 'more' } }));
  const unread = await more.guidance('the list is not believed', (shown) => shown.unread.includes('roles'));
  expect(unread.answer).toBe('cannot-tell');
});

test('Spanish roles: Usuario is Patron, and what holds the word is not', async ({ desk }) => {
  const tab = await desk.openAlma(
    userDetails(inLanguage(namedUser, 'es'), { layout, language: 'es', dateFormat: 'dmy' }),
  );
  const { marks } = await tab.guidance('the named user is read', ({ answer }) => answer === 'counts');
  expect(Object.fromEntries(marks.map(({ role: name, counts }) => [name, counts]))).toMatchObject({
    Usuario: 'no',
    'Gestor de usuarios': 'yes',
  });
  const patron = await desk.openAlma(
    userDetails(inLanguage(ordinaryPatron, 'es'), { layout, language: 'es', dateFormat: 'dmy' }),
  );
  await patron.guidance('the patron is read', ({ answer }) => answer === 'does-not-count');
});

test('French roles: Lecteur alone does not count, Lecteur de réserves de cours does', async ({ desk }) => {
  const look = { layout, language: 'fr', dateFormat: 'dmy' } as const;
  const patron = await desk.openAlma(userDetails(inLanguage(ordinaryPatron, 'fr'), look));
  await patron.guidance('the patron is read', ({ answer }) => answer === 'does-not-count');
  const viewer = { ...ordinaryPatron, roles: [...ordinaryPatron.roles, role('Course Reserves Viewer')] };
  const tab = await desk.openAlma(userDetails(inLanguage(viewer, 'fr'), look));
  const { marks } = await tab.guidance('the viewer is read', ({ answer }) => answer === 'counts');
  expect(marks).toEqual([
    { role: 'Lecteur', counts: 'no' },
    { role: 'Lecteur de réserves de cours', counts: 'yes' },
  ]);
});

test('a Delete that has moved into the menu of a narrow window is held there as well', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { layout, deleteButton: true }));
  await tab.guidance();
  await tab.resize(420, 800);
  await tab.click('.responsiveMenuButton');
  await tab.click('.responsiveMenu [id="PAGE_BUTTONS_cbuttondelete"]');
  await asked(tab, ({ isInSight }) => isInSight);
  expect(await done(tab)).toEqual([]);
});

test("the panel stands below the room of the title bar, and clear of Alma's messages", async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { layout }));
  await tab.guidance();
  const order = await tab.run(() => {
    const own = document.querySelector('alma-user-guard');
    const room = document.getElementById('breadcrumbsAffixedElementPlaceholder');
    const messages = document.getElementById('screenMsgContainer');
    if (!own || !room || !messages) return undefined;
    return {
      isAfterRoom: Boolean(room.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_FOLLOWING),
      isNextToTitle: document.getElementById('breadcrumbs')?.nextElementSibling === own,
      isAmongMessages: messages.contains(own),
    };
  });
  expect(order).toEqual({ isAfterRoom: true, isNextToTitle: false, isAmongMessages: false });
});
