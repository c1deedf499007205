import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What a package says of itself in its `package.json`, as far as it is handed on. */
interface PackageDescription {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository: string | { readonly url: string };
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function licenceText(folder: string): string {
  const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  if (texts.length === 0) throw new Error(`${folder} has no licence text, so it may not be handed on.`);
  return texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}

/** A package's notice: name, version, licence, where its source is to be had (the MPL asks for that), and the licence's text. */
function noticeOf(folder: string): string {
  const { name, version, license, repository } = readJson<PackageDescription>(join(folder, 'package.json'));
  const address = typeof repository === 'string' ? repository : repository.url;
  const source = address.replace(/^git\+|\.git$/g, '').replace(/^git:/, 'https:');
  return `${name} ${version}\nLicence: ${license}\nSource code: ${source}\n\n${licenceText(folder)}\n`;
}

const dependenciesOf = (folder: string): string[] =>
  Object.keys(readJson<{ dependencies?: Record<string, string> }>(join(folder, 'package.json')).dependencies ?? {});

/** The packages that a folder's `package.json` names as dependencies, and those that they need in turn. */
function packagesOf(root: string): Set<string> {
  const found = new Set<string>();
  const waiting = dependenciesOf(root);
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...dependenciesOf(join(root, 'node_modules', name)));
  }
  return found;
}

/**
 * The notices of all packages that `package.json` in a folder names as dependencies, and of those that they need, from `node_modules`
 * beside it: those are built into the extension. Throws when one of them has no licence text.
 */
export function thirdPartyNotices(root: string): string {
  const notices = [...packagesOf(root)].map((name) => noticeOf(join(root, 'node_modules', name)));
  const line = `\n${'-'.repeat(80)}\n\n`;
  return ['Alma User Guard contains the following packages of others.\n', ...notices].join(line);
}

/** Emits `LICENSE.txt`, this extension's own, and `THIRD-PARTY.txt`, the notices of what is built into it. */
export function licences(root: string): Plugin {
  return {
    name: 'alma-user-guard:licences',
    generateBundle() {
      const own = readFileSync(join(root, 'LICENSE'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'LICENSE.txt', source: own });
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: thirdPartyNotices(root) });
    },
  };
}
