import { isMonthWord } from './dates.ts';
import { looksLikeFormula } from './write.ts';

/** Digits that a spreadsheet shows, and writes to a CSV file again, as they are; Excel writes twelve and more as `1.23457E+11`. */
const plainNumber = /^(?:0|[1-9]\d{0,10})$/;

/** Numbers with signs, currencies, separators, fractions, per cent, exponents; days and times of day in figures. */
const figures = /^[\s+\-$€£(]*[\d.,][\d\s.,:/'-]*(?:e[+-]?\d+)?[\s%)]*(?:[ap]\.?m?\.?)?$/i;

const truths = new Set(['true', 'false', 'wahr', 'falsch', 'vrai', 'faux', 'verdadero', 'falso', 'vero']);

/** A word with figures on one or both sides, as in `4-Mar`, `Dec 2026`, `1may26`. */
const besideFigures = /^(\d{1,4})?[\s./,-]*(\p{L}+)[\s./,-]*(\d{1,4})?(?:[\s./,-]+\d{2,4})?$/u;

function looksLikeDay(text: string): boolean {
  const [, before, word, after] = besideFigures.exec(text) ?? [];
  return word !== undefined && (before !== undefined || after !== undefined) && isMonthWord(word);
}

/**
 * True for a text that a spreadsheet would change when it opens a CSV file and saves it: what it takes for a number (leading
 * zeros, `1E5`, long figures), a day, a time of day, a truth value or a formula. When in doubt it is taken to be changed.
 */
export const spreadsheetChanges = (text: string): boolean =>
  (!plainNumber.test(text) && figures.test(text)) ||
  truths.has(text.toLowerCase()) ||
  looksLikeDay(text) ||
  looksLikeFormula(text);

/**
 * An identifier for a CSV file that people open in a spreadsheet and give back: an apostrophe keeps it as it is. One that begins with an
 * apostrophe itself gets another, so that taking one off gives every identifier back. Never for identifiers that Alma reads.
 */
export const guardedIdentifier = (identifier: string): string =>
  identifier.startsWith("'") || spreadsheetChanges(identifier) ? `'${identifier}` : identifier;
