import { type Day, daysBetween, fold } from '../record/index.ts';
import type { Remark } from './parse-totals.ts';
import { type Totals, totalsText } from './totals.ts';

/** What a consortium goes by: its own policy's role list and limit, and the members that it expects. */
export interface RollUpTerms {
  readonly roleList: string;
  readonly limit: number | null;
  readonly expected: readonly string[];
  readonly today: Day;
}

/** How a number of named users stands against a limit. `open`: nobody can tell, since the number may be higher. */
export type Standing =
  | { readonly verdict: 'over' | 'under' | 'open'; readonly count: number }
  | { readonly verdict: 'no-limit' };

/** One institution: its newest figures, what they were before, and what is to be known beside the number. */
export interface Member {
  /** The institution's name as a person sees it, without case and spaces: two unlike names are two members. */
  readonly key: string;
  readonly newest: Totals;
  /** Earlier ones first, one a day, the newest last. */
  readonly course: readonly Totals[];
  /** Named users under the consortium's role list; `undefined` where the file does not say. */
  readonly named: number | undefined;
  /** Against the member's own limit, under its own policy. */
  readonly standing: Standing;
  readonly remarks: readonly Remark[];
}

/** All members' newest figures of a calendar year, added. */
export interface YearOfAll {
  readonly year: string;
  readonly named: number;
  /** Of so many members. */
  readonly members: number;
}

export interface RollUp {
  /** By name. */
  readonly members: readonly Member[];
  /** Expected, and nothing was given. */
  readonly missing: readonly string[];
  readonly sums: {
    readonly members: number;
    readonly namedUsers: number;
    readonly cannotTell: number;
    readonly limit: number | undefined;
    readonly overLimit: number | undefined;
  };
  /** Members whose number under the consortium's role list is not known, and in no sum. */
  readonly withoutNumber: number;
  readonly memberLimits: { readonly sum: number; readonly without: number };
  readonly standing: Standing;
  readonly years: readonly YearOfAll[];
}

/** Figures this much older than the newest ones are said to be. */
export const daysThatDoNotCompare = 183;

const remark = (key: string, values: Remark['values'] = {}): Remark => ({ key: `rollup_remark_${key}`, values });
const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0);

/** Named users under a role list; `undefined` where the file does not say. */
export const namedUnder = ({ byRoleList }: Totals, roleList: string): number | undefined =>
  Object.hasOwn(byRoleList, roleList) ? byRoleList[roleList] : undefined;

/** The key of an institution: its name as a person sees it. */
export const institutionKey = fold;

/** How a number stands against a limit, when so many more may come on top of it. */
function standingOf(named: number, more: number, limit: number | null, isWhole = true): Standing {
  if (limit === null) return { verdict: 'no-limit' };
  if (named > limit) return { verdict: 'over', count: named - limit };
  if (!isWhole || named + more > limit) return { verdict: 'open', count: named + more };
  return { verdict: 'under', count: limit - named };
}

/** By day; of one day the higher number under the consortium's role list comes last and counts, so that no sum is too low. */
function byDay(a: Totals, b: Totals, roleList: string): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const [one, other] = [totalsText(a), totalsText(b)];
  return (
    (namedUnder(a, roleList) ?? 0) - (namedUnder(b, roleList) ?? 0) ||
    a.figures.namedUsers - b.figures.namedUsers ||
    a.figures.cannotTell - b.figures.cannotTell ||
    (one < other ? -1 : one > other ? 1 : 0)
  );
}

/** The figures of one institution, a day each, and the days of which there are two that differ. */
function courseOf(files: readonly Totals[], roleList: string): { course: Totals[]; differing: Day[] } {
  const sorted = [...files].sort((a, b) => byDay(a, b, roleList));
  const differing = new Set<Day>();
  const course = sorted.filter((totals, at) => {
    const next = sorted[at + 1];
    if (next?.date !== totals.date) return true;
    if (!sameFigures(totals, next)) differing.add(totals.date);
    return false;
  });
  return { course, differing: [...differing] };
}

/** Whether two files say the same, however the institution is spelled and the keys are ordered. */
export function sameFigures(a: Totals, b: Totals): boolean {
  const plain = ({ byRoleList, institution, ...rest }: Totals) =>
    JSON.stringify([rest, institutionKey(institution), Object.entries(byRoleList).sort()]);
  return plain(a) === plain(b);
}

function memberOf(key: string, files: readonly Totals[], terms: RollUpTerms, newestDay: Day): Member {
  const { course, differing } = courseOf(files, terms.roleList);
  const newest = course.at(-1) as Totals;
  const { figures, limit } = newest;
  const spellings = [...new Set(files.map(({ institution }) => institution))].filter(
    (spelling) => spelling !== newest.institution,
  );
  return {
    key,
    newest,
    course,
    named: namedUnder(newest, terms.roleList),
    standing: standingOf(figures.namedUsers, figures.cannotTell, limit),
    remarks: [
      ...remarksOnNumber(newest, terms),
      ...remarksOnDay(newest, terms, newestDay),
      ...differing.map((day) => remark('same_day', { day })),
      ...(spellings.length > 0 ? [remark('spellings', { names: spellings.sort() })] : []),
    ],
  };
}

/** What does not compare in the number itself. */
function remarksOnNumber(totals: Totals, { roleList }: RollUpTerms): Remark[] {
  const { figures, policy } = totals;
  const named = namedUnder(totals, roleList);
  const { reportRows, reportRowsWithoutExl } = figures;
  const isOwn = policy.roleList === roleList;
  const isTorn =
    figures.afterDecisions > figures.namedUsers ||
    (reportRows === null) !== (reportRowsWithoutExl === null) ||
    (reportRowsWithoutExl ?? 0) > (reportRows ?? 0);
  return [
    ...(isTorn ? [remark('torn')] : []),
    ...(named === undefined ? [remark('no_number')] : []),
    ...(isOwn ? [] : [remark('role_list')]),
    ...(isOwn && named !== undefined && named !== figures.namedUsers ? [remark('own_roles')] : []),
    ...(figures.cannotTell > 0 ? [remark('open', { count: figures.cannotTell })] : []),
    ...(reportRows === null ? [remark('no_report')] : []),
  ];
}

function remarksOnDay({ date }: Totals, { today }: RollUpTerms, newestDay: Day): Remark[] {
  // Where it is evening here, it may be tomorrow at another member.
  if (daysBetween(today, date) > 1) return [remark('future', { day: date })];
  const age = daysBetween(date, newestDay);
  return age > daysThatDoNotCompare ? [remark('older', { day: date, count: age })] : [];
}

/** For each calendar year the sum of each member's newest figures in it. */
function yearsOf(members: readonly Member[], roleList: string): YearOfAll[] {
  const years = new Map<string, { named: number; members: number }>();
  for (const { course } of members) {
    const ofYears = new Map(course.map((totals) => [totals.date.slice(0, 4), totals]));
    for (const [year, totals] of ofYears) {
      const named = namedUnder(totals, roleList);
      if (named === undefined) continue;
      const { named: before, members: count } = years.get(year) ?? { named: 0, members: 0 };
      years.set(year, { named: before + named, members: count + 1 });
    }
  }
  return [...years].map(([year, of]) => ({ year, ...of })).sort((a, b) => (a.year < b.year ? -1 : 1));
}

/** The newest day that is not in the future, against which others are old; of all days where all are. */
function newestDayOf(files: readonly Totals[], today: Day): Day {
  const days = files.map(({ date }) => date).sort();
  return days.filter((day) => daysBetween(today, day) <= 1).at(-1) ?? days.at(-1) ?? today;
}

function byInstitution(files: readonly Totals[]): ReadonlyMap<string, readonly Totals[]> {
  const byKey = new Map<string, Totals[]>();
  for (const totals of files) {
    const key = institutionKey(totals.institution);
    const own = byKey.get(key);
    if (own) own.push(totals);
    else byKey.set(key, [totals]);
  }
  return byKey;
}

/**
 * Adds up the members' figures: the newest of each institution counts, the others make its course. The order of the files
 * does not matter. Sums are over what is known; what is missing in them is said beside.
 */
export function rollUp(files: readonly Totals[], terms: RollUpTerms): RollUp {
  const byKey = byInstitution(files);
  const newestDay = newestDayOf(files, terms.today);
  const expected = new Map(terms.expected.map((name) => [institutionKey(name), name]));
  const members = [...byKey]
    .map(([key, own]) => memberOf(key, own, terms, newestDay))
    .map((member) =>
      expected.size === 0 || expected.has(member.key)
        ? member
        : { ...member, remarks: [...member.remarks, remark('not_expected')] },
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const missing = [...expected].filter(([key]) => !byKey.has(key)).map(([, name]) => name);
  const namedUsers = sum(members, ({ named }) => named ?? 0);
  const cannotTell = sum(members, ({ newest }) => newest.figures.cannotTell);
  const withoutNumber = members.filter(({ named }) => named === undefined).length;
  const { limit } = terms;
  return {
    members,
    missing,
    sums: {
      members: members.length,
      namedUsers,
      cannotTell,
      limit: limit ?? undefined,
      overLimit: limit === null ? undefined : Math.max(0, namedUsers - limit),
    },
    withoutNumber,
    memberLimits: {
      sum: sum(members, ({ newest }) => newest.limit ?? 0),
      without: members.filter(({ newest }) => newest.limit === null).length,
    },
    standing: standingOf(namedUsers, cannotTell, limit, withoutNumber === 0 && missing.length === 0),
    years: yearsOf(members, terms.roleList),
  };
}
