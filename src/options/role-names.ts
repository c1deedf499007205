import { roleNameKey, same } from '../rules/match.ts';
import type { RoleName } from '../rules/policy.ts';
import { isTwin, roleCoded, roleNamed, roleTranslated } from '../rules/standards/roles.ts';
import type { CodeTableRow } from '../sheets/code-table.ts';

/** What a code table of roles says that was not known: nothing has been taken over yet. */
export interface RoleNamesFound {
  /** Names for roles of the standard, by their codes; a name that stands for several is there once for each. */
  readonly named: readonly RoleName[];
  /** How many rows have a name that is known anyway. */
  readonly known: number;
  /** Names whose code no source gives: somebody has to say which role each is. */
  readonly unknown: readonly CodeTableRow[];
}

/** Sorts the rows of the code table `HFrUserRoles.roleType` by what they say; a code decides, not the name beside it. */
export function roleNamesIn(rows: readonly CodeTableRow[]): RoleNamesFound {
  const sorted = [...namesakesIn(rows)].map(sortNamesakes);
  return {
    named: sorted.flatMap(({ named }) => named),
    known: sorted.reduce((sum, { known }) => sum + known, 0),
    unknown: sorted.flatMap(({ unknown }) => unknown),
  };
}

/** The rows of each name, each code once. */
function namesakesIn(rows: readonly CodeTableRow[]): Iterable<readonly CodeTableRow[]> {
  const byName = new Map<string, readonly CodeTableRow[]>();
  for (const row of rows) {
    const key = roleNameKey(row.description);
    const before = byName.get(key) ?? [];
    if (!before.some(({ code }) => same(code, row.code))) byName.set(key, [...before, row]);
  }
  return byName.values();
}

/** What rows of one name say of it. One code among them that no source gives is a role that counts, for nobody knows better. */
function sortNamesakes(rows: readonly CodeTableRow[]): RoleNamesFound {
  const coded = rows.flatMap(({ code }) => roleCoded(code) ?? []);
  const [first] = rows;
  const name = first?.description ?? '';
  const byName = roleNamed(name);
  const isAsExpected = coded.every(
    (role) =>
      role === byName || same(role.name, name) || coded.some((other) => isTwin(role, other) && other === byName),
  );
  if (coded.length === rows.length && isAsExpected) return { named: [], known: rows.length, unknown: [] };
  if (coded.length === 0) {
    const isKnown = byName !== undefined || roleTranslated(name) !== undefined;
    return isKnown || !first
      ? { named: [], known: rows.length, unknown: [] }
      : { named: [], known: rows.length - 1, unknown: [first] };
  }
  const named = rows.map(({ code, description }): RoleName => {
    const role = roleCoded(code);
    return { name: description, role: role ? (role.code ?? role.name) : '' };
  });
  return { named, known: 0, unknown: [] };
}
