import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import packageJson from '../../package.json' with { type: 'json' };

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

/**
 * Writes `dist/packages`: one zip for each store (Chrome's and Edge's hold the same files) from the folders that the build left,
 * and the source zip, which builds to the very same zips wherever it is unpacked. Throws when a build is missing.
 */
export function writePackages(root: string): Package[] {
  const chrome = zipOf(filesIn(join(root, 'dist/chrome')));
  const zips = {
    chrome,
    edge: chrome,
    firefox: zipOf(filesIn(join(root, 'dist/firefox'))),
    source: zipOf(sourceFiles(root)),
  };
  mkdirSync(join(root, 'dist/packages'), { recursive: true });
  return Object.entries(zips).map(([name, zip]) => {
    const path = `dist/packages/${packageJson.name}-${packageJson.version}-${name}.zip`;
    writeFileSync(join(root, path), zip);
    return { path, bytes: zip.length };
  });
}
