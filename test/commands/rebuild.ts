import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { writePackages } from '../../src/build/package.ts';
import { build } from './build.ts';
import { inRoot, root } from './command.ts';

function unpack(zip: string, folder: string): void {
  for (const [path, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** How packages made elsewhere differ from those made here, as sentences; both folders hold zips only. */
function differences(here: string, elsewhere: string): string[] {
  const [ours, theirs] = [readdirSync(here), readdirSync(elsewhere)];
  const missing = ours.filter((name) => !theirs.includes(name)).map((name) => `${name} was not made.`);
  const other = theirs.filter((name) => !ours.includes(name)).map((name) => `${name} was made beside the others.`);
  const unlike = ours
    .filter((name) => theirs.includes(name))
    .filter((name) => !readFileSync(join(here, name)).equals(readFileSync(join(elsewhere, name))))
    .map((name) => `${name} has other bytes.`);
  return [...missing, ...other, ...unlike];
}

/**
 * Makes the packages of what stands built in `dist`, unpacks the source zip into a folder elsewhere, builds there, under a
 * `NODE_ENV` that asks for development, and makes the packages anew: what a store's reviewer does to compare. Gives what
 * differs, as sentences; empty when every zip has the same bytes. The dependencies are linked, so nothing may install any there.
 */
export async function differencesFromElsewhere(): Promise<string[]> {
  const packages = inRoot('dist/packages');
  rmSync(packages, { recursive: true, force: true });
  const source = writePackages(root).find(({ path }) => path.endsWith('-source.zip'));
  if (!source) return ['No source zip was made.'];
  const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  try {
    unpack(inRoot(source.path), folder);
    symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'), 'junction');
    await build({ cwd: folder, env: { NODE_ENV: 'development' } });
    writePackages(folder);
    return differences(packages, join(folder, 'dist/packages'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
