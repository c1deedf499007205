import { userDetails, userList } from '../alma/description.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked, done, letMeContinue, question, received } from './guard-screen.ts';
import { words } from './words.ts';

test('Delete on a record is held, says what is lost, and leaves the record with "Leave it"', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.click('[data-does="delete"]');
  const { words: said } = await asked(
    tab,
    ({ focused, isInSight, isStyled }) => focused === 'Leave it' && isInSight && isStyled,
  );
  expect(said).toContain('erases the statistics');
  expect(await tab.run(() => document.querySelectorAll('alma-user-guard').length)).toBe(1);
  await tab.press('Escape');
  await tab.until('the question goes', async () => (await question(tab)) === undefined);
  expect((await tab.shown()).answer).toBe('counts');
});

const deleteButton = '[data-does="delete"]';
const confirmButton = '.confirmDialog [data-does="confirm"]';

test('before "Let me continue" Alma receives nothing, afterwards one press of its own button once', async ({
  desk,
}) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.click(deleteButton);
  await asked(tab);
  await tab.click(letMeContinue);
  await answered(tab);
  expect(await received(tab)).toEqual([]);
  await tab.click(deleteButton);
  await tab.until('Alma asks in its own words', async () => (await tab.count(confirmButton)) === 1);
  const [{ id = '' } = {}] = await tab.attributes(deleteButton, 'id');
  expect(await received(tab)).toEqual([{ what: 'click', id }]);
});

test('by keyboard alone: held, continued, and Alma receives one press', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.run((selector) => document.querySelector<HTMLElement>(selector)?.focus(), deleteButton);
  await tab.press('Enter');
  await expect.poll(async () => (await asked(tab)).focused).toBe(words('guard_leave'));
  await tab.press('Tab');
  await expect.poll(async () => (await asked(tab)).focused).toBe(words('guard_continue'));
  await tab.press('Enter');
  await answered(tab);
  expect(await received(tab)).toEqual([]);
  await tab.until('Delete has the focus again', () =>
    tab.run((selector) => document.activeElement?.matches(selector) === true, deleteButton),
  );
  await tab.press('Enter');
  await tab.until('Alma asks in its own words', async () => (await tab.count(confirmButton)) === 1);
  const [{ id = '' } = {}] = await tab.attributes(deleteButton, 'id');
  expect(await received(tab)).toEqual([{ what: 'click', id }]);
  await tab.run((selector) => document.querySelector<HTMLElement>(selector)?.focus(), confirmButton);
  await tab.press('Enter');
  await tab.until('Alma deletes', async () => (await done(tab)).length === 1);
  expect(await question(tab)).toBeUndefined();
});

/** Delete in a row's menu: what a person sees of it, a control or a link beside a hidden one. */
const deleteIn = (row: number): string =>
  `tr[data-row="${row}"] :is([data-does="delete"]:not(.hide), .submitUrl[class*="delete"])`;

/** Opens the menu of a row of the user list, from 0, and presses Delete in it as often as the guard wants, up to Alma's own dialog. */
async function deleteFromRow(tab: AlmaTab, row: number): Promise<void> {
  await tab.until('the rows are marked', async () => (await tab.count('alma-user-guard-mark')) > 0);
  await tab.click(`tr[data-row="${row}"] [data-does="menu"]`);
  await tab.click(deleteIn(row));
  await asked(tab);
  await tab.click(letMeContinue);
  await answered(tab);
  expect(await received(tab)).toHaveLength(1);
  await tab.click(deleteIn(row));
  await tab.until('Alma asks in its own words', async () => (await tab.count(confirmButton)) === 1);
}

for (const list of ['list-dialog', 'list-nameless-dialog', 'list-dialog-2022']) {
  test(`whoever continued with a row's Delete is not asked again in Alma's dialog: ${list}`, async ({ desk }) => {
    const tab = await desk.openAlma(list);
    await deleteFromRow(tab, 2);
    const before = await received(tab);
    await tab.click(confirmButton);
    await tab.until('Alma deletes', async () => (await done(tab)).length > 0);
    expect(await done(tab)).toEqual(['delete userList 2']);
    expect(await question(tab)).toBeUndefined();
    expect(await received(tab)).toHaveLength(before.length + 1);
  });
}

test('over a modal dialog of Alma’s the question stands on top and can be answered', async ({ desk }) => {
  const people = [ordinaryPatron, exLibrisAccount, namedUser];
  const list = userList(people, { columns: ['active', 'name', 'id'], confirm: 'dialog', confirmNames: false });
  const tab = await desk.openAlma(list);
  await deleteFromRow(tab, 2);
  // The list is drawn anew under the open dialog, without the row: nobody can say any more whom the dialog is about.
  await tab.evaluate(`window.__alma.rerender({ part: 'tbody', from: 'list-contacts' }).then(() => true)`);
  await tab.until('no row needs a mark any more', async () => (await tab.count('alma-user-guard-mark')) === 0);
  await tab.click(confirmButton);
  expect((await asked(tab)).words).toContain(words('guard_about_untied'));
  const onTop = () =>
    tab.run((selector) => {
      const button = document.querySelector('alma-user-guard')?.shadowRoot?.querySelector(selector);
      const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      const isAlmasModal = document.querySelector('.confirmDialog')?.matches('dialog:modal');
      return { isAlmasModal, at: document.elementFromPoint(left + width / 2, top + height / 2)?.localName };
    }, letMeContinue);
  await expect.poll(onTop).toEqual({ isAlmasModal: true, at: 'alma-user-guard' });
  const before = await received(tab);
  await tab.click(letMeContinue);
  await answered(tab);
  expect(await received(tab)).toEqual(before);
  await tab.click(confirmButton);
  await tab.until('Alma deletes', async () => (await done(tab)).length > 0);
  expect(await received(tab)).toHaveLength(before.length + 1);
});

for (const [list, toggle] of [
  ['list-with-id', '.toggleCheck'],
  ['list-with-id-2022', '.switch'],
] as const)
  test(`on "tell" the words stand beside what goes ahead, and nothing is stopped: ${list}`, async ({ desk }) => {
    const tab = await desk.openAlma(list);
    await tab.until('the rows are marked', async () => (await tab.count('alma-user-guard-mark')) > 0);
    await tab.click(`tr[data-row="0"] ${toggle}`);
    const [said = ''] = await tab.until('the notice shows', async () => {
      const notices = await tab.texts('[role="status"][popover]');
      return notices.length > 0 && notices;
    });
    expect(said).toContain(words('guard_deactivate_title'));
    expect(said).toContain(words('guard_deactivate_lost'));
    await expect.poll(() => done(tab)).toEqual(['toggle userList 0 off']);
    const kinds = async () => [...new Set((await received(tab)).map(({ what }) => what))];
    await expect.poll(kinds).toEqual([list === 'list-with-id' ? 'click' : 'change']);
    expect(await question(tab)).toBeUndefined();
    await tab.click('[data-choice="leave"]');
    await tab.until('the notice goes', async () => (await tab.count('[role="status"][popover]')) === 0);
  });

test('on a user list, rows that need one have a mark whose words open, and they leave with the list', async ({
  desk,
}) => {
  const list = userList([ordinaryPatron, exLibrisAccount, namedUser], { columns: ['active', 'name', 'id'] });
  const tab = await desk.openAlma(list);
  const marks = () => tab.attributes('alma-user-guard-mark', 'data-rule', 'data-severity');
  await expect.poll(marks).toContainEqual({ 'data-rule': 'ex-libris-account', 'data-severity': 'stop' });
  await tab.run(() => {
    const mark = document.querySelector('alma-user-guard-mark[data-severity="stop"]');
    mark?.shadowRoot?.querySelector('button')?.focus();
  });
  const drawn = () =>
    tab.run(() => {
      const root = document.querySelector('alma-user-guard-mark[data-severity="stop"]')?.shadowRoot;
      const [path, tip] = [root?.querySelector('path'), root?.querySelector<HTMLElement>('.tip')];
      return { shape: path ? getComputedStyle(path).getPropertyValue('d') : '', tip: tip?.innerText ?? '' };
    });
  await tab.until('its words are open', async () => (await drawn()).tip.length > 20);
  expect((await drawn()).shape).toMatch(/^path\(/);
  await tab.showInPlace('titles');
  await tab.until('the marks leave', async () => (await tab.ownElements()) === 0);
});
