import { describe, expect, test } from 'vitest';
import { asUnderstood } from '../../src/guidance/foreign-roles.ts';
import { read, recordOf, unread } from '../../src/record/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { day } from '../rules/case.ts';

const policy = policies.base as Policy;
const today = day('2026-11-21');
const holding = (...names: string[]) => recordOf({ roles: names.map((name) => ({ name })) });
const roles = (record: ReturnType<typeof holding>, language: string, under = policy) =>
  asUnderstood(record, { policy: under, today }, language).roles;

describe('the names of roles (invented) on a page in another language', () => {
  test('are not understood where not one of them is known', () => {
    expect(roles(holding('Benutzerin', 'Hüterin der Schlüssel'), 'de')).toEqual(unread('unparseable'));
  });

  test('are not understood where the ones that are known do not decide', () => {
    expect(roles(holding('Hüterin der Schlüssel', 'Patron'), 'de')).toEqual(unread('unparseable'));
    expect(roles(holding('Lecteur', 'Gardienne des clés'), 'fr')).toEqual(unread('unparseable'));
  });

  test.each([
    ['the page is in English', holding('Keeper of Keys'), 'en-GB', policy],
    ['the page does not tell its language', holding('Keeper of Keys'), '', policy],
    ['one that is known counts', holding('Keeper of Keys', 'Cataloger'), 'de', policy],
    [
      'one that is known counts under its translated name',
      holding('Hüterin der Schlüssel', 'Benutzer-Manager'),
      'de',
      policy,
    ],
    ['every one is known', holding('Lecteur'), 'fr', policy],
    [
      'the policy says what one is',
      holding('Benutzerin'),
      'de',
      { ...policy, roleNames: [{ name: 'benutzerin', role: '200' }] },
    ],
    ['the policy knows one', holding('Benutzerin'), 'de', { ...policy, extraUncountedRoles: ['benutzerin'] }],
  ])('stay where %s', (_, record, language, under) => {
    const { state, value = [] } = { value: undefined, ...roles(record, language, under) };
    expect({ state, value: value.map(({ name }) => ({ name })) }).toEqual(record.roles);
  });

  test.each(['Benutzer', 'Låner', '読者', 'ЧИТАТЕЛЬ'])(
    'are not understood on any page where one is a word for whoever borrows: %s',
    (name) => {
      expect(roles(holding(name), 'en')).toEqual(unread('unparseable'));
      expect(roles(holding(name), '')).toEqual(unread('unparseable'));
      expect(roles(holding(name, 'Cataloger'), 'en').state).toBe('read');
    },
  );

  test.each([
    'Читательница',
    '도서관 이용자',
    'ผู้ใช้บริการ',
    'Kirjaston asiakas',
    'Lecteur/Lectrice',
    'Benutzer*in',
    'Čitateľka',
    'Usuario externo',
  ])(
    'are not understood, whatever the page says its language is, where the letters or words are not English: %s',
    (name) => {
      for (const language of ['', 'en', 'en-US']) {
        expect(roles(holding(name), language)).toEqual(unread('unparseable'));
        expect(roles(holding(name, 'Patron'), language)).toEqual(unread('unparseable'));
      }
    },
  );

  test('are in doubt, whatever the page says its language is, beside one that is known by a translation', () => {
    expect(roles(holding('Gardienne', 'Usuario'), '')).toEqual(unread('unparseable'));
    expect(roles(holding('Gardienne', 'Usuario'), 'en')).toEqual(unread('unparseable'));
    expect(roles(holding('Gardienne', 'Patron'), 'en').state).toBe('read');
  });

  test('that stand for several roles in the policy are not understood on any page', () => {
    const under = { ...policy, roleNames: ['200', '204'].map((role) => ({ name: 'Reader', role })) };
    expect(roles(holding('Reader'), 'en', under)).toEqual(unread('unparseable'));
    expect(roles(holding('Reader', 'Cataloger'), 'en', under).state).toBe('read');
  });

  test('a code is known in every language', () => {
    const record = recordOf({ roles: [{ name: 'Benutzerin', code: '200' }] });
    expect(roles(record, 'de')).toEqual(record.roles);
  });

  test('no roles are no roles', () => {
    expect(roles(holding(), 'de')).toEqual(read([]));
  });
});
