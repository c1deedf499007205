import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormat, numberFormatOf } from '../../src/sheets/number-format.ts';
import { generalNumber } from '../../src/sheets/shown-number.ts';
import table from './shown-by-libreoffice.json' with { type: 'json' };

function shownBy(format: ReturnType<typeof numberFormatOf>, number: number): string | undefined {
  if (format.as === 'general') return generalNumber(number);
  return format.as === 'shown' ? format.show(number) : 'a day';
}
const shown = (code: string, number: number) => shownBy(numberFormatOf(code), number);

/** Formats that are left unread for every number: fractions, scientific ones, signs that no format knows. */
const neverShown = ['0/0', '# ?/?', '# ??/??', '0.00E+00', '0E+0', '##0.0E+0', 'x0', 'N0', '"A"@', '0"'];
const seldomShown = /[hms]+[\]:"]|AM/;

describe('number formats, held against what LibreOffice shows', () => {
  it.each(Object.entries(table.shown))('%s is shown alike, or unread', (code, theirs) => {
    const ours = table.numbers.map((number) => shown(code, number)?.trim());
    expect(ours.map((text, at) => text ?? theirs[at]?.trim())).toEqual(theirs.map((text) => text.trim()));
    const unread = ours.filter((text) => text === undefined).length;
    if (neverShown.includes(code)) expect(unread).toBe(ours.length);
    else if (seldomShown.test(code)) expect(unread).toBeLessThan(ours.length);
  });

  /** Whether all digits of a number stand in what is shown; a number that is not is none to go by. */
  const hasAllDigits = (text: string, number: number) =>
    text.replace(/\D/g, '').includes(generalNumber(number).replace(/\D/g, '').replace(/^0+/, ''));

  it('leaves unread what is shown without all digits of the number, whatever takes them away', () => {
    for (const [code, theirs] of Object.entries(table.shown)) {
      if (seldomShown.test(code)) continue;
      const kept = table.numbers.filter(
        (number, at) => !hasAllDigits(theirs[at] as string, number) && shown(code, number) !== undefined,
      );
      expect([code, kept]).toEqual([code, []]);
    }
    expect([shown('0', 12_345.6), shown('0,', 1_234_567), shown('0.0%', 0.12345), shown('"staff"', 7)]).toEqual(
      Array(4).fill(undefined),
    );
    expect([shown('0,', 12_000), shown('0%', 0.12), shown('0.00', 4711)]).toEqual([undefined, '12%', '4711.00']);
  });

  it('leaves nothing else unread than signs under a condition, and a lone point', () => {
    const unread = Object.entries(table.shown).flatMap(([code, theirs]) =>
      !neverShown.includes(code) &&
      !seldomShown.test(code) &&
      table.numbers.some((n, at) => hasAllDigits(theirs[at] as string, n) && shown(code, n) === undefined)
        ? [code]
        : [],
    );
    expect(unread).toEqual([
      '0.##',
      '#.##',
      '[>999]0000-000;000',
      '[<100]"small "0;"large "0',
      '[=0]"zero";0',
      '[<=9999]0000;[<=99999]00000;0000000',
    ]);
  });
});

describe('number formats of identifiers', () => {
  const identifiers = fc.integer({ min: 0, max: 999_999_999_999_999 });

  it('gives as many digits as the format has zeros, and never loses one', () => {
    fc.assert(
      fc.property(identifiers, fc.integer({ min: 1, max: 20 }), (number, zeros) => {
        expect(shown('0'.repeat(zeros), number)).toBe(String(number).padStart(zeros, '0'));
      }),
    );
  });

  it('puts literals around the digits, whichever way they are written', () => {
    const literals = fc.stringMatching(/^[A-Za-z_.@#0 -]{1,5}$/);
    fc.assert(
      fc.property(identifiers, literals, literals, (number, before, behind) => {
        const escaped = [...behind].map((sign) => `\\${sign}`).join('');
        expect(shown(`"${before}"0000000${escaped}`, number)).toBe(
          `${before}${String(number).padStart(7, '0')}${behind}`,
        );
      }),
    );
  });

  it('takes the sign, or leaves it to the section for negative numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (number) => {
        const digits = String(number).padStart(7, '0');
        expect(shown('0000000', -number)).toBe(`-${digits}`);
        expect(shown('0000000;-0000000', -number)).toBe(`-${digits}`);
        expect(shown('0000000;[Red](0000000)', -number)).toBe(`(${digits})`);
        expect(shown('0000000;-0000000', number)).toBe(digits);
      }),
    );
  });

  it('shows a number in General with its 15 digits, without an exponent', () => {
    fc.assert(
      fc.property(identifiers, (number) => {
        expect(generalNumber(number)).toBe(String(number));
      }),
    );
    expect(generalNumber(Number('124599.99999999999'))).toBe('124600');
    expect(generalNumber(Number('1.2345E4'))).toBe('12345');
    expect(generalNumber(0.1 + 0.2)).toBe('0.3');
    expect(generalNumber(-1.5e-7)).toBe('-0.00000015');
  });
});

describe('formats of days', () => {
  it.each([
    'yyyy-mm-dd',
    'd-mmm',
    'mmm-yy',
    'mmmm',
    'mm',
    '[$-407]d. mmmm yyyy',
    '[$-409]m/d/yy h:mm AM/PM;@',
    'dd/mm/yyyy;;',
    '[=0]"";yyyy-mm-dd',
    '[$-F800]dddd, mmmm dd, yyyy',
    'yyyy"年"m"月"d"日"',
    'h:mm dd/mm',
    'dd.mm.yyyy hh:mm:ss.000',
    '[$-411]ge.m.d',
    '[Red]dd.mm.yyyy',
  ])('%s shows a day', (code) => expect(numberFormatOf(code)).toEqual({ as: 'day' }));

  it.each(['h:mm', '[h]:mm:ss', 'mm:ss.0', '"day "0', '0\\d', '[Red]0', '#,##0 "days"', '[$-409]h:mm AM/PM'])(
    '%s does not',
    (code) => expect(numberFormatOf(code).as).toBe('shown'),
  );

  it.each(['dd/mm/yyyy;0', '0 m', 'N0'])('%s is left unread', (code) => {
    const format = numberFormatOf(code);
    expect(format.as).toBe('shown');
    expect(shownBy(format, 46_085)).toBeUndefined();
  });

  it('knows the built-in ones by number', () => {
    for (const id of [14, 15, 16, 17, 22, 27, 36, 50, 58]) expect(builtInFormat(id)).toEqual({ as: 'day' });
    expect(shownBy(builtInFormat(20), 0.75)).toBe('18:00');
    expect(shownBy(builtInFormat(46), 1.5)).toBe('36:00:00');
    expect(shownBy(builtInFormat(47), 0.5)).toBe('00:00.0');
    expect(shownBy(builtInFormat(9), 0.5)).toBe('50%');
    expect(shownBy(builtInFormat(0), 12)).toBe('12');
    expect(shownBy(builtInFormat(49), 12)).toBe('12');
    expect(shownBy(builtInFormat(5), 12)).toBeUndefined();
  });
});
