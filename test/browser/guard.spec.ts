import { userDetails, userList } from '../alma/description.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';

/** What is drawn of the guard's question; `undefined` while there is none. */
const question = (tab: AlmaTab) =>
  tab.run(() => {
    const root = document.querySelector('alma-user-guard')?.shadowRoot;
    const dialog = root?.querySelector<HTMLElement>('[role="alertdialog"]');
    if (!dialog?.matches(':modal')) return undefined;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return {
      words: dialog.innerText,
      focused: root?.activeElement?.textContent,
      isInSight: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      isStyled: getComputedStyle(dialog).borderTopWidth === '5px',
    };
  });

test('Delete on a record is held, says what is lost, and leaves the record with "Leave it"', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.click('[data-does="delete"]');
  const asked = await tab.until('the question is asked', () => question(tab));
  expect(asked.words).toContain('erases the statistics');
  expect(asked).toMatchObject({ focused: 'Leave it', isInSight: true, isStyled: true });
  expect(await tab.run(() => document.querySelectorAll('alma-user-guard').length)).toBe(1);
  await tab.press('Escape');
  await tab.until('the question goes', async () => (await question(tab)) === undefined);
  expect((await tab.shown()).answer).toBe('counts');
});

test('on a user list, rows that need one have a mark whose words open, and they leave with the list', async ({
  desk,
}) => {
  const list = userList([ordinaryPatron, exLibrisAccount, namedUser], { columns: ['active', 'name', 'id'] });
  const tab = await desk.openAlma(list);
  const marks = () => tab.attributes('alma-user-guard-mark', 'data-rule', 'data-severity');
  await tab.until('the rows are marked', async () => (await marks()).length > 0);
  expect(await marks()).toContainEqual({ 'data-rule': 'ex-libris-account', 'data-severity': 'stop' });
  await tab.run(() => {
    const mark = document.querySelector('alma-user-guard-mark[data-severity="stop"]');
    mark?.shadowRoot?.querySelector('button')?.focus();
  });
  const drawn = await tab.run(() => {
    const root = document.querySelector('alma-user-guard-mark[data-severity="stop"]')?.shadowRoot;
    const [path, tip] = [root?.querySelector('path'), root?.querySelector<HTMLElement>('.tip')];
    return { shape: path ? getComputedStyle(path).getPropertyValue('d') : '', tip: tip?.innerText ?? '' };
  });
  expect(drawn.shape).toMatch(/^path\(/);
  expect(drawn.tip.length).toBeGreaterThan(20);
  await tab.showInPlace('titles');
  await tab.until('the marks leave', async () => (await tab.ownElements()) === 0);
});
