import { isConsortiumAccount, matchesEntry } from '../account.ts';
import { defineRule } from '../rule.ts';
import { isYes } from '../truth.ts';

export const consortiumAccount = defineRule({
  id: 'consortium-account',
  severity: 'stop',
  needs: ['primaryId', 'name', 'userGroup'],
  found: isConsortiumAccount,
  tell: (fields, { policy }) =>
    policy.protectedAccounts
      .filter((entry) => isYes(matchesEntry(fields, entry)))
      .map(({ label, value, counts }) => [counts ? 'counted' : 'message', { label: label.trim() || value }]),
});
