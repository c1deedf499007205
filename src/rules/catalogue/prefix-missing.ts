import { isInGroup, isProtectedAccount, startsWith } from '../account.ts';
import { type Context, defineRule } from '../rule.ts';
import { all, any, not } from '../truth.ts';

const ownPrefixes = ({ policy }: Context): string[] =>
  policy.institution.prefixes.filter((prefix) => prefix.trim() !== '');

export const prefixMissing = defineRule({
  id: 'prefix-missing',
  severity: 'warn',
  needs: ['primaryId', 'name', 'userGroup'],
  found(fields, context) {
    const { institution, otherInstitutions, linkedGroups } = context.policy;
    const isAnybodys = [institution, ...otherInstitutions].map((one) => startsWith(fields.primaryId, one.prefixes));
    return all(
      ownPrefixes(context).length > 0,
      not(any(...isAnybodys)),
      not(isInGroup(fields, linkedGroups)),
      not(isProtectedAccount(fields, context)),
    );
  },
  tell(_fields, context) {
    const prefixes = ownPrefixes(context);
    return [['message', { prefixes, count: prefixes.length }]];
  },
});
