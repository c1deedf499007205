import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import otherLetters from './other-letters.json' with { type: 'json' };
import { questionOf, readText, tableOf } from './text-cases.ts';

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

/** As Python's codecs write them, which are none of ours. */
const others = Object.entries(otherLetters).map(
  ([encoding, { names, bytes }]) =>
    [encoding, names, Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))] as const,
);
const eastAsian = others.filter(([encoding]) => !encoding.startsWith('windows'));

describe('a text whose letters nothing but a person can tell is never read as Western', () => {
  it.each(eastAsian)('%s: asked, with the same lines in each way', async (encoding, names, bytes) => {
    const question = await questionOf(bytes);
    if (question.ask !== 'letters') throw new Error(question.ask);
    const right = question.candidates.find((one) => one.encoding === encoding);
    expect(right?.samples[0]).toBe(`u0000,${names[0]},Patron`);
    // It stands among the first, and all others look different.
    expect(question.candidates.findIndex((one) => one.encoding === encoding)).toBeLessThan(3);
    expect(new Set(question.candidates.map(({ samples }) => samples.join('\n'))).size).toBe(question.candidates.length);
    expect(question.candidates.every(({ samples }) => samples.length === right?.samples.length)).toBe(true);
  });

  it.each(others)('%s: read rightly once it is said', async (encoding, names, bytes) => {
    const letters = encoding as NonNullable<Parameters<typeof tableOf>[1]>['letters'] & string;
    const reading = await readText(bytes, { letters });
    if (reading.state !== 'read') throw new Error(reading.state);
    expect(reading.tables[0]?.rows.map(({ name }) => name)).toEqual(names.map((name) => name.replace(',', ', ')));
    expect(reading.letters?.encoding).toBe(encoding);
  });

  it.each(others)('%s: asked, or read rightly and said, in each single line', async (encoding, names, bytes) => {
    const lines = new TextDecoder('latin1').decode(bytes).split('\r\n');
    for (const [at, name] of names.entries()) {
      const text = `${lines[0]}\r\n${lines[at + 1]}\r\n`;
      const reading = await readText(Uint8Array.from(text, (one) => one.charCodeAt(0)));
      if (reading.state === 'question') {
        const { question } = reading;
        expect(question.ask === 'letters' && question.candidates.map((one) => one.encoding)).toContain(encoding);
      } else if (reading.state === 'read') {
        expect(reading.tables[0]?.rows[0]?.name).toBe(name.replace(',', ', '));
        expect(reading.letters?.samples.length).toBe(1);
      } else throw new Error(reading.state);
    }
  });

  it('is asked of a zipped list, too', async () => {
    const [encoding, names, bytes] = eastAsian[0] as (typeof others)[number];
    const zip = new Blob([zipSync({ 'users.csv': bytes }) as Uint8Array<ArrayBuffer>]);
    const asked = await readFile(zip, 'export.zip');
    expect(asked.state === 'question' && asked.question).toMatchObject({ ask: 'letters', sheet: 'users.csv' });
    const reading = await readFile(zip, 'export.zip', { letters: 'shift_jis' });
    expect(encoding).toBe('shift_jis');
    expect(reading.state === 'read' && reading.tables[0]?.rows.length).toBe(names.length);
  });

  it('is read as an XML document says', async () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?><users><user><primary_id>u1</primary_id><last_name>\u0418\u0432\u0430\u043d</last_name></user></users>`;
    const reading = await readFile(new Blob([bytesIn(text, 'windows-1251') as Uint8Array<ArrayBuffer>]), 'users.xml');
    expect(reading.state === 'read' && reading.tables[0]?.rows[0]?.name).toBe('\u0418\u0432\u0430\u043d');
  });
});

describe('Western letters are read without a question', () => {
  const names = [
    ...western,
    'J\u00fcrgen',
    'Zo\u00eb',
    'H\u00e9l\u00e8ne',
    'Wei\u00df',
    '\u00d6zt\u00fcrk',
    '\u00c9tienne',
  ];
  names.push(
    'Jo\u00e3o',
    'Concei\u00e7\u00e3o',
    'Bj\u00f8rn',
    '\u00c6gir',
    '\u00deor',
    '\u00dclk\u00fc',
    'Pe\u00f1a',
    'Nicol\u00f2',
  );
  it.each(names)('%s, alone in a file', async (name) => {
    const text = `Primary Identifier,Last Name,Role Type\r\nu1,${name},Patron\r\nu2,Smith,Patron\r\n`;
    const reading = await readText(bytesIn(text, 'windows-1252'));
    expect(reading.state === 'read' && reading.tables[0]?.rows[0]?.name).toBe(name);
    expect(reading.state === 'read' && reading.letters?.samples).toEqual([`u1,${name},Patron`]);
  });

  it('no address is shown with them', async () => {
    const text = 'User Name,Name,Last Login,IP Address\r\nu1,M\u00fcller,2026-09-01,192.0.2.7\r\n';
    const reading = await readText(bytesIn(text, 'windows-1252'), { letters: 'ask' });
    expect(JSON.stringify(reading)).toContain('M\u00fcller');
    expect(JSON.stringify(reading)).not.toContain('192.0.2.7');
  });

  it('a text that is Unicode but for one byte is asked, Unicode first', async () => {
    const text = new TextEncoder().encode(
      `Primary Identifier,Last Name\r\n${western.map((name, at) => `u${at},${name}\r\n`).join('')}`,
    );
    const question = await questionOf(
      Uint8Array.from([...text, ...new TextEncoder().encode('u9,J'), 0xfc, 0x72, 0x67, 13, 10]),
    );
    expect(question.ask === 'letters' && question.candidates[0]?.encoding).toBe('utf-8');
  });
});
