import { describe, expect, it } from 'vitest';
import type { Day, Role, UserFields, UserRecord } from '../../src/record/index.ts';
import { caseOf, everyCase } from './cases.ts';
import type { UserDetailsPage } from './description.ts';
import { compare, type Expectation, type ExpectedRecord } from './expected.ts';
import { tagsIn, textsIn } from './markup.ts';
import { render } from './render.ts';
import { shownDay, word } from './words.ts';

interface RecordCase {
  readonly id: string;
  readonly page: UserDetailsPage;
  readonly expected: ExpectedRecord;
}

const records: readonly RecordCase[] = everyCase.flatMap(({ id, description, expected, expectedKnowingDateOrder }) => {
  if (description.screen !== 'user-details' || expected === 'no-screen' || expected.kind !== 'record') return [];
  const page = description;
  const more = expectedKnowingDateOrder
    ? [{ id: `${id}, knowing the date order`, page, expected: expectedKnowingDateOrder }]
    : [];
  return [{ id, page, expected: expected.record }, ...more];
});

/** What a reader of the page can see: texts, values of controls, whole texts of shortened cells, users of the script text. */
function visibleIn(page: UserDetailsPage): string[] {
  const body = render(page).replace(/^[\s\S]*<body/, '<body');
  // The page's script text names users in links whose quotes are escaped.
  const linked = [...body.matchAll(/\\"\/users\/([^"\\]*)\\"/g)].map(([, link = '']) => decodeURIComponent(link));
  return [
    ...linked,
    ...textsIn(body),
    ...tagsIn(body).flatMap(({ attributes: { title = '', value = '' } }) => [title, value]),
  ];
}

const knownIn = <T>(expectation: Expectation<T>): T | undefined =>
  expectation.state === 'unread' ? undefined : expectation.value;

/** Every text that has to stand on the page for the expected record to be readable there. */
function textsOf({ page, expected }: RecordCase): string[] {
  const day = (value: Day | null | undefined) => (value ? [shownDay(value, page.dateFormat, page.language)] : []);
  const coded = [expected.recordType, expected.accountType, expected.status].flatMap(
    (each) => knownIn<string>(each) ?? [],
  );
  const roles = knownIn(expected.roles) ?? [];
  return [
    knownIn(expected.primaryId) ?? [],
    expected.name.state === 'read' ? (expected.name.value ?? []) : [],
    coded.map((code) => word(page.language, code as 'ACTIVE')),
    knownIn(expected.userGroup) ?? [],
    day(knownIn(expected.expiryDate)),
    day(knownIn(expected.purgeDate)),
    roles.flatMap((role) => [role.name, ...(role.scope ? [role.scope] : []), ...day(role.expiryDate)]),
  ].flat();
}

describe('what is expected of a reader', () => {
  it('stands on the page, every value of it', () => {
    const missing = records.flatMap((each) => {
      const visible = new Set(visibleIn(each.page));
      return textsOf(each).flatMap((text) => (visible.has(text) ? [] : `${each.id}: ${text}`));
    });
    expect(missing).toEqual([]);
    expect(records.flatMap(textsOf).length).toBeGreaterThan(1000);
  });

  it('covers every field of the record, in every case', () => {
    const fields = Object.keys(caseOf('patron').expected === 'no-screen' ? {} : (records[0]?.expected ?? {}));
    expect(fields).toHaveLength(10);
    for (const { id, expected } of records) expect(Object.keys(expected), id).toEqual(fields);
  });

  it('has at least 40 pages of records, and each state of every field that a page can show', () => {
    expect(records.length).toBeGreaterThanOrEqual(40);
    const shown = ['primaryId', 'name', 'status', 'expiryDate', 'purgeDate', 'roles'] as const;
    for (const field of shown) {
      const states = new Set(records.map(({ expected }) => expected[field].state));
      expect([...states].sort(), field).toEqual(['read', 'read-or-unread', 'unread']);
    }
  });

  const expectationIn = <F extends keyof UserFields>(id: string, field: F) =>
    records.find((each) => each.id === id)?.expected[field];

  it('never asks for what a page cannot tell', () => {
    for (const id of [
      'roles-paged',
      'roles-paged-patron-first',
      'roles-paged-no-counter',
      'roles-last-page',
      'roles-filtered-patron',
      'roles-filtered-link',
      'roles-searched-patron',
      'roles-filtered',
      'roles-searched',
      'roles-not-drawn',
      'roles-no-rows-yet',
    ]) {
      expect(expectationIn(id, 'roles')?.state, id).toBe('unread');
    }
    expect(expectationIn('mdy-ambiguous', 'expiryDate')?.state).toBe('unread');
    expect(expectationIn('mdy-ambiguous, knowing the date order', 'expiryDate')).toEqual({
      state: 'read',
      value: '2027-03-04',
    });
    expect(expectationIn('dmy-one-telling', 'purgeDate')?.state).toBe('read-or-unread');
    expect(expectationIn('two-identifiers', 'primaryId')?.state).toBe('unread');
    expect(expectationIn('two-statuses', 'status')?.state).toBe('unread');
    expect(expectationIn('contact', 'primaryId')?.state).toBe('unread');
    expect(expectationIn('identifiers-2022', 'primaryId')?.state).toBe('unread');
    expect(expectationIn('identifiers', 'primaryId')).toEqual({ state: 'read', value: 'mhollow@example.org' });
    expect(expectationIn('s-other-entity', 'primaryId')?.state).toBe('unread');
    for (const order of ['mdy', 'dmy']) {
      expect(expectationIn(`s-${order}-nowhere-read-only`, 'expiryDate')?.state).toBe('unread');
      expect(expectationIn(`s-${order}-contradicting`, 'expiryDate')?.state).toBe('unread');
      expect(expectationIn(`s-${order}-script-read-only`, 'expiryDate')).toEqual({
        state: 'read',
        value: '2027-03-04',
      });
    }
    for (const id of [
      's-roles-hidden-more',
      's-roles-none-more',
      's-roles-filtered-none',
      's-roles-paged-counts-screen',
    ])
      expect(expectationIn(id, 'roles')?.state, id).toBe('unread');
    expect(expectationIn('roles-none', 'roles')).toEqual({ state: 'read', value: [] });
    for (const { id, expected } of records) expect(expected.lastLogin.state, id).toBe('unread');
  });
});

describe('comparing a record with what is expected', () => {
  const expected = records.find(({ id }) => id === 'named-user')?.expected as ExpectedRecord;
  const truth = Object.fromEntries(
    Object.entries(expected).map(([field, each]) => [
      field,
      each.state === 'unread' ? { state: 'unread', why: 'not-on-this-page' } : { state: 'read', value: each.value },
    ]),
  ) as unknown as UserRecord;
  const roles = (expected.roles.state === 'unread' ? [] : expected.roles.value) as Role[];
  const withRoles = (value: Role[]): UserRecord => ({ ...truth, roles: { state: 'read', value } });

  it('finds nothing wrong with the truth', () => {
    expect(compare(expected, truth)).toMatchObject({ wrong: [], missing: [] });
    expect(compare(expected, truth).right).toHaveLength(9);
  });

  it('finds a wrong value, a missing one and one that nobody can know', () => {
    expect(compare(expected, { ...truth, status: { state: 'read', value: 'INACTIVE' } }).wrong).toEqual(['status']);
    expect(compare(expected, { ...truth, status: { state: 'unread', why: 'unparseable' } }).missing).toEqual([
      'status',
    ]);
    expect(compare(expected, { ...truth, lastLogin: { state: 'read', value: 'not-in-window' } }).wrong).toEqual([
      'lastLogin',
    ]);
  });

  it('takes the code of a user group for the group', () => {
    expect(compare(expected, { ...truth, userGroup: { state: 'read', value: 'STAFF' } }).wrong).toEqual([]);
    expect(compare(expected, { ...truth, userGroup: { state: 'read', value: 'UGRAD' } }).wrong).toEqual(['userGroup']);
  });

  it('wants every role, with its status, and nothing wrong about it', () => {
    expect(compare(expected, withRoles(roles.slice(1))).wrong).toEqual(['roles']);
    expect(
      compare(expected, withRoles(roles.map(({ name, status }) => ({ name, ...(status ? { status } : {}) })))).wrong,
    ).toEqual([]);
    expect(compare(expected, withRoles(roles.map(({ name }) => ({ name })))).wrong).toEqual(['roles']);
    expect(compare(expected, withRoles(roles.map((role) => ({ ...role, code: '999' })))).wrong).toEqual(['roles']);
    expect(
      compare(expected, withRoles(roles.map((role) => ({ ...role, expiryDate: '2020-01-01' as Day })))).wrong,
    ).toEqual(['roles']);
  });
});
