import { type UserRecord, unread } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import { isKnownRole, roleCounts } from '../rules/roles.ts';

/**
 * The record as far as it is understood on a page in this language (`html[lang]`). Alma translates the names of roles, and sources
 * give only some of the translations: on a page that is not in English a name that nobody knows may be that of Patron. Where no role that
 * is known decides, the roles are then unread: counting them would make a named user of every patron, leaving them out a wrong "all fine".
 */
export function asUnderstood(record: UserRecord, policy: Policy, language: string): UserRecord {
  const { roles, rolesSeen, ...others } = record;
  const seen = roles.state === 'read' ? roles.value : rolesSeen?.roles;
  if (!/^(?!en\b)\w/i.test(language) || !seen) return record;
  const someAreUnknown = seen.some((role) => !isKnownRole(role, policy));
  const oneDecides = seen.some((role) => isKnownRole(role, policy) && roleCounts(role, policy) !== 'no');
  return someAreUnknown && !oneDecides ? { ...others, roles: unread('unparseable') } : record;
}
