import type { Day } from '../../record/index.ts';
import type { Policy } from '../../rules/policy.ts';
import { roleLists } from '../../rules/standards/role-lists.ts';
import { type Totals, totalsFormat, totalsVersion } from '../../totals/index.ts';
import { figuresOf, namedUsersAfter } from './figures.ts';
import { missingPeople } from './open-files.ts';
import { countingUnder } from './reconcile.ts';
import type { Decision, FigureName, Joined, Person } from './types.ts';

/** What the totals are drawn from: all that the page's own figures are drawn from. */
export interface TotalsSource {
  readonly people: readonly Person[];
  readonly joined: Pick<Joined, 'files' | 'unreadRows'>;
  readonly policy: Policy;
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** The figures of the review for a consortium, with no person in them. `institution`: its name; `date`: the day for which they hold. */
export function totalsOf(
  { people, joined, policy, decisions }: TotalsSource,
  { institution, date }: Pick<Totals, 'institution' | 'date'>,
): Totals {
  const figures = new Map(figuresOf(people, joined, policy, decisions).map(({ name, value }) => [name, value]));
  const figure = (name: FigureName) => figures.get(name) ?? null;
  return {
    format: totalsFormat,
    version: totalsVersion,
    institution,
    date,
    policy: { name: policy.name, roleList: policy.roleList },
    limit: figure('limit'),
    figures: {
      reportRows: figure('report-rows'),
      reportRowsWithoutExl: figure('report-rows-without-exl'),
      namedUsers: figure('named-users') ?? 0,
      // Nobody can tell of those either: without them a number that is not whole would look as if it were.
      cannotTell: people.filter(({ answer }) => answer === 'cannot-tell').length + missingPeople({ people, joined }),
      protected: figure('protected') ?? 0,
      afterDecisions: namedUsersAfter(people, decisions),
    },
    byRoleList: Object.fromEntries(Object.keys(roleLists).map((list) => [list, countingUnder(people, list).length])),
  };
}

/** The newest day that one of the review's files shows; `undefined` where no file says. */
export const newestDayIn = ({ files }: Pick<Joined, 'files'>): Day | undefined =>
  files
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
