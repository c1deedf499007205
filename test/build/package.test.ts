import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { sourceFiles, zipOf } from '../../src/build/package.ts';

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

test('the source is what is under version control, and the same where it was unpacked without', () => {
  const folder = mkdtempSync(join(tmpdir(), 'source-'));
  try {
    const written = ['.gitignore', 'a.ts', 'b/ü.ts', 'b/made.log', 'node_modules/a/index.js', 'dist/a.js'];
    for (const path of written) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), path === '.gitignore' ? 'node_modules\ndist/\n*.log\n' : path);
    }
    const unpacked = sourceFiles(folder);
    expect([...unpacked.keys()].sort()).toEqual(['.gitignore', 'a.ts', 'b/ü.ts']);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    expect(sourceFiles(folder).size).toBe(0);
    execFileSync('git', ['add', '.'], { cwd: folder });
    expect(sourceFiles(folder)).toEqual(unpacked);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
