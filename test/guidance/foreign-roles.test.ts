import { describe, expect, test } from 'vitest';
import { asUnderstood } from '../../src/guidance/foreign-roles.ts';
import { read, recordOf, unread } from '../../src/record/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';

const policy = policies.base as Policy;
const holding = (...names: string[]) => recordOf({ roles: names.map((name) => ({ name })) });
const roles = (record: ReturnType<typeof holding>, language: string, under = policy) =>
  asUnderstood(record, under, language).roles;

describe('the names of roles (invented) on a page in another language', () => {
  test('are not understood where not one of them is known', () => {
    expect(roles(holding('Benutzerin', 'Hüterin der Schlüssel'), 'de')).toEqual(unread('unparseable'));
  });

  test.each([
    ['the page is in English', holding('Keeper of Keys'), 'en-GB', policy],
    ['the page does not tell its language', holding('Keeper of Keys'), '', policy],
    ['one name is known', holding('Keeper of Keys', 'Patron'), 'de', policy],
    ['the policy knows one', holding('Benutzerin'), 'de', { ...policy, extraUncountedRoles: ['benutzerin'] }],
  ])('stay where %s', (_, record, language, under) => {
    expect(roles(record, language, under)).toEqual(record.roles);
  });

  test('a code is known in every language', () => {
    const record = recordOf({ roles: [{ name: 'Benutzerin', code: '200' }] });
    expect(roles(record, 'de')).toEqual(record.roles);
  });

  test('no roles are no roles', () => {
    expect(roles(holding(), 'de')).toEqual(read([]));
  });
});
