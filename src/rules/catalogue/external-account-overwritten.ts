import { defineRule, holds } from '../rule.ts';

export const externalAccountOverwritten = defineRule({
  id: 'external-account-overwritten',
  severity: 'note',
  needs: ['accountType'],
  sources: [
    { document: 'wrlc-named-users', section: 'Types of Alma User Accounts' },
    { document: 'noaa-introduction', section: 'User Account Types (Internal, External)' },
    { document: 'noaa-deactivating', section: 'what Inactive and Expired stop' },
    { document: 'exl-user-schema', section: 'user_role: loads never touch roles' },
  ],
  evaluate: ({ accountType }) => holds(accountType, (type) => type === 'EXTERNAL'),
});
