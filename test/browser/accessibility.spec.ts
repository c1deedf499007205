import { userDetails } from '../alma/description.ts';
import { exLibrisAccount, expiredButActive, namedUser, ordinaryPatron } from '../alma/people.ts';
import { violations } from './axe.ts';
import { FilesScreen } from './files-screen.ts';
import { expect, test } from './fixtures.ts';

const records = {
  'an ordinary patron': userDetails(ordinaryPatron),
  'a named user': userDetails(namedUser),
  'an Ex Libris account': userDetails(exLibrisAccount),
  'somebody past the expiry date': userDetails(expiredButActive),
  'roles that are not drawn': userDetails(namedUser, { roleList: { extent: 'not-drawn' } }),
};

for (const [title, page] of Object.entries(records)) {
  test(`axe finds nothing in the guidance for ${title}`, async ({ desk }) => {
    const tab = await desk.openAlma(page);
    const { marks } = await tab.guidance();
    expect(await violations(tab, 'alma-user-guard')).toEqual([]);
    if (marks.length > 0) expect(await violations(tab, 'alma-user-guard-mark')).toEqual([]);
  });
}

for (const page of ['popup', 'options', 'review'] as const) {
  for (const dark of [false, true]) {
    test(`axe finds nothing on the ${page} page${dark ? ' in the dark' : ''}`, async ({ ownDesk }) => {
      const desk = await ownDesk({ dark });
      const tab = await desk.openExtension(page);
      await tab.until('the page is drawn', async () => (await tab.texts('h1')).some((text) => text.length > 0));
      expect(await violations(tab, 'html')).toEqual([]);
      await tab.resize(375, 800);
      expect(await violations(tab, 'html')).toEqual([]);
      // The popup decides its own window's width.
      if (page === 'popup') return;
      await new FilesScreen(tab, '').fitsAcross('at 375 px');
    });
  }
}

test('the guidance is folded away and shown by keyboard alone', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(expiredButActive));
  await tab.guidance();
  const expanded = async () =>
    (await tab.attributes('button[aria-controls="details"]', 'aria-expanded'))[0]?.['aria-expanded'];
  const before = await expanded();
  await tab.run(() => {
    const button = document
      .querySelector('alma-user-guard')
      ?.shadowRoot?.querySelector<HTMLElement>('button[aria-controls="details"]');
    button?.focus();
  });
  await tab.press('Enter');
  await tab.until('it folds', async () => (await expanded()) !== before);
  await tab.press(' ');
  await tab.until('it unfolds', async () => (await expanded()) === before);
});
