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

/** `npm run build`. */
export async function run(): Promise<number> {
  await build();
  console.log('Load them unpacked: dist/chrome in Chrome or Edge, dist/firefox in Firefox.');
  return 0;
}
