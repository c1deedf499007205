import { countingRoles, rolesHold, someRolesHold } from '../account.ts';
import type { HeldRole } from '../roles.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

const countingOf = (held: readonly HeldRole[]): number =>
  new Set(held.filter((one) => one.counts).map(({ key }) => key)).size;

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
