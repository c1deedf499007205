import { hasNoLoginInWindow, isActive, isExpired, isInternal, isListedBackup, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, any, isYes, not } from '../truth.ts';

export const internalAccountUnused = defineRule({
  id: 'internal-account-unused',
  severity: 'note',
  needs: ['primaryId', 'name', 'userGroup', 'accountType', 'status', 'expiryDate', 'lastLogin'],
  evaluate(fields, context) {
    const expired = isExpired(fields, context);
    return {
      found: all(
        isInternal(fields),
        isActive(fields),
        not(isProtectedAccount(fields, context)),
        not(isListedBackup(fields, context)),
        any(expired, hasNoLoginInWindow(fields, context)),
      ),
      tell: () => [isYes(expired) ? ['expired'] : ['message', { count: context.policy.loginWindowDays }]],
    };
  },
});
