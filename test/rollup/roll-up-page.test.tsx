// @vitest-environment happy-dom

import { cleanup, configure, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { practiceConsortium } from '../../src/rollup/practice.ts';
import { parseTotals, rollUp, totalsText } from '../../src/totals/index.ts';
import { day, totalsWith } from '../totals/totals-with.ts';
import { click, give, members, one, openPage, today } from './page-at-hand.tsx';
import { readTable, type SheetRowsRead } from './read-back.ts';

// Nothing here is timed: on a machine with other work, a second can be short.
configure({ asyncUtilTimeout: 60_000 });
afterEach(cleanup);

const sums = () =>
  Object.fromEntries(
    [...document.querySelectorAll<HTMLElement>('output[data-rollup]')].map(({ dataset, textContent }) => [
      dataset.rollup,
      textContent,
    ]),
  );
const cell = (member: string, column: string) =>
  one(`[data-member="${member}"] [data-cell="${column}"]`).textContent ?? '';
const remarks = (member: string) =>
  [...document.querySelectorAll<HTMLElement>(`[data-member="${member}"] [data-remark]`)].map(
    ({ dataset }) => dataset.remark,
  );

const amber = totalsWith({ institution: 'Amber University', limit: 110 });
const birch = totalsWith(
  {
    institution: 'Birch College',
    date: day('2025-11-20'),
    policy: { name: 'Own', roleList: 'patron-only' },
    limit: 100,
  },
  { namedUsers: 104, cannotTell: 3 },
);

test('the members stand in the table, and their sums above', async () => {
  openPage({
    namedUserLimit: 150,
    otherInstitutions: [
      { name: 'Dunlin', prefixes: [] },
      { name: 'amber university', prefixes: [] },
    ],
  });
  await give(amber, birch);
  await waitFor(() => expect(members()).toEqual(['Amber University', 'Birch College']));
  expect(sums()).toEqual({ members: '2', 'named-users': '200', 'cannot-tell': '3', limit: '150', 'over-limit': '50' });
  expect([cell('Amber University', 'named'), cell('Amber University', 'standing')]).toEqual(['100', '10 under']);
  expect(['named', 'limit', 'standing', 'date'].map((column) => cell('Birch College', column))).toEqual([
    '100',
    '100',
    '4 over',
    '2025-11-20',
  ]);
  expect(cell('Birch College', 'own')).toContain('104');
  expect(cell('Birch College', 'policy')).toContain('SUNY');
  expect(remarks('Amber University')).toEqual([]);
  expect(remarks('Birch College')).toEqual(['role_list', 'open', 'older', 'not_expected']);
  expect(one('[data-missing="1"]').textContent).toContain('Dunlin');
  expect(one('#together').textContent).toContain("1 member's figures are old");
});

test("a member's bar carries its own numbers, on one scale for all", async () => {
  openPage();
  await give(amber, birch, totalsWith({ institution: 'Copper', limit: null }, { namedUsers: 26, cannotTell: 52 }));
  await waitFor(() => expect(members()).toHaveLength(3));
  const at = (member: string, part: string, name: string) => {
    const drawn = document.querySelector(`[data-member="${member}"] .count-bar ${part}`);
    return drawn ? Number(drawn.getAttribute(name)) : undefined;
  };
  const unit = (at('Amber University', '.after', 'width') ?? 0) / 100;
  expect(unit).toBeGreaterThan(0);
  const barOf = (member: string) =>
    [
      at(member, '.after', 'width'),
      at(member, '.open', 'x'),
      at(member, '.open', 'width'),
      at(member, '.limit', 'x1'),
    ].map((place) => (place === undefined ? undefined : Math.round(place / unit)));
  expect(barOf('Amber University')).toEqual([100, 100, 0, 110]);
  expect(barOf('Birch College')).toEqual([104, 104, 3, 100]);
  expect(barOf('Copper')).toEqual([26, 26, 52, undefined]);
  // In words they stand in the same row: the bar itself is read out to nobody.
  expect(['own', 'cannot-tell', 'limit'].map((column) => cell('Birch College', column))).toEqual([
    expect.stringContaining('104'),
    '3',
    '100',
  ]);
});

test('a limit that seems to be kept is said to be open, beside the number, where somebody cannot be told', async () => {
  openPage({ namedUserLimit: 201 });
  await give(amber, birch);
  await waitFor(() => expect(sums()).toMatchObject({ 'named-users': '200', 'over-limit': '0' }));
  const beside = () => one('[data-rollup="over-limit"]').parentElement?.querySelector('.beside-number')?.textContent;
  expect(beside()).toBe('Open: with 3 people of whom it cannot be told it may be up to 2.');
  cleanup();
  openPage({ namedUserLimit: 203 });
  await give(amber, birch);
  await waitFor(() => expect(sums()).toMatchObject({ 'named-users': '200', 'over-limit': '0' }));
  expect(beside()).toBeUndefined();
});

test('without a limit, and before there is anything, nothing is made up', async () => {
  openPage();
  expect(sums()).toEqual({});
  expect(one('#together').textContent).toContain('Once there are totals');
  await give(amber);
  await waitFor(() => expect(sums()).toMatchObject({ limit: '', 'over-limit': '', 'named-users': '100' }));
});

test('a broken or foreign file is named, and changes nothing', async () => {
  openPage({ namedUserLimit: 150 });
  await give(amber, birch);
  await waitFor(() => expect(members()).toHaveLength(2));
  const [before, table] = [sums(), one('#members').textContent];
  const review = JSON.stringify({ format: 'alma-user-guard-review', version: 1, joined: { people: ['jdoe'] } });
  await give(
    totalsText(amber).slice(0, 99),
    review,
    'a,b\n',
    'x'.repeat(300_000),
    JSON.stringify({ ...amber, date: '?' }),
  );
  await waitFor(() => expect(document.querySelectorAll('[data-refused]')).toHaveLength(5));
  const said = [...document.querySelectorAll('[data-refused]')].map(({ textContent }) => textContent ?? '');
  expect(said.map((words) => words.replace(/\.json /, '.json: '))).toEqual([
    expect.stringMatching(/^other-0\.json: .*not JSON/),
    expect.stringMatching(/^other-1\.json: .*a review with people/),
    expect.stringMatching(/^other-2\.json: .*not JSON/),
    expect.stringMatching(/^other-3\.json: .*larger than totals/),
    expect.stringMatching(/^other-4\.json: .*“date” should be a day/),
  ]);
  expect(document.body.textContent).not.toContain('jdoe');
  expect([sums(), one('#members').textContent]).toEqual([before, table]);
  click('[data-action="dismiss"]');
  await waitFor(() => expect(document.querySelector('[data-refused]')).toBeNull());
  expect(document.activeElement).toBe(one('#files'));
  expect(sums()).toEqual(before);
});

test('a file given twice counts once, and one that holds more than totals is named', async () => {
  openPage();
  const more = JSON.stringify({ ...birch, people: ['Jane Doe'], figures: { ...birch.figures, director: 'Jane Doe' } });
  await give(amber, totalsWith({ ...amber, institution: 'AMBER  University' }), more);
  await waitFor(() => expect(members()).toHaveLength(2));
  expect(one('[data-twice]').textContent).toContain('is the same as Amber University 2026-11-20.json');
  expect(one('[data-dropped]').textContent).toMatch(/other-2\.json: left out figures\.director and people/);
  expect(document.body.textContent).not.toContain('Jane Doe');
  expect(remarks('Amber University')).toEqual([]);
});

test('two files of one day that differ are said, and one can be taken away', async () => {
  openPage();
  await give(amber, totalsWith({ ...amber, byRoleList: { 'wrlc-carli': 107 } }, { namedUsers: 107 }));
  await waitFor(() => expect(remarks('Amber University')).toEqual(['same_day']));
  expect(cell('Amber University', 'named')).toBe('107');
  const files = one<HTMLDetailsElement>('[data-member] details');
  files.open = true;
  fireEvent(files, new Event('toggle'));
  await waitFor(() => expect(files.querySelectorAll('button')).toHaveLength(2));
  const higher = [...files.querySelectorAll('li')].find(({ textContent }) => textContent?.includes('107'));
  fireEvent.click(higher?.querySelector('button') as Element);
  await waitFor(() => expect(cell('Amber University', 'named')).toBe('100'));
  expect(remarks('Amber University')).toEqual([]);
  expect(document.activeElement).toBe(files.querySelector('summary'));
});

test('the table can be put in another order', async () => {
  openPage();
  await give(birch, amber, totalsWith({ institution: 'Copper', byRoleList: { 'wrlc-carli': 300 }, limit: null }));
  await waitFor(() => expect(members()).toEqual(['Amber University', 'Birch College', 'Copper']));
  const orders: [string, string[]][] = [
    ['named', ['Copper', 'Amber University', 'Birch College']],
    ['standing', ['Birch College', 'Amber University', 'Copper']],
    ['date', ['Birch College', 'Amber University', 'Copper']],
    ['date', ['Copper', 'Amber University', 'Birch College']],
    ['member', ['Amber University', 'Birch College', 'Copper']],
  ];
  for (const [column, order] of orders) {
    click(`[data-sort="${column}"]`);
    await waitFor(() => expect(members()).toEqual(order));
  }
  expect(one('th[aria-sort]').textContent).toBe('Member');
});

describe('practice', () => {
  test('that is asked for before the policy is known begins once it is', async () => {
    const { tellPolicy } = openPage({}, true);
    await waitFor(() => one('[data-action="practice"]'));
    click('[data-action="practice"]');
    await Promise.resolve();
    tellPolicy();
    await waitFor(() => expect(members().length).toBeGreaterThan(5));
  });

  test('never takes the place of files that were given before the policy was known', async () => {
    const { tellPolicy } = openPage({}, true);
    await waitFor(() => one('[data-action="practice"]'));
    click('[data-action="practice"]');
    await give(amber);
    tellPolicy();
    await waitFor(() => expect(members()).toEqual(['Amber University']));
    expect(one('main').dataset.practice).toBeUndefined();
  });

  test('shows all that the page can say, is marked, and never mixes with real totals', async () => {
    openPage();
    click('[data-action="practice"]');
    await waitFor(() => expect(members().length).toBeGreaterThan(5));
    expect(one('main').dataset.practice).toBe('yes');
    const verdicts = [...document.querySelectorAll<HTMLElement>('[data-cell="standing"]')].map(
      ({ dataset }) => dataset.standing,
    );
    expect(new Set(verdicts)).toEqual(new Set(['over', 'under', 'open', 'no-limit']));
    expect(
      document.querySelectorAll('[data-missing], [data-remark="older"], [data-remark="role_list"]').length,
    ).toBeGreaterThan(2);
    expect(document.querySelectorAll('#course [data-year]').length).toBe(4);
    await give(amber);
    await waitFor(() => expect(members()).toEqual(['Amber University']));
    expect(one('main').dataset.practice).toBeUndefined();
  });

  test.each(['wrlc-carli', 'ex-libris-report', 'patron-only'])('its files are totals, under %s', (roleList) => {
    const { files, expected } = practiceConsortium(today, roleList);
    for (const { totals } of files) {
      expect(parseTotals(totalsText(totals))).toEqual({ state: 'read', totals, dropped: [] });
      expect(totals.date <= today).toBe(true);
    }
    const { members: summed, missing } = rollUp(
      files.map(({ totals }) => totals),
      { roleList, limit: null, expected, today },
    );
    expect([summed.length + 1, missing.length]).toEqual([expected.length, 1]);
    const torn = summed.flatMap(({ remarks }) => remarks).filter(({ key }) => /torn|future|own_roles/.test(key));
    expect(torn).toEqual([]);
  });
});

describe('the table as a file', () => {
  const evil = totalsWith({ institution: '=HYPERLINK("x")', policy: { name: '+1, "two"', roleList: 'wrlc-carli' } });

  async function exported(format: 'csv' | 'xlsx'): Promise<SheetRowsRead> {
    const { downloads } = openPage({ namedUserLimit: 150, otherInstitutions: [{ name: 'Dunlin', prefixes: [] }] });
    await give(birch, totalsWith({ ...birch, date: day('2024-11-20'), byRoleList: { 'wrlc-carli': 91 } }), amber, evil);
    await waitFor(() => expect(members()).toHaveLength(3));
    click(`[data-export="rollup-${format}"]`);
    const [download] = downloads;
    expect(download?.name).toBe(`alma-named-users-consortium-2026-11-27.${format}`);
    return readTable(download?.file ?? new Blob(), format);
  }

  test.each(['csv', 'xlsx'] as const)('as %s holds what the page shows', async (format) => {
    const [headings = [], ...rows] = await exported(format);
    expect(headings.slice(0, 3)).toEqual(['Member', 'Named users (WRLC/CARLI)', 'Named users (its own policy)']);
    const at = (name: string) => headings.indexOf(name);
    const columns = [
      'Member',
      headings[1] ?? '',
      'Cannot be told',
      'Limit',
      'Over the limit',
      'Under the limit',
      'Day',
    ].map(at);
    const years = ['2024', '2025', '2026'].map((year) => at(`Named users in ${year}`));
    const picked = rows.map((row) => [...columns, ...years].map((column) => row[column] ?? ''));
    const name = format === 'csv' ? `'=HYPERLINK("x")` : '=HYPERLINK("x")';
    expect(picked).toEqual([
      [name, '100', '0', '120', '', '20', '2026-11-20', '', '', '100'],
      ['Amber University', '100', '0', '110', '', '10', '2026-11-20', '', '', '100'],
      ['Birch College', '100', '3', '100', '4', '', '2025-11-20', '91', '100', ''],
      ['Dunlin', '', '', '', '', '', '', '', '', ''],
      ['All together (3 members)', '300', '3', '150', '150', '', '', '91', '100', '200'],
    ]);
    expect(rows.every((row) => row.length <= headings.length)).toBe(true);
    expect(rows[3]?.at(-1)).toBe('Has given nothing.');
    expect(rows[4]?.at(-1)).toBe(
      '1 is missing. With 3 people of whom it cannot be told up to 153 may be over the limit.',
    );
    expect(rows[2]?.at(-1)).toContain('days before the newest');
  });
});

test.each(['csv', 'xlsx'] as const)(
  'a name from right to left stands in the %s as it is, nothing around it',
  async (format) => {
    const { downloads } = openPage();
    const name = 'University جامعة';
    await give(
      totalsWith({ institution: name }),
      totalsWith({ institution: name.toUpperCase(), date: day('2025-11-20') }),
    );
    await waitFor(() => expect(remarks(name)).toEqual(['spellings']));
    click(`[data-export="rollup-${format}"]`);
    const [, row] = await readTable(downloads[0]?.file ?? new Blob(), format);
    expect([row?.[0], row?.at(-1)]).toEqual([name, `Also spelled ${name.toUpperCase()}.`]);
  },
);

test('two hundred members of ten years are all there', async () => {
  const files = Array.from({ length: 200 }, (_, member) =>
    Array.from({ length: 10 }, (__, year) =>
      totalsWith({ institution: `Member ${member}`, date: day(`${2017 + year}-11-2${member % 7}`) }),
    ),
  ).flat();
  openPage({ namedUserLimit: 20_000 });
  await give(...files);
  await waitFor(() => expect(members()).toHaveLength(200));
  expect(sums()).toMatchObject({ members: '200', 'named-users': '20000', 'over-limit': '0' });
  await waitFor(() => expect(document.querySelectorAll('#course [data-year]')).toHaveLength(10));
  // What is unfolded only is not drawn before: a page of thousands of rows would not be fluid.
  expect(document.querySelectorAll('#members *').length).toBeLessThan(200 * 60);
});
