import { rialtoPrefix, startsWith } from '../account.ts';
import { defineRule } from '../rule.ts';

export const rialtoAccount = defineRule({
  id: 'rialto-account',
  severity: 'stop',
  needs: ['primaryId'],
  evaluate: ({ primaryId }) => startsWith(primaryId, [rialtoPrefix]),
});
