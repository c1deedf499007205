import { countingRoles, isNamedUser } from '../account.ts';
import { defineRule } from '../rule.ts';

export const namedUser = defineRule({
  id: 'named-user',
  severity: 'fact',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'],
  evaluate: (fields, context) => ({
    found: isNamedUser(fields, context),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
