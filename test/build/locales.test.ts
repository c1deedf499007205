import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import words from '../../src/alma/markup/words.json' with { type: 'json' };
import { knownByBrowser, knownByItself, locales } from '../../src/build/locales.ts';
import { standardRoles } from '../../src/rules/index.ts';
import { type RoleTable, roleTable } from '../../src/rules/standards/role-lines.ts';
import { contentOf, root, scriptsUnder } from '../house/source.ts';

/** The messages of the default language, as the build emits them. */
function emitted(): Record<string, { message: string }> {
  const files = new Map<string, string>();
  const { generateBundle } = locales(join(root, 'src/texts')) as unknown as {
    generateBundle: (this: { emitFile(file: { fileName: string; source: string }): void }) => void;
  };
  generateBundle.call({ emitFile: ({ fileName, source }) => files.set(fileName, source) });
  return JSON.parse(files.get('_locales/en/messages.json') ?? '{}');
}

/** A message as browsers give it: two dollar signs are one. */
const given = (key: string): unknown => JSON.parse(emitted()[key]?.message.replaceAll('$$', '$') ?? 'null');

test('the browser is given every one of Alma’s words, as they are compared', () => {
  const table = given('alma_words') as Record<string, string[][]>;
  expect(Object.keys(table).sort()).toEqual(Object.keys(words).sort());
  expect(table.field_primary_id?.[0]).toEqual(['primary identifier']);
  expect(Object.values(table).every((bySure) => bySure.flat().length > 0)).toBe(true);
});

test('the browser is given every role', () => {
  const { alma, inferred, esploro } = given('alma_roles') as RoleTable;
  const lines = [...Object.values(alma), inferred, esploro].flatMap((some) => some.split('\n'));
  expect(lines).toHaveLength(standardRoles().length);
  expect(given('alma_roles')).toEqual(roleTable());
});

test('what stands in for a file is imported under its path once, and gives the same by the same name', () => {
  for (const { find, replacement } of knownByBrowser(root)) {
    const importers = scriptsUnder('src/').filter((file) => contentOf(file).includes(`from '${find}'`));
    expect(importers, find).toHaveLength(1);
    const [, gives] = /export const (\w+)/.exec(readFileSync(replacement, 'utf8')) ?? [];
    const [importer = ''] = importers;
    expect(contentOf(importer), find).toMatch(new RegExp(`import \\{[^}]*\\b${gives}\\b[^}]*\\} from '${find}'`));
  }
});

test('what stands in for a file is there, and workers get the file itself', () => {
  const { resolveId } = knownByItself(root) as unknown as { resolveId: (source: string) => string | undefined };
  for (const { find, replacement } of knownByBrowser(root)) {
    expect(existsSync(replacement)).toBe(true);
    const file = resolveId(replacement) ?? '';
    expect(file.endsWith(find.slice(1))).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toBe(readFileSync(replacement, 'utf8'));
  }
  expect(resolveId('./plain.ts')).toBeUndefined();
});
