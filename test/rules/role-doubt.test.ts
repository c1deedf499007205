import { describe, expect, test } from 'vitest';
import { type Role, recordOf, type UserRecord } from '../../src/record/index.ts';
import { judge, type Policy } from '../../src/rules/index.ts';
import { judgeFurther } from '../../src/rules/judge.ts';
import { asFarAsCertain, isDoubtfulName } from '../../src/rules/role-doubt.ts';
import { heldRoles } from '../../src/rules/roles.ts';
import { english } from '../guidance/english.ts';
import { day, policyOf, quiet, role, today } from './case.ts';

const doubtful = 'Bibliotheksgast';
const judged = (roles: readonly Role[], more: Partial<Policy> = {}) => {
  const policy = policyOf(more);
  const context = { policy, today: day(today) };
  const record = asFarAsCertain(recordOf({ ...quiet, roles }), context, ({ name }) => name === doubtful);
  return { record, ...judgeFurther(record, policy, today, english) };
};
const outcome = (record: UserRecord, rule: string, policy: Policy) =>
  judge(record, policy, today, english).verdicts.find((verdict) => verdict.rule === rule)?.outcome;

describe('beside a role whose name nobody knows', () => {
  const off = { inactiveRolesCount: false };
  test.each<[string, Role, Partial<Policy>, string]>([
    ['active', role('Cataloger'), off, 'counts'],
    ['inactive', role('Cataloger', { status: 'INACTIVE' }), off, 'cannot-tell'],
    ['past its expiry', role('User Manager', { expiryDate: day('2020-01-01') }), off, 'cannot-tell'],
    ['of an unread state', role('Fund Manager', { stateUnread: true }), off, 'cannot-tell'],
    ['inactive where such roles count', role('Cataloger', { status: 'INACTIVE' }), {}, 'counts'],
    ['known and left out', role('Patron'), {}, 'cannot-tell'],
  ])('a role decides only where it is in force: %s', (_, other, policy, answer) => {
    const { judgement } = judged([other, role(doubtful, { status: 'ACTIVE' })], policy);
    expect(judgement.namedUser.answer).toBe(answer);
    expect(judgement.namedUser.deciding).toEqual(answer === 'counts' ? [other.name] : []);
  });

  test('a role decides under the authorities by which it counts, and under no other', () => {
    const alone = judged([role('Instructor')], { roleList: 'patron-only' });
    for (const roleList of ['patron-only', 'wrlc-carli']) {
      const { answers } = judged([role('Instructor'), role(doubtful)], { roleList });
      for (const [list, answer] of Object.entries(alone.answers))
        expect([roleList, list, answers[list as keyof typeof answers]]).toEqual([
          roleList,
          list,
          answer === 'counts' ? 'counts' : 'cannot-tell',
        ]);
    }
    expect(Object.values(alone.answers)).toContain('does-not-count');
  });

  test('whether the authorities disagree, and whether one role decides, cannot be told', () => {
    const { record } = judged([role('Instructor'), role(doubtful)], { roleList: 'patron-only' });
    expect(outcome(record, 'authorities-disagree', policyOf({ roleList: 'patron-only' }))).toBe('cannot-tell');
    expect(outcome(record, 'one-role-decides', policyOf({ roleList: 'patron-only' }))).toBe('cannot-tell');
    const two = judged([role('Cataloger'), role('Fund Manager'), role(doubtful)]).record;
    expect(outcome(two, 'one-role-decides', policyOf())).toBe('clear');
    expect(outcome(two, 'authorities-disagree', policyOf())).toBe('clear');
  });

  test('nothing says that taking the known role off would end it', () => {
    const { judgement } = judged([role('Cataloger'), role(doubtful)]);
    expect(judgement.namedUser.change).toMatch(/^Deactivating .* what Bibliotheksgast means\.$/);
    expect(judged([role('Cataloger')]).judgement.namedUser.change).toMatch(/^Removing this role/);
  });

  test('a part of a list decides in the same way, and the names in doubt are none that decide', () => {
    const part = { roles: [role('Cataloger'), role(doubtful)], total: 9 };
    const { roles: _, ...others } = quiet;
    const context = { policy: policyOf(), today: day(today) };
    const record = asFarAsCertain(
      { ...recordOf(others, 'partial'), rolesSeen: part },
      context,
      ({ name }) => name === doubtful,
    );
    const { answer, deciding } = judge(record, policyOf(), today, english).namedUser;
    expect([answer, deciding]).toEqual(['counts', ['Cataloger']]);
  });
});

describe('a name that the institution gives to several roles', () => {
  const names = (...roles: readonly string[]) => ({ roleNames: roles.map((one) => ({ name: 'Lecteur', role: one })) });
  const answerOf = (policy: Partial<Policy>, held: Role = role('Lecteur')) =>
    judged([held], policy).judgement.namedUser.answer;

  test.each([
    ['200', '204'],
    ['Patron', ''],
    ['Patron', '21'],
    ['Instructor', 'Cataloger'],
    ['200', '251'],
  ])('cannot be told where %s does not count and %s does, in either order', (one, other) => {
    expect(answerOf(names(one, other))).toBe('cannot-tell');
    expect(answerOf(names(other, one))).toBe('cannot-tell');
  });

  test('is told where all of them count, or none', () => {
    expect(answerOf(names('204', '21'))).toBe('counts');
    expect(answerOf(names('200', 'Instructor'))).toBe('does-not-count');
    expect(answerOf(names('200', '200'))).toBe('does-not-count');
  });

  test('is told by a code beside it', () => {
    expect(answerOf(names('200', '204'), role('Lecteur', { code: '200' }))).toBe('does-not-count');
    expect(answerOf(names('200', '204'), role('Lecteur', { code: '204' }))).toBe('counts');
  });

  test.each([
    ['21', '2221', 'User Manager'],
    ['26', '2226', 'General System Administrator'],
    ['50', '5550', 'User Administrator'],
    ['29', '4499', 'Repository Manager'],
  ])('is Alma’s where Alma and Esploro share it: %s and %s, in either order', (alma, esploro, means) => {
    for (const said of [names(alma, esploro), names(esploro, alma)]) {
      const policy = policyOf(said);
      const [held] = heldRoles([role('Lecteur')], { policy, today: day(today) });
      expect(held?.identity.byName).toMatchObject({ name: means, product: 'Alma' });
      expect(answerOf(said)).toBe('counts');
      if (alma !== '29')
        expect(outcome(recordOf({ ...quiet, roles: [role('Lecteur')] }), 'privileged-role', policy)).toBe('found');
    }
    expect(heldRoles([role('Lecteur')], { policy: policyOf(names(esploro)), today: day(today) })[0]?.listed).toBe(
      'unknown',
    );
  });
});

test.each([
  ['Lecteur/Lectrice', true],
  ['Benutzer*in', true],
  ['Benutzer:innen (Benutzer)', true],
  ['Kirjaston asiakas', true],
  ['Lecteur (Patron)', true],
  ['Patron / Guest', true],
  ['Lecteur externe', true],
  ['Читательница', true],
  ['도서관 이용자', true],
  ['ผู้ใช้บริการ', true],
  ['Keeper of Keys', false],
  ['Patron Services Helper', false],
  ['Super-Selector 2', false],
  ['', false],
])('%s among English names: in doubt is %s', (name, isInDoubt) => {
  expect(isDoubtfulName(name, false)).toBe(isInDoubt);
});
