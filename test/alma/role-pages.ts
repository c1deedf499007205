import type { Role } from '../../src/record/index.ts';
import { type Field, fieldRow, type PageButton, section } from './controls.ts';
import type { RolePage } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { list } from './list.ts';
import { shownName } from './people.ts';
import { type Drawn, xmlOf } from './shell.ts';
import { shownDay, type Word, word } from './words.ts';

const titles: Readonly<Record<RolePage['screen'], Word>> = {
  'add-role': 'addNewRoles',
  'add-from-profiles': 'profilesList',
  'role-details': 'roleDetails',
};

/** Add New Roles, Profiles List and User Roles Details. Titles and purposes are documented; form and ids are synthetic. */
export function drawRolePage(page: RolePage): Drawn {
  const xml = page.ids === 'unlike' ? 'hfr.privs_edit.xml' : `user.user_roles_${page.screen.replaceAll('-', '_')}.xml`;
  return {
    xml: xmlOf(page, xml),
    addressXml: xml,
    title: word(page.language, titles[page.screen]),
    buttons: buttons(page),
    content: () => [header(page), content[page.screen](page)],
  };
}

const buttons = (page: RolePage): PageButton[] => [
  { k: 'cbuttonnavigationcancel', label: word(page.language, 'cancel'), does: 'go', to: 'record' },
  { k: 'cbuttonsave', label: word(page.language, 'save'), does: 'save', hotkey: 's' },
];

const header = (page: RolePage): Html =>
  html`<div class="summary">${
    page.headerName &&
    html`<span${attributes({ id: page.ids === 'bare' ? null : 'pageBeanname', class: 'headline' })}>${shownName(page.person)}</span>`
  }</div>`;

const content: Readonly<Record<RolePage['screen'], (page: RolePage) => Html>> = {
  'add-role': (page) => section(page, word(page.language, 'addRole'), chooser(page, page.roles), 'tabArea'),
  'add-from-profiles': (page) => section(page, word(page.language, 'addFromProfiles'), profiles(page), 'tabArea'),
  'role-details': (page) => section(page, word(page.language, 'roleDetails'), details(page)),
};

/** Roles to tick; a checkbox carries the role's code where there is one. */
function chooser(page: RolePage, roles: readonly Role[]): Html {
  return list({
    id: page.ids === 'unlike' ? 'hfrPrivKinds' : 'roleTypesList',
    look: page,
    columns: [{ path: page.ids === 'unlike' ? 'prv' : 'roleType', label: word(page.language, 'role') }],
    rows: roles.map((role, n) => ({ key: role.code ?? `r${n}`, cells: [{ text: role.name }], actions: [] })),
    counter: { first: 1, last: roles.length, of: roles.length },
    pages: 1,
    found: null,
    selectable: true,
  });
}

function profiles(page: RolePage): Html {
  const names = page.roles.map((role) => role.name).join(', ');
  return list({
    id: 'profilesList',
    look: page,
    columns: [
      { path: 'profile.name', label: word(page.language, 'name') },
      { path: 'profile.roles', label: word(page.language, 'role') },
    ],
    rows: [
      { key: '501', cells: [{ text: 'Front desk' }, { text: names }], actions: [] },
      { key: '502', cells: [{ text: 'Reader' }, { text: 'Patron' }], actions: [] },
    ],
    counter: { first: 1, last: 2, of: 2 },
    pages: 1,
    found: null,
    selectable: true,
  });
}

function details(page: RolePage): Html[] {
  const role = page.roles[0];
  const say = (key: Word) => word(page.language, key);
  const field = (
    key: 'role' | 'scope' | 'status' | 'expiryDate',
    path: string,
    text: string | null,
    other: Partial<Field> = {},
  ) =>
    fieldRow(
      { ...page, labels: 'for', editable: true },
      {
        path: page.ids === 'unlike' ? `hfrPriv.${path}` : `userRole.${key}`,
        label: say(key),
        text,
        section: 'role',
        ...other,
      },
    );
  const statuses = (['ACTIVE', 'INACTIVE'] as const).map((code) => ({ code, text: say(code) }));
  return [
    field('role', 'prv', role?.name ?? null, { always: 'read-only' }),
    field('scope', 'reach', role?.scope ?? null, { options: [{ code: '01EXAMPLE', text: role?.scope ?? '' }] }),
    field('status', 'onOff', say(role?.status ?? 'ACTIVE'), { options: statuses }),
    field('expiryDate', 'dtB', role?.expiryDate ? shownDay(role.expiryDate, page.dateFormat, page.language) : null),
  ];
}
