import { userDetails } from '../alma/description.ts';
import { exLibrisAccount, namedUser, ordinaryPatron, sixtyRoles } from '../alma/people.ts';
import { role } from '../alma/roles.ts';
import { expect, test } from './fixtures.ts';
import { words } from './words.ts';

const stops = (findings: readonly { rule: string; severity: string }[]) =>
  findings.filter(({ severity }) => severity === 'stop').map(({ rule }) => rule);

test('an ordinary patron: one quiet element with the answer, and nothing to stop for', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(ordinaryPatron));
  const { answer, findings, marks } = await tab.guidance();
  expect(answer).toBe('does-not-count');
  expect(findings.filter(({ severity }) => severity === 'stop' || severity === 'warn')).toEqual([]);
  expect(marks).toEqual([{ role: 'Patron', counts: 'no' }]);
  expect(await tab.run(() => document.querySelectorAll('alma-user-guard').length)).toBe(1);
});

/** The roles of `namedUser` by whether they count; on Selector the authorities disagree. */
const marksBy = (selector: 'yes' | 'no') => ({
  Patron: 'no',
  'User Manager': 'yes',
  Cataloger: 'yes',
  Instructor: 'no',
  Selector: selector,
});

test('a named user: the answer names the roles that decide, and each role is marked', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser));
  const { answer, marks } = await tab.guidance();
  expect(answer).toBe('counts');
  expect(Object.fromEntries(marks.map(({ role, counts }) => [role, counts]))).toEqual(marksBy('yes'));
  const [line = ''] = await tab.texts('[data-named-user]');
  expect(line).toContain('User Manager');
  expect(line).toContain('Cataloger');
  expect(line).not.toContain('Instructor');
});

test("on a WRLC host the consortium's list decides from the first start", async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser), 'wrlc-gm.alma.exlibrisgroup.com');
  const { marks } = await tab.guidance();
  expect(Object.fromEntries(marks.map(({ role, counts }) => [role, counts]))).toEqual(marksBy('no'));
});

test('an Ex Libris account: stop, where it cannot be overlooked', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount));
  const { answer, findings } = await tab.guidance();
  expect(answer).toBe('does-not-count');
  expect(stops(findings)).toContain('ex-libris-account');
  await tab.until('the alert holds words', async () =>
    (await tab.texts('[role="alert"]')).some(({ length }) => length > 20),
  );
  await tab.until('the stop is in sight', () =>
    tab.run(() => {
      const stop = document.querySelector('alma-user-guard')?.shadowRoot?.querySelector('[data-severity="stop"]');
      const { top = -1, bottom = -1, height = 0 } = stop?.getBoundingClientRect() ?? {};
      return height > 0 && top >= 0 && bottom <= innerHeight;
    }),
  );
});

test('a German page is read like an English one', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { language: 'de' }));
  const { answer, marks, unread } = await tab.guidance();
  expect(await tab.run(() => document.documentElement.lang)).toBe('de');
  expect(answer).toBe('counts');
  expect(unread).not.toContain('roles');
  expect(marks.map(({ counts }) => counts)).toEqual(Object.values(marksBy('yes')));
});

test('a page whose roles are not drawn: cannot tell, with the field named, and no word of all being well', async ({
  desk,
}) => {
  const tab = await desk.openAlma(userDetails(namedUser, { roleList: { extent: 'not-drawn' } }));
  const { answer, unread, marks } = await tab.guidance();
  expect(answer).toBe('cannot-tell');
  expect(unread).toContain('roles');
  expect(marks).toEqual([]);
  expect(await tab.count('[data-level="fine"]')).toBe(0);
});

test('a role list of which a page is shown: cannot tell, unless what is shown decides', async ({ desk }) => {
  const firstPage = { extent: 'paged', pageSize: 2 } as const;
  const undecided = await desk.openAlma(
    userDetails({ ...namedUser, roles: namedUser.roles.slice(2).toReversed() }, { roleList: firstPage }),
  );
  expect((await undecided.guidance()).answer).not.toBe('does-not-count');
  const patronFirst = await desk.openAlma(
    userDetails(
      { ...ordinaryPatron, roles: [...ordinaryPatron.roles, ...sixtyRoles.roles] },
      { roleList: { extent: 'paged', pageSize: 1 } },
    ),
  );
  expect((await patronFirst.guidance()).answer).toBe('cannot-tell');
});

test('that one role decides is said where the record counts, and not of an inactive record with the same roles', async ({
  desk,
}) => {
  const oneCounts = { ...namedUser, roles: [role('Patron'), role('User Manager')] };
  const said = async (status: 'ACTIVE' | 'INACTIVE') => {
    const tab = await desk.openAlma(userDetails({ ...oneCounts, status }));
    const { answer, findings } = await tab.guidance();
    const texts = await tab.run(() => document.querySelector('alma-user-guard')?.shadowRoot?.textContent ?? '');
    const isTitled = texts.includes(words('rule_one_role_decides_title'));
    return { answer, isFound: findings.some(({ rule }) => rule === 'one-role-decides'), isTitled };
  };
  expect(await said('ACTIVE')).toEqual({ answer: 'counts', isFound: true, isTitled: true });
  expect(await said('INACTIVE')).toEqual({ answer: 'does-not-count', isFound: false, isTitled: false });
});
