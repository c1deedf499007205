import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParsedTotals, parseTotals, totalsText } from '../../src/totals/index.ts';
import { totalsWith } from './totals-with.ts';

/** The faults of a file, as its text key's end and the key that it names. */
const faultsOf = (parsed: ParsedTotals) =>
  parsed.state === 'refused'
    ? parsed.faults.map(({ key, values }) => [key.replace('totals_fault_', ''), values.key].filter(Boolean).join(' '))
    : ['read'];

/** Totals with one member at a path (`figures.namedUsers`) replaced; `undefined` takes it away. */
function changed(path: string, value: unknown): unknown {
  const totals = JSON.parse(totalsText(totalsWith()));
  const [first = '', second] = path.split('.');
  const group = second === undefined ? totals : totals[first];
  if (value === undefined) delete group[second ?? first];
  else group[second ?? first] = value;
  return totals;
}

test('what was written is read again, as it was', () => {
  for (const totals of [
    totalsWith(),
    totalsWith({ limit: null }, { reportRows: null, reportRowsWithoutExl: null }),
    totalsWith({ institution: 'Université d’Exemple 例' }),
  ]) {
    expect(parseTotals(totalsText(totals))).toEqual({ state: 'read', totals, dropped: [] });
    expect(parseTotals(`\uFEFF${totalsText(totals)}`)).toEqual({ state: 'read', totals, dropped: [] });
    expect(parseTotals(JSON.parse(totalsText(totals)))).toEqual({ state: 'read', totals, dropped: [] });
  }
});

describe('a file that is no totals file is refused, with what it is', () => {
  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['Member,Named users\n', 'not_json'],
    [totalsText(totalsWith()).slice(0, 200), 'not_json'],
    ['x'.repeat(60_000), 'too_large'],
    ['null', 'foreign'],
    ['[]', 'foreign'],
    ['{"institution":"Example University"}', 'foreign'],
    ['{"format":"toString"}', 'foreign'],
    [JSON.stringify({ format: 'alma-user-guard-review', version: 1, joined: { people: [] } }), 'review'],
    [JSON.stringify({ format: 'alma-user-guard-policy', version: 1 }), 'policy'],
    [JSON.stringify({ ...totalsWith(), version: 2 }), 'newer'],
    [JSON.stringify({ ...totalsWith(), version: '1' }), 'version'],
    [JSON.stringify({ ...totalsWith(), version: undefined }), 'version'],
    [JSON.stringify([totalsWith()]), 'foreign'],
  ])('%.60j', (text, fault) => {
    expect(faultsOf(parseTotals(text))).toEqual([fault]);
  });
});

describe('each thing that is wrong has its sentence', () => {
  const counts = ['namedUsers', 'cannotTell', 'protected', 'afterDecisions'].map((key) => `figures.${key}`);
  const cases: readonly (readonly [path: string, values: readonly unknown[], fault: string])[] = [
    ['institution', [undefined, null, 7, '', ' \t', 'x'.repeat(201), 'A\nB', '\u200b'], 'name institution'],
    ['policy.name', [undefined, null, {}, ''], 'name policy.name'],
    ['policy.roleList', [undefined, 3, '', 'WRLC list', '../x', 'a'.repeat(61)], 'role_list policy.roleList'],
    ['date', [undefined, 20261120, '2026-11-31', '20.11.2026', '2026-11-20T00:00'], 'day date'],
    ['limit', [undefined, '120', -1, 1.5, Number.MAX_VALUE, true], 'count_or_null limit'],
    ['figures.reportRows', [undefined, '1', -1, []], 'count_or_null figures.reportRows'],
    ...counts.map((path) => [path, [undefined, null, '3', -1, 0.5, 1e9], `count ${path}`] as const),
    ['byRoleList.wrlc-carli', [null, '3', -1], 'count byRoleList.wrlc-carli'],
    ['policy', [undefined, null, [], 'WRLC'], 'group policy'],
    ['figures', [undefined, null, 3, [1]], 'group figures'],
    ['byRoleList', [undefined, null, []], 'group byRoleList'],
  ];
  test.each(cases)('%s', (path, values, fault) => {
    for (const value of values) expect(faultsOf(parseTotals(changed(path, value)))).toEqual([fault]);
  });

  test('several faults are all told', () => {
    const parsed = parseTotals({ ...totalsWith({ institution: '' }, { namedUsers: -1 }), date: '2026' });
    expect(faultsOf(parsed).sort()).toEqual(['count figures.namedUsers', 'day date', 'name institution']);
  });
});

describe('nothing of a person can slip in', () => {
  test('what the format does not name is dropped, and named', () => {
    const text = totalsText(totalsWith());
    const given = JSON.parse(text);
    given.people = [{ identifier: 'jdoe' }];
    given.policy.author = 'Jane Doe';
    given.figures.names = ['Jane Doe'];
    given.byRoleList['jane.doe@example.org'] = 3;
    given.byRoleList['a-list-of-a-version-to-come'] = 99;
    const parsed = parseTotals(given);
    expect(parsed).toMatchObject({ state: 'read', totals: JSON.parse(text) });
    expect(parsed.state === 'read' && [...parsed.dropped].sort()).toEqual([
      'byRoleList.a-list-of-a-version-to-come',
      'byRoleList.jane.doe@example.org',
      'figures.names',
      'people',
      'policy.author',
    ]);
  });

  test('a long key is named by its beginning, and no prototype is touched', () => {
    const text = totalsText(totalsWith()).replace('{', `{"${'k'.repeat(500)}": 1, "__proto__": {"limit": 5}, `);
    const parsed = parseTotals(text);
    expect(parsed.state === 'read' && parsed.dropped).toEqual([`${'k'.repeat(40)}…`, '__proto__']);
    expect(parsed.state === 'read' && parsed.totals.limit).toBe(120);
    expect(({} as { limit?: number }).limit).toBeUndefined();
  });

  test('whatever is given, it never throws, and what is read holds the format’s keys only', () => {
    const shape = JSON.stringify(keysOf(totalsWith()));
    fc.assert(
      fc.property(fc.json(), fc.dictionary(fc.string(), fc.jsonValue()), (text, more) => {
        parseTotals(text);
        const parsed = parseTotals({ ...more, ...totalsWith(), figures: { ...more, ...totalsWith().figures } });
        expect(parsed.state === 'read' && JSON.stringify(keysOf(parsed.totals))).toBe(shape);
      }),
    );
  });
});

const keysOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null
    ? Object.entries(json)
        .sort()
        .map(([key, value]) => [key, keysOf(value)])
    : typeof json;

test('a file of a version with fewer role lists is read without the number', () => {
  const parsed = parseTotals(changed('byRoleList.patron-only', undefined));
  expect(parsed.state === 'read' && Object.keys(parsed.totals.byRoleList)).not.toContain('patron-only');
});
