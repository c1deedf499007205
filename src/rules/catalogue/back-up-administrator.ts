import { isListedBackup, rolesThat, someRolesHold } from '../account.ts';
import { type HeldRole, mayBeOneOf, namesOf } from '../roles.ts';
import { defineRule, holds } from '../rule.ts';
import { all, any, isYes } from '../truth.ts';

const administrators = ['General System Administrator', 'User Administrator'];
const isAdministrator = (held: HeldRole): boolean => mayBeOneOf(held, administrators);

export const backUpAdministrator = defineRule({
  id: 'back-up-administrator',
  severity: 'warn',
  needs: ['primaryId', 'accountType', 'roles'],
  found: (fields, context) =>
    any(
      isListedBackup(fields, context),
      all(
        // An internal account whose password is kept elsewhere cannot log in either while single sign-on is down.
        holds(fields.accountType, (type) => type === 'INTERNAL'),
        someRolesHold(fields, context, (held) => held.some(isAdministrator)),
      ),
    ),
  tell: (fields, context) =>
    isYes(isListedBackup(fields, context))
      ? [['listed']]
      : [['message', { roles: namesOf(rolesThat(fields, context, isAdministrator)) }]],
});
