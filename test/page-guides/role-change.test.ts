import { describe, expect, test } from 'vitest';
import { changeBy, changeSince, roleAdvice } from '../../src/guidance/role-change.ts';
import { type Day, type Role, recordOf, type UserFields, type UserRecord, unread } from '../../src/record/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { english } from '../guidance/english.ts';

const base = policies.wrlc as Policy;
const context = (policy: Policy = base, language = 'en') => ({
  policy,
  today: '2026-11-21' as Day,
  say: english,
  language,
});

const patron: Role = { name: 'Patron', status: 'ACTIVE' };
const cataloger: Role = { name: 'Cataloger', status: 'ACTIVE' };
const operator: Role = { name: 'Circulation Desk Operator', status: 'ACTIVE' };
const instructor: Role = { name: 'Instructor', status: 'ACTIVE' };

const person = (roles: readonly Role[], other: Partial<UserFields> = {}): UserRecord =>
  recordOf({
    primaryId: 'u1',
    name: 'Marsh, Ida',
    status: 'ACTIVE',
    recordType: 'PUBLIC',
    accountType: 'EXTERNAL',
    userGroup: 'Staff',
    expiryDate: null,
    purgeDate: null,
    roles,
    ...other,
  });

const adding = (added: readonly Role[], record?: UserRecord, policy?: Policy, isEdit = false) =>
  roleAdvice(changeBy(added, record, isEdit), context(policy));
const about = (advice: readonly { about: string }[]) => advice.map((each) => each.about);

describe('on a protected account, which nobody may change', () => {
  const counting: Policy = {
    ...base,
    protectedAccounts: [{ match: 'exact', value: 'net_staff', label: 'Network', counts: true, source: '' }],
  };

  test.each([
    ['Ex Libris', 'exl_api'],
    ['a consortium whose staff count', 'net_staff'],
  ])('of %s nothing is said of the answer', (_, primaryId) => {
    const record = person([patron, cataloger], { primaryId });
    expect(adding([operator], record, counting)).toEqual([]);
    expect(roleAdvice(changeSince([patron, cataloger], person([patron], { primaryId })), context(counting))).toEqual(
      [],
    );
  });
});

describe('adding a role', () => {
  test('that counts makes a patron a named user, and the role is named', () => {
    const [first, ...others] = adding([cataloger], person([patron]));
    expect(first).toEqual({
      about: 'becomes',
      severity: 'warn',
      text: 'With Cataloger this person becomes a named user.',
    });
    expect(others).toEqual([]);
  });

  test('tells the limit where the policy sets one', () => {
    const found = adding([cataloger], person([patron]), { ...base, namedUserLimit: 120 });
    expect(about(found)).toEqual(['becomes', 'limit']);
    expect(found[1]?.text).toContain('120');
  });

  test('tells how many of the limit there were at the last review', () => {
    const adds = (policy: Partial<Policy>) =>
      adding([cataloger], person([patron]), { ...base, namedUserLimit: 120, ...policy })[1];
    expect(adds({ lastReviewCount: 118 })).toEqual({
      about: 'last',
      severity: 'note',
      text: '118 of 120 named users at the last review.',
    });
    expect(adds({ lastReviewCount: 118, lastReview: '2026-06-30' as Day })?.text).toBe(
      '118 of 120 named users at the last review, on 2026-06-30.',
    );
    for (const lastReviewCount of [120, 131])
      expect(adds({ lastReviewCount })).toMatchObject({ about: 'full', severity: 'warn' });
    expect(adds({ lastReviewCount: 118, namedUserLimit: null })).toBeUndefined();
  });

  test('that does not count changes nothing, and says why', () => {
    const found = adding([instructor], person([patron]));
    expect(about(found)).toEqual(['no', 'answer']);
    expect(found[1]?.text).toBe(english('named_user_not_uncounted_only'));
  });

  test('to somebody who counts already', () => {
    const found = adding([cataloger], person([patron, operator]));
    expect(about(found)).toEqual(['still']);
    expect(found[0]?.text).toContain('Circulation Desk Operator');
  });

  test('to an inactive record does not make it count', () => {
    const found = adding([cataloger], person([patron], { status: 'INACTIVE' }));
    expect(about(found)).toEqual(['yes', 'answer']);
    expect(found[1]?.text).toBe(english('named_user_not_inactive'));
  });

  test('that nobody knows counts to be on the safe side', () => {
    expect(about(adding([{ name: 'Keeper of Keys' }], person([patron])))).toEqual(['becomes']);
    expect(about(adding([{ name: 'Keeper of Keys' }]))).toEqual(['unknown', 'whose']);
  });

  test('to a record that was not read: what the role does by itself', () => {
    expect(about(adding([cataloger]))).toEqual(['yes', 'whose']);
    expect(about(adding([instructor]))).toEqual(['no', 'whose']);
    expect(adding([])).toEqual([]);
  });
});

describe('a list of roles that was filtered or has further pages', () => {
  const partly = { ...person([]), roles: unread('partial') };

  test('a counting role counts all the same, but nobody knows whether that is new', () => {
    expect(about(adding([cataloger], partly))).toEqual(['counts']);
  });

  test('a role that does not count leaves the answer open: never "does not count"', () => {
    const found = adding([instructor], partly);
    expect(about(found)).toEqual(['no', 'unread']);
    expect(found.map(({ text }) => text).join(' ')).not.toContain('Does not count as a named user');
  });

  test('what holds whatever the roles are is said', () => {
    const inactive = { ...person([], { status: 'INACTIVE' }), roles: unread('partial') };
    expect(about(adding([instructor], inactive))).toEqual(['no', 'answer']);
  });

  test('says nothing of a change on the record', () => {
    expect(roleAdvice(changeSince([patron], partly), context())).toEqual([]);
  });
});

describe('a change on the record', () => {
  const since = (first: readonly Role[], now: readonly Role[]) =>
    roleAdvice(changeSince(first, person(now)), context());

  test('nothing is said as long as nothing has changed, or nothing was read at first', () => {
    expect(since([patron, cataloger], [cataloger, patron])).toEqual([]);
    expect(roleAdvice(changeSince(undefined, person([cataloger])), context())).toEqual([]);
  });

  test('a role added', () => {
    expect(about(since([patron], [patron, cataloger]))).toEqual(['becomes']);
  });

  test('a role removed: still counts because of another', () => {
    const found = since([patron, cataloger, operator], [patron, operator]);
    expect(about(found)).toEqual(['still']);
    expect(found[0]?.text).toContain('because of Circulation Desk Operator');
    expect(found[0]?.text).not.toContain('Cataloger');
  });

  test('the last counting role removed', () => {
    const found = since([patron, cataloger], [patron]);
    expect(found.map(({ text }) => text)).toEqual(['Without Cataloger this person no longer counts as a named user.']);
  });
});

describe('the details of a role', () => {
  test('an edited role takes the place of the one that is held', () => {
    const held = person([patron, cataloger]);
    const lenient = { ...base, inactiveRolesCount: false };
    const off: Role = { ...cataloger, status: 'INACTIVE' };
    expect(about(adding([off], held, lenient, true))).toEqual(['ends']);
    expect(about(adding([off], held, base, true))).toEqual(['still']);
  });

  test('of two roles of that name nobody knows which is edited: both stay', () => {
    const off: Role = { ...cataloger, status: 'INACTIVE' };
    const held = person([patron, cataloger, { ...cataloger, scope: 'LAW' }]);
    expect(about(adding([off], held, { ...base, inactiveRolesCount: false }, true))).toEqual(['still']);
  });
});

describe('roles that ask for care', () => {
  const administrator: Role = { name: 'User Administrator' };

  test('powerful ones are called by name, with their rule', () => {
    const found = adding([administrator, cataloger], person([patron])).find(({ rule }) => rule === 'privileged-role');
    expect(found?.text).toContain('User Administrator');
    expect(found?.text).not.toContain('Cataloger');
    expect(found?.severity).toBe('note');
  });

  test('not where the policy has that rule off', () => {
    const policy: Policy = { ...base, rules: { ...base.rules, 'privileged-role': 'off' } };
    expect(about(adding([administrator], person([patron]), policy))).toEqual(['becomes']);
  });

  const students: Policy = { ...base, studentGroups: ['Undergraduate'], studentRolesNeedExpiry: true };
  const student = person([patron], { userGroup: 'Undergraduate' });

  test('a staff role of a student without an expiry date, with the group', () => {
    const found = adding([{ ...cataloger, expiryDate: null }], student, students);
    expect(about(found)).toEqual(['becomes', 'student-with-staff-roles']);
    expect(found[1]?.text).toMatch(
      /^Undergraduate is one of your student groups.*Cataloger.*Universities of Wisconsin/,
    );
  });

  test.each([
    ['with an expiry date', adding([{ ...cataloger, expiryDate: '2027-05-01' as Day }], student, students)],
    ['where the policy asks for none', adding([cataloger], student, { ...students, studentRolesNeedExpiry: false })],
    ['that does not count', adding([instructor], student, students)],
    ['of somebody who is no student', adding([cataloger], person([patron]), students)],
    ['whose group was not read', adding([cataloger], { ...student, userGroup: unread('not-on-this-page') }, students)],
  ])('not %s', (_, found) => {
    expect(about(found)).not.toContain('student-with-staff-roles');
  });
});
