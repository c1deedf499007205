import { test as base, expect } from '@playwright/test';
import { startAlma } from '../alma/server.ts';
import { findBrowser, howToInstall } from '../commands/browsers.ts';
import { AlmaTab } from './alma-tab.ts';
import { launchChromium } from './chromium.ts';
import { ExtensionTab } from './extension-tab.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserWithExtension, LaunchOptions } from './tab.ts';

export interface BrowserUnderTest {
  family: 'chromium' | 'firefox';
}

export type StandInAlma = Awaited<ReturnType<typeof startAlma>>;

/** Starts the browser of this project with the build in `dist`, or with what `other` says instead. */
export function launch(family: 'chromium' | 'firefox', almaPort: number, other: Partial<LaunchOptions> = {}) {
  const found = findBrowser(family);
  if (!found) throw new Error(howToInstall(family));
  const start = family === 'chromium' ? launchChromium : launchFirefox;
  const extension = `${process.cwd()}/dist/${family === 'chromium' ? 'chrome' : 'firefox'}`;
  return start({ program: found.path, extension, almaPort, ...other });
}

interface PerWorker extends BrowserUnderTest {
  alma: StandInAlma;
  /** One browser for all tests of a worker that do not change the browser itself. */
  shared: BrowserWithExtension;
}

interface PerTest {
  /** A tab for Alma's pages, in front. */
  almaTab: AlmaTab;
  /** Opens a page of the extension in a tab of its own. */
  openExtensionPage: (page: 'popup' | 'options' | 'review', where?: 'front' | 'background') => Promise<ExtensionTab>;
  /** A browser of this test's own, for tests that disable the extension or need an administrator's settings. */
  ownBrowser: (other?: Partial<LaunchOptions>) => Promise<BrowserWithExtension>;
}

/** Hosts that a page of the stand-in or of the extension may ask for something. */
const ourAddress =
  /^(?:https:\/\/[\w.-]+\.exlibrisgroup\.com(?:\.cn)?[:/]|(?:chrome|moz)-extension:|data:|blob:|about:|chrome:)/;

export const test = base.extend<PerTest, PerWorker>({
  family: ['chromium', { option: true, scope: 'worker' }],

  alma: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs: nothing here
    async ({}, use) => {
      const alma = await startAlma();
      await use(alma);
      await alma.close();
    },
    { scope: 'worker' },
  ],

  shared: [
    async ({ family, alma }, use) => {
      const browser = await launch(family, alma.port);
      await use(browser);
      const strangers = browser.requested.filter((address) => !ourAddress.test(address));
      await browser.close();
      expect(strangers, 'addresses asked for outside the stand-in Alma and the extension').toEqual([]);
    },
    { scope: 'worker' },
  ],

  almaTab: async ({ shared, alma }, use) => {
    const tab = new AlmaTab(await shared.newTab(), shared, alma);
    await use(tab);
    await tab.close();
  },

  openExtensionPage: async ({ shared }, use) => {
    const opened: ExtensionTab[] = [];
    await use(async (page, where = 'front') => {
      const tab = new ExtensionTab(await shared.newTab(where));
      opened.push(tab);
      await tab.go(shared.extensionAddress(page));
      return tab;
    });
    for (const tab of opened) await tab.close();
  },

  ownBrowser: async ({ family, alma }, use) => {
    const opened: BrowserWithExtension[] = [];
    await use(async (other) => {
      const browser = await launch(family, alma.port, other);
      opened.push(browser);
      return browser;
    });
    for (const browser of opened) await browser.close();
  },
});

export { expect };
