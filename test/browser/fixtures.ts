import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type StandIn, startAlma } from '../alma/server.ts';
import { findBrowser, howToInstall } from '../commands/browsers.ts';
import { launchChromium } from './chromium.ts';
import { Desk } from './desk.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserWithExtension, LaunchOptions } from './tab.ts';

export interface BrowserUnderTest {
  family: 'chromium' | 'firefox';
}

/** The folder of the build for a browser, as `npm run build` leaves it. */
export const buildFor = (family: BrowserUnderTest['family']): string =>
  `${process.cwd()}/dist/${family === 'chromium' ? 'chrome' : 'firefox'}`;

/** Starts the browser of a family with the build in `dist`, or with what `other` says instead. */
function launch(family: BrowserUnderTest['family'], almaPort: number, other: Partial<LaunchOptions> = {}) {
  const found = findBrowser(family);
  if (!found) throw new Error(howToInstall(family));
  const start = family === 'chromium' ? launchChromium : launchFirefox;
  return start({ program: found.path, extension: buildFor(family), almaPort, ...other });
}

interface PerWorker extends BrowserUnderTest {
  alma: StandIn;
  sharedBrowser: BrowserWithExtension;
}

interface PerTest {
  /** A folder for a profile that outlives its browser, within one test. */
  profile: string;
  /** The browsers that a test has of its own, to be closed behind it. */
  browsers: BrowserWithExtension[];
  /** A desk with the worker's browser, for tests that leave settings and browser as they were. */
  desk: Desk;
  /** Sets up a desk with a browser of its own: for tests that change settings, or the browser itself. */
  ownDesk: (other?: Partial<LaunchOptions>) => Promise<Desk>;
  /** Ends a desk's browser as a crash does, and sets the desk up anew with the same profile. */
  crash: (desk: Desk, other: Partial<LaunchOptions> & { profile: string }) => Promise<Desk>;
}

/** Where a page of the stand-in or of the extension may ask for something; `about:` and `chrome:` are the browser's own. */
const known =
  /^(?:https:\/\/[\w.-]+\.exlibrisgroup\.com(?:\.cn)?[:/]|(?:chrome|moz)-extension:|data:|blob:|about:|chrome:)/;

/** Closes a browser, which must not have asked for anything outside the stand-in Alma and the extension itself. */
async function closeAndAccount(browser: BrowserWithExtension): Promise<void> {
  const strangers = browser.requested.filter((address) => !known.test(address));
  await browser.close();
  expect(strangers, 'addresses asked for outside the stand-in Alma and the extension').toEqual([]);
}

export const test = base.extend<PerTest, PerWorker>({
  family: ['chromium', { option: true, scope: 'worker' }],

  alma: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs, here nothing
    async ({}, use) => {
      const alma = await startAlma();
      await use(alma);
      await alma.close();
    },
    { scope: 'worker' },
  ],

  sharedBrowser: [
    async ({ family, alma }, use) => {
      const browser = await launch(family, alma.port);
      await use(browser);
      await closeAndAccount(browser);
    },
    { scope: 'worker' },
  ],

  desk: async ({ sharedBrowser, alma }, use) => {
    const desk = new Desk(sharedBrowser, alma);
    await use(desk);
    await desk.closeTabs();
  },

  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs, here nothing
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'alma-user-guard-profile-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  },

  // The folder goes only when the browsers that may use it are closed.
  browsers: async ({ profile: _ }, use) => {
    const browsers: BrowserWithExtension[] = [];
    await use(browsers);
    for (const browser of browsers) await closeAndAccount(browser);
  },

  ownDesk: async ({ family, alma, browsers }, use) => {
    await use(async (other) => {
      const browser = await launch(family, alma.port, other);
      browsers.push(browser);
      return new Desk(browser, alma);
    });
  },

  crash: async ({ ownDesk, browsers }, use) => {
    await use(async (desk, other) => {
      browsers.splice(browsers.indexOf(desk.browser), 1);
      await desk.browser.kill();
      return ownDesk(other);
    });
  },
});

export { expect };
