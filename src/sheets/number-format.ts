import { type Section, sectionsOf } from './format-code.ts';
import { generalNumber, shownNumber } from './shown-number.ts';
import { shownTime } from './shown-time.ts';

/** How a number in a cell is to be read: as a day, or as the text that a spreadsheet shows. */
export type NumberFormat =
  | { as: 'general' }
  | { as: 'day' }
  /** `show` gives `undefined` where it cannot be told for certain what stands there on screen, or where digits of the number do not. */
  | { as: 'shown'; show(number: number): string | undefined };

const general: NumberFormat = { as: 'general' };
const day: NumberFormat = { as: 'day' };
const unknown: NumberFormat = { as: 'shown', show: () => undefined };

/**
 * The formats that Excel knows by number alone, apart from the days. ECMA-376 part 1, 18.8.30. Missing: 5 to 8 (money, by
 * country), and 59 to 81 (Thai), which show what depends on the machine.
 */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;(#,##0)',
  39: '#,##0.00 ;(#,##0.00)',
  40: '#,##0.00 ;(#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
};

/** Days among the built-in formats; 27 to 36 and 50 to 58 are East Asian ones. */
const builtInDays = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The format that Excel knows by this number when the workbook does not say another. */
export function builtInFormat(id: number): NumberFormat {
  if (builtInDays(id)) return day;
  const code = builtIn[id];
  if (code !== undefined) return numberFormatOf(code);
  return (id >= 5 && id <= 8) || (id >= 59 && id <= 81) ? unknown : general;
}

const isFractionOfSecond = (tokens: Section['tokens'], at: number) => {
  const point = tokens.findLastIndex(({ is }, place) => is === 'point' && place < at);
  return tokens[point - 1]?.text.includes('s') ?? false;
};
const showsDay = ({ tokens }: Section) => tokens.some(({ is }) => is === 'date');
/** Beside a day stands a time of day at most; digits are only those of a fraction of a second. */
const showsDayOnly = (section: Section) =>
  showsDay(section) && section.tokens.every(({ is }, at) => is !== 'digit' || isFractionOfSecond(section.tokens, at));
const showsNumber = ({ tokens }: Section) =>
  tokens.some(({ is }) => is === 'digit' || is === 'general' || is === 'time');

/** Reads a format code of a workbook (codes are stored in English whatever the language of the program). */
export function numberFormatOf(code: string): NumberFormat {
  if (/^\s*(?:general|@)?\s*$/i.test(code)) return general;
  const sections = sectionsOf(code);
  const [first] = sections;
  if (!first) return unknown;
  const numeric = sections.filter(({ tokens }, at) => at === 0 || !tokens.some(({ is }) => is === 'text'));
  if (numeric.some(showsDay))
    return numeric.every((section) => showsDayOnly(section) || !showsNumber(section)) ? day : unknown;
  return { as: 'shown', show: (number) => shownIn(numeric, number) };
}

function meets({ condition }: Section, number: number): boolean {
  if (!condition) return true;
  const { sign, limit } = condition;
  if (sign === '<') return number < limit;
  if (sign === '<=') return number <= limit;
  if (sign === '>') return number > limit;
  if (sign === '>=') return number >= limit;
  return sign === '=' ? number === limit : number !== limit;
}

/** The section that a number falls under, and whether its sign is shown by the section itself. */
function sectionFor(sections: readonly Section[], number: number): { section: Section; signed: boolean } | undefined {
  const [first, second, third] = sections;
  if (!first) return undefined;
  if (sections.some(({ condition }) => condition)) {
    // Programs do not agree on the sign of a negative number under a condition.
    if (number < 0) return undefined;
    if (first.condition && meets(first, number)) return { section: first, signed: true };
    if (!first.condition && number > 0) return { section: first, signed: true };
    const other = second?.condition && !meets(second, number) ? third : second?.condition || !third ? second : third;
    return other && { section: other, signed: true };
  }
  if (number < 0 && second) return { section: second, signed: true };
  if (number === 0 && third) return { section: third, signed: true };
  return { section: first, signed: number >= 0 };
}

/** Whether all the digits of a number stand in what is shown for it: rounded, or counted in thousands, two numbers look like one. */
const holdsDigits = (shown: string, number: number): boolean =>
  shown.replace(/\D/g, '').includes(generalNumber(number).replace(/\D/g, '').replace(/^0+/, ''));

function shownIn(sections: readonly Section[], number: number): string | undefined {
  const found = sectionFor(sections, number);
  if (!found) return undefined;
  const { tokens, readable } = found.section;
  if (!readable) return undefined;
  if (tokens.some(({ is }) => is === 'time')) return number < 0 ? undefined : shownTime(tokens, number);
  // A number that its format hides altogether is there all the same; only a zero is commonly hidden, and means nothing.
  if (tokens.every(({ is }) => is === 'literal') && number !== 0 && tokens.every(({ text }) => text.trim() === ''))
    return undefined;
  const shown = shownNumber(tokens, number, found.signed);
  return shown !== undefined && holdsDigits(shown, number) ? shown : undefined;
}
