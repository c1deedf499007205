import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import type { Desk } from './desk.ts';
import { ScreenTab } from './screen-tab.ts';
import { words } from './words.ts';

/** The extension's name for the field that cannot be found on the strange record. */
export const field = words('field_userGroup');

/** Opens a record whose ids are not those one would guess and whose user group has a label in a language that the reader does not know. */
export async function openStrange(desk: Desk, person = namedUser): Promise<AlmaTab> {
  const alma = await desk.openAlma(userDetails(person, { ids: 'unlike' }));
  await alma.guidance();
  await alma.run(() => {
    for (const span of document.querySelectorAll('label[for="pageBeanhfrUserFieldsetgrp"] span'))
      span.textContent = 'Doelgroep';
  });
  return alma;
}

export const unreadGroup = (alma: AlmaTab) =>
  alma.guidance('the user group is not found', ({ unread }) => unread.includes('userGroup'));

export async function openPageCheck(desk: Desk): Promise<ScreenTab> {
  const popup = await desk.openExtension('popup');
  await popup.click('summary', words('popup_check_page_title'));
  return popup;
}

/** Starts teaching from the popup, as a person does; the popup goes by itself. */
export async function startTeaching(desk: Desk, alma: AlmaTab): Promise<void> {
  const popup = await openPageCheck(desk);
  await popup.click('[data-teach="userGroup"]');
  await says(alma, words('teaching_point', { field }));
}

export const says = (alma: AlmaTab, text: string): Promise<unknown> =>
  alma.until(`the page says "${text}"`, async () =>
    (await alma.texts('.pointing [role="dialog"]')).some((shown) => shown.includes(text)),
  );

/** Asks the popup for a report of the Alma page in front, and gives the tab that shows it. */
export async function openReport(desk: Desk): Promise<ScreenTab> {
  const reports = async () =>
    (await desk.browser.openAddresses()).filter((address) =>
      address.startsWith(desk.browser.extensionAddress('report')),
    );
  // Reports of other pages may still be open.
  const before = await reports();
  const popup = await desk.openExtension('popup');
  await popup.click('button', words('popup_report'));
  const opened = await popup.until('the report is open', async () => {
    const now = await reports();
    return now.length > before.length && (now.find((address) => !before.includes(address)) ?? now[0]);
  });
  const report = new ScreenTab(await desk.browser.newTab());
  await report.go(opened);
  await report.until('the report is shown', async () => (await report.count('pre')) > 0);
  return report;
}
