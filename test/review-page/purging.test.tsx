// @vitest-environment happy-dom

import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { give, today } from './desk-here.ts';
import { click, decisionOf, isThere, listed, one, openPage, row, select } from './page-here.tsx';

const roleHeadings = ['Primary Identifier', 'Status', 'Expiry Date', 'Purge Date', 'Role Type'];
const logins = ['User Name', 'Last Login'];

/** An active person with two counting roles who was here in September, and one whose purge is due and harmless. */
async function openWithTwo() {
  const { desk } = openPage();
  await give(
    desk,
    [
      'roles.csv',
      [
        roleHeadings,
        ['ines1', 'Active', '', '', 'Cataloger'],
        ['ines1', 'Active', '', '', 'User Manager'],
        ['gone5', 'Inactive', '2024-06-30', '2025-06-30', 'Patron'],
      ],
    ],
    ['logins.csv', [logins, ['ines1', '2026-09-14'], ['gone5', '']]],
  );
  await waitFor(() => expect(listed().sort()).toEqual(['gone5', 'ines1']));
  return desk;
}

const question = () => one('dialog li').textContent;
const asked = 'ines1 (ines1): active, holds 2 counting roles, seen September 2026, and no purge date: purge?';

describe('a purge of somebody who is still here', () => {
  test('is asked about twice by key, and can be made a deactivation', async () => {
    const desk = await openWithTwo();
    fireEvent.focusIn(row('ines1').querySelector('[data-column="person"]') as Element);
    await waitFor(() => expect(row('ines1').querySelector('[tabindex="0"]')).not.toBeNull());
    fireEvent.keyDown(one('[role="grid"]'), { key: 'p' });
    await isThere('[data-action="confirm"]');
    expect(question()).toBe(asked);
    expect(desk.store.get().book.decisions.size).toBe(0);
    click('[data-action="deactivate-instead"]');
    await waitFor(() => expect(decisionOf('ines1')).toBe('deactivate'));
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('is asked about twice by button, and then is what was wanted', async () => {
    const desk = await openWithTwo();
    fireEvent.click(row('ines1').querySelector('[data-column="person"]') as Element);
    await isThere('[data-panel="ines1"]');
    click('[data-decide="purge"]');
    await isThere('[data-action="confirm"]');
    expect(question()).toBe(asked);
    click('[data-action="confirm"]');
    await isThere('[data-action="confirm-again"]');
    expect(desk.store.get().book.decisions.size).toBe(0);
    click('[data-action="confirm-again"]');
    await waitFor(() => expect(decisionOf('ines1')).toBe('purge'));
  });

  test('is asked about among others, of whom the harmless one can be purged alone', async () => {
    const desk = await openWithTwo();
    await select('ines1', 'gone5');
    click('[data-bulk="purge"]');
    await isThere('[data-action="only-others"]');
    expect([...document.querySelectorAll('dialog li')].map(({ textContent }) => textContent)).toEqual([asked]);
    click('[data-action="only-others"]');
    await waitFor(() => expect(decisionOf('gone5')).toBe('purge'));
    expect([...desk.store.get().book.decisions.keys()]).toEqual(['gone5']);
  });

  test('asks anew where a file that was read meanwhile shows somebody as still here', async () => {
    const desk = await openWithTwo();
    await select('ines1', 'gone5');
    click('[data-bulk="purge"]');
    await isThere('[data-action="only-others"]');
    await give(desk, ['later.csv', [logins, ['gone5', today]]]);
    click('[data-action="only-others"]');
    await waitFor(() => expect(question()).toContain('gone5 (gone5): seen November 2026: purge?'));
    expect(desk.store.get().book.decisions.size).toBe(0);
  });

  test('is not taken over from an answer, and the people to look at are one click away', async () => {
    const desk = await openWithTwo();
    desk.decide(['ines1', 'gone5'], 'ask', '');
    await give(desk, [
      'answers.csv',
      [
        ['USERNAME', 'Decision'],
        ['ines1', 'purge'],
        ['gone5', 'purge'],
      ],
    ]);
    await waitFor(() => expect(decisionOf('gone5')).toBe('purge'));
    expect(decisionOf('ines1')).toBe('ask');
    expect(one('[data-refused="ines1"]').textContent).toBe(
      'Line 2: Purge was not taken over for ines1 before you have looked yourself: active, holds 2 counting roles, seen September 2026, and no purge date',
    );
    click('[data-list="answers-to-confirm"]');
    await waitFor(() => expect(listed()).toEqual(['ines1']));
  });
});

test('a protected account shows that it takes no destructive decision, and why', async () => {
  const { desk } = openPage();
  await give(desk, ['roles.csv', [roleHeadings, ['exl_api', 'Active', '', '', 'Cataloger']]]);
  await waitFor(() => expect(listed()).toEqual(['exl_api']));
  fireEvent.click(row('exl_api').querySelector('[data-column="person"]') as Element);
  await isThere('[data-panel="exl_api"]');
  const disabled = (kind: string) => one(`[data-decide="${kind}"]`).getAttribute('aria-disabled');
  expect(['keep', 'ask', 'deactivate', 'remove-roles', 'purge'].map(disabled)).toEqual([
    null,
    null,
    'true',
    'true',
    'true',
  ]);
  const why = one('[data-decide="purge"]').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(why)?.textContent).toContain('This account is protected');
});
