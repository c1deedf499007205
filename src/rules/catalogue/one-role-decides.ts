import { countingRoles, rolesHold } from '../account.ts';
import { distinct } from '../roles.ts';
import { defineRule } from '../rule.ts';

export const oneRoleDecides = defineRule({
  id: 'one-role-decides',
  severity: 'note',
  needs: ['roles'],
  evaluate: (fields, context) => ({
    found: rolesHold(fields, context, (held) => distinct(held.filter((one) => one.counts)).length === 1),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
