import { isInGroup, isProtectedAccount, startsWith } from '../account.ts';
import { defineRule } from '../rule.ts';
import { all, any, not } from '../truth.ts';

export const prefixMissing = defineRule({
  id: 'prefix-missing',
  severity: 'warn',
  needs: ['primaryId', 'name', 'userGroup'],
  evaluate(fields, context) {
    const { institution, otherInstitutions, linkedGroups } = context.policy;
    const prefixes = institution.prefixes.filter((prefix) => prefix.trim() !== '');
    const isAnybodys = [institution, ...otherInstitutions].map((one) => startsWith(fields.primaryId, one.prefixes));
    return {
      found: all(
        prefixes.length > 0,
        not(any(...isAnybodys)),
        not(isInGroup(fields, linkedGroups)),
        not(isProtectedAccount(fields, context)),
      ),
      tell: () => [['message', { prefixes, count: prefixes.length }]],
    };
  },
});
