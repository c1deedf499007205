import { isInGroup, isProtectedAccount, othersIn, startsWith } from '../account.ts';
import { startsWithOneOf } from '../match.ts';
import { defineRule, valueRead } from '../rule.ts';
import { all, any, not } from '../truth.ts';

export const prefixOfAnotherInstitution = defineRule({
  id: 'prefix-of-another-institution',
  severity: 'warn',
  needs: ['primaryId', 'name', 'userGroup'],
  found(fields, context) {
    const { institution, linkedGroups } = context.policy;
    return all(
      any(...othersIn(context.policy).map(({ prefixes }) => startsWith(fields.primaryId, prefixes))),
      not(startsWith(fields.primaryId, institution.prefixes)),
      not(isInGroup(fields, linkedGroups)),
      not(isProtectedAccount(fields, context)),
    );
  },
  tell(fields, { policy }) {
    const id = valueRead(fields.primaryId) ?? '';
    const owners = othersIn(policy).filter(({ prefixes }) => startsWithOneOf(id, prefixes));
    return [['message', { institution: owners.map(({ name }) => name) }]];
  },
});
