// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { caseOf } from '../alma/cases.ts';
import { expectedOf, isList, listOn, valuesIn } from './list-read.ts';

// In a file of its own: a worker's memory holds no other list beside it.
test('a list of 10,000 rows is read whole, each row as its own person', () => {
  const { id, description } = caseOf('list-10000');
  if (!isList(description)) throw new Error('not a list');
  const rows = listOn(description, id)?.rows() ?? [];
  expect(rows).toHaveLength(10_000);
  const wrong = rows.filter(({ record }, n) => {
    const person = description.people[n];
    const right: Record<string, unknown> = person ? expectedOf(person, description.columns) : {};
    const found = valuesIn(record);
    return !person || Object.keys({ ...right, ...found }).some((field) => found[field] !== right[field]);
  });
  expect(wrong).toEqual([]);
}, 300_000);
