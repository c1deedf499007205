import { bearsWord, isInternal, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const genericAccount = defineRule({
  id: 'generic-account',
  severity: 'note',
  needs: ['primaryId', 'name', 'userGroup', 'accountType'],
  found: (fields, context) =>
    all(
      isInternal(fields),
      bearsWord(fields, context, context.policy.genericWords),
      not(isProtectedAccount(fields, context)),
    ),
  tell: (_fields, context) => [[context.policy.genericAccounts === 'discourage' ? 'discouraged' : 'message']],
});
