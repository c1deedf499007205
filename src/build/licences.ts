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

/**
 * The notices of all packages that `package.json` in a folder names as dependencies, from `node_modules` beside it: those are
 * built into the extension. Throws when one of them has no licence text.
 */
export function thirdPartyNotices(root: string): string {
  const { dependencies } = readJson<{ dependencies: Record<string, string> }>(join(root, 'package.json'));
  const notices = Object.keys(dependencies).map((name) => noticeOf(join(root, 'node_modules', name)));
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
