import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Day,
  dayOf,
  type FieldName,
  fieldNames,
  type Role,
  recordOf,
  type UserFields,
} from '../../src/record/index.ts';
import {
  isProtected,
  type Judgement,
  judge,
  type Policy,
  parsePolicy,
  policies,
  roleLists,
  standardRoles,
} from '../../src/rules/index.ts';
import { today } from './case.ts';

const runs = { numRuns: 500 };

const spaced = (text: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom('', ' ', '  '), text, fc.constantFrom('', ' ')).map((parts) => parts.join(''));
const telling = (...texts: string[]) => fc.oneof(fc.constantFrom(...texts), fc.string({ maxLength: 12 }));

const days: fc.Arbitrary<Day> = fc
  .tuple(fc.integer({ min: 2024, max: 2028 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, dayOfMonth]) => dayOf(year, month, dayOfMonth) as Day);

const roles: fc.Arbitrary<Role> = fc.record(
  {
    name: fc.oneof(
      fc.constantFrom(...standardRoles().map(({ name }) => name)),
      fc.constantFrom('Patron', 'Instructor', 'Cataloger'),
      fc.string({ maxLength: 8 }),
    ),
    code: fc.constantFrom('200', '46', '21', '50', '204', '9999', ''),
    status: fc.constantFrom('ACTIVE', 'INACTIVE'),
    expiryDate: fc.option(days),
  },
  { requiredKeys: ['name'] },
);

const identifiers = spaced(
  telling(
    'exl_impl',
    'EXL_api',
    'rialto_x',
    'Leganto_Guest',
    'gw-1',
    'gm-1',
    'leganto1',
    'test_a',
    'circdesk1',
    'breakglass',
    '01WRLC_GML-FENWICK',
    'nz_a',
    'x1',
  ),
);

const whole: fc.Arbitrary<UserFields> = fc.record({
  primaryId: identifiers,
  name: fc.option(telling('Alma Administrator', 'Staff, Ex Libris', 'Calder, Mira', 'Desk', 'Central Desk')),
  recordType: fc.constantFrom('PUBLIC', 'STAFF'),
  accountType: fc.constantFrom('INTERNAL', 'EXTERNAL', 'INTEXTAUTH'),
  status: fc.constantFrom('ACTIVE', 'ACTIVE', 'INACTIVE', 'DELETED'),
  userGroup: fc.option(telling('wrlc user', 'Undergrad', 'Emeriti', 'Central', 'Library Pickup Locations')),
  expiryDate: fc.option(days),
  purgeDate: fc.option(days),
  roles: fc.array(roles, { maxLength: 5 }),
  lastLogin: fc.oneof(fc.constant('not-in-window' as const), days),
});

/** A contact holds no roles: that is why an unread record type is no obstacle. */
const contacts = whole.map((fields): UserFields => ({ ...fields, recordType: 'CONTACT', roles: [] }));
const people = fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: contacts });

const entry = (match: 'prefix' | 'exact' | 'name' | 'group', value: string) =>
  fc.boolean().map((counts) => ({ match, value, label: '', counts, source: '' }));

const policiesInUse: fc.Arbitrary<Policy> = fc
  .record({
    shipped: fc.constantFrom(...Object.values(policies)),
    differing: fc.record(
      {
        roleList: fc.constantFrom(...Object.keys(roleLists)),
        extraUncountedRoles: fc.subarray(['Cataloger', '21', 'Lesesaal']),
        institution: fc.constant<Policy['institution']>({ name: null, prefixes: ['gw-'] }),
        otherInstitutions: fc.constant<Policy['otherInstitutions']>([{ name: 'George Mason', prefixes: ['gm-'] }]),
        protectedAccounts: fc.array(
          fc.oneof(
            entry('prefix', 'nz_'),
            entry('exact', 'x1'),
            entry('name', 'Central Desk'),
            entry('group', 'Central'),
          ),
          { maxLength: 3 },
        ),
        backupAccounts: fc.constant<string[]>(['breakglass']),
        studentGroups: fc.constant<string[]>(['undergrad']),
        linkedGroups: fc.constant<string[]>(['wrlc user']),
        retainedGroups: fc.constant<string[]>(['emeriti']),
        inactiveRolesCount: fc.boolean(),
        loginWindowDays: fc.integer({ min: 1, max: 90 }),
        rules: fc.constantFrom({}, { 'named-user': 'off', 'ex-libris-account': 'off' } as const),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ shipped, differing }) => ({ ...shipped, ...differing }));

const someFields = fc.subarray([...fieldNames]);

function only(fields: UserFields, known: readonly FieldName[]) {
  return recordOf(Object.fromEntries(known.map((field) => [field, fields[field]])));
}

/** What a judgement says, field by field: each rule's outcome, and the answer under a name of its own. */
function outcomes({ verdicts, namedUser }: Judgement): [string, string][] {
  const answers = { counts: 'found', 'does-not-count': 'clear', 'cannot-tell': 'cannot-tell' };
  return [
    ...verdicts.map(({ rule, outcome }): [string, string] => [rule, outcome]),
    ['the answer', answers[namedUser.answer]],
  ];
}

/** Hundreds of records take a while on a busy machine. */
const patience = { timeout: 120_000 };

describe('judging', patience, () => {
  test('decides everything that a whole record holds', () => {
    fc.assert(
      fc.property(people, policiesInUse, (fields, policy) => {
        const decided = outcomes(judge(recordOf(fields), policy, today));
        expect(decided.filter(([, outcome]) => outcome !== 'found' && outcome !== 'clear')).toEqual([]);
      }),
      runs,
    );
  });

  test('knows no more from less: what is forgotten makes an outcome open, or leaves it as it is', () => {
    fc.assert(
      fc.property(people, policiesInUse, someFields, someFields, (fields, policy, known, forgotten) => {
        const before = new Map(outcomes(judge(only(fields, known), policy, today)));
        const less = known.filter((field) => !forgotten.includes(field));
        const after = outcomes(judge(only(fields, less), policy, today));
        const wrong = after.filter(([rule, outcome]) => outcome !== 'cannot-tell' && outcome !== before.get(rule));
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  test('names the fields that it lacks: none of them was read, and reading them settles the outcome', () => {
    fc.assert(
      fc.property(people, policiesInUse, someFields, (fields, policy, known) => {
        const whole = new Map(outcomes(judge(recordOf(fields), policy, today)));
        for (const { rule, outcome, missing } of judge(only(fields, known), policy, today).verdicts) {
          expect(missing.length > 0).toBe(outcome === 'cannot-tell');
          expect(missing.filter((field) => known.includes(field))).toEqual([]);
          const filled = judge(only(fields, [...known, ...missing]), policy, today).verdicts;
          expect(filled.find((each) => each.rule === rule)?.outcome).toBe(whole.get(rule));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('does not look at the order of roles', () => {
    fc.assert(
      fc.property(people, policiesInUse, fc.infiniteStream(fc.nat()), (fields, policy, places) => {
        const shuffled = fields.roles
          .map((role) => ({ role, place: places.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ role }) => role);
        const one = judge(recordOf(fields), policy, today);
        const other = judge(recordOf({ ...fields, roles: shuffled }), policy, today);
        expect(outcomes(other)).toEqual(outcomes(one));
        expect(other.namedUser.deciding.length).toBe(one.namedUser.deciding.length);
      }),
      runs,
    );
  });

  test('does not look at case or at spaces around an identifier', () => {
    const otherwise = fc.constantFrom<(id: string) => string>(
      (id) => id.toUpperCase(),
      (id) => id.toLowerCase(),
      (id) => `  ${id}\t`,
      (id) => id.trim(),
    );
    fc.assert(
      fc.property(people, policiesInUse, otherwise, (fields, policy, write) => {
        const rewritten = { ...fields, primaryId: write(fields.primaryId) };
        expect(judge(recordOf(rewritten), policy, today)).toEqual(judge(recordOf(fields), policy, today));
        expect(isProtected(recordOf(rewritten), policy)).toBe(isProtected(recordOf(fields), policy));
      }),
      runs,
    );
  });

  test('never throws, whatever stands in the fields', () => {
    const anything = fc.dictionary(fc.constantFrom(...fieldNames), fc.anything());
    fc.assert(
      fc.property(anything, policiesInUse, fc.oneof(fc.constant(today), fc.string()), (fields, policy, day) => {
        const { verdicts, namedUser } = judge(recordOf(fields as Partial<UserFields>), policy, day);
        expect(verdicts.length).toBe(32);
        expect(namedUser.line).not.toBe('');
      }),
      runs,
    );
  });

  test('tells of no rule without a message, nor with a placeholder left open', () => {
    fc.assert(
      fc.property(people, policiesInUse, (fields, policy) => {
        const named = { ...fields, roles: fields.roles.filter(({ name }) => !/[{}]/.test(name)) };
        const { verdicts, namedUser } = judge(recordOf(named), policy, today);
        const found = verdicts.filter(({ outcome }) => outcome === 'found');
        expect(found.every(({ findings }) => findings.length > 0)).toBe(true);
        const told = [
          ...found.flatMap(({ findings }) => findings.map(({ message }) => message)),
          namedUser.line,
          namedUser.change ?? '',
        ];
        expect(told.filter((text) => /[{}]|^rule_|^named_user_/.test(text))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('reading a policy', patience, () => {
  const hostileKeys = fc.constantFrom(
    ...Object.keys(policies.base),
    '__proto__',
    'constructor',
    'prototype',
    'toString',
  );
  const anything = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
  });
  const nearly = fc
    .array(fc.tuple(hostileKeys, anything))
    .map(
      (entries) =>
        JSON.parse(
          JSON.stringify(Object.fromEntries(entries), (_key, value: unknown) =>
            typeof value === 'bigint' ? `${value}` : value,
          ) ?? '{}',
        ) as unknown,
    );

  test('never throws, and always gives a policy that it would give again', () => {
    fc.assert(
      fc.property(fc.oneof(anything, nearly, fc.json(), fc.string()), (given) => {
        const { policy, problems } = parsePolicy(given);
        expect(Object.keys(policy).sort()).toEqual(Object.keys(policies.base).sort());
        expect(
          problems.every((problem) => /^[A-Z0-9].*\.$/s.test(problem) && !problem.includes('policy_problem')),
        ).toBe(true);
        expect(parsePolicy(structuredClone(policy))).toEqual({ policy, problems: [] });
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives policies under which judging works', () => {
    fc.assert(
      fc.property(nearly, people, (given, fields) => {
        const { verdicts } = judge(recordOf(fields), parsePolicy(given).policy, today);
        expect(verdicts.filter(({ outcome }) => outcome === 'crashed')).toEqual([]);
      }),
      runs,
    );
  });
});
