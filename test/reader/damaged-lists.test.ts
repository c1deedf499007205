// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Action, freshMemory, recogniseAction } from '../../src/alma/actions/index.ts';
import { grammar } from '../../src/alma/markup/grammar.ts';
import { readGuidedPage } from '../../src/alma/pages/guided-pages.ts';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import type { GuidedFields, Screen, UserRow } from '../../src/alma/screen.ts';
import { reportPage } from '../../src/alma/teaching/page-report.ts';
import type { UserFields } from '../../src/record/index.ts';
import { isProtected, policies } from '../../src/rules/index.ts';
import {
  type AlmaPage,
  type Look,
  type ManagementPage,
  managementPage,
  type Person,
  type RolePage,
  rolePage,
  type UserListPage,
  userList,
} from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import * as people from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { peopleOnScreen } from '../alma/user-list.ts';
import { word } from '../alma/words.ts';
import { columns } from './actions-on.ts';
import { damage, randomFrom } from './damage.ts';
import { chooseOptions, showPage } from './show-page.ts';

const options = { dateOrder: 'auto', taughtLocators: [] } as const;
const timesEach = 15;

const { namedUser, ordinaryPatron, exLibrisAccount, shownName } = people;
const listed: readonly Person[] = [
  ordinaryPatron,
  exLibrisAccount,
  namedUser,
  people.inactiveStaff,
  people.awkwardName,
];
const purge = { days: '30', recordType: 'STAFF', userGroup: 'Visitors', waiveThreshold: '1' } as const;
const merged = [exLibrisAccount, namedUser];
/** What is ticked on the pages of roles to choose from; of the profiles one that has the Patron role alone. */
const ticked = { 'add-role': ['Cataloger', 'Selector'], 'add-from-profiles': ['Reader'] } as const;
const tickedRoles = { 'add-role': ticked['add-role'], 'add-from-profiles': ['Patron'] } as const;

const list = (look: Partial<UserListPage> = {}) => userList(listed, { columns, ...look });
const reportOf = (look: Partial<ManagementPage> = {}) =>
  managementPage('staff-login-report', { people: listed, pageSize: 100, ...look });
const roleDetails = (look: Partial<Look> = {}) =>
  rolePage('role-details', namedUser, namedUser.roles.slice(4, 5), look);

const of2026: Readonly<Record<string, AlmaPage>> = {
  list: list(),
  'list-de-old': list({ language: 'de', layout: 'old' }),
  'list-unlike-fr': list({ ids: 'unlike', language: 'fr' }),
  'list-paged': list({ pageSize: 3, page: 2 }),
  'list-without-id': list({ columns: columns.filter((column) => column !== 'id') }),
  'purge-form': managementPage('purge-add-job', { purge }),
  'purge-form-de': managementPage('purge-add-job', { purge, language: 'de' }),
  'purge-form-unlike': managementPage('purge-add-job', { purge, ids: 'unlike' }),
  'purge-job': managementPage('run-job-purge', { people: listed, purge }),
  merge: managementPage('merge-users', { people: merged }),
  'merge-fr-old': managementPage('merge-users', { people: merged, language: 'fr', layout: 'old' }),
  'merge-unlike': managementPage('merge-users', { people: merged, ids: 'unlike' }),
  logins: reportOf(),
  'logins-paged': reportOf({ pageSize: 3 }),
  'logins-unlike': reportOf({ ids: 'unlike', layout: 'old' }),
  'roles-to-add': rolePage('add-role', ordinaryPatron, offeredRoles),
  'roles-to-add-unlike': rolePage('add-role', ordinaryPatron, offeredRoles, { ids: 'unlike' }),
  'profiles-to-add': rolePage('add-from-profiles', ordinaryPatron, offeredRoles.slice(0, 3)),
  'role-details': roleDetails(),
  'role-details-es': roleDetails({ language: 'es', ids: 'unlike' }),
};

/** Each page in the skeleton of 2026, and again in the layout before. */
const pages: Readonly<Record<string, AlmaPage>> = {
  ...of2026,
  ...Object.fromEntries(
    Object.entries(of2026).flatMap(([id, page]) =>
      page.layout === '2026' ? [[`${id}-2022`, { ...page, layout: 'new' }]] : [],
    ),
  ),
};

const markup = () => document.documentElement.outerHTML;

/** What a cell or a field may be read as: its own value, or nothing where its text is gone and its element still there. */
const isOneOf = (found: unknown, right: readonly unknown[]): boolean => found === null || right.includes(found);

/** What a row may say of its person, field by field. */
const rightOf = (person: Person): { readonly [F in keyof UserFields]?: unknown } => ({
  primaryId: person.id,
  name: shownName(person),
  accountType: person.accountType,
  recordType: person.recordType,
  status: person.status,
  userGroup: person.userGroup?.name ?? null,
  expiryDate: person.expiryDate,
});

const fieldsAgainst = ({ record }: UserRow, person: Person): string[] => {
  const right = rightOf(person);
  return (Object.keys(record) as (keyof UserFields)[]).filter((field) => {
    const reading = record[field];
    return reading.state === 'read' && !isOneOf(reading.value, [right[field]]);
  });
};

/** Fields of rows that are not those of the row's person; a copy of a row may be anybody's on the page. */
function wrongInRows(rows: readonly UserRow[], owners: ReadonlyMap<Element, Person>): string[] {
  return rows.flatMap((row) => {
    const owner = owners.get(row.element);
    const against = (owner ? [owner] : [...owners.values()]).map((person) => fieldsAgainst(row, person));
    return against.toSorted((one, other) => one.length - other.length)[0] ?? ['a row of nobody'];
  });
}

/** Values of a guided page's fields that are not those of the page. */
function wrongInFields(fields: GuidedFields, page: ManagementPage | RolePage): string[] {
  const { job = {}, merged: users = [], report, roles = [] } = fields;
  const choices: Readonly<Record<string, string>> =
    page.screen === 'purge-add-job' ? { ...purge, recordType: word(page.language, 'STAFF') } : purge;
  return [
    ...Object.entries(job).filter(([field, text]) => text !== '' && text !== choices[field]),
    ...users.filter(({ primaryId, name }, n) => {
      const person = merged[n];
      const isRight = (reading: typeof name | typeof primaryId, right: unknown) =>
        reading.state === 'unread' || isOneOf(reading.value, [right]);
      return !person || !isRight(primaryId, person.id) || !isRight(name, shownName(person));
    }),
    ...('people' in page ? wrongInReport(report, page) : []),
    ...(fields.profiles ?? []).filter((name) => name !== ticked['add-from-profiles'][0]),
    ...roles.filter(({ name, status, expiryDate }) => {
      if (!('roles' in page)) return true;
      const role = page.roles.find((each) => each.name === name);
      if (page.screen !== 'role-details') return !tickedRoles[page.screen].some((each) => each === name);
      return !role || !isOneOf(status ?? null, [role.status]) || !isOneOf(expiryDate ?? null, [role.expiryDate]);
    }),
  ].map((each) => JSON.stringify(each));
}

function wrongInReport(report: GuidedFields['report'], { people: users, pageSize }: ManagementPage): unknown[] {
  if (!report) return [];
  const onScreen = users.slice(0, pageSize).map((person, n) => ({
    user: person.id,
    lastLogin: n % 3 === 0 ? '' : `2026-11-${String((n % 20) + 1).padStart(2, '0')}`,
  }));
  const wrong = report.rows.filter(
    ({ user, lastLogin }) =>
      !onScreen.some((row) => row.user === user && (lastLogin === '' || row.lastLogin === lastLogin)),
  );
  return report.whole && report.rows.length !== users.length ? [...wrong, 'not whole'] : wrong;
}

function recognised(target: Element, screen: Screen | undefined): Action | undefined {
  return recogniseAction(target, {
    document,
    screen,
    memory: freshMemory(),
    flipped: false,
    isProtected: (record) => isProtected(record, policies.base) === 'yes',
    isPatron: () => 'no',
  });
}

/** What every control of the page would do to somebody. */
const actionsOn = (screen: Screen | undefined): Action[] =>
  [...document.querySelectorAll('a,button,input,[data-does]')].flatMap((control) => recognised(control, screen) ?? []);

/** Actions of a row's controls that would be told to be about somebody else. */
function wrongSubjects(actions: readonly Action[], owners: ReadonlyMap<Element, Person>): string[] {
  return actions.flatMap(({ kind, control, subject }) => {
    const owner = owners.get(control.closest('tr') ?? control);
    const name = subject.tied ? subject.records[0]?.name : undefined;
    const isAnother = owner && name?.state === 'read' && name.value !== null && name.value !== shownName(owner);
    return isAnother ? [`${kind} of ${shownName(owner)} as ${name.value}`] : [];
  });
}

/** Words of Alma's own, in identifiers and names of the people here. */
const almaWords = /^(libris|staff)$/i;

const personal = [...new Set([...listed, ordinaryPatron])]
  .flatMap(({ id, firstName, lastName }) => [
    id ?? '',
    id?.split('@')[0] ?? '',
    ...`${firstName} ${lastName}`.split(/[^\p{L}]+/u),
  ])
  .filter((value) => value.length > 2 && !almaWords.test(value))
  .map((value) => value.toLowerCase());

function tick(page: AlmaPage): void {
  if (page.screen !== 'add-role' && page.screen !== 'add-from-profiles') return;
  for (const row of document.querySelectorAll('tbody tr')) {
    const box = row.querySelector<HTMLInputElement>('[type="checkbox"]');
    if (box && ticked[page.screen].some((name) => row.textContent?.includes(name))) box.setAttribute('checked', '');
  }
}

describe('damaged lists and pages with a guide', () => {
  const tally = { pages: 0, recognised: 0, rows: 0, cells: 0, fields: 0, actions: 0 };

  beforeAll(() => expect(Object.keys(pages).length * timesEach).toBeGreaterThanOrEqual(300));

  afterAll(() => {
    console.info(`Damaged lists and guided pages: ${JSON.stringify(tally)}`);
    expect(tally.recognised).toBeGreaterThan(200);
    expect(tally.cells).toBeGreaterThan(1000);
    expect(tally.actions).toBeGreaterThan(300);
    expect(tally.fields).toBeGreaterThan(100);
  });

  test.each(Object.entries(pages))(
    '%s: never read wrong, never changed, nobody named in the report',
    (id, page) => {
      const random = randomFrom([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 11));
      showPage(document, render(page, id), addressOf(page, id));
      tick(page);
      const whole = markup();
      const root = document.querySelector('#fullPageContent') ?? document.querySelector('form') ?? document.body;
      const onScreen = page.screen === 'user-list' ? peopleOnScreen(page) : [];
      const drawn = [...document.querySelectorAll('tbody tr')];
      const owners = new Map(onScreen.flatMap((person, n) => (drawn[n] ? [[drawn[n], person] as const] : [])));
      for (let time = 0; time < timesEach; time++) {
        // Most of a page is not what is read of it: every other damage is done to the list itself.
        const part = time % 2 === 0 ? root : (root.querySelector('table') ?? root);
        const mend = damage(part, 1 + (time % 3), random, false);
        chooseOptions(document);
        const before = markup();
        const userRows = readUserList(document, () => options);
        const rows = userRows?.rows() ?? [];
        const guided = readGuidedPage(document, options);
        const screen = userRows ?? guided;
        const actions = actionsOn(screen);
        tally.pages += 1;
        tally.actions += actions.length;
        tally.recognised += screen ? 1 : 0;
        tally.rows += rows.length;
        tally.cells += rows
          .flatMap(({ record }) => Object.values(record))
          .filter((reading) => 'state' in reading && reading.state === 'read').length;
        const { job = {}, merged: users = [], report, roles = [] } = guided?.fields ?? {};
        tally.fields += Object.keys(job).length + users.length + (report?.rows.length ?? 0) + roles.length;
        const wrong = [
          ...(page.screen === 'user-list' ? wrongInRows(rows, owners) : []),
          ...(guided && ('people' in page || 'roles' in page) && page.screen !== 'user-list'
            ? wrongInFields(guided.fields, page)
            : []),
          ...wrongSubjects(actions, owners),
        ];
        expect(wrong, wrong.length > 0 ? root.outerHTML : '').toEqual([]);
        const told = reportPage(document, grammar).join('\n').toLowerCase();
        expect(personal.filter((value) => told.includes(value))).toEqual([]);
        expect(markup()).toBe(before);
        mend();
        chooseOptions(document);
      }
      expect(markup()).toBe(whole);
    },
    60_000,
  );
});

describe('a page that is half drawn anew', () => {
  const show = (page: AlmaPage) => showPage(document, render(page, 'trial'), addressOf(page, 'trial'));

  test('with the headers of a report in another order than its cells: the cells say whose they are', () => {
    show(reportOf());
    const before = readGuidedPage(document, options)?.fields.report?.rows;
    const headers = document.querySelector('thead tr');
    headers?.prepend(headers.lastElementChild ?? '');
    expect(before?.[1]).toEqual({ user: exLibrisAccount.id, lastLogin: '2026-11-02' });
    expect(readGuidedPage(document, options)?.fields.report?.rows).toEqual(before);
  });

  test('with two fields for one side of a merge: neither is believed, and the merge is asked about', () => {
    show(managementPage('merge-users', { people: [ordinaryPatron, namedUser] }));
    const field = document.querySelector('[id*="OfToUser" i]');
    const other = Object.assign(document.createElement('span'), { id: field?.id, textContent: 'Back' });
    const merge = document.querySelector('[data-does="merge"]');
    if (!field || !merge) throw new Error('no merge');
    expect(recognised(merge, undefined)).toBeUndefined();
    field.before(other);
    expect(readGuidedPage(document, options)?.fields.merged?.[1]?.primaryId.state).toBe('unread');
    expect(recognised(merge, undefined)).toMatchObject({ kind: 'merge-protected' });
    other.textContent = `${shownName(namedUser)} (${namedUser.id})`;
    expect(recognised(merge, undefined)).toBeUndefined();
  });
});
