import type { FormatToken } from './format-code.ts';

const SECONDS_A_DAY = 86_400;
/** Programs show durations up to about this many days. */
const MOST_DAYS = 99_999;
/**
 * Seconds that are no more than noise: the double that holds a time of today is good to some 0.000001, and writers keep nine digits of a
 * day. Of a unit smaller than that, so much of it.
 */
const NOISE = 0.0001;
const MOST_OF_A_UNIT = 0.1;

interface Clock {
  /** Whole seconds since the beginning of the calendar. */
  seconds: number;
  /** Digits of the fraction of a second. */
  fraction: string;
  half: boolean;
}

function part({ text }: FormatToken, { seconds, half }: Clock): string {
  if (text.startsWith('a')) {
    const late = seconds % SECONDS_A_DAY >= SECONDS_A_DAY / 2;
    return late ? 'PM' : 'AM';
  }
  const elapsed = text.startsWith('[');
  const unit = text.charAt(elapsed ? 1 : 0);
  const size = unit === 'h' ? 3600 : unit === 'm' ? 60 : 1;
  const round = unit === 'h' ? (half ? 12 : 24) : 60;
  const whole = Math.floor(seconds / size);
  const value = elapsed ? whole : whole % round;
  const shown = unit === 'h' && half && !elapsed && value === 0 ? 12 : value;
  return String(shown).padStart(elapsed ? text.length - 2 : Math.min(text.length, 2), '0');
}

/** A time of day, or a duration, in the signs of its format; `undefined` where something else than a clock stands in it. */
export function shownTime(tokens: readonly FormatToken[], number: number): string | undefined {
  if (tokens.some(({ is }) => is === 'percent' || is === 'exponent' || is === 'fraction' || is === 'general'))
    return undefined;
  // Programs do not agree on `A/P`, nor on what a part shows before one that counts on (`hh[mm]`).
  if (tokens.some(({ text }) => text === 'a/p')) return undefined;
  const parts = tokens.filter(({ is, text }) => is === 'time' && !text.startsWith('a'));
  if (parts.findIndex(({ text }) => text.startsWith('[')) > 0) return undefined;
  const digits = tokens.filter(({ is }) => is === 'digit').length;
  const unitSize = 10 ** digits;
  const units = Math.round(number * SECONDS_A_DAY * unitSize);
  if (number > MOST_DAYS || digits > 3) return undefined;
  // Excel rounds what is smaller than the last unit, LibreOffice cuts it off.
  if (Math.abs(number * SECONDS_A_DAY * unitSize - units) > Math.min(NOISE * unitSize, MOST_OF_A_UNIT))
    return undefined;
  const clock: Clock = {
    seconds: Math.floor(units / unitSize),
    fraction: String(units % unitSize).padStart(digits, '0'),
    half: tokens.some(({ is, text }) => is === 'time' && text.startsWith('a')),
  };
  let digit = 0;
  let shown = '';
  for (const token of tokens) {
    if (token.is === 'time') shown += part(token, clock);
    else if (token.is === 'digit') {
      shown += clock.fraction.charAt(digit);
      digit += 1;
    } else shown += token.is === 'point' ? '.' : token.text;
  }
  return shown;
}
