import otherLetters from '../sheets/other-letters.json' with { type: 'json' };
import { expect, test } from './fixtures.ts';
import { type FileToGive, ReviewScreen } from './review-screen.ts';

/** A Korean list, of which nothing but a person can tell that it is Korean. */
const korean: FileToGive = {
  name: 'korean.csv',
  bytes: Uint8Array.from(atob(otherLetters['euc-kr'].bytes), (character) => character.charCodeAt(0)),
};
const turkishText = 'Primary Identifier,Last Name,Role Type\r\nu1,Y\u00fdld\u00fdz,Cataloger\r\n';
/** A Turkish list whose words read as well as a Western one. */
const turkish: FileToGive = {
  name: 'turkish.csv',
  bytes: Uint8Array.from(turkishText, (character) => character.charCodeAt(0)),
};

const file = (name: string, state: string) => `[data-file="${name}"][data-state="${state}"]`;
const way = (encoding: string) => `[data-answer="${encoding}"]`;

async function isFine(screen: ReviewScreen, state: string): Promise<void> {
  expect(await screen.violations(), state).toEqual([]);
  await screen.fitsAcross(state);
}

for (const dark of [false, true]) {
  test(`how a list's letters are written is answered by keyboard at 375 px, in the ${dark ? 'dark' : 'light'}`, async ({
    ownDesk,
  }) => {
    const screen = await ReviewScreen.open(await ownDesk({ dark }));
    await screen.tab.resize(375, 800);
    await screen.give([korean]);
    await screen.sees(file('korean.csv', 'question'));
    expect(await screen.tab.count('[data-user]')).toBe(0);
    const ways = await screen.tab.texts('.letterings > li');
    expect(ways.filter((text) => text.includes('u0000,\uae40,\ubbfc\uc11c,Patron'))).toHaveLength(1);
    expect(new Set(ways).size).toBe(ways.length);
    await isFine(screen, 'the question');
    await screen.tabTo(way('euc-kr'));
    await screen.press('Enter');
    await screen.sees(file('korean.csv', 'read'));
    await screen.figures();
    await expect
      .poll(() => screen.tab.texts('[data-letters="euc-kr"] .lines li'))
      .toContain('u0000,\uae40,\ubbfc\uc11c,Patron');
    await screen.lists(5);
    await screen.sees('[data-user="u0000"]');
    await isFine(screen, 'the answer');
  });
}

test('what was told by the words is said, and can be had otherwise by keyboard at 320 px', async ({ ownDesk }) => {
  const screen = await ReviewScreen.open(await ownDesk());
  await screen.tab.resize(320, 700);
  await screen.give([turkish]);
  await screen.sees(file('turkish.csv', 'read'));
  await screen.figures();
  expect(await screen.tab.texts('[data-letters="windows-1252"] .lines li')).toEqual(['u1,Y\u00fdld\u00fdz,Cataloger']);
  await screen.use('[data-action="ask-letters"]');
  await screen.sees(file('turkish.csv', 'question'));
  await isFine(screen, 'asked again');
  await screen.use(way('windows-1254'), ' ');
  await screen.sees(file('turkish.csv', 'read'));
  await screen.figures();
  expect(await screen.tab.texts('[data-letters="windows-1254"] .lines li')).toEqual(['u1,Y\u0131ld\u0131z,Cataloger']);
  await screen.lists(1);
  await screen.sees('[data-user="u1"]');
});
