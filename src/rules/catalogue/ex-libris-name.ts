import { hasProtectedIdentifier } from '../account.ts';
import { holdsWord } from '../match.ts';
import { defineRule, holds } from '../rule.ts';
import { all, not } from '../truth.ts';

const companyNames = ['Ex Libris', 'ExLibris'];

export const exLibrisName = defineRule({
  id: 'ex-libris-name',
  severity: 'warn',
  needs: ['primaryId', 'name'],
  found: (fields, context) =>
    all(
      holds(fields.name, (name) => holdsWord(name, companyNames)),
      not(hasProtectedIdentifier(fields, context)),
    ),
});
