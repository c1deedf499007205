/**
 * Starts one of the project's commands (`node test/commands/start.mjs test`) in plain Node: sees to it that the Node
 * version will do and that the dependencies of the lock file are installed, then hands over to `<command>.ts`.
 * @import { Command } from './command.ts'
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const commands = ['bench', 'build', 'corpus', 'demo', 'package', 'pictures', 'report', 'test'];

/** `^20.19 || >=22.12`, what the build tool needs. */
function nodeWillDo(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/**
 * The versions by folder that a lock file names; packages for other platforms (optional ones) may be absent.
 * @param {string} file
 */
function lockedPackages(file) {
  const { packages } = /** @type {{ packages: Record<string, { version?: string, optional?: boolean }> }} */ (
    JSON.parse(readFileSync(file, 'utf8'))
  );
  return new Map(Object.entries(packages).filter(([folder]) => folder !== ''));
}

/** Whether `node_modules` holds what the lock file names, as npm itself noted it down there. */
function dependenciesAreCurrent() {
  const noted = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const installed = lockedPackages(noted);
  const present = [...wanted].every(([folder, { version, optional }]) => {
    const found = installed.get(folder);
    return found ? found.version === version : optional === true;
  });
  return present && [...installed.keys()].every((folder) => wanted.has(folder));
}

function installDependencies() {
  console.log('Installing the dependencies of the lock file (npm ci) ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) throw new Error('npm ci did not succeed: see its output above.');
}

async function start() {
  const name = process.argv[2] ?? '';
  if (!commands.includes(name)) throw new Error(`Say which command to start: ${commands.join(', ')}.`);
  if (!nodeWillDo()) throw new Error(`Node ${process.versions.node} is too old: install 20.19, 22.12 or later.`);
  if (!dependenciesAreCurrent()) installDependencies();
  process.chdir(root);
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, `test/commands/${name}.ts`), {
    configFile: false,
    logLevel: 'error',
  });
  const command = /** @type {Command} */ (module);
  process.exitCode = await command.run(process.argv.slice(3));
}

start().catch((failure) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
