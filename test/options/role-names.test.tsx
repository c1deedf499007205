// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roleNamesIn } from '../../src/options/role-names.ts';
import { withRoleNames } from '../../src/settings/index.ts';
import { button, focusOn, freshBrowser, openPage, stored, user } from './open-page.tsx';

describe('a code table of roles', () => {
  test('names the roles whose codes are known, and lists the ones whose codes are not', () => {
    const rows = [
      { code: '200', description: 'Lesende' },
      { code: '26', description: 'General System Administrator' },
      { code: '21', description: 'Benutzer-Manager' },
      { code: '990', description: 'Dozierende' },
      { code: '991', description: 'Instructor' },
    ];
    expect(roleNamesIn(rows)).toEqual({
      named: [
        { name: 'Lesende', role: '200' },
        { name: 'Benutzer-Manager', role: '21' },
      ],
      known: 2,
      unknown: [{ code: '990', description: 'Dozierende' }],
    });
  });

  test('a name that stands for another role there is what its code says', () => {
    expect(roleNamesIn([{ code: '204', description: 'Patron' }]).named).toEqual([{ name: 'Patron', role: '204' }]);
  });

  test('what is said later of a name takes the place of what was said before', () => {
    const before = [
      { name: 'Lesende', role: '' },
      { name: 'Tutoren', role: '' },
    ];
    expect(withRoleNames(before, [{ name: 'LESENDE', role: '200' }])).toEqual([
      { name: 'Tutoren', role: '' },
      { name: 'LESENDE', role: '200' },
    ]);
  });
});

describe('on the options page', () => {
  beforeEach(freshBrowser);
  afterEach(cleanup);
  const tableInput = () => document.querySelector<HTMLInputElement>('[data-input="role-table"]') as HTMLInputElement;

  test('a name is added by hand', async () => {
    await openPage();
    await user.click(button('Add a name'));
    await focusOn('name');
    await user.keyboard('Lesende');
    await user.selectOptions(screen.getByLabelText('Which role it is'), 'Patron');
    await user.click(button('Save entry'));
    await waitFor(() => expect(stored().roleNames).toEqual([{ name: 'Lesende', role: 'Patron' }]));
  });

  test('a table is looked at first, names with unknown codes can be given their role, and are taken over together', async () => {
    await openPage();
    const json = JSON.stringify({
      row: [
        { code: '200', description: 'Lesende' },
        { code: '990', description: 'Dozierende' },
        { code: '991', description: 'Tutorierende' },
      ],
    });
    await user.upload(tableInput(), new File([json], 'roles.json'));
    await screen.findByText('1 name is new, and its code says which role it is.');
    expect(stored().roleNames).toBeUndefined();
    await user.selectOptions(screen.getByLabelText('Dozierende (code 990)'), 'Instructor');
    await user.click(button('Take these 2 names over'));
    await waitFor(() =>
      expect(stored().roleNames).toEqual([
        { name: 'Lesende', role: '200' },
        { name: 'Dozierende', role: 'Instructor' },
      ]),
    );
    expect(screen.getByText('2 names were taken over.')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(tableInput()));
  });

  const json = JSON.stringify({ row: [{ code: '200', description: 'Lesende' }] });
  const drop = (...names: readonly string[]) =>
    tableInput()
      .closest('.drop')
      ?.dispatchEvent(
        Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
          dataTransfer: { files: names.map((name) => new File([json], name)), items: [] },
        }),
      );

  test('a table is dropped as well, and left alone the focus is back where the next one is given', async () => {
    await openPage();
    drop('roles.json');
    await screen.findByText('1 name is new, and its code says which role it is.');
    await user.click(within(document.querySelector('section.report') as HTMLElement).getByText('Cancel'));
    await waitFor(() => expect(document.activeElement).toBe(tableInput()));
    expect(stored().roleNames).toBeUndefined();
  });

  test('of several tables dropped at once none is taken, and that is said', async () => {
    await openPage();
    drop('roles.json', 'more.json');
    await screen.findByText('These are several files. Please give one code table at a time.');
    expect(stored().roleNames).toBeUndefined();
  });

  test('a file that is no code table is refused with a sentence, and changes nothing', async () => {
    await openPage();
    await user.upload(tableInput(), new File(['ada\nben\n'], 'people.csv'));
    await screen.findByText(/No code table was found in this file/);
    expect(stored().roleNames).toBeUndefined();
  });
});
