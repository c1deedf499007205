import type { Sure, Vocabulary, Words } from './known.ts';
import { comparedWords, type WordName } from './word-table.ts';

const sureness: readonly Sure[] = ['high', 'medium', 'low'];

let table: ReturnType<typeof comparedWords> | undefined;

/**
 * Alma's own words for a thing, by its name in `words.json`; looked up when they are first asked for. Those of high and medium
 * confidence stand in Ex Libris' online help in their own language, unless it is said otherwise; those of low confidence are translated with
 * the terms of that help. The built extension has the table from the browser, which keeps it beside the extension's texts, so that Alma's
 * pages do not pay for it: `knownByBrowser` in src/build puts `src/platform/word-table.ts` in the place of `word-table.ts`.
 */
export function wordsFor(name: WordName): Vocabulary {
  let entries: readonly Words[] | undefined;
  return () => {
    table ??= comparedWords();
    const bySure = table[name];
    // Without its words a filter would not be seen, and a part of a list be taken for the whole.
    if (!bySure) throw new Error(`There are no words for ${name}.`);
    entries ??= bySure.map((texts, at) => ({ texts, sure: sureness[at] ?? 'low' }));
    return entries;
  };
}
