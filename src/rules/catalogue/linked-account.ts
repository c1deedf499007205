import { isInGroup } from '../account.ts';
import { defineRule } from '../rule.ts';

export const linkedAccount = defineRule({
  id: 'linked-account',
  severity: 'warn',
  needs: ['userGroup'],
  sources: [
    { document: 'wrlc-linked', section: 'user group "wrlc user"' },
    { document: 'carli-purge', section: 'user group I-Share' },
  ],
  evaluate: (fields, { policy }) => isInGroup(fields, policy.linkedGroups),
});
