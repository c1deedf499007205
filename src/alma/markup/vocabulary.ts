import { told, type Words } from './known.ts';
import vocabulary from './words.json';

/**
 * Alma's own words for a thing, by its name in `words.json`: texts of high, medium and low confidence there, a `|` between them.
 * The built extension has them from the browser, which keeps them beside the extension's texts, so that Alma's pages do not pay
 * for them: `vite.config.ts` puts `src/platform/vocabulary.ts` in the place of that file.
 */
export const wordsFor = (name: keyof typeof vocabulary): readonly Words[] => told(...vocabulary[name]);
