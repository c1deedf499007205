import { createSay, type Say } from '../texts/index.ts';
import { browser } from './native-browser.ts';

const textOf = (key: string): string => browser.i18n.getMessage(key);

let told: string | undefined;
const language = (): string => {
  told ??= browser.i18n.getMessage('extension_language') || browser.i18n.getUILanguage();
  return told;
};

/**
 * The texts in the language that the browser chose among ours. Plurals and lists follow the language of the texts
 * (`extension_language`), not the browser's: an English text in a Japanese browser needs English plurals.
 */
export const say: Say = createSay(textOf, language);

/** The same for names of files and for cells, where a value is compared and copied: nothing is put around it. */
export const sayInFile: Say = createSay(textOf, language, (value) => value);
