import { fold } from '../record/index.ts';
import { remember } from './remember.ts';

/** True when both texts are the same as a person sees them (`fold`), and hold something. */
export function same(one: string, other: string): boolean {
  const folded = fold(one);
  return folded !== '' && folded === fold(other);
}

const foldedOf = remember((list) => list.map(fold).filter((entry) => entry !== ''));

/** True when the text is one of the list's, as a person sees them. */
export const isOneOf = (text: string | null, list: readonly string[]): boolean =>
  text !== null && list.length > 0 && foldedOf(list).includes(fold(text));

/** True when the text begins with one of the prefixes; an empty prefix begins nothing, `_` stands for itself. */
export function startsWithOneOf(text: string, prefixes: readonly string[]): boolean {
  if (prefixes.length === 0) return false;
  const folded = fold(text);
  return foldedOf(prefixes).some((prefix) => folded.startsWith(prefix));
}

/** True when the text begins with the prefix; an empty prefix begins nothing. */
export function beginsWith(text: string, prefix: string): boolean {
  const folded = fold(prefix);
  return folded !== '' && fold(text).startsWith(folded);
}

/** A text's words: runs of letters and runs of digits, split at everything else and between letters and digits. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];

/** A text's words in a row with a space on each side, so that a whole word or phrase is found as a piece of text. */
export const rowOf = (text: string): string => ` ${wordsOf(text).join(' ')} `;
const phrasesOf = remember((wanted) => wanted.map(rowOf).filter((phrase) => phrase.trim() !== ''));

/** True when one of the wanted words stands in a row of words (`rowOf`); a wanted phrase has to stand there word after word. */
export const standsIn = (row: string, wanted: readonly string[]): boolean =>
  phrasesOf(wanted).some((phrase) => row.includes(phrase));

/** True when one of the wanted words stands in the text as a whole; a wanted phrase has to stand there word after word. */
export const holdsWord = (text: string | null, wanted: readonly string[]): boolean =>
  text !== null && wanted.length > 0 && standsIn(rowOf(text), wanted);

/** A person's name as it may be written: with a comma it reads in both orders; spaces are drawn together. */
function writtenForms(name: string): string[] {
  const parts = fold(name)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 2 ? [parts.join(' '), [...parts].reverse().join(' ')] : [parts.join(' ')];
}

/** True when two names are the same but for case, spaces and the order around a comma ("Librarian, Ada" is "Ada Librarian"). */
export const sameName = (one: string, other: string): boolean => isNameIn(one, writtenForms(other));

const isNameIn = (name: string, forms: readonly string[]): boolean =>
  writtenForms(name).some((form) => form !== '' && forms.includes(form));

const formsOf = remember((names) => names.flatMap(writtenForms));

/** True when a name is the same as one of the known ones, in the way of `sameName`. */
export const isOneOfNames = (name: string, known: readonly string[]): boolean => isNameIn(name, formsOf(known));

// Spelled out: the browser needs half a millisecond to prepare the class of all scripts' dashes, on every page.
const spacesAndHyphens = /[\s\-\u058a\u05be\u2010-\u2015\u2212\u301c\ufe58\ufe63\uff0d]+/g;

// Before the name is folded: an accent that stands alone falls apart into a space and a mark.
const apostrophes = /[\u2018\u2019\u02bc\u2032\u0060\u00b4]/g;

/** The key under which a role's name is looked up: without case, spaces and hyphens, and with one apostrophe for all that are written. */
export const roleNameKey = (name: string): string => fold(name.replace(apostrophes, "'")).replace(spacesAndHyphens, '');

/** True when two names of roles have the same key. */
export const sameRoleName = (one: string, other: string): boolean => roleNameKey(one) === roleNameKey(other);
