import { expect, test } from 'vitest';
import { parsePolicy } from '../../src/rules/index.ts';

const named = (...roleNames: { name: string; role: string }[]) => parsePolicy({ roleNames });
test.each([
  ['Lecteur', 'Patron', 'lecteur', 'Cataloger'],
  ['Gestor', '', 'Gestor', '200'],
  ['Leser', '251', 'LESER', '200'],
])('two meanings of one name that do not count alike are kept, and that is said: %s', (name, role, again, other) => {
  const given = [
    { name, role },
    { name: again, role: other },
  ];
  for (const roleNames of [given, [...given].reverse()]) {
    const { policy, problems } = named(...roleNames);
    expect(policy.roleNames).toEqual(roleNames);
    expect(problems).toEqual([expect.stringContaining(`“${roleNames[0]?.name}” stands for several roles`)]);
  }
});

test.each([
  ['Patron', 'Cataloger'],
  ['Cataloger', '200'],
  ['patron', ''],
])(
  'an English name that is to be another role, which does not count alike, is kept, and that is said: %s',
  (name, role) => {
    const { policy, problems } = named({ name, role });
    expect(policy.roleNames).toEqual([{ name, role }]);
    expect(problems).toEqual([expect.stringContaining(`“${name}” is said to be`)]);
  },
);

test('names that count alike, or are of Alma and Esploro both, are no problem', () => {
  const pairs = [
    ['Gestionnaire', '21'],
    ['Gestionnaire', '2221'],
    ['Chef', 'Cataloger'],
    ['Chef', 'Fund Manager'],
    ['Lesende', 'Patron'],
    ['Lesende', '200'],
    ['Cataloger', 'Fund Manager'],
  ];
  expect(named(...pairs.map(([name = '', role = '']) => ({ name, role }))).problems).toEqual([]);
});
