/**
 * How sure a piece of markup is: seen by two independent sources, by one, or derived from a naming pattern or a translation. Comments
 * name the sources: `alma-extensions`: public code that works on Alma's staff pages (TU Graz, TU Wien, SLSP, Tufts, slipsomat, Harvard, ...);
 * `id-grammar`: by analogy with other classic pages, whose ids are built in the same way.
 */
export type Sure = 'high' | 'medium' | 'low';

/** Texts that mean the same thing, all of one confidence, as they are compared (`plain`). */
export interface Words {
  readonly texts: readonly string[];
  readonly sure: Sure;
}

/** All that is known to mean one thing, the surest first. Looked up when it is asked for. */
export type Vocabulary = () => readonly Words[];

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

/** The entry that has this text, in the first of the vocabularies that know it; `undefined` when none does. */
export function wordsWith(text: string, ...vocabularies: readonly Vocabulary[]): Words | undefined {
  const sought = plain(text);
  if (sought === '') return undefined;
  for (const vocabulary of vocabularies) {
    const words = vocabulary().find(({ texts }) => texts.includes(sought));
    if (words) return words;
  }
  return undefined;
}

/** Says whether the text holds one of a vocabulary's texts as whole words, besides something else. */
export function holdsMoreThan(text: string, vocabulary: Vocabulary): boolean {
  const padded = ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return vocabulary().some(({ texts }) =>
    texts.some((known) => {
      const sought = ` ${known.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
      return padded !== sought && padded.includes(sought);
    }),
  );
}
