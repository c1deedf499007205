import { type Day, dayOf } from '../record/index.ts';
import { all, closest, dateParts, documentOf, isElement, parentOf } from './elements.ts';
import { plain } from './markup/known.ts';

/** The order of day, month and year in a numeric date. */
export type Order = 'dmy' | 'mdy' | 'ymd';

/** The languages in which the names of months are understood; in Austria January has another name. */
const languages = ['en', 'de', 'de-AT', 'fr', 'es', 'it'];
let monthNames: readonly (readonly string[])[] | undefined;

/** For each language the twelve names of the months, as the browser knows them; looked up only where a page writes a month in words. */
function namesOfMonths(): readonly (readonly string[])[] {
  monthNames ??= languages.map((language) => {
    const { format } = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => plain(format(Date.UTC(2000, month))));
  });
  return monthNames;
}

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

/** Says whether a day in numbers can be read two ways, and nothing was said that would settle it. */
export function isTwoWays(shown: string, order: Order | undefined): boolean {
  const [dayFirst, monthFirst] = [readDay(shown, 'dmy'), readDay(shown, 'mdy')];
  return (
    readDay(shown, order) === undefined && dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst
  );
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

/** A month is told by its name or the beginning of it, of three letters or more, where that is one month in all languages. */
function inMonth(year = '', name = '', dayOfMonth = ''): Day | undefined {
  const sought = plain(name);
  if (sought.length < 3) return undefined;
  const months = new Set(
    namesOfMonths().flatMap((names) => names.flatMap((known, at) => (known.startsWith(sought) ? [at + 1] : []))),
  );
  const [month] = months;
  return month && months.size === 1 ? dayOf(Number(year), month, Number(dayOfMonth)) : undefined;
}

/**
 * The order that a format pattern tells (`MM/DD/YYYY`, `dd.mm.yy`, `TT.MM.JJJJ`, `JJ/MM/AAAA`, `GG/MM/AAAA`);
 * `undefined` when the text is no such pattern.
 */
export function orderOf(pattern: string): Order | undefined {
  const parts = pattern
    .trim()
    .toLowerCase()
    .split(/[./ -]+/);
  const order = parts.map((part) => partNames.find(([letters]) => letters.test(part))?.[1] ?? '?').join('');
  return (['dmy', 'mdy', 'ymd'] as const).find((known) => known === order);
}

/** Letters for year, month and day in the five languages. J is the French day (jour) and, four of them, the German year (Jahr). */
const partNames: readonly (readonly [RegExp, string])[] = [
  [/^([ya]+|jjjj)$/, 'y'],
  [/^(m+|n)$/, 'm'],
  [/^[dtgj]{1,2}$/, 'd'],
];

const patternAttributes = [
  ...['data-date-format', 'data-format', 'data-dateformat', 'dateformat', 'placeholder'],
  // 2026 pages: `MM/dd/yyyy`, and `m/d/Y`.
  ...['title', 'data-zdp_format', 'data-original-title'],
];

/** Where scripts of a 2026 page name the site's pattern: `getDateFormat()` in the header's, which stays, and a call in the page's own. */
const patternScripts = '#almaSearch script,#pageContent script';
const patternInScript =
  /(getDateFormat|calendarDateRangeRender)\s*\((?:\s*\)\s*\{\s*return)?\s*['"]([a-z./ -]{5,12})['"]/gi;
/** An order, and the sign that tells it: an attribute's or a function's name. */
type Told = readonly [order: Order, sign: string];
/** What was found in a script; its text stays as it is. */
const toldByScript = new WeakMap<Element, readonly Told[]>();

const told = (pattern: string, sign: string): readonly Told[] => {
  const order = orderOf(pattern);
  return order ? [[order, sign]] : [];
};

function ordersIn(script: Element): readonly Told[] {
  const known = toldByScript.get(script);
  if (known) return known;
  const found = [...(script.textContent ?? '').matchAll(patternInScript)].flatMap(([, name, pattern = '']) =>
    told(pattern, `${name}()`),
  );
  toldByScript.set(script, found);
  return found;
}

/** The order that the page's own date inputs and scripts tell, if they agree (`contradictory` if not), with the signs that tell it. */
export function orderOnPage(root: ParentNode): {
  readonly order: Order | 'contradictory' | undefined;
  readonly signs: readonly string[];
} {
  const document = isElement(root) ? documentOf(root) : (root as Document);
  const found = [
    ...all(document, patternScripts).flatMap(ordersIn),
    ...all(root, 'input').flatMap((input) =>
      patternAttributes.flatMap((name) => told(input.getAttribute(name) ?? '', name)),
    ),
  ];
  const [order, another] = new Set(found.map(([one]) => one));
  return { order: another ? 'contradictory' : order, signs: [...new Set(found.map(([, sign]) => sign))] };
}

/**
 * The day that the hidden numbers beside a date's input name (2026 pages); `undefined` where one of them is not set or is no number. They
 * are no proven mirror of the text: they may contradict it, and never stand in for it.
 */
export function dayBehind(input: Element): Day | undefined {
  const box = closest(input, '.form-field') ?? parentOf(input);
  const [day, month, year] = dateParts.map((part) => {
    const [only, another] = box ? all<HTMLSelectElement>(box, `select.${part}`) : [];
    return another ? 0 : Number(only?.value ?? 0);
  });
  return day && month && year && year > 999 ? dayOf(year, month, day) : undefined;
}
