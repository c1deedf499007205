import { legantoGuest } from '../account.ts';
import { same } from '../match.ts';
import { defineRule, holds } from '../rule.ts';

export const legantoGuestAccount = defineRule({
  id: 'leganto-guest-account',
  severity: 'stop',
  needs: ['primaryId'],
  found: ({ primaryId }) => holds(primaryId, (id) => same(id, legantoGuest)),
});
