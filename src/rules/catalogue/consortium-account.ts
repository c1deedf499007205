import { isConsortiumAccount, matchesEntry } from '../account.ts';
import { defineRule } from '../rule.ts';
import { isYes } from '../truth.ts';

export const consortiumAccount = defineRule({
  id: 'consortium-account',
  severity: 'stop',
  needs: ['primaryId', 'name', 'userGroup'],
  sources: [
    { document: 'wrlc-named-users', section: 'Do Not Deactivate, Edit, Delete or Purge: central staff' },
    { document: 'carli-deactivate', section: 'accounts not to deactivate' },
    { document: 'carli-faq', section: 'office staff within the cap' },
  ],
  evaluate(fields, { policy }) {
    return {
      found: isConsortiumAccount(fields, policy.protectedAccounts),
      tell: () =>
        policy.protectedAccounts
          .filter((entry) => isYes(matchesEntry(fields, entry)))
          .map(({ label, value, counts }) => [counts ? 'counted' : 'message', { label: label.trim() || value }]),
    };
  },
});
