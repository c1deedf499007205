import { crowd } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';

const rows = 500;
const protectedRows = crowd(rows).flatMap(({ id }, row) => (id?.startsWith('exl_') ? [row] : []));

/** The rows with a mark that says stop, as they stand on the page: the number that the row was first drawn with, and its place now, from 0. */
const stopped = (tab: AlmaTab): Promise<{ row: number; place: number }[]> =>
  tab.run(() => {
    const marks = document.querySelectorAll('alma-user-guard-mark[data-severity="stop"]');
    return [...marks].flatMap((mark) => {
      const row = mark.closest('tr');
      return row ? { row: Number(row.dataset.row), place: row.sectionRowIndex } : [];
    });
  });

const marked = (tab: AlmaTab): Promise<unknown> =>
  tab.until('every protected row is marked', async () => (await stopped(tab)).length === protectedRows.length);

test('of 500 rows every protected one is marked and no other says stop, and the marks follow the rows', async ({
  desk,
}) => {
  const asDrawn = protectedRows.map((row) => ({ row, place: row }));
  const tab = await desk.openAlma('list-500');
  await marked(tab);
  expect(await stopped(tab)).toEqual(asDrawn);
  await tab.evaluate(`window.__alma.rerender({ part: 'tbody' }).then(() => true)`);
  await marked(tab);
  expect(await stopped(tab)).toEqual(asDrawn);
  await tab.click('th [data-does="sort"]');
  const sorted = await tab.until('the rows are sorted, and marked', async () => {
    const now = await stopped(tab);
    return now.length === protectedRows.length && now.some(({ row, place }) => row !== place) && now;
  });
  expect(sorted.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(protectedRows);
  await tab.showInPlace('list-paged');
  await tab.until('the next list is marked', async () => (await stopped(tab)).map(({ row }) => row).join() === '7');
});

test('in a long list marks change the place and the size of no row and no cell', async ({ desk }) => {
  const tab = await desk.openAlma('list-500');
  await marked(tab);
  const { drawn, moved } = await tab.run(() => {
    const marks = [...document.querySelectorAll('alma-user-guard-mark')];
    const sizes = marks.map((mark) => mark.shadowRoot?.querySelector('button')?.getBoundingClientRect().width ?? 0);
    const parts = [...document.querySelectorAll('table.listTable, table.listTable :is(tr, th, td)')];
    const boxes = () => parts.map((part) => JSON.stringify(part.getBoundingClientRect()));
    const withMarks = boxes();
    for (const mark of marks) mark.remove();
    const without = boxes();
    const differ = parts.filter((_, n) => withMarks[n] !== without[n]);
    return {
      drawn: sizes.filter((size) => size >= 20).length,
      moved: differ.slice(0, 5).map((part) => part.id),
    };
  });
  expect(moved).toEqual([]);
  expect(drawn).toBeGreaterThanOrEqual(protectedRows.length);
});
