import type { Day, Role, UserFields } from '../../src/record/index.ts';
import type { UserDetailsPage } from './description.ts';
import type { Expectation, ExpectedRecord } from './expected.ts';
import { shownName } from './people.ts';
import { tellsDateOrder } from './skeleton/dates.ts';
import { rolesOnScreen } from './user-details.ts';

type Field = keyof UserFields;

/**
 * The record as it stands on a User Details page: what is certain, what cannot be known, and what depends on how good a reader is.
 * `knowingDateOrder`: the reader has been told whether the day or the month comes first.
 */
export function expectedRecord(page: UserDetailsPage, knowingDateOrder = false): ExpectedRecord {
  const record = page.tab === 'general' ? generalTab(page, knowingDateOrder) : otherTab(page);
  const doubtful = new Set<Field>(doubtfulFields(page));
  const entries = (Object.keys(record) as Field[]).map((field) => {
    const expectation: Expectation<unknown> = record[field];
    return [
      field,
      doubtful.has(field) && expectation.state === 'read' ? { ...expectation, state: 'read-or-unread' } : expectation,
    ];
  });
  return Object.fromEntries(entries) as ExpectedRecord;
}

const unread = { state: 'unread' } as const;
const read = <T>(value: T, ...or: T[]): Expectation<T> =>
  or.length > 0 ? { state: 'read', value, or } : { state: 'read', value };

const nothing: ExpectedRecord = {
  primaryId: unread,
  name: unread,
  recordType: unread,
  accountType: unread,
  status: unread,
  userGroup: unread,
  expiryDate: unread,
  purgeDate: unread,
  roles: unread,
  lastLogin: unread,
};

/**
 * Of the record, another tab shows the name at most, and names the user in its script text; what it lists belongs to other things or to
 * other people.
 */
const otherTab = (page: UserDetailsPage): ExpectedRecord => ({
  ...nothing,
  primaryId: page.person.id !== null && isNamedByEntity(page) ? read(page.person.id) : unread,
  name: nameOf(page),
});

/** Whether the page's script text names this user and nobody else. */
const isNamedByEntity = ({ layout, skeleton }: UserDetailsPage): boolean =>
  layout === '2026' && skeleton.entities === 'right';

/** Field and script text have to agree; with two users in the script text it says nothing of whose record this is. */
function identifierOf(page: UserDetailsPage): Expectation<string> {
  const { person, disagreement, layout, skeleton } = page;
  if (person.id === null || disagreement === 'identifier') return unread;
  if (layout === '2026' && skeleton.entities === 'other') return unread;
  if (layout === '2026' && skeleton.entities === 'several') return { state: 'read-or-unread', value: person.id };
  return read(person.id);
}

function generalTab(page: UserDetailsPage, knowingDateOrder: boolean): ExpectedRecord {
  const { person } = page;
  const day = (value: Day | null) => dayExpectation(page, value, knowingDateOrder);
  return {
    ...nothing,
    primaryId: identifierOf(page),
    name: nameOf(page),
    recordType: read(person.recordType),
    accountType: read(person.accountType),
    status: page.disagreement === 'status' ? unread : read(person.status),
    userGroup: person.userGroup ? read<string | null>(person.userGroup.name, person.userGroup.code) : read(null),
    expiryDate: isContradicted(page, person.expiryDate) ? unread : day(person.expiryDate),
    purgeDate: isContradicted(page, person.purgeDate) ? unread : day(person.purgeDate),
    roles: rolesExpectation(page, knowingDateOrder),
  };
}

/** Without the header there are first and last name, which a reader may put together in either order. */
function nameOf(page: UserDetailsPage): Expectation<string | null> {
  const { firstName, lastName } = page.person;
  if (page.headerName && page.ids !== 'bare') return read<string | null>(shownName(page.person));
  if (page.tab !== 'general' && !page.headerName) return unread;
  return {
    state: 'read-or-unread',
    value: shownName(page.person),
    or: [`${firstName} ${lastName}`, `${lastName} ${firstName}`],
  };
}

/** Day and month can be told apart by the day alone. */
const isTelling = (day: Day): boolean => Number(day.slice(8)) > 12 || day.slice(5, 7) === day.slice(8);

const hasTellingDay = ({ person, roleList }: UserDetailsPage): boolean =>
  [
    person.birthDate,
    person.expiryDate,
    person.purgeDate,
    ...(roleList.columns.includes('expiryDate') ? person.roles.map((role) => role.expiryDate ?? null) : []),
  ].some((day) => day !== null && isTelling(day));

/** Whether the hidden parts of a date field name another day than its text. */
const isContradicted = ({ layout, skeleton, editable }: UserDetailsPage, day: Day | null): boolean =>
  layout === '2026' && editable && day !== null && skeleton.dateParts === 'other';

function dayExpectation(page: UserDetailsPage, day: Day | null, knowingDateOrder: boolean): Expectation<Day | null> {
  if (day === null || page.dateFormat === 'iso' || knowingDateOrder) return read<Day | null>(day);
  if (page.dateFormat === 'textual') return { state: 'read-or-unread', value: day };
  if (page.layout === '2026' && tellsDateOrder(page)) return read<Day | null>(day);
  if (isTelling(day)) return read<Day | null>(day);
  // With dots the day comes first everywhere; with strokes only another date on the page can tell.
  if (page.dateFormat === 'dotted' || hasTellingDay(page)) return { state: 'read-or-unread', value: day };
  // Nobody says in which order the day is written, but its hidden parts may tell.
  const hasParts = page.layout === '2026' && page.editable && page.skeleton.dateParts === 'same';
  return hasParts ? { state: 'read-or-unread', value: day } : unread;
}

function rolesExpectation(page: UserDetailsPage, knowingDateOrder: boolean): Expectation<readonly Role[]> {
  const { extent, status, columns } = page.roleList;
  if (page.person.recordType === 'CONTACT' || extent !== 'whole' || !columns.includes('name')) return unread;
  const value = rolesOnScreen(page).map((role) => shownRole(page, role, knowingDateOrder));
  if (page.layout === '2026') return { state: wholeListState(page), value };
  // An empty list without a counter says in words that it is one.
  return { state: status === 'text' ? 'read' : 'read-or-unread', value };
}

/** How sure a list of 2026 is to be whole: by its counter, or by a hidden number that may mean the list or what is drawn of it. */
function wholeListState({
  roleList: { counter },
  skeleton: { recordCount },
  person,
}: UserDetailsPage): 'read' | 'unread' | 'read-or-unread' {
  const isCounted = counter && person.roles.length > 0;
  if (recordCount === 'more') return isCounted ? 'read-or-unread' : 'unread';
  return isCounted || (person.roles.length === 0 && recordCount !== 'absent') ? 'read' : 'read-or-unread';
}

/** A role as far as the list shows it. Its code is known to the stand-in alone; a reader may add the right one. */
function shownRole(page: UserDetailsPage, role: Role, knowingDateOrder: boolean): Role {
  const { columns } = page.roleList;
  const { name, code, status, scope, expiryDate = null } = role;
  const day = dayExpectation(page, expiryDate, knowingDateOrder);
  return {
    name,
    ...(code === undefined ? {} : { code }),
    ...(columns.includes('status') && status !== undefined ? { status } : {}),
    ...(columns.includes('scope') && scope !== undefined ? { scope } : {}),
    ...(columns.includes('expiryDate') && day.state !== 'unread' ? { expiryDate: day.value } : {}),
  };
}

const shownFields: readonly Field[] = [
  'primaryId',
  'recordType',
  'accountType',
  'status',
  'userGroup',
  'expiryDate',
  'purgeDate',
  'roles',
];

/** Fields that stand on the page and that nobody can be blamed for not finding. */
function doubtfulFields(page: UserDetailsPage): readonly Field[] {
  if (page.ids === 'bare' || page.spinner || isMixed(page)) return [...shownFields, 'name'];
  if (page.ids === 'unlike') return shownFields.filter((field) => field !== 'primaryId' || !isNamedByEntity(page));
  return [
    ...(page.otherPerson ? (['primaryId', 'status', 'expiryDate'] as const) : []),
    ...(page.roleForm ? (['status', 'expiryDate'] as const) : []),
  ];
}

/** Whether the document is of two pages: the body is still that of the page before, or the side pane shows another record. */
const isMixed = ({ layout, skeleton }: UserDetailsPage): boolean =>
  layout === '2026' && (skeleton.bodyIdOf === 'page-before' || skeleton.sidePane !== null);

/** Whether a reader has to know the screen: not while it is being redrawn, and not when nothing but words says what it is. */
export const isCertain = (page: UserDetailsPage): boolean => page.ids !== 'bare' && !page.spinner && !isMixed(page);
