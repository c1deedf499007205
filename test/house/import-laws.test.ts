import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, roomOf, root, scriptsUnder } from './source.ts';

/** What a folder may import besides itself; in `types`, types only. The linter refuses the folders that are in neither. */
const laws: Readonly<Record<string, { values: readonly string[]; types: readonly string[] }>> = {
  record: { values: [], types: [] },
  texts: { values: [], types: [] },
  rules: { values: ['record', 'texts'], types: [] },
  alma: { values: ['record'], types: ['rules'] },
  sheets: { values: ['record', 'texts'], types: [] },
  totals: { values: ['record', 'rules'], types: [] },
  ui: { values: ['texts'], types: [] },
  platform: { values: ['texts'], types: ['alma', 'record', 'rules'] },
  settings: { values: ['platform', 'record', 'rules', 'texts'], types: [] },
  guidance: { values: ['record', 'rules', 'texts', 'ui'], types: ['alma'] },
};
const doors = ['background', 'content', 'options', 'popup', 'report', 'review', 'rollup'];

const crossings = scriptsUnder('src/').flatMap((file) => {
  const room = roomOf(file) ?? '';
  return importsOf(file)
    .map(({ target, typeOnly }) => ({ file, room, target, typeOnly, to: roomOf(target) }))
    .filter(({ to }) => to !== undefined && to !== room);
});

test('there are imports to look at', () => {
  expect(crossings.length).toBeGreaterThan(10);
});

test('every folder of the extension has a law', () => {
  const rooms = new Set(scriptsUnder('src/').map((file) => roomOf(file)));
  expect([...rooms].filter((room) => room && !laws[room] && !doors.includes(room) && room !== 'build')).toEqual([]);
});

test('no folder imports what its law does not allow', () => {
  const broken = crossings.filter(({ room, to = '', typeOnly }) => {
    const law = laws[room];
    if (!law) return false;
    return !law.values.includes(to) && !(typeOnly && law.types.includes(to));
  });
  expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('nothing imports a door or the build', () => {
  const broken = crossings.filter(({ to = '' }) => doors.includes(to) || to === 'build');
  expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('only one module loads the polyfill; others may know its types', () => {
  const loading = scriptsUnder('src/').filter((file) =>
    importsOf(file).some(({ target, typeOnly }) => target === 'webextension-polyfill' && !typeOnly),
  );
  expect(loading).toEqual(['src/platform/browser.ts']);
});

test('only one module keeps a database', () => {
  const keeping = scriptsUnder('src/').filter((file) => importsOf(file).some(({ target }) => target === 'idb'));
  expect(keeping).toEqual(['src/platform/kept-review.ts']);
});

test('the stand-in Alma knows nothing of the extension but the types of the record', () => {
  const own = scriptsUnder('test/alma/').filter((file) => !file.endsWith('.test.ts'));
  const broken = own.flatMap((file) =>
    importsOf(file)
      .filter(({ target, typeOnly }) => target.startsWith('src/') && !(typeOnly && roomOf(target) === 'record'))
      .map(({ target }) => `${file} imports ${target}`),
  );
  expect(broken).toEqual([]);
});

/** One trespass for each law: what the linter must refuse, by the file it would stand in. */
const trespasses: Readonly<Record<string, string>> = {
  'src/record/trespass.ts': "import { a } from '../texts/index.ts';\na();\n",
  'src/texts/trespass.ts': "import { a } from '../record/index.ts';\na();\n",
  'src/rules/catalogue/trespass.ts': "import { a } from '../../alma/screen.ts';\na();\n",
  'src/alma/pages/trespass.ts': "import { a } from '../../settings/index.ts';\na();\n",
  'src/sheets/trespass.ts': "import { a } from '../alma/screen.ts';\na();\n",
  'src/totals/trespass.ts': "import { a } from '../sheets/words.ts';\na();\n",
  'src/ui/trespass.ts': "import { a } from '../guidance/panel.ts';\na();\n",
  'src/platform/trespass.ts': "import { a } from '../settings/index.ts';\na();\n",
  'src/settings/trespass.ts': "import { a } from '../alma/screen.ts';\na();\n",
  'src/guidance/trespass.ts': "import { a } from '../settings/index.ts';\na();\n",
  'src/guidance/door.ts': "import { a } from '../content/enter.ts';\na();\n",
  'src/popup/trespass.ts': "import { a } from '../options/page.tsx';\na();\n",
  'src/options/trespass.ts': "import { a } from '../build/locales.ts';\na();\n",
  'src/rollup/trespass.ts': "import { a } from '../review/model/join.ts';\na();\n",
  'src/review/trespass.ts': "import browser from 'webextension-polyfill';\nbrowser.a();\n",
  'src/background/trespass.ts': "await fetch('https://example.org');\n",
  'src/content/trespass.ts': "new WebSocket('wss://example.org');\n",
  'src/rules/trespass.ts': 'export const anything: any = 1;\n',
  'src/settings/floating.ts': 'async function save() {}\nexport const keep = () => {\n  save();\n};\n',
  'src/ui/image.tsx': 'export const Image = () => <img src="icons/16.png" />;\n',
  'test/alma/trespass.ts': "import { a } from '../../src/alma/screen.ts';\na();\n",
};

test('the linter refuses each trespass', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-lint-'));
  try {
    copyFileSync(join(root, '.biome.json'), join(folder, '.biome.json'));
    for (const [file, script] of Object.entries(trespasses)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), script);
    }
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const linter = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const args = [linter, 'lint', '--vcs-use-ignore-file=false', '--reporter=json', '--max-diagnostics=200'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const report = JSON.parse(stdout) as { diagnostics: { severity: string; location: { path: string } }[] };
    const refused = report.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ location }) => location.path);
    expect(Object.keys(trespasses).filter((file) => !refused.includes(file))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
