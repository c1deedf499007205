import { type UserDetailsPage, userDetails } from './description.ts';
import { expectedRecord, isCertain } from './expect.ts';
import type { AlmaCase } from './expected.ts';
import * as people from './people.ts';
import { role } from './roles.ts';

/** A User Details page with what an honest reader may say of it. */
export function recordCase(id: string, title: string, description: UserDetailsPage): AlmaCase {
  const ambiguous = description.dateFormat === 'mdy' || description.dateFormat === 'dmy';
  return {
    id,
    title,
    description,
    expected: { kind: 'record', certain: isCertain(description), record: expectedRecord(description) },
    ...(ambiguous ? { expectedKnowingDateOrder: expectedRecord(description, true) } : {}),
  };
}

const { namedUser, ordinaryPatron, externalStaff } = people;

/** One kind of account each, on the plainest page. */
const accounts = [
  recordCase('patron', 'an ordinary patron, loaded from outside', userDetails(ordinaryPatron)),
  recordCase('named-user', 'a named user, internal', userDetails(namedUser)),
  recordCase('external-staff', 'staff with an external record', userDetails(externalStaff)),
  recordCase('external-opened', 'the same, opened for update', userDetails(externalStaff, { editable: true })),
  recordCase('mixed-account', 'internal with external authentication', userDetails(people.mixedAccount)),
  recordCase('exl', 'an account of Ex Libris', userDetails(people.exLibrisAccount)),
  recordCase('rialto', 'the Rialto account', userDetails(people.rialtoAccount)),
  recordCase('leganto-guest', 'the Leganto guest', userDetails(people.legantoGuest)),
  recordCase('pickup', 'a record that stands for a pickup place', userDetails(people.pickupLocation)),
  recordCase('alma-administrator', 'the built-in administrator', userDetails(people.almaAdministrator)),
  recordCase('student-staff', 'a student with staff roles', userDetails(people.studentWithStaffRoles)),
  recordCase('expired-active', 'past expiry, still active', userDetails(people.expiredButActive)),
  recordCase('inactive', 'inactive with staff roles', userDetails(people.inactiveStaff)),
  recordCase('contact', 'a contact without primary identifier', userDetails(people.contactRecord)),
  recordCase('awkward', 'a name with signs of HTML', userDetails(people.awkwardName)),
  recordCase('right-to-left', 'a right-to-left name', userDetails(people.rightToLeftName)),
];

const languages = [
  recordCase('de', 'German', userDetails(namedUser, { language: 'de', dateFormat: 'dotted' })),
  recordCase('de-old', 'German, old layout, read-only', userDetails(externalStaff, { language: 'de', layout: 'old' })),
  recordCase('fr', 'French, day first', userDetails(namedUser, { language: 'fr', dateFormat: 'dmy' })),
  recordCase('fr-read-only', 'French, read-only', userDetails(externalStaff, { language: 'fr' })),
  recordCase('es', 'Spanish', userDetails(namedUser, { language: 'es', dateFormat: 'dmy' })),
  recordCase('it', 'Italian', userDetails(externalStaff, { language: 'it', dateFormat: 'dmy' })),
  recordCase(
    'de-role-names',
    'German with translated role names (synthetic)',
    userDetails(
      { ...ordinaryPatron, roles: [{ ...role('Benutzer'), name: 'Benutzer' }, role('Katalogisierer')] },
      { language: 'de', dateFormat: 'dotted' },
    ),
  ),
];

const layouts = [
  recordCase('old', 'old layout', userDetails(namedUser, { layout: 'old' })),
  recordCase('old-read-only', 'old layout, read-only', userDetails(externalStaff, { layout: 'old' })),
  recordCase('no-body-id', 'without body id', userDetails(namedUser, { bodyId: false })),
  recordCase('no-header', 'without the name above the tabs', userDetails(namedUser, { headerName: false })),
  recordCase('no-for', 'labels that point nowhere', userDetails(externalStaff, { labels: 'none' })),
  recordCase('strict-csp', 'under a strict policy', userDetails(namedUser, { strictCsp: true, layout: 'new' })),
  recordCase('clock', 'a page that never stops changing', userDetails(namedUser, { clock: true })),
  recordCase('spinner', 'while Alma redraws', userDetails(namedUser, { spinner: true })),
  recordCase('delete-button', 'with a Delete page button', userDetails(namedUser, { deleteButton: true })),
  recordCase(
    'delete-button-exl',
    'an Ex Libris account with a Delete page button, real dialog',
    userDetails(people.exLibrisAccount, { deleteButton: true, confirm: 'dialog' }),
  ),
];

const ids = [
  recordCase('unlike', 'ids of other names', userDetails(namedUser, { ids: 'unlike' })),
  recordCase('unlike-read-only', 'ids of other names, read-only', userDetails(externalStaff, { ids: 'unlike' })),
  recordCase(
    'unlike-exl',
    'ids of other names, Ex Libris account',
    userDetails(people.exLibrisAccount, { ids: 'unlike' }),
  ),
  recordCase('unlike-de', 'ids of other names, German', userDetails(namedUser, { ids: 'unlike', language: 'de' })),
  recordCase('unlike-fr', 'ids of other names, French', userDetails(externalStaff, { ids: 'unlike', language: 'fr' })),
  recordCase(
    'unlike-no-for',
    'ids of other names, labels alone',
    userDetails(externalStaff, { ids: 'unlike', labels: 'none' }),
  ),
  recordCase(
    'unlike-old',
    'ids of other names, old layout',
    userDetails(people.sixtyRoles, { ids: 'unlike', layout: 'old' }),
  ),
  recordCase('bare', 'ids that say nothing', userDetails(namedUser, { ids: 'bare', bodyId: false })),
  recordCase(
    'bare-read-only',
    'no ids at all',
    userDetails(externalStaff, { ids: 'bare', bodyId: false, labels: 'none' }),
  ),
];

/** Dates of a page that does not tell their order: pages of 2026 do, or are among the cases of their own. */
const dates = [
  recordCase('mdy', 'month first, telling', userDetails(namedUser, { dateFormat: 'mdy', layout: 'new' })),
  recordCase(
    'mdy-ambiguous',
    'month first, ambiguous',
    userDetails(people.ambiguousDates, { dateFormat: 'mdy', layout: 'new' }),
  ),
  recordCase(
    'dmy-ambiguous',
    'day first, ambiguous',
    userDetails(people.ambiguousDates, { dateFormat: 'dmy', layout: 'new' }),
  ),
  recordCase(
    'dmy-one-telling',
    'day first, one date tells',
    userDetails(people.tellingDates, { dateFormat: 'dmy', layout: 'new' }),
  ),
  recordCase('dotted', 'dates with dots', userDetails(people.ambiguousDates, { dateFormat: 'dotted', layout: 'new' })),
  recordCase('textual', 'dates in words', userDetails(namedUser, { dateFormat: 'textual', layout: 'new' })),
];

/** A named user whose Patron role stands last: a part of the list can look like an ordinary patron's. */
const patronLast = { ...namedUser, roles: namedUser.roles.toReversed() };

const roleLists = [
  recordCase('roles-none', 'no roles at all', userDetails(people.withoutRoles)),
  recordCase('roles-60', '60 roles', userDetails(people.sixtyRoles)),
  recordCase(
    'roles-paged',
    'a first page of roles',
    userDetails(people.sixtyRoles, { roleList: { extent: 'paged', pageSize: 20 } }),
  ),
  recordCase(
    'roles-paged-patron-first',
    'a first page that shows Patron alone',
    userDetails(namedUser, { roleList: { extent: 'paged', pageSize: 1 } }),
  ),
  recordCase(
    'roles-paged-no-counter',
    'a first page of roles, told by its pager alone',
    userDetails(people.sixtyRoles, { roleList: { extent: 'paged', pageSize: 20, counter: false } }),
  ),
  recordCase(
    'roles-last-page',
    'the last page of roles, whose counter ends with the number of all',
    userDetails(patronLast, { roleList: { extent: 'last-page', pageSize: 4 } }),
  ),
  recordCase(
    'roles-filtered-patron',
    'the role filter lets Patron alone through',
    userDetails(patronLast, { roleList: { extent: 'filtered' } }),
  ),
  recordCase(
    'roles-searched-patron',
    'the search lets Patron alone through',
    userDetails(patronLast, { roleList: { extent: 'searched' } }),
  ),
  recordCase(
    'roles-filtered-link',
    'the role filter is a link, and lets Patron alone through',
    userDetails(patronLast, { roleList: { extent: 'filtered', filter: 'link' } }),
  ),
  recordCase(
    'roles-filter-link',
    'the role filter is a link, and lets everything through',
    userDetails(namedUser, { roleList: { filter: 'link' }, language: 'de' }),
  ),
  recordCase('roles-filtered', 'the role filter is set', userDetails(namedUser, { roleList: { extent: 'filtered' } })),
  recordCase(
    'roles-searched',
    'searched in the role list',
    userDetails(namedUser, { roleList: { extent: 'searched' } }),
  ),
  recordCase('roles-no-counter', 'no counter', userDetails(namedUser, { roleList: { counter: false } })),
  recordCase('roles-toggle', 'status as a switch', userDetails(externalStaff, { roleList: { status: 'toggle' } })),
  recordCase(
    'roles-reordered',
    'columns in another order',
    userDetails(namedUser, { roleList: { columns: ['expiryDate', 'status', 'parameters', 'scope', 'name'] } }),
  ),
  recordCase(
    'roles-no-status',
    'no status column',
    userDetails(namedUser, { roleList: { columns: ['name', 'scope', 'expiryDate'] } }),
  ),
  recordCase(
    'roles-no-scope',
    'no scope column',
    userDetails(namedUser, { roleList: { columns: ['name', 'status', 'expiryDate'] } }),
  ),
  recordCase(
    'roles-shortened',
    'shortened names',
    userDetails(people.mixedAccount, { roleList: { cell: 'shortened' } }),
  ),
  recordCase('roles-links', 'role names as links', userDetails(namedUser, { roleList: { cell: 'link' } })),
  recordCase('roles-buttons', 'role names as buttons', userDetails(namedUser, { roleList: { cell: 'submit' } })),
  recordCase(
    'roles-not-drawn',
    'the table is not there yet',
    userDetails(namedUser, { roleList: { extent: 'not-drawn' } }),
  ),
  recordCase(
    'roles-no-rows-yet',
    'the rows are not there yet',
    userDetails(namedUser, { roleList: { extent: 'no-rows-yet' } }),
  ),
];

const contradictions = [
  recordCase(
    'two-identifiers',
    'two places name different identifiers',
    userDetails(namedUser, { disagreement: 'identifier' }),
  ),
  recordCase('two-statuses', 'two places name different statuses', userDetails(namedUser, { disagreement: 'status' })),
  recordCase(
    'other-person',
    "another person's fields on the page",
    userDetails(namedUser, { otherPerson: ordinaryPatron }),
  ),
  recordCase('role-form', 'a form with an expiry date of its own', userDetails(namedUser, { roleForm: true })),
];

const tabs = [
  recordCase('identifiers', 'Identifiers tab', userDetails(namedUser, { tab: 'identifier' })),
  recordCase(
    'identifiers-de',
    'Identifiers tab, German, old',
    userDetails(namedUser, { tab: 'identifier', language: 'de', layout: 'old' }),
  ),
  recordCase('contact-tab', 'Contact Information tab', userDetails(namedUser, { tab: 'contact' })),
  recordCase('notes', 'Notes tab', userDetails(namedUser, { tab: 'notes' })),
  recordCase(
    'notes-no-header',
    'Notes tab without the name above',
    userDetails(namedUser, { tab: 'notes', headerName: false }),
  ),
  recordCase('proxy', 'Proxy For tab', userDetails(namedUser, { tab: 'proxy' })),
];

/** Pages with one user's record. */
export const recordCases: readonly AlmaCase[] = [
  ...accounts,
  ...languages,
  ...layouts,
  ...ids,
  ...dates,
  ...roleLists,
  ...contradictions,
  ...tabs,
];

/** The same in the layout before 2026. */
export const earlierRecordCases: readonly AlmaCase[] = recordCases.flatMap(({ id, title, description }) =>
  description.screen === 'user-details' && description.layout === '2026'
    ? [recordCase(`${id}-2022`, `${title}, layout of 2022`, { ...description, layout: 'new' })]
    : [],
);
