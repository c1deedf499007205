import { bearsWord, isProtectedAccount } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const testAccountLeftover = defineRule({
  id: 'test-account-leftover',
  severity: 'note',
  needs: ['primaryId', 'name', 'userGroup'],
  found: (fields, context) =>
    all(bearsWord(fields, context, context.policy.testWords), not(isProtectedAccount(fields, context))),
});
