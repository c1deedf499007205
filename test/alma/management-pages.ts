import { type Field, fieldRow, type PageButton, pageButton, section, shapeOf } from './controls.ts';
import type { ManagementPage, Person } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { type ListRow, list } from './list.ts';
import { shownName } from './people.ts';
import { type Drawn, xmlOf } from './shell.ts';
import { type Word, word } from './words.ts';

interface Parts {
  readonly title: Word;
  readonly xml: string;
  readonly buttons: (page: ManagementPage) => PageButton[];
  readonly content: (page: ManagementPage) => Html[];
}

/** Purge, merge and reports. Fields and columns are documented; form and ids are synthetic but for those of Merge Users. */
export function drawManagementPage(page: ManagementPage): Drawn {
  const { title, xml, buttons, content } = parts[page.screen];
  return {
    xml: xmlOf(page, page.ids === 'unlike' ? `hfr.${xml.length}_page.xml` : xml),
    addressXml: xml,
    title: word(page.language, title),
    buttons: [back(page), ...buttons(page)],
    content: () => content(page),
  };
}

const back = (page: ManagementPage): PageButton => ({
  k: 'cbuttonnavigationback',
  label: word(page.language, 'back'),
  does: 'go',
  to: 'home',
});

const button =
  (k: string, label: Word, does: PageButton['does']) =>
  (page: ManagementPage): PageButton[] => [{ k, label: word(page.language, label), does }];

const parts: Readonly<Record<ManagementPage['screen'], Parts>> = {
  'purge-users': {
    title: 'purgeUsers',
    xml: 'user.purge_users.xml',
    buttons: () => [],
    content: (page) => [addJobLink(page), jobs(page)],
  },
  'purge-add-job': {
    title: 'purgeUsers',
    xml: 'user.purge_users.xml',
    buttons: () => [],
    content: (page) => [addJobLink(page), jobs(page), addJobDialog(page)],
  },
  'run-job-purge': {
    title: 'runJob',
    xml: 'jobs.run_job_parameters.xml',
    buttons: button('cbuttonsubmit', 'submit', 'run'),
    content: (page) => [section(page, word(page.language, 'purgeUsersJob'), runJobFields(page))],
  },
  'delete-user-policy': {
    title: 'deletePolicy',
    xml: 'configuration.delete_user_policy.xml',
    buttons: button('cbuttonsave', 'save', 'save'),
    content: (page) => [section(page, word(page.language, 'deletePolicy'), policyChoices(page), 'options')],
  },
  'merge-users': {
    title: 'mergeUsers',
    xml: 'user.merge_users.xml',
    buttons: button('cbuttonmerge', 'merge', 'merge'),
    content: (page) => [section(page, word(page.language, 'mergeUsers'), mergeFields(page))],
  },
  'staff-login-report': {
    title: 'staffLogin',
    xml: 'general.staff_login_report.xml',
    buttons: button('cbuttonexport', 'exportList', 'duplicate'),
    content: (page) => [staffLogins(page)],
  },
  'roles-report': {
    title: 'rolesReport',
    xml: 'user.roles_report.xml',
    buttons: button('cbuttonexport', 'exportList', 'duplicate'),
    content: (page) => [rolesReport(page)],
  },
};

const fieldIn = (
  page: ManagementPage,
  path: string,
  label: Word,
  text: string | null,
  other: Partial<Field> = {},
): Html =>
  fieldRow(
    { ...page, labels: 'for', editable: true },
    {
      path: page.ids === 'unlike' ? `hfrForm.f${path.length}${path.slice(-1)}` : path,
      label: word(page.language, label),
      text,
      section: 'parameters',
      ...other,
    },
  );

const addJobLink = (page: ManagementPage): Html =>
  html`<div class="upperActions"><a${attributes({
    id: page.ids === 'bare' ? null : 'ADD_HIDERADIO_up_jobList_addJob',
    href: '#',
    'data-does': 'go',
    'data-to': 'purge-add-job',
  })}>${word(page.language, 'addJob')}</a></div>`;

const jobs = (page: ManagementPage): Html =>
  list({
    id: 'jobList',
    look: page,
    columns: [
      { path: 'job.name', label: word(page.language, 'name') },
      { path: 'job.startDate', label: word(page.language, 'startDate') },
    ],
    rows: [{ key: '1', cells: [{ text: word(page.language, 'purgeUsers') }, { text: '2026-09-01' }], actions: [] }],
    counter: { first: 1, last: 1, of: 1 },
    pages: 1,
    found: null,
  });

/** The dialog as documented: the user group is asked for only after a record type has been chosen. */
function addJobDialog(page: ManagementPage): Html {
  const say = (key: Word) => word(page.language, key);
  const { days, recordType, userGroup, waiveThreshold } = page.purge;
  const recordTypes = (['PUBLIC', 'STAFF', 'CONTACT'] as const).map((code) => ({ code, text: say(code) }));
  const groups = ['Undergraduate', 'Staff', 'Visitors'].map((text) => ({ code: text.toUpperCase(), text }));
  const footer = [
    pageButton(
      page.ids,
      { k: 'cbuttonnavigationcancel', label: say('cancel'), does: 'go', to: 'purge-users' },
      shapeOf(page),
    ),
    pageButton(page.ids, { k: 'cbuttonaddJob', label: say('addJob'), does: 'run' }, shapeOf(page)),
  ];
  return html`<div class="modal in addJob" role="dialog"><div class="modal-content"><h3 class="modal-title">${say('addJob')}</h3>${fieldIn(
    page,
    'purge.numberOfDaysAfterPurgeDate',
    'purgeDays',
    days,
  )}${fieldIn(page, 'purge.userRecordType', 'userRecordType', recordType && say(recordType), {
    options: recordTypes,
    postsBack: 'record-type',
  })}${recordType !== '' && fieldIn(page, 'purge.userGroup', 'userGroup', userGroup, { options: groups })}${fieldIn(
    page,
    'purge.waiveThreshold',
    'waiveThreshold',
    waiveThreshold,
  )}<div class="modal-footer">${footer}</div></div></div>`;
}

const runJobFields = (page: ManagementPage): Html[] => [
  fieldIn(page, 'job.name', 'name', word(page.language, 'purgeUsersJob'), { always: 'read-only' }),
  fieldIn(page, 'job.setName', 'set', 'Left before 2025', { always: 'read-only' }),
  fieldIn(page, 'job.setMembers', 'count', String(page.people.length), { always: 'read-only' }),
  fieldIn(page, 'job.waiveThreshold', 'waiveThreshold', page.purge.waiveThreshold),
];

const policyWords = {
  'fully-reportable': 'keepReportable',
  statistics: 'keepStatistics',
  'fully-remove': 'fullyRemove',
} as const;

function policyChoices(page: ManagementPage): Html[] {
  return Object.entries(policyWords).map(([policy, label], n) => {
    const id = `pageBeandeleteUserPolicy${n}`;
    return html`<div class="row"><label for="${id}"><span class="displayTableCell verticalMiddle">${word(page.language, label)}</span></label><input${attributes(
      {
        id,
        type: 'radio',
        name: 'pageBean.deleteUserPolicy',
        value: policy.toUpperCase().replace('-', '_'),
        checked: page.deletePolicy === policy,
      },
    )}></div>`;
  });
}

/** The two users, whose fields were seen, and one option as the page was seen to have (the label is clicked, not the box). */
function mergeFields(page: ManagementPage): Html[] {
  const text = (person: Person | undefined) => (person ? `${shownName(person)} (${person.id})` : null);
  const field = (path: string, label: Word, person: Person | undefined) =>
    html`${fieldRow(
      { ...page, labels: 'for', editable: true },
      { path, label: word(page.language, label), text: text(person), section: 'merge' },
    )}<a${attributes({ id: page.ids === 'bare' ? null : `PICKUP_ID_pageBean${path}`, href: '#', 'data-does': 'go', 'data-to': 'pick-list' })}>…</a>`;
  return [
    field('displayNameOfFromUserOrUserIdendifier', 'fromUser', page.people[0]),
    field('displayNameOfToUserOrUserIdendifier', 'toUser', page.people[1]),
    html`<div class="row"><input type="checkbox" id="mergeOption0" value="PARAM_ROLES"><label for="mergeOption0">${word(page.language, 'userRoles')}</label></div>`,
  ];
}

function report(
  page: ManagementPage,
  id: string,
  columns: readonly { path: string; label: Word }[],
  rows: readonly ListRow[],
): Html {
  const onScreen = rows.slice(0, page.pageSize);
  return list({
    id,
    look: page,
    columns: columns.map(({ path, label }) => ({ path, label: word(page.language, label), sortable: true })),
    rows: onScreen,
    counter: { first: Math.min(1, onScreen.length), last: onScreen.length, of: rows.length },
    pages: Math.ceil(rows.length / page.pageSize),
    found: null,
  });
}

/** User Name is the primary identifier; a login outside the retention window is a `-`. */
const staffLogins = (page: ManagementPage): Html =>
  report(
    page,
    page.ids === 'unlike' ? 'hfrVisits' : 'staffLoginReportList',
    [
      { path: 'userName', label: 'userName' },
      { path: 'lastLogin', label: 'lastLogin' },
    ],
    page.people.map((person, n) => ({
      key: String(n + 1),
      cells: [{ text: person.id }, { text: n % 3 === 0 ? null : `2026-11-${String((n % 20) + 1).padStart(2, '0')}` }],
      actions: [],
    })),
  );

const rolesReport = (page: ManagementPage): Html =>
  report(
    page,
    page.ids === 'unlike' ? 'hfrPrivReport' : 'rolesReportList',
    [
      { path: 'userName', label: 'userName' },
      { path: 'roleType', label: 'role' },
      { path: 'scope.name', label: 'scope' },
      { path: 'roleStatus', label: 'status' },
    ],
    page.people.flatMap((person, n) =>
      person.roles.map((role, m) => ({
        key: `${n + 1}_${m}`,
        cells: [
          { text: person.id },
          { text: role.name },
          { text: role.scope ?? null },
          { text: word(page.language, role.status ?? 'ACTIVE') },
        ],
        actions: [],
      })),
    ),
  );
