import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, personKey, recordOf } from '../../src/record/index.ts';
import { isProtected, policies } from '../../src/rules/index.ts';

const runs = { numRuns: 300 };

/** What a keyboard, a copy from the Web or an export leaves in a text, and no screen draws. */
const undrawn = [
  '\u200b',
  '\u200e',
  '\u200f',
  '\u00ad',
  '\u202a',
  '\u202c',
  '\u2060',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u034f',
  '\u180e',
  '\ufe0f',
  '\u{e0100}',
  '\u061c',
  '\u3164',
  '\u2064',
  '\ufffa',
];
const spaces = [' ', '\u00a0', '\u202f', '\u2007', '\u3000', '\t', '\r\n'];
const plainText = fc.stringMatching(/^[!-~]{1,16}$/);

/** The text with something that nobody sees at any place in it, and spaces of any kind around it. */
const disguised = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.constantFrom('', '', ...undrawn), { minLength: text.length + 1, maxLength: text.length + 1 }),
      fc.constantFrom('', ...spaces),
      fc.constantFrom('', ...spaces),
      fc.boolean(),
    )
    .map(([between, before, after, wide]) => {
      const letters = [...text].map((letter, at) => `${between[at]}${wide ? fullWidth(letter) : letter}`);
      return `${before}${letters.join('')}${between.at(-1)}${after}`;
    });

const fullWidth = (letter: string): string =>
  /[!-~]/.test(letter) ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0) : letter;

test('a text is the same behind whatever nobody sees, in wide letters and with any space around it', () => {
  fc.assert(
    fc.property(
      plainText.chain((text) => fc.tuple(fc.constant(text), disguised(text))),
      ([text, other]) => fold(other) === fold(text),
    ),
    runs,
  );
});

test('a folded text stays as it is when it is folded again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => fold(fold(text)) === fold(text)),
    runs,
  );
});

test('every letter of the alphabets is the same in both cases, composed and decomposed', () => {
  const apart: string[] = [];
  for (let code = 0; code < 0x3000; code += 1) {
    const text = `x${String.fromCodePoint(code)}y`;
    const forms = [text.toUpperCase(), text.toLowerCase(), text.normalize('NFD'), fold(text)];
    if (forms.some((form) => fold(form) !== fold(text))) apart.push(code.toString(16));
  }
  expect(apart).toEqual([]);
});

test.each([
  ['EXL_\u0130MPL', 'exl_impl'],
  ['exl_\u0131mpl', 'exl_impl'],
  ['Weißmann', 'WEISSMANN'],
  ['d\u00e1vila', 'da\u0301vila'],
  ['jan\u00a0 smith', 'jan smith'],
])('%s and %s are one person', (one, other) => {
  expect(personKey(one)).toBe(personKey(other));
});

test.each([
  ['dávila', 'davila'],
  ['jan smith', 'jansmith'],
  ['00012345', '12345'],
  ['exl-impl', 'exl_impl'],
])('%s and %s are two people', (one, other) => {
  expect(personKey(one)).not.toBe(personKey(other));
});

test('no disguise takes the protection from an account', () => {
  const { base: policy } = policies;
  const accounts = fc.constantFrom('exl_impl', 'EXL_API', 'rialto_x', 'leganto_guest').chain(disguised);
  fc.assert(
    fc.property(
      accounts,
      (primaryId) => isProtected(recordOf({ primaryId, name: null, userGroup: null }), policy) === 'yes',
    ),
    runs,
  );
});
