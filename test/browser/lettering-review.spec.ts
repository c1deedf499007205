import { zipSync } from 'fflate';
import { inlineRow, workbookParts } from '../sheets/odd-workbooks.ts';
import { expect, test } from './fixtures.ts';
import { bringFonts, misfitsInSmallWindows, type Which } from './lettering.ts';
import { csv, smallLibrary, utf8 } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

/** Opens the review, and gives a look at the page as it then stands. */
async function openReview(desk: Parameters<typeof ReviewScreen.open>[0]) {
  const screen = await ReviewScreen.open(desk);
  await bringFonts(screen.tab);
  const fits = async (state: string, which: Which = 'all') => {
    // Tables of many columns: the one that maps a file's, and those of the saved record.
    expect.soft(await misfitsInSmallWindows(screen.tab, 'html', '.scrolls, .wide', which), state).toEqual([]);
    await screen.tab.resize(1280, 800);
  };
  const openFolds = () =>
    screen.tab.run(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
  return { screen, fits, openFolds };
}

test('the review without files, while files are asked about, read, refused and cancelled: all fits a small window', async ({
  desk,
}) => {
  const { screen, fits, openFolds } = await openReview(desk);
  await openFolds();
  await fits('empty');
  await screen.give([
    smallLibrary,
    { ...smallLibrary, name: 'the-very-same-file-under-another-name-without-a-place-to-break-it.csv' },
    csv('odd.csv', [
      ['Kennung', 'Was'],
      ['a1', 'Cataloger'],
    ]),
    csv('days.csv', [
      ['User Name', 'Last Login'],
      ['a1', '01/02/2026'],
    ]),
    { name: 'a-name-without-a-place-to-break-it-anywhere-at-all.xlsx', bytes: utf8('PK nonsense') },
  ]);
  await screen.sees('[data-state="refused"]');
  await screen.sees('[data-state="twice"]');
  await screen.sees('[data-answer="dmy"]');
  await openFolds();
  await fits('questions and refused files');
  const letRead = await screen.giveHeld({
    ...smallLibrary,
    name: 'long-without-a-place-to-break-it-anywhere-at-all.csv',
  });
  await fits('a file is read', 'hardest');
  await screen.tab.click('[data-state="reading"] [data-action="cancel-reading"]');
  await screen.sees('[data-state="cancelled"]');
  await letRead();
  await fits('reading is cancelled', 'hardest');
});

/** A file for each thing that can mean two things, or that nobody can know. */
const doubtful = {
  'blank-identifiers': csv('blank.csv', [
    ['Primary Identifier', 'Last Name', 'User Group', 'Role Type'],
    ['jdoe', 'Doe', 'Staff', 'Patron'],
    ['', '', '', 'Cataloger'],
    ['', '', '', 'User Manager'],
    ['asmith', 'Smith', 'Faculty', 'Patron'],
  ]),
  century: csv('century.csv', [
    ['Primary Identifier', 'Role Type', 'Expiry Date'],
    ['jdoe', 'Patron', '31.12.40'],
  ]),
  'several-roles': csv('commas.csv', [
    ['Primary Identifier', 'Role Type'],
    ['jdoe', 'Patron, Instructor'],
    ['asmith', 'Patron'],
  ]),
  'swapped-days': csv('swapped.csv', [
    ['Primary Identifier', 'Role Type', 'Expiry Date'],
    ['jdoe', 'Patron', '2027-04-03'],
    ['asmith', 'Patron', '25/04/2027'],
  ]),
  'row-names': csv('row-names.csv', [
    ['Primary Identifier', 'Role Type'],
    ['1', 'jdoe', 'Patron'],
    ['2', 'asmith', 'Cataloger'],
  ]),
};

test('the review with each question about what can mean two things: all fits a small window', async ({ desk }) => {
  const { screen, fits, openFolds } = await openReview(desk);
  const weak = csv('loans.csv', [
    ['User', 'User Group', 'Title', 'Library'],
    ['jdoe', 'Staff', 'Dune', 'Main'],
  ]);
  await screen.give([...Object.values(doubtful), weak]);
  await screen.tab.until('each file is asked about', async () => (await screen.tab.count('.question')) === 6);
  for (const { name } of Object.values(doubtful)) await screen.sees(`[data-file="${name}"] [data-answer]`);
  await screen.sees('[data-file="loans.csv"] [data-mapping]');
  await openFolds();
  await fits('questions');
});

/** A workbook of two sheets, the second of them hidden; in both a row is hidden. */
function workbookWithHiddenParts(): Uint8Array {
  const sheets = ['Mitarbeiterinnenundmitarbeiter', 'Vorjahr'].map(
    (name, at) => `<sheet name="${name}" sheetId="${at + 1}"${at > 0 ? ' state="hidden"' : ''} r:id="rId${at + 8}"/>`,
  );
  const rows = [inlineRow('Primary Identifier', 'Role Type'), inlineRow('jdoe', 'Patron')];
  const unseen = inlineRow('asmith', 'Patron').replace('<row>', '<row hidden="1">');
  const parts = workbookParts({ sheets: sheets.join(''), sheetData: [...rows, unseen].join('') });
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const relations = [1, 2].map(
    (at) => `<Relationship Id="rId${at + 7}" Type="${type}" Target="worksheets/sheet${at}.xml"/>`,
  );
  return zipSync({
    ...parts,
    'xl/worksheets/sheet2.xml': sheet,
    'xl/_rels/workbook.xml.rels': utf8(`<Relationships>${relations.join('')}</Relationships>`),
  });
}

test('the review with sheets to choose from, lines left out and rows unread: all fits a small window', async ({
  desk,
}) => {
  const { screen, fits, openFolds } = await openReview(desk);
  await screen.give([
    { name: 'sheets.xlsx', bytes: workbookWithHiddenParts() },
    csv('flaws.csv', [
      ['Name', 'Primary Identifier', 'Status', 'Expiry Date', 'Role Type'],
      ['Doe', 'jdoe', 'Schlafengelegtundnichtwiederaufgeweckt', 'soon', 'Patron'],
      ['Roe', '4-Mar', 'Active', '', 'Patron'],
      ['Total', '', '', '', ''],
    ]),
  ]);
  await screen.sees('[data-sheet][data-outcome="left-out"]');
  await screen.sees('[data-action="hidden-rows"]');
  await screen.sees('[data-file="flaws.csv"] [data-unread-line]');
  await screen.sees('[data-left-out-line]');
  await openFolds();
  await fits('sheets, lines left out, rows unread');
});

test('the review with second looks and with what is kept: all fits a small window', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const { screen, fits, openFolds } = await openReview(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.openPerson('sysadmin1');
  await screen.tab.click('[data-decide="deactivate"]');
  await screen.sees('[data-action="confirm"]');
  await fits('a second look');
  await screen.tab.click('[data-action="confirm"]');
  await screen.sees('[data-action="confirm-again"]');
  await fits('a third look', 'hardest');
  await screen.tab.click('[data-action="give-up"]');
  await screen.openPerson('00042');
  await screen.tab.click('[data-decide="purge"]');
  await screen.sees('[data-action="deactivate-instead"]');
  await fits('a second look at a purge');
  await screen.tab.click('[data-action="give-up"]');
  await screen.tab.click('.keeping summary');
  await screen.tab.click('[data-action="keep"]');
  await screen.sees('[data-keeping="yes"]');

  const second = await openReview(desk);
  await second.screen.sees('[data-action="open-kept"]');
  await second.fits('a review is kept');
  await second.screen.tab.click('[data-action="open-kept"]');
  await second.screen.figures();
  await second.screen.decide('00042', 'keep');
  await second.screen.keeps(1);

  await screen.tab.show();
  await screen.sees('[data-action="replace-kept"]');
  await openFolds();
  await fits('another tab has kept it meanwhile');
});

test('the review of made-up people, decided on: all fits a small window', async ({ desk }) => {
  const { screen, fits, openFolds } = await openReview(desk);
  await screen.tab.click('[data-action="practice"]');
  await screen.figures();
  await screen.sees('[data-user]');
  await openFolds();
  await screen.accept();
  await screen.tab.click('[data-user] [data-column="select"]');
  await fits('decided on');
  await screen.openPerson('exl_api');
  await fits('a person');
  await screen.tab.click('[data-decide="purge"]');
  await screen.sees('dialog[open]');
  await fits('a refusal');
});

test('the review with answers and an earlier year: all fits a small window', async ({ desk }) => {
  const { screen, fits, openFolds } = await openReview(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.decide('00042', 'deactivate');
  await screen.decide('desk7', 'ask');
  await screen.give([
    csv('answers.csv', [
      ['USERNAME', 'Decision', 'Reason', 'Decided by'],
      ['desk7', 'remove roles', 'moved', 'S. Visor'],
      ['00042', 'keep', '', 'S. Visor'],
      ['exl_api', 'purge', '', 'S. Visor'],
      ['nobody1', 'keep', '', ''],
    ]),
  ]);
  await screen.decided('desk7', 'remove-roles');
  const saved = await screen.downloads(() => screen.tab.click('[data-export="review"]'));
  const earlier = JSON.parse(saved.bytes.toString());
  earlier.saved = '2025-11-20';
  earlier.figures.day = '2025-11-20';
  await screen.give([{ name: saved.name, bytes: utf8(JSON.stringify(earlier)) }]);
  await screen.sees('.course svg');
  await openFolds();
  await fits('answers, comparison and course');
  const record = await screen.downloads(() => screen.tab.click('[data-export="record"]'));
  await screen.tab.go(`data:text/html;base64,${record.bytes.toString('base64')}`);
  await bringFonts(screen.tab);
  await fits('the saved record');
});
