import { countingRoles, holdsCountingRole, isInGroup } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all } from '../truth.ts';

export const studentWithStaffRoles = defineRule({
  id: 'student-with-staff-roles',
  severity: 'warn',
  needs: ['userGroup', 'roles'],
  sources: [
    { document: 'wrlc-named-users', section: 'Do Deactivate, Edit, and Purge: staff roles on student accounts' },
    { document: 'carli-best-practice', section: 'review at the end of each semester' },
    { document: 'uw-student-roles', section: 'end dates of student roles' },
  ],
  evaluate: (fields, context) => ({
    found: all(isInGroup(fields, context.policy.studentGroups), holdsCountingRole(fields, context)),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
