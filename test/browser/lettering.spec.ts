import { expect, test } from './fixtures.ts';
import { bringFonts, misfitsInSmallWindows } from './lettering.ts';
import { csv, smallLibrary, utf8 } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';
import { surfaces } from './surfaces.ts';

// A busy machine draws some thirty letterings of a long page slowly.
test.describe.configure({ timeout: 240_000 });

for (const [title, open] of Object.entries(surfaces)) {
  test(`${title}: all fits a small window, in whatever letters`, async ({ desk }) => {
    const { tab, within } = await open(desk);
    await bringFonts(tab);
    // Code may be scrolled sideways within its own box.
    expect(await misfitsInSmallWindows(tab, within, 'pre, section:has(> pre)')).toEqual([]);
  });
}

/** Opens the review, and gives a look at the page as it then stands. */
async function openReview(desk: Parameters<typeof ReviewScreen.open>[0]) {
  const screen = await ReviewScreen.open(desk);
  await bringFonts(screen.tab);
  const fits = async (state: string) => {
    // Tables of many columns: the one that maps a file's, and those of the saved record.
    expect.soft(await misfitsInSmallWindows(screen.tab, 'html', '.scrolls, .wide'), state).toEqual([]);
    await screen.tab.resize(1280, 800);
  };
  const openFolds = () =>
    screen.tab.run(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
  return { screen, fits, openFolds };
}

test('the review without files, with questions, refused and cancelled ones: all fits a small window', async ({
  desk,
}) => {
  const { screen, fits, openFolds } = await openReview(desk);
  await openFolds();
  await fits('empty');
  await screen.give([
    smallLibrary,
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
  await screen.sees('[data-answer="dmy"]');
  await openFolds();
  await fits('questions and a refused file');
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
