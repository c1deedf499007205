// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { freshMemory } from '../../src/alma/actions/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { userDetails } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { control, recognise, show } from './actions-on.ts';

type Language = 'en' | 'de' | 'fr' | 'es' | 'it';
const saying = (name: string, ...roles: string[]): Policy => ({
  ...(policies.base as Policy),
  roleNames: roles.map((role) => ({ name, role })),
});

/** What taking off, and switching off, the one role of this name on a record would do. */
function onRole(name: string, language: Language = 'en', under = policies.base as Policy) {
  const person = { ...people.namedUser, roles: [{ name, status: 'ACTIVE' as const }] };
  const more = { language, editable: true } as const;
  const list = show(userDetails(person, more));
  const removing = recognise(control('remove-role'), list, freshMemory(), false, under);
  const toggles = show(userDetails(person, { ...more, layout: '2026', roleList: { status: 'toggle' } }));
  const toggle = document.querySelector('table .toggleCheck') as Element;
  return [removing, recognise(toggle, toggles, freshMemory(), false, under)].map((action) => [
    action?.kind,
    action?.isUnreadRole === true,
  ]);
}

const both = (kind: string, isUnreadRole = false) => [
  [kind, isUnreadRole],
  [kind, isUnreadRole],
];

describe('taking a role off, or switching it off', () => {
  test.each<[string, Language]>([
    ['Patron', 'en'],
    ['Patron', 'de'],
    ['Lecteur', 'fr'],
    ['LECTEUR', 'en'],
    ['Usuario', 'es'],
    ['Usuário de biblioteca', 'en'],
    ['Čtenář', 'en'],
    ['ユーザー', 'en'],
  ])('is of Patron by its name in any language: %s on a page in %s', (name, language) => {
    expect(onRole(name, language)).toEqual(both('remove-patron'));
  });

  test('is of Patron where the policy gives the name to it', () => {
    expect(onRole('Lesende', 'de', saying('lesende', 'Patron'))).toEqual(both('remove-patron'));
    expect(onRole('Reader', 'en', saying('Reader', '200'))).toEqual(both('remove-patron'));
  });

  test.each<[string, Language]>([
    ['Benutzer', 'de'],
    ['Bibliotheksgast', 'de'],
    ['Benutzer', 'en'],
    ['Читатель', 'en'],
    ['Utente', 'it'],
  ])('is perhaps of Patron where nobody knows the name: %s on a page in %s', (name, language) => {
    expect(onRole(name, language)).toEqual(both('remove-role', true));
  });

  test('is perhaps of Patron where the policy gives the name to it and to another', () => {
    expect(onRole('Reader', 'en', saying('Reader', '200', '204'))).toEqual(both('remove-role', true));
  });

  test.each<[string, Language, Policy?]>([
    ['Cataloger', 'de'],
    ['Benutzer-Manager', 'de'],
    ['Lecteur de réserves de cours', 'fr'],
    ['Keeper of Keys', 'en'],
    ['Benutzer', 'de', saying('Benutzer', 'Cataloger')],
  ])('is of another role, the right way: %s on a page in %s', (name, language, under) => {
    expect(onRole(name, language, under)).toEqual(both('remove-role'));
  });
});
