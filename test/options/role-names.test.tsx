// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roleNamesIn } from '../../src/options/role-names.ts';
import { recordOf } from '../../src/record/index.ts';
import { judge } from '../../src/rules/index.ts';
import { disputedNames } from '../../src/rules/roles.ts';
import { withRoleNames } from '../../src/settings/index.ts';
import { policyOf, quiet, today } from '../rules/case.ts';
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

  const french: readonly [string, string, string][] = [
    ['21', '2221', 'Gestionnaire des utilisateurs'],
    ['26', '2226', 'Administrateur général du système'],
    ['50', '5550', 'Administrateur des utilisateurs'],
  ];
  test.each(french)('of which Alma and Esploro have one each, keeps both: %s, %s', (alma, esploro, description) => {
    const rows = [alma, esploro].map((code) => ({ code, description }));
    const { named } = roleNamesIn(rows);
    expect(named).toEqual([
      { name: description, role: alma },
      { name: description, role: esploro },
    ]);
    for (const names of [named, [...named].reverse()]) {
      expect(disputedNames(names)).toEqual([]);
      const policy = policyOf({ roleNames: withRoleNames([], names) });
      const record = recordOf({ ...quiet, roles: [{ name: description }] });
      const found = judge(record, policy, today).verdicts.filter(({ outcome }) => outcome === 'found');
      expect(found.map(({ rule }) => rule)).toContain('privileged-role');
    }
  });

  test('has nothing to say of English names that Alma and Esploro share', () => {
    const rows = ['2221', '21'].map((code) => ({ code, description: 'User Manager' }));
    expect(roleNamesIn(rows)).toEqual({ named: [], known: 2, unknown: [] });
  });

  test.each([
    ['200', '251', 'Lecteur'],
    ['204', '200', 'Lesende'],
    ['200', '990', 'Lecteur'],
    ['200', '204', 'Patron'],
  ])(
    'of one name for codes that do not count alike keeps both, in either order, and nobody is judged by them: %s, %s',
    (one, other, description) => {
      for (const codes of [
        [one, other],
        [other, one],
      ]) {
        const { named } = roleNamesIn(codes.map((code) => ({ code, description })));
        expect(named.map(({ role }) => role)).toEqual(codes.map((code) => (code === '990' ? '' : code)));
        expect(disputedNames(named)).toEqual([description]);
        const record = recordOf({ ...quiet, roles: [{ name: description.toUpperCase() }] });
        expect(judge(record, policyOf({ roleNames: [...named] }), today).namedUser.answer).toBe('cannot-tell');
      }
    },
  );

  test('asks once about a name whose codes nobody knows, and takes a row that is there twice once', () => {
    const rows = ['990', '991'].map((code) => ({ code, description: 'Dozierende' }));
    expect(roleNamesIn(rows)).toEqual({ named: [], known: 1, unknown: [rows[0]] });
    const twice = { code: '200', description: 'Lesende' };
    expect(roleNamesIn([twice, twice]).named).toEqual([{ name: 'Lesende', role: '200' }]);
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

  test('a name that stands for several roles is said where the table is given, and stays said beside the names', async () => {
    await openPage();
    const rows = [
      { code: '200', description: 'Lecteur' },
      { code: '204', description: 'lecteur' },
      { code: '33', description: 'Patron' },
    ];
    await user.upload(tableInput(), new File([JSON.stringify({ row: rows })], 'roles.json'));
    const disputed = /“Lecteur” stands for several roles that do not count alike: Patron and Cataloger/;
    const another = /“Patron” is to be Vendor Manager here/;
    await screen.findByText(disputed);
    expect(screen.getByText(another)).toBeDefined();
    await user.click(button('Take these 3 names over'));
    await waitFor(() => expect(stored().roleNames).toHaveLength(3));
    expect(await screen.findByText(disputed)).toBeDefined();
    expect(screen.getByText(another)).toBeDefined();
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
