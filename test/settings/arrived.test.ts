import { describe, expect, test } from 'vitest';
import { policies } from '../../src/rules/index.ts';
import { arrived, policyFileOf } from '../../src/settings/index.ts';

const base = policies.base;
const row = (managed: unknown, path: string) => arrived(managed).find((each) => each.path === path);

describe('what has arrived from an administrator', () => {
  test.each([{}, null, undefined, 'text', []])('%j: nothing', (managed) => {
    expect(arrived(managed)).toEqual([]);
  });

  test('every key of a policy without mistakes is used, and said as it came', () => {
    const settings = arrived({ ...base, rules: { 'generic-account': 'off' } });
    expect(settings.map(({ path, outcome, problems }) => ({ path, outcome, problems }))).toEqual(
      settings.map(({ path }) => ({ path, outcome: 'used', problems: [] })),
    );
    expect(settings.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['format', 'version', 'base', 'guard.delete', 'rules.generic-account']),
    );
    expect(row({ namedUserLimit: 120 }, 'namedUserLimit')?.value).toBe('120');
  });

  test.each<[string, unknown, string, 'mended' | 'refused', RegExp]>([
    ['a number as text', { namedUserLimit: ' 120 ' }, 'namedUserLimit', 'mended', /read as the number 120/],
    ['the base policy’s own number as text', { loginWindowDays: '90' }, 'loginWindowDays', 'mended', /number 90/],
    ['yes or no as text', { inactiveRolesCount: 'true' }, 'inactiveRolesCount', 'mended', /read as true/],
    ['a number out of range', { loginWindowDays: 365 }, 'loginWindowDays', 'refused', /from 1 to 90/],
    ['a text for a list', { institution: { prefixes: 'ex' } }, 'institution.prefixes', 'refused', /has to be a list/],
    ['a text for a group', { guard: 'hold' }, 'guard', 'refused', /group of named settings/],
    ['a word that is none', { guard: { delete: 'block' } }, 'guard.delete', 'refused', /off, tell/],
    [
      'a severity that is none',
      { rules: { 'generic-account': 'loud' } },
      'rules.generic-account',
      'refused',
      /only be/,
    ],
    ['a rule that is none', { rules: { invented: 'off' } }, 'rules.invented', 'refused', /no rule “invented”/],
    ['a setting that is none', { colour: 'red' }, 'colour', 'refused', /no setting “colour”/],
    ['a setting with a dot that is none', { 'a.b': 'red' }, 'a.b', 'refused', /no setting “a.b”/],
    ['a name of every object', { constructor: 1 }, 'constructor', 'refused', /no setting “constructor”/],
    ['a base that is none', { base: 'invented' }, 'base', 'refused', /no base policy/],
    ['another format', { format: 'other' }, 'format', 'mended', /The format is/],
    [
      'one wrong entry among right ones',
      {
        protectedAccounts: [
          { match: 'exact', value: 'a' },
          { match: 'starts', value: 'b' },
        ],
      },
      'protectedAccounts',
      'mended',
      /Entry 2 of the list “protectedAccounts”/,
    ],
    [
      'wrong entries only',
      { protectedAccounts: [{ match: 'starts', value: 'b' }] },
      'protectedAccounts',
      'refused',
      /Entry 1 of the list/,
    ],
  ])('%s: said', (_says, managed, path, outcome, sentence) => {
    expect(row(managed, path)).toMatchObject({ path, outcome });
    expect(row(managed, path)?.problems.join('\n')).toMatch(sentence);
  });

  test('a long value is cut', () => {
    expect(row({ name: 'x'.repeat(5000) }, 'name')?.value).toHaveLength(201);
  });
});

test('a key with a dot that is no part stays in the file, so that it is reported', () => {
  expect(policyFileOf({ 'a.b': 1, 'guard.delete': 'off' })).toMatchObject({ 'a.b': 1, guard: { delete: 'off' } });
});
