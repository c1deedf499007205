import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowHeights } from '../../src/review/page/people/row-heights.ts';

const keys = (count: number) => Array.from({ length: count }, (_, at) => `user${at}`);

test('rows of which none was drawn stand at even distances', () => {
  const heights = new RowHeights();
  heights.setRows(keys(3));
  expect([0, 1, 2, 3].map((at) => heights.topOf(at))).toEqual([0, 54, 108, 162]);
  expect(heights.total).toBe(162);
});

test('a row that measures more moves all below it, and no other', () => {
  const heights = new RowHeights();
  heights.setRows(keys(4));
  heights.note(new Map([[0, 54]]));
  expect(heights.note(new Map([[1, 120]]))).toBe(true);
  expect(heights.topOf(1)).toBe(54);
  expect(heights.topOf(2)).toBe(174);
});

test('rows that measure what was thought move nothing', () => {
  const heights = new RowHeights();
  heights.setRows(keys(4));
  expect(heights.note(new Map([[0, 54]]))).toBe(false);
  expect(heights.note(new Map([[0, 54]]))).toBe(false);
});

test('rows that were not drawn are taken to be as high as the others are in the mean', () => {
  const heights = new RowHeights();
  heights.setRows(keys(100));
  heights.note(
    new Map([
      [0, 80],
      [1, 100],
    ]),
  );
  expect(heights.total).toBe(100 * 90);
});

test('what was measured goes with the person when the list is sorted anew', () => {
  const heights = new RowHeights();
  heights.setRows(['a', 'b']);
  heights.note(
    new Map([
      [0, 50],
      [1, 90],
    ]),
  );
  heights.setRows(['b', 'a']);
  expect(heights.topOf(1)).toBe(90);
  heights.setRows(['a']);
  expect(heights.total).toBe(50);
});

test('every place in the table belongs to the row that stands there', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 60 }), (measured) => {
      const heights = new RowHeights();
      heights.setRows(keys(measured.length));
      heights.note(new Map(measured.map((height, at) => [at, height])));
      let top = 0;
      for (const [at, height] of measured.entries()) {
        expect(heights.topOf(at)).toBe(top);
        expect(heights.rowAt(top)).toBe(at);
        expect(heights.rowAt(top + height - 1)).toBe(at);
        top += height;
      }
      expect(heights.total).toBe(top);
      expect(heights.rowAt(-1)).toBe(0);
      expect(heights.rowAt(top + 1000)).toBe(measured.length - 1);
    }),
  );
});

test('a row that is no longer in the table is no row that was measured', () => {
  const heights = new RowHeights();
  heights.setRows(keys(2));
  expect(heights.note(new Map([[5, 90]]))).toBe(false);
  expect(heights.total).toBe(108);
});

test('a table without rows has no height', () => {
  const heights = new RowHeights();
  heights.setRows([]);
  expect([heights.total, heights.rowAt(100)]).toEqual([0, 0]);
});
