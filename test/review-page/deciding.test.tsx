// @vitest-environment happy-dom

import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { ReviewWorker } from '../../src/review/worker/client.ts';
import { writeCsv } from '../../src/sheets/index.ts';
import { give, headings, library, settled, workerHere } from './desk-here.ts';
import { click, decisionOf, isThere, listed, one, openPage, openReview, select } from './page-here.tsx';

const bar = () => document.querySelector('.bulk');
const reasonField = () => one<HTMLInputElement>('[data-input="bulk-reason"]');

async function giveReason(words: string): Promise<void> {
  fireEvent.input(reasonField(), { target: { value: words } });
  await waitFor(() => expect(reasonField().value).toBe(words));
}

describe('deciding for several people at once', () => {
  test('takes one decision with one reason for all who are selected, and then nobody is', async () => {
    const { desk } = await openReview();
    desk.setReviewer('R. Viewer');
    await select('00042', 'sysadmin1');
    await giveReason('asked in May');
    click('[data-bulk="keep"]');
    await waitFor(() => expect(bar()).toBeNull());
    expect(desk.store.get().book.decisions).toEqual(
      new Map(
        ['00042', 'sysadmin1'].map((key) => [
          key,
          { kind: 'keep', reason: 'asked in May', by: 'R. Viewer', when: '2026-11-20', origin: 'person' },
        ]),
      ),
    );
    await select('exl_api');
    expect(reasonField().value).toBe('');
    desk.undo();
    expect(desk.store.get().book.decisions.size).toBe(0);
  });

  test('loses neither the selection nor the reason when it is given up', async () => {
    const { desk } = await openReview();
    await select('00042', 'exl_api', 'sysadmin1');
    await giveReason('left in June');
    click('[data-bulk="purge"]');
    await isThere('dialog');
    click('[data-action="give-up"]');
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull());
    expect(desk.store.get().book.decisions.size).toBe(0);
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(3);
    expect(reasonField().value).toBe('left in June');
  });

  test('decides only for the others, when that is what is asked for', async () => {
    const { desk } = await openReview();
    await select('00042', 'exl_api', 'sysadmin1');
    await giveReason('left in June');
    click('[data-bulk="deactivate"]');
    await isThere('[data-action="only-others"]');
    click('[data-action="only-others"]');
    await waitFor(() => expect(decisionOf('00042')).toBe('deactivate'));
    expect([...desk.store.get().book.decisions.keys()]).toEqual(['00042']);
    expect(desk.store.get().book.decisions.get('00042')?.reason).toBe('left in June');
    expect(bar()).toBeNull();
  });

  test('takes decisions back', async () => {
    const { desk } = await openReview();
    desk.decide(['00042', 'sysadmin1'], 'keep', '');
    await select('00042', 'sysadmin1');
    click('[data-bulk="take-back"]');
    await waitFor(() => expect(bar()).toBeNull());
    expect(desk.store.get().book.decisions.size).toBe(0);
  });
});

test('suggestions are accepted in bulk, and it is said who has to be decided on one by one', async () => {
  const expired = (id: string, role: string) => [id, 'Silva', 'Nuno', 'Active', '2026-01-31', role];
  const { desk } = openPage();
  await give(desk, [
    'roles.csv',
    [
      ['Primary Identifier', 'Last Name', 'First Name', 'Status', 'Expiry Date', 'Role Type'],
      expired('ada1', 'Cataloger'),
      expired('nuno2', 'Cataloger'),
      expired('sysadmin1', 'User Administrator'),
    ],
  ]);
  await waitFor(() => expect(listed()).toHaveLength(3));
  await isThere('[data-action="accept"]:not([disabled])');
  click('[data-action="accept"]');
  await waitFor(() => expect(decisionOf('ada1')).toBe('deactivate'));
  expect(decisionOf('nuno2')).toBe('deactivate');
  expect(decisionOf('sysadmin1')).toBe('');
  expect(one('.decide-bar [role="status"]').textContent).toBe(
    '2 suggestions accepted. 1 person has to be decided on one by one.',
  );
  expect(one<HTMLButtonElement>('[data-action="accept"]').disabled).toBe(true);
  expect(one('[data-list="left-out"]').textContent).toContain('1');
  click('[data-action="undo"]');
  await waitFor(() => expect(one('[data-action="accept"]').textContent).toBe('Accept 2 suggestions'));
});

test('suggestions that have to be looked at one by one are none that the button can accept', async () => {
  const { desk } = openPage();
  await give(desk, [
    'gone.csv',
    [
      ['Primary Identifier', 'Last Name', 'First Name', 'Status', 'Expiry Date', 'Purge Date', 'Role Type'],
      ['gone1', 'Gone', 'Ada', 'Inactive', '2020-01-01', '2021-01-01', ''],
      ['gone2', 'Gone', 'Nuno', 'Inactive', '2020-01-01', '2021-01-01', ''],
    ],
  ]);
  await waitFor(() => expect(listed()).toHaveLength(2));
  await isThere('[data-list="left-out"]');
  const button = one<HTMLButtonElement>('[data-action="accept"]');
  expect(button.disabled).toBe(true);
  expect(button.textContent).toBe('No suggestions left to accept together');
  expect(one('[data-list="left-out"]').textContent).toContain('2');
});

test('suggestions wait while the table still shows the people of before', async () => {
  const { desk } = await openReview();
  await waitFor(() => expect(one('[data-action="accept"]').hasAttribute('disabled')).toBe(false));
  let waited = false;
  const look = new MutationObserver(() => {
    waited ||= listed().length === 4 && one<HTMLButtonElement>('[data-action="accept"]').disabled;
  });
  look.observe(document.body, { subtree: true, childList: true, attributes: true });
  await give(desk, ['more.csv', [headings, ['exl_support', 'Support', 'Ex Libris', 'Active', 'Patron', '']]]);
  await waitFor(() => expect(listed()).toHaveLength(5));
  await waitFor(() => expect(one('[data-action="accept"]').hasAttribute('disabled')).toBe(false));
  look.disconnect();
  expect(waited).toBe(true);
});

test('suggestions wait while people are judged anew', async () => {
  const held: (() => void)[] = [];
  const slowLater = (): ReviewWorker => {
    const worker = workerHere();
    let reviews = 0;
    return {
      ...worker,
      async review(...asked) {
        reviews += 1;
        if (reviews > 1) await new Promise<void>((resolve) => held.push(resolve));
        return worker.review(...asked);
      },
    };
  };
  const { desk } = await openReview({}, [], slowLater);
  const isWaiting = () => one<HTMLButtonElement>('[data-action="accept"]').disabled;
  await waitFor(() => expect(isWaiting()).toBe(false));
  desk.add([{ name: 'more.csv', blob: new Blob([writeCsv([headings, ['n1', '', '', '', '', '']])]), lastModified: 0 }]);
  await waitFor(() => expect(held).toHaveLength(1));
  await waitFor(() => expect(isWaiting()).toBe(true));
  held[0]?.();
  await waitFor(() => expect(isWaiting()).toBe(false));
});

test('the columns are those that are chosen', async () => {
  await openReview();
  const columns = () =>
    [...document.querySelectorAll<HTMLElement>('[role="columnheader"]')].map(({ dataset }) => dataset.column);
  const choose = (name: string) => {
    const label = [...document.querySelectorAll('.columns-choice label')].find(
      ({ textContent }) => textContent === name,
    );
    if (!label) throw new Error(`no column is called ${name}`);
    fireEvent.click(label);
  };
  expect(columns()).toContain('group');
  choose('Library');
  choose('User group');
  await waitFor(() => expect(columns()).toContain('library'));
  expect(columns()).not.toContain('group');
  expect(columns().slice(0, 2)).toEqual(['select', 'person']);
});

describe('a file that is being read', () => {
  /** A worker that reads every file, but `long.csv` only until it is cancelled. */
  function holding(): ReviewWorker {
    const worker = workerHere();
    return {
      ...worker,
      read: (file, name, answers, options = {}) => {
        if (name !== 'long.csv') return worker.read(file, name, answers, options);
        options.onProgress?.(30, 120);
        return new Promise((_, reject) => {
          options.signal?.addEventListener('abort', () => reject(new Error('cancelled')));
        });
      },
    };
  }
  const file = (name: string, rows: readonly (readonly string[])[]) => ({
    name,
    blob: new Blob([writeCsv(rows)]),
    lastModified: 0,
  });

  test('shows how far it is, and can be cancelled without a trace', async () => {
    const { desk } = await openReview({}, [], holding);
    const people = () => desk.store.get().reviewed?.people.map(({ key }) => key);
    const before = people();
    desk.add([file('long.csv', library)]);
    const progress = await waitFor(() => one<HTMLProgressElement>('[data-file="long.csv"] progress'));
    expect(progress.getAttribute('aria-label')).toBe('Reading long.csv');
    await waitFor(() => expect([progress.value, progress.max]).toEqual([30, 120]));
    click('[data-action="cancel-reading"]');
    await isThere('[data-file="long.csv"][data-state="cancelled"]');
    await settled(desk);
    expect(one('[data-file="long.csv"] [role="status"]').textContent).toBe(
      'Reading was cancelled. Nothing of the file was used.',
    );
    expect(people()).toEqual(before);
  });

  test('and the next one waits, can be cancelled, too, and the one after it is read', async () => {
    const { desk } = openPage({}, [], holding);
    desk.add([file('long.csv', library), file('next.csv', library), file('last.csv', library)]);
    await isThere('[data-file="next.csv"][data-state="waiting"]');
    click('[data-file="next.csv"] [data-action="cancel-reading"]');
    click('[data-file="long.csv"] [data-action="cancel-reading"]');
    await settled(desk);
    expect(desk.store.get().files.map(({ reading }) => reading.state)).toEqual(['cancelled', 'cancelled', 'read']);
    await waitFor(() => expect(listed()).toHaveLength(4));
  });
});
