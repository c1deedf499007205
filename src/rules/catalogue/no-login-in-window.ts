import { hasNoLoginInWindow, isNamedUser, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const noLoginInWindow = defineRule({
  id: 'no-login-in-window',
  severity: 'warn',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles', 'lastLogin'],
  found: (fields, context) =>
    all(isNamedUser(fields, context), not(isProtectedAccount(fields, context)), hasNoLoginInWindow(fields, context)),
  tell: (_fields, context) => [['message', { count: context.policy.loginWindowDays }]],
});
