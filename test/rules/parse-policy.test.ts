import { describe, expect, test } from 'vitest';
import { type Policy, parsePolicy, policies } from '../../src/rules/index.ts';

/** The problems that a policy with these keys has, when the rest stays that of `base`. */
function problemsOf(given: unknown): readonly string[] {
  return parsePolicy(given).problems;
}

/** What stands in the result for each key given, and how many problems were reported. */
function kept(given: Readonly<Record<string, unknown>>): [unknown[], number] {
  const { policy, problems } = parsePolicy(given);
  return [Object.keys(given).map((key) => policy[key as keyof Policy]), problems.length];
}

describe('what can be used is taken', () => {
  const whole: Policy = {
    ...policies.carli,
    name: 'Example Library',
    roleList: 'patron-only',
    extraUncountedRoles: ['Printout Queue Manager', '301'],
    institution: { name: 'Example', prefixes: ['ex-'] },
    otherInstitutions: [{ name: 'Other', prefixes: ['ot-', 'o2-'] }],
    protectedAccounts: [
      { match: 'name', value: 'Central Desk', label: 'Central', counts: false, source: 'agreed in 2025' },
    ],
    backupAccounts: ['breakglass'],
    studentGroups: ['ug'],
    linkedGroups: [],
    retainedGroups: ['emeriti'],
    genericAccounts: 'allow',
    genericWords: [],
    setupWords: ['aspen'],
    testWords: ['try out'],
    inactiveRolesCount: false,
    studentRolesNeedExpiry: true,
    loginWindowDays: 30,
    namedUserLimit: 120,
    lastReview: parsePolicy({ lastReview: '2025-11-03' }).policy.lastReview,
    lastReviewCount: 118,
    guard: { delete: 'tell', protectedAccounts: 'off', deactivate: 'hold' },
    rules: { 'linked-account': 'note', 'named-user': 'off' },
    dateOrder: 'dmy',
    taughtLocators: [{ field: 'role.name', by: 'header', value: 'SELENIUM_ID_x', on: false, note: 'by Ada' }],
    roleNames: [
      { name: 'Lesende', role: 'Patron' },
      { name: 'Hüterin der Schlüssel', role: '' },
    ],
  };

  test('a whole policy comes back as it was, from an object and from text', () => {
    const expected = { ...whole, rules: { ...policies.carli.rules, ...whole.rules } };
    expect(parsePolicy(whole)).toEqual({ policy: expected, problems: [] });
    expect(parsePolicy(`\uFEFF${JSON.stringify(whole)}`)).toEqual({ policy: expected, problems: [] });
    expect(whole.lastReview).toBe('2025-11-03');
  });

  test('what is left out is the base policy’s, part by part', () => {
    const { policy, problems } = parsePolicy({
      base: 'carli',
      guard: { delete: 'off' },
      rules: { 'purge-date-due': 'stop' },
      institution: { prefixes: ['a'] },
    });
    expect(problems).toEqual([]);
    expect(policy.guard).toEqual({ ...policies.carli.guard, delete: 'off' });
    expect(policy.rules).toEqual({ ...policies.carli.rules, 'purge-date-due': 'stop' });
    expect(policy.institution).toEqual({ name: null, prefixes: ['a'] });
    expect(policy.linkedGroups).toEqual(['I-Share']);
  });

  test('entries need not say everything', () => {
    const { policy, problems } = parsePolicy({
      protectedAccounts: [{ match: 'prefix', value: ' nz_ ' }],
      otherInstitutions: [{ name: 'Other' }],
      taughtLocators: [{ field: 'status', by: 'label', value: 'Zustand' }],
    });
    expect(problems).toEqual([]);
    expect(policy.protectedAccounts).toEqual([{ match: 'prefix', value: 'nz_', label: '', counts: true, source: '' }]);
    expect(policy.otherInstitutions).toEqual([{ name: 'Other', prefixes: [] }]);
    expect(policy.taughtLocators).toEqual([{ field: 'status', by: 'label', value: 'Zustand', on: true, note: '' }]);
  });

  test('the result shares nothing with what was given, nor with a shipped policy', () => {
    const given = { studentGroups: ['ug'], institution: { name: 'A', prefixes: ['a'] }, rules: {} };
    const { policy } = parsePolicy(given);
    given.studentGroups.push('later');
    given.institution.prefixes.push('later');
    expect(policy.studentGroups).toEqual(['ug']);
    expect(policy.institution.prefixes).toEqual(['a']);
    policy.genericWords.push('mine');
    policy.guard.delete = 'off';
    expect(policies.base.genericWords).not.toContain('mine');
    expect(parsePolicy({}).policy.guard.delete).toBe('hold');
  });
});

describe('what is no policy at all', () => {
  test.each<[string, unknown, string]>([
    [
      'broken JSON',
      '{"base": "wrlc"',
      'This text is not valid JSON, so nothing was taken from it. Export a policy to see how one is written.',
    ],
    [
      'an empty text',
      '',
      'This text is not valid JSON, so nothing was taken from it. Export a policy to see how one is written.',
    ],
    [
      'a list',
      [],
      'A policy is a group of named settings in JSON. This is something else, so nothing was taken from it.',
    ],
    [
      'null',
      null,
      'A policy is a group of named settings in JSON. This is something else, so nothing was taken from it.',
    ],
    [
      'undefined',
      undefined,
      'A policy is a group of named settings in JSON. This is something else, so nothing was taken from it.',
    ],
    [
      'a number as text',
      '12',
      'A policy is a group of named settings in JSON. This is something else, so nothing was taken from it.',
    ],
    [
      '5 MB of text',
      `{"name": "${'x'.repeat(5_000_000)}"}`,
      'This text is longer than 2,000,000 characters, which no policy needs, so nothing was taken from it.',
    ],
    [
      'deep nesting',
      '['.repeat(1_000_000),
      'This text is not valid JSON, so nothing was taken from it. Export a policy to see how one is written.',
    ],
  ])('%s', (_says, given, problem) =>
    expect(parsePolicy(given)).toEqual({ policy: policies.base, problems: [problem] }),
  );

  test('an object that refuses to be read', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(parsePolicy(hostile)).toEqual({
      policy: policies.base,
      problems: ['This policy could not be read, so nothing was taken from it.'],
    });
  });
});

describe('what cannot be used is named and ignored', () => {
  test.each<[string, unknown, string]>([
    ['an unknown setting', { colour: 'red' }, 'There is no setting “colour”. It was ignored.'],
    ['an unknown part', { guard: { print: 'off' } }, 'There is no setting “guard.print”. It was ignored.'],
    ['a very long name', { ['k'.repeat(500)]: 1 }, `There is no setting “${'k'.repeat(60)}…”. It was ignored.`],
    [
      'an unknown base',
      { base: 'ohio' },
      'There is no base policy “ohio”; there are base, wrlc, carli, suny, duke, emory, wisconsin, and princeton. The policy “base” was used in its place.',
    ],
    [
      'an inherited base',
      { base: 'constructor' },
      'There is no base policy “constructor”; there are base, wrlc, carli, suny, duke, emory, wisconsin, and princeton. The policy “base” was used in its place.',
    ],
    [
      'an unknown rule',
      { rules: { 'no-such-rule': 'off' } },
      'There is no rule “no-such-rule”. Its setting was ignored.',
    ],
    [
      'a severity that does not exist',
      { rules: { 'purge-date-due': 'fact' } },
      'The setting “rules.purge-date-due” can only be one of these: off, stop, warn, and note. It was ignored.',
    ],
    [
      'a severity for a fact',
      { rules: { 'named-user': 'warn' } },
      'The setting “rules.named-user” can only be “off”, since the rule states a fact. It was ignored.',
    ],
    ['rules as a list', { rules: ['off'] }, 'The setting “rules” has to be a group of named settings. It was ignored.'],
    ['a guard as text', { guard: 'hold' }, 'The setting “guard” has to be a group of named settings. It was ignored.'],
    [
      'an unknown guard choice',
      { guard: { delete: 'block' } },
      'The setting “guard.delete” can only be one of these: off, tell, and hold. It was ignored.',
    ],
    [
      'an unknown role list',
      { roleList: 'toString' },
      'The setting “roleList” can only be one of these: wrlc-carli, ex-libris-report, ex-libris-2020, ex-libris-licensing, and patron-only. It was ignored.',
    ],
    ['an empty name', { name: '  ' }, 'The setting “name” has to be a text of 1 to 200 characters. It was ignored.'],
    [
      'a name too long',
      { name: 'x'.repeat(201) },
      'The setting “name” has to be a text of 1 to 200 characters. It was ignored.',
    ],
    ['text for a list', { studentGroups: 'ug' }, 'The setting “studentGroups” has to be a list. It was ignored.'],
    [
      'text for yes or no',
      { inactiveRolesCount: 'yes' },
      'The setting “inactiveRolesCount” has to be true or false. It was ignored.',
    ],
    [
      'no window',
      { loginWindowDays: 0 },
      'The setting “loginWindowDays” has to be a whole number from 1 to 90. It was ignored.',
    ],
    [
      'a window too long',
      { loginWindowDays: 91 },
      'The setting “loginWindowDays” has to be a whole number from 1 to 90. It was ignored.',
    ],
    [
      'half a day',
      { loginWindowDays: 1.5 },
      'The setting “loginWindowDays” has to be a whole number from 1 to 90. It was ignored.',
    ],
    [
      'a number as text that is too large',
      { loginWindowDays: '365' },
      'The setting “loginWindowDays” has to be a whole number from 1 to 90. It was ignored.',
    ],
    [
      'a number as text that can be read in two ways',
      { namedUserLimit: '1.200' },
      'The setting “namedUserLimit” has to be a whole number from 1 to 1,000,000. It was ignored.',
    ],
    [
      'a limit below one',
      { namedUserLimit: -1 },
      'The setting “namedUserLimit” has to be a whole number from 1 to 1,000,000. It was ignored.',
    ],
    [
      'a day that does not exist',
      { lastReview: '2025-02-30' },
      'The setting “lastReview” has to be a day that exists, written like 2026-01-31. It was ignored.',
    ],
    [
      'less than nobody at the last review',
      { lastReviewCount: -1 },
      'The setting “lastReviewCount” has to be a whole number from 0 to 1,000,000. It was ignored.',
    ],
    [
      'another format',
      { format: 'something-else' },
      'The format is “something-else” where a policy has “alma-user-guard-policy”. The settings that are known were taken all the same; please check them.',
    ],
    [
      'a version that never was',
      { version: '0' },
      'The version “0” does not exist. The policy was read as version 1; please check it.',
    ],
    ['null for a list', { backupAccounts: null }, 'The setting “backupAccounts” has to be a list. It was ignored.'],
  ])('%s', (_says, given, problem) =>
    expect(parsePolicy(given)).toEqual({ policy: policies.base, problems: [problem] }),
  );

  test('numbers and yes or no written as texts are read, and that is said', () => {
    const { policy, problems } = parsePolicy({ loginWindowDays: '30', inactiveRolesCount: 'true', version: '1' });
    expect(policy).toEqual({ ...policies.base, loginWindowDays: 30, inactiveRolesCount: true });
    expect(problems).toEqual([
      'The setting “inactiveRolesCount” is written as a text. It was read as true; please write it without quotation marks.',
      'The setting “loginWindowDays” is written as a text. It was read as the number 30; please write it without quotation marks.',
    ]);
  });

  test('yes or no written as 1 or 0, as the Windows registry has it, is read, and that is said', () => {
    const { policy, problems } = parsePolicy({ inactiveRolesCount: 0, studentRolesNeedExpiry: 1 });
    expect(policy).toEqual({ ...policies.base, inactiveRolesCount: false, studentRolesNeedExpiry: true });
    expect(problems).toEqual([
      'The setting “inactiveRolesCount” is written as the number 0. It was read as false.',
      'The setting “studentRolesNeedExpiry” is written as the number 1. It was read as true.',
    ]);
    expect(parsePolicy({ inactiveRolesCount: 2 })).toEqual({
      policy: policies.base,
      problems: ['The setting “inactiveRolesCount” has to be true or false. It was ignored.'],
    });
  });

  test('an unknown part of an entry', () => {
    const { policy, problems } = parsePolicy({ otherInstitutions: [{ name: 'A', web: 'x' }] });
    expect(policy.otherInstitutions).toEqual([{ name: 'A', prefixes: [] }]);
    expect(problems).toEqual(['There is no setting “otherInstitutions[1].web”. It was ignored.']);
  });

  test('a policy from the future gives what is known of it', () => {
    const { policy, problems } = parsePolicy({ version: 2, base: 'wrlc', loginWindowDays: 45, newThing: true });
    expect(policy).toEqual({ ...policies.wrlc, loginWindowDays: 45 });
    expect(problems).toEqual([
      'This policy is of version 2, which this extension does not know yet. The settings that are known were taken; update the extension to use the rest.',
      'There is no setting “newThing”. It was ignored.',
    ]);
  });

  test('entries that cannot be used are left out of a list, and named', () => {
    expect(kept({ genericWords: ['desk', 5, '', '  ', null, 'x'.repeat(201)] })).toEqual([[['desk']], 5]);
    expect(
      kept({
        protectedAccounts: [
          { match: 'regex', value: '.*' },
          { match: 'prefix', value: '' },
          'exl_',
          { match: 'exact', value: 'a', counts: 'no' },
        ],
      }),
    ).toEqual([[[{ match: 'exact', value: 'a', label: '', counts: true, source: '' }]], 4]);
    expect(kept({ otherInstitutions: [{ prefixes: ['x'] }, { name: 'A', prefixes: 'a-' }] })).toEqual([
      [[{ name: 'A', prefixes: [] }]],
      2,
    ]);
    expect(
      kept({
        taughtLocators: [
          { field: 'password', by: 'id', value: 'x' },
          { field: 'name', by: 'xpath', value: 'x' },
        ],
      }),
    ).toEqual([[[]], 2]);
    expect(problemsOf({ genericWords: [1] })).toEqual([
      'Entry 1 of the list “genericWords” cannot be used: 1. It was left out.',
    ]);
    expect(
      problemsOf({
        protectedAccounts: [
          { match: 'exact', value: 'a' },
          { match: 'regex', value: 'b' },
        ],
      }),
    ).toEqual([
      'Entry 2 of the list “protectedAccounts” cannot be used: {"match":"regex","value":"b"}. It was left out.',
    ]);
  });

  test('a list that is far too long is cut, and says so', () => {
    const { policy, problems } = parsePolicy({ studentGroups: Array.from({ length: 100_000 }, (_, at) => `g${at}`) });
    expect(policy.studentGroups.length).toBe(2000);
    expect(problems).toEqual([
      'The list “studentGroups” has more than 2,000 entries. Only the first 2,000 were taken.',
    ]);
  });

  test('a flood of problems is told in few sentences', () => {
    const { policy, problems } = parsePolicy(
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}`, at])),
    );
    expect(policy).toEqual(policies.base);
    expect(problems.length).toBe(51);
    expect(problems.at(-1)).toBe('9,950 more problems were found, and what caused them was ignored.');
  });
});

describe('names that every object has', () => {
  const hostile = `{"__proto__": {"base": "carli", "polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "prototype": 1,
    "rules": {"__proto__": {"polluted": "off"}, "constructor": "off"}, "guard": {"__proto__": {"delete": "off"}},
    "protectedAccounts": [{"match": "exact", "value": "a", "__proto__": {"counts": true}}]}`;

  test('are reported like any other unknown name, and change nothing', () => {
    const { policy, problems } = parsePolicy(hostile);
    expect(problems).toEqual([
      'There is no setting “__proto__”. It was ignored.',
      'There is no setting “constructor”. It was ignored.',
      'There is no setting “prototype”. It was ignored.',
      'There is no setting “protectedAccounts[1].__proto__”. It was ignored.',
      'There is no setting “guard.__proto__”. It was ignored.',
      'There is no rule “__proto__”. Its setting was ignored.',
      'There is no rule “constructor”. Its setting was ignored.',
    ]);
    expect(policy.base).toBe('base');
    expect(policy.guard.delete).toBe('hold');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(policy)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(policy.rules)).toBe(Object.prototype);
    expect(Object.keys(policy.rules)).toEqual(Object.keys(policies.base.rules));
  });

  test('inherited settings are none', () => {
    expect(parsePolicy(Object.create({ base: 'carli', loginWindowDays: 5 }))).toEqual({
      policy: policies.base,
      problems: [],
    });
  });
});
