import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import type { Decision, Person } from '../../src/review/model/index.ts';
import { type Sort, sortValue } from '../../src/review/page/people/columns.ts';
import { type Filter, fitting, noFilter } from '../../src/review/page/people/filter.ts';
import { movedBy } from '../../src/review/page/people/grid-keys.ts';
import { indexPeople } from '../../src/review/page/people/people-index.ts';
import { loginWords } from '../../src/review/page/people/words.ts';
import { historyOf } from '../../src/review/page/reviewing.ts';
import type { ChosenFile } from '../../src/review/page/state.ts';
import { csvFile, reviewOf } from '../review/review-of.ts';

const today = '2026-11-20' as Day;

/** A cataloger of the staff, a desk operator among the students who is in no report, and a patron without a name. */
async function three() {
  const { people } = reviewOf([
    await csvFile('report.csv', [
      ['User Name', 'Last Login'],
      ['ada', '2026-03-02'],
      ['zoe', ''],
    ]),
    await csvFile('roles.csv', [
      ['Primary Identifier', 'Last Name', 'First Name', 'Status', 'User Group', 'Job Category', 'Role Type'],
      ['ada', 'Åberg', 'Ada', 'Active', 'Staff', 'Cataloging', 'Cataloger'],
      ['bo', 'Finch', 'Bo', 'Active', 'Students', 'Desk', 'Circulation Desk Operator'],
      ['zoe', '', '', 'Active', 'Public', '', 'Patron'],
    ]),
  ]);
  const { all } = await indexPeople(people, new AbortController().signal);
  return all.toSorted((a, b) => (a.person.key < b.person.key ? -1 : 1));
}

const kept = new Map<string, Decision>([['ada', { kind: 'keep', reason: '', by: '', when: today, origin: 'person' }]]);

describe('narrowing the table', () => {
  test.each<[Partial<Filter>, string[]]>([
    [{}, ['ada', 'bo', 'zoe']],
    [{ search: 'ABERG ada' }, ['ada']],
    [{ search: 'desk' }, ['bo']],
    [{ answer: 'does-not-count' }, ['zoe']],
    [{ group: 'Students' }, ['bo']],
    [{ jobCategory: 'Cataloging' }, ['ada']],
    [{ role: 'Patron' }, ['zoe']],
    [{ source: 'report' }, ['ada', 'zoe']],
    [{ source: 'only-analytics' }, ['bo']],
    [{ decision: 'keep' }, ['ada']],
    [{ decision: 'none' }, ['bo', 'zoe']],
    [{ rule: 'named-user', decision: 'none' }, ['bo']],
  ])('by %j', async (by, expected) => {
    const fits = fitting({ ...noFilter, ...by }, kept);
    expect((await three()).filter(fits).map(({ person }) => person.key)).toEqual(expected);
  });
});

describe('sorting the table', () => {
  test.each<[Sort['column'], string[]]>([
    ['person', ['ada', 'bo', 'zoe']],
    ['group', ['zoe', 'ada', 'bo']],
    ['last-seen', ['bo', 'zoe', 'ada']],
    ['decision', ['bo', 'zoe', 'ada']],
  ])('by %s', async (column, expected) => {
    const value = sortValue(column, kept);
    const all = (await three()).map((one) => ({ key: one.person.key, value: value(one) }));
    all.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
    expect(all.map(({ key }) => key)).toEqual(expected);
  });

  test('by findings: one that stops outweighs many that warn', async () => {
    const [one] = await three();
    if (!one) throw new Error('nobody');
    const weight = sortValue('findings', kept);
    const with_ = (...severities: Person['found'][number]['severity'][]) =>
      Number(
        weight({ ...one, person: { ...one.person, found: severities.map((severity) => ({ rule: 'x', severity })) } }),
      );
    expect(with_('stop')).toBeGreaterThan(with_(...Array.from({ length: 32 }, () => 'warn' as const)));
    expect(with_('warn', 'note')).toBeGreaterThan(with_('warn'));
  });
});

describe('keys in the table', () => {
  const size = { rows: 100, columns: 8, page: 10 };
  test.each([
    [{ key: 'PageDown' }, { row: 15, column: 3 }],
    [{ key: 'PageUp' }, { row: 0, column: 3 }],
    [{ key: 'Home' }, { row: 5, column: 0 }],
    [
      { key: 'End', ctrlKey: true },
      { row: 100, column: 7 },
    ],
    [
      { key: 'Home', ctrlKey: true },
      { row: 1, column: 0 },
    ],
    [{ key: 'ArrowRight' }, { row: 5, column: 4 }],
    [{ key: 'ArrowDown', altKey: true }, undefined],
    [{ key: 'x' }, undefined],
  ])('%j', (pressed, to) => {
    const none = { ctrlKey: false, metaKey: false, altKey: false };
    expect(movedBy({ ...none, ...pressed }, { row: 5, column: 3 }, size)).toEqual(to);
  });
});

test.each([
  [{ lastSeen: '2026-03-02' as Day, reports: 4, coveredMonths: 11 }, 'Last seen March 2026'],
  [{ lastSeen: undefined, reports: 4, coveredMonths: 11 }, 'Not seen in 4 reports covering 11 of 12 months'],
  [{ lastSeen: undefined, reports: 0, coveredMonths: 0 }, 'Not in any report'],
  [
    { lastSeen: undefined, reports: 0, unreadable: 1, coveredMonths: 0 },
    'In a report, but the last login could not be read',
  ],
])('what the reports know of logins is told, and never "never": %j', (login, words) => {
  expect(loginWords(login as Person['login'])).toBe(words);
});

test('the course over earlier reviews: their history, and of one that is compared with its own figures; the oldest first', () => {
  const figures = (day: string) => ({ day: day as Day, figures: {}, namedUsersAfter: 1 });
  const review = (use: 'continue' | 'compare', own: string, ...history: string[]) =>
    ({
      reading: { state: 'review', use, head: { figures: figures(own), history: history.map(figures) } },
    }) as unknown as ChosenFile;
  const files = [review('compare', '2025-11-20', '2024-11-19'), review('continue', '2026-11-20', '2025-11-20')];
  expect(historyOf(files).map(({ day }) => day)).toEqual(['2024-11-19', '2025-11-20']);
});
