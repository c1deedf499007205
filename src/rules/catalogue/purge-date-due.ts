import { defineRule, holds, valueRead } from '../rule.ts';

export const purgeDateDue = defineRule({
  id: 'purge-date-due',
  severity: 'warn',
  needs: ['purgeDate'],
  evaluate: ({ purgeDate }, context) => ({
    found: holds(purgeDate, (day) => day !== null && day <= context.today),
    tell: () => [['message', { purgeDate: valueRead(purgeDate) ?? '' }]],
  }),
});
