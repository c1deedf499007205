import { rialtoPrefix, startsWith } from '../account.ts';
import { defineRule } from '../rule.ts';

export const rialtoAccount = defineRule({
  id: 'rialto-account',
  severity: 'stop',
  needs: ['primaryId'],
  sources: [
    { document: 'wrlc-named-users', section: 'Do Not Deactivate, Edit, Delete or Purge' },
    { document: 'carli-deactivate', section: 'accounts not to deactivate' },
  ],
  evaluate: ({ primaryId }) => startsWith(primaryId, [rialtoPrefix]),
});
