import { browser } from './native-browser.ts';

/** The extension's own pages. */
export type PageName = 'options' | 'report' | 'review' | 'rollup';

const paths: Readonly<Record<PageName, string>> = {
  options: 'src/options/index.html',
  report: 'src/report/index.html',
  review: 'src/review/index.html',
  rollup: 'src/rollup/index.html',
};

/** The address of one of the extension's pages, at one of its sections if given (the id of an element on it). */
export function addressOf(page: PageName, section?: string): string {
  return browser.runtime.getURL(paths[page]) + (section ? `#${section}` : '');
}

/**
 * Opens one of the extension's pages in a tab of its own. For the extension's pages and its background only:
 * a content script sends `requestPage` (messages.ts) instead, since Alma's page may not open our addresses.
 */
export async function openPage(page: PageName, section?: string): Promise<void> {
  await browser.tabs.create({ url: addressOf(page, section) });
}
