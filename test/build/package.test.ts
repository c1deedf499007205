import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { zipOf } from '../../src/build/package.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('the same files give the same bytes, whatever their order and the time zone', () => {
  process.env.TZ = 'America/New_York';
  const one = zipOf(
    new Map([
      ['b/c.js', bytes('1')],
      ['a.json', bytes('{}')],
    ]),
  );
  process.env.TZ = 'Asia/Tokyo';
  const other = zipOf(
    new Map([
      ['a.json', bytes('{}')],
      ['b/c.js', bytes('1')],
    ]),
  );
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test('another content gives other bytes, and everything comes out as it went in', () => {
  const files = new Map([
    ['a.json', bytes('{}')],
    ['b/c.js', bytes('let ü')],
  ]);
  const zip = zipOf(files);
  expect(Buffer.from(zip).equals(Buffer.from(zipOf(new Map([...files, ['a.json', bytes('[]')]]))))).toBe(false);
  expect(new Map(Object.entries(unzipSync(zip)))).toEqual(files);
});
