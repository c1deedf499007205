import { isAlmaAdministrator } from '../account.ts';
import { defineRule } from '../rule.ts';

export const almaAdministratorAccount = defineRule({
  id: 'alma-administrator-account',
  severity: 'warn',
  needs: ['name'],
  evaluate: (fields, context) => isAlmaAdministrator(fields, context),
});
