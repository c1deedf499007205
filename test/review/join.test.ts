import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import { asOfOf, type FileToJoin, joinFiles } from '../../src/review/model/index.ts';
import { csvFile, reviewOf, today } from './review-of.ts';

const reportOn = (asOf: string, ...rows: string[][]) =>
  csvFile(`report ${asOf}.csv`, [['User Name', 'Last Login'], ...rows], asOf as Day);
const read = (value: unknown) => ({ state: 'read', value });
const unread = (why: string) => ({ state: 'unread', why });

describe('joining by primary identifier', () => {
  it('ignores case and spaces, keeps the spelling used most, and reports both', async () => {
    const { people } = reviewOf([
      await reportOn(today, ['JDOE', '2026-11-01']),
      await csvFile('roles.csv', [
        ['Primary Identifier', 'Status', 'Role Type'],
        [' jdoe ', 'Active', 'Cataloger'],
        ['jdoe', 'Active', 'Patron'],
      ]),
    ]);
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ key: 'jdoe', identifier: 'jdoe', spellings: ['jdoe', 'JDOE'], answer: 'counts' });
    expect(people[0]?.record.roles).toEqual(read([{ name: 'Cataloger' }, { name: 'Patron' }]));
  });

  it('leaves roles unread where no file gives them, and then cannot tell', async () => {
    const { person } = reviewOf([await reportOn(today, ['jdoe', '2026-11-01'])]);
    expect(person('jdoe').record.roles).toEqual(unread('not-in-this-file'));
    expect(person('jdoe').answer).toBe('cannot-tell');
  });

  it('never says that a list of roles with a doubtful row is whole', async () => {
    const { person } = reviewOf([
      await csvFile('roles.csv', [
        ['Primary Identifier', 'Status', 'Role Type'],
        ['jdoe', 'Active', 'Patron'],
        ['jdoe', 'Active', '#N/A'],
      ]),
    ]);
    expect(person('jdoe').record.roles).toEqual(unread('partial'));
    expect(person('jdoe').answer).toBe('cannot-tell');
  });

  it('shows two values in files of one day as a contradiction, and else believes the newer file', async () => {
    const users = (group: string, asOf: Day) =>
      csvFile(
        `${group}.csv`,
        [
          ['Primary Identifier', 'User Group'],
          ['jdoe', group],
        ],
        asOf,
      );
    const sameDay = reviewOf([await users('Staff', today), await users('Faculty', today)]);
    expect(sameDay.person('jdoe').record.userGroup).toEqual(unread('contradictory'));
    const newer = reviewOf([await users('Staff', today), await users('Faculty', '2026-01-01' as Day)]);
    expect(newer.person('jdoe').record.userGroup).toEqual(read('Staff'));
  });

  it('drops people purged with statistics from everything, and lists them', async () => {
    const { people, joined } = reviewOf([
      await csvFile('roles.csv', [
        ['Primary Identifier', 'Last Name', 'Status', 'Role Type'],
        ['x9', 'former1', 'Deleted', 'Cataloger'],
      ]),
    ]);
    expect(people).toEqual([]);
    expect(joined.ghosts).toEqual([{ file: 'roles.csv', line: 2, identifier: 'x9', lastName: 'former1' }]);
  });

  it('does not depend on the order of the files', async () => {
    const files = await Promise.all([
      reportOn(today, ['a', '2026-11-01'], ['b', '-']),
      reportOn('2026-08-01', ['a', '2026-07-01'], ['c', '-']),
      csvFile('roles.csv', [
        ['Primary Identifier', 'Role Type'],
        ['a', 'Cataloger'],
        ['b', 'Patron'],
      ]),
      csvFile('users.csv', [
        ['Primary Identifier', 'User Group'],
        ['a', 'Staff'],
      ]),
    ]);
    const essence = (order: readonly FileToJoin[]) =>
      reviewOf(order)
        .people.map(({ key, answer, inReport, inAnalytics, login, record }) => ({
          key,
          answer,
          inReport,
          inAnalytics,
          login,
          record,
        }))
        .sort((one, other) => (one.key < other.key ? -1 : 1));
    const expected = essence(files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => {
        expect(essence(order)).toEqual(expected);
      }),
      { numRuns: 24 },
    );
  });
});

describe('the login memory', () => {
  it('keeps the latest login of all reports, and counts the months that they cover', async () => {
    const { person } = reviewOf([
      await reportOn(today, ['seen', '-'], ['never-listed', '-']),
      await reportOn('2026-08-22', ['seen', '2026-06-30'], ['never-listed', '-']),
      await reportOn('2026-05-24', ['never-listed', '']),
    ]);
    expect(person('seen').login).toEqual({ lastSeen: '2026-06-30', reports: 2, coveredMonths: 5 });
    expect(person('seen').record.lastLogin).toEqual(read('2026-06-30'));
    expect(person('never-listed').login).toEqual({ reports: 3, coveredMonths: 8 });
    expect(person('never-listed').record.lastLogin).toEqual(read('not-in-window'));
  });

  it('says nothing of the window from a blank in an old report', async () => {
    const { person } = reviewOf([await reportOn('2026-06-01', ['jdoe', '-'])]);
    expect(person('jdoe').record.lastLogin).toEqual(unread('not-in-this-file'));
  });

  it('takes "in the report" from the newest report alone', async () => {
    const { person } = reviewOf([
      await reportOn(today, ['a', '-']),
      await reportOn('2026-06-01', ['left', '2026-05-05']),
    ]);
    expect(person('left').inReport).toBe(false);
    expect(person('left').login.lastSeen).toBe('2026-05-05');
  });

  it('knows what an earlier review knew', async () => {
    const joined = joinFiles([await reportOn(today, ['jdoe', '-'])], {
      today,
      loginWindowDays: 90,
      earlierLogins: new Map([['jdoe', '2025-12-24' as Day]]),
    });
    expect(joined.people[0]?.login.lastSeen).toBe('2025-12-24');
  });
});

describe('the day of an export', () => {
  it.each([
    ['Staff Login Report 2026-08-22.xlsx', '2026-08-22'],
    ['slr_20260822_final.csv', '2026-08-22'],
    ['report.csv', '2026-10-01'],
    ['report 2027-01-01.csv', today],
  ])('%s', (name, day) => {
    expect(asOfOf({ name, lastModified: new Date(2026, 9, 1, 12).getTime() }, today)).toBe(day);
  });
});

describe('a login that lies ahead', () => {
  it('is not used, and is listed as a day that cannot be read', async () => {
    const report = [
      ['User Name', 'Last Login'],
      ['ahead1', '2031-01-01'],
      ['here1', '2026-11-02'],
    ];
    const { joined, person } = reviewOf([await csvFile('report.csv', report)]);
    expect(person('ahead1').login).toEqual({ reports: 0, unreadable: 1, coveredMonths: 0 });
    expect(person('ahead1').record.lastLogin).toMatchObject({ state: 'unread' });
    expect(person('here1').login.lastSeen).toBe('2026-11-02');
    expect(joined.unreadRows).toEqual([
      { file: 'report.csv', line: 2, reason: 'unreadable-date', heading: 'Last Login', used: 'in-part' },
    ]);
  });
});
