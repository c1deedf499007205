import { describe, expect, it } from 'vitest';
import { tableOf } from './text-cases.ts';

/** The bytes of a text in an encoding of one byte a character. */
function bytesIn(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byCharacter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (character) => {
    const byte = byCharacter.get(character);
    if (byte === undefined) throw new Error(`${character} is not in ${encoding}`);
    return byte;
  });
}

const western = [
  'M\u00fcller',
  'J\u00e4ger',
  'Ren\u00e9',
  'Nu\u00f1ez',
  'Fran\u00e7ois',
  'Gro\u00df',
  'Garc\u00eda',
  'S\u00f8rensen',
  '\u00c5berg',
];

describe('an encoding of one byte a character is told by the words', () => {
  it.each([
    ['windows-1252', western],
    ['macintosh', western],
    ['windows-1250', ['Wa\u0142\u0119sa', '\u0141ukasz', 'Ko\u015bciuszko', 'Dvo\u0159\u00e1k', 'Wi\u015bniewska']],
    ['windows-1251', ['\u0418\u0432\u0430\u043d\u043e\u0432\u0430', '\u041f\u0435\u0442\u0440\u043e\u0432']],
    ['koi8-r', ['\u0418\u0432\u0430\u043d\u043e\u0432\u0430', '\u041f\u0435\u0442\u0440\u043e\u0432']],
  ])('%s', async (encoding, names) => {
    const text = `Primary Identifier,Last Name\r\n${names.map((name, at) => `u${at},${name}\r\n`).join('')}`;
    const table = await tableOf(bytesIn(text, encoding));
    expect(table.rows.map(({ name }) => name)).toEqual(names);
  });
});
