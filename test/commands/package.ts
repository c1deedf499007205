import { firefoxChoicesIn } from '../../src/build/manifest.ts';
import { writePackages, writeStoreFolders } from '../../src/build/package.ts';
import { build, environmentFor } from './build.ts';
import { root } from './command.ts';

/**
 * `npm run package`: builds both and writes the stores' zips and the source zip, and for each store a folder with all that its
 * form asks for. Ends with an error when a store would refuse something; what only the publisher can fill in is no error.
 */
export async function run(args: readonly string[]): Promise<number> {
  const env = environmentFor(args);
  await build({ env });
  for (const { path, bytes } of writePackages(root)) console.log(`${path}  ${(bytes / 1024).toFixed(1)} KB`);
  const folders = writeStoreFolders(root);
  for (const { path } of folders) console.log(`${path}  what the store asks for`);
  const tell = (what: string, sentences: readonly string[]) => {
    if (sentences.length > 0)
      console.log(`\n${what}\n${[...new Set(sentences)].map((each) => `- ${each}`).join('\n')}`);
  };
  // A copy with an address for updates is made to be handed out by its library, whatever a store's list would say.
  const isOwnCopy = firefoxChoicesIn({ ...process.env, ...env }).updateUrl !== undefined;
  const forStores = folders.filter(({ path }) => !(isOwnCopy && path.endsWith('firefox')));
  tell(
    'Still open:',
    folders.flatMap(({ open }) => open),
  );
  tell(
    'A store would refuse:',
    folders.flatMap(({ faults }) => faults),
  );
  return forStores.some(({ faults }) => faults.length > 0) ? 1 : 0;
}
