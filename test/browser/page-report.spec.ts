import { managementPage, userDetails, userList } from '../alma/description.ts';
import { externalStaff, namedUser, ordinaryPatron } from '../alma/people.ts';
import { readReport } from '../commands/report-file.ts';
import { expect, test } from './fixtures.ts';
import type { ScreenTab } from './screen-tab.ts';
import { openReport } from './teaching-screen.ts';
import { words } from './words.ts';

/** As it stands there: its spaces say what stands in what. */
const textOf = (report: ScreenTab): Promise<string> =>
  report.run(() => document.querySelector('pre')?.textContent ?? '');

/** Waits until so many pages are collected that satisfy this. */
const collected = (report: ScreenTab, what: string, is: (text: string) => boolean): Promise<unknown> =>
  report.until(what, async () => is(await textOf(report)));

const isTicked = (report: ScreenTab, step: string): Promise<boolean> =>
  report.run((name) => document.querySelector<HTMLInputElement>(`[data-step="${name}"] input`)?.checked ?? false, step);

test('a report collects page by page as somebody walks through Alma, also where pages are loaded anew, and holds nobody', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(userList([namedUser, ordinaryPatron], { columns: ['name', 'id', 'status'] }));
  await alma.until('the list is read', async () => (await alma.evaluate<string>('document.readyState')) === 'complete');
  const report = await openReport(desk);
  await report.click('button', words('report_collect'));
  await collected(report, 'the list is there', (text) => text.includes('? screen user-list'));
  await alma.show();
  await alma.click('tr[data-row="0"] [data-does="menu"]');
  await collected(report, 'the open menu is there', (text) => text.includes('aria-expanded="true"'));
  await alma.showInPlace(userDetails(externalStaff, { editable: true }));
  await collected(report, 'the record is there', (text) => text.includes('? field primaryId found'));
  await alma.open(managementPage('purge-users'));
  await collected(report, 'the form that was loaded anew is there', (text) =>
    text.includes('? screen guided-page purge-users'),
  );
  await report.click('button', words('report_stop'));
  await report.until(
    'nothing is collected any more',
    async () => (await report.count('button[aria-pressed="false"]')) === 1,
  );
  const before = await textOf(report);
  await alma.open(userDetails(ordinaryPatron));
  await alma.guidance();
  expect(await textOf(report)).toBe(before);
  for (const step of ['list', 'menu', 'roles', 'purge'])
    await report.until(`${step} is ticked`, () => isTicked(report, step));
  expect(await isTicked(report, 'staff-login-report')).toBe(false);
  const screens = readReport(before).map(({ screen }) => screen);
  expect(screens).toEqual(expect.arrayContaining(['user-list', 'user-record', 'guided-page']));
  for (const { id, lastName } of [namedUser, ordinaryPatron, externalStaff])
    for (const value of [id ?? '', lastName]) expect(before.toLowerCase()).not.toContain(value.toLowerCase());
});

test('what stands of somebody in a class, in a part of a label and in a heading is not in the report', async ({
  desk,
}) => {
  const alma = await desk.openAlma(userDetails(namedUser, { editable: true }));
  await alma.guidance();
  const planted = ['Quennevais', 'mquenn7', '39080012345678'];
  await alma.run((values) => {
    const [name, id, barcode] = values;
    for (const element of document.querySelectorAll('label, th, h1, h2, h3, [id^="TABLE_DATA_"] tr'))
      element.classList.add(`is-${name}`, `${id}Row`, `row_${barcode}`);
    for (const label of document.querySelectorAll('label span, label:not(:has(span))'))
      label.append(` of ${name} (${id}, ${barcode})`);
    const heading = document.createElement('h2');
    heading.textContent = `Roles of ${name}, ${id}`;
    document.querySelector('form')?.prepend(heading);
    const columns = document.querySelectorAll('thead th');
    for (const column of columns) column.append(` ${name}`);
    if (columns.length === 0) throw new Error('There is no list to plant something in.');
  }, planted);
  const text = await textOf(await openReport(desk));
  // The labels are there, without what was planted in them.
  expect(text).toMatch(/label for="pageBean[^\n]*"Last name[^"\n]*\*/i);
  expect(text).toMatch(/ h2 .*\*/);
  for (const value of planted) expect(text.toLowerCase()).not.toContain(value.toLowerCase());
});
