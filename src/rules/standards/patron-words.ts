import { roleNameKey } from '../match.ts';
import { roleTable } from './role-lines.ts';

let keys: ReadonlySet<string> | undefined;

/**
 * Whether the whole name is a word for whoever borrows, in a language for which no source gives the name of the role Patron: it may be what
 * a library's Alma calls Patron. It never stands for Patron; whoever holds such a role alone is not counted before somebody has said
 * what it is.
 */
export function mayBePatron(name: string): boolean {
  keys ??= new Set(
    roleTable()
      .perhapsPatron.split(/[,\n]/)
      .map((word) => roleNameKey(word.trim())),
  );
  return keys.has(roleNameKey(name));
}
