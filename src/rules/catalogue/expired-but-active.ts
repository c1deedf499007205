import { countingRoles, holdsCountingRole, isActive, isExpired } from '../account.ts';
import { defineRule, valueRead } from '../rule.ts';
import { all } from '../truth.ts';

export const expiredButActive = defineRule({
  id: 'expired-but-active',
  severity: 'warn',
  needs: ['status', 'expiryDate', 'roles'],
  found: (fields, context) => all(isActive(fields), isExpired(fields, context), holdsCountingRole(fields, context)),
  tell: (fields, context) => [
    ['message', { ...countingRoles(fields, context), expiryDate: valueRead(fields.expiryDate) ?? '' }],
  ],
});
