import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { managementPage, rolePage, userDetails, userList } from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import * as people from '../alma/people.ts';
import { startAlma } from '../alma/server.ts';
import type { AlmaTab } from '../browser/alma-tab.ts';
import { launchChromium } from '../browser/chromium.ts';
import { Desk } from '../browser/desk.ts';
import { ReviewScreen } from '../browser/review-screen.ts';
import { RollUpScreen } from '../browser/roll-up-screen.ts';
import { ScreenTab } from '../browser/screen-tab.ts';
import { words } from '../browser/words.ts';
import { ensureBrowsers, howToInstall } from './browsers.ts';
import { build } from './build.ts';
import { inRoot } from './command.ts';
import { storeLogo, storeTile } from './store-pictures.ts';

/** A picture of the README or of a store's page: what it is called, how large the window is, and what is done before it is taken. */
interface Picture {
  readonly name: string;
  readonly size: readonly [width: number, height: number];
  readonly dark?: boolean;
  readonly draw: (desk: Desk) => Promise<ScreenTab>;
}

const wide = [1280, 800] as const;

const guideShows = (tab: AlmaTab) =>
  tab.until('the guide shows', async () => (await tab.attributes('[data-guide]', 'data-guide')).length > 0);

async function onRecord(desk: Desk, page = userDetails(people.namedUser)): Promise<AlmaTab> {
  const tab = await desk.openAlma(page);
  await tab.guidance();
  return tab;
}

async function asked(desk: Desk): Promise<ScreenTab> {
  const tab = await onRecord(desk, userDetails(people.namedUser, { deleteButton: true }));
  await tab.click('[data-does="delete"]');
  await tab.until('the guard asks', async () => (await tab.count('[role="alertdialog"]')) === 1);
  return tab;
}

async function roleMarks(desk: Desk): Promise<ScreenTab> {
  const tab = await onRecord(desk);
  await tab.run(() => document.querySelector('[id^="TABLE_DATA"]')?.scrollIntoView({ block: 'center' }));
  return tab;
}

async function markedList(desk: Desk): Promise<ScreenTab> {
  const listed = [
    people.ordinaryPatron,
    people.exLibrisAccount,
    people.namedUser,
    people.expiredButActive,
    people.inactiveStaff,
  ];
  const columns = ['active', 'name', 'id', 'userGroup', 'status', 'expiryDate'] as const;
  const tab = await desk.openAlma(userList(listed, { columns }));
  await tab.until('a row is marked', async () => (await tab.ownElements()) > 0);
  await tab.run(() => {
    const mark = document.querySelector('alma-user-guard-mark');
    mark?.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
  });
  return tab;
}

async function addingARole(desk: Desk): Promise<ScreenTab> {
  const tab = await onRecord(desk, userDetails(people.ordinaryPatron));
  await tab.showInPlace(rolePage('add-role', people.ordinaryPatron, offeredRoles));
  await guideShows(tab);
  await tab.click('tbody tr:nth-child(2) [type="checkbox"]');
  await tab.until('the role is weighed', async () => (await tab.count('[data-check="becomes"]')) === 1);
  return tab;
}

async function purging(desk: Desk): Promise<ScreenTab> {
  const tab = await desk.openAlma(managementPage('purge-add-job'));
  await guideShows(tab);
  return tab;
}

/** A record whose user group stands under a label that the reader does not know, so that it has to be shown. */
async function pointing(desk: Desk): Promise<ScreenTab> {
  const tab = await onRecord(desk, userDetails(people.namedUser, { ids: 'unlike' }));
  await tab.run(() => {
    const label = document.querySelector('label[for="pageBeanhfrUserFieldsetgrp"]');
    if (label) label.textContent = 'Doelgroep';
  });
  await tab.guidance('the user group is not found', ({ unread }) => unread.includes('userGroup'));
  const popup = await desk.openExtension('popup');
  await popup.click('summary', words('popup_check_page_title'));
  await popup.click('[data-teach="userGroup"]');
  await tab.until('somebody is asked to point', async () => (await tab.count('.pointing [role="dialog"]')) === 1);
  await tab.click('label[for="pageBeanhfrUserFieldsetgrp"]');
  await tab.until('it is shown what would be read', async () =>
    (await tab.texts('.pointing [role="dialog"]')).some((text) =>
      text.includes(people.namedUser.userGroup?.name ?? ''),
    ),
  );
  return tab;
}

async function openPopup(desk: Desk): Promise<ScreenTab> {
  await onRecord(desk);
  const popup = await desk.openExtension('popup');
  await popup.until('the popup is drawn', async () => (await popup.count('[data-named-user]')) > 0);
  return popup;
}

async function pageReport(desk: Desk): Promise<ScreenTab> {
  await onRecord(desk);
  const popup = await desk.openExtension('popup');
  await popup.click('button', words('popup_report'));
  const address = await popup.until('the report is open', async () =>
    (await desk.browser.openAddresses()).find((open) => open.startsWith(desk.browser.extensionAddress('report'))),
  );
  const report = new ScreenTab(await desk.browser.newTab());
  await report.go(address);
  await report.until('the report is shown', async () => ((await report.texts('pre'))[0] ?? '').length > 100);
  return report;
}

async function options(desk: Desk): Promise<ScreenTab> {
  const tab = await desk.openExtension('options');
  await tab.until('the options are drawn', async () => (await tab.count('h2')) > 2);
  return tab;
}

const reviewAt =
  (step: string, accept: boolean, height = 900) =>
  async (desk: Desk) => {
    const screen = await ReviewScreen.open(desk);
    await screen.tab.resize(1280, height);
    await screen.tab.click('[data-action="practice"]');
    await screen.figures();
    if (accept) {
      await screen.accept();
    }
    await screen.tab.run((id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }), step);
    return screen.tab;
  };

async function rollUp(desk: Desk): Promise<ScreenTab> {
  const { tab } = await RollUpScreen.practising(desk);
  await tab.resize(1280, 1100);
  await tab.run(() => document.getElementById('together')?.scrollIntoView({ behavior: 'instant' }));
  return tab;
}

/** A picture that shows nothing of the extension at work: drawn from words and the icon. */
const drawn = (page: (icon: string) => string) => async (desk: Desk) => {
  const tab = new ScreenTab(await desk.browser.newTab());
  await tab.go('about:blank');
  const icon = readFileSync(inRoot('icons/icon.svg'), 'utf8');
  await tab.run((markup) => {
    document.documentElement.lang = 'en';
    document.body.outerHTML = markup;
  }, page(icon));
  return tab;
};

const pictures: readonly Picture[] = [
  { name: 'record', size: wide, draw: (desk) => onRecord(desk) },
  { name: 'protected', size: wide, draw: (desk) => onRecord(desk, userDetails(people.exLibrisAccount)) },
  { name: 'roles', size: wide, draw: roleMarks },
  { name: 'guard', size: wide, draw: asked },
  { name: 'list', size: wide, draw: markedList },
  { name: 'add-role', size: wide, draw: addingARole },
  { name: 'purge', size: wide, draw: purging },
  { name: 'teach', size: wide, draw: pointing },
  { name: 'page-report', size: wide, draw: pageReport },
  { name: 'popup', size: [400, 900], draw: openPopup },
  { name: 'options', size: wide, draw: options },
  { name: 'review', size: [1280, 900], draw: reviewAt('see', false) },
  { name: 'review-dark', size: [1280, 900], dark: true, draw: reviewAt('decide', true) },
  { name: 'store-review', size: wide, draw: reviewAt('see', false, 800) },
  { name: 'store-tile', size: [440, 280], draw: drawn(storeTile) },
  { name: 'store-logo', size: [300, 300], draw: drawn(storeLogo) },
  { name: 'rollup', size: [1280, 1100], draw: rollUp },
];

async function take({ name, size: [width, height], dark = false, draw }: Picture, program: string): Promise<void> {
  const alma = await startAlma();
  const extension = inRoot('dist/chrome');
  const browser = await launchChromium({ program, extension, almaPort: alma.port, visible: false, dark });
  try {
    const tab = await draw(new Desk(browser, alma));
    await tab.resize(width, height);
    // What moves as it appears has come to rest.
    await tab.run(() => new Promise((resolve) => setTimeout(resolve, 500)));
    writeFileSync(inRoot('.github/pictures', `${name}.png`), await tab.picture());
    console.log(`.github/pictures/${name}.png`);
  } finally {
    await browser.close();
    await alma.close();
  }
}

/** `npm run pictures [name ...]`: takes the README's and the stores' pictures anew, all or those named. */
export async function run(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !pictures.some((picture) => picture.name === name));
  if (unknown.length > 0) throw new Error(`There is no picture called ${unknown.join(', ')}.`);
  const [found] = await ensureBrowsers(['chromium']);
  if (!found) throw new Error(howToInstall('chromium'));
  await build();
  mkdirSync(inRoot('.github/pictures'), { recursive: true });
  for (const picture of pictures) {
    if (names.length === 0 || names.includes(picture.name)) await take(picture, found.path);
  }
  return 0;
}
