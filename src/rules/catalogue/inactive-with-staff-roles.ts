import { countingRoles, holdsCountingRole } from '../account.ts';
import { defineRule, holds } from '../rule.ts';
import { all } from '../truth.ts';

export const inactiveWithStaffRoles = defineRule({
  id: 'inactive-with-staff-roles',
  severity: 'note',
  needs: ['status', 'roles'],
  sources: [
    { document: 'wrlc-named-users', section: 'two ways off the list of Named Users' },
    { document: 'carli-deactivate', section: 'deactivating the user record' },
  ],
  evaluate: (fields, context) => ({
    found: all(
      holds(fields.status, (status) => status === 'INACTIVE'),
      holdsCountingRole(fields, context),
    ),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
