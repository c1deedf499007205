import { same } from '../rules/match.ts';
import type { RoleName } from '../rules/policy.ts';
import { roleCoded, roleNamed, roleTranslated } from '../rules/standards/roles.ts';
import type { CodeTableRow } from '../sheets/code-table.ts';

/** What a code table of roles says that was not known: nothing has been taken over yet. */
export interface RoleNamesFound {
  /** Names for roles of the standard, by their codes. */
  readonly named: readonly RoleName[];
  /** How many rows have a name that is known anyway. */
  readonly known: number;
  /** Names whose code no source gives: somebody has to say which role each is. */
  readonly unknown: readonly CodeTableRow[];
}

/** Sorts the rows of the code table `HFrUserRoles.roleType` by what they say; a code decides, not the name beside it. */
export function roleNamesIn(rows: readonly CodeTableRow[]): RoleNamesFound {
  const named: RoleName[] = [];
  const unknown: CodeTableRow[] = [];
  for (const row of rows) {
    const byCode = roleCoded(row.code);
    const byName = roleNamed(row.description);
    if (byCode && byName !== byCode && !same(byCode.name, row.description)) {
      named.push({ name: row.description, role: byCode.code ?? byCode.name });
    } else if (!byCode && !byName && !roleTranslated(row.description)) {
      unknown.push(row);
    }
  }
  return { named, known: rows.length - named.length - unknown.length, unknown };
}
