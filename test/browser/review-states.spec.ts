import { expect, test } from './fixtures.ts';
import { csv, smallLibrary, utf8 } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

/** Has axe look at the page as it stands. */
async function isClean(screen: ReviewScreen, state: string): Promise<void> {
  expect(await screen.violations(), state).toEqual([]);
}

/** An earlier review of the same people, saved a year ago. */
function aYearAgo(saved: { name: string; bytes: Buffer }): { name: string; bytes: Uint8Array } {
  const review = JSON.parse(saved.bytes.toString());
  const before = (day: string) => new Date(Date.parse(day) - 365 * 86_400_000).toISOString().slice(0, 10);
  review.saved = before(review.saved);
  review.figures.day = before(review.figures.day);
  review.figures.figures['named-users'] += 2;
  return { name: saved.name, bytes: utf8(JSON.stringify(review)) };
}

for (const dark of [false, true]) {
  const inTheDark = dark ? ' in the dark' : '';

  test(`axe finds nothing in any state of a whole review${inTheDark}`, async ({ ownDesk }) => {
    const screen = await ReviewScreen.open(await ownDesk({ dark }));
    await isClean(screen, 'empty');
    await screen.tab.click('[data-action="practice"]');
    await screen.figures();
    await screen.sees('[data-user]');
    await isClean(screen, 'reviewed');
    await screen.tab.run(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
    await screen.accept();
    await screen.tab.click('[data-user] [data-column="select"]');
    await screen.tab.click('[data-input="bulk-reason"]');
    await screen.tab.type('left in May');
    await isClean(screen, 'everything open, a reason for one who is selected');
    await screen.openPerson('exl_api');
    await isClean(screen, 'a person');
    await screen.tab.resize(375, 800);
    await isClean(screen, 'a person at 375 px');
    await screen.fitsAcross('a person at 375 px');
    await screen.tab.click('[data-decide="purge"]');
    await screen.sees('dialog[open]');
    await isClean(screen, 'a refusal');
  });

  test(`axe finds nothing while files are read, asked about and refused${inTheDark}`, async ({ ownDesk }) => {
    const screen = await ReviewScreen.open(await ownDesk({ dark }));
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
      { name: 'broken.xlsx', bytes: utf8('PK nonsense') },
    ]);
    await screen.sees('[data-file="broken.xlsx"][data-state="refused"]');
    await screen.sees('[data-answer="dmy"]');
    await isClean(screen, 'questions and a refused file');
    const letRead = await screen.giveHeld({ ...smallLibrary, name: 'long.csv' });
    await isClean(screen, 'a file is read');
    await screen.tab.click('[data-action="cancel-reading"]');
    await screen.sees('[data-file="long.csv"][data-state="cancelled"]');
    await letRead();
    await isClean(screen, 'reading is cancelled');
    await expect.poll(() => screen.figure('named-users')).toBe(4);
  });

  test(`axe finds nothing in second looks and in what is kept${inTheDark}`, async ({ ownDesk }) => {
    const desk = await ownDesk({ dark });
    const screen = await ReviewScreen.open(desk);
    await screen.give([smallLibrary]);
    await screen.figures();
    await screen.openPerson('sysadmin1');
    await screen.tab.click('[data-decide="deactivate"]');
    await screen.sees('[data-action="confirm"]');
    await isClean(screen, 'a second look');
    await screen.tab.click('[data-action="confirm"]');
    await screen.sees('[data-action="confirm-again"]');
    await isClean(screen, 'a third look');
    await screen.tab.click('[data-action="give-up"]');
    await screen.openPerson('00042');
    await screen.tab.click('[data-decide="purge"]');
    await screen.sees('[data-action="deactivate-instead"]');
    await isClean(screen, 'a second look at a purge');
    await screen.tab.resize(320, 640);
    await isClean(screen, 'a second look at a purge at 320 px');
    await screen.tab.resize(1280, 800);
    await screen.tab.click('[data-action="give-up"]');
    await screen.tab.click('.keeping summary');
    await screen.tab.click('[data-action="keep"]');
    await screen.sees('[data-keeping="yes"]');
    await isClean(screen, 'kept');
    const second = await ReviewScreen.open(desk);
    await second.sees('[data-action="open-kept"]');
    await isClean(second, 'what is kept');
    await second.tab.click('[data-action="open-kept"]');
    await second.figures();
    await second.openPerson('00042');
    await second.tab.click('[data-decide="keep"]');
    await second.keeps(1);
    await screen.tab.show();
    await screen.openPerson('desk7');
    await screen.tab.click('[data-decide="keep"]');
    await screen.sees('[data-action="replace-kept"]');
    await isClean(screen, 'another tab has kept it meanwhile');
  });

  test(`axe finds nothing in answers, another year and the record${inTheDark}`, async ({ ownDesk }) => {
    const desk = await ownDesk({ dark });
    const screen = await ReviewScreen.open(desk);
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
        ['sysadmin2', 'perhaps', '', ''],
        ['nobody1', 'keep', '', ''],
        ['sysadmin1', '', '', ''],
      ]),
    ]);
    await screen.decided('desk7', 'remove-roles');
    await expect.poll(() => screen.tab.count('.contradictions li')).toBe(4);
    await isClean(screen, 'answers that came back');
    const saved = await screen.downloads(() => screen.tab.click('[data-export="review"]'));
    const record = await screen.downloads(() => screen.tab.click('[data-export="record"]'));
    await screen.give([aYearAgo(saved)]);
    await screen.sees('.course svg');
    await screen.sees('[data-comparison="not-carried-out"]');
    await isClean(screen, 'the comparison and the course over the years');
    await screen.tab.go(`data:text/html;base64,${record.bytes.toString('base64')}`);
    await isClean(screen, 'the saved record');
  });
}
