/**
 * Text without regard to case and surrounding spaces, the way Alma compares primary identifiers. Upper case first:
 * a letter with several lower-case forms then has one.
 */
export const fold = (text: string): string => text.trim().toUpperCase().toLowerCase().normalize('NFC');

/** True when both texts are the same but for case and surrounding spaces, and hold something. */
export const same = (one: string, other: string): boolean => fold(one) !== '' && fold(one) === fold(other);

/** True when the text is one of the list's, without regard to case and surrounding spaces. */
export function isOneOf(text: string | null, list: readonly string[]): boolean {
  if (text === null || list.length === 0) return false;
  const wanted = fold(text);
  return wanted !== '' && list.some((entry) => fold(entry) === wanted);
}

/** True when the text begins with one of the prefixes; an empty prefix begins nothing, `_` stands for itself. */
export function startsWithOneOf(text: string, prefixes: readonly string[]): boolean {
  const folded = fold(text);
  return prefixes.some((prefix) => fold(prefix) !== '' && folded.startsWith(fold(prefix)));
}

/** A text's words: runs of letters and runs of digits, split at everything else and between letters and digits. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];

/** True when one of the wanted words stands in the text as a whole; a wanted phrase has to stand there word after word. */
export function holdsWord(text: string | null, wanted: readonly string[]): boolean {
  if (text === null || wanted.length === 0) return false;
  const words = ` ${wordsOf(text).join(' ')} `;
  return wanted.some((phrase) => {
    const asked = wordsOf(phrase).join(' ');
    return asked !== '' && words.includes(` ${asked} `);
  });
}

/** A person's name as it may be written: with a comma it reads in both orders; spaces are drawn together. */
function writtenForms(name: string): string[] {
  const parts = fold(name)
    .split(',')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
  return parts.length === 2 ? [parts.join(' '), [...parts].reverse().join(' ')] : [parts.join(' ')];
}

/** True when two names are the same but for case, spaces and the order around a comma ("Librarian, Ada" is "Ada Librarian"). */
export function sameName(one: string, other: string): boolean {
  const forms = writtenForms(one);
  return writtenForms(other).some((form) => form !== '' && forms.includes(form));
}

/** The key under which a role's name is looked up: without case, spaces and hyphens. */
export const roleNameKey = (name: string): string => fold(name).replace(/[\s\p{Pd}]+/gu, '');
