import { defineRule, holds } from '../rule.ts';

export const contactRecord = defineRule({
  id: 'contact-record',
  severity: 'note',
  needs: ['recordType'],
  evaluate: ({ recordType }) => holds(recordType, (type) => type === 'CONTACT'),
});
