// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { policies } from '../../src/rules/index.ts';
import { policyInForce } from '../../src/settings/index.ts';
import { english } from '../guidance/english.ts';
import { fakeStorage } from '../platform/fake-browser.ts';
import { box, button, described, freshBrowser, openPage, stored, user } from './open-page.tsx';

beforeEach(freshBrowser);
afterEach(cleanup);

describe('policies as files', () => {
  const paste = async (text: string) => {
    const field = box(/Or paste the policy/);
    await user.click(field);
    await user.paste(text);
    await user.click(button('Look what would change'));
    return screen.findByRole('region', { name: 'What was found in the policy' });
  };

  test('are taken over after a look at what would change, and it can be undone', async () => {
    fakeStorage.putLocal({ settings: { schema: 1, choices: { base: 'base', studentGroups: ['Undergraduate'] } } });
    await openPage();
    const report = await paste(
      JSON.stringify({
        format: 'alma-user-guard-policy',
        version: 1,
        base: 'wrlc',
        roleList: 'ex-libris-report',
        loginWindowDays: 60,
        guard: { delete: 'perhaps' },
        invented: 1,
      }),
    );
    await waitFor(() => expect(document.activeElement).toBe(report));
    expect(within(report).getByText(/2 things were repaired or left out/)).toBeTruthy();
    expect(report.textContent).toContain('guard.delete');
    expect(report.textContent).toContain('invented');
    const row = within(report).getByRole('row', { name: /Days without a login/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['90', '60']);
    expect(within(report).getByRole('row', { name: /User groups of students/ }).textContent).toContain('nothing');
    expect(stored()).toEqual({ base: 'base', studentGroups: ['Undergraduate'] });

    await user.click(within(report).getByRole('button', { name: /^Make these \d+ changes$/ }));
    await waitFor(() => expect(stored()).toEqual({ base: 'wrlc', roleList: 'ex-libris-report', loginWindowDays: 60 }));
    const { policy } = await policyInForce();
    expect(policy).toEqual({ ...policies.wrlc, roleList: 'ex-libris-report', loginWindowDays: 60 });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(stored()).toEqual({ base: 'base', studentGroups: ['Undergraduate'] }));
  });

  test.each([
    ['broken JSON', '{"format": "alma-user-guard-policy", ', /cannot be read as JSON/],
    ['a list', '[1, 2]', /not a policy/],
    ['a text', '"hello"', /not a policy/],
  ])('%s is refused in words and changes nothing', async (_what, text, words) => {
    await openPage();
    const report = await paste(text);
    expect(report.textContent).toMatch(words);
    expect(within(report).queryByRole('button', { name: /change/ })).toBeNull();
    expect(fakeStorage.local()).toEqual({});
  });

  test('what is quoted of them is shut in where it runs from right to left', async () => {
    await openPage();
    const report = await paste('{"base": "base", "ספרייה": 1}');
    expect(report.textContent).toContain('\u2068ספרייה\u2069');
  });

  test('a file of 5 MB is refused without being read', async () => {
    await openPage();
    const file = new File(['{'.padEnd(5_000_000)], 'policy.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Open a file'), file);
    await screen.findByText(/far too long for a policy/);
    expect(fakeStorage.local()).toEqual({});
  });

  describe('that say nothing of what was decided here', () => {
    const own = {
      base: 'carli',
      'institution.prefixes': ['ex_'],
      namedUserLimit: 40,
      linkedGroups: ['Visitors'],
      'guard.delete': 'tell',
    };
    const consortiums = JSON.stringify({ base: 'wrlc', loginWindowDays: 60, guard: { delete: 'perhaps' } });
    const wouldBeGivenUp = (report: HTMLElement) =>
      [...report.querySelectorAll('[data-given-up] tbody th')].map((cell) => cell.textContent);
    const labels = (...keys: Parameters<typeof english>[0][]) => keys.map((key) => english(key)).sort();

    test('tell what would be given up, apart from what they say', async () => {
      fakeStorage.putLocal({ settings: { schema: 1, choices: own } });
      await openPage();
      const report = await paste(consortiums);
      const lost = ['options_prefixes', 'options_limit', 'options_linked_groups', 'options_guard_delete'] as const;
      expect(wouldBeGivenUp(report).sort()).toEqual(labels(...lost));
      await user.click(within(report).getByRole('button', { name: /^Make these \d+ changes$/ }));
      await waitFor(() => expect(stored()).toEqual({ base: 'wrlc', loginWindowDays: 60 }));
    });

    test('can be taken over without that', async () => {
      fakeStorage.putLocal({ settings: { schema: 1, choices: own } });
      await openPage();
      const report = await paste(consortiums);
      await user.click(within(report).getByRole('button', { name: /keep the rest$/ }));
      await waitFor(() => expect(stored()).toMatchObject({ base: 'wrlc', loginWindowDays: 60 }));
      const { policy } = await policyInForce();
      expect(policy).toEqual({
        ...policies.wrlc,
        loginWindowDays: 60,
        institution: { name: null, prefixes: ['ex_'] },
        namedUserLimit: 40,
        linkedGroups: expect.arrayContaining(['Visitors', ...(policies.wrlc?.linkedGroups ?? [])]),
        guard: { ...policies.wrlc?.guard, delete: 'tell' },
      });
      await user.click(await screen.findByRole('button', { name: 'Undo' }));
      await waitFor(() => expect(stored()).toEqual(own));
    });

    test('and of no base policy would give up the one that was chosen here', async () => {
      fakeStorage.putLocal({ settings: { schema: 1, choices: { base: 'carli' } } });
      await openPage();
      const report = await paste(JSON.stringify({ loginWindowDays: 60 }));
      expect(wouldBeGivenUp(report)).toContain(english('options_base'));
      await user.click(within(report).getByRole('button', { name: /keep the rest$/ }));
      await waitFor(() => expect(stored()).toEqual({ base: 'carli', loginWindowDays: 60 }));
    });

    test('give up nothing where nothing was decided here', async () => {
      await openPage();
      const report = await paste(consortiums);
      expect(report.querySelector('[data-given-up]')).toBeNull();
      expect(within(report).queryByRole('button', { name: /keep the rest$/ })).toBeNull();
    });
  });

  test('a file is opened and reported on; what an administrator set stays', async () => {
    fakeStorage.setManaged({ loginWindowDays: 30 });
    await openPage();
    const file = new File([JSON.stringify({ base: 'base', loginWindowDays: 60, dateOrder: 'dmy' })], 'policy.json');
    await user.upload(screen.getByLabelText('Open a file'), file);
    const report = await screen.findByRole('region', { name: 'What was found in the policy' });
    expect(report.textContent).toMatch(/Stays as your administrator has set it: Days without a login/);
    await user.click(within(report).getByRole('button', { name: /^Make/ }));
    await waitFor(() => expect(stored()).toMatchObject({ dateOrder: 'dmy' }));
    expect(stored()).not.toHaveProperty('loginWindowDays');
  });

  const asBytes = (letters: string, width: 1 | 2): BlobPart =>
    width === 2
      ? new Uint8Array(
          new Uint16Array([0xfeff, ...letters].map((one) => (typeof one === 'string' ? one.charCodeAt(0) : one)))
            .buffer,
        )
      : Uint8Array.from(letters, (one) => one.charCodeAt(0));

  test.each([
    ['UTF-16, as Windows PowerShell writes it', 2, undefined],
    ['what old editors of Windows write', 1, /letters of a file that is not in UTF-8/],
  ] as const)('a file in %s keeps its letters', async (_what, width, told) => {
    await openPage();
    const file = new File([asBytes(JSON.stringify({ base: 'base', name: 'Bücherei' }), width)], 'policy.json');
    await user.upload(screen.getByLabelText('Open a file'), file);
    const report = await screen.findByRole('region', { name: 'What was found in the policy' });
    expect(within(report).getByRole('row', { name: /Bücherei/ })).toBeTruthy();
    expect(report.textContent).toMatch(told ?? /Everything in this policy can be used/);
  });

  test('a name that stands twice is told', async () => {
    await openPage();
    const report = await paste('{"base": "base", "testWords": ["a"], "testWords": ["b"]}');
    expect(report.textContent).toContain('“testWords” stands twice in one place.');
  });

  test('keys that would reach into every object are refused', async () => {
    await openPage();
    await paste(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "rules": {"__proto__": "off"}}',
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('the exported file', () => {
  const zone = process.env.TZ;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-21T23:30:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
    process.env.TZ = zone;
  });

  test.each([
    ['Pacific/Auckland', '2026-11-22'],
    ['Pacific/Honolulu', '2026-11-21'],
    ['UTC', '2026-11-21'],
  ])('bears the day on the calendar of %s', async (here, day) => {
    process.env.TZ = here;
    await openPage();
    await user.click(button('Download the policy'));
    await screen.findByText(new RegExp(`${day}\\.json`));
  });
});

describe('for administrators', () => {
  test('what has arrived from one, and what of it is used, stands there; nothing where nothing is managed', async () => {
    await openPage();
    expect(screen.queryByRole('heading', { name: 'What has arrived from your administrator' })).toBeNull();
    fakeStorage.setManaged({
      namedUserLimit: '120',
      genericAccounts: '<b>allow</b>',
      protectedAccounts: [{ match: 'exact', value: 'central' }],
    });
    await screen.findByRole('heading', { name: 'What has arrived from your administrator' });
    const shown = (key: string) =>
      [...(document.querySelector(`tr[data-arrived="${key}"]`)?.querySelectorAll('td') ?? [])].map(
        (cell) => cell.textContent,
      );
    expect(shown('namedUserLimit')[0]).toBe('"120"');
    expect(shown('namedUserLimit')[1]).toMatch(/^Used after corrections.*read as the number 120/);
    expect(shown('genericAccounts')[0]).toBe('"<b>allow</b>"');
    expect(shown('genericAccounts')[1]).toMatch(/^Not used.*allow, discourage|^Not used.*only be one of these/);
    expect(shown('protectedAccounts')).toEqual(['[{"match":"exact","value":"central"}]', 'Used']);
  });

  test('the text to deploy holds this page’s settings under the extension’s id, and reads as the same policy', async () => {
    const choices = { base: 'wrlc', studentGroups: ['Undergraduate'], 'guard.delete': 'tell' };
    fakeStorage.putLocal({ settings: { schema: 1, choices } });
    await openPage();
    const { policies: firefox } = JSON.parse(box('Text to deploy').value);
    const deployed = firefox['3rdparty'].Extensions['alma-user-guard@example.org'];
    expect(deployed).not.toHaveProperty('linkedGroups');
    const { policy } = await policyInForce();
    fakeStorage.reset();
    fakeStorage.setManaged(deployed);
    expect(await policyInForce()).toMatchObject({ policy, origin: 'managed', problems: [] });
  });

  test('every way is offered, says how sure it is, and gives texts with the id in them', async () => {
    await openPage();
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Browser and system' });
    const offered = [...choice.options].map(({ value }) => value);
    expect(offered).toEqual(['firefox', 'firefox_windows', 'firefox_intune', 'firefox_mac']);
    for (const way of offered) {
      await user.selectOptions(choice, way);
      expect(document.querySelector('[data-sureness]')?.textContent, way).toMatch(/How sure this form is: .{20}/);
      const texts = [...document.querySelectorAll<HTMLTextAreaElement>('[data-deployed] textarea')];
      expect(texts.length, way).toBe(way === 'firefox_intune' ? 2 : 1);
      expect(texts[0]?.value, way).toContain('alma-user-guard@example.org');
      expect(texts.map(({ labels }) => labels[0]?.textContent).every(Boolean), way).toBe(true);
    }
  });

  test('the installation by force is written once its address is typed, and a wrong id or address is told', async () => {
    await openPage();
    const settings = () => JSON.parse(box('Text to deploy').value).policies;
    await user.click(screen.getByRole('checkbox', { name: 'Install the extension by force as well' }));
    expect(settings()).not.toHaveProperty('ExtensionSettings');
    expect(screen.getByText(english('options_admin_address_missing'))).toBeTruthy();
    const address = box('Address of the signed .xpi file');
    await user.type(address, 'files.example.org');
    await user.tab();
    expect(described(address)).toContain(english('options_admin_address_wrong'));
    expect(settings()).not.toHaveProperty('ExtensionSettings');
    await user.clear(address);
    await user.type(address, 'https://files.example.org/guard.xpi');
    await user.tab();
    const id = box('Id of the extension');
    await user.clear(id);
    await user.type(id, 'no id');
    await user.tab();
    expect(described(id)).toContain(english('options_admin_id_wrong'));
    await user.clear(id);
    await user.type(id, 'guard@library.example.org');
    await user.tab();
    await waitFor(() =>
      expect(settings()).toMatchObject({
        ExtensionSettings: { 'guard@library.example.org': { install_url: 'https://files.example.org/guard.xpi' } },
        '3rdparty': { Extensions: { 'guard@library.example.org': expect.anything() } },
      }),
    );
  });
});

describe('starting again', () => {
  const resetAll = async () => {
    await user.click(button(/Give up all my settings/));
    await user.click(await screen.findByRole('button', { name: 'Give up all settings' }));
  };

  test('gives up everything after a question, and can be undone', async () => {
    const choices = { base: 'carli', studentGroups: ['Undergraduate'], 'guard.delete': 'off' };
    fakeStorage.putLocal({ settings: { schema: 1, choices } });
    await openPage();
    await resetAll();
    await waitFor(() => expect(stored()).toEqual({}));
    await waitFor(() => expect(box(/User groups of students/).value).toBe(''));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(stored()).toEqual(choices));
  });

  test('changes nothing when the question is declined', async () => {
    fakeStorage.putLocal({ settings: { schema: 1, choices: { base: 'carli' } } });
    await openPage();
    await user.click(button(/Give up all my settings/));
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    expect(dialog.open).toBe(true);
    await user.click(within(dialog).getByText('Cancel'));
    expect(dialog.open).toBe(false);
    expect(stored()).toEqual({ base: 'carli' });
  });
});
