import { userDetails } from '../alma/description.ts';
import { mixedAccount, namedUser } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { downloadPolicy, openOptions, takeOver } from './options-screen.ts';
import { field, openPageCheck, openReport, openStrange, says, startTeaching, unreadGroup } from './teaching-screen.ts';
import { words } from './words.ts';

const readGroup = (alma: AlmaTab) =>
  alma.guidance('the user group is read', ({ unread }) => !unread.includes('userGroup'));

/** Counts from now on every gesture of a person that Alma's document gets to hear of. */
const listen = (alma: AlmaTab): Promise<void> =>
  alma.run(() => {
    const heard: string[] = [];
    for (const gesture of ['pointermove', 'pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup'])
      document.addEventListener(gesture, ({ isTrusted }) => isTrusted && heard.push(gesture), { capture: true });
    Object.assign(window, { heardByAlma: heard });
  });
const heard = (alma: AlmaTab): Promise<string[]> => alma.evaluate('window.heardByAlma.splice(0)');

/** The document as it stands, however far it is scrolled: Alma's bar with the title stays in sight by a class. */
const markup = async (alma: AlmaTab): Promise<string> =>
  (await alma.markup())
    .replace('jsHideInIframePopup affixed"', 'jsHideInIframePopup"')
    .replace(/(class="affixedElementPlaceholder") style="[^"]*"/, '$1');
const received = (alma: AlmaTab): Promise<number> => alma.evaluate('window.__alma.received.length');
const isOver = (alma: AlmaTab): Promise<unknown> =>
  alma.until('nobody is asked to point any more', async () => (await alma.count('.pointing')) === 0);

test('shown with the mouse: the value is seen before its place is kept, all open records are read, and Alma notices nothing', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const other = await openStrange(desk, mixedAccount);
  await unreadGroup(other);
  const alma = await openStrange(desk);
  await unreadGroup(alma);
  const before = { markup: await markup(alma), received: await received(alma) };
  await startTeaching(desk, alma);
  await listen(alma);
  await alma.click('#PAGE_BUTTONS_cbuttonsave');
  await says(alma, words('teaching_refused_nothing_stable'));
  await alma.click('label[for="pageBeanhfrUserFieldsetgrp"]');
  await says(alma, words('teaching_reads', { field }));
  await says(alma, namedUser.userGroup?.name ?? 'a group');
  await says(alma, words('teaching_by_id', { text: 'pageBeanhfrUserFieldsetgrp' }));
  await alma.click('.pointing button', words('teaching_use'));
  await isOver(alma);
  expect(await heard(alma)).toEqual([]);
  await readGroup(alma);
  await readGroup(other);
  await expect.poll(async () => ({ markup: await markup(alma), received: await received(alma) })).toEqual(before);
  const options = await desk.openExtension('options');
  await options.until('the place is listed', async () =>
    (await options.texts('#pages code')).includes('pageBeanhfrUserFieldsetgrp'),
  );
});

test('shown with the keyboard: places are gone through, Escape leaves everything as it was, Enter takes', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const alma = await openStrange(desk);
  await unreadGroup(alma);
  const before = { markup: await markup(alma), received: await received(alma) };
  await startTeaching(desk, alma);
  await listen(alma);
  await alma.press('Tab', 'ArrowDown');
  expect(await heard(alma)).toEqual([]);
  await alma.press('Escape');
  await isOver(alma);
  await expect.poll(async () => ({ markup: await markup(alma), received: await received(alma) })).toEqual(before);
  await startTeaching(desk, alma);
  let at: Outlined | undefined;
  for (let place = 0; at?.id !== 'pageBeanhfrUserFieldsetgrp'; place++) {
    expect(place).toBeLessThan(40);
    const last = at?.box;
    await alma.press(place === 0 ? 'Tab' : 'ArrowDown');
    at = await alma.until('another place has the outline', async () => {
      const now = await outlined(alma);
      return now !== undefined && now.box !== last && now;
    });
  }
  await alma.press('Enter');
  await says(alma, words('teaching_reads', { field }));
  await alma.press('Enter');
  await isOver(alma);
  await readGroup(alma);
  await expect.poll(async () => ({ markup: await markup(alma), received: await received(alma) })).toEqual(before);
});

interface Outlined {
  /** Of the field that the outline is drawn around. */
  readonly id: string | undefined;
  readonly box: string;
}

const outlined = (alma: AlmaTab): Promise<Outlined | undefined> =>
  alma.run(() => {
    const outline = document
      .querySelector('alma-user-guard')
      ?.shadowRoot?.querySelector<HTMLElement>('.pointing .outline:not([hidden])');
    if (!outline) return undefined;
    const { left, top, width, height } = outline.getBoundingClientRect();
    return { id: document.elementFromPoint(left + width / 2, top + height / 2)?.id, box: outline.style.cssText };
  });

test('what cannot be that field is refused kindly, and nothing is kept', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await openStrange(desk);
  await alma.run(() => {
    for (const span of document.querySelectorAll('label[for="pageBeanhfrUserFieldsetdtB"] span'))
      span.textContent = 'Einddatum';
  });
  await alma.guidance('the expiry date is not found', ({ unread }) => unread.includes('expiryDate'));
  const popup = await openPageCheck(desk);
  await popup.click('[data-teach="expiryDate"]');
  await says(alma, words('teaching_how'));
  await alma.click('#pageBeanhfrUserFieldsetfstNm');
  await says(alma, words('teaching_refused_unreadable'));
  await alma.click('.pointing button', words('teaching_again'));
  await says(alma, words('teaching_how'));
  await alma.click('.pointing button', words('teaching_cancel'));
  await isOver(alma);
  const { unread } = await alma.guidance();
  expect(unread).toContain('expiryDate');
});

test('another record ends the pointing', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await openStrange(desk);
  await unreadGroup(alma);
  await startTeaching(desk, alma);
  await alma.showInPlace(userDetails(mixedAccount, { ids: 'unlike' }));
  await isOver(alma);
  await readGroup(alma);
});

test('a lost place is told, and nothing is guessed in its stead', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await openStrange(desk);
  await unreadGroup(alma);
  await startTeaching(desk, alma);
  await alma.click('label[for="pageBeanhfrUserFieldsetgrp"]');
  await alma.click('.pointing button', words('teaching_use'));
  await readGroup(alma);
  await alma.showInPlace(userDetails(namedUser));
  await unreadGroup(alma);
  const popup = await openPageCheck(desk);
  await popup.until('the popup tells what is lost', async () =>
    (await popup.texts('[data-lost]')).some((text) => text.includes(field)),
  );
});

test('a place shown at one desk is read at another, which takes over the first one’s policy', async ({ ownDesk }) => {
  const first = await ownDesk();
  const shown = await openStrange(first);
  await unreadGroup(shown);
  await startTeaching(first, shown);
  await shown.click('label[for="pageBeanhfrUserFieldsetgrp"]');
  await shown.click('.pointing button', words('teaching_use'));
  await readGroup(shown);
  const policy: unknown = JSON.parse(await downloadPolicy(await openOptions(first)));
  const place = { field: 'userGroup', by: 'id', value: 'pageBeanhfrUserFieldsetgrp', on: true };
  expect(policy).toMatchObject({ taughtLocators: [place] });

  const second = await ownDesk();
  const other = await openStrange(second, mixedAccount);
  await unreadGroup(other);
  await takeOver(await openOptions(second), policy);
  await readGroup(other);
});

test('a page report is shown in full, without anything of the record', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(userDetails(namedUser));
  await alma.guidance();
  const before = await markup(alma);
  const report = await openReport(desk);
  const [text = ''] = await report.texts('pre');
  expect(text).toContain('pageBeanuserprimaryIdentifier');
  expect(text).toContain('Primary identifier');
  for (const value of [namedUser.id, namedUser.firstName, namedUser.lastName, namedUser.expiryDate, 'User Manager'])
    expect(text).not.toContain(value);
  expect(await markup(alma)).toBe(before);
});
