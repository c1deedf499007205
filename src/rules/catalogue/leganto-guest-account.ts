import { legantoGuest } from '../account.ts';
import { same } from '../match.ts';
import { defineRule, holds } from '../rule.ts';

export const legantoGuestAccount = defineRule({
  id: 'leganto-guest-account',
  severity: 'stop',
  needs: ['primaryId'],
  sources: [
    { document: 'wrlc-named-users', section: 'Do Not Deactivate, Edit, Delete or Purge' },
    { document: 'carli-deactivate', section: 'accounts not to deactivate' },
  ],
  evaluate: ({ primaryId }) => holds(primaryId, (id) => same(id, legantoGuest)),
});
