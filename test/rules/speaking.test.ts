import { describe, expect, test } from 'vitest';
import { type FieldName, type Role, type UserFields, type UserRecord, unread } from '../../src/record/index.ts';
import { judge, type Policy, policies } from '../../src/rules/index.ts';
import { worthSaying } from '../../src/rules/speaking.ts';
import { cataloger, day, patron, recordIn, role, today, userManager } from './case.ts';

const policy = policies.wrlc;
const said = (record: UserRecord) => worthSaying(judge(record, policy, today), record, policy);
const found = (record: UserRecord) =>
  said(record).verdicts.filter(({ outcome, severity }) => outcome === 'found' && severity !== 'fact');

/** Somebody of whom a lot could be said: roles that are switched off, an expiration date that is past, a single counting role. */
const untidy: Partial<UserFields> = {
  roles: [patron, role('Cataloger', { status: 'INACTIVE' }), userManager],
  expiryDate: day('2020-01-01'),
  purgeDate: null,
  recordType: 'STAFF',
};

describe('of an account that has to stay as it is', () => {
  test.each(['exl_impl', 'rialto_service', 'leganto_guest'])('%s: nothing is said but that', (primaryId) => {
    const record = recordIn({ known: { ...untidy, primaryId } });
    const rules = found(record).map(({ severity }) => severity);
    expect(rules.length).toBeGreaterThan(0);
    expect(new Set(rules)).toEqual(new Set(['stop']));
    expect(found(recordIn({ known: { ...untidy, primaryId: 'awren' } })).length).toBeGreaterThan(1);
  });

  test('what the rules find stays as it was found', () => {
    const record = recordIn({ known: { ...untidy, primaryId: 'exl_impl' } });
    const judgement = judge(record, policy, today);
    const before = structuredClone(judgement);
    worthSaying(judgement, record, policy);
    expect(judgement).toEqual(before);
    expect(judgement.verdicts.filter(({ outcome }) => outcome === 'found').length).toBeGreaterThan(1);
  });

  test('one that the policy protects is spoken of in the same way', () => {
    const own: Policy = {
      ...policy,
      protectedAccounts: [{ match: 'exact', value: 'awren', label: '', counts: true, source: '' }],
    };
    const record = recordIn({ known: { ...untidy, primaryId: 'awren' } });
    const { verdicts } = worthSaying(judge(record, own, today), record, own);
    expect(
      verdicts.filter(({ outcome, severity }) => outcome === 'found' && !['stop', 'fact'].includes(severity)),
    ).toEqual([]);
  });
});

test('which role decides is said only of a record that counts', () => {
  const decides = (known: Partial<UserFields>) =>
    found(recordIn({ known })).some(({ rule }) => rule === 'one-role-decides');
  expect(decides({ roles: [patron, cataloger] })).toBe(true);
  expect(decides({ roles: [patron, cataloger], status: 'INACTIVE' })).toBe(false);
});

describe('of exl_support', () => {
  const told = (known: Partial<UserFields>, without: readonly FieldName[] = []) =>
    found(recordIn({ known: { primaryId: 'exl_support', ...known }, unread: without }))
      .filter(({ rule }) => rule === 'ex-libris-account')
      .flatMap(({ findings }) => findings.map(({ message }) => message))
      .join(' ');

  test('that it is switched off and holds no roles is said where both were read and are so', () => {
    expect(told({ status: 'INACTIVE', roles: [] })).toContain('and this record is so');
  });

  test.each<[string, Partial<UserFields>]>([
    ['active with roles', { status: 'ACTIVE', roles: [role('General System Administrator')] }],
    ['active without roles', { status: 'ACTIVE', roles: [] }],
    ['inactive with roles', { status: 'INACTIVE', roles: [cataloger] }],
  ])('%s: that this record shows something else', (_, known) => {
    expect(told(known)).toContain('this record shows something else');
  });

  test.each<[string, Partial<UserFields>, readonly FieldName[]]>([
    ['nothing', {}, ['status', 'roles']],
    ['no roles', { status: 'INACTIVE' }, ['roles']],
    ['no status', { roles: [] }, ['status']],
  ])('where %s could be read: neither', (_, known, without) => {
    expect(told(known, without)).not.toMatch(/is so|something else/);
    expect(told(known, without)).not.toBe('');
  });
});

describe('on a part of a list of roles', () => {
  const part = (known: Partial<UserFields>, roles: readonly Role[], total?: number): UserRecord => ({
    ...recordIn({ known, unread: ['roles'] }),
    roles: unread('partial'),
    rolesSeen: { roles, ...(total === undefined ? {} : { total }) },
  });

  test('a counting role on it counts, and the line says how much was on screen', () => {
    const { answer, deciding, line } = said(part({}, [patron, userManager], 60)).namedUser;
    expect([answer, deciding]).toEqual(['counts', ['User Manager']]);
    expect(line).toContain('2 of 60 roles');
    expect(said(part({}, [userManager])).namedUser.line).toContain('Only a part');
  });

  test('none on it decides nothing', () => {
    expect(said(part({}, [patron], 60)).namedUser.answer).toBe('cannot-tell');
    expect(said(part({}, [patron], 60)).namedUser.missing).toContain('roles');
  });

  test('a record that is inactive or of an account that is left out does not count, whatever is on it', () => {
    expect(said(part({ status: 'INACTIVE' }, [userManager], 60)).namedUser.answer).toBe(
      said(recordIn({ known: { status: 'INACTIVE', roles: [userManager] } })).namedUser.answer,
    );
  });

  test('no rule is clear on a part that is found on the whole, and none is found on it that is not on the whole', () => {
    const all = [
      patron,
      role('Cataloger', { status: 'INACTIVE' }),
      userManager,
      role('General System Administrator'),
      role('Instructor'),
    ];
    let compared = 0;
    for (let mask = 0; mask < 2 ** all.length; mask += 1) {
      const seen = all.filter((_, at) => mask & (1 << at));
      const onPart = judge(part(untidy, seen, all.length + 1), policy, today).verdicts;
      for (const others of [[], [cataloger], [role('Instructor')], all]) {
        const whole = judge(recordIn({ known: { ...untidy, roles: [...seen, ...others] } }), policy, today).verdicts;
        for (const [at, { rule, outcome }] of onPart.entries()) {
          if (outcome === 'cannot-tell') continue;
          compared += 1;
          expect([rule, mask, others.length, outcome]).toEqual([rule, mask, others.length, whole[at]?.outcome]);
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  });
});
