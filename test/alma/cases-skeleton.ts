import { recordCase } from './cases-records.ts';
import { type DateFormat, type Language, type Person, userDetails } from './description.ts';
import type { AlmaCase } from './expected.ts';
import * as people from './people.ts';
import { role, translatedRole } from './roles.ts';
import type { Skeleton } from './skeleton/look.ts';

const { namedUser, externalStaff, ordinaryPatron } = people;

type Details = Parameters<typeof userDetails>[1];

/** A User Details page of the skeleton of 2026. */
const details = (id: string, title: string, person: Person, other: Details = {}): AlmaCase =>
  recordCase(`s-${id}`, title, userDetails(person, { ...other, layout: '2026' }));

const dateFormats: Readonly<Record<Language, DateFormat>> = {
  en: 'mdy',
  de: 'dotted',
  fr: 'dmy',
  es: 'dmy',
  it: 'dmy',
  pt: 'dmy',
};

const languages = Object.entries(dateFormats).flatMap(([code, dateFormat]) => {
  const language = code as Language;
  const inLanguage = (person: Person) => ({
    ...person,
    roles: person.roles.map((each) => translatedRole(each, language)),
  });
  return [
    details(language, `${language}, editable, ambiguous days`, people.ambiguousInternal, { language, dateFormat }),
    details(`${language}-read-only`, `${language}, read-only`, externalStaff, { language, dateFormat }),
    details(`${language}-roles`, `${language}, translated roles`, inLanguage(namedUser), { language, dateFormat }),
    details(`${language}-patron`, `${language}, translated Patron alone`, inLanguage(ordinaryPatron), {
      language,
      dateFormat,
    }),
    details(`${language}-no-roles`, `${language}, no roles`, people.withoutRoles, { language, dateFormat }),
    details(`${language}-60`, `${language}, 60 roles`, people.sixtyRoles, { language, dateFormat }),
    details(`${language}-partial`, `${language}, a first page of roles`, people.sixtyRoles, {
      language,
      dateFormat,
      roleList: { extent: 'paged', pageSize: 20 },
    }),
  ];
});

/** One thing each that may be drawn otherwise. */
const variants: readonly (readonly [string, string, Partial<Skeleton>])[] = [
  ['no-entity', 'no script text about the user', { entities: 'absent' }],
  ['empty-entities', 'a script text that tells of nothing', { entities: 'none' }],
  ['other-entity', 'a script text about another user', { entities: 'other' }],
  ['several-entities', 'a script text about two users', { entities: 'several' }],
  ['disabled', 'read-only values in disabled inputs', { readOnly: 'disabled' }],
  ['started', 'combo boxes that have been started', { combos: 'started' }],
  ['radios', 'record type and status as buttons', { choices: 'radio' }],
  ['autocomplete', 'the user group by typing, its code hidden', { group: 'autocomplete' }],
  ['closed', 'closed sections', { closedSections: true }],
  ['narrow', 'buttons in the menu of a narrow window', { narrow: true }],
  ['page-before', "the body's id is that of the page before", { bodyIdOf: 'page-before' }],
  ['identity-inputs', 'the name of the page in hidden inputs', { identity: 'inputs' }],
  ['identity-beside', 'the name of the page beside its form', { identity: 'beside-form' }],
  ['identity-action', "the name of the page in its form's action alone", { identity: 'action' }],
  ['popups', 'popups filled beside the names of roles', { popups: 'filled' }],
  ['count-on-screen', 'the hidden number counts what is on screen', { recordCount: 'on-screen' }],
  ['count-absent', 'no hidden number', { recordCount: 'absent' }],
  ['count-more', 'the hidden number says more than the counter', { recordCount: 'more' }],
  ['side-pane', 'another record in the side pane', { sidePane: ordinaryPatron }],
];

const drawnOtherwise = variants.flatMap(([id, title, skeleton]) => [
  details(id, title, namedUser, { skeleton }),
  details(`${id}-unlike`, `${title}, ids of other names`, namedUser, { skeleton, ids: 'unlike' }),
]);

const identities = [
  details('no-body-id', 'without body id', namedUser, { bodyId: false }),
  details('no-body-id-inputs', 'without body id, named in hidden inputs', namedUser, {
    bodyId: false,
    skeleton: { identity: 'inputs' },
  }),
  details('no-body-id-action', 'without body id, named by its action alone', namedUser, {
    bodyId: false,
    skeleton: { identity: 'action' },
  }),
  details('contact', 'a contact without identifier, whose link says null', people.contactRecord),
  details('awkward', 'an identifier of signs that are escaped', people.awkwardName),
  details('exl', 'an account of Ex Libris', people.exLibrisAccount),
  details('identifiers', 'Identifiers tab: the script text alone names the user', namedUser, { tab: 'identifier' }),
  details('notes-no-header', 'Notes tab without the name above', namedUser, { tab: 'notes', headerName: false }),
  details('notes-unlike', 'Notes tab, ids of other names', namedUser, { tab: 'notes', ids: 'unlike' }),
  details('notes-no-entity', 'Notes tab without script text', namedUser, {
    tab: 'notes',
    skeleton: { entities: 'absent' },
  }),
  details('proxy', 'Proxy For tab', namedUser, { tab: 'proxy' }),
  details('two-identifiers', 'two places name different identifiers', namedUser, { disagreement: 'identifier' }),
  details('two-statuses', 'two places name different statuses', namedUser, { disagreement: 'status' }),
  details('other-person', "another person's fields on the page", namedUser, { otherPerson: ordinaryPatron }),
  details('bare', 'ids that say nothing', namedUser, { ids: 'bare', bodyId: false }),
  details('bare-read-only', 'no ids at all', externalStaff, { ids: 'bare', bodyId: false, labels: 'none' }),
  details('no-for', 'labels that point nowhere', externalStaff, { labels: 'none' }),
  details('unlike-read-only', 'ids of other names, read-only', externalStaff, { ids: 'unlike' }),
  details('unlike-60', 'ids of other names, 60 roles', people.sixtyRoles, { ids: 'unlike' }),
  details('unlike-none', 'ids of other names, no roles', people.withoutRoles, { ids: 'unlike' }),
  details('spinner', 'while Alma redraws', namedUser, { spinner: true }),
];

/** The ways to say the order of day and month, with days that could be read either way. */
const dates = (['mdy', 'dmy'] as const).flatMap((dateFormat) =>
  (['everywhere', 'title', 'zdp', 'script', 'nowhere', 'contradicting'] as const).flatMap((dateOrder) => [
    details(`${dateFormat}-${dateOrder}`, `${dateFormat}, the order told: ${dateOrder}`, people.ambiguousInternal, {
      dateFormat,
      skeleton: { dateOrder, dateParts: 'placeholder' },
    }),
    details(
      `${dateFormat}-${dateOrder}-read-only`,
      `${dateFormat}, read-only, the order told: ${dateOrder}`,
      people.ambiguousDates,
      {
        dateFormat,
        skeleton: { dateOrder },
      },
    ),
  ]),
);

const dateParts = [
  details('date-parts-only', 'no order told, the hidden parts of days alone', people.ambiguousInternal, {
    dateFormat: 'dmy',
    skeleton: { dateOrder: 'nowhere' },
  }),
  details('date-parts-other', 'hidden parts that name another day', namedUser, {
    dateFormat: 'mdy',
    skeleton: { dateParts: 'other' },
  }),
  details('date-parts-absent', 'no hidden parts', people.ambiguousInternal, {
    dateFormat: 'mdy',
    skeleton: { dateParts: 'absent' },
  }),
  details('textual', 'days in words', namedUser, { dateFormat: 'textual' }),
];

const patronLast = { ...namedUser, roles: namedUser.roles.toReversed() };

const roleLists = [
  details('roles-paged-patron-first', 'a first page that shows Patron alone', namedUser, {
    roleList: { extent: 'paged', pageSize: 1 },
  }),
  details('roles-paged-counts-screen', 'a first page whose hidden number counts it alone', namedUser, {
    roleList: { extent: 'paged', pageSize: 1 },
    skeleton: { recordCount: 'on-screen' },
  }),
  details('roles-hidden-more', 'no counter, and a hidden number of more roles', namedUser, {
    roleList: { counter: false },
    skeleton: { recordCount: 'more' },
  }),
  details('roles-no-counter', 'no counter but the hidden number', namedUser, { roleList: { counter: false } }),
  details('roles-no-number', 'neither counter nor hidden number', namedUser, {
    roleList: { counter: false },
    skeleton: { recordCount: 'absent' },
  }),
  details('roles-none-more', 'no rows, and a hidden number of some', people.withoutRoles, {
    skeleton: { recordCount: 'more' },
  }),
  details('roles-last-page', 'the last page of roles', patronLast, { roleList: { extent: 'last-page', pageSize: 4 } }),
  details('roles-filtered-patron', 'the filter lets Patron alone through', patronLast, {
    roleList: { extent: 'filtered' },
  }),
  details('roles-filtered-none', 'the filter lets nothing through', people.withoutRoles, {
    roleList: { extent: 'filtered' },
  }),
  details('roles-searched-patron', 'the search lets Patron alone through', patronLast, {
    roleList: { extent: 'searched' },
  }),
  details('roles-not-drawn', 'no list at all', namedUser, { roleList: { extent: 'not-drawn' } }),
  details('roles-no-rows-yet', 'the rows are not there yet', namedUser, { roleList: { extent: 'no-rows-yet' } }),
  details('roles-toggle', 'status as a toggle', externalStaff, { roleList: { status: 'toggle' } }),
  details('roles-icon', 'status as a picture', externalStaff, { roleList: { status: 'icon' } }),
  details('roles-links', 'role names as links', namedUser, { roleList: { cell: 'link' } }),
  details('roles-buttons', 'role names as buttons', namedUser, { roleList: { cell: 'submit' } }),
  details('roles-shortened', 'shortened names', people.mixedAccount, { roleList: { cell: 'shortened' } }),
  details('roles-reordered', 'columns in another order', namedUser, {
    roleList: { columns: ['expiryDate', 'status', 'parameters', 'scope', 'name'] },
  }),
  details('role-form', 'a form with an expiry date of its own', namedUser, { roleForm: true }),
  details(
    'roles-course-reserves',
    'a counted role whose French name holds that of Patron',
    {
      ...ordinaryPatron,
      roles: [translatedRole(role('Course Reserves Viewer'), 'fr')],
    },
    { language: 'fr', dateFormat: 'dmy' },
  ),
];

/** Pages of the skeleton of 2026, one thing each that may be drawn otherwise. */
export const skeletonCases: readonly AlmaCase[] = [
  ...languages,
  ...drawnOtherwise,
  ...identities,
  ...dates,
  ...dateParts,
  ...roleLists,
];
