import type { GuidedFields, GuidedPage, GuidedScreen, ReportRow } from '../alma/screen.ts';
import { personKey, type Role, recordOf, type UserRecord } from '../record/index.ts';
import { exLibrisPrefix } from '../rules/account.ts';
import { judgeUnder, protecting } from '../rules/identities.ts';
import { isProtected, judge } from '../rules/judge.ts';
import { beginsWith } from '../rules/match.ts';
import type { Severity } from '../rules/policy.ts';
import { roleCounts } from '../rules/roles.ts';
import { worthSaying } from '../rules/speaking.ts';
import type { TextValues } from '../texts/index.ts';
import { type Advice, type AdviceContext, changeBy, roleAdvice, uncertainAmong } from './role-change.ts';

/** The part of a text's key that names a page. */
export const pageKey = (page: GuidedPage): string => page.replaceAll('-', '_');

/** Says what the fields of a page with a guide give cause to say. */
export function adviceFor({ page, fields, record, reached }: GuidedScreen, context: AdviceContext): readonly Advice[] {
  const { job, merged, report, roles = [], profiles = [], deletePolicy = 'unread' } = fields;
  const adviceIf = adviser(context);
  if (job) return jobAdvice(page, job, adviceIf);
  if (merged) return mergeAdvice(merged, context);
  if (report) return reportAdvice(page, report, context);
  if (page === 'delete-user-policy')
    return adviceIf(true, `policy_${deletePolicy}`, {}, deletePolicy === 'fully_remove' ? 'warn' : 'note');
  return [
    ...protectionAdvice(reached?.records ?? [], context),
    ...roleAdvice(changeBy(roles, record, page === 'role-details'), context),
    ...adviceIf(profiles.length > 0, 'profiles_unread', { profiles }),
  ];
}

/** Gives the sentence about something if it is so. */
type Adviser = (isSo: boolean, about: string, values?: TextValues, severity?: Severity) => Advice[];

const adviser =
  ({ say }: AdviceContext): Adviser =>
  (isSo, about, values, severity = 'note') =>
    isSo ? [{ about, severity, text: say(`guide_${about}`, values) }] : [];

/** What the rules say of an account that nobody may touch, or that this page does not tell whether it is one. */
function protectionAdvice(records: readonly UserRecord[], { policy, today, say }: AdviceContext): Advice[] {
  const [record, ...otherwise] = records;
  if (!records.some(({ primaryId }) => primaryId.state === 'read'))
    return [{ about: 'protection', severity: 'warn', text: say('guide_role_protection_unread') }];
  if (!record || !records.some((one) => isProtected(one, policy) === 'yes')) return [];
  return judgeUnder(record, otherwise, policy, today, say).verdicts.flatMap(({ rule, severity, outcome, findings }) =>
    outcome === 'found' && protecting.includes(rule)
      ? findings.map(({ message }) => ({ about: rule, rule, severity, text: message }))
      : [],
  );
}

/** What has been left at 0, or open, in the form of a purge. The user group can be chosen only once a record type is. */
function jobAdvice(page: GuidedPage, job: NonNullable<GuidedFields['job']>, adviceIf: Adviser): Advice[] {
  const read = Object.entries(job);
  const asked = page === 'purge-users' ? (job.recordType === '' ? 3 : 4) : 0;
  return [
    ...read.flatMap(([field, text]) =>
      adviceIf(/^0*$/.test(text), `job_${field}`, {}, field === 'waiveThreshold' ? 'note' : 'warn'),
    ),
    ...adviceIf(read.length < asked, 'job_unread'),
  ];
}

/** What the rules find wrong with the accounts to be merged, by what the page shows of them. */
function mergeAdvice(merged: NonNullable<GuidedFields['merged']>, context: AdviceContext): Advice[] {
  const { policy, today, say } = context;
  const adviceIf = adviser(context);
  const chosen = merged.filter(({ name }) => name.state === 'read');
  const found = chosen.flatMap((record) =>
    worthSaying(judge(record, policy, today, say), record, policy).verdicts.flatMap(({ rule, severity, findings }) =>
      severity === 'note' || severity === 'fact'
        ? []
        : findings.map(({ message }) => ({ about: rule, rule, severity, text: message })),
    ),
  );
  const isUnread = chosen.some(({ primaryId }) => primaryId.state === 'unread');
  return [...found, ...adviceIf(isUnread, 'merge_unread', {}, 'warn')];
}

function reportAdvice(
  page: GuidedPage,
  { rows, whole, total }: NonNullable<GuidedFields['report']>,
  context: AdviceContext,
): Advice[] {
  const { policy } = context;
  const adviceIf = adviser(context);
  const count = rows.length;
  if (!whole) return adviceIf(true, total ? 'report_part' : 'report_unsure', total ? { count, total } : {});
  const those = (wanted: (row: ReportRow) => boolean) =>
    new Set(rows.filter(wanted).map(({ user }) => personKey(user)));
  const users = (wanted: (row: ReportRow) => boolean): number => those(wanted).size;
  const number = (about: string, of: number, isSo = true): Advice[] => adviceIf(isSo, about, { count: of });
  if (page === 'roles-report') {
    const { counting, doubtful } = holdersOf(rows, those, context);
    return [
      ...number('report_whole', count),
      ...number('roles_counting', counting),
      ...number('roles_doubtful', doubtful, doubtful > 0),
    ];
  }
  const counted = users(({ user }) => !beginsWith(user, exLibrisPrefix));
  const left = users(({ user }) => isProtected(recordOf({ primaryId: user }), policy) !== 'yes');
  return [
    ...number('report_whole', count),
    ...number('logins_counted', counted),
    ...number('logins_unprotected', left, left < counted),
    ...number(
      'logins_blank',
      users(({ lastLogin }) => lastLogin === ''),
    ),
  ];
}

/** How many people hold a role that counts for certain, and how many others one whose name nobody knows. */
function holdersOf(
  rows: readonly ReportRow[],
  those: (wanted: (row: ReportRow) => boolean) => ReadonlySet<string>,
  context: AdviceContext,
): { readonly counting: number; readonly doubtful: number } {
  const roleOf = ({ role = '' }: ReportRow): Role => ({ name: role });
  const isDoubtful = uncertainAmong(rows.map(roleOf), context);
  const counting = those(
    (row) => row.role !== '' && !isDoubtful(roleOf(row)) && roleCounts(roleOf(row), context.policy) !== 'no',
  );
  const perhaps = those((row) => isDoubtful(roleOf(row)));
  return { counting: counting.size, doubtful: [...perhaps].filter((user) => !counting.has(user)).length };
}
