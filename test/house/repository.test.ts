import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import playwright from '../browser/playwright.config.ts';
import { contentOf, repositoryFiles, root } from './source.ts';

const files = repositoryFiles();
const isText = (file: string) => !/\.(?:png|pem|zip|xlsx)$/.test(file);
const texts = files.filter((file) => isText(file) && file !== 'package-lock.json');
const scripts = files.filter((file) => /\.(?:tsx?|mjs|js)$/.test(file));
const code = [...scripts, ...files.filter((file) => file.endsWith('.css'))];

/** The places where a pattern is found in files, as `file:line found`. */
function places(among: readonly string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    contentOf(file)
      .split('\n')
      .flatMap((line, at) => [...line.matchAll(pattern)].map(([found]) => `${file}:${at + 1} ${found}`)),
  );
}

test('the top level holds only src, test, icons, findings and what every repository has', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''));
  expect([...folders].filter((folder) => !folder.startsWith('.')).sort()).toEqual(['findings', 'icons', 'src', 'test']);
  const top = files.filter((file) => !file.includes('/') && !file.startsWith('.'));
  const known = [
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'manifest.json',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'vite.config.ts',
  ];
  expect(top.filter((file) => !known.includes(file))).toEqual([]);
});

test('the lock file names no registry', () => {
  const { packages } = JSON.parse(contentOf('package-lock.json')) as {
    packages: Record<string, { resolved?: string }>;
  };
  expect(
    Object.entries(packages).flatMap(([name, { resolved }]) => (resolved ? [`${name}: ${resolved}`] : [])),
  ).toEqual([]);
});

test('every e-mail address is an invented one', () => {
  const strangers = places(texts, /[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b/gi).filter(
    (place) => !/@(?:[\w-]+\.)*example\.org$/.test(place),
  );
  expect(strangers).toEqual([]);
});

test('no path of a particular machine stands anywhere', () => {
  const own = texts.filter((file) => file !== 'test/house/repository.test.ts');
  expect(places(own, /\/(?:work|root|home\/\w+|Users\/\w+)\/[\w.-]+/g)).toEqual([]);
});

test('no test is singled out, put off or skipped for good', () => {
  expect(
    places(
      code.filter((file) => file.startsWith('test/')),
      /\b(?:test|it|describe)\.(?:(?:only|todo|fixme)\b|skip\(\s*(?:['"`]|true\b))/g,
    ),
  ).toEqual([]);
});

test('every rule of the linter or the compiler that is set aside says why', () => {
  const silenced = places(code, /(?:biome-ignore|@ts-expect-error|@ts-ignore|@ts-nocheck).*$/g).filter(
    (place) =>
      !place.includes('repository.test.ts') &&
      !/biome-ignore(?:-all)? [\w/]+: .{20,}|@ts-expect-error: .{20,}/.test(place),
  );
  expect(silenced).toEqual([]);
});

test('no script has grown beyond 400 lines', () => {
  const long = scripts
    .map((file) => ({ file, lines: contentOf(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 400);
  expect(long).toEqual([]);
});

test('every command starts in plain Node, and its file is there', () => {
  for (const [name, script] of Object.entries(packageJson.scripts)) {
    expect(script).toBe(`node test/commands/start.mjs ${name}`);
    expect(existsSync(join(root, `test/commands/${name}.ts`)), name).toBe(true);
  }
});

test('every command that the README names is there, and none is left out', () => {
  const named = new Set([...contentOf('README.md').matchAll(/(?:`|^\s*)npm (?:run )?(\w+)/gm)].map(([, name]) => name));
  for (const npmsOwn of ['ci', 'install']) named.delete(npmsOwn);
  expect([...named].sort()).toEqual(Object.keys(packageJson.scripts).sort());
});

test("continuous integration runs the README's test command", () => {
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^exec npm test$/m);
});

test('the public repository’s workflow runs the same, and the browser tests by projects that there are', () => {
  const workflow = contentOf('.github/workflows/checks.yml');
  expect(workflow).toMatch(/^ +- run: \.ci\/run$/m);
  expect(workflow).toMatch(/--config test\/browser\/playwright\.config\.ts --project \$\{\{ matrix\.project \}\}$/m);
  const projects = new Set([...workflow.matchAll(/^ +project: (\w+)$/gm)].map(([, name]) => name));
  expect([...projects].sort()).toEqual((playwright.projects ?? []).map(({ name }) => name).sort());
  expect(workflow).toMatch(/not run yet/);
});

test('dependencies are pinned to one version', () => {
  const wanted = { ...packageJson.dependencies, ...packageJson.devDependencies };
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
