// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type Action, freshMemory, noteArrival } from '../../src/alma/actions/index.ts';
import { managementPage } from '../alma/earlier.ts';
import { control, kindsOn, languages, recognise, show } from './actions-on.ts';

describe('purge and merge', () => {
  for (const language of languages) {
    for (const screen of ['purge-add-job', 'run-job-purge'] as const) {
      test(`${screen} in ${language}: running it, not going back or looking`, () => {
        expect(kindsOn(show(managementPage(screen, { language })))).toEqual({ run: ['purge'] });
      });
    }
  }

  test('the page of purge runs has nothing to lose yet', () => {
    expect(kindsOn(show(managementPage('purge-users')))).toEqual({});
  });

  /** Adds an entry to the menu of the first purge run, by the grammar of ids or without an id. */
  function entryOfRun(key: string | undefined, label: string): Element {
    const item = document.createElement('li');
    if (key !== undefined) item.id = `ROW_ACTION_jobList_0${key}`;
    const link = document.createElement('a');
    link.href = '#';
    link.textContent = label;
    item.append(link);
    document.querySelector('tbody tr')?.lastElementChild?.append(item);
    return link;
  }

  test.each([
    ['_c.ui.table.btn.run', 'Again', 'id'],
    ['_jobs.purge_now', 'Again', 'id'],
    ['', 'Run now', 'label'],
    ['_c.ui.table.btn.other', 'Purger', 'label'],
    [undefined, 'Run', 'label'],
  ])('a purge started from the menu of a run, with key %j and label %s, is one', (key, label, by) => {
    const screen = show(managementPage('purge-users'));
    expect(recognise(entryOfRun(key, label), screen)).toMatchObject({ kind: 'purge', by });
  });

  test.each([
    ['_c.ui.table.btn.view_default', 'View'],
    ['_c.ui.table.btn.report', 'Report'],
    ['_c.button.cancel', 'Cancel'],
    [undefined, 'View'],
  ])('looking at a run or leaving it, with key %j and label %s, is none', (key, label) => {
    const screen = show(managementPage('purge-users'));
    expect(recognise(entryOfRun(key, label), screen)).toBeUndefined();
  });

  test.each(['_c.ui.table.btn.run', '_c.ui.table.btn.view_default'])(
    'every confirm there is a purge, also after the menu entry %s',
    (key) => {
      const screen = show(managementPage('purge-users'));
      const memory = freshMemory();
      const entry = entryOfRun(key, 'Again');
      noteArrival(memory, entry, recognise(entry, screen));
      const confirm = document.createElement('button');
      confirm.id = 'PAGE_BUTTONS_cbuttonconfirmationconfirm';
      document.body.append(confirm);
      expect(recognise(confirm, screen, memory)).toMatchObject({
        kind: 'purge',
        sure: 'high',
        subject: { tied: true },
      });
    },
  );

  const merging = (from: string, to: string): Action | undefined => {
    const screen = show(managementPage('merge-users'));
    for (const [side, text] of [
      ['From', from],
      ['To', to],
    ] as const) {
      const field = document.getElementById(
        `pageBeandisplayNameOf${side}UserOrUserIdendifier`,
      ) as HTMLInputElement | null;
      if (field) field.value = text;
    }
    return recognise(control('merge'), screen);
  };

  test.each([
    ['exl_impl', 'mhollow'],
    ['mhollow', 'RIALTO_service'],
    ['Impl, Some (exl_impl)', 'mhollow'],
    ['Alma Administrator', 'mhollow'],
  ])('a merge of %s and %s concerns a protected account', (from, to) => {
    expect(merging(from, to)).toMatchObject({ kind: 'merge-protected', by: 'id' });
  });

  test('a merge of two accounts that may be merged is none of ours', () => {
    expect(merging('mhollow', 'tbrook')).toBeUndefined();
  });

  test('a merge that shows a name only may concern one', () => {
    expect(merging('Hollowell, Maren', 'tbrook')).toMatchObject({ kind: 'merge-protected' });
  });
});
