// @vitest-environment happy-dom
import { waitFor } from '@testing-library/preact';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportedPolicy } from '../../src/options/policy-text.ts';
import { askFiles, handOver } from '../../src/review/model/index.ts';
import {
  downloadAllAsk,
  downloadAsk,
  downloadByHand,
  downloadSet,
  saveReview,
} from '../../src/review/page/handover/downloads.ts';
import { saveRecord } from '../../src/review/page/handover/record-file.tsx';
import { policyOf } from '../../src/review/page/state.ts';
import { policyWith } from '../review/review-of.ts';
import { give, headings } from './desk-here.ts';
import { click, isThere, listed, one, openPage } from './page-here.tsx';

const isolates = /[\u2066-\u2069]/;
const [first, end] = ['\u2068', '\u2069'];
const [name, role, scope] = ['דורון', 'מנהל', 'ספרייה'];
const row = (identifier: string, roleName = role) => [identifier, name, 'ליאור', 'Active', roleName, scope];
const people = [row('דוד12'), row('ענת-7', 'Circulation Desk Operator'), row('רון_3')];

/** The texts of a file that was handed over: of a package, of all its parts. */
async function textsIn(file: Blob): Promise<string[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = (part: Uint8Array) => new TextDecoder().decode(part);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [decoded(bytes)];
  return Object.values(unzipSync(bytes)).flatMap((part) =>
    part[0] === 0x50 && part[1] === 0x4b ? Object.values(unzipSync(part)).map(decoded) : [decoded(part)],
  );
}

async function decided() {
  const here = openPage();
  await give(here.desk, ['roles.csv', [headings, ...people]]);
  await waitFor(() => expect(listed()).toHaveLength(3));
  here.desk.decide(['דוד12'], 'deactivate', 'left');
  here.desk.decide(['ענת-7'], 'remove-roles', '');
  here.desk.decide(['רון_3'], 'ask', '');
  return here;
}

test('a sentence of the review shuts in what runs from right to left; identifiers in cells stand as they are', async () => {
  await decided();
  click('[data-user="דוד12"] [data-column="person"]');
  await isThere('[data-panel="דוד12"]');
  expect(one('[data-panel="דוד12"]').textContent).toContain(`${first}${role}${end}`);
  expect(one('[data-panel="דוד12"] .identifier').textContent).toBe('דוד12');
  expect(one('[data-user="דוד12"] .identifier').textContent).toBe('דוד12');
});

test.each(['csv', 'xlsx'] as const)('no file for Alma, supervisors or hands holds an isolate: %s', async (format) => {
  const { desk, downloads } = await decided();
  const { reviewed, book } = desk.store.get();
  const policy = policyOf(desk.store.get());
  if (!reviewed || !policy) throw new Error('There is no review.');
  const handing = handOver(reviewed.people, book.decisions, policy, format);
  expect(handing.sets.deactivate).toEqual(['דוד12']);
  downloadSet(desk, 'deactivate', handing.sets.deactivate, format);
  downloadByHand(desk, handing, format);
  const files = askFiles(reviewed.people, book.decisions, 'library');
  for (const file of files) downloadAsk(desk, file, format);
  downloadAllAsk(desk, files, format);
  await saveReview(desk);
  expect(downloads.map(({ name: file }) => file.split('.').at(-1))).toEqual([format, format, format, 'zip', 'json']);
  for (const { name: file, file: blob } of downloads) {
    const texts = await textsIn(blob);
    expect(texts.join('\n'), file).toMatch(/דוד12|ענת-7|רון_3/);
    expect(texts.join('\n'), file).not.toMatch(isolates);
    expect(file).not.toMatch(isolates);
  }
});

test('in the record for the archive identifiers and names stand in their cells as they are', async () => {
  const { desk, downloads } = await decided();
  saveRecord(desk);
  const page = new DOMParser().parseFromString((await downloads[0]?.file.text()) ?? '', 'text/html');
  const rows = [...page.querySelectorAll('tr')].filter((line) => /דוד12|ענת-7|רון_3/.test(line.textContent ?? ''));
  const cells = rows.map((line) => [...line.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent));
  expect(cells.map(([identifier]) => identifier).sort()).toEqual(['דוד12', 'ענת-7', 'רון_3'].sort());
  expect(cells.flat().join('')).not.toMatch(isolates);
});

test('an exported policy holds none', () => {
  const policy = policyWith({ name, studentGroups: [scope], backupAccounts: ['דוד12'] });
  expect(JSON.stringify(exportedPolicy(policy))).not.toMatch(isolates);
});
