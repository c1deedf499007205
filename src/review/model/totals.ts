import type { Day } from '../../record/index.ts';
import type { Policy } from '../../rules/policy.ts';
import { roleLists } from '../../rules/standards/role-lists.ts';
import { unreadLines } from '../../sheets/types.ts';
import { type Totals, totalsFormat, totalsVersion } from '../../totals/index.ts';
import { figuresOf, namedUsersAfter } from './figures.ts';
import { countingUnder } from './reconcile.ts';
import type { Decision, FigureName, Joined, Person } from './types.ts';

/** What the totals are drawn from: all that the page's own figures are drawn from. */
export interface TotalsSource {
  readonly people: readonly Person[];
  readonly joined: Pick<Joined, 'files' | 'unreadRows'>;
  readonly policy: Policy;
  readonly decisions: ReadonlyMap<string, Decision>;
}

/**
 * How many people at least the review's files do not show, though they are known to be somewhere: on the other pages of an answer, behind
 * the end of a file that breaks off, in a record that could not be read.
 */
export function missingPeople({
  people,
  joined: { files, unreadRows },
}: Pick<TotalsSource, 'people' | 'joined'>): number {
  // One that stands on a page of many is among those that the page does not show.
  const onPages = new Set(files.flatMap(({ name, open }) => (open?.total === undefined ? [] : name)));
  const records = unreadLines(
    unreadRows.filter(({ record, used, file }) => record && used === 'no' && !onPages.has(file)),
  );
  const totals = new Set(files.flatMap(({ open }) => open?.total ?? []));
  const pages = [...totals].map((total) => {
    const group = new Set(files.flatMap((file, at) => (file.open?.total === total ? [at] : [])));
    return total - people.filter((person) => person.files.some((at) => group.has(at))).length;
  });
  // A file that breaks off lists the record in which it does; an answer that is not finished lists nothing.
  const hasOther = files.some(({ open }) => open && open.total === undefined);
  const known = pages.reduce((sum, missing) => sum + Math.max(1, missing), 0) + records;
  return hasOther ? Math.max(1, known) : known;
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
