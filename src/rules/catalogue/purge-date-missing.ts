import { isExpired } from '../account.ts';
import { defineRule, holds } from '../rule.ts';
import { all, any } from '../truth.ts';

export const purgeDateMissing = defineRule({
  id: 'purge-date-missing',
  severity: 'note',
  needs: ['status', 'expiryDate', 'purgeDate'],
  found: (fields, context) =>
    all(
      holds(fields.purgeDate, (day) => day === null),
      any(
        holds(fields.status, (status) => status === 'INACTIVE'),
        isExpired(fields, context),
      ),
    ),
});
