// @vitest-environment happy-dom

import { fireEvent, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { give, settled, today } from './desk-here.ts';
import { click, isThere, listed, one, openPage } from './page-here.tsx';

const headings = ['Primary Identifier', 'Status', 'Role Type'];
const active = (...identifiers: string[]) => [headings, ...identifiers.map((one) => [one, 'Active', 'Cataloger'])];

test('CSV warns of the identifiers that a spreadsheet would change, the workbook does not', async () => {
  const { desk } = openPage();
  await give(desk, ['roles.csv', active('00012345', 'jdoe', '1E5')]);
  await waitFor(() => expect(listed()).toHaveLength(3));
  desk.decide(['00012345', 'jdoe', '1e5'], 'deactivate', '');
  await waitFor(() => expect(one('[data-count="set:deactivate"]').textContent).toBe('3 people'));
  expect(document.querySelector('[data-spoiled]')).toBeNull();
  fireEvent.click(one('#handover [data-format="csv"]'));
  await isThere('[data-spoiled]');
  expect(one('[data-spoiled]').textContent).toContain('2 identifiers in these sets (such as 00012345 and 1E5)');
});

test('the list of what is done by hand, given back, is read as the decisions that it names', async () => {
  const { desk, downloads } = openPage();
  const scoped = (...identifiers: string[]) =>
    identifiers.map((one) => [one, 'Active', 'Circulation Desk Operator', 'MAIN']);
  await give(desk, ['roles.csv', [[...headings, 'Role Scope'], ...scoped('00042', '@desk', '1E5')]]);
  desk.decide(['00042', '@desk', '1e5'], 'remove-roles', 'moved');
  for (const format of ['csv', 'xlsx']) {
    const before = desk.store.get().book.decisions;
    await isThere(`#handover [data-format="${format}"]`);
    click(`#handover [data-format="${format}"]`);
    const earlier = downloads.length;
    await isThere('[data-export="by-hand"]:not([disabled])');
    click('[data-export="by-hand"]');
    await waitFor(() => expect(downloads.length).toBe(earlier + 1), { timeout: 60_000 });
    const list = downloads.at(-1);
    expect(list?.name).toContain(`.${format}`);
    desk.add([{ name: `by-hand.${format}`, blob: list?.file ?? new Blob(), lastModified: 0, asOf: today }]);
    await settled(desk);
    await waitFor(() => expect(desk.store.get().files.at(-1)?.answers).toBeDefined());
    expect(desk.store.get().files.at(-1)?.answers).toMatchObject({ agreeing: 3, accepted: [], unknownPeople: [] });
    expect(desk.store.get().book.decisions).toEqual(before);
  }
});

test('a decision on somebody who is in no file any more is said to be in no set', async () => {
  const { desk } = openPage();
  await give(desk, ['roles.csv', active('jdoe', 'left9')]);
  desk.decide(['jdoe', 'left9'], 'deactivate', '');
  const [first] = desk.store.get().files;
  await give(desk, ['later.csv', active('jdoe')]);
  desk.remove(first?.key ?? 0);
  await isThere('[data-left-out="in-no-file"]');
  expect(one('[data-left-out="in-no-file"]').textContent).toContain('(left9)');
});

test('a purge that a later file speaks against is shown beside the set', async () => {
  const { desk } = openPage();
  const record = ['Primary Identifier', 'Status', 'Expiry Date', 'Purge Date', 'Role Type'];
  const logins = ['User Name', 'Last Login'];
  await give(
    desk,
    ['roles.csv', [record, ['gone5', 'Inactive', '2024-06-30', '2025-06-30', 'Patron']]],
    ['logins.csv', [logins, ['gone5', '']]],
  );
  desk.decide(['gone5'], 'purge', '');
  await waitFor(() => expect(one('[data-count="set:purge"]').textContent).toBe('1 person'));
  expect(document.querySelector('[data-risky]')).toBeNull();
  await give(desk, ['later.csv', [logins, ['gone5', today]]]);
  await isThere('[data-risky="1"]');
  click('[data-list="risky-purges"]');
  await waitFor(() => expect(listed()).toEqual(['gone5']));
});
