import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roleLists } from '../../src/rules/index.ts';
import { parseTotals, type RollUpTerms, rollUp, type Totals } from '../../src/totals/index.ts';
import { day, totalsWith } from './totals-with.ts';

const terms: RollUpTerms = { roleList: 'wrlc-carli', limit: null, expected: [], today: day('2026-11-27') };
const lists = Object.keys(roleLists);

const only = (files: readonly Totals[], other: Partial<RollUpTerms> = {}) => {
  const { members } = rollUp(files, { ...terms, ...other });
  expect(members).toHaveLength(1);
  return members[0] as NonNullable<(typeof members)[0]>;
};
const remarksOf = (...given: Parameters<typeof only>) =>
  only(...given).remarks.map(({ key }) => key.replace('rollup_remark_', ''));

/** Totals as they may come in: few institutions and days, so that they meet. */
const anyTotals: fc.Arbitrary<Totals> = fc
  .record({
    institution: fc.constantFrom('Amber', 'AMBER ', 'Birch  College', 'birch college', 'Birch', 'Copper'),
    date: fc.constantFrom('2024-11-20', '2025-11-20', '2026-03-01', '2026-11-20').map(day),
    roleList: fc.constantFrom(...lists),
    limit: fc.option(fc.nat(300), { nil: null }),
    cannotTell: fc.nat(20),
    // Often the same, so that files of one day differ in one number only.
    numbers: fc.array(fc.oneof(fc.constantFrom(7, 8), fc.nat(500)), {
      minLength: lists.length,
      maxLength: lists.length,
    }),
  })
  .map(({ institution, date, roleList, limit, cannotTell, numbers }) => {
    const byRoleList = Object.fromEntries(lists.map((list, at) => [list, numbers[at] ?? 0]));
    const namedUsers = byRoleList[roleList] ?? 0;
    return totalsWith(
      { institution, date, limit, policy: { name: 'Policy', roleList }, byRoleList },
      { namedUsers, cannotTell, afterDecisions: Math.floor(namedUsers / 2) },
    );
  });
const anyTerms: fc.Arbitrary<RollUpTerms> = fc.record({
  roleList: fc.constantFrom(...lists),
  limit: fc.option(fc.nat(1500), { nil: null }),
  expected: fc.uniqueArray(fc.constantFrom('amber', 'Birch College', 'Dunlin')),
  today: fc.constant(terms.today),
});
const shuffled = (files: readonly Totals[]) =>
  fc.shuffledSubarray([...files], { minLength: files.length, maxLength: files.length });

describe('for any files', () => {
  test('the sums are those of the members’ newest figures', () => {
    fc.assert(
      fc.property(fc.array(anyTotals, { maxLength: 12 }), anyTerms, (files, under) => {
        const { members, sums } = rollUp(files, under);
        // Worked out another way: the newest of each institution, looked for among all files.
        const names = new Set(files.map(({ institution }) => institution.trim().replace(/\s+/g, ' ').toLowerCase()));
        const newest = [...names].map((name) => {
          const own = files.filter(({ institution }) => institution.trim().replace(/\s+/g, ' ').toLowerCase() === name);
          const last = own
            .map(({ date }) => date)
            .sort()
            .at(-1);
          const ofDay = own.filter(({ date }) => date === last);
          return Math.max(...ofDay.map(({ byRoleList }) => byRoleList[under.roleList] ?? 0));
        });
        expect(sums.members).toBe(names.size);
        expect(sums.namedUsers).toBe(newest.reduce((all, one) => all + one, 0));
        const total = (of: (totals: Totals) => number) => members.reduce((all, one) => all + of(one.newest), 0);
        expect(sums.namedUsers).toBe(total(({ byRoleList }) => byRoleList[under.roleList] ?? 0));
        expect(sums.cannotTell).toBe(total(({ figures }) => figures.cannotTell));
        expect(sums.limit).toBe(under.limit ?? undefined);
        expect(sums.overLimit).toBe(under.limit === null ? undefined : Math.max(0, sums.namedUsers - under.limit));
      }),
    );
  });

  test('their order does not matter', () => {
    const both = fc.array(anyTotals, { maxLength: 10 }).chain((files) => fc.tuple(fc.constant(files), shuffled(files)));
    fc.assert(
      fc.property(both, anyTerms, ([files, other], under) => {
        expect(rollUp(other, under)).toEqual(rollUp(files, under));
      }),
    );
  });

  test('every file is in one member’s course or says no more than one that is, and each year adds up', () => {
    fc.assert(
      fc.property(fc.array(anyTotals, { maxLength: 12 }), anyTerms, (files, under) => {
        const { members, years } = rollUp(files, under);
        const days = members.flatMap(({ key, course }) => course.map(({ date }) => `${key} ${date}`));
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBe(
          new Set(
            files.map(({ institution, date }) => `${institution.trim().replace(/\s+/g, ' ').toLowerCase()} ${date}`),
          ).size,
        );
        for (const { year, named, members: count } of years) {
          const ofYear = members.flatMap(({ course }) => course.filter(({ date }) => date.startsWith(year)).slice(-1));
          expect(count).toBe(ofYear.length);
          expect(named).toBe(ofYear.reduce((all, { byRoleList }) => all + (byRoleList[under.roleList] ?? 0), 0));
        }
      }),
    );
  });

  test('a foreign or broken file changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyTotals, { minLength: 1, maxLength: 6 }), fc.json(), anyTerms, (files, text, under) => {
        const given = [text, ...files.map((one) => JSON.stringify(one)), '{"format":"alma-user-guard-totals"', text];
        const read = given.flatMap((one) => {
          const parsed = parseTotals(one);
          return parsed.state === 'read' ? [parsed.totals] : [];
        });
        expect(rollUp(read, under)).toEqual(
          rollUp(
            files.map((one) => ({ ...one, institution: one.institution.trim() })),
            under,
          ),
        );
      }),
    );
  });
});

describe('names', () => {
  test('are one in any case, with any spaces, and are told where they differ', () => {
    const files = ['Example University', 'EXAMPLE\u00a0 university ', 'Example University'].map((institution, at) =>
      totalsWith({ institution, date: day(`202${4 + at}-11-20`) }),
    );
    expect(only(files).remarks).toContainEqual({
      key: 'rollup_remark_spellings',
      values: { names: ['EXAMPLE\u00a0 university '] },
    });
  });

  test.each([
    ['Example University', 'Example Universities'],
    ['St. Example', 'St Example'],
    ['Example College', 'Example College, Law Library'],
    ['Universite d’Exemple', 'Université d’Exemple'],
  ])('%s and %s are two', (one, other) => {
    const { members } = rollUp([totalsWith({ institution: one }), totalsWith({ institution: other })], terms);
    expect(members.map(({ newest }) => newest.institution).sort()).toEqual([one, other].sort());
  });

  test('are looked for among those expected', () => {
    const expected = ['EXAMPLE university', 'Dunlin College'];
    const outcome = rollUp([totalsWith(), totalsWith({ institution: 'Stranger' })], { ...terms, expected });
    expect(outcome.missing).toEqual(['Dunlin College']);
    expect(outcome.members.map(({ remarks }) => remarks.map(({ key }) => key))).toEqual([
      [],
      ['rollup_remark_not_expected'],
    ]);
  });
});

describe('what does not compare is said', () => {
  test('nothing, of a member that compares', () => {
    expect(remarksOf([totalsWith()])).toEqual([]);
  });

  test.each<[string, Partial<Totals>, Partial<Totals['figures']>]>([
    ['role_list', { policy: { name: 'SUNY', roleList: 'patron-only' } }, { namedUsers: 104 }],
    ['own_roles', {}, { namedUsers: 97, afterDecisions: 90 }],
    ['open', {}, { cannotTell: 2 }],
    ['no_report', {}, { reportRows: null, reportRowsWithoutExl: null }],
    ['torn', {}, { afterDecisions: 101 }],
    ['torn', {}, { reportRows: 100, reportRowsWithoutExl: 101 }],
    ['future', { date: day('2026-11-29') }, {}],
  ])('%s', (remark, other, figures) => {
    expect(remarksOf([totalsWith(other, figures)])).toEqual([remark]);
  });

  test('a number that is not there is in no sum, and leaves open whether the limit is kept', () => {
    const { 'wrlc-carli': _, ...byRoleList } = totalsWith().byRoleList;
    const outcome = rollUp([totalsWith(), totalsWith({ institution: 'Old', byRoleList })], { ...terms, limit: 500 });
    expect(outcome.members.map(({ named }) => named)).toEqual([100, undefined]);
    expect(outcome).toMatchObject({ withoutNumber: 1, sums: { namedUsers: 100 }, standing: { verdict: 'open' } });
    expect(outcome.members[1]?.remarks.map(({ key }) => key)).toEqual(['rollup_remark_no_number']);
  });

  test('figures that are much older than the newest, and not those of some weeks before', () => {
    const ages = ['2026-11-20', '2026-06-01', '2026-05-01', '2025-11-25'].map((date) => {
      const files = [totalsWith({ institution: 'Newest', date: day('2026-11-20') }), totalsWith({ date: day(date) })];
      return rollUp(files, terms).members[0]?.remarks.map(({ key }) => key);
    });
    expect(ages).toEqual([[], [], ['rollup_remark_older'], ['rollup_remark_older']]);
  });

  test('two files of one day that differ: the higher number counts', () => {
    const files = [totalsWith(), totalsWith({ byRoleList: { 'wrlc-carli': 103 } }, { namedUsers: 103 })];
    for (const given of [files, [...files].reverse()]) {
      expect(only(given).named).toBe(103);
      expect(remarksOf(given)).toEqual(['same_day']);
    }
    expect(remarksOf([totalsWith(), totalsWith({ institution: 'example university' })])).toEqual(['spellings']);
  });
});

test.each<[string, Partial<Totals>, Partial<Totals['figures']>]>([
  ['limit', { limit: 121 }, {}],
  ['policy', { policy: { name: 'Other', roleList: 'wrlc-carli' } }, {}],
  ['spelling', { institution: 'EXAMPLE University' }, {}],
  ['people of whom it cannot be told', {}, { cannotTell: 1 }],
  ['protected accounts', {}, { protected: 9 }],
  ['decisions', {}, { afterDecisions: 80 }],
])('two files of one day that differ in %s give the same in both orders', (_, other, figures) => {
  const [one, two] = [totalsWith(), totalsWith(other, figures)];
  expect(rollUp([two, one], terms)).toEqual(rollUp([one, two], terms));
});

describe('against a limit', () => {
  test.each<[number | null, number, string, number | undefined]>([
    [null, 0, 'no-limit', undefined],
    [99, 0, 'over', 1],
    [100, 0, 'under', 0],
    [105, 0, 'under', 5],
    [105, 5, 'under', 5],
    [105, 6, 'open', 106],
    [0, 0, 'over', 100],
  ])('of %s, with %s of whom it cannot be told, a member is %s', (limit, cannotTell, verdict, count) => {
    const { standing } = only([totalsWith({ limit }, { cannotTell })]);
    expect(standing).toEqual(count === undefined ? { verdict } : { verdict, count });
  });

  test('all together are under only when nobody is missing', () => {
    const under = { ...terms, limit: 150 };
    expect(rollUp([totalsWith()], under).standing).toEqual({ verdict: 'under', count: 50 });
    expect(rollUp([totalsWith()], { ...under, expected: ['Example University', 'Dunlin'] }).standing.verdict).toBe(
      'open',
    );
    expect(rollUp([totalsWith({}, { cannotTell: 51 })], under).standing.verdict).toBe('open');
    expect(rollUp([totalsWith()], { ...under, limit: 99 }).standing).toEqual({ verdict: 'over', count: 1 });
  });

  test('the members’ own limits are added apart', () => {
    const files = [
      totalsWith(),
      totalsWith({ institution: 'B', limit: 30 }),
      totalsWith({ institution: 'C', limit: null }),
    ];
    expect(rollUp(files, terms).memberLimits).toEqual({ sum: 150, without: 1 });
  });
});
