import { isAlmaAdministrator } from '../account.ts';
import { defineRule } from '../rule.ts';

export const almaAdministratorAccount = defineRule({
  id: 'alma-administrator-account',
  severity: 'warn',
  needs: ['name'],
  found: isAlmaAdministrator,
});
