import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import packageJson from '../../package.json' with { type: 'json' };
import { leftToFill, storeFaults } from './stores/check.ts';
import { folderFiles } from './stores/folder.ts';
import { type Store, stores } from './stores/limits.ts';
import { type Built, listingFor } from './stores/listing.ts';

export interface Package {
  /** Relative to the repository's folder. */
  path: string;
  bytes: number;
}

/** Zips files (path inside the zip -> content): sorted by name, with one fixed time, so that the same files give the same bytes. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const tree: Zippable = Object.fromEntries(entries);
  // Zips keep no time zone: a time made of local parts gives the same bytes everywhere.
  return zipSync(tree, { level: 9, mtime: new Date(2000, 0, 1) });
}

function filesIn(folder: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    }),
  );
}

const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });

/** The paths under version control; in a folder that is not (an unpacked source zip), those that would be: all that `.gitignore` lets by. */
function listedFiles(root: string): string[] {
  if (existsSync(join(root, '.git'))) return git(root, 'ls-files', '-z').split('\0').filter(Boolean);
  const empty = mkdtempSync(join(tmpdir(), 'version-control-'));
  try {
    git(root, 'init', '--quiet', '--bare', empty);
    const place = ['--git-dir', empty, '--work-tree', root];
    return git(root, ...place, 'ls-files', '--others', '-z', '--exclude-per-directory=.gitignore')
      .split('\0')
      .filter(Boolean);
  } finally {
    rmSync(empty, { recursive: true });
  }
}

/** The project's files as they stand in the working folder; Mozilla asks for them beside minified code. */
export function sourceFiles(root: string): Map<string, Uint8Array> {
  const listed = listedFiles(root);
  const present = listed.filter((path) => existsSync(join(root, path)));
  return new Map(present.map((path) => [path, readFileSync(join(root, path))]));
}

const packageName = (part: string) => `${packageJson.name}-${packageJson.version}-${part}.zip`;

const parsed = (file: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(file));

/** A build without `key` and `update_url` in its manifest, with which Edge's store takes none; the same files where it has neither. */
export function withoutRefused(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const written = new TextDecoder().decode(files.get('manifest.json'));
  if (!/"(?:key|update_url)"/.test(written)) return files;
  const { key: _, update_url: __, ...manifest } = JSON.parse(written);
  return new Map([...files, ['manifest.json', new TextEncoder().encode(JSON.stringify(manifest, null, 2))]]);
}

/** The files of a store's package, from the folders that the build left. Chrome's and Edge's hold the same where nothing is refused. */
function packedFiles(root: string, store: Store): ReadonlyMap<string, Uint8Array> {
  if (store === 'firefox') return filesIn(join(root, 'dist/firefox'));
  const files = filesIn(join(root, 'dist/chrome'));
  return store === 'edge' ? withoutRefused(files) : files;
}

/**
 * Writes `dist/packages`: one zip for each store from the folders that the build left, and the source zip, which builds to the
 * very same zips wherever it is unpacked. Throws when a build is missing.
 */
export function writePackages(root: string): Package[] {
  const zips = {
    ...Object.fromEntries(stores.map((store) => [store, zipOf(packedFiles(root, store))])),
    source: zipOf(sourceFiles(root)),
  };
  mkdirSync(join(root, 'dist/packages'), { recursive: true });
  return Object.entries(zips).map(([name, zip]) => {
    const path = `dist/packages/${packageName(name)}`;
    writeFileSync(join(root, path), zip);
    return { path, bytes: zip.length };
  });
}

/** What came of a store's folder: where it lies, what the store would refuse, and what only the publisher can fill in. */
export interface StoreFolder {
  /** Relative to the repository's folder. */
  readonly path: string;
  readonly faults: readonly string[];
  readonly open: readonly string[];
}

/** What a store's package says of itself, read from its files. */
function builtIn(files: ReadonlyMap<string, Uint8Array>): Built {
  const languages = [...files].flatMap(([path, file]): [string, Record<string, string>][] => {
    const language = /^_locales\/(\w+)\/messages\.json$/.exec(path)?.[1];
    if (language === undefined) return [];
    const messages = Object.entries(parsed(file) as Record<string, { message: string }>);
    return [[language, Object.fromEntries(messages.map(([key, { message }]) => [key, message]))]];
  });
  return { manifest: parsed(files.get('manifest.json')), languages: new Map(languages) };
}

/**
 * Writes `dist/stores`: a folder for each store with all that its form asks for, pictures and packages with it.
 * `dist/packages` has to stand. What would be refused is said, and all the rest written all the same.
 */
export function writeStoreFolders(root: string): StoreFolder[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const pages = { changelog: read('CHANGELOG.md'), privacy: read('.github/documentation/privacy.md') };
  const pictures = filesIn(join(root, '.github/pictures'));
  return stores.map((store) => {
    const built = builtIn(packedFiles(root, store));
    const listing = listingFor(store, built, pages);
    const path = `dist/stores/${store}`;
    rmSync(join(root, path), { recursive: true, force: true });
    for (const [name, content] of folderFiles(listing, pictures)) {
      mkdirSync(dirname(join(root, path, name)), { recursive: true });
      writeFileSync(join(root, path, name), content);
    }
    for (const part of store === 'firefox' ? [store, 'source'] : [store]) {
      const zip = packageName(part);
      copyFileSync(join(root, 'dist/packages', zip), join(root, path, zip));
    }
    return { path, faults: storeFaults(listing, built, pictures), open: leftToFill(listing) };
  });
}
