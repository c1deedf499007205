import { defineRule, holds, valueRead } from '../rule.ts';
import { all } from '../truth.ts';

export const purgeBeforeExpiry = defineRule({
  id: 'purge-before-expiry',
  severity: 'warn',
  needs: ['purgeDate', 'expiryDate'],
  found({ purgeDate, expiryDate }) {
    const purge = valueRead(purgeDate);
    const expiry = valueRead(expiryDate);
    return all(
      holds(purgeDate, (day) => day !== null),
      holds(expiryDate, (day) => day !== null),
      // With one of the days unread or blank the two questions above have left the answer open or settled it.
      purge && expiry ? purge < expiry : true,
    );
  },
  tell: ({ purgeDate, expiryDate }) => [
    ['message', { purgeDate: valueRead(purgeDate) ?? '', expiryDate: valueRead(expiryDate) ?? '' }],
  ],
});
