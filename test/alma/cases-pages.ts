import {
  type AlmaPage,
  type Language,
  type ListColumn,
  type Look,
  type ManagementPage,
  managementPage,
  otherPage,
  rolePage,
  userList,
} from './description.ts';
import type { AlmaCase, Expected } from './expected.ts';
import { offeredRoles } from './neighbours.ts';
import * as people from './people.ts';

const caseWith =
  (expected: Expected) =>
  (id: string, title: string, description: AlmaPage): AlmaCase => ({ id, title, description, expected });

const userPage = caseWith({ kind: 'user-page' });
const noScreen = caseWith('no-screen');

/** The further languages, some of them in earlier layouts. */
const translations: readonly Pick<Look, 'language' | 'layout'>[] = [
  { language: 'de', layout: 'old' },
  { language: 'fr', layout: '2026' },
  { language: 'es', layout: 'new' },
  { language: 'it', layout: '2026' },
  { language: 'pt', layout: '2026' },
];

const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
};

/** A page in English and, with `-de` and so on after its id, in the further languages. */
const inSixLanguages = (id: string, title: string, draw: (look: Partial<Look>) => AlmaPage): AlmaCase[] => [
  userPage(id, title, draw({})),
  ...translations.map((look) =>
    userPage(`${id}-${look.language}`, `${title}, ${languageNames[look.language]}, ${look.layout} layout`, draw(look)),
  ),
];

/** Everybody about whom a list has something to say, among ordinary patrons. */
const mixedPeople = [
  people.ordinaryPatron,
  people.exLibrisAccount,
  people.namedUser,
  people.legantoGuest,
  people.inactiveStaff,
  people.rialtoAccount,
  people.expiredButActive,
  people.pickupLocation,
  people.almaAdministrator,
  people.awkwardName,
  people.rightToLeftName,
  ...people.crowd(9),
];

const withId: readonly ListColumn[] = ['active', 'name', 'id', 'recordType', 'userGroup', 'status', 'expiryDate'];

const lists: readonly AlmaCase[] = [
  ...inSixLanguages('list', 'Manage Users, documented columns', (look) => userList(mixedPeople, look)),
  ...inSixLanguages('list-with-id', 'Manage Users with the identifier', (look) =>
    userList(mixedPeople, { columns: withId, ...look }),
  ),
  userPage(
    'list-reordered',
    'columns in another order, without the switch',
    userList(mixedPeople, { columns: ['expiryDate', 'status', 'id', 'name', 'accountType'] }),
  ),
  userPage('list-paged', 'a first page of 200', userList(people.crowd(200), { columns: withId })),
  userPage('list-500', '500 rows', userList(people.crowd(500), { columns: withId, pageSize: 500 })),
  userPage(
    'list-10000',
    '10,000 plain rows',
    userList(people.crowd(10_000), { columns: ['name', 'id', 'status'], pageSize: 10_000, menus: false }),
  ),
  userPage('list-empty', 'nobody found', userList([])),
  userPage(
    'list-contacts',
    'contacts',
    userList([people.contactRecord], { tab: 'contact', columns: ['active', 'name', 'status'] }),
  ),
  userPage('list-dates', 'dates month first', userList(mixedPeople, { columns: withId, dateFormat: 'mdy' })),
  userPage('list-unlike', 'ids of other names', userList(mixedPeople, { columns: withId, ids: 'unlike' })),
  userPage(
    'list-unlike-de',
    'ids of other names, German',
    userList(mixedPeople, { columns: withId, ids: 'unlike', language: 'de' }),
  ),
  userPage('list-bare', 'no ids', userList(mixedPeople, { columns: withId, ids: 'bare', bodyId: false })),
  userPage('list-dialog', 'confirm as a real dialog', userList(mixedPeople, { columns: withId, confirm: 'dialog' })),
  userPage(
    'list-nameless-dialog',
    'a confirm dialog that names nobody',
    userList(mixedPeople, { columns: withId, confirmNames: false }),
  ),
  userPage(
    'list-platform',
    'controls of 2026 in the layout before',
    userList(mixedPeople, { columns: withId, controls: 'platform', layout: 'new' }),
  ),
  userPage('list-no-counter', 'no counter', userList(mixedPeople, { counter: false })),
  userPage('list-clock', 'a list that never stops changing', userList(mixedPeople, { clock: true })),
  userPage(
    'list-strict-csp',
    'a list under a strict policy',
    userList(mixedPeople, { strictCsp: true, layout: 'new' }),
  ),
  noScreen('pick-list', 'the pick-list popup', userList(mixedPeople, { columns: withId, pickList: 'opener' })),
  userPage(
    'pick-list-frame',
    "the pick-list popup's own document, which is met in a frame only",
    userList(mixedPeople, { columns: withId, pickList: 'frame' }),
  ),
];

const { ordinaryPatron, namedUser, studentWithStaffRoles } = people;

const rolePages: readonly AlmaCase[] = [
  ...inSixLanguages('add-role', 'Add New Roles on a patron', (look) =>
    rolePage('add-role', ordinaryPatron, offeredRoles, look),
  ),
  userPage('add-role-named', 'Add New Roles on a named user', rolePage('add-role', namedUser, offeredRoles)),
  userPage('add-role-student', 'Add New Roles on a student', rolePage('add-role', studentWithStaffRoles, offeredRoles)),
  userPage(
    'add-role-nameless',
    'Add New Roles that names nobody',
    rolePage('add-role', ordinaryPatron, offeredRoles, { headerName: false }),
  ),
  userPage(
    'add-role-unlike',
    'Add New Roles, ids of other names',
    rolePage('add-role', ordinaryPatron, offeredRoles, { ids: 'unlike' }),
  ),
  ...inSixLanguages('profiles', 'Profiles List', (look) =>
    rolePage('add-from-profiles', ordinaryPatron, offeredRoles.slice(0, 3), look),
  ),
  ...inSixLanguages('role-details', 'User Roles Details', (look) =>
    rolePage('role-details', namedUser, namedUser.roles.slice(1, 2), look),
  ),
  userPage(
    'role-details-unlike',
    'User Roles Details, ids of other names',
    rolePage('role-details', namedUser, namedUser.roles.slice(1, 2), { ids: 'unlike' }),
  ),
];

const chosen: Partial<ManagementPage> = {
  purge: { days: '30', recordType: 'STAFF', userGroup: 'Visitors', waiveThreshold: '1' },
};
const staff = people.crowd(60).filter((person) => person.recordType === 'STAFF');

const management: readonly AlmaCase[] = [
  ...inSixLanguages('purge', 'Purge User Records', (look) => managementPage('purge-users', look)),
  ...inSixLanguages('purge-add-job', 'Add Job, as it opens', (look) => managementPage('purge-add-job', look)),
  userPage('purge-add-job-chosen', 'Add Job with everything chosen', managementPage('purge-add-job', chosen)),
  userPage('purge-add-job-unlike', 'Add Job, ids of other names', managementPage('purge-add-job', { ids: 'unlike' })),
  userPage('purge-add-job-bare', 'Add Job, no ids', managementPage('purge-add-job', { ids: 'bare', bodyId: false })),
  ...inSixLanguages('run-job-purge', 'Run a Job, Purge users', (look) =>
    managementPage('run-job-purge', { people: people.crowd(12), ...look }),
  ),
  ...inSixLanguages('delete-policy', 'Delete User Policy', (look) => managementPage('delete-user-policy', look)),
  userPage(
    'delete-policy-remove',
    'Delete User Policy, Fully Remove',
    managementPage('delete-user-policy', { deletePolicy: 'fully-remove' }),
  ),
  ...inSixLanguages('merge', 'Merge Users', (look) =>
    managementPage('merge-users', { people: [ordinaryPatron, namedUser], ...look }),
  ),
  userPage(
    'merge-exl',
    'Merge an Ex Libris account',
    managementPage('merge-users', { people: [people.exLibrisAccount, namedUser] }),
  ),
  userPage('merge-empty', 'Merge Users as it opens', managementPage('merge-users')),
  ...inSixLanguages('staff-login', 'Staff Login Report', (look) =>
    managementPage('staff-login-report', { people: staff, pageSize: 100, ...look }),
  ),
  userPage(
    'staff-login-paged',
    'a first page of the Staff Login Report',
    managementPage('staff-login-report', { people: staff, pageSize: 10 }),
  ),
  ...inSixLanguages('roles-report', 'Roles Report', (look) =>
    managementPage('roles-report', { people: staff.slice(0, 6), pageSize: 100, ...look }),
  ),
];

const others: readonly AlmaCase[] = [
  noScreen('home', 'home', otherPage('home', namedUser)),
  noScreen('home-old', 'home, old layout', otherPage('home', namedUser, { layout: 'old' })),
  noScreen('login', 'login', otherPage('login', namedUser)),
  noScreen('titles', 'a list of titles', otherPage('titles', namedUser)),
  noScreen('titles-2000', '2,000 titles', otherPage('titles', namedUser, { rows: 2000 })),
  noScreen('vendor-contact', 'a contact of a vendor', otherPage('vendor-contact', namedUser)),
  noScreen(
    'vendor-contact-de',
    'a contact of a vendor, German',
    otherPage('vendor-contact', namedUser, { language: 'de', layout: 'old' }),
  ),
  noScreen('patron-services', 'Patron Services', otherPage('patron-services', namedUser)),
  noScreen('set-details', 'details of a set', otherPage('set-details', namedUser)),
  noScreen('invoice', 'an invoice whose lines can be deleted', otherPage('invoice', namedUser)),
  noScreen('angular-results', 'an Angular result page', otherPage('angular-results', namedUser)),
  // Only its address tells: the document is that of a record.
  noScreen('public-record', 'a public page drawn like a record', otherPage('public-record', namedUser)),
];

/** What may be drawn otherwise in the skeleton of 2026. */
const skeletonLists: readonly AlmaCase[] = [
  userPage('list-one', 'one user found', userList([namedUser], { columns: withId })),
  userPage(
    'list-no-entities',
    'no script text about the users',
    userList(mixedPeople, { columns: withId, skeleton: { entities: 'absent' } }),
  ),
  userPage(
    'list-page-before',
    "the body's id is that of the page before",
    userList(mixedPeople, { columns: withId, skeleton: { bodyIdOf: 'page-before' } }),
  ),
  userPage(
    'list-popups',
    'popups filled beside the names',
    userList(mixedPeople, { columns: withId, skeleton: { popups: 'filled' } }),
  ),
  userPage(
    'list-narrow',
    'buttons in the menu of a narrow window',
    userList(mixedPeople, { columns: withId, skeleton: { narrow: true } }),
  ),
  userPage(
    'role-details-radios',
    'User Roles Details, status as buttons',
    rolePage('role-details', namedUser, namedUser.roles.slice(1, 2), { skeleton: { choices: 'radio' } }),
  ),
  noScreen(
    'vendor-contact-action',
    'a contact of a vendor, named by its action alone',
    otherPage('vendor-contact', namedUser, { bodyId: false, skeleton: { identity: 'action' } }),
  ),
];

/** Pages without a record of one user. */
export const pageCases: readonly AlmaCase[] = [...lists, ...rolePages, ...management, ...others, ...skeletonLists];

/** Pages whose size would make every walk over them slow; one layout is enough. */
const large = new Set(['list-10000', 'titles-2000']);

/** The English ones again in the layout before 2026; of the other languages, some pages are of earlier layouts anyway. */
export const earlierPageCases: readonly AlmaCase[] = pageCases
  .filter(
    ({ id, description }) =>
      description.layout === '2026' &&
      description.language === 'en' &&
      !large.has(id) &&
      !skeletonLists.some((each) => each.id === id),
  )
  .map((each) => ({
    ...each,
    id: `${each.id}-2022`,
    title: `${each.title}, layout of 2022`,
    description: { ...each.description, layout: 'new' },
  }));
