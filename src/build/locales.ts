import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { comparedWords } from '../alma/markup/word-table.ts';
import { roleTable } from '../rules/standards/role-lines.ts';

/** Reads `src/texts/<language>/*.json` (flat: key -> text) as one catalogue for each language. */
export function readTexts(folder: string): Map<string, Record<string, string>> {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    languages.map(({ name }) => {
      const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.json'));
      const parts = files.map((file) => JSON.parse(readFileSync(join(folder, name, file), 'utf8')));
      return [name, Object.assign({}, ...parts)];
    }),
  );
}

/** The texts in the form that browsers read: `_locales/<language>/messages.json`. A `$` is doubled, since browsers take one as a placeholder. */
function browserMessages(catalogue: Record<string, string>): string {
  const entries = Object.entries(catalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => [key, { message: text.replaceAll('$', '$$$$') }]);
  return JSON.stringify(Object.fromEntries(entries), null, 1);
}

/** What is known of Alma and would weigh on its pages, as messages: the browser gives them when they are asked for. */
const almaMessages = { alma_words: JSON.stringify(comparedWords()), alma_roles: JSON.stringify(roleTable()) };

/** What stands in for the files that these messages are made of, by the path under which they are imported. */
const standIns = [
  { find: './word-table.ts', file: 'src/alma/markup/word-table.ts', replacement: 'src/platform/word-table.ts' },
  { find: './role-lines.ts', file: 'src/rules/standards/role-lines.ts', replacement: 'src/platform/role-lines.ts' },
];

/** Has the built extension ask the browser for what is known of Alma. */
export const knownByBrowser = (root: string): { find: string; replacement: string }[] =>
  standIns.map(({ find, replacement }) => ({ find, replacement: join(root, replacement) }));

/** Undoes that in workers: they cannot ask the browser. */
export const knownByItself = (root: string): Plugin => ({
  name: 'alma-user-guard:known-by-itself',
  enforce: 'pre',
  resolveId(source) {
    const found = standIns.find(({ replacement }) => source === join(root, replacement));
    return found && join(root, found.file);
  },
});

/** Emits `_locales` from `src/texts`, and with them the words by which Alma's pages are read. */
export function locales(folder: string): Plugin {
  return {
    name: 'alma-user-guard:locales',
    generateBundle() {
      for (const [language, catalogue] of readTexts(folder)) {
        const fileName = `_locales/${language}/messages.json`;
        // With the default language, in which browsers look for what another one lacks.
        const words = language === 'en' ? almaMessages : {};
        this.emitFile({ type: 'asset', fileName, source: browserMessages({ ...catalogue, ...words }) });
      }
    },
  };
}
