import { isConsortiumAccount, matchesEntry } from '../account.ts';
import { defineRule } from '../rule.ts';
import { isYes } from '../truth.ts';

export const consortiumAccount = defineRule({
  id: 'consortium-account',
  severity: 'stop',
  needs: ['primaryId', 'name', 'userGroup'],
  evaluate(fields, context) {
    return {
      found: isConsortiumAccount(fields, context),
      tell: () =>
        context.policy.protectedAccounts
          .filter((entry) => isYes(matchesEntry(fields, entry)))
          .map(({ label, value, counts }) => [counts ? 'counted' : 'message', { label: label.trim() || value }]),
    };
  },
});
