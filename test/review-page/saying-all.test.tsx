// @vitest-environment happy-dom

import { waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/sheets/index.ts';
import { give, library, settled } from './desk-here.ts';
import { click, isThere, listed, one, openPage } from './page-here.tsx';

const lines = (within: string) =>
  [...document.querySelectorAll<HTMLElement>(`${within} [data-unread-line]`)].map(({ textContent }) => textContent);

describe('rows that were not read whole', () => {
  test('of the report are told beside the number of its rows, and are all in the record', async () => {
    const { desk, downloads } = openPage();
    const report = [
      ['User Name', 'Last Login'],
      ['jdoe', '2026-11-02'],
      ['', '2026-11-03'],
      ['1.2E+15', ''],
      ['ann1', 'soon'],
    ];
    await give(desk, ['report.csv', report]);
    await waitFor(() => expect(listed().sort()).toEqual(['ann1', 'jdoe']));
    expect(one('[data-figure="report-rows"]').textContent).toBe('2');
    expect(one('[data-unused-rows]').textContent).toContain('2 more rows could not be used.');
    expect(lines('#unread-rows')).toHaveLength(3);
    click('[data-export="record"]');
    const record = await downloads[0]?.file.text();
    for (const line of ['Line 3: no primary identifier', 'Line 4: the spreadsheet', 'Line 5: what stands under']) {
      expect(record).toContain(`report.csv: ${line}`);
    }
  });

  test('are all drawn when asked for, some hundreds at a time', async () => {
    const { desk } = openPage();
    const empty = Array.from({ length: 450 }, () => ['', 'Silva']);
    await give(desk, ['people.csv', [['Primary Identifier', 'Last Name'], ['jdoe', 'Doe'], ...empty]]);
    await isThere('#unread-rows');
    expect(lines('#unread-rows')).toHaveLength(200);
    click('#unread-rows [data-action="more-unread"]');
    await waitFor(() => expect(lines('#unread-rows')).toHaveLength(400));
    click('#unread-rows [data-action="more-unread"]');
    await waitFor(() => expect(lines('#unread-rows')).toHaveLength(450));
    expect(document.querySelector('#unread-rows [data-action="more-unread"]')).toBeNull();
  });

  test('of answers are listed with their file', async () => {
    const { desk } = openPage();
    await give(desk, ['roles.csv', library]);
    const answers = [
      ['USERNAME', 'Decision'],
      ['00042', 'keep'],
      ['', 'purge'],
    ];
    await give(desk, ['answers.csv', answers]);
    await isThere('[data-file="answers.csv"] [data-unread-line]');
    expect(lines('[data-file="answers.csv"]')).toEqual([
      'Line 3: no primary identifier. Nothing of this row was used.',
    ]);
  });

  test('of two files of one name are told apart', async () => {
    const { desk } = openPage();
    const people = (...rows: string[][]) => [['Primary Identifier', 'Last Name'], ...rows];
    await give(desk, ['people.csv', people(['jdoe', 'Doe'], ['', 'Silva'])], ['people.csv', people(['ann1', 'Ann'])]);
    expect(desk.store.get().files.map(({ name }) => name)).toEqual(['people.csv', 'people (2).csv']);
    await isThere('[data-file="people.csv"] [data-unread-line]');
    expect(lines('[data-file="people (2).csv"]')).toEqual([]);
  });
});

describe('a review that is opened again', () => {
  async function saved(policy: Parameters<typeof openPage>[0]) {
    const { desk, end } = openPage(policy);
    await give(desk, ['roles.csv', library]);
    const file = await desk.reviewFile();
    end();
    document.body.replaceChildren();
    return file as Blob;
  }

  test('offers the limit of its file where the policy has none', async () => {
    const blob = await saved({ namedUserLimit: 30 });
    const { desk, saveChanges } = openPage();
    desk.add([{ name: 'review.json', blob, lastModified: 0 }]);
    await settled(desk);
    await isThere('[data-action="limit-of-file"]');
    expect(one('[data-action="limit-of-file"]').textContent).toBe('Take the limit of the review file: 30');
    click('[data-action="limit-of-file"]');
    expect(saveChanges).toHaveBeenCalledWith([{ path: 'namedUserLimit', before: null, after: 30 }]);
  });

  test('says when it is of another institution, or was judged by another role list', async () => {
    const institution = (name: string) => ({ institution: { name, prefixes: [] } });
    const blob = await saved({ ...institution('Example College'), roleList: 'patron-only' });
    const { desk } = openPage(institution('Example University'));
    desk.add([{ name: 'review.json', blob, lastModified: 0 }]);
    await settled(desk);
    await waitFor(() => expect(document.querySelectorAll('.differs')).toHaveLength(2));
    const [other, list] = [...document.querySelectorAll('.differs')].map(({ textContent }) => textContent);
    expect(other).toContain('It is a review of Example College; your policy is that of Example University.');
    expect(list).toMatch(
      /^It was saved under the role list .+ Here people are judged by .+, so who counts can differ\.$/,
    );
  });
});

test('a table of a file given twice counts once, also where only its name differs', async () => {
  const { desk } = openPage();
  const blob = new Blob([writeCsv(library)]);
  desk.add([
    { name: 'roles.csv', blob, lastModified: 0 },
    { name: 'renamed.txt', blob, lastModified: 0 },
  ]);
  await settled(desk);
  expect(one('[data-file="renamed.txt"]').textContent).toContain('This is the very same file as roles.csv.');
  await waitFor(() => expect(listed()).toHaveLength(4));
});

describe('answers', () => {
  const answers = (decision: string, reason: string) => [
    ['USERNAME', 'Decision', 'Reason'],
    ['00042', decision, reason],
  ];

  test('that come before the people say what they wait for', async () => {
    const { desk } = openPage();
    await give(desk, ['answers.csv', answers('keep', '')]);
    await isThere('[data-file="answers.csv"] .differs');
    expect(one('[data-file="answers.csv"] .differs').textContent).toContain('These answers wait for their review');
    await give(desk, ['roles.csv', library]);
    await waitFor(() => expect(document.querySelector('[data-file="answers.csv"] .differs')).toBeNull());
    await waitFor(() => expect(desk.store.get().book.decisions.get('00042')?.kind).toBe('keep'));
  });

  test('given a second time, a little changed, say what is decided already and what differs from the first', async () => {
    const { desk } = openPage();
    await give(desk, ['roles.csv', library], ['answers.csv', answers('keep', '')]);
    await waitFor(() => expect(desk.store.get().book.decisions.get('00042')?.kind).toBe('keep'));
    await give(desk, ['copy.csv', answers('keep', 'again')], ['other.csv', answers('deactivate', '')]);
    await isThere('[data-contradiction="00042"]');
    const copy = one('[data-file="copy.csv"] .answers').textContent;
    expect(copy).toBe('No answer was taken over.1 answer says what is decided already.');
    expect(one('[data-contradiction="00042"]').textContent).toContain('another answer that came back says Keep');
    expect(desk.store.get().book.decisions.get('00042')?.kind).toBe('keep');
  });
});

test('an export of headings alone is not good news: it says that nobody is in it', async () => {
  const { desk } = openPage();
  await give(desk, ['roles.csv', library.slice(0, 1)]);
  expect(one('[data-file="roles.csv"] .differs').textContent).toContain('not one row of a person');
});
