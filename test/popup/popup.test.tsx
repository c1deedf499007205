// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../dom-patience.ts';
import type { PageDescription, Silence } from '../../src/platform/messages.ts';
import { Popup, type PopupDoors } from '../../src/popup/popup.tsx';
import type { Day } from '../../src/record/index.ts';
import { type Policy, policies, ruleCatalogue } from '../../src/rules/index.ts';
import { seedStatements } from '../../src/rules/standards/seed-statements.ts';
import type { InForce } from '../../src/settings/index.ts';
import { english } from '../guidance/english.ts';

const chosen = (policy: Partial<Policy>, other: Partial<InForce> = {}): InForce => ({
  policy: { ...(policies.base as Policy), ...policy },
  origin: 'chosen',
  lockedKeys: [],
  problems: [],
  ...other,
});

const userRecord: PageDescription = {
  host: 'demo.alma.exlibrisgroup.com',
  screen: 'user-record',
  namedUser: { answer: 'cannot-tell', authority: 'wrlc-carli' },
  findings: [
    { rule: 'expired-but-active', severity: 'warn' },
    { rule: 'external-account-overwritten', severity: 'note' },
  ],
  unread: [
    { field: 'roles', why: 'partial' },
    { field: 'lastLogin', why: 'not-on-this-page' },
  ],
  anchors: [
    { field: 'primaryId', found: true, by: 'label', sure: 'high' },
    { field: 'role.name', found: false, sure: 'low' },
  ],
  undecided: ['one-role-decides'],
  policy: { base: 'base', name: 'Ex Libris basics', origin: 'default' },
};

function open(
  page: PageDescription | Silence | undefined,
  inForce: InForce = chosen({}),
  today = new Date(2026, 10, 21),
  withheld = false,
) {
  const doors = {
    describe: async () => page ?? 'nobody',
    isAccessWithheld: async () => withheld,
    requestAccess: vi.fn(async () => true),
    watchPolicy: vi.fn((_host: string | undefined, onChange: (next: InForce) => void) => onChange(inForce)),
    open: vi.fn(),
    teach: vi.fn(async () => true),
    nameRole: vi.fn(async () => 'kept'),
    today,
    version: '1.2.3',
  } satisfies PopupDoors;
  render(<Popup doors={doors} say={english} />);
  return doors;
}

const section = async (name: string) => within(await screen.findByRole('region', { name }));

afterEach(cleanup);

describe('without an answer from the page', () => {
  test('access that the browser withholds is said, and asked for on a click', async () => {
    const doors = open(undefined, chosen({}), new Date(2026, 10, 21), true);
    await screen.findByText(english('popup_page_withheld'));
    expect(doors.requestAccess).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: english('popup_allow') }));
    expect(doors.requestAccess).toHaveBeenCalledTimes(1);
    await screen.findByText(english('popup_page_allowed'));
  });

  test('access that is refused stays said', async () => {
    const doors = open(undefined, chosen({}), new Date(2026, 10, 21), true);
    doors.requestAccess.mockResolvedValue(false);
    await userEvent.click(await screen.findByRole('button', { name: english('popup_allow') }));
    expect(screen.getByText(english('popup_page_withheld'))).toBeTruthy();
  });

  test.each(['busy', 'asleep'] as const)('a page that is %s is not taken for one that is not Alma', async (silence) => {
    open(silence, chosen({}), new Date(2026, 10, 21), true);
    await screen.findByText(english(`popup_page_${silence}`));
    expect(screen.queryByRole('button', { name: english('popup_allow') })).toBeNull();
  });

  test('a page on which we have failed says so', async () => {
    open({ ...userRecord, screen: 'failed', findings: [], unread: [], anchors: [] });
    await screen.findByText(english('popup_page_failed'));
  });
});

describe('this page', () => {
  test('is told: the answer, the findings with their severity as a word, what could not be read and why', async () => {
    open(userRecord);
    await screen.findByText(english('popup_answer_cannot_tell'));
    const page = await section('This page');
    const findings = page.getAllByRole('listitem').map((item) => item.textContent);
    expect(findings).toContain(`Warning${english('rule_expired_but_active_title')}`);
    expect(findings).toContain(`Note${english('rule_external_account_overwritten_title')}`);
    expect(page.getByText(english('unread_why_partial'))).toBeTruthy();
    expect(page.getByText(english('guidance_never_here_lastLogin'))).toBeTruthy();
  });

  test('is checked: which fields were found, by what, how sure, and what stays silent', async () => {
    open(userRecord);
    const table = within(await screen.findByRole('table'));
    const rows = table.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows[1]).toEqual([english('field_primaryId'), english('popup_found_by_label'), english('popup_sure_high')]);
    expect(rows[2]).toEqual([english('field_role_name'), english('popup_not_found'), english('popup_teach')]);
    expect(screen.getByText(english('guidance_undecided_title', { count: 1 }))).toBeTruthy();
    expect(screen.getByText(english('rule_one_role_decides_title'), { selector: 'li' })).toBeTruthy();
  });

  test.each([
    ['no Alma page in front', undefined, 'popup_page_nobody'],
    ['an Alma page that is no user record', { ...userRecord, screen: 'none' }, 'popup_page_none'],
    ['a list of users', { ...userRecord, screen: 'user-list' }, 'popup_page_user_list'],
  ] as const)('with %s it says so kindly, and the rest works', async (_, page, text) => {
    open(page);
    expect(await screen.findByText(english(text))).toBeTruthy();
    expect(await screen.findByRole('textbox', { name: english('popup_check_label') })).toBeTruthy();
  });

  test.each([
    ['demo.alma.exlibrisgroup.com', 'guidance_production'],
    ['wrlc-gm-psb.alma.exlibrisgroup.com', 'guidance_sandbox'],
  ])('on %s it says whether that is a sandbox or production', async (host, text) => {
    open({ ...userRecord, host });
    expect(await screen.findByText(english(text))).toBeTruthy();
  });

  test('says that guidance was given up where Alma redraws without end', async () => {
    open({ ...userRecord, gaveUp: true });
    expect(await screen.findByText(english('popup_page_gave_up'))).toBeTruthy();
  });

  test('is asked before the policy, which is that of its host', async () => {
    const doors = open(userRecord);
    await waitFor(() => expect(doors.watchPolicy).toHaveBeenCalled());
    expect(doors.watchPolicy.mock.calls[0]?.[0]).toBe('demo.alma.exlibrisgroup.com');
  });
});

describe('a page that the browser translates', () => {
  test.each(['user-record', 'user-list'] as const)('is said to be so, with the way out: %s', async (kind) => {
    open({ ...userRecord, screen: kind, translated: true });
    const said = await screen.findByText(english('popup_page_translated'));
    expect(said.hasAttribute('data-translated')).toBe(true);
  });

  test('any other page is not', async () => {
    open({ ...userRecord, screen: 'user-list' });
    await screen.findByText(english('popup_page_user_list'));
    expect(document.querySelector('[data-translated]')).toBeNull();
  });
});

describe('a page that is no user record', () => {
  const rowsShown = async () =>
    within(await screen.findByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent));

  test('is checked for what speaks for one', async () => {
    open({ ...userRecord, screen: 'none', anchors: [], signs: ['tabs'] });
    expect(await rowsShown()).toEqual([
      [english('popup_sign_title'), english('popup_not_found')],
      [english('popup_sign_headerName'), english('popup_not_found')],
      [english('popup_sign_tabs'), english('popup_sign_found')],
      [english('popup_sign_pageName'), english('popup_not_found')],
      [english('popup_sign_entity'), english('popup_not_found')],
    ]);
  });

  test('as a list is checked for its columns, and what the marks leave out for want of one is told', async () => {
    open({ ...userRecord, screen: 'user-list', anchors: [], columns: ['name', 'active'] });
    const found = (await rowsShown()).filter(([, here]) => here === english('popup_sign_found')).map(([name]) => name);
    expect(found).toEqual([english('field_name'), english('field_status')]);
    const off = [...document.querySelectorAll<HTMLElement>('[data-off]')].map(({ dataset }) => dataset.off);
    expect(off).toEqual(['list-primaryId', 'list-expiryDate']);
  });
});

test('Page check says in which order the days of a date are read, and what tells it', async () => {
  const date = (field: string, days?: readonly string[]) =>
    ({ field, found: true, by: 'label', sure: 'high', ...(days && { days }) }) as const;
  open({
    ...userRecord,
    anchors: [date('expiryDate', ['mdy', 'title', 'getDateFormat()', 'setting']), date('purgeDate')],
  });
  const signs = ['title', 'getDateFormat()', english('popup_days_setting')];
  expect(await screen.findByText(english('popup_days_mdy', { signs }))).toBeTruthy();
  expect(screen.getByText(english('popup_days_untold'))).toBeTruthy();
});

describe('what was not found on the page', () => {
  const missing: PageDescription = {
    ...userRecord,
    tab: 7,
    anchors: [
      { field: 'userGroup', found: false, sure: 'low' },
      { field: 'status', found: false, by: 'taught', sure: 'high' },
      { field: 'roles', found: false, sure: 'low' },
    ],
  };
  const teachButtons = async () => {
    await screen.findByRole('table');
    return [...document.querySelectorAll<HTMLElement>('[data-teach]')];
  };

  test('can be shown: the page in its tab is asked to let the person point', async () => {
    const doors = open(missing);
    const buttons = await teachButtons();
    expect(buttons.map((button) => button.dataset.teach)).toEqual(['userGroup', 'status', 'role.name']);
    await userEvent.click(buttons[0] as HTMLElement);
    expect(doors.teach).toHaveBeenCalledWith(7, 'userGroup');
  });

  test('has a button for each field whose name begins with what stands on it, so that speech reaches it', async () => {
    open(missing);
    await teachButtons();
    const visible = english('popup_teach');
    const buttons = screen.getAllByRole('button', { name: (name) => name.startsWith(visible) });
    expect(buttons.map((button) => button.textContent)).toEqual([visible, visible, visible]);
    expect(new Set(buttons.map((button) => button.getAttribute('aria-label'))).size).toBe(3);
  });

  test('is told when the page shows no record any more', async () => {
    const doors = open(missing);
    doors.teach.mockResolvedValue(false);
    await userEvent.click((await teachButtons())[0] as HTMLElement);
    expect(await screen.findByText(english('popup_teach_failed'))).toBeTruthy();
  });

  test('cannot be shown where an administrator has set the places, and that is said', async () => {
    open(missing, chosen({}, { lockedKeys: ['taughtLocators'] }));
    expect(await screen.findByText(english('popup_teach_locked'))).toBeTruthy();
    expect(await teachButtons()).toEqual([]);
  });

  test('is called lost where somebody had shown it, with a way to the places', async () => {
    const doors = open(missing);
    const fields = [english('field_status')];
    expect(await screen.findByText(english('popup_lost', { fields, count: 1 }))).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: english('popup_lost_review') }));
    expect(doors.open).toHaveBeenCalledWith('options', 'pages');
  });

  test.each([
    ['roles', missing],
    ['place', { ...userRecord, noPlace: true }],
    [
      'identity',
      { ...userRecord, anchors: ['primaryId', 'name'].map((field) => ({ field, found: false, sure: 'low' })) },
    ],
  ] as const)('switches off what needs it, which is said once: %s', async (feature, page) => {
    open(page as PageDescription);
    expect(await screen.findAllByText(english(`popup_off_${feature}`))).toHaveLength(1);
    expect([...document.querySelectorAll<HTMLElement>('[data-off]')].map(({ dataset }) => dataset.off)).toEqual([
      feature,
    ]);
  });

  test('can be reported, also on a page that is no user record', async () => {
    const doors = open({ ...missing, screen: 'none', anchors: [] });
    await userEvent.click(await screen.findByRole('button', { name: english('popup_report') }));
    expect(doors.open).toHaveBeenCalledWith('report', '7');
  });
});

describe('check an identifier', () => {
  const check = async (identifier: string) => {
    await userEvent.type(await screen.findByRole('textbox', { name: english('popup_check_label') }), identifier);
    await userEvent.keyboard('{Enter}');
    return document.querySelector('.result');
  };

  test('the name of an institution that runs from right to left is shut in', async () => {
    const name = 'ספרייה ראשית';
    open(
      undefined,
      chosen({ institution: { name: null, prefixes: [] }, otherInstitutions: [{ name, prefixes: ['gm_'] }] }),
    );
    expect((await check('gm_kessler'))?.textContent).toContain(`\u2068${name}\u2069`);
  });

  test('a protected one is told not to be touched, and why', async () => {
    open(undefined);
    const result = await check(' EXL_impl ');
    expect(result?.getAttribute('data-protected')).toBe('yes');
    expect(result?.querySelector('[data-rule="ex-libris-account"]')?.textContent).toContain(
      english('rule_ex_libris_account_title'),
    );
  });

  test('an ordinary one is never called safe where name and group could still protect it', async () => {
    open(undefined);
    const result = await check('rkessler');
    expect(result?.getAttribute('data-protected')).toBe('cannot-tell');
    expect(result?.textContent).toContain(english('popup_check_open', { fields: [english('field_name')] }));
  });

  test('one is told to be unprotected where nothing but the identifier could protect it', async () => {
    open(undefined, chosen({ rules: { 'alma-administrator-account': 'off', 'pickup-location-account': 'off' } }));
    expect((await check('rkessler'))?.getAttribute('data-protected')).toBe('no');
  });

  test.each([
    ['own', 'gw_kessler', 'popup_check_prefix_own', {}],
    ['of another institution', 'gm_kessler', 'popup_check_prefix_other', { name: 'Example Two' }],
    ['of nobody', 'zz_kessler', 'popup_check_prefix_none', {}],
  ] as const)('a prefix %s is named', async (_, identifier, text, values) => {
    const otherInstitutions = [{ name: 'Example Two', prefixes: ['gm_'] }];
    open(undefined, chosen({ institution: { name: 'Example One', prefixes: ['gw_'] }, otherInstitutions }));
    expect((await check(identifier))?.textContent).toContain(english(text, values));
  });

  test('a consortium’s list of all members does not make the library another one', async () => {
    const otherInstitutions = [{ name: 'Example One', prefixes: ['gw_'] }];
    open(undefined, chosen({ institution: { name: 'example one', prefixes: [] }, otherInstitutions }));
    expect((await check('gw_kessler'))?.textContent).toContain(english('popup_check_prefix_unset'));
  });

  test('without prefixes in the options it says that the prefix was not checked', async () => {
    open(undefined);
    expect((await check('rkessler'))?.textContent).toContain(english('popup_check_prefix_unset'));
  });
});

describe('policy, review and rules', () => {
  test.each([
    [chosen({ name: 'WRLC' }), english('guidance_policy_chosen', { policy: 'WRLC' })],
    [
      chosen({ name: 'WRLC' }, { origin: 'suggested', suggestedBy: 'wrlc-gm.alma.exlibrisgroup.com' }),
      english('guidance_policy_suggested', { policy: 'WRLC', host: 'wrlc-gm.alma.exlibrisgroup.com' }),
    ],
    [chosen({ name: 'WRLC' }, { origin: 'managed' }), english('guidance_policy_managed', { policy: 'WRLC' })],
    [chosen({}, { origin: 'default' }), english('guidance_policy_default', { policy: 'Ex Libris basics' })],
  ])('the policy says where it comes from: %#', async (inForce, words) => {
    open(undefined, inForce);
    expect((await section('Policy in force')).getByText(words)).toBeTruthy();
  });

  test('what could not be used of the settings is listed', async () => {
    open(undefined, chosen({}, { problems: ['The role list is unknown.'], lockedKeys: ['roleList'] }));
    const policy = await section('Policy in force');
    expect(policy.getByText('The role list is unknown.')).toBeTruthy();
    expect(policy.getByText(english('popup_policy_locked', { count: 1 }))).toBeTruthy();
  });

  test.each([
    [null, 'unset'],
    ['2025-11-20', 'due'],
    ['2025-11-21', 'done'],
    ['2026-11-01', 'done'],
  ] as const)('with a last review on %s the reminder is "%s"', async (lastReview, state) => {
    open(undefined, chosen({ lastReview: lastReview as Day | null }));
    await section('Yearly review');
    expect(document.querySelector('[data-review]')?.getAttribute('data-review')).toBe(state);
  });

  test('every rule is listed with the severity that the policy gives it, and its sources', async () => {
    open(undefined, chosen({ rules: { 'one-role-decides': 'off', 'purge-date-due': 'stop' } }));
    await section('Yearly review');
    const rules = [...document.querySelectorAll('.rules > li')];
    expect(rules.map((rule) => rule.getAttribute('data-rule'))).toEqual(ruleCatalogue.map(({ id }) => id));
    expect(document.querySelector('[data-rule="one-role-decides"]')?.getAttribute('data-severity')).toBe('off');
    expect(document.querySelector('[data-rule="purge-date-due"]')?.textContent).toContain('Stop');
    expect(rules.every((rule) => rule.querySelectorAll('li').length > 0)).toBe(true);
  });

  test('every statement of the two documents that has its place here is said', async () => {
    open(undefined);
    await section('Yearly review');
    const said = new Set([...document.querySelectorAll('p')].map((paragraph) => paragraph.textContent));
    const here = seedStatements.flatMap(({ place }) =>
      'text' in place && place.surface === 'popup' ? [place.text] : [],
    );
    expect(here.length).toBeGreaterThan(0);
    expect(here.filter((text) => !said.has(english(text)))).toEqual([]);
  });

  test('its buttons open the options and the review', async () => {
    const doors = open(undefined);
    await userEvent.click(await screen.findByRole('button', { name: english('popup_review_open') }));
    expect(doors.open).toHaveBeenCalledWith('review');
    await userEvent.click(screen.getByRole('button', { name: english('popup_policy_change') }));
    expect(doors.open).toHaveBeenCalledWith('options');
  });

  test('the version is told', async () => {
    open(undefined);
    expect(screen.getByText(english('popup_version', { version: '1.2.3' }))).toBeTruthy();
  });
});
