// @vitest-environment happy-dom

import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { RecordLines } from '../../src/review/page/files/record-lines.tsx';
import type { NotUsed, RecordFacts, SheetKind } from '../../src/sheets/types.ts';

afterEach(cleanup);

/** What is said of a file with one row: the fact and the sentence of each line. */
function said(facts: Partial<RecordFacts>, kind: SheetKind = 'user-records', rows = 1, areAllHere = false) {
  const records = { withoutRoles: 0, newRoles: 0, notUsed: [], ...facts };
  render(<RecordLines records={records} rows={rows} kind={kind} areAllHere={areAllHere} />);
  return [...document.querySelectorAll('li')].map((line) => [
    line.dataset.recordFact,
    (line.textContent ?? '').replace(/[\u2066-\u2069]/g, ''),
  ]);
}

test.each<[string, Partial<RecordFacts>, SheetKind, string | undefined, RegExp]>([
  ['a page of many', { total: 30 }, 'user-records', 'page', /one page of 30: 1 is here\. .*numbers stay open/],
  ['a page of many logins', { total: 30 }, 'login-events', 'page', /one page of 30: 1 is here\. .*latest login/],
  ['an answer that goes on', { isOnePage: true }, 'user-records', 'page', /an answer that is not finished/],
  ['a file that breaks off', { isCutOff: true }, 'user-records', 'cut-off', /breaks off .*numbers stay open/],
  ['logins that break off', { isCutOff: true }, 'login-events', 'cut-off', /breaks off .*latest login/],
  ['a load file', { isLoadFile: true }, 'user-records', 'load-file', /to be loaded into Alma.*left unread/],
  [
    'a record without roles',
    { withoutRoles: 1 },
    'user-records',
    'without-roles',
    /^1 record does not say which roles/,
  ],
  ['records without roles', { withoutRoles: 4 }, 'user-records', 'without-roles', /^4 records do not say which roles/],
  ['a NEW role', { newRoles: 1 }, 'user-records', undefined, /^1 record holds a role with the status NEW/],
  ['NEW roles', { newRoles: 4 }, 'user-records', undefined, /^4 records hold a role with the status NEW/],
])('%s is said', (_, facts, kind, fact, sentence) => {
  expect(said(facts, kind)).toEqual([[fact, expect.stringMatching(sentence)]]);
});

const reasons: Readonly<Record<NotUsed['why'], RegExp>> = {
  asks: /was not used: it is a table that asks you something first/,
  workbook: /was not used: workbooks are read by themselves only/,
  zip: /was not used: it is a zip itself/,
  review: /was not used: it is a review saved from this page/,
  'version-1': /was not used: .*\(version 1\).*numbers stay open/,
  'xml-definitions': /was not read: it defines words of its own.*numbers stay open/,
  'too-deep': /was not read to its end: it is nested.*numbers stay open/,
  'code-table': /was not used: it is a table of Alma's codes/,
  'no-users': /holds nobody/,
  'no-rows': /holds no rows: its query found nothing/,
  'nothing-known': /was not used: it is no user record, login event or table that we know/,
};

describe('a file in a zip that was not used is named with its reason', () => {
  test.each(Object.entries(reasons) as [NotUsed['why'], RegExp][])('%s', (why, sentence) => {
    const lines = said({ notUsed: [{ name: 'part/one.xml', why }] });
    expect(lines).toEqual([['not-used', expect.stringMatching(sentence)]]);
    expect(lines[0]?.[1]).toMatch(/^part\/one\.xml in this zip /);
  });
});

test('the last page of an answer is said to be one by its rows, and pages that are all here to be so', () => {
  expect(said({ rowTotal: 123 }, 'analytics-users', 23)).toEqual([
    ['page', expect.stringMatching(/one page of 123: 23 are here/)],
  ]);
  cleanup();
  expect(said({ rowTotal: 123, isOnePage: true }, 'analytics-users', 100)).toHaveLength(1);
  for (const facts of [{ rowTotal: 123 }, { isOnePage: true as const }, { total: 30 }]) {
    cleanup();
    expect(said(facts, 'analytics-users', 23, true)).toEqual([
      ['page-of-whole', expect.stringMatching(/other pages are here, too/)],
    ]);
  }
  cleanup();
  expect(said({ rowTotal: 23 }, 'analytics-users', 23)).toEqual([]);
});

test('of a whole file nothing is said, also where the answer says how many there are', () => {
  expect(said({ total: 1 })).toEqual([]);
  expect(said({})).toEqual([]);
});

test('several facts are said together', () => {
  const notUsed: NotUsed[] = [
    { name: 'a.zip', why: 'zip' },
    { name: 'b.xlsx', why: 'workbook' },
  ];
  const lines = said({ total: 9, isCutOff: true, isLoadFile: true, withoutRoles: 2, newRoles: 3, notUsed });
  const facts = ['page', 'cut-off', 'load-file', 'without-roles', undefined, 'not-used', 'not-used'];
  expect(lines.map(([fact]) => fact)).toEqual(facts);
});
