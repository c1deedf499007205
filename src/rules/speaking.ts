import type { UserRecord } from '../record/index.ts';
import { isProtected } from './judge.ts';
import type { Judgement, Protection, Verdict } from './judgement.ts';
import type { Policy } from './policy.ts';

/** The rules that find an account which nobody at the library may change. */
const protecting: ReadonlySet<string> = new Set([
  'ex-libris-account',
  'rialto-account',
  'leganto-guest-account',
  'consortium-account',
  'alma-administrator-account',
  'pickup-location-account',
]);

/** What these find is right of any record, and worth saying only of one that counts. */
const onlyWhereItCounts: ReadonlySet<string> = new Set(['one-role-decides', 'uncounted-role-with-counted']);

/**
 * The judgement as far as it is to be said to staff: about an account that has to stay as it is nothing but that and whether it counts, for
 * all other advice is about changing it; and nothing about which role decides where none does. What is left out is `clear`.
 */
export const worthSaying = (judgement: Judgement, record: UserRecord, policy: Policy): Judgement =>
  worthSayingOf(judgement, isProtected(record, policy));

/** The same where it is known already whether the account has to stay as it is. */
export function worthSayingOf(judgement: Judgement, protection: Protection): Judgement {
  const isFound = judgement.verdicts.some(({ rule, outcome }) => outcome === 'found' && protecting.has(rule));
  const mustStay = isFound || protection === 'yes';
  const isSaid = ({ rule, outcome, severity }: Verdict): boolean => {
    if (mustStay) return protecting.has(rule) || severity === 'fact' || outcome === 'crashed';
    return !onlyWhereItCounts.has(rule) || judgement.namedUser.answer === 'counts';
  };
  return {
    ...judgement,
    verdicts: judgement.verdicts.map((verdict) =>
      isSaid(verdict) ? verdict : { ...verdict, outcome: 'clear', findings: [], missing: [] },
    ),
  };
}
