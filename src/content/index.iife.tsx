import { browser } from '../platform/browser.ts';

console.debug(browser.runtime.id);
