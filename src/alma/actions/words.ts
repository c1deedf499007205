import { holdsMoreThan, type Sure, type Vocabulary, wordsWith } from '../markup/known.ts';
import { wordsFor } from '../markup/vocabulary.ts';

export type { Sure } from '../markup/known.ts';

export type Meaning =
  | 'delete'
  | 'purge'
  | 'remove'
  | 'confirm'
  | 'cancel'
  | 'merge'
  | 'save'
  | 'change'
  | 'run'
  | 'deactivate'
  | 'active';

/**
 * Says whether one of the texts is, as a whole, a word of that meaning on Alma's controls, and how sure that word is; `undefined` if
 * none is. Delete and Edit are documented in English, German and French, Confirm in English and French; the rest are the usual words
 * of the language, never seen on the page. German "Löschen" also names the purge: the page has to decide.
 */
export function saysOf(texts: readonly string[], meaning: Meaning): Sure | undefined {
  const words = wordsFor(`control_${meaning}`);
  return texts
    .map((text) => (wordsWith(text, words) ?? wordsWith(text.replace(besides, ''), words))?.sure)
    .find((sure) => sure !== undefined);
}

/** What stands beside the words: how many, and a hotkey or a remark in brackets. */
const besides = /\d+|[([].*$/gs;

/** True when a running text speaks of deleting, in five languages whatever the form of the word: for the question of a confirm dialog. */
export const speaksOfDeleting = (text: string): boolean =>
  /\b(?:delet|remov|borrar)|lösch|suppr[ie]|elimin|cancell/i.test(text) ||
  holdsMoreThan(text, wordsFor('control_delete'));

/** The titles of the pages from which users are purged. English and German are documented. */
export const purgeTitles: Vocabulary = wordsFor('titles_purge_users');

/** The titles of the page on which any job is run, and the names of the one that purges a set of users. English is documented. */
export const runJobTitles: Vocabulary = wordsFor('titles_run_job_purge');
export const purgeJobNames: Vocabulary = wordsFor('names_purge_job');

/** The titles of the page on which two users are made one. The English one is documented. */
export const mergeTitles: Vocabulary = wordsFor('titles_merge_users');
