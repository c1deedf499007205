import { countingRoles, isNamedUser } from '../account.ts';
import { defineRule } from '../rule.ts';

export const namedUser = defineRule({
  id: 'named-user',
  severity: 'fact',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'],
  found: isNamedUser,
  tell: (fields, context) => [['message', countingRoles(fields, context)]],
});
