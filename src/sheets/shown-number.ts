import type { FormatToken } from './format-code.ts';

/** Digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/** A number without sign as decimal digits: 0.`digits` times ten to the power `places`. */
interface Decimal {
  digits: string;
  places: number;
}

function decimalOf(number: number): Decimal {
  const [mantissa = '0', power = '0'] = Math.abs(number)
    .toExponential(KEPT_DIGITS - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return digits === '' ? { digits: '', places: 0 } : { digits, places: Number(power) + 1 };
}

/** Rounds to so many digits behind the point, half away from zero, as spreadsheets do. Gives whole part and fraction. */
function rounded({ digits, places }: Decimal, fractionDigits: number): { whole: string; fraction: string } {
  const kept = places + fractionDigits;
  const padded = digits.padEnd(Math.max(kept, 0), '0');
  let all = kept < 0 ? 0n : BigInt(padded.slice(0, kept) || '0');
  if (kept >= 0 && (padded.charAt(kept) || '0') >= '5') all += 1n;
  const text = all.toString().padStart(fractionDigits + 1, '0');
  const cut = text.length - fractionDigits;
  return { whole: text.slice(0, cut).replace(/^0+/, ''), fraction: text.slice(cut) };
}

/** A number as the format General has it, with all the digits that count: never an exponent. */
export function generalNumber(number: number): string {
  const { digits, places } = decimalOf(number);
  const { whole, fraction } = rounded({ digits, places }, Math.max(0, digits.length - places));
  const shown = fraction === '' ? whole || '0' : `${whole || '0'}.${fraction}`;
  return number < 0 && digits !== '' ? `-${shown}` : shown;
}

/** Puts the digits of a whole part into its places, from the last to the first; what is left over goes before the first. */
function wholePart(tokens: readonly FormatToken[], digits: string, grouped: boolean): string {
  const places = tokens.filter(({ is }) => is === 'digit').length;
  let shown = '';
  let left = digits;
  let count = 0;
  let place = places;
  const put = (sign: string) => {
    if (grouped && count > 0 && count % 3 === 0) shown = `,${shown}`;
    shown = sign + shown;
    count += 1;
  };
  for (const token of [...tokens].reverse()) {
    if (token.is === 'literal') shown = token.text + shown;
    if (token.is !== 'digit') continue;
    const next = left.at(-1);
    left = left.slice(0, -1);
    if (next !== undefined) put(next);
    else if (token.text !== '#') put(token.text === '0' ? '0' : ' ');
    place -= 1;
    if (place > 0) continue;
    for (const digit of [...left].reverse()) put(digit);
    left = '';
  }
  return shown;
}

function fractionPart(tokens: readonly FormatToken[], digits: string): string {
  let at = 0;
  return tokens
    .map(({ is, text }) => {
      if (is === 'literal') return text;
      if (is !== 'digit') return '';
      const rest = digits.slice(at);
      at += 1;
      if (text === '0' || /[1-9]/.test(rest)) return rest.charAt(0);
      return text === '?' ? ' ' : '';
    })
    .join('');
}

const isDigit = ({ is }: FormatToken) => is === 'digit';

/** Cuts the tokens of a section at its point and at its exponent. */
function partsOf(tokens: readonly FormatToken[]) {
  const e = tokens.findIndex(({ is }) => is === 'exponent');
  const mantissa = e === -1 ? tokens : tokens.slice(0, e);
  const point = mantissa.findIndex(({ is }) => is === 'point');
  const whole = point === -1 ? mantissa : mantissa.slice(0, point);
  const fraction = point === -1 ? [] : mantissa.slice(point + 1);
  return { whole, fraction, hasPoint: point !== -1, exponent: e === -1 ? undefined : tokens.slice(e) };
}

/** Commas between digits group by thousands; those behind the last digit divide by a thousand each. */
function commasOf(whole: readonly FormatToken[], fraction: readonly FormatToken[]) {
  const all = [...whole, ...fraction];
  const digits = whole.findLastIndex(isDigit);
  const last = all.findLastIndex(isDigit);
  const first = whole.findIndex(isDigit);
  const isComma = ({ is }: FormatToken) => is === 'comma';
  return {
    grouped: whole.some((token, at) => isComma(token) && at > first && at < digits),
    thousands: all.filter((token, at) => isComma(token) && (at > last || (at > digits && at < whole.length))).length,
    odd: all.some((token, at) => isComma(token) && (at < first || (at >= whole.length && at < last))),
  };
}

/**
 * A number as a section of a format shows it, in the English way (`1,234.5`). `undefined`: fractions, and mixtures of which
 * it is not certain how they are shown. `signed`: the section says itself what sign the number has.
 */
export function shownNumber(tokens: readonly FormatToken[], number: number, signed: boolean): string | undefined {
  if (tokens.some(({ is }) => is === 'fraction' || is === 'date' || is === 'time')) return undefined;
  const sign = signed || number >= 0 ? '' : '-';
  if (tokens.some(({ is }) => is === 'general' || is === 'text')) {
    // Programs do not agree on a number in a format for texts.
    if (tokens.some(isDigit) || (tokens.length > 1 && tokens.some(({ is }) => is === 'text'))) return undefined;
    return (
      sign +
      tokens
        .map(({ is, text }) => (is === 'literal' ? text : is === 'percent' ? '%' : generalNumber(Math.abs(number))))
        .join('')
    );
  }
  if (!tokens.some(isDigit)) {
    return tokens.every(({ is }) => is === 'literal') ? sign + tokens.map(({ text }) => text).join('') : undefined;
  }
  const { whole, fraction, hasPoint, exponent } = partsOf(tokens);
  if (exponent) return undefined;
  const { grouped, thousands, odd } = commasOf(whole, fraction);
  const inside = whole.slice(whole.findIndex(isDigit), whole.findLastIndex(isDigit) + 1);
  if (odd || fraction.some(({ is }) => is === 'point')) return undefined;
  if (grouped && inside.some(({ is, text }) => is === 'literal' || text === '?')) return undefined;
  const percents = tokens.filter(({ is }) => is === 'percent').length;
  const { digits, places } = decimalOf(number);
  const cut = rounded({ digits, places: places + 2 * percents - 3 * thousands }, fraction.filter(isDigit).length);
  const literal = (token: FormatToken): FormatToken => (token.is === 'percent' ? { is: 'literal', text: '%' } : token);
  const fractionShown = fractionPart(fraction.map(literal), cut.fraction);
  // Excel leaves a lone point there, others do not.
  if (hasPoint && fractionShown === '') return undefined;
  const isZero = cut.whole === '' && /^0*$/.test(cut.fraction);
  return (
    (isZero ? '' : sign) +
    (whole.some(isDigit)
      ? wholePart(whole.map(literal), cut.whole, grouped)
      : whole.map(({ text }) => text).join('') + cut.whole) +
    (hasPoint ? '.' : '') +
    fractionShown
  );
}
