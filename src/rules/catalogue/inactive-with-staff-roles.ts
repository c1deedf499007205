import { countingRoles, holdsCountingRole } from '../account.ts';
import { defineRule, holds } from '../rule.ts';
import { all } from '../truth.ts';

export const inactiveWithStaffRoles = defineRule({
  id: 'inactive-with-staff-roles',
  severity: 'note',
  needs: ['status', 'roles'],
  found: (fields, context) =>
    all(
      holds(fields.status, (status) => status === 'INACTIVE'),
      holdsCountingRole(fields, context),
    ),
  tell: (fields, context) => [['message', countingRoles(fields, context)]],
});
