import { say } from '../platform/say.ts';
import { roleNameKey } from '../rules/match.ts';
import { parsePolicy } from '../rules/parse-policy.ts';
import type { RoleName } from '../rules/policy.ts';
import { NotSaved, type Refusal, saveChanges } from './change.ts';
import { policyInForce } from './in-force.ts';

/** The institution's names with others added; what is said of a name later takes the place of what was said before. */
export function withRoleNames(before: readonly RoleName[], added: readonly RoleName[]): RoleName[] {
  const keys = new Set(added.map(({ name }) => roleNameKey(name)));
  return [...before.filter(({ name }) => !keys.has(roleNameKey(name))), ...added];
}

/**
 * Keeps what a person has said on a page of a host: which role a name is. For the background. Gives why it was not kept, and then nothing was
 * changed.
 */
export async function keepRoleName(host: string, { name, role }: RoleName): Promise<'kept' | Refusal> {
  const { policy } = await policyInForce(host);
  const before = policy.roleNames;
  const after = withRoleNames(before, [{ name, role }]);
  const parsed = parsePolicy({ base: policy.base, roleNames: after }, say);
  if (parsed.policy.roleNames.length !== after.length) return 'refused';
  try {
    await saveChanges([{ path: 'roleNames', before, after }], { seenBase: policy.base });
    return 'kept';
  } catch (error) {
    return error instanceof NotSaved ? error.refusal : 'refused';
  }
}
