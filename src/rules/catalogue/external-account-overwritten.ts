import { defineRule, holds } from '../rule.ts';

export const externalAccountOverwritten = defineRule({
  id: 'external-account-overwritten',
  severity: 'note',
  needs: ['accountType'],
  found: ({ accountType }) => holds(accountType, (type) => type === 'EXTERNAL'),
});
