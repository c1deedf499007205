import { type ExtraControl, userList } from '../alma/description.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked, done, letMeContinue, question } from './guard-screen.ts';
import { words } from './words.ts';

const link = (k: string, does: ExtraControl['does']): ExtraControl => ({
  at: 'above-list',
  known: 'prefix',
  k,
  does,
  label: 'Go on',
});
const page = (controls: 'classic' | 'platform') =>
  userList([ordinaryPatron, namedUser, exLibrisAccount], {
    columns: ['active', 'name', 'id'],
    controls,
    selectable: true,
    extra: [link('cbuttondelete', 'delete'), link('cuser_toggle_account_type', 'account-type')],
  });

const linkOf = (key: string) => `[id*="${key}"] a`;
const tick = (tab: AlmaTab, row: number) => tab.click(`tr[data-row="${row}"] input[type="checkbox"][id$="selected"]`);

async function openList(tab: AlmaTab): Promise<void> {
  await tab.until('the rows are marked', async () => (await tab.count('alma-user-guard-mark')) > 0);
  await tab.evaluate('window.__alma.rehearse()');
}

for (const controls of ['classic', 'platform'] as const) {
  test(`a release above the list is for the very set that is ticked, and another set asks again: ${controls}`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(page(controls));
    await openList(tab);
    const deleting = linkOf('cbuttondelete');
    await tick(tab, 0);
    await tab.click(deleting);
    await asked(tab);
    await tab.click(letMeContinue);
    await answered(tab);
    expect(await done(tab)).toEqual([]);
    await tick(tab, 1);
    await tab.click(deleting);
    await asked(tab);
    await tab.press('Escape');
    await answered(tab);
    expect(await done(tab)).toEqual([]);
    await tick(tab, 1);
    await tab.click(deleting);
    await tab.until('Alma gets the set that was let through', async () => (await done(tab)).length === 1);
    expect(await question(tab)).toBeUndefined();
  });

  test(`a change of those who are ticked is asked about when a protected account is among them: ${controls}`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(page(controls));
    await openList(tab);
    const changing = linkOf('cuser_toggle_account_type');
    await tick(tab, 0);
    await tab.click(changing);
    await tab.until('Alma gets it', async () => (await done(tab)).length === 1);
    await tick(tab, 2);
    await tab.click(changing);
    expect((await asked(tab)).words).toContain(words('guard_edit_protected_title'));
    expect(await done(tab)).toHaveLength(1);
  });
}
