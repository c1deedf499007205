import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { manifestFor } from '../../src/build/manifest.ts';
import { sourceFiles, writePackages, zipOf } from '../../src/build/package.ts';
import buildFor from '../../vite.config.ts';
import { pagePaths } from '../browser/tab.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zone = process.env.TZ;
const surroundings = process.env.NODE_ENV;

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

test('every page of the extension is built, and what was built is in the packages of all three stores', () => {
  const { build } = buildFor({ mode: 'firefox', command: 'build' });
  process.env.NODE_ENV = surroundings;
  const manifest = JSON.stringify(manifestFor('firefox'));
  const inputs = Object.values(build?.rollupOptions?.input ?? {}) as string[];
  const pages = Object.values(pagePaths);
  for (const page of pages) {
    expect(inputs.some((input) => input.endsWith(`/${page}`)) || manifest.includes(page), page).toBe(true);
  }
  const root = mkdtempSync(join(tmpdir(), 'packages-'));
  const write = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  };
  try {
    for (const browser of ['chrome', 'firefox']) {
      for (const path of ['manifest.json', ...pages]) write(`dist/${browser}/${path}`);
    }
    const stores = writePackages(root).filter(({ path }) => !path.includes('source'));
    expect(stores).toHaveLength(3);
    for (const { path } of stores) {
      const held = Object.keys(unzipSync(readFileSync(join(root, path))));
      expect(held, path).toEqual(expect.arrayContaining(pages));
    }
  } finally {
    rmSync(root, { recursive: true });
  }
});
