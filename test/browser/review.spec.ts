import { unzipSync } from 'fflate';
import { type Day, dayOf } from '../../src/record/index.ts';
import { practiceDefaults, practiceFiles, practicePeople, practiceTruth } from '../../src/review/practice/index.ts';
import { writeCsv } from '../../src/sheets/index.ts';
import { expect, test } from './fixtures.ts';
import { type FileToGive, ReviewScreen } from './review-screen.ts';

const now = new Date();
const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
const options = { ...practiceDefaults, today, people: 400 };
const made = practicePeople(options);
const exports = practiceFiles(made, options);
/** The role list of the policy that is in force at first start. */
const truth = practiceTruth(made, 'ex-libris-report');

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (name: string, rows: readonly (readonly string[])[]): FileToGive => ({ name, bytes: utf8(writeCsv(rows)) });

const rolesFile = (...rows: readonly (readonly string[])[]) =>
  csv('roles.csv', [['Primary Identifier', 'Last Name', 'First Name', 'Status', 'Role Type', 'Role Scope'], ...rows]);

/** A small library: two administrators, a cataloger with leading zeros, one with a role at a desk, an Ex Libris account. */
const smallLibrary = rolesFile(
  ['sysadmin1', 'Okonkwo', 'Ada', 'Active', 'General System Administrator', '01EX_INST'],
  ['sysadmin2', 'Yilmaz', 'Deniz', 'Active', 'User Administrator', '01EX_INST'],
  ['00042', 'Duarte', 'Ines', 'Active', 'Cataloger', '01EX_INST'],
  ['00042', 'Duarte', 'Ines', 'Active', 'Patron', '01EX_INST'],
  ['desk7', 'Haddad', 'Samir', 'Active', 'Circulation Desk Operator', 'MAIN'],
  ['exl_api', 'API', 'Ex Libris', 'Active', 'General System Administrator', '01EX_INST'],
);

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
  const sums = await screen.tab.attributes('[data-sum]', 'data-adds');
  expect(sums).toEqual([{ 'data-adds': 'yes' }, { 'data-adds': 'yes' }]);
  const authorities = await screen.tab.attributes('[data-authority]', 'data-authority');
  const counts = await screen.tab.texts('[data-authority] output');
  expect(Object.fromEntries(authorities.map((of, at) => [of['data-authority'], Number(counts[at])]))).toEqual(
    truth.byAuthority,
  );
  await screen.tab.click('[data-list="figure:only-in-report"]');
  await screen.tab.until('the list behind the figure is shown', async () => {
    const [grid] = await screen.tab.attributes('[role="grid"]', 'aria-rowcount');
    return grid?.['aria-rowcount'] === String(truth['only-in-report'] + 1);
  });
});

test('from dropped files to the bytes of the set files, with nothing stored and nothing asked for outside', async ({
  desk,
}) => {
  const screen = await ReviewScreen.open(desk);
  const asked = desk.browser.requested.length;
  await screen.drop([smallLibrary]);
  expect(await screen.figure('named-users')).toBe(4);
  await screen.openPerson('00042');
  await screen.tab.click('[data-decide="deactivate"]');
  await screen.decided('00042', 'deactivate');
  await screen.openPerson('desk7');
  await screen.tab.click('[data-decide="remove-roles"]');
  await screen.decided('desk7', 'remove-roles');

  const workbook = await screen.downloads(() => screen.tab.click('[data-export="set:deactivate"]'));
  expect(workbook.name).toBe(`alma-set-deactivate-${today}.xlsx`);
  const sheet = Buffer.from(unzipSync(workbook.bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
  expect([...sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text)).toEqual(['USERNAME', '00042']);

  await screen.tab.click('[data-format="csv"]');
  const plain = await screen.downloads(() => screen.tab.click('[data-export="set:deactivate"]'));
  expect(plain.bytes.toString()).toBe('\uFEFFUSERNAME\r\n00042\r\n');
  const byHand = await screen.downloads(() => screen.tab.click('[data-export="by-hand"]'));
  expect(byHand.bytes.toString()).toContain('desk7,"Haddad, Samir"');
  expect(byHand.bytes.toString()).toContain('Circulation Desk Operator (MAIN)');
  const record = await screen.downloads(() => screen.tab.click('[data-export="record"]'));
  expect(record.name).toMatch(/\.html$/);
  expect(record.bytes.toString()).toMatch(/00042.*Deactivate/s);
  expect(record.bytes.toString()).toMatch(/roles\.csv.*[0-9a-f]{64}/s);

  expect(await screen.stored()).toEqual({ extension: [], local: 0, session: 0, databases: 0, caches: 0 });
  const outside = desk.browser.requested
    .slice(asked)
    .filter((address) => !/^(?:(?:chrome|moz)-extension:|blob:|data:)/.test(address));
  expect(outside).toEqual([]);
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
  expect(await screen.decisionOf('exl_api')).toBe('');

  await screen.openPerson('sysadmin1');
  await screen.tab.click('[data-decide="deactivate"]');
  await screen.tab.click('[data-action="confirm"]');
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
  expect((await screen.stored()).extension.sort()).toEqual(['review-kept', 'review-kept-people']);
  await screen.openPerson('00042');
  await screen.tab.click('[data-decide="remove-roles"]');
  const keptDecisions = () =>
    screen.tab.evaluate<number>(
      "(globalThis.browser ?? chrome).storage.local.get('review-kept').then((kept) => kept['review-kept'].decisions)",
    );
  await screen.tab.until('the decision is kept', async () => (await keptDecisions()) === 1);

  const second = await ReviewScreen.open(desk);
  await second.tab.click('[data-action="open-kept"]');
  expect(await second.figure('named-users')).toBe(4);
  await second.decided('00042', 'remove-roles');
  await second.openPerson('desk7');
  await second.tab.click('[data-decide="keep"]');
  await second.decided('desk7', 'keep');
  await second.tab.until('the second tab keeps, too', async () => (await keptDecisions()) === 2);

  await screen.openPerson('sysadmin2');
  await screen.tab.click('[data-decide="keep"]');
  await screen.sees('[data-action="replace-kept"]');
  expect(await keptDecisions()).toBe(2);

  await second.tab.click('.keeping summary');
  await second.tab.click('[data-action="wipe"]');
  await second.sees('[data-keeping="no"]');
  expect((await second.stored()).extension).toEqual([]);
});

test('a saved review is opened again with its decisions, and another year compares with it', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.openPerson('00042');
  await screen.tab.click('[data-decide="deactivate"]');
  await screen.decided('00042', 'deactivate');
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
  expect(await screen.figure('unread-rows')).toBe(1);
  expect(await screen.tab.attributes('[data-file="roles.csv"] [data-unread-line]', 'data-unread-line')).toEqual([
    { 'data-unread-line': '2' },
  ]);
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
  expect((await screen.stored()).extension).toEqual(['review-headings']);
  await screen.give([
    csv('odd again.csv', [
      ['Wer', 'Was'],
      ['ab9', 'Cataloger'],
    ]),
  ]);
  await screen.sees('[data-file="odd again.csv"][data-state="read"]');
});

test('a complete review goes by keyboard alone', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.tabTo('[data-action="practice"]');
  await screen.press('Enter');
  await screen.figures();
  await screen.tabTo('[data-list="figure:named-users"]');
  await screen.press('Enter');
  await screen.tabTo('[role="gridcell"]');
  await screen.press('ArrowDown', 'ArrowDown', 'ArrowUp');
  const focused = () =>
    screen.tab.run(() => document.activeElement?.closest('[data-user]')?.getAttribute('data-user') ?? '');
  await screen.tab.until('the second row has the focus', async () => {
    const [row] = await screen.tab.attributes('[aria-rowindex="3"]', 'data-user');
    return (await focused()) === row?.['data-user'];
  });
  const person = await focused();
  await screen.tab.type('d');
  await screen.decided(person, 'deactivate');
  await screen.press('Enter');
  await screen.sees(`[data-panel="${person}"]`);
  await screen.tabTo('[data-decide="purge"]');
  await screen.press('Enter');
  await screen.decided(person, 'purge');
  await screen.press('Escape');
  await screen.tab.until('the focus is back in the table', async () => (await focused()) === person);
  await screen.tab.type('u');
  await screen.decided(person, '');
  await screen.tab.type('d');
  await screen.decided(person, 'deactivate');
  await screen.tabTo('[data-export="set:deactivate"]');
  const set = await screen.downloads(() => screen.press('Enter'));
  expect(Buffer.from(unzipSync(set.bytes)['xl/worksheets/sheet1.xml'] ?? []).toString()).toContain(person);
  await screen.tabTo('[data-export="review"]');
  expect((await screen.downloads(() => screen.press(' '))).name).toContain('review');
});

for (const dark of [false, true]) {
  test(`axe finds nothing in any state of the review${dark ? ' in the dark' : ''}`, async ({ ownDesk }) => {
    const screen = await ReviewScreen.open(await ownDesk({ dark }));
    expect(await screen.violations(), 'empty').toEqual([]);
    await screen.tab.click('[data-action="practice"]');
    await screen.figures();
    await screen.sees('[data-user]');
    expect(await screen.violations(), 'reviewed').toEqual([]);
    await screen.tab.run(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
    await screen.tab.click('[data-action="accept"]');
    await screen.tab.click('[data-user] [data-column="select"]');
    expect(await screen.violations(), 'everything open, one selected').toEqual([]);
    await screen.openPerson('exl_api');
    expect(await screen.violations(), 'a person').toEqual([]);
    await screen.tab.resize(375, 800);
    expect(await screen.violations(), 'a person at 375 px').toEqual([]);
    expect(await screen.overflow(), 'pixels that stick out at 375 px').toBeLessThanOrEqual(0);
    await screen.tab.click('[data-decide="purge"]');
    await screen.sees('dialog[open]');
    expect(await screen.violations(), 'a refusal').toEqual([]);
  });

  test(`axe finds nothing in the review’s questions and notices${dark ? ' in the dark' : ''}`, async ({ ownDesk }) => {
    const desk = await ownDesk({ dark });
    const screen = await ReviewScreen.open(desk);
    await screen.give([
      smallLibrary,
      csv('odd.csv', [
        ['Kennung', 'Was'],
        ['a1', 'Cataloger'],
      ]),
    ]);
    await screen.give([{ name: 'broken.xlsx', bytes: utf8('PK nonsense') }]);
    await screen.sees('[data-action="map"]');
    expect(await screen.violations(), 'a question and a refused file').toEqual([]);
    await screen.figures();
    await screen.openPerson('sysadmin1');
    await screen.tab.click('[data-decide="deactivate"]');
    await screen.sees('[data-action="confirm"]');
    expect(await screen.violations(), 'a second look').toEqual([]);
    await screen.tab.click('[data-action="confirm"]');
    await screen.sees('[data-action="confirm-again"]');
    expect(await screen.violations(), 'a third look').toEqual([]);
    await screen.tab.click('[data-action="give-up"]');
    await screen.tab.click('.keeping summary');
    await screen.tab.click('[data-action="keep"]');
    await screen.sees('[data-keeping="yes"]');
    expect(await screen.violations(), 'kept').toEqual([]);
    const second = await ReviewScreen.open(desk);
    await second.sees('[data-action="open-kept"]');
    expect(await second.violations(), 'what is kept').toEqual([]);
  });
}
