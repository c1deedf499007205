import { describe, expect, it } from 'vitest';
import { joining, openingReview } from '../../src/review/model/index.ts';
import { createCollector } from '../../src/sheets/collector.ts';
import { fillDown } from '../../src/sheets/repeated-identifiers.ts';
import { atOnce, each, inPieces, type Steps } from '../../src/sheets/steps.ts';
import { commasPart } from '../../src/sheets/table-orders.ts';
import type { Column } from '../../src/sheets/types.ts';
import { tableOf } from './text-cases.ts';

const ROWS = 5000;

/** A raw table of a person and role in each row, the identifier left blank in every second one. */
function collected() {
  const headings = ['Primary Identifier', 'Name', 'Role Type'];
  const recognised: Column[] = ['identifier', 'fullName', 'roleType'];
  const { table, row } = createCollector({ file: 'roles.csv', dates1904: false, options: {} }, 1, {
    at: 0,
    lastAt: 0,
    headings,
    recognised,
  });
  for (let at = 0; at < ROWS; at += 1)
    row(at + 2, at % 2 === 0 ? [`u${at}`, 'Costa', 'Patron'] : ['', '', 'Cataloger, Patron']);
  return table;
}

const today = '2026-11-20' as const as Parameters<typeof joining>[1]['today'];
const joiningMany = async () => {
  const rows = Array.from({ length: ROWS }, (_, at) => `u${at},Costa,Patron\n`).join('');
  const table = await tableOf(`Primary Identifier,Name,Role Type\n${rows}`);
  return joining([{ name: 'roles.csv', asOf: today, sha256: '', tables: [table] }], { today, loginWindowDays: 90 });
};
const reviewOfMany = () => ({
  format: 'alma-user-guard-review',
  version: 1,
  saved: today,
  joined: { people: Array.from({ length: ROWS }, (_, at) => ({ identifier: `u${at}` })) },
});

/** Long works on what was read, by name. */
const works: readonly (readonly [string, () => Steps<unknown> | Promise<Steps<unknown>>])[] = [
  ['what blanks below an identifier mean', () => fillDown(collected())],
  ['whether commas part roles', () => commasPart(collected())],
  ['joining', joiningMany],
  ['opening a review', () => openingReview(reviewOfMany())],
];

/** How often a work stops before its end. */
function stopsIn(steps: Steps<unknown>): number {
  let stops = 0;
  while (!steps.next().done) stops += 1;
  return stops;
}

describe('long works stop so often that a cancel is heard', () => {
  it.each(works)('%s', async (_, work) => {
    // Some hundred rows or people between two stops.
    expect(stopsIn(await work())).toBeGreaterThan(ROWS / 500);
  });

  it.each(works)('%s: is given up at the next stop', async (_, work) => {
    let pauses = 0;
    const cancelled = new Error('cancelled');
    const pause = () => {
      pauses += 1;
      if (pauses === 3) throw cancelled;
      return undefined;
    };
    await expect(inPieces(await work(), pause)).rejects.toBe(cancelled);
    expect(pauses).toBe(3);
  });

  it('the outcome is the same with and without pauses', async () => {
    const counted = function* () {
      let sum = 0;
      yield* each(
        Array.from({ length: 1000 }, (_, at) => at),
        (one) => {
          sum += one;
        },
      );
      return sum;
    };
    expect(await inPieces(counted(), () => Promise.resolve())).toBe(499_500);
    expect(atOnce(counted())).toBe(499_500);
  });
});
