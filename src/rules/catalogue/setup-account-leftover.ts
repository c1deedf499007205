import { bearsWord, countingRoles, holdsCountingRole, isInternal, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const setupAccountLeftover = defineRule({
  id: 'setup-account-leftover',
  severity: 'warn',
  needs: ['primaryId', 'name', 'userGroup', 'accountType', 'roles'],
  found: (fields, context) =>
    all(
      isInternal(fields),
      not(isProtectedAccount(fields, context)),
      bearsWord(fields, context, context.policy.setupWords),
      holdsCountingRole(fields, context),
    ),
  tell: (fields, context) => [['message', countingRoles(fields, context)]],
});
