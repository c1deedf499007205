import { countingRoles, holdsCountingRole, isInGroup } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all } from '../truth.ts';

export const studentWithStaffRoles = defineRule({
  id: 'student-with-staff-roles',
  severity: 'warn',
  needs: ['userGroup', 'roles'],
  found: (fields, context) => all(isInGroup(fields, context.policy.studentGroups), holdsCountingRole(fields, context)),
  tell: (fields, context) => [['message', countingRoles(fields, context)]],
});
