import { countingRoles, rolesHold, someRolesHold } from '../account.ts';
import { distinct, type HeldRole } from '../roles.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

const countingOf = (held: readonly HeldRole[]): number => distinct(held.filter((one) => one.counts)).length;

export const oneRoleDecides = defineRule({
  id: 'one-role-decides',
  severity: 'note',
  needs: ['roles'],
  evaluate: (fields, context) => ({
    found: all(
      not(someRolesHold(fields, context, (held) => countingOf(held) > 1)),
      rolesHold(fields, context, (held) => countingOf(held) === 1),
    ),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
