import { isInGroup, isProtectedAccount, startsWith } from '../account.ts';
import { startsWithOneOf } from '../match.ts';
import { defineRule, valueRead } from '../rule.ts';
import { all, any, not } from '../truth.ts';

export const prefixOfAnotherInstitution = defineRule({
  id: 'prefix-of-another-institution',
  severity: 'warn',
  needs: ['primaryId', 'name', 'userGroup'],
  evaluate(fields, context) {
    const { institution, otherInstitutions, linkedGroups } = context.policy;
    const isOthers = otherInstitutions.map(({ prefixes }) => startsWith(fields.primaryId, prefixes));
    return {
      found: all(
        any(...isOthers),
        not(startsWith(fields.primaryId, institution.prefixes)),
        not(isInGroup(fields, linkedGroups)),
        not(isProtectedAccount(fields, context)),
      ),
      tell: () => {
        const id = valueRead(fields.primaryId) ?? '';
        const owners = otherInstitutions.filter(({ prefixes }) => startsWithOneOf(id, prefixes));
        return [['message', { institution: owners.map(({ name }) => name) }]];
      },
    };
  },
});
