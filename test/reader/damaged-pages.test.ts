// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import type { Role, UserRecord } from '../../src/record/index.ts';
import { cases } from '../alma/cases.ts';
import { compare, type ExpectedRecord } from '../alma/expected.ts';
import { addressOf, render } from '../alma/render.ts';
import { damage, randomFrom } from './damage.ts';
import { showPage } from './show-page.ts';

const timesEach = 4;
/** Left out: a page of 60 roles, for its size, and pages on which two places disagree, for either of them may be what is gone. */
const records = cases.filter(
  ({ id, expected }) => expected !== 'no-screen' && expected.kind === 'record' && !/^(roles-60|two-)/.test(id),
);

/** Nobody can notice that a text is gone, nor that a name made of first and last name once stood above in another order. */
const cannotBeNoticed = (field: string, value: unknown): boolean => value === null || field === 'name';

/** Rows that have changed places are the same roles. */
const sorted = (record: UserRecord): UserRecord =>
  record.roles.state === 'read'
    ? { ...record, roles: { ...record.roles, value: record.roles.value.toSorted(byName) } }
    : record;

const byName = (one: Role, other: Role): number => (one.name < other.name ? -1 : 1);

function withSortedRoles(expected: ExpectedRecord): ExpectedRecord {
  const { roles } = expected;
  return roles.state === 'unread'
    ? expected
    : { ...expected, roles: { ...roles, value: roles.value.toSorted(byName) } };
}

describe('damaged pages of the stand-in Alma are never read wrong', () => {
  test.each(records)(
    '$id',
    ({ id, description, expected }) => {
      const random = randomFrom([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
      for (let time = 0; time < timesEach; time++) {
        showPage(document, render(description, id), addressOf(description, id));
        damage(document.querySelector('form') ?? document.body, 1 + (time % 3), random);
        const record = readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.record;
        if (!record || expected === 'no-screen' || expected.kind !== 'record') continue;
        const wrong = compare(withSortedRoles(expected.record), sorted(record)).wrong.filter((field) => {
          const reading = record[field];
          return !(reading.state === 'read' && cannotBeNoticed(field, reading.value));
        });
        expect(wrong, JSON.stringify(wrong.map((field) => record[field]))).toEqual([]);
      }
    },
    60_000,
  );
});
