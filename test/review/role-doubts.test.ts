import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/record/index.ts';
import { isAdministrator, roleDoubts } from '../../src/review/model/index.ts';
import { csvFile, policyWith, reviewOf } from './review-of.ts';

const heading = ['Primary Identifier', 'Record Type', 'Status', 'Role'];
/** An export with a row for each person and role. */
const exportOf = (held: Readonly<Record<string, readonly string[]>>) =>
  csvFile('roles.csv', [
    heading,
    ...Object.entries(held).flatMap(([id, roles]) => roles.map((role) => [id, 'Public', 'Active', role])),
  ]);

async function answersOf(held: Readonly<Record<string, readonly string[]>>, policy = policyWith()) {
  const { people } = reviewOf([await exportOf(held)], policy);
  return Object.fromEntries(people.map(({ key, answer }) => [key, answer]));
}

describe('in a file, a name that may be a translated Patron', () => {
  // From a source (the first four), words for whoever borrows, and names that no list has.
  test.each([
    ['Lecteur', 'Gestionnaire des utilisateurs'],
    ['Usuario', 'Gestor de usuarios'],
    ['Usuário de biblioteca', 'Operador de Compras'],
    ['Čtenář', 'Cataloger'],
    ['Auswähler', 'Benutzer-Manager'],
    ['Låntager', 'Cataloger'],
    ['LENER', 'User Manager'],
    ['利用者', 'User Manager'],
    ['Čitateľ knižnice', 'User Manager'],
    ['Benutzungskonto', 'Leihstellen-Manager'],
    ['Irakurlea', 'Katalogatzailea'],
  ])('%s is "cannot tell" beside %s, until somebody says what it is', async (patron, other) => {
    const held = { ann: [patron], ben: [other], cay: [patron, other] };
    const before = await answersOf(held);
    expect(before.ann).toBe('cannot-tell');
    expect(before.ben === 'counts' || other === 'Katalogatzailea').toBe(true);
    const said = policyWith({
      roleNames: [
        { name: patron, role: 'Patron' },
        { name: other, role: '' },
      ],
    });
    expect(await answersOf(held, said)).toEqual({ ann: 'does-not-count', ben: 'counts', cay: 'counts' });
  });

  test('decides nothing where a counting role is held beside it', async () => {
    expect((await answersOf({ ann: ['Lecteur', 'Gestionnaire des utilisateurs'] })).ann).toBe('counts');
  });

  test.each(['Lecteur de réserves de cours', 'Gestor de usuarios', 'Gerente de Usuários'])(
    'is no part of a name that counts: %s',
    async (name) => expect((await answersOf({ ann: [name] })).ann).toBe('counts'),
  );
});

describe('in a file in English', () => {
  test('a name that nobody knows counts, to be safe, and is listed all the same', async () => {
    const { people, joined } = reviewOf([await exportOf({ ann: ['Keeper of Keys'], ben: ['Cataloger'] })]);
    expect(people.map(({ answer }) => answer)).toEqual(['counts', 'counts']);
    expect(roleDoubts(joined.people, policyWith()).unknown).toEqual([
      { name: 'Keeper of Keys', people: 1, inDoubt: false },
    ]);
  });

  test('Patron is Patron, and nothing is listed', async () => {
    const { people, joined } = reviewOf([await exportOf({ ann: ['Patron'], ben: ['Cataloger', 'Patron'] })]);
    expect(people.map(({ answer }) => answer)).toEqual(['does-not-count', 'counts']);
    expect(roleDoubts(joined.people, policyWith()).unknown).toEqual([]);
  });
});

test('each name is listed once with its people, those in doubt first, with the role that a source has for it', async () => {
  const held = { ann: ['Lecteur'], ben: ['Lecteur', 'lecteur', 'Gardienne des clés'], cay: ['Lecteur', 'Cataloger'] };
  const { joined } = reviewOf([await exportOf(held)]);
  expect(roleDoubts(joined.people, policyWith()).unknown).toEqual([
    { name: 'Lecteur', people: 3, inDoubt: true, perhaps: 'Patron' },
    { name: 'Gardienne des clés', people: 1, inDoubt: true },
  ]);
});

test('a name beside a code that is known is in no doubt', () => {
  const people = [{ record: recordOf({ roles: [{ name: 'Lesende', code: '200' }] }) }];
  expect(roleDoubts(people, policyWith()).unknown).toEqual([]);
});

test('what the policy leaves out in words of its own is in no doubt', async () => {
  const policy = policyWith({ extraUncountedRoles: ['Gardienne des clés'] });
  expect(await answersOf({ ann: ['Gardienne des clés'], ben: ['Acheteuse'] }, policy)).toEqual({
    ann: 'does-not-count',
    ben: 'cannot-tell',
  });
});

test('the last administrators are known by a translated name, and by a name that the policy gives', async () => {
  const held = { ann: ['Benutzer-Administrator'], ben: ['Hüterin der Schlüssel'], cay: ['Benutzer-Manager'] };
  const policy = policyWith({ roleNames: [{ name: 'hüterin der schlüssel', role: '26' }] });
  const { people } = reviewOf([await exportOf(held)], policy);
  expect(people.filter(isAdministrator).map(({ key }) => key)).toEqual(['ann', 'ben']);
});

test('a role that is switched off decides for no doubtful one where such roles do not count', async () => {
  const file = await csvFile('roles.csv', [
    [...heading, 'Role Status', 'Role Expiry Date'],
    ['ann', 'Public', 'Active', 'Cataloger', 'Inactive', ''],
    ['ann', 'Public', 'Active', 'Benutzer', 'Active', ''],
    ['ben', 'Public', 'Active', 'Cataloger', 'Active', '2020-01-31'],
    ['ben', 'Public', 'Active', 'Benutzer', 'Active', ''],
    ['cay', 'Public', 'Active', 'Cataloger', 'Active', ''],
    ['cay', 'Public', 'Active', 'Benutzer', 'Active', ''],
  ]);
  const { people } = reviewOf([file], policyWith({ inactiveRolesCount: false }));
  expect(people.map(({ key, answer, deciding }) => [key, answer, deciding])).toEqual([
    ['ann', 'cannot-tell', []],
    ['ben', 'cannot-tell', []],
    ['cay', 'counts', ['Cataloger']],
  ]);
  expect(people.map(({ rolesInDoubt }) => rolesInDoubt)).toEqual([['Benutzer'], ['Benutzer'], undefined]);
});

test('under each authority only a role that counts there decides for a doubtful one', async () => {
  const held = { ann: ['Instructor', 'Benutzer'], ben: ['Instructor'], cay: ['Cataloger', 'Benutzer'] };
  for (const roleList of ['patron-only', 'wrlc-carli']) {
    const { people } = reviewOf([await exportOf(held)], policyWith({ roleList }));
    const [ann, ben, cay] = people;
    expect(ann?.answers['wrlc-carli']).toBe('cannot-tell');
    for (const [list, answer] of Object.entries(ben?.answers ?? {})) {
      const key = list as keyof NonNullable<typeof ann>['answers'];
      expect([list, ann?.answers[key]]).toEqual([list, answer === 'counts' ? 'counts' : 'cannot-tell']);
      expect(cay?.answers[key]).toBe('counts');
    }
    expect(cay?.deciding).toEqual(['Cataloger']);
    expect(cay?.cannotTell).toContain('one-role-decides');
  }
});

test('a name that the policy gives to several roles is asked about, and decides nothing', async () => {
  const policy = policyWith({ roleNames: ['200', '204'].map((role) => ({ name: 'Reader', role })) });
  const held = { ann: ['Reader'], ben: ['Reader', 'Cataloger'] };
  expect(await answersOf(held, policy)).toEqual({ ann: 'cannot-tell', ben: 'counts' });
  const { joined } = reviewOf([await exportOf(held)], policy);
  expect(roleDoubts(joined.people, policy).unknown).toEqual([{ name: 'Reader', people: 2, inDoubt: true }]);
});
