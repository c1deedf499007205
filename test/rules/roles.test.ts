import { describe, expect, test } from 'vitest';
import {
  type Counts,
  documents,
  isKnownRole,
  type Policy,
  policies,
  roleCounts,
  roleLists,
  roleTranslations,
  standardRoles,
} from '../../src/rules/index.ts';
import { roleNameKey } from '../../src/rules/match.ts';
import { roleAliases } from '../../src/rules/standards/role-aliases.ts';
import { roleCoded, roleNamed, roleTranslated } from '../../src/rules/standards/roles.ts';
import texts from '../../src/texts/en/rules.json' with { type: 'json' };
import { policyOf, role } from './case.ts';

describe('the known roles', () => {
  const ofAlma = standardRoles().filter(({ product }) => product === 'Alma');
  const ofEsploro = standardRoles().filter(({ product }) => product === 'Esploro');

  test('are 89 of Alma, 63 of them with a code, and 20 of Esploro, each with one', () => {
    expect([ofAlma.length, ofAlma.filter(({ code }) => code !== undefined).length]).toEqual([89, 63]);
    expect([ofEsploro.length, ofEsploro.filter(({ code }) => code !== undefined).length]).toEqual([20, 20]);
    expect(standardRoles().every(({ code, codeSure }) => (code === undefined) === (codeSure === 'none'))).toBe(true);
  });

  test('have neither a key nor a code twice', () => {
    expect(new Set(standardRoles().map(({ key }) => key)).size).toBe(109);
    expect(new Set(ofAlma.map(({ name }) => roleNameKey(name))).size).toBe(89);
    expect(new Set(standardRoles().flatMap(({ code }) => code ?? [])).size).toBe(83);
  });

  test.each(ofAlma)('$name is found by its name and by its code', (known) => {
    expect(roleNamed(known.name)).toBe(known);
    expect(roleNamed(` ${known.name.toUpperCase().replaceAll(' ', '-')}  `)).toBe(known);
    if (known.code !== undefined) expect(roleCoded(known.code)).toBe(known);
  });

  test.each(ofEsploro)(
    '$name of Esploro is found by its code, and by its name unless that is also a role of Alma',
    (known) => {
      const twin = ofAlma.find(({ name }) => name === known.name);
      expect(roleNamed(known.name)).toBe(twin ?? known);
      expect(roleCoded(known.code ?? '')).toBe(known);
    },
  );

  test.each(roleAliases)('%s is %s', (alias, name) => {
    expect(roleNamed(alias)).toBeDefined();
    expect(roleNamed(alias)?.name).toBe(name);
  });

  test.each([
    ['21', 'User Manager'],
    ['26', 'General System Administrator'],
    ['46', 'Selector'],
    ['50', 'User Administrator'],
    ['200', 'Patron'],
    ['205', 'Catalog Administrator'],
    ['220', 'Designs Analytics'],
  ])('code %s is %s', (code, name) => expect(roleCoded(code)?.name).toBe(name));
});

/** Who leaves out what; each role not named counts there. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  'wrlc-carli': [
    'Patron',
    'Trial Participant',
    'Instructor',
    'Leganto Course Operator',
    'Leganto Interface Administrator',
    'Selector',
    'Selector Limited',
    'Super Selector',
    'Rialto Manager',
    'Rialto Administrator',
  ],
  'ex-libris-report': [
    'Patron',
    'API Read',
    'Trial Participant',
    'Instructor',
    'Leganto Course Operator',
    'Esploro Researcher',
  ],
  'ex-libris-2020': ['Patron', 'Instructor', 'Trial Participant'],
  'ex-libris-licensing': ['Patron', 'Instructor'],
  'patron-only': ['Patron'],
};

describe('the role lists', () => {
  test('are those that public sources give, each under its id, with a label and a dated source', () => {
    expect(Object.keys(roleLists).sort()).toEqual(Object.keys(leftOut).sort());
    for (const [id, list] of Object.entries(roleLists)) {
      expect(list.id).toBe(id);
      expect(Object.keys(texts)).toContain(list.label);
      const { publisher, title } = documents[list.source];
      expect(texts[`${list.label}_authority`]).toContain(`Source: ${publisher}, ${title}, `);
      expect(documents[list.source].checked).toMatch(/^\d{4}-\d{2}$/);
      for (const code of list.excludedCodes) {
        expect(list.excludedNames as readonly string[]).toContain(roleCoded(code)?.name);
      }
    }
  });

  test.each(Object.keys(leftOut))('%s leaves out its roles, by name and by code, and counts all others', (id) => {
    const policy = policyOf({ roleList: id });
    for (const { name, code, product } of standardRoles()) {
      // How Esploro's roles count no source says: to be safe they do.
      const wanted = leftOut[id]?.includes(name) ? 'no' : product === 'Esploro' ? 'unknown' : 'yes';
      if (roleNamed(name)?.code === code) expect([name, roleCounts(role(name), policy)]).toEqual([name, wanted]);
      if (code) expect([code, roleCounts(role('in another language', { code }), policy)]).toEqual([code, wanted]);
    }
  });

  test('a list that is not known leaves out Patron alone', () => {
    const policy = policyOf({ roleList: 'constructor' });
    expect(roleCounts(role('Instructor'), policy)).toBe('yes');
    expect(roleCounts(role('Patron'), policy)).toBe('no');
  });
});

const matches: readonly (readonly [
  says: string,
  name: string,
  code: string | undefined,
  counts: Counts,
  policy?: Partial<Policy>,
])[] = [
  ['spaces and case', '  patRON ', undefined, 'no'],
  ['a non-breaking space', 'Trial\u00a0Participant', undefined, 'no'],
  ['a hyphen', 'Selector-Limited', undefined, 'no'],
  ['a dash', 'Selector – Limited', undefined, 'no'],
  ['no space', 'SuperSelector', undefined, 'no'],
  ['a role that only begins alike', 'Selector Extended', '243', 'yes'],
  ['a part of a name', 'Patron Services', undefined, 'unknown'],
  ['a name in another language without a code', 'Benutzer', undefined, 'unknown'],
  ['a name in another language with its code', 'Benutzer', '200', 'no'],
  ['a code with spaces', 'Benutzer', ' 200 ', 'no'],
  ['a code that nobody knows', 'Patron', '99999', 'no'],
  ['neither known', 'Mystery', '99999', 'unknown'],
  ['no name and no code', '', undefined, 'unknown'],
  ['name left out, code counting: it counts', 'Patron', '21', 'yes'],
  ['code left out, name counting: it counts', 'User Manager', '200', 'yes'],
  ['an extra role by name', 'Cataloger', '204', 'no', { extraUncountedRoles: ['cataloger'] }],
  ['an extra role by name, met by its code', 'Katalogisierung', '204', 'no', { extraUncountedRoles: ['Cataloger'] }],
  ['an extra role by code, met by its name', 'Cataloger', undefined, 'no', { extraUncountedRoles: ['204'] }],
  [
    'an extra role by another spelling',
    'Designs Analytics',
    '220',
    'no',
    { extraUncountedRoles: ['Design Analytics'] },
  ],
  ['an extra role of one’s own', 'Lesesaal', undefined, 'no', { extraUncountedRoles: ['lesesaal'] }],
  ['an extra role with a known code', 'Lesesaal', '204', 'no', { extraUncountedRoles: ['Lesesaal'] }],
  ['an extra code on a role that counts by name', 'Cataloger', '9001', 'yes', { extraUncountedRoles: ['9001'] }],
  ['an empty extra matches nothing', '', undefined, 'unknown', { extraUncountedRoles: ['', ' '] }],
  ['Patron in French', 'lecteur', undefined, 'no'],
  ['Patron in Spanish', ' Usuario ', undefined, 'no'],
  ['Patron in Portuguese', 'Usuário de biblioteca', undefined, 'no'],
  ['Patron in Czech', 'ČTENÁŘ', undefined, 'no'],
  ['a counted role whose French name begins with that of Patron', 'Lecteur de réserves de cours', undefined, 'yes'],
  ['a Spanish name that holds that of Patron', 'Gestor de usuarios', undefined, 'yes'],
  ['more than the French name of Patron', 'Lecteur externe', undefined, 'unknown'],
  ['a German name with another hyphen', 'Benutzer‐Manager', undefined, 'yes'],
  ['a German name without its comma', 'Rechnungs-Mitarbeiter erweitert', undefined, 'yes'],
  ['a Japanese name in half-width letters', 'ﾕｰｻﾞｰﾏﾈｰｼﾞｬｰ', undefined, 'yes'],
  ['a French name with a typographic apostrophe', 'Gestionnaire des demandes d’achat', undefined, 'yes'],
  ['a French name with another apostrophe', 'Opérateur des demandes dʼachat', undefined, 'yes'],
  ['a French name with an accent for an apostrophe', 'Opérateur des demandes d´achat Étendu', undefined, 'yes'],
  ['a Japanese name with middle dots', 'ユーザー・マネージャー', undefined, 'yes'],
  ['a Japanese name with half-width middle dots', 'ﾕｰｻﾞｰ･ﾏﾈｰｼﾞｬｰ', undefined, 'yes'],
  [
    'a name of the library’s with another apostrophe',
    'Lecteur de l’abbaye',
    undefined,
    'no',
    { roleNames: [{ name: "Lecteur de l'abbaye", role: 'Patron' }] },
  ],
  ['a code of one source', 'Gestor de fondos', '245', 'yes'],
  ['Selector in German, by the list', 'Auswähler', undefined, 'no'],
  ['a role of Esploro under a name of Alma', 'User Manager', '2221', 'unknown'],
  ['a role of Esploro alone', 'Research Observer', undefined, 'unknown'],
  [
    'a role of Esploro that the contract leaves out',
    'Research Observer',
    '4402',
    'no',
    { extraUncountedRoles: ['4402'] },
  ],
  [
    'an extra role by its French name',
    'User Manager',
    undefined,
    'no',
    { extraUncountedRoles: ['Gestionnaire des utilisateurs'] },
  ],
  [
    'a name that the library gives Patron',
    'Lesende',
    undefined,
    'no',
    { roleNames: [{ name: 'lesende', role: 'Patron' }] },
  ],
  [
    'a name that the library gives a code',
    'Lesende',
    undefined,
    'no',
    { roleNames: [{ name: 'Lesende', role: '200' }] },
  ],
  ['a name that the library says counts', 'Lesende', undefined, 'yes', { roleNames: [{ name: 'Lesende', role: '' }] }],
  [
    'a translated name that means another role here',
    'Lecteur',
    undefined,
    'yes',
    { roleNames: [{ name: 'Lecteur', role: 'Cataloger' }] },
  ],
  [
    'an English name that is to mean Patron: both must be left out',
    'Cataloger',
    undefined,
    'yes',
    { roleNames: [{ name: 'Cataloger', role: 'Patron' }] },
  ],
  [
    'a name that is to mean Patron, with a code that counts',
    'Lesende',
    '21',
    'yes',
    { roleNames: [{ name: 'Lesende', role: 'Patron' }] },
  ],
  [
    'a name for a role that nobody knows says nothing',
    'Lesende',
    undefined,
    'unknown',
    { roleNames: [{ name: 'Lesende', role: '99999' }] },
  ],
  ['composed and decomposed accents', 'Cafe\u0301', undefined, 'no', { extraUncountedRoles: ['Caf\u00e9'] }],
];

for (const [says, name, code, counts, policy = {}] of matches) {
  test(`a role is matched: ${says}`, () => {
    const held = code === undefined ? role(name) : role(name, { code });
    expect(roleCounts(held, { ...policies.wrlc, ...policy })).toBe(counts);
  });
}

test('an extra role added to a policy in place is seen at once', () => {
  const policy = policyOf({ extraUncountedRoles: ['Fund Manager'] });
  expect(roleCounts(role('Cataloger'), policy)).toBe('yes');
  policy.extraUncountedRoles[0] = 'Cataloger';
  expect(roleCounts(role('Cataloger'), policy)).toBe('no');
});

describe('the names of roles in other languages', () => {
  test('are each found by the whole name, and name one role', () => {
    expect(roleTranslations().length).toBeGreaterThan(80);
    for (const { name, role } of roleTranslations()) {
      expect([name, (roleNamed(name) ?? roleTranslated(name))?.name]).toEqual([name, role.name]);
    }
  });

  test('never take the place of an English name', () => {
    for (const { name, role } of roleTranslations()) expect([name, roleNamed(name) ?? role]).toEqual([name, role]);
  });

  test('that no list counts rest on a source each; what is only probable is not among them', () => {
    const ofPatron = roleTranslations().filter(({ role }) => role.name === 'Patron');
    expect(ofPatron.map(({ language, name, sure }) => [language, name, sure])).toEqual([
      ['fr', 'Lecteur', 'medium'],
      ['es', 'Usuario', 'high'],
      ['pt', 'Usuário de biblioteca', 'medium'],
      ['cs', 'Čtenář', 'medium'],
      ['ja', 'ユーザー', 'medium'],
    ]);
    for (const name of ['Benutzer', '利用者', '读者', 'Enseignant', 'Opérateur de cours']) {
      expect([name, roleTranslated(name)]).toEqual([name, undefined]);
    }
  });
});

test('a name of the library’s own is known as soon as it stands in the policy', () => {
  const policy = policyOf({ roleNames: [] });
  expect(isKnownRole(role('Lesende'), policy)).toBe(false);
  policy.roleNames.push({ name: 'Lesende', role: '' });
  expect(isKnownRole(role('lesende'), policy)).toBe(true);
  expect(isKnownRole(role('Lesende', { code: '200' }), policyOf())).toBe(true);
  expect(isKnownRole(role('Lesesaal'), policyOf({ extraUncountedRoles: ['Lesesaal'] }))).toBe(true);
});
