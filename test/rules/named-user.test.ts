import { describe, expect, test } from 'vitest';
import type { FieldName, Role, UserFields } from '../../src/record/index.ts';
import { judge, type Policy, type ProtectedAccount, policies } from '../../src/rules/index.ts';
import { cataloger, day, instructor, patron, recordIn, role, today, userManager } from './case.ts';

interface Given {
  readonly known?: Partial<UserFields>;
  readonly unread?: readonly FieldName[];
  readonly policy?: Partial<Policy>;
}

const answer = ({ known = {}, unread = [], policy = {} }: Given) =>
  judge(recordIn({ known, unread }), { ...policies.wrlc, ...policy }, today).namedUser;

const holding = (...roles: Role[]): Partial<UserFields> => ({ roles });
const entry = (match: ProtectedAccount['match'], value: string, counts: boolean): Partial<Policy> => ({
  protectedAccounts: [{ match, value, label: '', counts, source: '' }],
});

describe('counts', () => {
  test.each<[string, Given, readonly string[]]>([
    ['one role besides Patron', { known: holding(patron, cataloger) }, ['Cataloger']],
    ['two, in the record’s order', { known: holding(userManager, patron, cataloger) }, ['User Manager', 'Cataloger']],
    ['each role once, as it is first spelled', { known: holding(role(' cataloger '), cataloger) }, ['cataloger']],
    ['a role that nobody knows', { known: holding(patron, role('Bibliothekarin')) }, ['Bibliothekarin']],
    ['a role that has only a code', { known: holding(role('', { code: '204' })) }, ['204']],
    ['past the expiration date', { known: { ...holding(cataloger), expiryDate: day('2020-01-01') } }, ['Cataloger']],
    [
      'record type, name, group, dates and login unread',
      {
        known: holding(cataloger),
        unread: ['recordType', 'name', 'userGroup', 'expiryDate', 'purgeDate', 'lastLogin', 'accountType'],
      },
      ['Cataloger'],
    ],
    [
      'an inactive role, by the cautious reading',
      { known: holding(role('Cataloger', { status: 'INACTIVE' })) },
      ['Cataloger'],
    ],
    [
      'an expired role, by the cautious reading',
      { known: holding(role('Cataloger', { expiryDate: day('2026-03-01') })) },
      ['Cataloger'],
    ],
    ['a staff record', { known: { ...holding(cataloger), recordType: 'STAFF' } }, ['Cataloger']],
    ['a name without surname or accents lost', { known: { ...holding(cataloger), name: 'Nuñez, Zoë' } }, ['Cataloger']],
    ['a blank name', { known: { ...holding(cataloger), name: null } }, ['Cataloger']],
    [
      'a consortium account that is counted',
      { known: { ...holding(cataloger), primaryId: 'carli_ada' }, policy: entry('prefix', 'carli_', true) },
      ['Cataloger'],
    ],
    [
      'Alma Administrator is not left out by any source',
      { known: { ...holding(cataloger), name: 'Alma Administrator' } },
      ['Cataloger'],
    ],
    ['a code that disagrees with Patron', { known: holding(role('Patron', { code: '21' })) }, ['Patron']],
  ])('%s', (_says, given, deciding) => {
    const { change, line, ...rest } = answer(given);
    expect(rest).toEqual({ answer: 'counts', deciding, authority: 'wrlc-carli', missing: [] });
    expect(line).toMatch(/^Counts as a named user because of .+\.$/);
  });
});

describe('does not count', () => {
  test.each<[string, Given, RegExp]>([
    ['no roles', { known: holding() }, /no roles\.$/],
    ['Patron alone', {}, /Patron is the only role\.$/],
    ['roles that do not count', { known: holding(patron, instructor) }, /none of the roles counts\.$/],
    ['inactive', { known: { ...holding(cataloger), status: 'INACTIVE' } }, /inactive\.$/],
    ['deleted', { known: { ...holding(cataloger), status: 'DELETED' } }, /deleted\.$/],
    ['a contact', { known: { ...holding(cataloger), recordType: 'CONTACT' } }, /contact record\.$/],
    ['an Ex Libris account', { known: { ...holding(cataloger), primaryId: 'EXL_impl' } }, /Ex Libris account\.$/],
    ['the Leganto guest', { known: { ...holding(cataloger), primaryId: 'leganto_guest' } }, /Ex Libris account\.$/],
    [
      'a consortium account that is not counted',
      { known: { ...holding(cataloger), primaryId: 'nz_ada' }, policy: entry('prefix', 'nz_', false) },
      /your settings leave out\.$/,
    ],
    [
      'inactive, and all else unread',
      { known: { status: 'INACTIVE' }, unread: ['roles', 'primaryId', 'recordType'] },
      /inactive\.$/,
    ],
    [
      'protected, and all else unread',
      { known: { primaryId: 'rialto_x' }, unread: ['roles', 'status', 'recordType', 'name'] },
      /Ex Libris account\.$/,
    ],
    [
      'Patron alone, and all else unread',
      { unread: ['primaryId', 'status', 'recordType', 'name', 'userGroup'] },
      /Patron is the only role\.$/,
    ],
    [
      'a role switched off, where such roles do not count',
      { known: holding(role('Cataloger', { status: 'INACTIVE' })), policy: { inactiveRolesCount: false } },
      /none of the roles counts\.$/,
    ],
  ])('%s', (_says, given, line) => {
    const result = answer(given);
    expect(result).toMatchObject({ answer: 'does-not-count', deciding: [], missing: [] });
    expect(result.line).toMatch(line);
    expect(result).not.toHaveProperty('change');
  });
});

describe('cannot tell', () => {
  test.each<[string, Given, readonly FieldName[]]>([
    ['the roles are unread', { unread: ['roles'] }, ['roles']],
    ['the status is unread', { known: holding(cataloger), unread: ['status'] }, ['status']],
    ['the identifier is unread', { known: holding(cataloger), unread: ['primaryId'] }, ['primaryId']],
    [
      'a group could leave it out',
      { known: holding(cataloger), unread: ['userGroup'], policy: entry('group', 'Central', false) },
      ['userGroup'],
    ],
    [
      'a name could leave it out',
      { known: holding(cataloger), unread: ['name'], policy: entry('name', 'Central Desk', false) },
      ['name'],
    ],
    [
      'everything is unread',
      { unread: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'] },
      ['status', 'primaryId', 'roles'],
    ],
  ])('%s', (_says, given, missing) => {
    const result = answer(given);
    expect(result.answer).toBe('cannot-tell');
    expect(result.deciding).toEqual([]);
    expect([...result.missing].sort()).toEqual([...missing].sort());
    expect(result.line).toMatch(/^Could not tell .+ Not read: .+\.$/);
    expect(result).not.toHaveProperty('change');
  });
});

const many = ['Cataloger', 'Fund Manager', 'Invoice Manager', 'License Manager', 'Vendor Manager'].map((name) =>
  role(name),
);

describe('the line', () => {
  test.each<[string, Given, string]>([
    [
      'two of eleven',
      { known: holding(...many.slice(0, 2), patron, ...leftOutRoles()) },
      'Counts as a named user because of Cataloger and Fund Manager (2 of 11 roles).',
    ],
    [
      'one of two',
      { known: holding(patron, cataloger) },
      'Counts as a named user because of Cataloger (1 of 2 roles).',
    ],
    [
      'the only one',
      { known: holding(cataloger) },
      'Counts as a named user because of Cataloger, the only role on the record.',
    ],
    [
      'many',
      { known: holding(...many, patron) },
      'Counts as a named user because of 5 of 6 roles, among them Cataloger, Fund Manager, and Invoice Manager.',
    ],
    [
      'one that nobody knows',
      { known: holding(patron, role('Bibliothekarin')) },
      'Counts as a named user because of Bibliothekarin (1 of 2 roles), which is on no list that we know and is counted to be on the safe side.',
    ],
    [
      'one of two that nobody knows',
      { known: holding(cataloger, role('Bibliothekarin')) },
      'Counts as a named user because of Cataloger and Bibliothekarin (2 of 2 roles). On no list that we know, and counted to be on the safe side: Bibliothekarin.',
    ],
  ])('%s', (_says, given, line) => expect(answer(given).line).toBe(line));
});

function leftOutRoles(): Role[] {
  const names = ['Trial Participant', 'Instructor', 'Leganto Course Operator', 'Selector', 'Selector Limited'];
  return [...names, 'Super Selector', 'Rialto Manager', 'Rialto Administrator'].map((name) => role(name));
}

describe('the change that would end it', () => {
  test('names the number of roles, and what a patron keeps', () => {
    expect(answer({ known: holding(patron, cataloger, userManager) }).change).toBe(
      'Removing these 2 roles, or deactivating the record, would end it. Somebody who stays a patron keeps Patron.',
    );
    expect(answer({ known: holding(patron, cataloger) }).change).toMatch(/^Removing this role, or deactivating/);
  });

  test('is never named for a protected account', () => {
    const given = { known: { ...holding(cataloger), primaryId: 'carli_ada' }, policy: entry('prefix', 'carli_', true) };
    expect(answer(given)).not.toHaveProperty('change');
  });

  test('comes with a warning where the account could be protected', () => {
    expect(answer({ known: holding(cataloger), unread: ['name'] }).change).toMatch(
      /First make sure .+ Not read: name\.$/,
    );
  });
});

test('the answer names the role list that it rests on', () => {
  const given = holding(patron, instructor);
  expect(answer({ known: given, policy: { roleList: 'patron-only' } })).toMatchObject({
    answer: 'counts',
    authority: 'patron-only',
  });
  expect(answer({ known: given, policy: { roleList: 'no such list' } })).toMatchObject({
    answer: 'counts',
    authority: 'patron-only',
  });
});

test('authorities that disagree are named on either side', () => {
  const { verdicts } = judge(recordIn({ known: holding(role('API Read')) }), policies.wrlc, today);
  expect(verdicts.find(({ rule }) => rule === 'authorities-disagree')?.findings[0]?.message).toBe(
    'This record counts as a named user for WRLC/CARLI, Ex Libris article of August 2020, Ex Libris licensing FAQ, and SUNY (every role but Patron), but not for Ex Libris Staff Login Report. Follow what your contract says, and choose its list in the options. Ex Libris’ audit may come to another number than your consortium.',
  );
});

describe('a role whose status or expiry date could not be understood', () => {
  const doubtful = role('Cataloger', { stateUnread: true });
  const strict = { inactiveRolesCount: false };

  test.each<[string, Given, string, readonly string[]]>([
    ['counts by the cautious reading, in force or not', { known: holding(doubtful) }, 'counts', ['Cataloger']],
    [
      'leaves the answer open where roles that are off do not count',
      { known: holding(patron, doubtful), policy: strict },
      'cannot-tell',
      [],
    ],
    [
      'does not stand beside a role that decides',
      { known: holding(doubtful, userManager), policy: strict },
      'counts',
      ['User Manager'],
    ],
    [
      'says nothing where it would not count anyway',
      { known: holding(role('Patron', { stateUnread: true })), policy: strict },
      'does-not-count',
      [],
    ],
    [
      'is off when what was read says so',
      { known: holding(role('Cataloger', { stateUnread: true, status: 'INACTIVE' })), policy: strict },
      'does-not-count',
      [],
    ],
    [
      'is off when it is past its expiry',
      { known: holding(role('Cataloger', { stateUnread: true, expiryDate: day('2026-03-01') })), policy: strict },
      'does-not-count',
      [],
    ],
    [
      'is of no consequence on an inactive record',
      { known: { ...holding(doubtful), status: 'INACTIVE' }, policy: strict },
      'does-not-count',
      [],
    ],
  ])('%s', (_says, given, expected, deciding) => {
    expect(answer(given)).toMatchObject({ answer: expected, deciding });
  });

  const outcomeOf = (rule: string, roles: readonly Role[], policy: Partial<Policy> = strict) =>
    judge(recordIn({ known: { roles }, unread: [] }), { ...policies.wrlc, ...policy }, today).verdicts.find(
      (verdict) => verdict.rule === rule,
    )?.outcome;

  test.each<[string, readonly Role[], string]>([
    ['role-switched-off', [doubtful], 'cannot-tell'],
    ['role-switched-off', [doubtful, role('User Manager', { status: 'INACTIVE' })], 'found'],
    ['one-role-decides', [doubtful, userManager], 'cannot-tell'],
    [
      'one-role-decides',
      [doubtful, role('Receiving Operator', { stateUnread: true }), role('Selector')],
      'cannot-tell',
    ],
    ['one-role-decides', [doubtful, cataloger], 'found'],
    ['uncounted-roles-only', [doubtful, role('Selector')], 'cannot-tell'],
    ['uncounted-roles-only', [doubtful, cataloger], 'clear'],
    ['authorities-disagree', [doubtful, instructor], 'cannot-tell'],
    ['privileged-role', [role('User Manager', { stateUnread: true })], 'found'],
  ])('%s', (rule, roles, outcome) => {
    expect(outcomeOf(rule, roles)).toBe(outcome);
  });
});
