import { isInGroup, isProtectedAccount, startsWith } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, not } from '../truth.ts';

export const prefixMissing = defineRule({
  id: 'prefix-missing',
  severity: 'warn',
  needs: ['primaryId', 'name', 'userGroup'],
  evaluate(fields, context) {
    const { institution, otherInstitutions, linkedGroups } = context.policy;
    const prefixes = institution.prefixes.filter((prefix) => prefix.trim() !== '');
    const allPrefixes = [...prefixes, ...otherInstitutions.flatMap((other) => other.prefixes)];
    return {
      found: all(
        prefixes.length > 0,
        not(startsWith(fields.primaryId, allPrefixes)),
        not(isInGroup(fields, linkedGroups)),
        not(isProtectedAccount(fields, context)),
      ),
      tell: () => [['message', { prefixes, count: prefixes.length }]],
    };
  },
});
