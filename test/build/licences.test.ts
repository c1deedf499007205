import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { licences, thirdPartyNotices } from '../../src/build/licences.ts';

const root = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(packageJson.dependencies))(
  'the notices name %s %s, with its whole licence text',
  (name, version) => {
    const notices = thirdPartyNotices(root);
    expect(notices).toMatch(
      new RegExp(`^${name} ${version.replaceAll('.', '\\.')}\nLicence: \\S+\nSource code: https:`, 'm'),
    );
    expect(notices).toContain(readFileSync(join('node_modules', name, 'LICENSE'), 'utf8').trim());
  },
);

test('a package without a licence text is not handed on', () => {
  const bare = join(folder, 'node_modules/bare');
  mkdirSync(bare, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"dependencies":{"bare":"1.0.0"}}');
  writeFileSync(join(bare, 'package.json'), '{"name":"bare","version":"1.0.0","license":"MIT","repository":"x"}');
  expect(() => thirdPartyNotices(folder)).toThrow(/bare has no licence text/);
});

test('a build carries both files', async () => {
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, 'export default 1;');
  const outDir = join(folder, 'out');
  await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    plugins: [licences(root)],
    build: { outDir, rollupOptions: { input: entry } },
  });
  expect(readFileSync(join(outDir, 'LICENSE.txt'), 'utf8')).toBe(readFileSync('LICENSE', 'utf8'));
  expect(readFileSync(join(outDir, 'THIRD-PARTY.txt'), 'utf8')).toBe(thirdPartyNotices(root));
});
