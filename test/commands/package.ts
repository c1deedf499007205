import { writePackages } from '../../src/build/package.ts';
import { build } from './build.ts';
import { root } from './command.ts';

/** `npm run package`: builds both and writes the stores' zips and the source zip. */
export async function run(): Promise<number> {
  await build();
  for (const { path, bytes } of writePackages(root)) console.log(`${path}  ${(bytes / 1024).toFixed(1)} KB`);
  return 0;
}
