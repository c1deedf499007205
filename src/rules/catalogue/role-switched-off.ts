import { rolesThat, someRolesHold } from '../account.ts';
import { type HeldRole, namesOf } from '../roles.ts';
import { defineRule } from '../rule.ts';

const isSwitchedOff = (held: HeldRole): boolean => held.listed !== 'no' && held.switchedOff;

export const roleSwitchedOff = defineRule({
  id: 'role-switched-off',
  severity: 'note',
  needs: ['roles'],
  found: (fields, context) => someRolesHold(fields, context, (held) => held.some(isSwitchedOff)),
  tell: (fields, context) => {
    const roles = namesOf(rolesThat(fields, context, isSwitchedOff));
    return [[context.policy.inactiveRolesCount ? 'message' : 'not_counted', { roles, count: roles.length }]];
  },
});
