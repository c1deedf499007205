import { countingRoles, rolesHold } from '../account.ts';
import { distinct } from '../roles.ts';
import { defineRule } from '../rule.ts';

export const oneRoleDecides = defineRule({
  id: 'one-role-decides',
  severity: 'note',
  needs: ['roles'],
  sources: [{ document: 'wrlc-named-users', section: 'Staff Roles Not Counted by Ex Libris: additional roles' }],
  evaluate: (fields, context) => ({
    found: rolesHold(fields, context, (held) => distinct(held.filter((one) => one.counts)).length === 1),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
