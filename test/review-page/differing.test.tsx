// @vitest-environment happy-dom

import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import type { Difference, Person, ReviewFile } from '../../src/review/model/index.ts';
import { type AtDesk, DeskContext } from '../../src/review/page/desk-context.ts';
import { Differences } from '../../src/review/page/people/differing.tsx';

afterEach(cleanup);

const file = (name: string, asOf: string, more: Partial<ReviewFile> = {}) =>
  ({ name, asOf: asOf as Day, kind: 'user-records', ...more }) as ReviewFile;
const files = [file('analytics.csv', '2026-11-10'), file('users.json', '2026-11-20')];

/** What is said of a person on whom two files disagree, a line for each field. */
function lines(differences: readonly Difference[], of: readonly ReviewFile[] = files): string[] {
  const at = { state: { reviewed: { joined: { files: of } } } } as unknown as AtDesk;
  render(
    <DeskContext.Provider value={at}>
      <Differences person={{ differences } as unknown as Person} />
    </DeskContext.Provider>,
  );
  return [...document.querySelectorAll('li')].map(({ textContent }) =>
    (textContent ?? '').replace(/[\u2066-\u2069]/g, ''),
  );
}

const said = (before: readonly string[], after: readonly string[]) => [
  { file: 0, words: before },
  { file: 1, words: after },
];

test('both sides are shown with value, file and day, and which of them holds', () => {
  const [line] = lines([{ field: 'status', said: said(['INACTIVE'], ['ACTIVE']), held: 1 }]);
  expect(line).toContain('Inactive (analytics.csv, 2026-11-10)');
  expect(line).toContain('Active (users.json, 2026-11-20)');
  expect(line).toMatch(/users\.json holds: its day is the latest\.$/);
  expect(document.querySelector('li')?.dataset).toMatchObject({ differs: 'status', held: 'users.json' });
});

test('the older file can be the second one', () => {
  const [line] = lines([{ field: 'userGroup', said: said(['Staff'], ['Faculty']), held: 0 }]);
  expect(line).toContain('Staff (analytics.csv, 2026-11-10)');
  expect(line).toContain('Faculty (users.json, 2026-11-20)');
  expect(line).toMatch(/analytics\.csv holds/);
});

test('where no day decides, none is said to hold, and a day that is a guess is said to be one', () => {
  const guessed = [file('analytics.csv', '2026-11-10'), file('users.json', '2026-11-20', { dayIsGuess: true })];
  const [line] = lines([{ field: 'expiryDate', said: said([], ['2027-01-31']) }], guessed);
  expect(line).toMatch(/\(analytics\.csv, 2026-11-10\)/);
  expect(line).toContain('2027-01-31 (users.json, 2026-11-20 at the latest)');
  expect(line).toMatch(/none holds\. Give each file its day in step 1\.$/);
  expect(line).not.toContain('holds: its day');
  expect(document.querySelector('li')?.dataset.held).toBeUndefined();
});

test('roles are shown with what a file says of their state', () => {
  const [line] = lines([{ field: 'roles', said: said(['Cataloger\noff\n', 'Patron\n\n2027-01-31'], []), held: 1 }]);
  expect(line).toContain('Cataloger, inactive');
  expect(line).toContain('Patron until 2027-01-31');
  expect(line).toContain('no roles (users.json, 2026-11-20)');
});

test('of a person on whom the files agree nothing is said', () => {
  expect(lines([])).toEqual([]);
  expect(document.querySelector('.differences')).toBeNull();
});
