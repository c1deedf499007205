import type { Role, UserRecord } from '../record/index.ts';
import { asFarAsCertain, isDoubtfulName } from '../rules/role-doubt.ts';
import { howKnown, patronAmong } from '../rules/roles.ts';
import type { Context } from '../rules/rule.ts';

export type JudgingContext = Pick<Context, 'policy' | 'today'>;

/**
 * Makes the function that says of which roles on a page nobody knows what they are, among all that stand there: Alma translates the names
 * of roles, and sources give only some of the translations. A name that nobody knows may be that of Patron on a page in another language,
 * by `html[lang]` or because another role there is known by a translation; and on any page where its words or its letters are not English.
 */
export function doubtOn(
  language: string,
  roles: readonly Role[],
  policy: JudgingContext['policy'],
): (role: Role) => boolean {
  const isForeign = /^(?!en\b)\w/i.test(language) || roles.some((role) => howKnown(role, policy) === 'translated');
  return (role) => howKnown(role, policy) === 'unknown' && isDoubtfulName(role.name, isForeign);
}

/** Whether one of the roles on a page is Patron; `perhaps` where nobody knows what its name means. */
export function patronOn(
  language: string,
  role: Role,
  roles: readonly Role[],
  policy: JudgingContext['policy'],
): 'yes' | 'no' | 'perhaps' {
  const isPatron = patronAmong(role, policy);
  return isPatron === 'no' && doubtOn(language, roles, policy)(role) ? 'perhaps' : isPatron;
}

/**
 * The record as far as it is understood on a page in this language (`html[lang]`). Where no role that is known decides, the roles are then
 * unread: counting those in doubt would make a named user of every patron, leaving them out a wrong "all fine".
 */
export function asUnderstood(record: UserRecord, context: JudgingContext, language: string): UserRecord {
  const seen = record.roles.state === 'read' ? record.roles.value : (record.rolesSeen?.roles ?? []);
  return asFarAsCertain(record, context, doubtOn(language, seen, context.policy));
}
