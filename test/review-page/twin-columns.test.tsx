// @vitest-environment happy-dom
import { waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { give } from './desk-here.ts';
import { listed, one, openPage } from './page-here.tsx';

test('of two columns with one heading the page says which was used, and which was not', async () => {
  const { desk } = openPage();
  await give(desk, [
    'roles.csv',
    [
      ['Primary Identifier', 'User Group', 'Role Type', 'USER GROUP', 'Primary Identifier', 'Shoe Size'],
      ['a1', 'Staff', 'Cataloger', 'Alumni', 'zz9', '39'],
    ],
  ]);
  await waitFor(() => expect(listed()).toEqual(['a1']));
  expect(one('[data-twin="Primary Identifier"]').textContent).toContain('Column A was used; not used: E.');
  expect(one('[data-twin="User Group"]').textContent).toContain('Column B was used; not used: D.');
  expect(document.querySelectorAll('[data-twin]')).toHaveLength(2);
});

test('of columns that a role may have several times, and of headings that stand once, nothing is said', async () => {
  const { desk } = openPage();
  await give(desk, [
    'roles.csv',
    [
      ['Primary Identifier', 'Status', 'Role Type', 'Role Type'],
      ['a1', 'Active', 'Cataloger', 'Patron'],
    ],
  ]);
  await waitFor(() => expect(listed()).toEqual(['a1']));
  expect(document.querySelector('[data-twin]')).toBeNull();
});
