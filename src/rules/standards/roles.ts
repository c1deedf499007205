import { roleNameKey } from '../match.ts';
import { roleAliases } from './role-aliases.ts';
import { type CodeSureness, roleLines } from './role-lines.ts';

/** A role that Alma is known to have. `code` is its `HFrUserRoles.roleType` code, where a source gives one. */
export interface StandardRole {
  readonly name: string;
  /** The name without case, spaces and hyphens. */
  readonly key: string;
  readonly code: string | undefined;
  readonly codeSure: CodeSureness;
}

function roleOn(line: string, codeSure: CodeSureness): StandardRole {
  const code = /^\d+(?= )/.exec(line)?.[0];
  const name = line.slice(code === undefined ? 0 : code.length + 1);
  return { name, key: roleNameKey(name), code, codeSure };
}

interface Index {
  readonly roles: readonly StandardRole[];
  /** Most names are met exactly as they are known. */
  readonly byExactName: ReadonlyMap<string, StandardRole>;
  readonly byName: ReadonlyMap<string, StandardRole>;
  readonly byCode: ReadonlyMap<string, StandardRole>;
}

let made: Index | undefined;

/** Made when a role is first asked about: most of Alma's pages show none. */
function index(): Index {
  made ??= makeIndex();
  return made;
}

function makeIndex(): Index {
  const roles = Object.entries(roleLines()).flatMap(([sure, lines]) =>
    lines.split('\n').map((line) => roleOn(line, sure as CodeSureness)),
  );
  const byExactName = new Map(roles.map((role) => [role.name, role]));
  const byName = new Map(roles.map((role) => [role.key, role]));
  for (const [alias, name] of roleAliases) {
    const role = byExactName.get(name);
    if (role) byName.set(roleNameKey(alias), role);
  }
  const byCode = new Map(roles.flatMap((role) => (role.code === undefined ? [] : [[role.code, role] as const])));
  return { roles, byExactName, byName, byCode };
}

/** Gives the 79 roles that public sources name, 61 of them with a code. */
export const standardRoles = (): readonly StandardRole[] => index().roles;

/** The known role of that name (case, spaces, hyphens and known spellings aside), or `undefined`. */
export const roleNamed = (name: string): StandardRole | undefined =>
  index().byExactName.get(name) ?? index().byName.get(roleNameKey(name));

/** The known role with that code, or `undefined`. */
export const roleCoded = (code: string): StandardRole | undefined => index().byCode.get(code.trim());
