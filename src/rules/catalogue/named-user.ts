import { countingRoles, isNamedUser } from '../account.ts';
import { defineRule } from '../rule.ts';

export const namedUser = defineRule({
  id: 'named-user',
  severity: 'fact',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'],
  sources: [
    { document: 'wrlc-named-users', section: 'Staff Roles Not Counted by Ex Libris' },
    { document: 'carli-identify', section: 'roles that are not counted' },
    { document: 'exl-login-report', section: 'roles that leave a user off the report' },
  ],
  evaluate: (fields, context) => ({
    found: isNamedUser(fields, context),
    tell: () => [['message', countingRoles(fields, context)]],
  }),
});
