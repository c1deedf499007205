import { countingRoles, rolesHold, someRolesHold } from '../account.ts';
import { type HeldRole, mayBeOneOfTwo } from '../roles.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

/** How many roles count. Under a name that Alma and Esploro both have, each row without a code may be a role of its own. */
const countingOf = (held: readonly HeldRole[]): number =>
  new Set(held.filter((one) => one.counts).map((one, row) => (mayBeOneOfTwo(one) ? row : one.key))).size;

export const oneRoleDecides = defineRule({
  id: 'one-role-decides',
  severity: 'note',
  needs: ['roles'],
  found: (fields, context) =>
    all(
      not(someRolesHold(fields, context, (held) => countingOf(held) > 1)),
      rolesHold(fields, context, (held) => countingOf(held) === 1),
    ),
  tell: (fields, context) => [['message', countingRoles(fields, context)]],
});
