import { rolesThat, someRolesHold } from '../account.ts';
import { type HeldRole, mayBeOneOf, namesOf } from '../roles.ts';
import { defineRule } from '../rule.ts';

const privilegedRoles = ['General System Administrator', 'User Administrator', 'User Manager'];
const isPrivileged = (held: HeldRole): boolean => mayBeOneOf(held, privilegedRoles);

export const privilegedRole = defineRule({
  id: 'privileged-role',
  severity: 'note',
  needs: ['roles'],
  found: (fields, context) => someRolesHold(fields, context, (held) => held.some(isPrivileged)),
  tell: (fields, context) => {
    const roles = namesOf(rolesThat(fields, context, isPrivileged));
    return [['message', { roles, count: roles.length }]];
  },
});
