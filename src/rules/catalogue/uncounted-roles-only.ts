import { holdsCountingRole, rolesThat, someRolesHold } from '../account.ts';
import { namesOf } from '../roles.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const uncountedRolesOnly = defineRule({
  id: 'uncounted-roles-only',
  severity: 'note',
  needs: ['roles'],
  found: (fields, context) =>
    all(
      someRolesHold(fields, context, (held) => held.some((one) => !one.isPatron)),
      not(holdsCountingRole(fields, context)),
    ),
  tell: (fields, context) => {
    const roles = namesOf(rolesThat(fields, context, (held) => !held.isPatron));
    return [['message', { roles, count: roles.length }]];
  },
});
