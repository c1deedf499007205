import { type AlmaPage, managementPage, rolePage, userDetails } from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import { namedUser, ordinaryPatron } from '../alma/people.ts';
import type { Desk } from './desk.ts';
import { openOptions } from './options-screen.ts';
import type { ScreenTab } from './screen-tab.ts';
import { openPageCheck, openReport, openStrange, startTeaching, unreadGroup } from './teaching-screen.ts';

export type Size = readonly [width: number, height: number];

/** A window of half the usual width and height: what is left of the usual one at a zoom of 200 %. */
export const zoomed: Size = [640, 400];
export const phone: Size = [375, 700];

/** What stands on a page, in `tab` and within the parts that `within` finds. */
export interface Surface {
  readonly tab: ScreenTab;
  readonly within: string;
  /** How small the window may become; as small as a phone's unless told. */
  readonly smallest?: Size;
}

const panel = 'alma-user-guard';

async function openFolds(tab: ScreenTab): Promise<void> {
  await tab.run(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await tab.until('everything is unfolded', () =>
    tab.run(() => document.querySelector('details:not([open])') === null && document.querySelector('details') !== null),
  );
}

/** The marked user list, in a small window from the start: what opens beside a row is placed for the window that is there. */
async function openList(desk: Desk): Promise<ScreenTab> {
  const tab = await desk.openAlma('list-with-id');
  await tab.resize(...zoomed);
  await tab.until('the rows are marked', async () => (await tab.count('alma-user-guard-mark')) > 0);
  return tab;
}

async function openGuide(desk: Desk, page: AlmaPage): Promise<Surface> {
  const tab = await desk.openAlma(page);
  await tab.until('the guide shows', async () => (await tab.count('[data-guide]')) > 0);
  return { tab, within: panel };
}

/** Everything that the extension shows only after something was done, or beside other pages than the record; each way leaves the settings alone. */
export const surfaces: Readonly<Record<string, (desk: Desk) => Promise<Surface>>> = {
  'the question that holds an action': async (desk) => {
    const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
    await tab.guidance();
    await tab.click('[data-does="delete"]');
    await tab.until('the question is asked', async () => (await tab.count('[role="alertdialog"]')) > 0);
    return { tab, within: panel };
  },
  'the notice beside an action': async (desk) => {
    const tab = await openList(desk);
    await tab.click('tr[data-row="0"] .switch');
    await tab.until('the notice shows', async () => (await tab.count('[role="status"][popover]')) > 0);
    return { tab, within: panel, smallest: zoomed };
  },
  'the marks of a list with an open tip': async (desk) => {
    const tab = await openList(desk);
    await tab.run(() => document.querySelector('alma-user-guard-mark')?.shadowRoot?.querySelector('button')?.focus());
    await tab.until('the tip is open', async () => (await tab.count('.tip:popover-open')) > 0);
    return { tab, within: 'alma-user-guard-mark', smallest: zoomed };
  },
  'the guide for a purge': (desk) => openGuide(desk, managementPage('purge-add-job')),
  'the guide for adding roles': (desk) => openGuide(desk, rolePage('add-role', ordinaryPatron, offeredRoles)),
  'the request to point at a field': async (desk) => {
    const tab = await openStrange(desk);
    await unreadGroup(tab);
    await startTeaching(desk, tab);
    return { tab, within: panel };
  },
  'the popup with the page check and all else unfolded': async (desk) => {
    await unreadGroup(await openStrange(desk));
    const tab = await openPageCheck(desk);
    await tab.until('fields can be shown', async () => (await tab.count('[data-teach]')) > 0);
    await openFolds(tab);
    // The popup decides its own window's width.
    return { tab, within: 'html', smallest: zoomed };
  },
  'the page report': async (desk) => {
    await (await desk.openAlma(userDetails(namedUser))).guidance();
    return { tab: await openReport(desk), within: 'html' };
  },
  'the options with everything unfolded': async (desk) => {
    const tab = await openOptions(desk);
    await openFolds(tab);
    return { tab, within: 'html' };
  },
};
