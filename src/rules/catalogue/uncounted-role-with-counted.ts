import { countingRoles, rolesThat, someRolesHold } from '../account.ts';
import { type HeldRole, namesOf } from '../roles.ts';
import { defineRule } from '../rule.ts';

const isUncountedStaffRole = (held: HeldRole): boolean => !held.isPatron && held.listed === 'no';

export const uncountedRoleWithCounted = defineRule({
  id: 'uncounted-role-with-counted',
  severity: 'note',
  needs: ['roles'],
  found: (fields, context) =>
    someRolesHold(fields, context, (held) => held.some(isUncountedStaffRole) && held.some((one) => one.counts)),
  tell: (fields, context) => {
    const uncounted = namesOf(rolesThat(fields, context, isUncountedStaffRole));
    return [['message', { ...countingRoles(fields, context), uncounted }]];
  },
});
