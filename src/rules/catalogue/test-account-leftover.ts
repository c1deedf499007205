import { bearsWord, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const testAccountLeftover = defineRule({
  id: 'test-account-leftover',
  severity: 'note',
  needs: ['primaryId', 'name', 'userGroup'],
  sources: [
    { document: 'wrlc-named-users', section: 'Internal Accounts: accounts for testing' },
    { document: 'carli-deactivate', section: 'test accounts' },
    { document: 'carli-best-practice', section: 'testing in a sandbox' },
  ],
  evaluate: (fields, context) =>
    all(bearsWord(fields, context.policy.testWords), not(isProtectedAccount(fields, context))),
});
