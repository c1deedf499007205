import { unzipSync } from 'fflate';
import { type Day, dayOf } from '../../src/record/index.ts';
import { practiceDefaults, practiceFiles, practicePeople, practiceTruth } from '../../src/review/practice/index.ts';
import { expect, test } from './fixtures.ts';
import { cellsOf, csv, largerLibrary, rolesFile, setAsCsv, smallLibrary } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

const now = new Date();
const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
const options = { ...practiceDefaults, today, people: 400 };
const made = practicePeople(options);
const exports = practiceFiles(made, options);
/** The role list of the policy that is in force at first start. */
const truth = practiceTruth(made, 'ex-libris-report');

const nothingStored = { extension: [], local: 0, session: 0, databases: 0, caches: 0 };

test('the figures of the made-up institution are the true ones, and every sum adds up', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.give(exports);
  const figures = await screen.figures();
  for (const name of [
    'report-rows',
    'report-rows-without-exl',
    'named-users',
    'protected',
    'only-in-report',
    'only-in-analytics',
    'unread-rows',
    'dropped-ip-cells',
  ] as const) {
    expect(figures[name], name).toBe(String(truth[name]));
  }
  expect(figures.limit).toBe('');
  expect(figures['over-limit']).toBe('');
  await expect
    .poll(() => screen.tab.attributes('[data-sum]', 'data-adds'))
    .toEqual([{ 'data-adds': 'yes' }, { 'data-adds': 'yes' }, { 'data-adds': 'yes' }]);
  const authorities = await screen.tab.attributes('[data-authority]', 'data-authority');
  const counts = await screen.tab.texts('[data-authority] output');
  expect(Object.fromEntries(authorities.map((of, at) => [of['data-authority'], Number(counts[at])]))).toEqual(
    truth.byAuthority,
  );
  for (const name of ['named-users', 'protected', 'only-in-report', 'only-in-analytics'] as const) {
    await screen.tab.click(`[data-list="figure:${name}"]`);
    await screen.lists(truth[name]);
  }
});

test('from dropped files to the bytes of the set files, with nothing stored and nothing asked for outside', async ({
  desk,
}) => {
  const screen = await ReviewScreen.open(desk);
  const asked = desk.browser.requested.length;
  await screen.drop([largerLibrary]);
  expect(await screen.figure('named-users')).toBe(5);
  const decisions = { '00042': 'deactivate', desk7: 'remove-roles', cat9: 'remove-roles' };
  for (const [identifier, decision] of Object.entries(decisions)) {
    await screen.decide(identifier, decision);
  }
  await screen.decideTwice('gone5', 'purge');
  const sets = { deactivate: '00042', 'remove-roles': 'cat9', purge: 'gone5' };
  for (const [set, identifier] of Object.entries(sets)) {
    const workbook = await screen.downloads(() => screen.tab.click(`[data-export="set:${set}"]`));
    expect(workbook.name).toBe(`alma-set-${set}-${today}.xlsx`);
    expect(cellsOf(workbook)).toEqual(['USERNAME', identifier]);
  }
  const listed = await screen.downloads(() => screen.tab.click('[data-export="by-hand"]'));
  expect(cellsOf(listed)).toContain('Circulation Desk Operator (MAIN)');

  await screen.tab.click('[data-format="csv"]');
  for (const [set, identifier] of Object.entries(sets)) {
    const plain = await screen.downloads(() => screen.tab.click(`[data-export="set:${set}"]`));
    expect(plain.name).toBe(`alma-set-${set}-${today}.csv`);
    expect(plain.bytes.toString()).toBe(setAsCsv(identifier));
  }
  const byHand = await screen.downloads(() => screen.tab.click('[data-export="by-hand"]'));
  expect(byHand.bytes.toString()).toContain('desk7,"Haddad, Samir"');
  expect(byHand.bytes.toString()).toContain('Circulation Desk Operator (MAIN)');
  const record = await screen.downloads(() => screen.tab.click('[data-export="record"]'));
  expect(record.name).toMatch(/\.html$/);
  expect(record.bytes.toString()).toMatch(/00042.*Deactivate/s);
  expect(record.bytes.toString()).toMatch(/roles\.csv.*[0-9a-f]{64}/s);

  expect(await screen.stored()).toEqual(nothingStored);
  const outside = desk.browser.requested
    .slice(asked)
    .filter((address) => !/^(?:(?:chrome|moz)-extension:|blob:|data:)/.test(address));
  expect(outside).toEqual([]);
});

test('a whole institution leaves nothing in the browser, nor do answers, a record and a saved review', async ({
  desk,
}) => {
  const screen = await ReviewScreen.open(desk);
  await screen.give(exports);
  await screen.figures();
  await screen.accept();
  await screen.tab.click('details.ask > summary');
  await screen.tab.click('.ask [data-format="csv"]');
  const files = await screen.downloads(() => screen.tab.click('[data-action="ask-all"]'));
  const answered = Object.entries(unzipSync(files.bytes)).map(([name, bytes]) => ({ name, bytes }));
  expect(answered.length).toBeGreaterThan(1);
  await screen.give(answered);
  await screen.sees(`[data-file="${answered[0]?.name}"] .answers`);
  await screen.downloads(() => screen.tab.click('[data-export="record"]'));
  const saved = await screen.downloads(() => screen.tab.click('[data-export="review"]'));
  expect(saved.bytes.length).toBeGreaterThan(100_000);
  expect(await screen.stored()).toEqual(nothingStored);
});

test('a protected account is refused, and the last administrators are asked for twice', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.openPerson('exl_api');
  await screen.tab.click('[data-decide="purge"]');
  await screen.sees('dialog[open]');
  expect(await screen.tab.count('[data-action="confirm"]')).toBe(0);
  await screen.tab.click('[data-action="give-up"]');
  await screen.tab.until('the dialog is gone', async () => (await screen.tab.count('dialog')) === 0);
  await screen.drawn();
  expect(await screen.decisionOf('exl_api')).toBe('');

  await screen.openPerson('sysadmin1');
  await screen.tab.click('[data-decide="deactivate"]');
  await screen.tab.click('[data-action="confirm"]');
  await screen.sees('[data-action="confirm-again"]');
  await screen.drawn();
  expect(await screen.decisionOf('sysadmin1')).toBe('');
  await screen.tab.click('[data-action="confirm-again"]');
  await screen.decided('sysadmin1', 'deactivate');
  await screen.tab.click('[data-action="undo"]');
  await screen.decided('sysadmin1', '');
  await screen.tab.click('[data-action="redo"]');
  await screen.decided('sysadmin1', 'deactivate');
});

test('a review is kept only when asked for, survives the tab, guards against a second one, and is wiped', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const screen = await ReviewScreen.open(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.tab.click('.keeping summary');
  await screen.tab.click('[data-action="keep"]');
  await screen.sees('[data-keeping="yes"]');
  await expect.poll(() => screen.stored()).toEqual({ ...nothingStored, databases: 1 });
  await screen.openPerson('00042');
  await screen.tab.click('[data-decide="remove-roles"]');
  await screen.keeps(1);

  const second = await ReviewScreen.open(desk);
  await second.tab.click('[data-action="open-kept"]');
  expect(await second.figure('named-users')).toBe(4);
  await second.decided('00042', 'remove-roles');
  await second.decide('desk7', 'keep');
  await second.keeps(2);

  await screen.tab.show();
  await screen.sees('[data-trouble="other-tab"]');
  await screen.openPerson('sysadmin2');
  await screen.tab.click('[data-decide="keep"]');
  await screen.sees('[data-action="replace-kept"]');
  expect(await screen.keptDecisions()).toBe(2);

  await second.tab.show();
  await second.tab.click('.keeping summary');
  await second.tab.click('[data-action="wipe"]');
  await second.sees('[data-keeping="no"]');
  await expect.poll(() => second.stored()).toEqual(nothingStored);
});

test('a saved review is opened again with its decisions, and another year compares with it', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.decide('00042', 'deactivate');
  const saved = await screen.downloads(() => screen.tab.click('[data-export="review"]'));
  expect(saved.name).toBe(`alma-named-user-review-${today}.json`);

  const again = await ReviewScreen.open(desk);
  await again.give([saved]);
  expect(await again.figure('named-users')).toBe(4);
  await again.decided('00042', 'deactivate');

  const nextYear = await ReviewScreen.open(desk);
  await nextYear.give([smallLibrary]);
  await nextYear.figures();
  await nextYear.give([saved]);
  await nextYear.sees('[data-comparison="not-carried-out"] button');
  await nextYear.decided('00042', '');
});

test('questions are asked once, refusals are told, and unread rows are listed', async ({ ownDesk }) => {
  const screen = await ReviewScreen.open(await ownDesk());
  await screen.give([
    csv('odd.csv', [
      ['Wer', 'Was'],
      ['ab1', 'Cataloger'],
      ['ab2', 'Patron'],
    ]),
    csv('dates.csv', [
      ['User Name', 'Last Login'],
      ['ab1', '01/02/2026'],
      ['ab2', '03/04/2026'],
    ]),
    { name: 'old.xls', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0) },
    rolesFile(['', 'Nobody', 'Nora', 'Active', 'Cataloger', ''], ['ab3', 'Duarte', 'Ines', 'Active', 'Cataloger', '']),
  ]);
  await screen.sees('[data-file="old.xls"][data-state="refused"]');
  await expect.poll(() => screen.figure('unread-rows')).toBe(1);
  await expect
    .poll(() => screen.tab.attributes('[data-file="roles.csv"] [data-unread-line]', 'data-unread-line'))
    .toEqual([{ 'data-unread-line': '2' }]);
  expect(await screen.violations()).toEqual([]);
  await screen.tab.click('[data-file="dates.csv"] [data-answer="mdy"]');
  await screen.sees('[data-file="dates.csv"][data-state="read"]');
  await screen.tab.run(() => {
    const choose = (name: string, column: string) => {
      const select = document.querySelector<HTMLSelectElement>(`[data-mapping="${name}"]`);
      if (!select) throw new Error(`No column ${name}.`);
      select.value = column;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('Wer', 'identifier');
    choose('Was', 'roleType');
  });
  await screen.tab.click('[data-action="map"]');
  await screen.sees('[data-file="odd.csv"][data-state="read"]');
  await expect.poll(async () => (await screen.stored()).extension).toEqual(['review-headings']);
  await screen.give([
    csv('odd again.csv', [
      ['Wer', 'Was'],
      ['ab9', 'Cataloger'],
    ]),
  ]);
  await screen.sees('[data-file="odd again.csv"][data-state="read"]');
});
