import { rolePage, userDetails } from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import { exLibrisAccount, namedUser } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked, done, letMeContinue, question, received } from './guard-screen.ts';
import { words } from './words.ts';

const saveButton = '[data-does="save"]';
const idField = 'input[id^="pageBean"][id$="primaryIdentifier"]';
const stops = (rules: readonly { rule: string; severity: string }[]) =>
  rules.filter(({ severity }) => severity === 'stop').map(({ rule }) => rule);

for (const way of ['typed', 'autofilled', 'set by a script'] as const) {
  test(`another identifier ${way} into a protected account: the stop stays, it is said, and Save is asked about`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
    await tab.guidance();
    await tab.run(
      ([selector, how]) => {
        const field = document.querySelector<HTMLInputElement>(selector ?? '');
        if (!field) throw new Error('There is no field for the identifier.');
        field.value = 'mhollow@example.org';
        if (how !== 'set by a script') field.dispatchEvent(new Event('input', { bubbles: true }));
        if (how === 'autofilled') field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [idField, way],
    );
    await tab.until('the change is said', async () => (await tab.count('[data-check="identity"]')) === 1);
    expect(stops((await tab.shown()).findings)).toContain('ex-libris-account');
    await tab.click(saveButton);
    const { words: said } = await asked(tab);
    expect(said).toContain('Alma loaded exl_impl');
    expect(said).toContain('mhollow@example.org');
    expect(await done(tab)).toEqual([]);
  });
}

test('after a Save that was refused the form shows the changed text as loaded, and the stop still stands', async ({
  desk,
}) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
  await tab.guidance();
  await tab.run((selector) => {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (field) field.value = 'other';
  }, idField);
  await tab.showInPlace(userDetails({ ...exLibrisAccount, id: 'other' }, { editable: true }));
  await tab.guidance('the stop stands', ({ findings }) => stops(findings).includes('ex-libris-account'));
  await tab.click(saveButton);
  expect((await asked(tab)).words).toContain('Alma loaded exl_impl');
});

test('an ordinary record renamed into a protected prefix: Save is asked about', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { editable: true }));
  await tab.guidance();
  await tab.run((selector) => {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (field) field.value = 'exl_mine';
  }, idField);
  await tab.click(saveButton);
  expect((await asked(tab)).words).toContain(words('guard_rename_lost'));
  expect(await done(tab)).toEqual([]);
});

/** A page on which whose record it is stands nowhere. */
const nameless = { skeleton: { entities: 'absent' } } as const;
const tellingNobody = {
  ...Object.fromEntries(
    (['notes', 'identifier', 'contact', 'blocks'] as const).map((tab) => [
      `the tab ${tab}`,
      userDetails(exLibrisAccount, { tab, ...nameless }),
    ]),
  ),
  ...Object.fromEntries(
    (['add-role', 'add-from-profiles', 'role-details'] as const).map((screen) => [
      screen,
      rolePage(screen, exLibrisAccount, offeredRoles, nameless),
    ]),
  ),
};

/** Presses Save, which tells that it may be a protected account, and does what it does all the same. */
async function savesWithWarning(tab: AlmaTab): Promise<void> {
  await tab.until('our code is there', async () => (await tab.ownElements()) > 0);
  await tab.click(saveButton);
  const [said = ''] = await tab.until('the notice shows', async () => {
    const notices = await tab.texts('[role="status"][popover]');
    return notices.length > 0 && notices;
  });
  expect(said).toContain(words('guard_edit_unread_title'));
  expect(said).toContain(words('guard_edit_unread_lost'));
  await expect.poll(() => done(tab)).toEqual(['save']);
}

for (const [name, page] of Object.entries(tellingNobody)) {
  test(`Save on ${name}, opened directly or loaded anew, is told about where nothing says whose record it is`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(page);
    await savesWithWarning(tab);
    await tab.open(userDetails(exLibrisAccount));
    await tab.guidance();
    await tab.showInPlace(page);
    // A page that is loaded anew knows nothing of the record from which it was reached.
    await tab.open(page);
    await savesWithWarning(tab);
  });
}

for (const screen of ['add-role', 'add-from-profiles', 'role-details'] as const) {
  test(`${screen} of a protected account shows the stop, and Save is asked about`, async ({ desk }) => {
    const tab = await desk.openAlma(userDetails(exLibrisAccount));
    await tab.guidance();
    await tab.showInPlace(rolePage(screen, exLibrisAccount, offeredRoles));
    await tab.until('the stop shows', async () => (await tab.count('[data-rule="ex-libris-account"]')) > 0);
    await tab.click(saveButton);
    expect((await asked(tab)).words).toContain('exl_impl');
    expect(await done(tab)).toEqual([]);
  });
}

test('on a record that cannot be read, "Let me continue" is good for one press', async ({ desk }) => {
  const tab = await desk.openAlma(
    userDetails(namedUser, { ids: 'bare', deleteButton: true, skeleton: { entities: 'absent' } }),
  );
  const deleteButton = '[data-does="delete"]';
  // On such a page nothing shows that the extension has come.
  await desk.answers(tab);
  await tab.click(deleteButton);
  await asked(tab);
  await tab.click(letMeContinue);
  await answered(tab);
  await tab.click(deleteButton);
  await tab.until('Alma asks in its own words', async () => (await tab.count('.confirmDialog')) === 1);
  await tab.click('.confirmDialog [data-does="cancel"]');
  await tab.click(deleteButton);
  await asked(tab);
  expect((await received(tab)).length).toBe(2);
});

test('the page’s own scripts can neither answer "Let me continue" nor retire us', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { deleteButton: true }));
  await tab.guidance();
  await tab.run(() => {
    for (const type of ['alma-user-guard-retire', 'alma-user-guard']) {
      document.dispatchEvent(new Event(type));
      window.dispatchEvent(new CustomEvent(type, { detail: 'any token' }));
    }
  });
  await tab.click('[data-does="delete"]');
  await asked(tab);
  await tab.run((selector) => {
    const button = document.querySelector('alma-user-guard')?.shadowRoot?.querySelector<HTMLElement>(selector);
    button?.click();
    button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  }, letMeContinue);
  expect(await question(tab)).toBeDefined();
  await tab.press('Escape');
  await answered(tab);
  await tab.click('[data-does="delete"]');
  await asked(tab);
  expect(await received(tab)).toEqual([]);
});

test('a record drawn anew drops what was let through where nothing says whose it is', async ({ desk }) => {
  const page = userDetails(namedUser, { ids: 'bare', deleteButton: true, skeleton: { entities: 'absent' } });
  const tab = await desk.openAlma(page);
  await desk.answers(tab);
  await tab.click('[data-does="delete"]');
  await asked(tab);
  await tab.click(letMeContinue);
  await answered(tab);
  await tab.showInPlace(page);
  await tab.click('[data-does="delete"]');
  await asked(tab);
  expect(await done(tab)).toEqual([]);
});

test('text typed over the identifier before we came does not take the stop away', async ({ desk }) => {
  const tab = await desk.openAlma('titles');
  await tab.evaluate(`(() => {
    const page = ${JSON.stringify(userDetails(exLibrisAccount, { editable: true }))};
    new MutationObserver((_, watching) => {
      const field = document.querySelector(${JSON.stringify(idField)});
      if (!field) return;
      watching.disconnect();
      field.value = 'other';
    }).observe(document.documentElement, { childList: true, subtree: true });
    return window.__alma.show(page).then(() => true);
  })()`);
  await tab.guidance('the stop stands', ({ findings }) => stops(findings).includes('ex-libris-account'));
  await tab.click(saveButton);
  expect((await asked(tab)).words).toContain('Alma loaded exl_impl');
  expect(await done(tab)).toEqual([]);
});

test('a protected account is one however its identifier is written: the stop shows, and Save is asked about', async ({
  desk,
}) => {
  const written = {
    'a space of no width': 'exl_\u200bimpl',
    'a no-break space': '\u00a0exl_impl\u00a0',
    'full-width letters': 'ｅｘｌ＿ｉｍｐｌ',
    'a dotted capital I': 'EXL_İMPL',
  };
  for (const [how, id] of Object.entries(written)) {
    await test.step(how, async () => {
      const tab = await desk.openAlma(userDetails({ ...exLibrisAccount, id }, { editable: true }));
      const { findings } = await tab.guidance();
      expect(stops(findings), how).toContain('ex-libris-account');
      await tab.click(saveButton);
      await asked(tab);
      expect(await done(tab), how).toEqual([]);
    });
  }
});
