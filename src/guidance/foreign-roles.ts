import { type UserRecord, unread } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import { roleCounts } from '../rules/roles.ts';

/**
 * The record as far as it is understood on a page in this language (`html[lang]`). Alma translates the names of roles, and no source gives
 * the translations: where not one name or code of the list is known, on a page that is not in English, the roles are unread. Counting
 * them all would make a named user of every patron. A name that the policy leaves out of the count is known.
 */
export function asUnderstood(record: UserRecord, policy: Policy, language: string): UserRecord {
  const { roles } = record;
  const isForeign =
    /^(?!en\b)\w/i.test(language) &&
    roles.state === 'read' &&
    roles.value !== null &&
    roles.value.length > 0 &&
    roles.value.every((role) => roleCounts(role, policy) === 'unknown');
  return isForeign ? { ...record, roles: unread('unparseable') } : record;
}
