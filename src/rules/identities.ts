import type { UserRecord } from '../record/index.ts';
import type { Say } from '../texts/index.ts';
import { isProtected, judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import type { Policy } from './policy.ts';

/** The rules that say that nobody at the library may change an account. */
export const protecting: readonly string[] = [
  'ex-libris-account',
  'rialto-account',
  'leganto-guest-account',
  'consortium-account',
  'alma-administrator-account',
  'pickup-location-account',
];

/**
 * Judges a record that is known under several identities: as it stands on screen, and otherwise (as Alma loaded it, as its form stands).
 * An account is protected if it is so under any of them: the first of these is judged, and what protects the others is found as well.
 */
export function judgeUnder(
  record: UserRecord,
  otherwise: readonly UserRecord[],
  policy: Policy,
  today: string,
  say: Say,
): Judgement {
  const [first = record, ...others] = [record, ...otherwise].filter((one) => isProtected(one, policy) === 'yes');
  const judgement = judge(first, policy, today, say);
  const found = others.flatMap((other) =>
    judge(other, policy, today, say).verdicts.filter(
      ({ rule, outcome }) => outcome === 'found' && protecting.includes(rule),
    ),
  );
  const verdicts = judgement.verdicts.map((verdict) =>
    verdict.outcome === 'found' ? verdict : (found.find(({ rule }) => rule === verdict.rule) ?? verdict),
  );
  return { ...judgement, verdicts };
}
