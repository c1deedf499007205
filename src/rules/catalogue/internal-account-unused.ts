import { hasNoLoginInWindow, isActive, isExpired, isInternal, isListedBackup, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, any, isYes, not } from '../truth.ts';

export const internalAccountUnused = defineRule({
  id: 'internal-account-unused',
  severity: 'note',
  needs: ['primaryId', 'name', 'userGroup', 'accountType', 'status', 'expiryDate', 'lastLogin'],
  found: (fields, context) =>
    all(
      isInternal(fields),
      isActive(fields),
      not(isProtectedAccount(fields, context)),
      not(isListedBackup(fields, context)),
      any(isExpired(fields, context), hasNoLoginInWindow(fields, context)),
    ),
  tell: (fields, context) => [
    isYes(isExpired(fields, context)) ? ['expired'] : ['message', { count: context.policy.loginWindowDays }],
  ],
});
