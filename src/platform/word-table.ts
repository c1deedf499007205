import { browser } from './native-browser.ts';

/**
 * Stands in the built extension for `src/alma/markup/word-table.ts`: the build has put what that gives into `_locales`, as one
 * message. In Alma's pages the browser takes longer to give fifty short messages than one long one.
 */
export const comparedWords = (): Readonly<Record<string, readonly (readonly string[])[]>> =>
  JSON.parse(browser.i18n.getMessage('alma_words'));
