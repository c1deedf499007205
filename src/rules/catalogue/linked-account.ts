import { isInGroup } from '../account.ts';
import { defineRule } from '../rule.ts';

export const linkedAccount = defineRule({
  id: 'linked-account',
  severity: 'warn',
  needs: ['userGroup'],
  found: (fields, { policy }) => isInGroup(fields, policy.linkedGroups),
});
