import type { DeleteUserPolicy, GuidedPage } from '../screen.ts';
import { fieldMarkup } from './fields.ts';
import { type Words, words } from './known.ts';
import { columnTexts } from './role-list.ts';

export { purgeJobNames } from '../actions/words.ts';

/**
 * The pages with a guide, and what their names (in `body`'s id, the address or the menu's key) may hold. Of these names only
 * `MergeUsers` was seen, in a menu's key; all others are low. Their titles stand among the texts (`alma_titles_...`): that of the
 * Roles Report is not documented, the others are in English; in German "Benutzersätze löschen" is, and so are the commands
 * "Neue Rolle" and "Aus Profilen hinzufügen"; the rest are translations (low).
 */
export const guidedPages: readonly (readonly [GuidedPage, RegExp])[] = [
  ['purge-users', /purge.?user|user.?purge/i],
  ['run-job-purge', /run.?job/i],
  ['delete-user-policy', /delet\w*user\w*polic/i],
  ['merge-users', /merge.?user|user.?merge/i],
  ['staff-login-report', /staff.?login/i],
  ['roles-report', /roles?.?report/i],
  ['add-role', /(add|new)_?roles?/i],
  ['add-from-profiles', /role\w*profile/i],
  ['role-details', /roles?_?details/i],
];

/** Something that its id's ending (low, `id-grammar`) or its text tells. */
export type Told = readonly [id: RegExp, texts: readonly Words[]];

const inHelp = (...texts: readonly string[]): readonly Words[] => [words('high', 'help-en', ...texts)];

/** The command that opens the form of a purge (documented in English and German), and the list of its runs (seen on Merge Users). */
export const addJob: Told = [/jobList|add_?job/i, inHelp('Add Job', 'Neuer Prozess')];

/** The fields of that form. The days are documented in English and German, the others in English. */
export const jobFields = {
  days: [/days\w*$/i, inHelp('Number of Days After Purge Date', 'Anzahl der Tage nach dem Löschdatum')],
  recordType: [/recordType$/i, fieldMarkup.recordType.labels],
  userGroup: [/userGroup$/i, fieldMarkup.userGroup.labels],
  waiveThreshold: [/waive\w*$/i, inHelp('Waive threshold')],
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
  user: [/user.?name$|primary.?id\w*$/i, inHelp('User Name', 'Primary Identifier')],
  lastLogin: [/last.?login\w*$/i, inHelp('Last Login')],
  role: [/roles?(.?(name|type))?$/i, columnTexts.name],
  profile: [/profile.?name$|^name$/i, inHelp('Name')],
} as const satisfies Readonly<Record<string, Told>>;

/** The fields of User Roles Details. */
export const roleFields = {
  name: [/role$/i, columnTexts.name],
  status: [/role\w*status$/i, columnTexts.status],
  expiryDate: [/role\w*expir\w*$/i, columnTexts.expiryDate],
} as const satisfies Readonly<Record<string, Told>>;
