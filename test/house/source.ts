import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const contentOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The repository's files, tracked or about to be: everything that is not ignored. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}

/** The TypeScript files under a folder such as `src/rules/`. */
export const scriptsUnder = (folder: string): string[] =>
  repositoryFiles().filter((file) => file.startsWith(folder) && /\.tsx?$/.test(file));

/** A script without its comments, its lines kept in place. */
export function withoutComments(script: string): string {
  return script
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;,{(])\/\/.*$/gm, '$1');
}

export interface Import {
  /** What is imported: a package's name, or a file of the repository relative to its root. */
  target: string;
  typeOnly: boolean;
}

/** Every import and re-export of a file of the repository. */
export function importsOf(file: string): Import[] {
  const statements = withoutComments(contentOf(file)).matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/gm,
  );
  return [...statements].map(([, type, names = '', specifier = '']) => {
    const members = /^\{([^}]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '');
    const typeOnly = type !== undefined || (members?.every((name) => /^\s*type\s/.test(name)) ?? false);
    const target = specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
      : specifier;
    return { target, typeOnly };
  });
}

/** The house's folder that a file of `src` stands in, e.g. `rules` for `src/rules/catalogue/x.ts`; `undefined` elsewhere. */
export function roomOf(file: string): string | undefined {
  const [top, room] = file.split('/');
  return top === 'src' && room !== undefined && room !== basename(file) ? room : undefined;
}
