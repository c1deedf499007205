import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

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

/** Alma's own words, as messages: with the default language, in which browsers look for what another one lacks. */
function vocabularyIn(file: string): Record<string, string> {
  const vocabulary: Record<string, string[]> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(vocabulary).map(([name, texts]) => [`alma_${name}`, texts.join('\n')]));
}

/** Emits `_locales` from `src/texts`, and with them the words by which Alma's pages are read. */
export function locales(folder: string, vocabulary: string): Plugin {
  return {
    name: 'alma-user-guard:locales',
    generateBundle() {
      for (const [language, catalogue] of readTexts(folder)) {
        const fileName = `_locales/${language}/messages.json`;
        const words = language === 'en' ? vocabularyIn(vocabulary) : {};
        this.emitFile({ type: 'asset', fileName, source: browserMessages({ ...catalogue, ...words }) });
      }
    },
  };
}
