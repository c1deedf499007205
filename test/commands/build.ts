import { parseArgs } from 'node:util';
import { firefoxChoicesIn, firefoxVariables } from '../../src/build/manifest.ts';
import { runTool, type Surroundings } from './command.ts';

const targets = ['chrome', 'firefox'] as const;

/** Builds `dist/chrome` and `dist/firefox` at the same time; throws with the build tool's output when one fails. */
export async function build(surroundings: Surroundings = {}): Promise<void> {
  const builds = targets.map(async (mode) => {
    const { code, output, seconds } = await runTool('vite/bin/vite.js', ['build', '--mode', mode], surroundings);
    if (code !== 0) throw new Error(`Building for ${mode} failed:\n${output.replace(/^\s+at .*\n?/gm, '')}`);
    console.log(`Built dist/${mode} in ${seconds.toFixed(1)} s.`);
  });
  await Promise.all(builds);
}

/**
 * `--firefox-id` and `--firefox-update-url` as the build finds them in its environment. Throws with a sentence when Firefox
 * would not take them, or when there is another option.
 */
export function environmentFor(args: readonly string[]): Record<string, string> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'firefox-id': { type: 'string' }, 'firefox-update-url': { type: 'string' } },
  });
  const { 'firefox-id': id, 'firefox-update-url': updateUrl } = values;
  const environment = {
    ...(id === undefined ? {} : { [firefoxVariables.id]: id }),
    ...(updateUrl === undefined ? {} : { [firefoxVariables.updateUrl]: updateUrl }),
  };
  firefoxChoicesIn(environment);
  return environment;
}

/** `npm run build`. */
export async function run(args: readonly string[]): Promise<number> {
  await build({ env: environmentFor(args) });
  console.log('Load them unpacked: dist/chrome in Chrome or Edge, dist/firefox in Firefox.');
  return 0;
}
