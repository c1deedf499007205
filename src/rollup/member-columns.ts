import type { Member } from '../totals/index.ts';

export const columns = ['member', 'named', 'own', 'cannot-tell', 'limit', 'standing', 'date', 'policy'] as const;
export type Column = (typeof columns)[number];

/** How far over the limit; below it, the less room the more. Without a limit last. */
function pressing({ newest: { figures, limit } }: Member): number {
  return limit === null ? Number.POSITIVE_INFINITY : limit - figures.namedUsers;
}

const values: Readonly<Record<Exclude<Column, 'member'>, (member: Member) => number | string>> = {
  named: ({ named }) => -(named ?? -1),
  own: ({ newest }) => -newest.figures.namedUsers,
  'cannot-tell': ({ newest }) => -newest.figures.cannotTell,
  limit: ({ newest }) => -(newest.limit ?? -1),
  standing: pressing,
  date: ({ newest }) => newest.date,
  policy: ({ newest }) => newest.policy.name,
};

/** Members in the order of a column: by name, the largest number first, the oldest day first, whoever is most over first. `down`: the other way round. */
export function sortedMembers(members: readonly Member[], column: Column, down: boolean): readonly Member[] {
  const collator = new Intl.Collator();
  const byName = (a: Member, b: Member) => collator.compare(a.newest.institution, b.newest.institution);
  const compare = (a: Member, b: Member) => {
    if (column === 'member') return byName(a, b);
    const [one, other] = [values[column](a), values[column](b)];
    if (typeof one === 'string') return collator.compare(one, String(other)) || byName(a, b);
    return one === other ? byName(a, b) : one - Number(other);
  };
  const sorted = [...members].sort(compare);
  return down ? sorted.reverse() : sorted;
}
