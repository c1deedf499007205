import { bearsWord, countingRoles, holdsCountingRole, isInternal, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const setupAccountLeftover = defineRule({
  id: 'setup-account-leftover',
  severity: 'warn',
  needs: ['primaryId', 'name', 'userGroup', 'accountType', 'roles'],
  evaluate: (fields, context) => ({
    found: all(
      isInternal(fields),
      not(isProtectedAccount(fields, context)),
      bearsWord(fields, context, context.policy.setupWords),
      holdsCountingRole(fields, context),
    ),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
