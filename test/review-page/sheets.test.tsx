// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { sheetDayOf } from '../../src/review/model/index.ts';
import { workbookParts, zipped } from '../sheets/odd-workbooks.ts';
import { settled, today } from './desk-here.ts';
import { listed, one, openPage } from './page-here.tsx';

const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
const roles = (identifier: string, role: string) =>
  `<row>${['Primary Identifier', 'Status', 'Role Type'].map(cell).join('')}</row><row>${[identifier, 'Active', role].map(cell).join('')}</row>`;

/** A workbook of two sheets of role lists. */
function twoYears(lastYear: string, state = 'visible'): Blob {
  const parts = workbookParts({
    sheets: `<sheet name="2026" sheetId="1" r:id="rId1"/><sheet name="2025" sheetId="2" state="${state}" r:id="rId9"/>`,
    sheetData: roles('a1', 'Patron'),
  });
  const relations = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
  const second = '<Relationship Id="rId9" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>';
  const encode = (text: string) => new TextEncoder().encode(text);
  return zipped({
    ...parts,
    'xl/_rels/workbook.xml.rels': encode(relations.replace('</Relationships>', second)),
    'xl/worksheets/sheet2.xml': encode(`<worksheet><sheetData>${lastYear}</sheetData></worksheet>`),
  });
}

async function openWith(blob: Blob) {
  const { desk } = openPage();
  desk.add([{ name: 'years.xlsx', blob, lastModified: 0, asOf: today }]);
  await settled(desk);
  await waitFor(() => expect(listed()).toContain('a1'));
  return desk;
}

const box = (sheet: string, which = '') =>
  one<HTMLInputElement>(`[data-sheet="${sheet}"] input[type="checkbox"]${which}`);
const answerOf = async (desk: Awaited<ReturnType<typeof openWith>>, identifier: string) => {
  await waitFor(() => expect(desk.store.get().reviewed?.complete).toBe(true));
  return desk.store.get().reviewed?.byKey.get(identifier)?.answer;
};

test('a hidden sheet is left out, the page says so, and a person can switch it on and off again', async () => {
  const desk = await openWith(twoYears(roles('gone', 'Cataloger'), 'hidden'));
  expect(listed()).toEqual(['a1']);
  expect(one('[data-sheet="2025"]').textContent).toContain('hidden in the workbook, and was left out');
  expect(box('2025').checked).toBe(false);
  box('2025').focus();
  fireEvent.click(box('2025'));
  expect(document.activeElement).toBe(box('2025'));
  await settled(desk);
  await waitFor(() => expect(listed()).toEqual(['a1', 'gone']));
  fireEvent.click(box('2025'));
  await waitFor(() => expect(listed()).toEqual(['a1']));
});

test('each of two visible sheets has a day of its own, so that the newest list of roles holds, and can be left out', async () => {
  const desk = await openWith(twoYears(roles('a1', 'Cataloger')));
  expect(one<HTMLInputElement>('[data-sheet="2025"] input[type="date"]').value).toBe('2025-12-31');
  expect(one<HTMLInputElement>('[data-sheet="2026"] input[type="date"]').value).toBe(today);
  expect(await answerOf(desk, 'a1')).toBe('does-not-count');
  const day = one<HTMLInputElement>('[data-sheet="2025"] input[type="date"]');
  fireEvent.change(day, { target: { value: today } });
  await waitFor(async () => expect(await answerOf(desk, 'a1')).toBe('counts'));
  expect(desk.store.get().reviewed?.joined.files.map(({ sheet, asOf }) => [sheet, asOf])).toEqual([
    ['2026', today],
    ['2025', today],
  ]);
  fireEvent.click(box('2025'));
  await waitFor(async () => expect(await answerOf(desk, 'a1')).toBe('does-not-count'));
  expect(one('[data-sheet="2025"]').textContent).toContain('because you said so');
});

test('hidden rows are counted, and read where a person says so', async () => {
  const hidden = `<row r="7" hidden="1">${['b2', 'Active', 'Cataloger'].map(cell).join('')}</row>`;
  await openWith(twoYears(roles('c3', 'Patron') + hidden));
  expect(listed()).not.toContain('b2');
  const rows = box('2025', '[data-action="hidden-rows"]');
  expect(one('[data-sheet="2025"]').textContent).toContain('1 hidden row of 2025 was left out');
  fireEvent.click(rows);
  await waitFor(() => expect(listed()).toContain('b2'));
});

test.each([
  ['2025', '2025-12-31'],
  ['SLR 2025', '2025-12-31'],
  ['2025-03-31', '2025-03-31'],
  ['20250331', '2025-03-31'],
  ['2026', today],
  ['2027', today],
  ['Staff', today],
  ['12025', today],
])('the sheet %s shows the day %s', (name, day) => {
  expect(sheetDayOf(name, today)).toBe(day);
});
