import { defineRule, holds, valueRead } from '../rule.ts';

export const purgeDateDue = defineRule({
  id: 'purge-date-due',
  severity: 'warn',
  needs: ['purgeDate'],
  found: ({ purgeDate }, context) => holds(purgeDate, (day) => day !== null && day <= context.today),
  tell: ({ purgeDate }) => [['message', { purgeDate: valueRead(purgeDate) ?? '' }]],
});
