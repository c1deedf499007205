import type { Policy } from '../../rules/policy.ts';
import { unreadLines } from '../../sheets/types.ts';
import { isOpen, missingPeople } from './open-files.ts';
import { newestReport } from './reconcile.ts';
import type { Decision, Figure, FigureName, Joined, Person, ReviewFile } from './types.ts';

const takesOffTheList = new Set(['remove-roles', 'deactivate', 'purge']);

/** Whether a decision, once carried out in Alma, ends that somebody counts, whether they do now or not. */
export const endsCounting = (decision: Decision | undefined): boolean => takesOffTheList.has(decision?.kind ?? 'keep');

/** Whether somebody still counts once the decision has been carried out in Alma. */
export const countsAfter = (person: Pick<Person, 'answer'>, decision: Decision | undefined): boolean =>
  person.answer === 'counts' && !endsCounting(decision);

const sum = (files: readonly ReviewFile[], of: (file: ReviewFile) => number) =>
  files.reduce((total, file) => total + of(file), 0);

/**
 * The figures of the review, each with the people behind it. `report-rows` are those of the newest Staff Login Report;
 * `over-limit` is what is too many after the decisions made so far (0 when under), the other figures are as the files say.
 * Without a report, or without a limit in the policy, the figures that need it are `undefined`; so is `over-limit` where a file is not
 * whole, or records that could not be read may be too many, and those who were read do not exceed the limit by themselves.
 */
export function figuresOf(
  people: readonly Person[],
  joined: Pick<Joined, 'files' | 'unreadRows'>,
  policy: Pick<Policy, 'namedUserLimit'>,
  decisions: ReadonlyMap<string, Decision>,
): readonly Figure[] {
  const newest = newestReport(joined.files);
  const report = newest === undefined ? undefined : joined.files[newest];
  const keys = (wanted: (person: Person) => boolean) => people.filter(wanted).map(({ key }) => key);
  const named = keys(({ answer }) => answer === 'counts');
  const protectedAccounts = keys((person) => person.protected);
  const onlyInReport = keys((person) => person.inReport && !person.inAnalytics);
  const onlyInAnalytics = keys((person) => person.inAnalytics && !person.inReport);
  const limit = policy.namedUserLimit ?? undefined;
  const after = keys((person) => countsAfter(person, decisions.get(person.key)));
  const over = limit === undefined ? undefined : Math.max(0, after.length - limit);
  const mayBeMore = (count: number) =>
    isOpen(joined.files) || count + missingPeople({ people, joined }) > (limit ?? Number.POSITIVE_INFINITY);
  const figure = (name: FigureName, value: number | undefined, behind: readonly string[] = []): Figure => ({
    name,
    value,
    people: behind,
  });
  return [
    figure('report-rows', report?.rows),
    figure('report-rows-without-exl', report && report.rows - report.exlRows),
    figure('named-users', named.length, named),
    figure('protected', protectedAccounts.length, protectedAccounts),
    figure('limit', limit),
    figure('over-limit', over === 0 && mayBeMore(after.length) ? undefined : over, after),
    figure('only-in-report', onlyInReport.length, onlyInReport),
    figure('only-in-analytics', onlyInAnalytics.length, onlyInAnalytics),
    figure('unread-rows', unreadLines(joined.unreadRows)),
    figure(
      'dropped-ip-cells',
      sum(joined.files, ({ droppedIpCells }) => droppedIpCells),
    ),
  ];
}

/** Named users once all decisions have been carried out. */
export const namedUsersAfter = (people: readonly Person[], decisions: ReadonlyMap<string, Decision>): number =>
  people.reduce((count, person) => count + (countsAfter(person, decisions.get(person.key)) ? 1 : 0), 0);
