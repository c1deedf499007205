import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/review/model/index.ts';
import { csvFile, policyWith, practiceReview, reviewOf } from './review-of.ts';

const roles = ['Primary Identifier', 'Last Name', 'Status', 'Role Type', 'Role Status', 'Role Expiry Date'];
const role = (
  id: string,
  name: string,
  more: Partial<Record<'last' | 'status' | 'roleStatus' | 'expiry', string>> = {},
) => [id, more.last ?? 'Doe', more.status ?? 'Active', name, more.roleStatus ?? 'Active', more.expiry ?? ''];

describe('the reconciliation', () => {
  it('adds up, for every institution', async () => {
    for (const seed of [1, 2, 3]) {
      const { joined, people } = await practiceReview({ seed, people: 150 });
      const { bridges, onlyInReport, onlyInAnalytics } = reconcile(people, joined.files, policyWith());
      expect(bridges.map(({ adds }) => adds)).toEqual([true, true, true]);
      for (const { from, to, steps } of bridges) {
        expect(from.value + steps.reduce((sum, { change }) => sum + change, 0)).toBe(to.value);
        for (const step of from.name === 'report-lines'
          ? []
          : steps.filter(({ reason }) => reason !== 'listed-again')) {
          expect(step.people).toHaveLength(Math.abs(step.change));
        }
      }
      const both = people.filter(({ inReport, inAnalytics }) => inReport && inAnalytics).length;
      expect(people.filter(({ inReport }) => inReport)).toHaveLength(both + onlyInReport.length);
      expect(people.filter(({ inAnalytics }) => inAnalytics)).toHaveLength(both + onlyInAnalytics.length);
    }
  });

  it('says why each person is in one source only', async () => {
    const report = await csvFile('report.csv', [
      ['User Name', 'Last Login'],
      ['newcomer', '2026-11-01'],
      ['exl_support', '-'],
      ['4711', '2026-11-01'],
      ['purged1', '-'],
    ]);
    const analytics = await csvFile('roles.csv', [
      roles,
      role('0004711', 'Cataloger'),
      role('', '', { last: 'purged1', status: 'Deleted' }),
      role('off', 'Cataloger', { status: 'Inactive' }),
      role('teacher', 'Instructor'),
      role('patron', 'Patron'),
      role('lapsed', 'Cataloger', { expiry: '2026-01-31' }),
      role('rialto_x', 'Cataloger'),
      role('absent', 'Cataloger'),
    ]);
    const { people } = reviewOf([report, analytics]);
    expect(Object.fromEntries(people.map(({ key, whyOneSource }) => [key, whyOneSource]))).toEqual({
      newcomer: 'not-in-this-file',
      exl_support: 'protected-account',
      '4711': 'spelled-differently',
      purged1: 'purged-with-statistics',
      '0004711': 'spelled-differently',
      off: 'inactive',
      teacher: 'only-uncounted-roles',
      patron: 'no-staff-role',
      lapsed: 'expired-role',
      rialto_x: 'protected-account',
      absent: 'not-in-this-file',
    });
  });

  it('looks for no reason in the people while the other source is missing', async () => {
    const report = await csvFile('report.csv', [
      ['User Name', 'Last Login'],
      ['exl_support', '-'],
    ]);
    const analytics = await csvFile('roles.csv', [roles, role('off', 'Cataloger', { status: 'Inactive' })]);
    expect(reviewOf([report]).person('exl_support').whyOneSource).toBe('no-analytics-given');
    expect(reviewOf([analytics]).person('off').whyOneSource).toBe('no-report-given');
    expect(reviewOf([report, analytics]).person('off').whyOneSource).toBe('inactive');
  });

  it('names the roles over which two authorities differ', async () => {
    const { people, joined } = reviewOf([
      await csvFile('roles.csv', [roles, role('a', 'Rialto Manager'), role('a', 'Patron')]),
    ]);
    const differences = reconcile(people, joined.files, policyWith()).differences;
    expect(differences).toContainEqual({
      counts: 'ex-libris-report',
      doesNot: 'wrlc-carli',
      people: [{ key: 'a', reason: 'role-lists-differ', roles: ['Rialto Manager'] }],
    });
  });

  it('shows rows that list a person again', async () => {
    const report = await csvFile('report.csv', [
      ['User Name', 'Last Login'],
      ['a', '2026-11-01'],
      ['A', '2026-10-01'],
    ]);
    const { people, joined } = reviewOf([report]);
    expect(people).toHaveLength(1);
    const bridge = reconcile(people, joined.files, policyWith()).bridges[2];
    expect(bridge?.steps).toContainEqual({ reason: 'listed-again', change: -1, people: [] });
    expect(bridge?.adds).toBe(true);
  });
});
