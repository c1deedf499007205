import { managementPage, rolePage, userDetails } from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import { ordinaryPatron } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { words } from './words.ts';

/** The guide that stands on the page, and what its fields gave cause to say. */
async function guideOn(tab: AlmaTab) {
  const [guides, checks] = await Promise.all([
    tab.attributes('[data-guide]', 'data-guide'),
    tab.attributes('[data-check]', 'data-check'),
  ]);
  return { page: guides[0]?.['data-guide'], checks: checks.map((check) => check['data-check']) };
}

const guide = (tab: AlmaTab, page: string) =>
  tab.until(`the guide for ${page} shows`, async () => (await guideOn(tab)).page === page && guideOn(tab));

const checked = (tab: AlmaTab, what: string, wanted: (checks: string[]) => boolean) =>
  tab.until(what, async () => wanted((await guideOn(tab)).checks));

const pages = {
  purge: 'purge-users',
  'purge-add-job': 'purge-users',
  'run-job-purge': 'run-job-purge',
  'delete-policy': 'delete-user-policy',
  merge: 'merge-users',
  'staff-login': 'staff-login-report',
  'roles-report': 'roles-report',
  'add-role': 'add-role',
  profiles: 'add-from-profiles',
  'role-details': 'role-details',
};

for (const language of ['', '-de', '-fr', '-es', '-it']) {
  test(`each page has its own guide, in one element${language && `, Alma in ${language.slice(1)}`}`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma('home');
    for (const [id, page] of Object.entries(pages)) {
      await tab.open(`${id}${language}`);
      await guide(tab, page);
      expect(await tab.ownElements()).toBe(1);
    }
  });
}

test('the form of a purge is gone through as it is filled in, and Alma’s button stays within reach', async ({
  desk,
}) => {
  const filled = { days: '0', recordType: 'STAFF', userGroup: 'Visitors', waiveThreshold: '1' } as const;
  const tab = await desk.openAlma(managementPage('purge-add-job', { purge: filled }));
  await checked(tab, '0 days are pointed out', (checks) => checks.join() === 'job_days');
  await tab.click('[id="pageBeanpurgenumberOfDaysAfterPurgeDate"]');
  await tab.press('Backspace');
  await tab.type('30');
  await checked(tab, 'the advice goes with its cause', (checks) => checks.length === 0);
  await tab.resize(375, 700);
  await tab.click('[id="PAGE_BUTTONS_cbuttonaddJob"]');
  await tab.until('the guard asks', async () => (await tab.count('[role="alertdialog"]')) === 1);
  await tab.resize(1280, 800);
});

test('a role is weighed against the record that it was opened from, before it is saved', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(ordinaryPatron));
  await tab.guidance();
  await tab.showInPlace(rolePage('add-role', ordinaryPatron, offeredRoles));
  await guide(tab, 'add-role');
  expect((await guideOn(tab)).checks).toEqual([]);
  await tab.click('tbody tr:nth-child(2) [type="checkbox"]');
  await checked(tab, 'the role would make a named user', (checks) => checks.includes('becomes'));
  expect(await tab.texts('[data-check="becomes"] .text')).toEqual([
    words('guide_role_becomes', { roles: [offeredRoles[1]?.name ?? ''] }),
  ]);
  const added = { ...ordinaryPatron, roles: [...ordinaryPatron.roles, ...offeredRoles.slice(1, 2)] };
  await tab.showInPlace(userDetails(added));
  await tab.guidance('the record counts', ({ answer }) => answer === 'counts');
  await checked(tab, 'the change is told on the record', (checks) => checks.includes('becomes'));
  await tab.showInPlace(rolePage('add-role', ordinaryPatron, offeredRoles));
  await guide(tab, 'add-role');
  await tab.showInPlace('home');
  await tab.until('everything leaves', async () => (await tab.ownElements()) === 0);
});

test('a role page that was not opened from its record and names nobody says what the role is, that nobody can say whose it is, and no more', async ({
  desk,
}) => {
  const nameless = { skeleton: { entities: 'absent' } } as const;
  const tab = await desk.openAlma(rolePage('add-role', ordinaryPatron, offeredRoles, nameless));
  await guide(tab, 'add-role');
  await tab.click('tbody tr:nth-child(2) [type="checkbox"]');
  await checked(tab, 'the role is named', (checks) => checks.join() === 'protection,yes,whose');
});

test('the Staff Login Report leads to the review', async ({ desk }) => {
  const tab = await desk.openAlma('staff-login');
  const { checks } = await guide(tab, 'staff-login-report');
  expect(checks).toContain('logins_counted');
  await tab.click('[data-guide] button');
  await tab.until('the review opens', async () =>
    (await desk.browser.openAddresses()).includes(desk.browser.extensionAddress('review')),
  );
});

test('a sandbox is told apart by its address, in words', async ({ desk }) => {
  const tab = await desk.openAlma('purge', 'example-psb.alma.exlibrisgroup.com');
  await guide(tab, 'purge-users');
  expect(await tab.texts('[data-guide] .sandbox')).toEqual([words('guidance_sandbox')]);
  await tab.open('purge');
  await guide(tab, 'purge-users');
  expect(await tab.texts('[data-guide] .sandbox')).toEqual([words('guidance_production')]);
});

test('when a guide leaves, the document is what Alma made it, to the byte', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const journey = async (seen: (tab: AlmaTab) => Promise<unknown>) => {
    const tab = await desk.openAlma('purge');
    await seen(tab);
    await tab.showInPlace('purge-add-job');
    await seen(tab);
    await tab.showInPlace('/stand-in/page?case=home');
    await tab.until('the guide leaves', async () => (await tab.ownElements()) === 0);
    return tab.markup();
  };
  const withGuides = await journey((tab) => guide(tab, 'purge-users'));
  await desk.browser.disableExtension();
  expect(withGuides).toBe(await journey(async () => undefined));
});
