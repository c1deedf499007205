import type { DeleteUserPolicy, GuidedPage } from '../screen.ts';
import { fieldMarkup } from './fields.ts';
import type { Vocabulary } from './known.ts';
import { columnTexts } from './role-list.ts';
import { wordsFor } from './vocabulary.ts';

export { purgeJobNames } from '../actions/words.ts';

/**
 * The pages with a guide, and what their names (in `body`'s id, the address or the menu's key) may hold. Of these names only
 * `MergeUsers` was seen, in a menu's key; all others are low. Of their titles that of the
 * Roles Report is not documented, the others are in English; in German "Benutzersätze löschen" is, and so are the commands
 * "Neue Rolle" and "Aus Profilen hinzufügen"; the rest are translations (low).
 */
export const guidedPages: readonly (readonly [GuidedPage, RegExp, Vocabulary])[] = [
  ['purge-users', /purge.?user|user.?purge/i, wordsFor('titles_purge_users')],
  ['run-job-purge', /run.?job/i, wordsFor('titles_run_job_purge')],
  ['delete-user-policy', /delet\w*user\w*polic/i, wordsFor('titles_delete_user_policy')],
  ['merge-users', /merge.?user|user.?merge/i, wordsFor('titles_merge_users')],
  ['staff-login-report', /staff.?login/i, wordsFor('titles_staff_login_report')],
  ['roles-report', /roles?.?report/i, wordsFor('titles_roles_report')],
  ['add-role', /(add|new)_?roles?/i, wordsFor('titles_add_role')],
  ['add-from-profiles', /role\w*profile/i, wordsFor('titles_add_from_profiles')],
  ['role-details', /roles?_?details/i, wordsFor('titles_role_details')],
];

/** Says whether a page is one on which a person's roles are changed. */
export const isRolePage = (page: GuidedPage): boolean => /^add|^role-/.test(page);

const rolePages = guidedPages.filter(([page]) => isRolePage(page));

/** Says whether a page's name may be that of such a page, and gives the titles that they bear. */
export const namesRolePage = (name: string): boolean => rolePages.some(([, pattern]) => pattern.test(name));
export const rolePageTitles: readonly Vocabulary[] = rolePages.map(([, , titles]) => titles);

/** Something that its id's ending (low, `id-grammar`) or its text tells. */
export type Told = readonly [id: RegExp, texts: Vocabulary];

/** The command that opens the form of a purge (documented in English and German), and the list of its runs (seen on Merge Users). */
export const addJob: Told = [/jobList|add_?job/i, wordsFor('command_add_job')];

/** The fields of that form. The days are documented in English and German, the others in English. */
export const jobFields = {
  days: [/days\w*$/i, wordsFor('job_days')],
  recordType: [/recordType$/i, fieldMarkup.recordType.labels],
  userGroup: [/userGroup$/i, fieldMarkup.userGroup.labels],
  waiveThreshold: [/waive\w*$/i, wordsFor('job_waive_threshold')],
} as const satisfies Readonly<Record<string, Told>>;

/** The three values of the Delete User Policy, by their English names (documented) or by a code made of these (low). */
export const deletePolicies: readonly (readonly [DeleteUserPolicy, RegExp])[] = [
  ['fully_reportable', /fully.reportable/i],
  ['statistics', /\bstatistics/i],
  ['fully_remove', /fully.remove/i],
];

/** The two users of a merge (medium, `alma-extensions`). */
export const mergeFields = '[id^="pageBean"][id*="OfFromUser" i],[id^="pageBean"][id*="OfToUser" i]';

/** Columns of reports, and of lists to choose roles from. */
export const reportColumns = {
  user: [/user.?name$|primary.?id\w*$/i, wordsFor('report_user')],
  lastLogin: [/last.?login\w*$/i, wordsFor('report_last_login')],
  role: [/roles?(.?(name|type))?$/i, columnTexts.name],
  profile: [/profile.?name$|^name$/i, wordsFor('report_profile')],
} as const satisfies Readonly<Record<string, Told>>;

/** The fields of User Roles Details. */
export const roleFields = {
  name: [/role$/i, columnTexts.name],
  status: [/role\w*status$/i, columnTexts.status],
  expiryDate: [/role\w*expir\w*$/i, columnTexts.expiryDate],
} as const satisfies Readonly<Record<string, Told>>;
