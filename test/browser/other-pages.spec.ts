import { cases, earlierCases } from '../alma/cases.ts';
import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';

/** Every such page of 2026, and of those before it every fourth. */
const notAboutUsers = [...cases, ...earlierCases.filter((_, at) => at % 4 === 0)]
  .filter(({ expected }) => expected === 'no-screen')
  .map(({ id }) => id);

test('pages that are not about users get no element, and the next record in the same tab gets its guidance', async ({
  desk,
}) => {
  expect(notAboutUsers.length).toBeGreaterThan(10);
  const tab = await desk.openAlma('home');
  const touched: string[] = [];
  for (const id of notAboutUsers) {
    await tab.open(id);
    if ((await tab.ownElements()) > 0) touched.push(id);
  }
  expect(touched).toEqual([]);
  await tab.open(userDetails(namedUser));
  await tab.guidance();
});

test('a page that only resembles a user page stays untouched, and a record drawn there in place is seen', async ({
  desk,
}) => {
  const tab = await desk.openAlma('vendor-contact');
  expect(await tab.ownElements()).toBe(0);
  await tab.showInPlace(userDetails(namedUser));
  expect((await tab.guidance()).answer).toBe('counts');
  await tab.showInPlace('titles');
  await tab.until('guidance leaves', async () => (await tab.ownElements()) === 0);
});

test.describe('public pages on the same hosts', () => {
  const page = userDetails(namedUser);

  for (const path of ['/view/uresolver/x', '/discovery/x', '/leganto/x', '/esploro/x']) {
    test(`nothing is put into ${path}, whatever it shows`, async ({ desk }) => {
      const staffPath = desk.alma.pathOf(page);
      const [, made = ''] = /case(?:=|%3D)([\w-]+)/.exec(staffPath) ?? [];
      const staff = await desk.openAlma(page);
      await staff.guidance();
      await staff.go(desk.browser.almaAddress(`${path}?case=${made}`));
      // The same record is there; a second staff page that gets its guidance afterwards shows that the first had its time.
      expect(await staff.run(() => document.body.innerText)).toContain(namedUser.lastName);
      const later = await desk.openAlma(page);
      await later.guidance();
      expect(await staff.ownElements()).toBe(0);
    });
  }
});
