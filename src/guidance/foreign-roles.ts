import type { UserRecord } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import { asFarAsCertain } from '../rules/role-doubt.ts';
import { isKnownRole } from '../rules/roles.ts';
import { mayBePatron } from '../rules/standards/roles.ts';

/**
 * The record as far as it is understood on a page in this language (`html[lang]`). Alma translates the names of roles, and sources
 * give only some of the translations: on a page that is not in English a name that nobody knows may be that of Patron, and so may one
 * on any page that is a word for whoever borrows. Where no role that is known decides, the roles are then unread: counting them would make a named
 * user of every patron, leaving them out a wrong "all fine".
 */
export function asUnderstood(record: UserRecord, policy: Policy, language: string): UserRecord {
  const isForeign = /^(?!en\b)\w/i.test(language);
  return asFarAsCertain(record, policy, (role) => !isKnownRole(role, policy) && (isForeign || mayBePatron(role.name)));
}
