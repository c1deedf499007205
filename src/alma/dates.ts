import { type Day, dayOf } from '../record/index.ts';
import { plain } from './markup/known.ts';

/** The order of day, month and year in a numeric date. */
export type Order = 'dmy' | 'mdy' | 'ymd';

/** Names of the months in English, German, French, Spanish and Italian (calendar words, not Alma's); shortened names are their beginnings. */
const monthNames = [
  'january januar janner janvier enero gennaio',
  'february februar feber fevrier febrero febbraio',
  'march marz mars marzo',
  'april avril abril aprile',
  'may mai mayo maggio',
  'june juni juin junio giugno',
  'july juli juillet julio luglio',
  'august aout agosto',
  'september septembre septiembre settembre',
  'october oktober octobre octubre ottobre',
  'november novembre noviembre',
  'december dezember decembre diciembre dicembre',
].map((names) => names.split(' '));

const time =
  /[ T,]+\d{1,2}[:.h]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(z|utc|gmt|[a-z]{3,4}|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a day as a page shows it: ISO, a month in words (five languages), or numbers. Numbers are read in the order given;
 * without one only where a single reading exists (year first, a part above 12, day and month alike). A time behind the day
 * is let pass. `undefined` for everything else, a year of two digits included: a day is never guessed.
 */
export function readDay(shown: string, order?: Order): Day | undefined {
  const text = shown
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[\u200e\u200f]/g, '')
    .trim()
    .replace(time, '')
    .replace(/z$/i, '')
    .trim();
  const numeric = /^(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?$/.exec(text);
  if (numeric) return numericDay([numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? ''], order);
  return wordedDay(text);
}

function numericDay(
  [first = '', second = '', third = '']: readonly string[],
  order: Order | undefined,
): Day | undefined {
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length === 4) return third.length <= 2 ? dayOf(a, b, c) : undefined;
  if (third.length !== 4 || first.length > 2) return undefined;
  if (order === 'dmy') return dayOf(c, b, a);
  if (order === 'mdy') return dayOf(c, a, b);
  if (order === 'ymd') return undefined;
  if (a === b) return dayOf(c, a, b);
  if (a > 12 && b <= 12) return dayOf(c, b, a);
  return b > 12 && a <= 12 ? dayOf(c, a, b) : undefined;
}

function wordedDay(text: string): Day | undefined {
  const dayFirst = /^(\d{1,2})(?:\.|er|º|°)?[ /-]*(?:de )?(\p{L}+)\.?,?[ /-]*(?:del? )?(\d{4})$/iu.exec(text);
  if (dayFirst) return inMonth(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(\p{L}+)\.?[ /-]*(\d{1,2})(?:st|nd|rd|th)?,?[ /-]+(\d{4})$/iu.exec(text);
  if (monthFirst) return inMonth(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = /^(\d{4})[ /-](\p{L}+)\.?[ /-](\d{1,2})$/iu.exec(text);
  return yearFirst ? inMonth(yearFirst[1], yearFirst[2], yearFirst[3]) : undefined;
}

function inMonth(year = '', name = '', dayOfMonth = ''): Day | undefined {
  const sought = plain(name);
  if (sought.length < 3) return undefined;
  const months = monthNames.flatMap((names, index) =>
    names.some((known) => known.startsWith(sought)) ? [index + 1] : [],
  );
  return months.length === 1 && months[0] ? dayOf(Number(year), months[0], Number(dayOfMonth)) : undefined;
}

/**
 * The order that a format pattern tells (`MM/DD/YYYY`, `dd.mm.yy`, `TT.MM.JJJJ`, `JJ/MM/AAAA`, `GG/MM/AAAA`);
 * `undefined` when the text is no such pattern.
 */
export function orderOf(pattern: string): Order | undefined {
  const groups = /^([a-z])\1*[./ -]+([a-z])\2*[./ -]+([a-z])\3*$/i.exec(pattern.trim());
  if (!groups) return undefined;
  const letters = [groups[1], groups[2], groups[3]].map((letter) => (letter ?? '').toLowerCase());
  const lengths = pattern
    .trim()
    .split(/[./ -]+/)
    .map((part) => part.length);
  const year = letters.findIndex(
    (letter, at) => letter === 'y' || letter === 'a' || (letter === 'j' && lengths[at] === 4),
  );
  const month = letters.indexOf('m');
  const day = [0, 1, 2].find((at) => at !== year && at !== month);
  if (year < 0 || month < 0 || day === undefined || !/[dtjg]/.test(letters[day] ?? '')) return undefined;
  const order = [0, 1, 2].map((at) => (at === year ? 'y' : at === month ? 'm' : 'd')).join('');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

const patternAttributes = ['data-date-format', 'data-format', 'data-dateformat', 'dateformat', 'placeholder'];

/** The order that the page's own date inputs tell; `undefined` when none tells it, `contradictory` when they do not agree. */
export function orderOnPage(root: ParentNode): Order | 'contradictory' | undefined {
  const told = new Set<Order>();
  for (const input of root.querySelectorAll('input')) {
    for (const attribute of patternAttributes) {
      const order = orderOf(input.getAttribute(attribute) ?? '');
      if (order) told.add(order);
    }
  }
  return told.size > 1 ? 'contradictory' : [...told][0];
}
