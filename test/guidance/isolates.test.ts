import { describe, expect, test } from 'vitest';
import { createSay, isolated } from '../../src/texts/say.ts';
import { english } from './english.ts';

const [first, end] = ['\u2068', '\u2069'];
const name = 'ליאור דורון';

describe('a value that runs from right to left', () => {
  test('is shut in where it stands in a sentence, alone and in a list; all other values are as they were', () => {
    const say = createSay(
      (key) => ({ one: 'Held by {who}, since 2020.', many: 'Held by {who}.' })[key],
      () => 'en',
    );
    expect(say('one', { who: name })).toBe(`Held by ${first}${name}${end}, since 2020.`);
    expect(say('many', { who: ['Ada', name] })).toBe(`Held by Ada and ${first}${name}${end}.`);
    expect(say('one', { who: 'Ada Wren' })).toBe('Held by Ada Wren, since 2020.');
  });

  test('cannot end what it is shut in, nor leave anything open', () => {
    expect(isolated(`${end}${end}${name}`)).toBe(`${first}${name}${end}`);
    expect(isolated(`${first}${name}`)).toBe(`${first}${first}${name}${end}${end}`);
    expect(isolated('\u202eabc')).toBe(`${first}\u202eabc${end}`);
  });

  test('is shut in by every sentence of ours that takes values', () => {
    const said = english('named_user_counts_part', { roles: [name, 'Cataloger'] });
    expect(said).toContain(`${first}${name}${end}`);
  });
});
