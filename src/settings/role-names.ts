import { roleNameKey } from '../rules/match.ts';
import type { RoleName } from '../rules/policy.ts';

/** The institution's names with others added; what is said of a name later takes the place of what was said before. */
export function withRoleNames(before: readonly RoleName[], added: readonly RoleName[]): RoleName[] {
  const keys = new Set(added.map(({ name }) => roleNameKey(name)));
  return [...before.filter(({ name }) => !keys.has(roleNameKey(name))), ...added];
}
