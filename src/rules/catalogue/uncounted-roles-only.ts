import { holdsCountingRole, rolesThat, someRolesHold } from '../account.ts';
import { namesOf } from '../roles.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const uncountedRolesOnly = defineRule({
  id: 'uncounted-roles-only',
  severity: 'note',
  needs: ['roles'],
  evaluate: (fields, context) => ({
    found: all(
      someRolesHold(fields, context, (held) => held.some((one) => !one.isPatron)),
      not(holdsCountingRole(fields, context)),
    ),
    tell: () => {
      const roles = namesOf(rolesThat(fields, context, (held) => !held.isPatron));
      return [['message', { roles, count: roles.length }]];
    },
  }),
});
