import { rolesHold, rolesThat } from '../account.ts';
import { namesOf } from '../roles.ts';
import { defineRule } from '../rule.ts';

export const uncountedRolesOnly = defineRule({
  id: 'uncounted-roles-only',
  severity: 'note',
  needs: ['roles'],
  evaluate: (fields, context) => ({
    found: rolesHold(fields, context, (held) => held.some((one) => !one.isPatron) && held.every((one) => !one.counts)),
    tell: () => {
      const roles = namesOf(rolesThat(fields, context, (held) => !held.isPatron));
      return [['message', { roles, count: roles.length }]];
    },
  }),
});
