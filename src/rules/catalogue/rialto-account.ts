import { rialtoPrefixes, startsWith } from '../account.ts';
import { defineRule } from '../rule.ts';

export const rialtoAccount = defineRule({
  id: 'rialto-account',
  severity: 'stop',
  needs: ['primaryId'],
  found: ({ primaryId }) => startsWith(primaryId, rialtoPrefixes),
});
