// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ruleCatalogue, seedStatements } from '../../src/rules/index.ts';
import { saveChanges } from '../../src/settings/index.ts';
import { english } from '../guidance/english.ts';
import { fakePermissions, fakeStorage, fakeTabs } from '../platform/fake-browser.ts';
import { box, button, described, focusOn, freshBrowser, openPage, status, stored, user } from './open-page.tsx';

beforeEach(freshBrowser);
afterEach(cleanup);

describe('every setting', () => {
  test('has a control with a name', async () => {
    await openPage();
    const controls = document.querySelectorAll<HTMLInputElement>('main :is(input, select, textarea)');
    expect(controls.length).toBeGreaterThan(50);
    const unnamed = [...controls].filter((control) => !control.labels?.[0]?.textContent?.trim());
    expect(unnamed.map((control) => control.outerHTML)).toEqual([]);
  });

  test('speaks in texts, not in text keys', async () => {
    await openPage();
    expect(document.body.textContent).not.toMatch(/\b(options|rule|role_list|settings)_[a-z_]+/);
  });

  test('of a rule is there for every rule of the catalogue', async () => {
    await openPage();
    for (const { id, severity } of ruleCatalogue) {
      const item = document.getElementById(`rule-${id}`);
      expect(item?.querySelectorAll('select').length, id).toBe(severity === 'fact' ? 0 : 1);
      expect(item?.querySelector('a[href^="http"]'), id).not.toBeNull();
    }
  });
});

test('every statement of the two documents that has its place here is said, each once', async () => {
  await openPage();
  const said = [...document.querySelectorAll('.good-to-know p')].map((paragraph) => paragraph.textContent ?? '');
  const here = seedStatements.flatMap(({ place }) =>
    'surface' in place && place.surface === 'options' ? [english(place.text)] : [],
  );
  expect(here.length).toBeGreaterThan(0);
  expect(said.toSorted()).toEqual([...new Set(here)].toSorted());
});

test.each([
  ['nothing says which of the other institutions this one could be', {}, true],
  ['its own prefixes are set', { 'institution.prefixes': ['ex_'] }, false],
  ['it is in the list by its name', { 'institution.name': 'EXAMPLE University' }, false],
])('a list of other institutions is warned of where %s', async (_, own, warned) => {
  const others = [{ name: 'Example University', prefixes: ['ex_'] }];
  fakeStorage.putLocal({ settings: { schema: 1, choices: { otherInstitutions: others, ...own } } });
  await openPage();
  expect(screen.queryAllByText(english('options_others_own_unknown'))).toHaveLength(warned ? 1 : 0);
});

test('names in lists are shut in, so that one from right to left moves nothing beside it', async () => {
  const choices = {
    otherInstitutions: [{ name: 'ספרייה', prefixes: ['01-'] }],
    roleNames: [{ name: 'קטלוג (2)', role: 'Cataloger' }],
  };
  fakeStorage.putLocal({ settings: { schema: 1, choices } });
  await openPage();
  for (const name of ['ספרייה', 'קטלוג (2)'])
    expect(screen.getByText(name, { selector: 'li strong > bdi' })).toBeTruthy();
});

test('an address that names a section or a rule leads there', async () => {
  location.hash = '#rule-generic-account';
  await openPage();
  await waitFor(() => expect(document.activeElement?.id).toBe('rule-generic-account'));
  location.hash = '';
});

describe('what is typed', () => {
  test('is saved on leaving the field, and the page says so', async () => {
    await openPage();
    await user.type(box(/primary identifiers start with/), 'gw_\ngm_');
    await user.tab();
    await waitFor(() => expect(stored()).toEqual({ 'institution.prefixes': ['gw_', 'gm_'] }));
    await waitFor(() => expect(status()).toContain('Saved'));
    expect(screen.getAllByRole('status').some((each) => each.textContent?.includes('Saved'))).toBe(true);
  });

  test('is saved after a pause, too, while the field keeps the focus and the text as typed', async () => {
    await openPage();
    const groups = box(/User groups of students/);
    await user.type(groups, 'Undergraduate\n');
    await waitFor(() => expect(stored()).toEqual({ studentGroups: ['Undergraduate'] }));
    expect(groups.value).toBe('Undergraduate\n');
    expect(document.activeElement).toBe(groups);
  });

  test('does not undo what another window adds to the same list meanwhile', async () => {
    await openPage();
    const groups = box(/User groups of students/);
    await user.type(groups, 'Under');
    await saveChanges([
      { path: 'loginWindowDays', before: 90, after: 45 },
      { path: 'studentGroups', before: [], after: ['Graduate'] },
    ]);
    await waitFor(() => expect(box(/Days without a login/).value).toBe('45'));
    await user.type(groups, 'graduate');
    await user.tab();
    await waitFor(() => expect(stored().studentGroups).toEqual(['Graduate', 'Undergraduate']));
    await waitFor(() => expect(groups.value).toBe('Graduate\nUndergraduate'));
  });

  test('and makes no sense is named at the field and not saved', async () => {
    await openPage();
    const days = box(/Days without a login/);
    await user.clear(days);
    await user.type(days, '120');
    await user.tab();
    expect(days.getAttribute('aria-invalid')).toBe('true');
    expect(described(days)).toContain('from 1 to 90');
    expect(days.value).toBe('120');
    expect(stored()).toEqual({});
    await user.clear(days);
    await user.type(days, '45');
    await user.tab();
    await waitFor(() => expect(stored()).toEqual({ loginWindowDays: 45 }));
    expect(days.hasAttribute('aria-invalid')).toBe(false);
  });

  test('can be undone', async () => {
    await openPage();
    await user.type(box(/Your institution/), 'Example University');
    await user.tab();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(stored()).toEqual({}));
    await waitFor(() => expect(box(/Your institution/).value).toBe(''));
  });
});

describe('what is chosen', () => {
  test('a rule is switched off and goes back to the usual', async () => {
    await openPage();
    const severity = screen.getByRole<HTMLSelectElement>('combobox', { name: /Severity of “Left over from testing/ });
    await user.selectOptions(severity, 'off');
    await waitFor(() => expect(stored()).toEqual({ 'rules.test-account-leftover': 'off' }));
    await user.selectOptions(severity, 'note');
    await waitFor(() => expect(stored()).toEqual({}));
  });

  test('the guard, the role list and the date order', async () => {
    await openPage();
    const deleting = screen.getByRole('group', { name: /Deleting or purging/ });
    await user.click(within(deleting).getByRole('radio', { name: 'Do nothing' }));
    await user.click(screen.getByRole('radio', { name: /CARLI/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: /writes dates/ }), 'mdy');
    await waitFor(() => expect(stored()).toEqual({ 'guard.delete': 'off', roleList: 'wrlc-carli', dateOrder: 'mdy' }));
  });
});

describe('entries of several fields', () => {
  test('are added, edited and removed by keyboard alone, and the focus is never lost', async () => {
    await openPage();
    button('Add an account').focus();
    await user.keyboard('{Enter}');
    await focusOn('match');
    await user.tab();
    await user.keyboard('{Enter}');
    const value = await focusOn('value');
    await waitFor(() => expect(described(value)).toContain('Type the text'));
    await user.keyboard('demo_staff');
    await user.tab();
    await user.keyboard('Consortium staff{Enter}');
    await waitFor(() =>
      expect(stored().protectedAccounts).toEqual([
        { match: 'prefix', value: 'demo_staff', label: 'Consortium staff', counts: true, source: '' },
      ]),
    );
    await waitFor(() => expect(document.activeElement).toBe(button('Add an account')));

    (await screen.findByRole('button', { name: 'Edit Consortium staff' })).focus();
    await user.keyboard('{Enter}');
    await user.selectOptions(await focusOn('match'), 'exact');
    await user.keyboard('{Escape}');
    expect(stored().protectedAccounts).toMatchObject([{ match: 'prefix' }]);
    await waitFor(() => expect(document.activeElement).toBe(button('Edit Consortium staff')));

    button('Remove Consortium staff').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(stored()).toEqual({}));
    await waitFor(() => expect(document.activeElement).toBe(button('Add an account')));
  });

  test('taught places are switched off and removed', async () => {
    const locator = { field: 'primaryId', by: 'label', value: 'Kennung', on: true, note: 'Taught in March' };
    fakeStorage.putLocal({ settings: { schema: 1, choices: { taughtLocators: [locator] } } });
    await openPage();
    const inUse = button('In use: the place shown for Primary identifier');
    expect(inUse.textContent).toBe('In use');
    await user.click(inUse);
    await waitFor(() => expect(stored().taughtLocators).toEqual([{ ...locator, on: false }]));
    expect(button('Switched off: the place shown for Primary identifier').textContent).toBe('Switched off');
    const place = screen.getByText('Kennung').closest('li') as HTMLElement;
    await user.click(within(place).getByRole('button', { name: 'Remove Primary identifier' }));
    await waitFor(() => expect(stored()).toEqual({}));
  });
});

describe('where the policy comes from', () => {
  test('at first start nobody has chosen', async () => {
    await openPage();
    expect(screen.getByText(/Nobody has chosen a policy on this computer yet/)).toBeTruthy();
  });

  test('an open Alma page suggests one, until somebody chooses it', async () => {
    fakeTabs.open = [{ id: 7 }];
    fakeTabs.answer = () => ({ host: 'wrlc-gm.alma.exlibrisgroup.com' });
    await openPage();
    await screen.findByText(/wrlc-gm\.alma\.exlibrisgroup\.com.*George Mason University/);
    expect(stored()).toEqual({});
    await user.click(button('Use “George Mason University”'));
    await waitFor(() => expect(stored()).toEqual({ 'institution.name': 'George Mason University' }));
    await user.click(button('Choose WRLC'));
    await waitFor(() => expect(stored()).toMatchObject({ base: 'wrlc' }));
    await waitFor(() => expect(screen.queryByText(/Nobody has chosen/)).toBeNull());
    expect(screen.getByText(/WRLC has not published how to recognise them/)).toBeTruthy();
    expect(screen.getByText(/no list of the prefixes has been published/)).toBeTruthy();
  });

  test('what an administrator set is shown, disabled, with the reason', async () => {
    fakeStorage.setManaged({
      base: 'wrlc',
      studentGroups: ['Undergraduate'],
      guard: { delete: 'hold' },
      rules: { 'generic-account': 'off' },
    });
    await openPage();
    const groups = box(/User groups of students/);
    expect([groups.value, groups.disabled, described(groups)]).toEqual([
      'Undergraduate',
      true,
      expect.stringContaining('Set by your administrator'),
    ]);
    expect(screen.getByRole<HTMLFieldSetElement>('group', { name: /Deleting or purging/ }).disabled).toBe(true);
    expect(screen.getByRole<HTMLFieldSetElement>('group', { name: /inactive/ }).disabled).toBe(false);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /Severity of “Generic/ }).disabled).toBe(true);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Base policy' }).disabled).toBe(true);
    expect(screen.getByText(/Your administrator has chosen the policy WRLC/)).toBeTruthy();
  });
});

describe('a saving that fails', () => {
  test('says why, keeps what was typed, and succeeds on trying again', async () => {
    fakeStorage.failWrites(new Error('QUOTA_BYTES quota exceeded'));
    await openPage();
    const institution = box(/Your institution/);
    await user.type(institution, 'Example University');
    await user.tab();
    const alert = await screen.findByText(/storage for extensions is full/);
    expect(alert.getAttribute('role')).toBe('alert');
    expect(institution.value).toBe('Example University');
    fakeStorage.failWrites(undefined);
    await user.click(button('Try again'));
    await waitFor(() => expect(stored()).toEqual({ 'institution.name': 'Example University' }));
  });

  test('settings of a newer version are overwritten only when told so', async () => {
    fakeStorage.putLocal({ settings: { schema: 99, choices: { future: 1 } } });
    await openPage();
    await user.click(screen.getByRole('radio', { name: /CARLI/ }));
    await screen.findByText(/a newer version of this extension wrote the settings\. Saving/);
    expect(stored()).toEqual({ future: 1 });
    await user.click(button('Save anyway'));
    await waitFor(() => expect(stored()).toEqual({ future: 1, roleList: 'wrlc-carli' }));
  });

  test('a lock that comes while typing shows what the administrator set', async () => {
    await openPage();
    const groups = box(/User groups of students/);
    await user.type(groups, 'Mine');
    fakeStorage.setManaged({ studentGroups: ['Theirs'] });
    await waitFor(() => expect(groups.value).toBe('Theirs'));
    expect(groups.disabled).toBe(true);
    await user.click(screen.getByRole('radio', { name: /CARLI/ }));
    await waitFor(() => expect(stored()).toEqual({ roleList: 'wrlc-carli' }));
  });

  test('a lock that nobody had noticed yet is told, and stands in the way of nothing else', async () => {
    await openPage();
    const groups = box(/User groups of students/);
    await user.type(groups, 'Mine');
    fakeStorage.putManaged({ studentGroups: ['Theirs'] });
    await user.tab();
    await screen.findByText(/your administrator has just set this/);
    await user.click(screen.getByRole('radio', { name: /CARLI/ }));
    await waitFor(() => expect(stored()).toEqual({ roleList: 'wrlc-carli' }));
    await waitFor(() => expect(groups.value).toBe('Theirs'));
  });
});

describe('Alma under other addresses', () => {
  const ask = async (address: string) => {
    await user.click(button('Add an address'));
    await focusOn('host');
    await user.keyboard(`${address}{Enter}`);
  };

  test('are asked for, listed and forgotten', async () => {
    await openPage();
    await ask('alma.example.org');
    await screen.findByText('Allowed. Guidance now appears on alma.example.org.');
    expect(fakePermissions.origins).toEqual(['https://alma.example.org/*']);
    await user.click(await screen.findByRole('button', { name: 'Remove alma.example.org' }));
    await screen.findByText(/alma\.example\.org is forgotten/);
    expect(fakePermissions.origins).toEqual([]);
    expect(fakePermissions.permissions).not.toContain('scripting');
  });

  test('are offered for Esploro, and asked for at a click', async () => {
    await openPage();
    const name = /Esploro/;
    await user.click(button(name));
    await screen.findByText('*.esploro.exlibrisgroup.com');
    expect(fakePermissions.origins).toEqual(['https://*.esploro.exlibrisgroup.com/*']);
    expect(screen.queryByRole('button', { name: /^Ask for Esploro/ })).toBeNull();
  });

  test('that are none, or not allowed, are said to be so', async () => {
    await openPage();
    await ask('http://alma.example.org');
    await screen.findByText(/is not an address of an Alma/);
    await user.keyboard('{Escape}');
    fakePermissions.grants = false;
    await ask('alma.example.org');
    await screen.findByText(/Not allowed, so nothing happens/);
    expect(fakePermissions.origins).toEqual([]);
  });
});
