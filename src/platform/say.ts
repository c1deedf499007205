import { createSay, type Say } from '../texts/index.ts';
import { browser } from './native-browser.ts';

/**
 * The texts in the language that the browser chose among ours. Plurals and lists follow the language of the texts
 * (`extension_language`), not the browser's: an English text in a Japanese browser needs English plurals.
 */
export const say: Say = createSay(
  (key) => browser.i18n.getMessage(key),
  () => browser.i18n.getMessage('extension_language') || browser.i18n.getUILanguage(),
);
