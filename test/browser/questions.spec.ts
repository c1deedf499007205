import { workbookParts, zipped } from '../sheets/odd-workbooks.ts';
import { expect, test } from './fixtures.ts';
import { csv, utf8 } from './review-files.ts';
import { type FileToGive, ReviewScreen } from './review-screen.ts';

const logins = ['User Name', 'Last Login'];
const roles = ['Primary Identifier', 'Full Name', 'Status', 'Role Type'];

/** Repeated identifiers are left blank, as Oracle Analytics and merged cells leave them. */
const blank = csv('blank.csv', [
  roles,
  ['a1', 'Okonkwo, Ada', 'Active', 'Cataloger'],
  ['', '', '', 'Patron'],
  ['b2', 'Yilmaz, Deniz', 'Active', 'Patron'],
  ['', '', '', 'User Administrator'],
]);
const several = csv('several.csv', [roles, ['c3', 'Costa, Rui', 'Active', 'Patron, Cataloger']]);
const century = csv('century.csv', [logins, ['a1', '16-Sep-20'], ['b2', '03-Oct-25']]);
const order = csv('order.csv', [logins, ['a1', '01/02/2026'], ['b2', '03/04/2026']]);
const weak = csv('loans.csv', [
  ['USER', 'STATUS', 'TITLE', 'DUE'],
  ['a1', 'Active', 'On Shelves', '2026-12-01'],
]);
const rowNames: FileToGive = {
  name: 'names.tsv',
  bytes: utf8(`Primary Identifier\tStatus\tRole Type\n1\td4\tActive\tCataloger\n2\te5\tActive\tPatron\n`),
};

const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
const line = (cells: readonly string[], attributes = '') => `<row${attributes}>${cells.map(cell).join('')}</row>`;

/** Two visible sheets, a hidden one, and a hidden row. */
async function years(): Promise<FileToGive> {
  const head = line(['Primary Identifier', 'Status', 'Role Type']);
  const sheets = {
    sheet1: `${head}${line(['f6', 'Active', 'Cataloger'])}${line(['g7', 'Active', 'Cataloger'], ' hidden="1"')}`,
    sheet2: `${head}${line(['h8', 'Active', 'Cataloger'])}`,
    sheet3: `${head}${line(['i9', 'Active', 'Cataloger'])}`,
  };
  const parts = workbookParts({
    sheets:
      '<sheet name="2026" sheetId="1" r:id="rId1"/><sheet name="2025" sheetId="2" r:id="rId8"/><sheet name="2024" sheetId="3" state="hidden" r:id="rId9"/>',
    sheetData: sheets.sheet1,
  });
  const relations = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
  const more = [8, 9].map(
    (id) => `<Relationship Id="rId${id}" Type="x/worksheet" Target="worksheets/sheet${id - 6}.xml"/>`,
  );
  const blob = zipped({
    ...parts,
    'xl/_rels/workbook.xml.rels': utf8(relations.replace('</Relationships>', `${more.join('')}</Relationships>`)),
    'xl/worksheets/sheet2.xml': utf8(`<worksheet><sheetData>${sheets.sheet2}</sheetData></worksheet>`),
    'xl/worksheets/sheet3.xml': utf8(`<worksheet><sheetData>${sheets.sheet3}</sheetData></worksheet>`),
  });
  return { name: 'years.xlsx', bytes: new Uint8Array(await blob.arrayBuffer()) };
}

/** Gives files to the page; that its dialog is opened by keyboard is tested on its own. */
const choose = (screen: ReviewScreen, ...files: readonly FileToGive[]): Promise<void> => screen.give(files);

async function isFine(screen: ReviewScreen, state: string): Promise<void> {
  expect(await screen.violations(), state).toEqual([]);
  await screen.fitsAcross(state);
}

const asks = (screen: ReviewScreen, name: string) => screen.sees(`[data-file="${name}"][data-state="question"]`);
const isRead = (screen: ReviewScreen, name: string) => screen.sees(`[data-file="${name}"][data-state="read"]`);

/** Answers a file's question, and waits until it is read. */
async function answer(screen: ReviewScreen, name: string, choice: string): Promise<void> {
  await screen.use(`[data-file="${name}"] [data-answer="${choice}"]`);
  await isRead(screen, name);
}

/** Opens the page in a narrow window, and has it judge nobody before a file is given. */
async function narrow(desk: Parameters<typeof ReviewScreen.open>[0]): Promise<ReviewScreen> {
  const screen = await ReviewScreen.open(desk);
  await screen.tab.resize(320, 700);
  await screen.tabTo('[data-input="exports"]');
  return screen;
}

const counts = (screen: ReviewScreen, users: number, unread = 0): Promise<void> =>
  expect
    .poll(async () => {
      const figures = await screen.figures();
      return { users: Number(figures['named-users']), unread: Number(figures['unread-rows']) };
    })
    .toEqual({ users, unread });

test('what a blank identifier means, and several roles in a cell, are answered by keyboard at 320 px', async ({
  ownDesk,
}) => {
  const screen = await narrow(await ownDesk());
  await choose(screen, blank, several);
  await asks(screen, 'blank.csv');
  await asks(screen, 'several.csv');
  expect(await screen.tab.texts('[data-file="blank.csv"] tbody tr')).toEqual([
    'a1 Okonkwo, Ada Cataloger',
    'Patron',
    'b2 Yilmaz, Deniz Patron',
    'User Administrator',
  ]);
  await isFine(screen, 'blank identifiers and several roles');
  await answer(screen, 'blank.csv', 'same-as-above');
  await answer(screen, 'several.csv', 'several');
  await counts(screen, 3);
});

test('centuries, the order of dates and names of rows are answered by keyboard at 320 px', async ({ ownDesk }) => {
  const screen = await narrow(await ownDesk());
  await choose(screen, century, order, rowNames);
  for (const name of ['century.csv', 'order.csv', 'names.tsv']) await asks(screen, name);
  await isFine(screen, 'centuries, orders and names of rows');
  await answer(screen, 'century.csv', '2000');
  await answer(screen, 'order.csv', 'dmy');
  await answer(screen, 'names.tsv', 'first-cell');
  await counts(screen, 1);
  await screen.sees('[data-user="d4"]');
});

test('weak headings are asked about, and what the columns hold is said by keyboard at 320 px', async ({ ownDesk }) => {
  const screen = await narrow(await ownDesk());
  await choose(screen, weak);
  await asks(screen, 'loans.csv');
  await isFine(screen, 'weak headings');
  await screen.pick('[data-file="loans.csv"] [data-mapping="USER"]', 'Primary');
  await screen.use('[data-file="loans.csv"] [data-action="map"]');
  await isRead(screen, 'loans.csv');
  expect(await screen.tab.texts('[data-file="loans.csv"] .facts li')).toContain('Columns not used: TITLE and DUE.');
});

test('sheets are left out and hidden ones switched on by keyboard at 320 px', async ({ ownDesk }) => {
  const screen = await narrow(await ownDesk());
  await choose(screen, await years());
  await isRead(screen, 'years.xlsx');
  await counts(screen, 2);
  await isFine(screen, 'several sheets');
  const sheet = (name: string) => `[data-sheet="${name}"] input[type="checkbox"]`;
  await screen.tab.evaluate(`document.querySelector(${JSON.stringify(sheet('2024'))}).focus()`);
  await screen.press(' ');
  await screen.sees('[data-sheet="2024"][data-outcome="read"]');
  await isRead(screen, 'years.xlsx');
  await counts(screen, 3);
  await screen.tab.until('the focus stays', () => screen.hasFocus(sheet('2024')));
  await screen.tab.evaluate(
    `document.querySelector(${JSON.stringify('[data-sheet="2026"] [data-action="hidden-rows"]')}).focus()`,
  );
  await screen.press(' ');
  await counts(screen, 4);
  await screen.tab.evaluate(`document.querySelector(${JSON.stringify(sheet('2025'))}).focus()`);
  await screen.press(' ');
  await screen.sees('[data-sheet="2025"][data-outcome="left-out"]');
  await isRead(screen, 'years.xlsx');
  await counts(screen, 3);
  await isFine(screen, 'sheets left out and switched on');
});
