import { defineRule, holds } from '../rule.ts';

export const contactRecord = defineRule({
  id: 'contact-record',
  severity: 'note',
  needs: ['recordType'],
  sources: [
    { document: 'wrlc-named-users', section: 'Types of Alma User Accounts: contact users' },
    { document: 'exl-users', section: 'Record type' },
  ],
  evaluate: ({ recordType }) => holds(recordType, (type) => type === 'CONTACT'),
});
