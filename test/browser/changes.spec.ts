import { userDetails, userList } from '../alma/description.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import { role } from '../alma/roles.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked, done } from './guard-screen.ts';

test('another tab of the same record keeps what was read before', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser));
  expect((await tab.guidance()).answer).toBe('counts');
  await tab.showInPlace(userDetails(namedUser, { tab: 'identifier' }));
  await tab.until('the role list is gone', async () => (await tab.shown()).marks.length === 0);
  const { answer } = await tab.guidance('the answer stays', (shown) => shown.answer === 'counts');
  expect(answer).toBe('counts');
});

test('another user drawn in place is another record: nothing of the first one stays', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser));
  expect((await tab.guidance()).answer).toBe('counts');
  await tab.showInPlace(userDetails(exLibrisAccount));
  const { findings, answer } = await tab.guidance('the Ex Libris account is recognised', (shown) =>
    shown.findings.some(({ rule }) => rule === 'ex-libris-account'),
  );
  expect(answer).toBe('does-not-count');
  expect(findings.map(({ rule }) => rule)).not.toContain('named-user');
  await tab.showInPlace(userDetails(ordinaryPatron));
  await tab.guidance('the warning leaves with its record', (shown) =>
    shown.findings.every(({ severity }) => severity !== 'stop'),
  );
});

test('a content that Alma draws anew gets its marks again, once each', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser));
  const before = await tab.guidance('all roles are marked', (shown) => shown.marks.length === namedUser.roles.length);
  await tab.redraw();
  const after = await tab.guidance('all roles are marked', (shown) => shown.marks.length === namedUser.roles.length);
  expect(after).toEqual(before);
  expect(await tab.run(() => document.querySelectorAll('alma-user-guard').length)).toBe(1);
});

test('a page with a clock that never stops is read all the same', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { clock: true }));
  expect((await tab.guidance()).answer).toBe('counts');
});

test('under a policy that allows the page next to nothing, guidance stands and is styled', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { strictCsp: true }));
  await tab.guidance();
  const display = () =>
    tab.run(() => {
      const stop = document.querySelector('alma-user-guard')?.shadowRoot?.querySelector('[data-severity="stop"]');
      return stop ? getComputedStyle(stop).borderTopStyle + getComputedStyle(stop).backgroundColor : '';
    });
  // The styles come with the settings.
  await tab.until('the stop is styled', async () => !['', 'nonergba(0, 0, 0, 0)'].includes(await display()));
  await tab.click('[data-does="save"]');
  await asked(tab, ({ isStyled }) => isStyled);
  await tab.press('Escape');
  await answered(tab);
  expect(await done(tab)).toEqual([]);
});

test('under such a policy a role is asked about, and the rows of a list are marked, in words that open', async ({
  desk,
}) => {
  const unknown = { ...ordinaryPatron, roles: [role('Lesesaalgast')] };
  const tab = await desk.openAlma(userDetails(unknown, { strictCsp: true }));
  await tab.until('it asks what the role is', async () => (await tab.count('.ask select')) === 1);
  await tab.open(userList([ordinaryPatron, exLibrisAccount], { strictCsp: true }));
  await tab.until('the row is marked', async () => (await tab.count('alma-user-guard-mark')) === 1);
  await tab.run(() => document.querySelector('alma-user-guard-mark')?.shadowRoot?.querySelector('button')?.focus());
  await expect.poll(async () => (await tab.texts('.tip'))[0]?.length).toBeGreaterThan(20);
});

test('the document is what Alma made it: with guidance apart from our elements, and afterwards to the byte', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const journey = async () => {
    const tab = await desk.openAlma(userDetails(namedUser));
    return {
      tab,
      leave: async () => {
        await tab.showInPlace(userDetails(exLibrisAccount));
        await tab.showInPlace('home');
      },
    };
  };
  const withGuidance = await journey();
  await withGuidance.tab.guidance('all roles are marked', (shown) => shown.marks.length === namedUser.roles.length);
  const apart = await withGuidance.tab.run(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll('alma-user-guard, alma-user-guard-mark')) own.remove();
    return copy.outerHTML;
  });
  await withGuidance.leave();
  await withGuidance.tab.until('guidance leaves', async () => (await withGuidance.tab.ownElements()) === 0);
  const afterwards = await withGuidance.tab.markup();

  await desk.browser.disableExtension();
  const without = await journey();
  const plain = await without.tab.markup();
  await without.leave();
  const plainAfterwards = await without.tab.markup();
  await desk.closeTabs();

  // The stand-in numbers the pages that it makes up.
  const numbered = (markup: string) => markup.replaceAll(/made-\d+/g, 'made');
  expect(numbered(apart)).toBe(numbered(plain));
  expect(numbered(afterwards)).toBe(numbered(plainAfterwards));
});
