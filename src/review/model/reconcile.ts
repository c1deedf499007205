import { type Day, fold, type Role } from '../../record/index.ts';
import type { Policy } from '../../rules/policy.ts';
import { roleCounts } from '../../rules/roles.ts';
import { roleLists } from '../../rules/standards/role-lists.ts';
import type { LeftOutLine } from '../../sheets/types.ts';
import { showsRecords } from './join.ts';
import type {
  AuthorityDifference,
  Bridge,
  BridgeStep,
  Joined,
  Person,
  Reconciliation,
  ReconciliationReason,
  ReviewFile,
} from './types.ts';

/**
 * The newest Staff Login Report, as a position in `files`; `undefined` without one. Of two of one day (the report can be
 * exported with and without addresses) it is the one without, then the longer one.
 */
export function newestReport(files: readonly ReviewFile[]): number | undefined {
  const reports = files.flatMap((file, at) => (file.kind === 'staff-login-report' ? [{ file, at }] : []));
  const [first] = reports.sort(
    ({ file: a }, { file: b }) =>
      (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0) ||
      Number(a.droppedIpCells > 0) - Number(b.droppedIpCells > 0) ||
      b.rows - a.rows,
  );
  return first?.at;
}

interface Context {
  /** Without the other source nothing has to be explained about a person. */
  hasReport: boolean;
  hasAnalytics: boolean;
  lookAlikes: ReadonlySet<string>;
  ghosts: ReadonlySet<string>;
  today: Day;
}

const contextOf = (joined: Pick<Joined, 'files' | 'lookAlikes' | 'ghosts'>, today: Day): Context => ({
  today,
  hasReport: newestReport(joined.files) !== undefined,
  hasAnalytics: joined.files.some(showsRecords),
  lookAlikes: new Set(joined.lookAlikes.flatMap(({ a, b }) => [a, b])),
  ghosts: new Set(joined.ghosts.flatMap(({ identifier, lastName }) => [fold(identifier), fold(lastName)])),
});

/** Why a record does not count, as far as the record says; the rules' own order of reasons. */
function whyNotCounted(person: Person): ReconciliationReason | undefined {
  if (person.answer !== 'does-not-count') return undefined;
  if (person.protected) return 'protected-account';
  const { status, roles } = person.record;
  if (status.state === 'read' && status.value !== 'ACTIVE') return 'inactive';
  if (roles.state !== 'read') return undefined;
  if (person.found.some(({ rule }) => rule === 'uncounted-roles-only')) return 'only-uncounted-roles';
  return 'no-staff-role';
}

function whyOnlyInReport(person: Person, { hasAnalytics, lookAlikes, ghosts }: Context): ReconciliationReason {
  if (!hasAnalytics) return 'no-analytics-given';
  if (ghosts.has(person.key)) return 'purged-with-statistics';
  if (lookAlikes.has(person.key)) return 'spelled-differently';
  return person.protected ? 'protected-account' : 'not-in-this-file';
}

/** Every staff role is switched off or past its own expiry: nothing says whether the report lists such people. */
function onlyExpiredRoles({ record: { roles }, deciding }: Person, today: Day): boolean {
  if (roles.state !== 'read' || deciding.length === 0) return false;
  const staffRoles = roles.value.filter(({ name }) => deciding.includes(name));
  return staffRoles.every(
    ({ status, expiryDate }) => status === 'INACTIVE' || (expiryDate ? expiryDate < today : false),
  );
}

function whyOnlyInAnalytics(person: Person, { hasReport, lookAlikes, today }: Context): ReconciliationReason {
  if (!hasReport) return 'no-report-given';
  if (lookAlikes.has(person.key)) return 'spelled-differently';
  const reason = whyNotCounted(person);
  if (reason) return reason;
  if (onlyExpiredRoles(person, today)) return 'expired-role';
  return person.record.roles.state === 'read' ? 'not-in-this-file' : 'roles-not-read';
}

/** Adds to each person who stands in one source only the reason for it. */
export function withReasons(
  people: readonly Person[],
  joined: Pick<Joined, 'files' | 'lookAlikes' | 'ghosts'>,
  today: Day,
): Person[] {
  const context = contextOf(joined, today);
  return people.map((person) => {
    if (person.inReport === person.inAnalytics) return person;
    const whyOneSource = person.inReport ? whyOnlyInReport(person, context) : whyOnlyInAnalytics(person, context);
    return { ...person, whyOneSource };
  });
}

/** Collects people under reasons, in the order of their first appearance. */
function steps(
  people: readonly Person[],
  sign: 1 | -1,
  reasonOf: (person: Person) => BridgeStep['reason'],
): BridgeStep[] {
  const byReason = new Map<BridgeStep['reason'], string[]>();
  for (const person of people) {
    const reason = reasonOf(person);
    const keys = byReason.get(reason);
    if (keys) keys.push(person.key);
    else byReason.set(reason, [person.key]);
  }
  return [...byReason].map(([reason, keys]) => ({ reason, change: sign * keys.length, people: keys }));
}

function bridge(from: Bridge['from'], taken: readonly BridgeStep[], to: Bridge['to']): Bridge {
  const shown = taken.filter(({ change }) => change !== 0);
  return { from, steps: shown, to, adds: from.value + shown.reduce((sum, { change }) => sum + change, 0) === to.value };
}

/** From the lines of the newest report to its rows: each line that is no row of a person is in one step. */
function linesToRows(files: readonly ReviewFile[]): Bridge[] {
  const newest = newestReport(files);
  const { lines, rows } = newest === undefined ? ({} as Partial<ReviewFile>) : (files[newest] as ReviewFile);
  if (!lines || rows === undefined) return [];
  const leftOut = (reason: LeftOutLine['reason']): BridgeStep => ({
    reason,
    change: -lines.leftOut.filter((line) => line.reason === reason).length,
    people: [],
  });
  const steps: BridgeStep[] = [
    leftOut('title'),
    leftOut('repeated-headings'),
    leftOut('totals'),
    { reason: 'hidden-rows', change: -lines.hidden, people: [] },
    { reason: 'purged-with-statistics', change: -lines.purged, people: [] },
    { reason: 'unused-rows', change: -lines.unused, people: [] },
  ];
  return [bridge({ name: 'report-lines', value: lines.all }, steps, { name: 'report-rows', value: rows })];
}

/** From the rows of the newest report to the named users: who drops out, who comes in, and why. */
function reportToNamedUsers(people: readonly Person[], files: readonly ReviewFile[]): Bridge {
  const newest = newestReport(files);
  const rows = newest === undefined ? 0 : (files[newest] as ReviewFile).rows;
  const listed = newest === undefined ? [] : people.filter((person) => person.files.includes(newest));
  const isListed = new Set(listed.map(({ key }) => key));
  const uncounted = listed.filter(({ answer }) => answer !== 'counts');
  const added = people.filter(({ key, answer }) => answer === 'counts' && !isListed.has(key));
  return bridge(
    { name: 'report-rows', value: rows },
    [
      { reason: 'listed-again', change: listed.length - rows, people: [] },
      ...steps(uncounted, -1, (person) => whyNotCounted(person) ?? 'cannot-tell'),
      ...steps(added, 1, () => 'only-in-analytics'),
    ],
    { name: 'named-users', value: people.filter(({ answer }) => answer === 'counts').length },
  );
}

/** From the people of the reports to the people of Analytics. */
function reportToAnalytics(people: readonly Person[]): Bridge {
  const inReport = people.filter((person) => person.inReport);
  const reasonOf = (person: Person) => person.whyOneSource ?? 'not-in-this-file';
  return bridge(
    { name: 'people-in-report', value: inReport.length },
    [
      ...steps(
        inReport.filter((person) => !person.inAnalytics),
        -1,
        reasonOf,
      ),
      ...steps(
        people.filter((person) => person.inAnalytics && !person.inReport),
        1,
        reasonOf,
      ),
    ],
    { name: 'people-in-analytics', value: people.filter((person) => person.inAnalytics).length },
  );
}

const authorities = Object.keys(roleLists);

/** The keys of those who count under a shipped role list. */
export const countingUnder = (people: readonly Person[], roleList: string): string[] =>
  people.filter(({ answers }) => answers[roleList] === 'counts').map(({ key }) => key);

/** The roles that count under one list and not under the other. */
function decidingBetween(roles: readonly Role[], policy: Policy, counts: string, doesNot: string): string[] {
  const under = (roleList: string, role: Role) =>
    roleCounts(role, { ...policy, roleList, extraUncountedRoles: [] }) !== 'no';
  const names = roles.filter((role) => under(counts, role) && !under(doesNot, role)).map(({ name }) => name);
  return [...new Set(names)];
}

function difference(people: readonly Person[], policy: Policy, counts: string, doesNot: string): AuthorityDifference {
  const differing = people.filter(
    ({ answers }) => answers[counts] === 'counts' && answers[doesNot] === 'does-not-count',
  );
  return {
    counts,
    doesNot,
    people: differing.map(({ key, record: { roles } }) => ({
      key,
      reason: 'role-lists-differ',
      roles: roles.state === 'read' ? decidingBetween(roles.value, policy, counts, doesNot) : [],
    })),
  };
}

/** Those who stand in one source and not in the other, each with the reason. */
export const inOneSource = (
  people: readonly Person[],
  source: 'report' | 'analytics',
): Reconciliation['onlyInReport'] =>
  people
    .filter(({ inReport, inAnalytics }) => inReport !== inAnalytics && inReport === (source === 'report'))
    .map(({ key, whyOneSource }) => ({ key, reason: whyOneSource ?? 'not-in-this-file' }));

/** Compares the two sources and the authorities: each difference with its people and its reason; sums that are checked. */
export function reconcile(people: readonly Person[], files: readonly ReviewFile[], policy: Policy): Reconciliation {
  return {
    bridges: [...linesToRows(files), reportToAnalytics(people), reportToNamedUsers(people, files)],
    onlyInReport: inOneSource(people, 'report'),
    onlyInAnalytics: inOneSource(people, 'analytics'),
    authorities: authorities.map((roleList) => ({
      roleList,
      namedUsers: countingUnder(people, roleList).length,
      cannotTell: people.filter(({ answers }) => answers[roleList] === 'cannot-tell').length,
    })),
    differences: authorities
      .flatMap((counts) =>
        authorities.filter((other) => other !== counts).map((other) => difference(people, policy, counts, other)),
      )
      .filter((found) => found.people.length > 0),
  };
}
