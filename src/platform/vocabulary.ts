import { browser } from './native-browser.ts';

/** Stands in the built extension for `src/alma/markup/words.json`: the build has put each of its entries into `_locales`, a line for each confidence. */
const vocabulary = new Proxy<Readonly<Record<string, readonly string[]>>>(
  {},
  { get: (_, name) => browser.i18n.getMessage(`alma_${String(name)}`).split('\n') },
);

export default vocabulary;
