import { mkdirSync, writeFileSync } from 'node:fs';
import { managementPage, userDetails, userList } from '../alma/description.ts';
import {
  exLibrisAccount,
  expiredButActive,
  inactiveStaff,
  namedUser,
  ordinaryPatron,
  shownName,
} from '../alma/people.ts';
import { startAlma } from '../alma/server.ts';
import type { AlmaTab } from '../browser/alma-tab.ts';
import { launchChromium } from '../browser/chromium.ts';
import { Desk } from '../browser/desk.ts';
import { launchFirefox } from '../browser/firefox.ts';
import type { ScreenTab } from '../browser/screen-tab.ts';
import { ensureBrowsers, type FoundBrowser, findBrowser, howToInstall } from './browsers.ts';
import { build } from './build.ts';
import { inRoot } from './command.ts';
import { walkReview } from './demo-review.ts';

const unreadPage = userDetails(namedUser, { roleList: { extent: 'not-drawn' } });

/** A page of the walk through the main job: what it is, and the page itself. */
const records = [
  { name: 'named-user', title: 'A named user', page: userDetails(namedUser) },
  { name: 'ex-libris-account', title: 'An Ex Libris account', page: userDetails(exLibrisAccount) },
  { name: 'ordinary-patron', title: 'An ordinary patron', page: userDetails(ordinaryPatron) },
  { name: 'german-page', title: 'The named user on a German page', page: userDetails(namedUser, { language: 'de' }) },
  { name: 'unread-page', title: 'A page whose roles could not be read', page: unreadPage },
] as const;

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** A Chromium or Firefox that is there; Chromium is installed when neither is. */
async function anyBrowser(): Promise<FoundBrowser> {
  const there = findBrowser('chromium') ?? findBrowser('firefox');
  const [found] = there ? [there] : await ensureBrowsers(['chromium']);
  if (!found) throw new Error(howToInstall('chromium'));
  return found;
}

async function sitDown(found: FoundBrowser, visible: boolean): Promise<Desk> {
  const alma = await startAlma();
  const isChromium = found.family === 'chromium';
  const start = isChromium ? launchChromium : launchFirefox;
  const extension = inRoot('dist', isChromium ? 'chrome' : 'firefox');
  const browser = await start({ program: found.path, extension, almaPort: alma.port, visible });
  console.log(`Stand-in Alma: ${browser.almaAddress('/stand-in/')} (answered on this machine, not by Ex Libris)`);
  console.log(`Browser: ${found.path} (${browser.version}), with the extension from ${extension}\n`);
  return new Desk(browser, alma);
}

async function keepPicture(tab: ScreenTab, name: string): Promise<void> {
  mkdirSync(inRoot('.pictures'), { recursive: true });
  writeFileSync(inRoot('.pictures', `${name}.png`), await tab.picture());
}

/** The words for a role's mark. */
const countsInWords: Readonly<Record<string, string>> = {
  yes: 'counts',
  no: 'does not count',
  unknown: 'we do not know whether it counts',
};

/** Prints what stands on the page now, in the words and marks of the page itself. */
async function tell(title: string, tab: AlmaTab): Promise<void> {
  const { answer, findings, unread, marks } = await tab.guidance();
  const [line = ''] = await tab.texts('[data-named-user]');
  console.log(title);
  console.log(`  answer     ${answer}: ${line}`);
  for (const { rule, severity } of findings) console.log(`  finding    ${severity}: ${rule}`);
  if (unread.length > 0) console.log(`  not read   ${unread.join(', ')}`);
  for (const { role, counts } of marks) console.log(`  role       ${role}: ${countsInWords[counts] ?? counts}`);
}

/** The question before a user is deleted: its title, and what it says is about to be lost. */
async function walkGuard(desk: Desk): Promise<void> {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.click('[data-does="delete"]');
  const dialog = '[role="alertdialog"]';
  await tab.until('the guard asks', async () => (await tab.count(dialog)) === 1);
  const [title = ''] = await tab.texts(`${dialog} h2`);
  const parts = await tab.texts(`${dialog} section:first-of-type :is(h3, p)`);
  const [lost = '', ...losses] = parts;
  console.log(`Delete is pressed on the named user\n  question   ${title}`);
  for (const loss of losses) console.log(`  lost       ${lost}: ${loss}`);
  const buttons = await tab.texts(`${dialog} [data-choice]`);
  console.log(`  buttons    ${buttons.join(' | ')}`);
  await keepPicture(tab, 'guard');
  await desk.closeTabs();
}

/** The list of users: the rows that have a mark, with the rule behind it. */
async function walkUserList(desk: Desk): Promise<void> {
  const listed = [ordinaryPatron, exLibrisAccount, namedUser, expiredButActive, inactiveStaff];
  const columns = ['active', 'name', 'id', 'userGroup', 'status', 'expiryDate'] as const;
  const tab = await desk.openAlma(userList(listed, { columns }));
  await tab.until('a row is marked', async () => (await tab.ownElements()) > 0);
  const marks = await tab.run(() =>
    [...document.querySelectorAll<HTMLElement>('alma-user-guard-mark')].map((mark) => ({
      rule: mark.dataset.rule ?? '',
      severity: mark.dataset.severity ?? '',
      row: mark.closest('tr')?.textContent ?? '',
    })),
  );
  console.log(`A list of ${listed.length} users`);
  for (const { rule, severity, row } of marks) {
    const person = listed.find((each) => row.includes(shownName(each)));
    console.log(`  marked row ${person ? shownName(person) : row}: ${severity}: ${rule}`);
  }
  await keepPicture(tab, 'user-list');
  await desk.closeTabs();
}

/** The guide on the form of a purge, as Alma opens it: what its fields give cause to say. */
async function walkPurge(desk: Desk): Promise<void> {
  const tab = await desk.openAlma(managementPage('purge-add-job'));
  await tab.until('the guide shows', async () => (await tab.count('[data-guide]')) > 0);
  const [title = ''] = await tab.texts('[data-guide] .title');
  const checks = await tab.attributes('[data-guide] [data-check]', 'data-severity');
  const said = await tab.texts('[data-guide] [data-check] .text');
  console.log(`The form of a purge\n  guide      ${title}`);
  for (const [at, text] of said.entries()) console.log(`  check      ${checks[at]?.['data-severity']}: ${text}`);
  await keepPicture(tab, 'purge-guide');
  await desk.closeTabs();
}

async function walk(desk: Desk): Promise<void> {
  for (const { name, title, page } of records) {
    const tab = await desk.openAlma(page);
    await tell(title, tab);
    await keepPicture(tab, name);
    await desk.closeTabs();
  }
  await walkGuard(desk);
  await walkUserList(desk);
  await walkPurge(desk);
  const behind = await desk.openAlma(unreadPage);
  await behind.guidance();
  for (const page of ['popup', 'options'] as const) {
    const tab = await desk.openExtension(page);
    const headings = await tab.until(`the ${page} is drawn`, async () => {
      const found = await tab.texts('h2');
      return found.length > 2 && found;
    });
    console.log(`The ${page}\n  sections   ${headings.filter((heading) => heading !== '').join(' | ')}`);
    if (page === 'popup') await tab.resize(420, 760);
    await keepPicture(tab, page);
  }
  await desk.closeTabs();
  await walkReview(desk, keepPicture);
  console.log(`\nPictures: ${inRoot('.pictures')}`);
}

/** Leaves the browser to whoever sits before it, until it is closed or the command is ended. */
async function stay(desk: Desk): Promise<void> {
  await desk.openAlma(records[0].page);
  console.log('The browser shows a user record. Close it, or press Ctrl+C here, to end the demo.');
  await Promise.race([desk.browser.closed, new Promise((resolve) => process.once('SIGINT', resolve))]);
}

/** `npm run demo`: with a display a browser to try the extension in, without one a walk through the main job. */
export async function run(): Promise<number> {
  const found = await anyBrowser();
  await build();
  const visible = hasDisplay();
  const desk = await sitDown(found, visible);
  try {
    await (visible ? stay(desk) : walk(desk));
    return 0;
  } finally {
    await desk.browser.close();
    await desk.alma.close();
  }
}
