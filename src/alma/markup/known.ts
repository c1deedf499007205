/** How sure a piece of markup is: seen by two independent sources, by one, or derived from a naming pattern or a translation. */
export type Sure = 'high' | 'medium' | 'low';

/**
 * Where an entry of the markup data comes from.
 * - `alma-extensions`: public code that works on Alma's staff pages (TU Graz, TU Wien, SLSP, Tufts, slipsomat, Harvard, ...)
 * - `help-en`, `help-de`, `help-fr`, `help-es`, `help-it`: Ex Libris' online help in that language
 * - `id-grammar`: by analogy with other classic pages, whose ids are built in the same way
 * - `user-api`: codes of Alma's user API
 * - `derived`: translated with the terms that the help in that language uses; the text on screen may differ
 */
export type MarkupSource =
  | 'alma-extensions'
  | 'help-en'
  | 'help-de'
  | 'help-fr'
  | 'help-es'
  | 'help-it'
  | 'id-grammar'
  | 'user-api'
  | 'derived';

/** Texts that mean the same thing, all of one confidence and one source. Letter case, diacritics, spaces and surrounding punctuation do not matter. */
export interface Words {
  readonly texts: readonly string[];
  readonly sure: Sure;
  /** Where all of them are from; left out in tables by confidence (`told`). */
  readonly source?: MarkupSource;
}

/** Shorthand for an entry of the markup data. */
export const words = (sure: Sure, source: MarkupSource, ...texts: readonly string[]): Words => ({
  texts,
  sure,
  source,
});

const sureness: readonly Sure[] = ['high', 'medium', 'low'];

/**
 * Texts for one thing, a `|` between them: those of high confidence, then medium, then low. Unless it is said otherwise, the first two
 * stand in Ex Libris' online help in their own language; the last are translated with the terms of that help.
 */
export const told = (...bySure: readonly string[]): readonly Words[] =>
  bySure.flatMap((texts, at) => (texts === '' ? [] : { texts: texts.split('|'), sure: sureness[at] ?? 'low' }));

const invisible = /[\p{Mn}\p{Cf}]/gu;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

// The same for texts of Latin letters alone: the browser needs half a millisecond to prepare the classes of all scripts.
const latin = /^[\0-\u024f]*$/;
const latinInvisible = /[\u0300-\u036f\u00ad]/g;
const latinEdges = /^[^a-z0-9\u00df-\u00f6\u00f8-\u024f]+|[^a-z0-9\u00df-\u00f6\u00f8-\u024f]+$/g;

/** A text as it is compared: lower case, without diacritics, invisible characters, surrounding punctuation and double spaces. */
export function plain(text: string): string {
  const isLatin = latin.test(text);
  return text
    .normalize('NFKD')
    .replace(isLatin ? latinInvisible : invisible, '')
    .replace(/[’`´]/g, "'")
    .toLowerCase()
    .replace(isLatin ? latinEdges : edges, '')
    .replace(/\s+/g, ' ');
}

const compared = new WeakMap<Words, readonly string[]>();

/** The texts of an entry as they are compared. */
export function plainTexts(entry: Words): readonly string[] {
  let texts = compared.get(entry);
  if (!texts) {
    texts = entry.texts.map(plain);
    compared.set(entry, texts);
  }
  return texts;
}

/** The entry that has this text; `undefined` when none has it. */
export function wordsWith(text: string, entries: readonly Words[]): Words | undefined {
  const sought = plain(text);
  return sought === '' ? undefined : entries.find((entry) => plainTexts(entry).includes(sought));
}

/** Says whether the text holds one of the entries' texts as whole words, besides something else. */
export function holdsMoreThan(text: string, entries: readonly Words[]): boolean {
  const padded = ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return entries.some((entry) =>
    plainTexts(entry).some((known) => {
      const sought = ` ${known.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
      return padded !== sought && padded.includes(sought);
    }),
  );
}
