import { type AlmaPage, userDetails, userList } from '../alma/description.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import { mayBeKept } from '../alma/server.ts';
import type { AlmaTab } from './alma-tab.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked } from './guard-screen.ts';
import { bringFonts, misfitsInSmallWindows } from './lettering.ts';
import type { BrowserWithExtension } from './tab.ts';
import { words } from './words.ts';

/** What can be seen of ours: the panel, the marks, and the line that a copy that was cut off has left. */
const visible = (tab: AlmaTab) =>
  tab.run(() => {
    const roots = [...document.querySelectorAll('alma-user-guard, alma-user-guard-mark')].map(
      (host) => host.shadowRoot,
    );
    const drawn = (selector: string) =>
      roots
        .flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])])
        .filter((part) => part.checkVisibility());
    const marks = document.querySelectorAll<HTMLElement>('alma-user-guard-mark');
    return {
      panels: drawn('.panel').length,
      marks: [...marks].filter((mark) => mark.checkVisibility()).length,
      lines: drawn('[data-cut-off], .gone').map((line) => line.textContent),
    };
  });

/** What is expected of that. */
interface Seen {
  readonly panels: number;
  readonly marks: number;
  readonly lines: readonly string[];
}

const line = words('guidance_cut_off');
const roles = exLibrisAccount.roles.length;

/** How many tips of marks are open and drawn. */
const tips = (tab: AlmaTab) =>
  tab.run(() => {
    const hosts = [...document.querySelectorAll('alma-user-guard-mark')];
    return hosts.filter((mark) => mark.shadowRoot?.querySelector<HTMLElement>('.tip')?.checkVisibility()).length;
  });

/** What stands in the page now is an earlier copy's from here on. */
const markEarlier = (tab: AlmaTab) =>
  tab.run(() => {
    for (const host of document.querySelectorAll('alma-user-guard, alma-user-guard-mark'))
      host.setAttribute('data-earlier', '');
  });

/** Waits until a later copy has swept away what the earlier one left; gives what can be seen when it speaks. */
const seenOfNext = (tab: AlmaTab, expected: Seen) =>
  tab.until('the next copy alone speaks', async () => {
    const left = await tab.run(() => document.querySelectorAll('[data-earlier]').length);
    const seen = await visible(tab);
    return left === 0 && JSON.stringify(seen) === JSON.stringify(expected);
  });

const ends = [
  ['switched off', (browser: BrowserWithExtension) => browser.disableExtension()],
  ['updated', (browser: BrowserWithExtension) => browser.updateExtension()],
] as const;

for (const [what, end] of ends) {
  test(`when the extension is ${what} under an open page, the copy that was cut off leaves one line and nothing else`, async ({
    ownDesk,
  }) => {
    const desk = await ownDesk();
    const tab = await desk.openAlma(userDetails(exLibrisAccount));
    await tab.guidance();
    expect(await visible(tab)).toEqual({ panels: 1, marks: roles, lines: [] });
    await markEarlier(tab);
    await end(desk.browser);
    await tab.show();
    if (what === 'updated' && desk.browser.family === 'firefox') {
      // Firefox puts the new copy into open pages at once: it speaks, and nothing is left of the one before.
      await seenOfNext(tab, { panels: 1, marks: roles, lines: [] });
      return;
    }
    await tab.until('the line is there', async () => (await visible(tab)).lines.length > 0);
    expect(await visible(tab)).toEqual({ panels: 0, marks: 0, lines: [line] });
    if (desk.browser.family === 'chromium') expect(await tab.ownElements()).toBe(1);
    expect(await misfitsOfLine(tab)).toEqual([]);
    if (what === 'switched off') await desk.browser.enableExtension();
    await tab.open(userDetails(exLibrisAccount));
    await tab.guidance();
    expect(await visible(tab)).toEqual({ panels: 1, marks: roles, lines: [] });
  });
}

/** What of the line does not fit a small window in the letters that take most room. */
async function misfitsOfLine(tab: AlmaTab): Promise<string[]> {
  await bringFonts(tab);
  const misfits = await misfitsInSmallWindows(tab, 'alma-user-guard', '', 'hardest');
  await tab.resize(1280, 800);
  return misfits;
}

/** Whether a press that begins on a control does not reach it: nothing else tells that we are on a page on which nothing of ours shows. */
const holdsPresses = (tab: AlmaTab, selector: string) =>
  tab.run((wanted) => {
    const control = document.querySelector(wanted);
    let arrived = control === null;
    const note = () => {
      arrived = true;
    };
    control?.addEventListener('pointerdown', note);
    control?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, composed: true }));
    control?.removeEventListener('pointerdown', note);
    return !arrived;
  }, selector);

/** Pages on which no panel of ours stands: how one is opened and used, and how many marks it has. */
const withoutPanel = [
  [
    'a user list',
    userList([exLibrisAccount, ordinaryPatron], { columns: ['name', 'id', 'status'] }),
    1,
    (tab: AlmaTab) =>
      tab.run(() => document.querySelector('alma-user-guard-mark')?.shadowRoot?.querySelector('button')?.focus()),
  ],
  [
    'a record that cannot be read',
    userDetails(exLibrisAccount, {
      ids: 'bare',
      labels: 'none',
      deleteButton: true,
      skeleton: { entities: 'absent' },
    }),
    0,
    async (tab: AlmaTab) => {
      await tab.until('presses are held', () => holdsPresses(tab, '[data-does="delete"]'));
      await tab.click('[data-does="delete"]');
      await asked(tab, ({ isStyled }) => isStyled);
      await tab.press('Escape');
      await answered(tab);
    },
  ],
] as const;

for (const [name, page, marks, use] of withoutPanel) {
  for (const [what, end] of ends) {
    test(`when the extension is ${what} while ${name} is open, its marks go and one line is left`, async ({
      ownDesk,
    }) => {
      const desk = await ownDesk();
      const tab = await desk.openAlma(page);
      await tab.until('the page is read', async () => (await visible(tab)).marks === marks);
      await use(tab);
      expect(await visible(tab)).toEqual({ panels: 0, marks, lines: [] });
      await markEarlier(tab);
      await end(desk.browser);
      await tab.show();
      if (what === 'updated' && desk.browser.family === 'firefox') {
        // The new copy is there at once: it needs no line, and what it says it says once.
        await seenOfNext(tab, { panels: 0, marks, lines: [] });
        await use(tab);
        return;
      }
      await tab.until('the line is there', async () => (await visible(tab)).lines.length > 0);
      expect(await visible(tab)).toEqual({ panels: 0, marks: 0, lines: [line] });
      expect(await tips(tab)).toBe(0);
      expect(await misfitsOfLine(tab)).toEqual([]);
      if (what === 'switched off') await desk.browser.enableExtension();
      await tab.open(page);
      await tab.until('the next copy speaks', async () => (await visible(tab)).marks === marks);
      await use(tab);
      expect(await visible(tab)).toEqual({ panels: 0, marks, lines: [] });
    });
  }
}

/** Opens a page that the browser may put aside, and waits until what can be seen on it is all there. */
async function openKept(desk: Desk, page: AlmaPage, expected: Seen): Promise<AlmaTab> {
  const tab = await desk.openAlma('home');
  const address = new URL(desk.browser.almaAddress(desk.alma.pathOf(page)));
  address.searchParams.set(mayBeKept, '');
  await tab.go(address.href);
  await tab.run(() => document.documentElement.setAttribute('data-was-here', ''));
  await tab.until('the page is read', async () => JSON.stringify(await visible(tab)) === JSON.stringify(expected));
  return tab;
}

/** Goes to another page and back, with something done there; tells whether the browser had put the page aside. */
async function thereAndBack(tab: AlmaTab, there: () => Promise<void> = async () => undefined): Promise<boolean> {
  await tab.open('titles');
  await there();
  await tab.show();
  await tab.run(() => void setTimeout(() => history.back(), 0));
  return tab
    .until('the page is back', async () => {
      // Between two documents there may be nobody to answer.
      const at = await tab
        .run((name) => {
          const isBack = location.href.includes(name) && document.readyState === 'complete';
          return isBack ? [document.documentElement.hasAttribute('data-was-here')] : [];
        }, mayBeKept)
        .catch(() => []);
      return at.length > 0 && { wasKept: at[0] === true };
    })
    .then(({ wasKept }) => wasKept);
}

for (const [name, page, expected] of [
  ['a record', userDetails(exLibrisAccount, { deleteButton: true }), { panels: 1, marks: roles, lines: [] }],
  ['a user list', withoutPanel[0][1], { panels: 0, marks: 1, lines: [] }],
] as const) {
  test(`${name} that the browser had put aside comes back as it was, and with one line alone when the extension has gone meanwhile`, async ({
    ownDesk,
  }) => {
    const desk = await ownDesk();
    const tab = await openKept(desk, page, expected);
    // Firefox keeps it; the Chromium of the tests is told to keep none.
    const keeps = desk.browser.family === 'firefox';
    expect(await thereAndBack(tab)).toBe(keeps);
    await tab.until('it speaks', async () => JSON.stringify(await visible(tab)) === JSON.stringify(expected));
    await tab.run(() => document.documentElement.setAttribute('data-was-here', ''));
    expect(await thereAndBack(tab, () => desk.browser.disableExtension())).toBe(keeps);
    expect(await visible(tab)).toEqual({ panels: 0, marks: 0, lines: keeps ? [line] : [] });
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
