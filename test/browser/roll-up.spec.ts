import { totalsText } from '../../src/totals/index.ts';
import { readTable } from '../rollup/read-back.ts';
import { totalsWith } from '../totals/totals-with.ts';
import { expect, test } from './fixtures.ts';
import { openOptions, takeOver } from './options-screen.ts';
import { rolesFile, utf8 } from './review-files.ts';
import { type Downloaded, ReviewScreen } from './review-screen.ts';
import { RollUpScreen } from './roll-up-screen.ts';

const file = (...given: Parameters<typeof totalsWith>) => {
  const totals = totalsWith(...given);
  return { name: `${totals.institution} ${totals.date}.json`, bytes: utf8(totalsText(totals)) };
};
const day = (text: string) => text as ReturnType<typeof totalsWith>['date'];

const amber = file({ institution: 'Amber University', limit: 110 });
const amberBefore = file({ institution: 'Amber University', limit: 110, date: day('2025-11-20') }, { namedUsers: 95 });
const birch = file({ institution: 'جامعة البتولا', limit: 90 }, { cannotTell: 3 });
const review = { name: 'review.json', bytes: utf8('{"format":"alma-user-guard-review","version":1}') };

const tableOf = ({ bytes }: Downloaded, format: 'csv' | 'xlsx') =>
  readTable(new Blob([bytes as Uint8Array<ArrayBuffer>]), format);

test('from a member’s review to the consortium’s sums, by dropped files', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const options = await openOptions(desk);
  await takeOver(options, {
    format: 'alma-user-guard-policy',
    version: 1,
    base: 'wrlc',
    institution: { name: 'Copper College', prefixes: [] },
    namedUserLimit: 190,
    otherInstitutions: ['amber university', 'Copper College', 'Dunlin'].map((name) => ({ name, prefixes: [] })),
  });
  const member = await ReviewScreen.open(desk);
  await member.give([rolesFile(['jdoe', 'Doe', 'Jo', 'Active', 'Cataloger', '01EX_INST'])]);
  expect(await member.figure('named-users')).toBe(1);
  await member.sees('[data-totals="text"]');
  const [shown] = await member.tab.run(() => [document.querySelector('[data-totals="text"]')?.textContent]);
  const totals = await member.downloads(() => member.tab.click('[data-export="totals"]'));
  expect(totals.bytes.toString()).toBe(shown);
  expect(totals.bytes.toString()).not.toContain('jdoe');
  await member.tab.click('[data-action="open-rollup"]');
  await member.tab.until('the page is open', async () =>
    (await desk.browser.openAddresses()).includes(desk.browser.extensionAddress('rollup')),
  );

  const screen = await RollUpScreen.open(desk);
  await screen.drop([amber, amberBefore, birch, totals, review]);
  expect(await screen.members(3)).toEqual(['Amber University', 'Copper College', 'جامعة البتولا']);
  await expect
    .poll(() => screen.sums())
    .toEqual({ members: '3', 'named-users': '201', 'cannot-tell': '3', limit: '190', 'over-limit': '11' });
  await expect
    .poll(() => screen.tab.texts('[data-refused]'))
    .toEqual([expect.stringContaining('a review with people in it')]);
  await expect.poll(() => screen.tab.texts('[data-missing]')).toEqual([expect.stringContaining('Dunlin')]);
  for (const format of ['csv', 'xlsx'] as const) {
    const saved = await screen.downloads(() => screen.tab.click(`[data-export="rollup-${format}"]`));
    expect(saved.name).toMatch(new RegExp(`^alma-named-users-consortium-\\d{4}-\\d\\d-\\d\\d\\.${format}$`));
    const rows = (await tableOf(saved, format)).map(([name, named]) => [name, named]);
    expect(rows.slice(1)).toEqual([
      ['Amber University', '100'],
      ['Copper College', '1'],
      ['جامعة البتولا', '100'],
      ['Dunlin', ''],
      ['All together (3 members)', '201'],
    ]);
  }
});

test('all of it by keyboard', async ({ desk }) => {
  const screen = await RollUpScreen.open(desk);
  await screen.use('[data-action="practice"]');
  const [first] = await screen.members(8);
  await screen.use('[data-sort="named"]');
  await screen.tab.until('another order', async () => (await screen.members(8))[0] !== first);
  await screen.use('[data-member]:first-of-type summary');
  await screen.tab.until('its files', async () => (await screen.tab.count('.member-files button')) > 0);
  const files = await screen.tab.count('.member-files button');
  await screen.use('.member-files button');
  await screen.tab.until('one is gone', async () => (await screen.tab.count('.member-files button')) === files - 1);
  await screen.tab.until('the focus stays with them', () => screen.hasFocus('.member-files summary'));
  const saved = await screen.downloads(() => screen.use('[data-export="rollup-csv"]'));
  expect(saved.name).toMatch(/^practice-consortium-.*\.csv$/);
  await screen.tabBackTo('[data-action="practice"]');
  await screen.press(' ');
  await screen.members(0);
});

test('nothing sticks out of a narrow window, and a member’s card says what its row says', async ({ desk }) => {
  const screen = await RollUpScreen.practising(desk);
  const rows = await screen.tab.texts('[data-member] [data-cell]');
  for (const [width, height] of [
    [1280, 900],
    [700, 700],
    [375, 700],
    [320, 640],
  ] as const) {
    await screen.tab.resize(width, height);
    await screen.tab.until(
      'drawn for the width',
      async () => (await screen.tab.count('table.members')) === Number(width > 700),
    );
    await screen.fitsAcross(`${width} px`);
  }
  await expect.poll(() => screen.tab.texts('[data-member] [data-cell]')).toEqual(rows);
  await screen.tab.run(() => {
    document.documentElement.dir = 'rtl';
  });
  await screen.fitsAcross('from right to left');
});

test('on paper stand the figures, the table and the years, and no control', async ({ desk }) => {
  const screen = await RollUpScreen.practising(desk);
  // A page cannot be printed here: what holds for paper is made to hold for the screen.
  await screen.tab.run(() => {
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'screen';
      }
    }
  });
  const drawn = await screen.tab.run(() => {
    const isDrawn = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
    return {
      controls: isDrawn('main :is(button:not(.sort), input, select)'),
      rows: isDrawn('[data-member]'),
      figures: isDrawn('output[data-rollup]'),
      plots: isDrawn('#course svg'),
      missing: isDrawn('[data-missing]'),
    };
  });
  expect(drawn).toEqual({ controls: 0, rows: 8, figures: 5, plots: 1, missing: 1 });
});

test('it is reached from the popup, and keeps nothing', async ({ desk }) => {
  const popup = await desk.openExtension('popup');
  await popup.click('[data-open="rollup"]');
  const address = desk.browser.extensionAddress('rollup');
  await popup.until('the page is open', async () => (await desk.browser.openAddresses()).includes(address));
  const screen = await RollUpScreen.open(desk);
  const stored = () =>
    screen.tab.evaluate(`(async () => [
      Object.keys(await (globalThis.browser ?? chrome).storage.local.get(null)),
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ])()`);
  const before = await stored();
  await screen.give([amber, birch]);
  await screen.members(2);
  expect(await stored()).toEqual(before);
});
