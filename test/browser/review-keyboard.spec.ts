import { writeFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { csv, largerLibrary, setAsCsv } from './review-files.ts';
import { type FileToGive, ReviewScreen } from './review-screen.ts';

/** Days that may be read either way, so that the page has to ask. */
const report = csv('report.csv', [
  ['User Name', 'Last Login'],
  ['00042', '01/02/2026'],
  ['sysadmin1', '03/04/2026'],
]);
/** Headings that nobody knows, so that the page has to ask. */
const odd = csv('odd.csv', [
  ['Wer', 'Was'],
  ['temp3', 'Cataloger'],
]);

const focusedPerson = (screen: ReviewScreen) =>
  screen.tab.run(() => document.activeElement?.closest('[data-user]')?.getAttribute('data-user') ?? '');

/** Looks for somebody by typing into the search, and goes to the one row that is left. */
async function find(screen: ReviewScreen, identifier: string): Promise<void> {
  await screen.tabBackTo('[data-filter="search"]');
  await screen.press('Control+a');
  await screen.tab.type(identifier);
  await screen.sees(`[data-user="${identifier}"]`);
  await screen.lists(1);
  await screen.tabTo('[role="gridcell"]');
  await screen.tab.until(`${identifier} has the focus`, async () => (await focusedPerson(screen)) === identifier);
}

/** Looks for somebody, and decides by letter. */
async function decide(screen: ReviewScreen, identifier: string, letter: string, decision: string): Promise<void> {
  await find(screen, identifier);
  await screen.tab.type(letter);
  await screen.decided(identifier, decision);
}

/** Writes a file to a folder of this test, and gives its path. */
function onDisk({ name, bytes }: FileToGive): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, bytes);
  return path;
}

async function giveFiles(screen: ReviewScreen): Promise<void> {
  await screen.tabTo('[data-input="exports"]');
  await screen.tab.chooseFiles(() => screen.press(' '), [largerLibrary, report, odd].map(onDisk));
  await screen.sees('[data-file="odd.csv"][data-state="question"]');
  await screen.use('[data-file="report.csv"] [data-answer="mdy"]');
  await screen.sees('[data-file="report.csv"][data-state="read"]');
  await screen.pick('[data-mapping="Wer"]', 'Primary');
  await screen.pick('[data-mapping="Was"]', 'Role');
  await screen.use('[data-action="map"]');
  await screen.sees('[data-file="odd.csv"][data-state="read"]');
  await expect.poll(() => screen.figures()).toMatchObject({ 'report-rows': '2', 'unread-rows': '0', protected: '1' });
}

async function seeFigures(screen: ReviewScreen): Promise<void> {
  await screen.tabTo('.limit input');
  await screen.tab.type('3');
  await screen.press('Enter');
  await expect.poll(() => screen.figures()).toMatchObject({ limit: '3', 'over-limit': '2' });
  await screen.use('[data-list="figure:over-limit"]', ' ');
  await screen.lists(5);
  await screen.tabBackTo('[data-action="show-all"]');
  await screen.press('Enter');
  await screen.lists(8);
}

async function decideAll(screen: ReviewScreen): Promise<void> {
  await screen.tabTo('[data-input="reviewer"]');
  await screen.tab.type('R. Viewer');
  await find(screen, 'exl_api');
  await screen.tab.type('p');
  await screen.sees('dialog[open]');
  await screen.use('[data-action="give-up"]');
  await screen.tab.until('the dialog is gone', async () => (await screen.tab.count('dialog')) === 0);
  await screen.drawn();
  expect(await screen.decisionOf('exl_api')).toBe('');

  await decide(screen, 'cat9', 'r', 'remove-roles');
  await find(screen, 'gone5');
  await screen.tab.type('p');
  await screen.use('[data-action="confirm"]');
  await screen.use('[data-action="confirm-again"]');
  await screen.decided('gone5', 'purge');
  await decide(screen, 'desk7', 'd', 'deactivate');
  await screen.press('Control+z');
  await screen.decided('desk7', '');
  await screen.tab.type('r');
  await screen.decided('desk7', 'remove-roles');

  await find(screen, 'sysadmin1');
  await screen.tab.type('d');
  await screen.use('[data-action="confirm"]');
  await screen.use('[data-action="confirm-again"]');
  await screen.decided('sysadmin1', 'deactivate');

  await find(screen, '00042');
  await screen.press('Enter');
  await screen.tab.until('the panel has the focus', () => screen.hasFocus('[data-panel="00042"]'));
  await screen.tabTo('[data-input="reason"]');
  await screen.tab.type('left in May');
  await screen.use('[data-decide="deactivate"]');
  await screen.decided('00042', 'deactivate');
  await screen.press('Escape');
  await screen.tab.until('the focus is back in the table', async () => (await focusedPerson(screen)) === '00042');
}

test('a complete review goes by keyboard alone, from choosing the files to every file for Alma', async ({
  ownDesk,
}) => {
  const screen = await ReviewScreen.open(await ownDesk());
  await giveFiles(screen);
  await seeFigures(screen);
  await decideAll(screen);

  const exported = async (name: string) => {
    await screen.tabTo(`[data-export="${name}"]`);
    return (await screen.downloads(() => screen.press('Enter'))).bytes.toString();
  };
  await screen.tabTo('[data-format="xlsx"]');
  await screen.press('ArrowDown');
  await screen.sees('[data-format="csv"]:checked');
  expect(await exported('set:deactivate')).toBe(setAsCsv('sysadmin1', '00042'));
  expect(await exported('set:remove-roles')).toBe(setAsCsv('cat9'));
  expect(await exported('set:purge')).toBe(setAsCsv('gone5'));
  expect(await exported('by-hand')).toContain('desk7,"Haddad, Samir"');
  expect(JSON.parse(await exported('review')).decisions).toHaveLength(5);
  expect(await exported('record')).toMatch(/R\. Viewer.*00042.*Deactivate.*left in May/s);
});

test('the table goes by keyboard: rows, headings, a selection, and everything at once', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.use('[data-action="practice"]');
  await screen.figures();
  await screen.use('[data-list="figure:named-users"]');
  await screen.tabTo('[role="gridcell"]');
  await screen.press('ArrowDown', 'ArrowDown', 'ArrowUp');
  await screen.tab.until('the second row has the focus', async () => {
    const [row] = await screen.tab.attributes('[aria-rowindex="3"]', 'data-user');
    return (await focusedPerson(screen)) === row?.['data-user'];
  });
  const person = await focusedPerson(screen);
  await screen.press(' ');
  await screen.sees(`[data-user="${person}"][aria-selected="true"]`);
  await screen.tabBackTo('[data-bulk="ask"]');
  await screen.press('Enter');
  await screen.decided(person, 'ask');
  await screen.tabTo('[role="gridcell"]');
  const [before] = await screen.tab.attributes('[aria-rowindex="2"]', 'data-user');
  await screen.press('ArrowUp', 'ArrowUp', 'Enter');
  await screen.sees('[role="columnheader"][aria-sort="descending"]');
  await screen.tab.until('the rows are in the new order', async () => {
    const [first] = await screen.tab.attributes('[aria-rowindex="2"]', 'data-user');
    return first?.['data-user'] !== before?.['data-user'];
  });
  await screen.press('ArrowDown', 'Control+a');
  await screen.tab.until('everybody is selected', async () => {
    const [all, chosen] = [await screen.tab.count('[data-user]'), await screen.tab.count('[aria-selected="true"]')];
    return all > 5 && chosen === all;
  });
});
