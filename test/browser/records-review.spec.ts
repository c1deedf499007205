import { zipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { csv, setAsCsv, utf8 } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

const role = (code: string, name: string, scope = '01EXA_INST') =>
  `<user_role><status desc="Active">ACTIVE</status><scope desc="${scope}">${scope}</scope><role_type desc="${name}">${code}</role_type><parameters/></user_role>`;
const user = (id: string, lastName: string, status: string, ...roles: readonly string[]) =>
  `<user><record_type desc="Staff">STAFF</record_type><primary_id>${id}</primary_id><first_name>Ada</first_name><last_name>${lastName}</last_name><pin_number>4711</pin_number><account_type desc="External">EXTERNAL</account_type><status desc="${status}">${status}</status><user_identifiers/><user_roles>${roles.join('')}</user_roles></user>\n`;
const users = (...inside: readonly string[]) =>
  utf8(`<?xml version="1.0" encoding="UTF-8"?>\n<users>\n${inside.join('')}</users>\n`);

/** As the export of users gives it: files of XML in a zip, with something beside them. */
const exported = {
  name: 'export-2026-11-20.zip',
  bytes: zipSync({
    'users_1.xml': users(
      user('00042', 'Duarte', 'ACTIVE', role('200', 'Patron'), role('204', 'Cataloger')),
      user('sysadmin1', 'Okonkwo', 'ACTIVE', role('26', 'General System Administrator')),
      user('sysadmin2', 'Yilmaz', 'ACTIVE', role('26', 'General System Administrator')),
    ),
    'users_2.xml': users(
      user('desk7', 'Haddad', 'ACTIVE', role('200', 'Patron'), role('32', 'Circulation Desk Operator', 'MAIN')),
      user('patron3', 'Silva', 'ACTIVE', role('200', 'Patron')),
    ),
    'notes.pdf': utf8('%PDF-1.7\u0000'),
  }),
};

test('from a dropped zip of user records to the bytes of the set file', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.drop([exported]);
  await screen.tab.click(`[data-file="${exported.name}"] [data-answer="export"]`);
  const figures = await screen.figures();
  expect(figures).toMatchObject({ 'named-users': '4', 'unread-rows': '0' });
  await screen.sees(`[data-file="${exported.name}"] [data-record-fact="not-used"]`);
  expect(await screen.tab.count('fieldset.sheets'), 'no workbook was given').toBe(0);
  await screen.decide('00042', 'deactivate');
  await screen.tab.click('[data-format="csv"]');
  const set = await screen.downloads(() => screen.tab.click('[data-export="set:deactivate"]'));
  expect(set.bytes.toString()).toBe(setAsCsv('00042'));
  const saved = await screen.downloads(() => screen.tab.click('[data-export="review"]'));
  expect(saved.bytes.toString()).not.toContain('4711');
});

test('a page of many leaves the limit open; failed logins and what files disagree on stand with the person', async ({
  desk,
}) => {
  const screen = await ReviewScreen.open(desk);
  const record = (primary_id: string, value: string) => ({
    primary_id,
    record_type: { value: 'STAFF', desc: 'Staff' },
    status: { value: 'ACTIVE', desc: 'Active' },
    user_identifier: [],
    user_role: [{ status: { value: 'ACTIVE' }, role_type: { value, desc: value === '204' ? 'Cataloger' : 'Patron' } }],
  });
  const json = (name: string, content: unknown) => ({ name, bytes: utf8(JSON.stringify(content)) });
  const event = (login_date: string, successful: boolean) => ({ primary_id: 'aone', login_date, successful });
  await screen.give([
    json('users 2026-11-10.json', { user: [record('aone', '204'), record('btwo', '200')], total_record_count: 9 }),
    json('logins.json', { staff_login: [event('2026-11-01T08:00:00Z', true), event('2026-11-02T08:00:00Z', false)] }),
    csv('analytics 2026-11-12.csv', [
      ['Primary Identifier', 'Status', 'Role Type', 'Role Status'],
      ['aone', 'Inactive', 'Cataloger', 'Active'],
    ]),
  ]);
  await screen.figures();
  await screen.sees('[data-missing="rest"]');
  await screen.sees('[data-logins="2"]');
  await screen.openPerson('aone');
  const [differing] = await screen.tab.attributes('[data-differs]', 'data-differs');
  expect(differing).toEqual({ 'data-differs': 'status' });
  const [held] = await screen.tab.attributes('[data-differs]', 'data-held');
  expect(held).toEqual({ 'data-held': 'analytics 2026-11-12.csv' });
  expect((await screen.tab.texts('[data-panel] .facts-list')).join(' ')).toContain('1 failed login since');
  expect(await screen.violations()).toEqual([]);
  await screen.tab.resize(375, 800);
  await screen.fitsAcross('at 375 px');
  await screen.tab.resize(1280, 800);
});

test('axe finds nothing in the dark in what a zip of records says of itself and of a person', async ({ ownDesk }) => {
  const screen = await ReviewScreen.open(await ownDesk({ dark: true }));
  const brief = { user: [{ primary_id: 'aone', last_name: 'One' }], total_record_count: 9 };
  const zip = zipSync({
    'users.json': utf8(JSON.stringify(brief)),
    'more.ndjson': utf8('{"primary_id": "btwo"}\n{"primary_id": "x", "sta\n'),
    'asks.csv': utf8('One,Two\nq,1\n'),
    'a-name-without-a-place-to-break-it/anywhere-at-all-however-long-it-may-be.pdf': utf8('%PDF-1.7\u0000'),
  });
  await screen.give([{ name: 'users.zip', bytes: zip }]);
  await screen.figures();
  await expect.poll(() => screen.tab.count('[data-record-fact="not-used"]')).toBe(2);
  await screen.sees('[data-doubt="missing"]');
  expect(await screen.violations()).toEqual([]);
  await screen.tab.resize(375, 800);
  expect(await screen.violations(), 'at 375 px').toEqual([]);
  await screen.fitsAcross('at 375 px');
});
