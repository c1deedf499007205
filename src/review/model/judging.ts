import type { Day } from '../../record/index.ts';
import { isProtected, judge, ruleCatalogue } from '../../rules/judge.ts';
import type { NamedUserAnswer } from '../../rules/judgement.ts';
import type { Policy, RuleSetting } from '../../rules/policy.ts';
import { roleLists } from '../../rules/standards/role-lists.ts';
import { suggestionFor } from './suggestions.ts';
import type { JoinedPerson, Person } from './types.ts';

/** Finished messages are of no use here: the page asks again, in the reader's language, for the one person it shows. */
const silent = (key: string) => key;

/** These two rules also settle who is protected, so they keep the policy's setting where only the answer is wanted. */
const rulesThatProtect = new Set(['alma-administrator-account', 'pickup-location-account']);

/** A policy under which only the named-user answer is worked out: five authorities are asked for every person. */
function answerOnly(policy: Policy, roleList: string): Policy {
  const off: Record<string, RuleSetting> = { ...policy.rules };
  for (const { id } of ruleCatalogue) if (!rulesThatProtect.has(id)) off[id] = 'off';
  return { ...policy, roleList, rules: off };
}

/**
 * Makes the function that judges a joined person by the very rules of the record page: the answer under the policy in force
 * and under each shipped authority, the rules that found something, and what the rules suggest to decide.
 */
export function createJudging(policy: Policy, today: Day): (joined: JoinedPerson) => Person {
  const lists = Object.keys(roleLists);
  const others = lists.map((list) => [list, answerOnly(policy, list)] as const);
  return (joined) => {
    const { namedUser, verdicts } = judge(joined.record, policy, today, silent);
    const answers: Record<string, NamedUserAnswer> = {};
    for (const [list, under] of others) {
      answers[list] =
        list === policy.roleList && policy.extraUncountedRoles.length === 0
          ? namedUser.answer
          : judge(joined.record, { ...under, extraUncountedRoles: [] }, today, silent).namedUser.answer;
    }
    const person: Person = {
      ...joined,
      answer: namedUser.answer,
      deciding: namedUser.deciding,
      missing: namedUser.missing,
      answers,
      protected: isProtected(joined.record, policy) === 'yes',
      found: verdicts.filter(({ outcome }) => outcome === 'found').map(({ rule, severity }) => ({ rule, severity })),
      cannotTell: verdicts
        .filter(({ outcome }) => outcome === 'cannot-tell' || outcome === 'crashed')
        .map(({ rule }) => rule),
    };
    const suggestion = suggestionFor(person);
    return suggestion ? { ...person, suggestion } : person;
  };
}
