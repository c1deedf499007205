// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { GuidedScreen } from '../../src/alma/screen.ts';
import { adviceFor } from '../../src/guidance/page-guide.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { caseOf } from '../alma/cases.ts';
import { type AlmaPage, type ManagementPage, managementPage, type Person } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { word } from '../alma/words.ts';
import { english } from '../guidance/english.ts';
import { guidedNow, guidedOn } from './guided-on.ts';

const base = policies.base as Policy;

function adviceOf(screen: GuidedScreen | undefined, policy: Policy = base, language = 'en') {
  if (!screen) throw new Error('The page was not recognised.');
  return adviceFor(screen, { policy, today: '2026-11-21' as never, say: english, language });
}

const about = (page: AlmaPage, policy?: Policy): string[] =>
  adviceOf(guidedOn(page), policy).map((advice) => advice.about);

const severities = (page: AlmaPage): string[] =>
  adviceOf(guidedOn(page)).map((advice) => `${advice.severity} ${advice.about}`);

const filled = { days: '30', recordType: 'STAFF', userGroup: 'Visitors', waiveThreshold: '1' } as const;
const job = (purge: Partial<ManagementPage['purge']>, other: Partial<ManagementPage> = {}) =>
  managementPage('purge-add-job', { purge: { ...filled, ...purge }, ...other });

describe('the form of a purge', () => {
  test('gives no cause for advice when everything is filled in', () => {
    expect(about(job({}))).toEqual([]);
  });

  test.each([
    ['0 days', { days: '0' }, ['warn job_days']],
    ['00 days', { days: '00' }, ['warn job_days']],
    ['10 days', { days: '10' }, []],
    ['no record type, and so no user group to choose', { recordType: '', userGroup: '' }, ['warn job_recordType']],
    ['no user group', { userGroup: '' }, ['warn job_userGroup']],
    ['no waive threshold', { waiveThreshold: '' }, ['note job_waiveThreshold']],
    ['a waive threshold of 0', { waiveThreshold: '0' }, ['note job_waiveThreshold']],
  ] as const)('%s', (_, purge, expected) => {
    expect(severities(job(purge))).toEqual(expected);
  });

  test('as it opens: 0 days, nothing chosen', () => {
    expect(about(caseOf('purge-add-job-2022').description)).toEqual([
      'job_days',
      'job_recordType',
      'job_waiveThreshold',
    ]);
  });

  test.each(['en', 'de', 'fr', 'es', 'it'] as const)('is read in %s', (language) => {
    const names = { en: 'Staff', de: 'Mitarbeiter', fr: 'Professionnel', es: 'Personal', it: 'Personale' };
    expect(word(language, 'STAFF')).toBe(names[language]);
    expect(about(job({ days: '0' }, { language }))).toEqual(['job_days']);
  });

  test.each(['unlike', 'bare'] as const)('is read with %s ids, by its labels', (ids) => {
    expect(about(job({ days: '0' }, { ids }))).toContain('job_days');
  });

  test('follows what is typed', () => {
    expect(about(job({}))).toEqual([]);
    const days = document.querySelector<HTMLInputElement>('[id$="DaysAfterPurgeDate"]');
    if (days) days.value = '0';
    expect(adviceOf(guidedNow()).map((advice) => advice.about)).toEqual(['job_days']);
  });

  test('says that it is not read as a whole when a label is another, or stands there twice', () => {
    guidedOn(job({}));
    const label = document.querySelector('label[for$="waiveThreshold"]');
    label?.setAttribute('for', 'elsewhere');
    if (label) label.textContent = 'Something else';
    expect(adviceOf(guidedNow()).map((advice) => advice.about)).toEqual(['job_unread']);
  });

  test('says that it is not read as a whole when a combo box shows another choice than the list behind it', () => {
    guidedOn(job({}));
    const shown = document.querySelector<HTMLInputElement>('[id$="userRecordType"]');
    if (shown) shown.value = 'Public';
    expect(adviceOf(guidedNow()).map((advice) => advice.about)).toEqual(['job_unread']);
  });

  test('is not open on the list of runs', () => {
    expect(guidedOn(managementPage('purge-users'))?.fields).toEqual({});
  });

  test('a job on a set is asked for its waive threshold alone', () => {
    const page = (waiveThreshold: string) => managementPage('run-job-purge', { purge: { ...filled, waiveThreshold } });
    expect(about(page('0'))).toEqual(['job_waiveThreshold']);
    expect(about(page('1'))).toEqual([]);
  });
});

describe('the Delete User Policy', () => {
  test.each([
    ['fully-reportable', 'note policy_fully_reportable'],
    ['statistics', 'note policy_statistics'],
    ['fully-remove', 'warn policy_fully_remove'],
  ] as const)('%s', (deletePolicy, expected) => {
    expect(severities(managementPage('delete-user-policy', { deletePolicy }))).toEqual([expected]);
  });

  test('is not guessed when none is chosen, or two are', () => {
    guidedOn(managementPage('delete-user-policy'));
    for (const radio of document.querySelectorAll<HTMLInputElement>('[type="radio"]')) radio.checked = false;
    expect(adviceOf(guidedNow()).map((advice) => advice.about)).toEqual(['policy_unread']);
    for (const radio of document.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
      radio.removeAttribute('name');
      radio.checked = true;
    }
    expect(adviceOf(guidedNow()).map((advice) => advice.about)).toEqual(['policy_unread']);
  });
});

describe('a merge', () => {
  const merging = (...pair: Person[]) => managementPage('merge-users', { people: pair });

  test('into or from an Ex Libris account is stopped in words, by its rule', () => {
    for (const pair of [
      [people.exLibrisAccount, people.namedUser],
      [people.namedUser, people.exLibrisAccount],
    ] as const) {
      const found = adviceOf(guidedOn(merging(...pair)));
      expect(found.filter(({ severity }) => severity === 'stop').map(({ rule }) => rule)).toEqual([
        'ex-libris-account',
      ]);
    }
  });

  test('of two others gives no cause, and no all-clear either', () => {
    expect(about(merging(people.ordinaryPatron, people.namedUser))).toEqual([]);
    expect(about(managementPage('merge-users'))).toEqual([]);
  });

  test('without an identifier could not be checked', () => {
    guidedOn(merging(people.ordinaryPatron, people.namedUser));
    const field = document.querySelector<HTMLInputElement>('[id*="OfFromUser"]');
    if (field) field.value = 'Hollowell, Maren';
    expect(adviceOf(guidedNow()).map((advice) => advice.about)).toEqual(['merge_unread']);
  });

  test('with an account of the consortium, by the policy in force', () => {
    const policy: Policy = {
      ...base,
      protectedAccounts: [{ match: 'prefix', value: 'net_', label: 'Network', counts: false, source: 'trial' }],
    };
    const other = { ...people.namedUser, id: 'net_demo' };
    expect(about(merging(people.ordinaryPatron, other))).toEqual([]);
    expect(about(merging(people.ordinaryPatron, other), policy)).toEqual(['consortium-account']);
  });
});

describe('reports', () => {
  const staff = people.crowd(30);
  const exl = staff.filter(({ id }) => id?.startsWith('exl_')).length;
  const counts = (page: AlmaPage, policy?: Policy) =>
    Object.fromEntries(adviceOf(guidedOn(page), policy).map((advice) => [advice.about, advice.text]));

  test('the Staff Login Report is counted when all of it is on screen', () => {
    expect(exl).toBeGreaterThan(0);
    const found = counts(managementPage('staff-login-report', { people: staff, pageSize: 100 }));
    expect(found).toEqual({
      report_whole: english('guide_report_whole', { count: 30 }),
      logins_counted: english('guide_logins_counted', { count: 30 - exl }),
      logins_blank: english('guide_logins_blank', { count: 10 }),
    });
  });

  test('other protected accounts are left out in a line of their own', () => {
    const rialto = staff
      .slice(0, 3)
      .map((person, n) => ({ ...person, id: ['rialto_a', 'leganto_guest', 'x1'][n] ?? null }));
    const found = counts(managementPage('staff-login-report', { people: rialto, pageSize: 100 }));
    expect(found.logins_counted).toBe(english('guide_logins_counted', { count: 3 }));
    expect(found.logins_unprotected).toBe(english('guide_logins_unprotected', { count: 1 }));
  });

  test('a part of it is called a part, and nothing is counted', () => {
    const found = counts(managementPage('staff-login-report', { people: staff, pageSize: 10 }));
    expect(found).toEqual({ report_part: english('guide_report_part', { count: 10, total: 30 }) });
  });

  test.each([
    ['new', 'without its counter', () => takeAway('.listNumOfRecords')],
    [
      'new',
      'with something in its search field',
      () => document.querySelector('[id^="find_"]')?.setAttribute('value', 'hollowell'),
    ],
    ['new', 'with a row that cannot be read', () => emptied('tbody td')],
    ['new', 'with further pages', () => document.querySelector('.listContainer')?.append(pager())],
    ['2026', 'without its counter and its hidden number', () => takeAway('.listNumOfRecords,.recordCount')],
    ['2026', 'with a hidden number of more', () => said('[id$="_record_count"]', '31')],
    ['2026', 'with a row that cannot be read', () => emptied('tbody td[id*="_COL_userName"]')],
    ['2026', 'with further pages', () => document.querySelector('.almaList')?.append(pager())],
  ] as const)('in the layout %s, %s nothing is counted', (layout, _, change) => {
    guidedOn(managementPage('staff-login-report', { people: staff, pageSize: 100, layout }));
    change();
    expect(adviceOf(guidedNow()).map((advice) => advice.about)).toEqual(['report_unsure']);
  });

  test('the Roles Report counts users with a role that counts', () => {
    const some = [people.namedUser, people.ordinaryPatron, people.studentWithStaffRoles];
    const found = counts(managementPage('roles-report', { people: some, pageSize: 100 }));
    const rows = some.flatMap(({ roles }) => roles).length;
    expect(found).toEqual({
      report_whole: english('guide_report_whole', { count: rows }),
      roles_counting: english('guide_roles_counting', { count: 2 }),
    });
  });
});

function takeAway(selector: string): void {
  for (const each of document.querySelectorAll(selector)) each.remove();
}

const emptied = (selector: string): void => document.querySelector(selector)?.replaceChildren();

const said = (selector: string, text: string): void => document.querySelector(selector)?.replaceChildren(text);

function pager(): Element {
  const list = document.createElement('ul');
  list.id = 'PAGING_UL_down';
  for (const text of ['1', '2']) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.textContent = text;
    item.append(link);
    list.append(item);
  }
  return list;
}
