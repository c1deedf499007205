import { isAlmaAdministrator } from '../account.ts';
import { defineRule } from '../rule.ts';

export const almaAdministratorAccount = defineRule({
  id: 'alma-administrator-account',
  severity: 'warn',
  needs: ['name'],
  sources: [{ document: 'carli-deactivate', section: 'accounts not to deactivate: the user named Alma Administrator' }],
  evaluate: (fields) => isAlmaAdministrator(fields),
});
