import type { Day } from '../../record/index.ts';
import { judgeFurther } from '../../rules/judge.ts';
import { roleNameKey } from '../../rules/match.ts';
import type { Policy } from '../../rules/policy.ts';
import { asFarAsCertain } from '../../rules/role-doubt.ts';
import { worthSayingOf } from '../../rules/speaking.ts';
import { isAdministratorRole } from './decisions.ts';
import { noDoubts, type RoleDoubts } from './role-doubts.ts';
import { suggestionFor } from './suggestions.ts';
import type { Found, JoinedPerson, Person } from './types.ts';

/** Finished messages are of no use here: the page asks again, in the reader's language, for the one person it shows. */
const silent = (key: string) => key;

/** The names for which the roles of a record are unread, though the files have them. */
function namesInDoubt({ record: { roles } }: JoinedPerson, { record }: Pick<JoinedPerson, 'record'>): string[] {
  if (roles.state !== 'read' || record.roles.state === 'read') return [];
  const certain = record.rolesSeen?.roles ?? [];
  return [...new Set(roles.value.filter((role) => !certain.includes(role)).map(({ name }) => name))];
}

/**
 * Makes the function that judges a joined person by the very rules of the record page: the answer under the policy in force
 * and under each shipped authority, the rules that found something, and what the rules suggest to decide. Roles whose names are in
 * doubt (`roleDoubts`) are unread, unless another role decides under the policy; under each authority, what is certain there.
 */
export function createJudging(
  policy: Policy,
  today: Day,
  { isInDoubt }: RoleDoubts = noDoubts,
): (joined: JoinedPerson) => Person {
  const administrators = new Set(
    policy.roleNames.filter(({ role }) => isAdministratorRole(role)).map(({ name }) => roleNameKey(name)),
  );
  const isAdministratorHere = ({ roles }: JoinedPerson['record']): boolean =>
    administrators.size > 0 &&
    roles.state === 'read' &&
    roles.value.some(({ name }) => administrators.has(roleNameKey(name)));
  // One object for each kind of finding: thousands of people share a few dozen, and messages keep what is shared.
  const findings = new Map<string, Found>();
  const finding = ({ rule, severity }: Found): Found => {
    const known = findings.get(rule) ?? { rule, severity };
    findings.set(rule, known);
    return known;
  };
  return (joined) => {
    const record = asFarAsCertain(joined.record, { policy, today }, isInDoubt);
    const rolesInDoubt = namesInDoubt(joined, { record });
    const { judgement, protection, answers } = judgeFurther(record, policy, today, silent);
    const { namedUser, verdicts } = worthSayingOf(judgement, protection);
    const person: Person = {
      ...joined,
      record,
      ...(rolesInDoubt.length > 0 ? { rolesInDoubt } : {}),
      ...(isAdministratorHere(record) ? { administrator: true } : {}),
      answer: namedUser.answer,
      deciding: namedUser.deciding,
      missing: namedUser.missing,
      answers,
      protected: protection === 'yes',
      found: verdicts.filter(({ outcome }) => outcome === 'found').map(finding),
      cannotTell: verdicts
        .filter(({ outcome }) => outcome === 'cannot-tell' || outcome === 'crashed')
        .map(({ rule }) => rule),
    };
    const suggestion = suggestionFor(person);
    return suggestion ? { ...person, suggestion } : person;
  };
}
