import { countingRoles, holdsCountingRole, isInGroup } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all } from '../truth.ts';

export const rolesKeptAsRecord = defineRule({
  id: 'roles-kept-as-record',
  severity: 'note',
  needs: ['userGroup', 'roles'],
  found: (fields, context) => all(isInGroup(fields, context.policy.retainedGroups), holdsCountingRole(fields, context)),
  tell: (fields, context) => [['message', countingRoles(fields, context)]],
});
