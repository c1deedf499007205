import { defineRule, holds } from '../rule.ts';

export const contactRecord = defineRule({
  id: 'contact-record',
  severity: 'note',
  needs: ['recordType'],
  found: ({ recordType }) => holds(recordType, (type) => type === 'CONTACT'),
});
