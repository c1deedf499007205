import { bearsWord, isInternal, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const genericAccount = defineRule({
  id: 'generic-account',
  severity: 'note',
  needs: ['primaryId', 'name', 'userGroup', 'accountType'],
  sources: [
    { document: 'wrlc-named-users', section: 'Generic Accounts' },
    { document: 'carli-best-practice', section: 'generic accounts, not to be used since July 2024' },
    { document: 'duke-roles', section: 'no generic accounts' },
    { document: 'emory-accounts', section: 'no general accounts' },
  ],
  evaluate: (fields, context) => ({
    found: all(
      isInternal(fields),
      bearsWord(fields, context.policy.genericWords),
      not(isProtectedAccount(fields, context)),
    ),
    tell: () => [[context.policy.genericAccounts === 'discourage' ? 'discouraged' : 'message']],
  }),
});
