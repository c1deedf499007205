import { userDetails } from '../alma/description.ts';
import { exLibrisAccount, namedUser } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import type { BrowserWithExtension } from './tab.ts';
import { words } from './words.ts';

/** What can be seen of ours: the panel, and the line that a copy that was cut off has left. */
const visible = (tab: AlmaTab) =>
  tab.run(() => {
    const roots = [...document.querySelectorAll('alma-user-guard, alma-user-guard-mark')].map(
      (host) => host.shadowRoot,
    );
    const drawn = (selector: string) =>
      roots
        .flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])])
        .filter((part) => part.checkVisibility());
    return { panels: drawn('.panel').length, lines: drawn('[data-cut-off], .gone').map((line) => line.textContent) };
  });

/** What stands in the page now is an earlier copy's from here on. */
const markEarlier = (tab: AlmaTab) =>
  tab.run(() => {
    for (const host of document.querySelectorAll('alma-user-guard, alma-user-guard-mark'))
      host.setAttribute('data-earlier', '');
  });

const line = words('guidance_cut_off');

for (const [what, end] of [
  ['switched off', (browser: BrowserWithExtension) => browser.disableExtension()],
  ['updated', (browser: BrowserWithExtension) => browser.updateExtension()],
] as const) {
  test(`when the extension is ${what} under an open page, the copy that was cut off leaves one line and nothing else`, async ({
    ownDesk,
  }) => {
    const desk = await ownDesk();
    const tab = await desk.openAlma(userDetails(exLibrisAccount));
    await tab.guidance();
    expect(await visible(tab)).toEqual({ panels: 1, lines: [] });
    await tab.run(() => document.querySelector('alma-user-guard')?.setAttribute('data-before', ''));
    await markEarlier(tab);
    await end(desk.browser);
    await tab.show();
    if (what === 'updated' && desk.browser.family === 'firefox') {
      // Firefox puts the new copy into open pages at once: it speaks, and nothing is left of the one before.
      await tab.until('what was there before is gone', async () => (await tab.count('[data-before]')) === 0);
      await expect.poll(() => visible(tab)).toEqual({ panels: 1, lines: [] });
      return;
    }
    await tab.until('the line is there', async () => (await visible(tab)).lines.length > 0);
    await expect.poll(() => visible(tab)).toEqual({ panels: 0, lines: [line] });
    if (desk.browser.family === 'chromium') await expect.poll(() => tab.ownElements()).toBe(1);
    if (what === 'switched off') await desk.browser.enableExtension();
    await tab.open(userDetails(exLibrisAccount));
    await tab.guidance();
    expect(await visible(tab)).toEqual({ panels: 1, lines: [] });
  });
}

test('when the extension is disabled under an open page, and enabled again, one copy speaks', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const tab = await desk.openAlma(userDetails(namedUser));
  await tab.guidance();
  await desk.browser.disableExtension();
  // Firefox ends the script without a word to it; what it left stays until the next copy or the next page sweeps it away.
  if (desk.browser.family === 'chromium') {
    await tab.until('the cut-off copy takes its things out', async () => (await tab.ownElements()) === 1);
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
