import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';

test('when the extension is disabled under an open page, and enabled again, one copy speaks', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const tab = await desk.openAlma(userDetails(namedUser));
  await tab.guidance();
  await desk.browser.disableExtension();
  // Firefox ends the script without a word to it; what it left stays until the next copy or the next page sweeps it away.
  if (desk.browser.family === 'chromium') {
    await tab.until('the cut-off copy takes its things out', async () => (await tab.ownElements()) === 0);
  }
  await desk.browser.enableExtension();
  await tab.open(userDetails(namedUser));
  const { marks } = await tab.guidance();
  expect(marks).toHaveLength(namedUser.roles.length);
  expect(await tab.run(() => document.querySelectorAll('alma-user-guard').length)).toBe(1);
});

test('a second copy in the same document, as after an update, takes the place of the first', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const tab = await desk.openAlma(userDetails(namedUser));
  const before = await tab.guidance();
  await tab.run(() => {
    // What is left of an older copy that was cut off: its element, and no script behind it.
    const left = document.createElement('alma-user-guard');
    document.querySelector('alma-user-guard')?.after(left);
  });
  await desk.browser.disableExtension();
  await desk.browser.enableExtension();
  if (desk.browser.family === 'firefox') {
    // Firefox puts the new copy into open pages at once.
    await tab.until('the new copy has swept and speaks', async () => {
      const shown = await tab.shown();
      const count = await tab.run(() => document.querySelectorAll('alma-user-guard').length);
      return count === 1 && shown.marks.length === before.marks.length;
    });
  } else {
    await tab.open(userDetails(namedUser));
    expect((await tab.guidance()).marks).toEqual(before.marks);
  }
  expect(await tab.run(() => document.querySelectorAll('alma-user-guard').length)).toBe(1);
});
