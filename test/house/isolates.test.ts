import { describe, expect, test } from 'vitest';
import { readTexts } from '../../src/build/locales.ts';
import { createSay, type TextValue } from '../../src/texts/say.ts';
import { root } from './source.ts';

const [first, end] = ['\u2068', '\u2069'];
const turning = /[\u0590-\u08ff\u202a-\u202e]/u;
const name = 'ליאור דורון';

/** Values that would turn the words around them, and what of them may stand in a text. */
const values: readonly (readonly [what: string, value: TextValue])[] = [
  ['a name from right to left', name],
  ['an identifier of both directions', `${name} 12`],
  ['a list of them', [name, 'Cataloger', name]],
  ['a value that ends isolates which it did not begin', `${end}${end}${name}${end}`],
  ['a value that begins what it does not end', `\u202e${first}${name}`],
];

/** What stands outside of every isolate. Gives `undefined` where they are not all closed, or one is closed twice. */
function outside(text: string): string | undefined {
  let depth = 0;
  let kept = '';
  for (const letter of text) {
    if (letter === first) depth += 1;
    else if (letter === end) depth -= 1;
    else if (depth === 0) kept += letter;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? kept : undefined;
}

const filled = [...readTexts(`${root}/src/texts`)].flatMap(([language, catalogue]) =>
  Object.entries(catalogue).flatMap(([key, text]) => {
    const holes = [...text.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => hole);
    return holes.length > 0 ? [{ language, key, text, holes }] : [];
  }),
);

test('there are texts with values to look at', () => {
  expect(filled.length).toBeGreaterThan(200);
});

describe.each(values)('%s', (_what, value) => {
  test('is shut in by every text of ours that takes a value, wherever it stands in it', () => {
    const open = filled.filter(({ language, text, holes }) => {
      const say = createSay(
        () => text,
        () => language,
      );
      const said = say('text', Object.fromEntries(holes.map((hole) => [hole, value])));
      const rest = outside(said);
      return !said.includes(name) || rest === undefined || turning.test(rest);
    });
    expect(open.map(({ language, key }) => `${language}: ${key}`)).toEqual([]);
  });
});
