import { say } from '../platform/say.ts';
import { roleListOf, roleLists } from '../rules/standards/role-lists.ts';
import type { Say } from '../texts/index.ts';
import type { Member, Remark, RollUp, Standing } from '../totals/index.ts';

/** The name of a role list; one that this version does not know has none. */
export const roleListName = (id: string): string =>
  Object.hasOwn(roleLists, id) ? say(roleListOf(id).label) : say('rollup_list_unknown');

/** What is to be known beside a member's number; `words`: those of the page, or those of a file. */
export const remarkWords = ({ key, values }: Remark, { newest }: Member, words: Say = say): string =>
  words(key, { ...values, list: roleListName(newest.policy.roleList) });

/** By how much all together may be over the limit, with those of whom it cannot be told; nothing where that does not matter. */
export function openWords(
  { sums: { limit, namedUsers, cannotTell } }: RollUp,
  { key, words }: { key: string; words: Say } = { key: 'rollup_sum_over_limit_open', words: say },
): string[] {
  const most = namedUsers + cannotTell - (limit ?? Number.POSITIVE_INFINITY);
  return cannotTell > 0 && most > 0 ? [words(key, { count: cannotTell, most })] : [];
}

/** How a number stands against a limit, in words. */
export function standingWords(standing: Standing): string {
  if (standing.verdict === 'no-limit') return say('rollup_standing_no_limit');
  return say(`rollup_standing_${standing.verdict}`, { count: standing.count });
}
