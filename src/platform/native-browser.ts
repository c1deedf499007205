import type { Browser } from 'webextension-polyfill';

declare const chrome: Browser;

/**
 * The browser's own extension API, for what also runs in Alma's pages: there the polyfill would be a twelfth of the
 * script. Firefox names it `browser`; Chrome and Edge name it `chrome` and give promises too, except as the answer to a
 * message, where both take `sendResponse`.
 */
export const browser: Browser =
  (globalThis as { browser?: Browser }).browser?.runtime === undefined
    ? chrome
    : (globalThis as unknown as { browser: Browser }).browser;
