import { isNamedUser, rolesThat } from '../account.ts';
import { namesOf } from '../roles.ts';
import { defineRule } from '../rule.ts';

export const namedUser = defineRule({
  id: 'named-user',
  severity: 'fact',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'],
  sources: [
    { document: 'wrlc-named-users', section: 'Staff Roles Not Counted by Ex Libris' },
    { document: 'carli-identify', section: 'Roles that are not counted' },
  ],
  evaluate(fields, context) {
    return {
      found: isNamedUser(fields, context),
      tell: () => {
        const names = namesOf(rolesThat(fields, context, (held) => held.counts));
        return [['message', { roles: names, count: names.length }]];
      },
    };
  },
});
