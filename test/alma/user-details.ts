import type { Role } from '../../src/record/index.ts';
import { type Field, fieldRow, type PageButton, section } from './controls.ts';
import type { ExtraControl, Person, RoleColumn, UserDetailsPage, UserTab } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { type Cell, type List, type ListRow, list } from './list.ts';
import { type FieldKey, namingOf } from './naming.ts';
import { shownName } from './people.ts';
import { linkAbove, strayButton, strayMenu } from './platform.ts';
import { type Drawn, xmlOf } from './shell.ts';
import { listFilter, widget } from './skeleton/above.ts';
import { tabContent } from './user-tabs.ts';
import { shownDay, type Word, word } from './words.ts';

export const userTabs: readonly UserTab[] = [
  'general',
  'contact',
  'identifier',
  'notes',
  'blocks',
  'fines',
  'statistics',
  'attachments',
  'proxy',
  'history',
];

/** The User Details page with one of its tabs. */
export function drawUserDetails(page: UserDetailsPage): Drawn {
  const xml = namingOf(page.ids).tabXml(page.tab);
  return {
    xml: xmlOf(page, xml),
    title: word(page.language, 'userDetails'),
    buttons: buttons(page),
    content: () => [summary(page), tabs(page), ...(page.tab === 'general' ? general(page) : [tabContent(page)])],
    addressXml: xml,
    ...extras(page),
  };
}

/** Controls outside of the bar: in a narrow window's menu, in a dialog, in a menu of no known kind. */
export function extras({ extra }: Pick<UserDetailsPage, 'extra'>): Partial<Drawn> {
  if (extra.length === 0) return {};
  const at = (place: ExtraControl['at']) => extra.filter((control) => control.at === place);
  const dialog = at('dialog');
  return {
    narrow: at('narrow-bar').map(strayButton),
    beside: [
      html`<div class="formFoot">${at('form').map(strayButton)}</div>`,
      strayMenu(at('menu')),
      ...(dialog.length > 0 ? [html`<div class="modal in" role="dialog">${dialog.map(strayButton)}</div>`] : []),
    ],
  };
}

/** Synthetic but for the kind of ids; a Delete button is not documented for this page. */
function buttons(page: UserDetailsPage): PageButton[] {
  const say = (key: Word) => word(page.language, key);
  const all: PageButton[] = [{ k: 'cbuttonnavigationcancel', label: say('cancel'), does: 'go', to: 'user-list' }];
  if (page.deleteButton) all.push({ k: 'cbuttondelete', label: say('delete'), does: 'delete', hotkey: 'd' });
  if (!page.editable) all.push({ k: 'cuseropenForUpdate', label: say('openForUpdate'), does: 'go', to: 'update' });
  all.push({ k: 'cbuttonsave', label: say('save'), does: 'save', hotkey: 's' });
  return [...all, ...page.extra.filter(({ at }) => at === 'bar')];
}

/** The header above the tabs: the name's id was seen; the second places that disagree with the form are synthetic. */
function summary(page: UserDetailsPage): Html {
  const { person, ids, language } = page;
  const name =
    page.headerName &&
    html`<span${attributes({ id: ids === 'bare' ? null : 'pageBeanname', class: 'headline' })}>${shownName(person)}</span>`;
  const other =
    page.disagreement === 'identifier'
      ? { key: 'primaryId' as const, text: `other-${person.id}` }
      : page.disagreement === 'status'
        ? { key: 'status' as const, text: word(language, person.status === 'ACTIVE' ? 'INACTIVE' : 'ACTIVE') }
        : null;
  const second =
    other &&
    fieldRow(
      { ...page, editable: false },
      {
        path: `summary.${namingOf(ids).field[other.key]}`,
        label: word(language, other.key),
        text: other.text,
        section: 'summary',
      },
    );
  return html`<div class="summary">${name}${second}</div>`;
}

function tabs(page: UserDetailsPage): Html {
  const items = userTabs.map((tab) => {
    const isHere = tab === page.tab;
    const id = page.ids === 'bare' ? null : `cuseruser_detailswizard${tab}_span`;
    return html`<li${attributes({ id, class: isHere ? 'active' : null, role: 'presentation' })}><a${attributes({
      id: id && `A_NAV_LINK_${id}`,
      href: '#',
      role: 'tab',
      'aria-selected': String(isHere),
      'data-does': 'go',
      'data-to': `tab:${tab}`,
    })}>${word(page.language, tab)}</a></li>`;
  });
  return html`<ul class="nav nav-tabs" role="tablist">${items}</ul>`;
}

function general(page: UserDetailsPage): Html[] {
  const row = (field: Field) => fieldRow(page, field);
  const { person, language } = page;
  const all = [
    section(page, word(language, 'userInformation'), informationFields(page, person).map(row)),
    section(page, word(language, 'managementInformation'), managementFields(page, person).map(row)),
  ];
  if (page.otherPerson)
    all.push(section(page, word(language, 'proxy'), otherPersonFields(page, page.otherPerson).map(row)));
  // A vendor's contact has no area for roles (synthetic).
  if (person.recordType !== 'CONTACT') all.push(section(page, word(language, 'userRoles'), roles(page), 'rolesArea'));
  return all;
}

const fieldOf =
  (page: UserDetailsPage, sectionName: string) =>
  (key: FieldKey, text: string | null, other: Partial<Field> = {}): Field => ({
    path: namingOf(page.ids).field[key],
    label: word(page.language, key),
    text,
    section: sectionName,
    ...other,
  });

const coded = (page: UserDetailsPage, codes: readonly Word[]) => ({
  options: codes.map((code) => ({ code, text: word(page.language, code) })),
});

/** User groups of the invented institution, besides the person's own. */
const groupOptions = (person: Person) => ({
  options: [
    ...(person.userGroup ? [{ code: person.userGroup.code, text: person.userGroup.name }] : []),
    { code: 'VISITOR', text: 'Visitors' },
    { code: 'COMMUNITY', text: 'Community Borrowers' },
  ],
});

function informationFields(page: UserDetailsPage, person: Person): Field[] {
  const field = fieldOf(page, 'user_information');
  return [
    field('firstName', person.firstName),
    field('middleName', null),
    field('lastName', person.lastName, { required: true }),
    field('primaryId', person.id, { required: true }),
    field('title', null),
    field('pin', null),
    field('jobCategory', person.jobCategory),
    field('jobDescription', null),
    field('userGroup', person.userGroup?.name ?? null, { ...groupOptions(person), typed: true }),
    field('campus', null),
    field('language', 'English', { options: [{ code: 'en', text: 'English' }] }),
    field('birthDate', dayText(page, person.birthDate), { day: person.birthDate }),
  ];
}

function managementFields(page: UserDetailsPage, person: Person): Field[] {
  const field = fieldOf(page, 'user_management_information');
  const say = (key: Word) => word(page.language, key);
  return [
    field('accountType', say(person.accountType), { always: 'read-only' }),
    field('recordType', say(person.recordType), { ...coded(page, ['PUBLIC', 'STAFF', 'CONTACT']), radios: true }),
    field('status', say(person.status), { ...coded(page, ['ACTIVE', 'INACTIVE']), radios: true }),
    field('expiryDate', dayText(page, person.expiryDate), { day: person.expiryDate }),
    field('purgeDate', dayText(page, person.purgeDate), { day: person.purgeDate }),
    field('rsLibrary', null),
    field('institutionalRecord', null, { always: 'read-only' }),
  ];
}

/** Another person's fields under the same labels, in a part of their own (synthetic). */
function otherPersonFields(page: UserDetailsPage, person: Person): Field[] {
  const field = fieldOf(page, 'proxy');
  const fields = [
    field('primaryId', person.id, { always: 'read-only' }),
    field('status', word(page.language, person.status), { always: 'read-only' }),
    field('expiryDate', dayText(page, person.expiryDate), { always: 'read-only' }),
  ];
  return fields.map((each) => ({ ...each, path: `proxyFor.${each.path}` }));
}

const dayText = (page: UserDetailsPage, day: Person['expiryDate']): string | null =>
  day === null ? null : shownDay(day, page.dateFormat, page.language);

function roles(page: UserDetailsPage): Html {
  if (page.layout === '2026') return skeletonRoles(page);
  const above = html`<div class="upperActions"><a${attributes(aboveList(page, 'addRole', 'add-role'))}>${word(page.language, 'addRole')}</a> <a${attributes(
    aboveList(page, 'addFromProfiles', 'add-from-profiles'),
  )}>${word(page.language, 'addFromProfiles')}</a>${page.extra.filter(({ at }) => at === 'above-list').map((control) => linkAbove(namingOf(page.ids).roleList, control))}${roleFilter(page)}</div>`;
  const table = page.roleList.extent === 'not-drawn' ? null : list(roleTable(page));
  return html`${above}${page.roleForm && roleForm(page)}${table}`;
}

/** In the skeleton, links, their small form and the filter stand inside the list's own box. */
function skeletonRoles(page: UserDetailsPage): Html {
  if (page.roleList.extent === 'not-drawn') return html``;
  const { roleList: id } = namingOf(page.ids);
  const link = (key: 'addRole' | 'addFromProfiles', to: string) =>
    html`<li>${linkAbove(id, { k: key, label: word(page.language, key), does: 'go' }, to)}</li>`;
  const above = [
    link('addRole', 'add-role'),
    link('addFromProfiles', 'add-from-profiles'),
    ...page.extra.filter(({ at }) => at === 'above-list').map((control) => linkAbove(id, control)),
    ...(page.roleForm ? [widget(id, roleForm(page))] : []),
  ];
  return list({ ...roleTable(page), above, filters: [skeletonRoleFilter(page)] });
}

function skeletonRoleFilter(page: UserDetailsPage): Html {
  if (page.roleList.filter === 'link') return roleFilter(page);
  const shown = page.roleList.extent === 'filtered' ? (page.person.roles.at(-1)?.name ?? '') : null;
  return listFilter(page.ids, 'roleFilter', word(page.language, 'filter'), [
    { code: 'ALL', text: word(page.language, 'all'), chosen: shown === null },
    ...(shown === null ? [] : [{ code: '204', text: shown, chosen: true }]),
  ]);
}

const aboveList = (page: UserDetailsPage, key: string, to: string) => ({
  id: page.ids === 'bare' ? null : `ADD_HIDERADIO_up_${namingOf(page.ids).roleList}_${key}`,
  href: '#',
  'data-does': 'go',
  'data-to': to,
});

/** The documented role filter; its form and ids are synthetic. */
function roleFilter(page: UserDetailsPage): Html {
  const isFiltered = page.roleList.extent === 'filtered';
  const id = page.ids === 'bare' ? null : 'pageBeanroleFilter';
  const text = isFiltered ? (page.person.roles.at(-1)?.name ?? '') : word(page.language, 'all');
  if (page.roleList.filter === 'link')
    return html`<span class="filter"><a href="#" data-does="nothing">${word(page.language, 'filter')}: ${text}</a></span>`;
  return html`<label class="filter"><span>${word(page.language, 'filter')}</span> <select${attributes({
    id: id && `${id}_hiddenSelect`,
    name: id && 'pageBean.roleFilter',
  })}><option${attributes({ value: 'ALL', selected: !isFiltered })}>${word(page.language, 'all')}</option>${
    isFiltered && html`<option value="ONE" selected>${text}</option>`
  }</select></label>`;
}

/** A form of the list's own, with an empty expiry date and a status that are not the user's (synthetic). */
function roleForm(page: UserDetailsPage): Html {
  const naming = namingOf(page.ids);
  const field = (key: 'expiryDate' | 'status', text: string | null, other: Partial<Field> = {}) =>
    fieldRow(
      { ...page, editable: true },
      { path: `newRole.${naming.field[key]}`, label: word(page.language, key), text, section: 'new_role', ...other },
    );
  return html`<div class="inlineForm">${field('expiryDate', null, { day: null })}${field('status', word(page.language, 'INACTIVE'), coded(page, ['ACTIVE', 'INACTIVE']))}</div>`;
}

/** How many roles stand before the last page. */
const firstOfLastPage = ({ person, roleList }: UserDetailsPage): number =>
  Math.max(0, Math.ceil(person.roles.length / roleList.pageSize) - 1) * roleList.pageSize;

/** The roles that are on screen: all of them, one page, or what filter or search let through. */
export function rolesOnScreen(page: UserDetailsPage): readonly Role[] {
  const { roles: all } = page.person;
  switch (page.roleList.extent) {
    case 'whole':
      return all;
    case 'paged':
      return all.slice(0, page.roleList.pageSize);
    case 'last-page':
      return all.slice(firstOfLastPage(page));
    case 'filtered':
    case 'searched':
      return all.slice(-1);
    default:
      return [];
  }
}

const columnWords: Readonly<Record<RoleColumn, Word>> = {
  name: 'role',
  scope: 'scope',
  status: 'status',
  expiryDate: 'expiryDate',
  parameters: 'parameters',
};

function roleTable(page: UserDetailsPage): List {
  const naming = namingOf(page.ids);
  const { extent, columns, counter, pageSize } = page.roleList;
  const onScreen = rolesOnScreen(page);
  // What a filter or a search hides is not counted; that is why the counter alone does not tell a whole list.
  const total = extent === 'filtered' || extent === 'searched' ? onScreen.length : page.person.roles.length;
  const before = extent === 'last-page' ? firstOfLastPage(page) : 0;
  const pages = extent === 'paged' || extent === 'last-page' ? Math.ceil(total / pageSize) : 1;
  return {
    id: naming.roleList,
    look: page,
    columns: columns.map((column) => ({
      path: naming.roleColumn[column],
      label: word(page.language, columnWords[column]),
    })),
    rows: onScreen.map((role, n) => roleRow(page, role, n)),
    counter: counter
      ? { first: onScreen.length === 0 ? 0 : before + 1, last: before + onScreen.length, of: total }
      : null,
    pages,
    page: extent === 'last-page' ? pages : 1,
    pending: extent === 'no-rows-yet',
    found: extent === 'searched' ? (onScreen[0]?.name ?? '') : null,
    // Only the family of odd names has a dotted path, rows that can be moved and boxes to tick.
    ...(page.ids === 'unlike' ? { path: 'hfr.Privs', movable: true, selectable: page.layout === '2026' } : {}),
  };
}

function roleRow(page: UserDetailsPage, role: Role, n: number): ListRow {
  const say = (key: Word) => word(page.language, key);
  const own = page.ids === 'unlike' ? 'hfr.privs' : 'c.ui.table.btn';
  return {
    key: String(n + 1),
    cells: page.roleList.columns.map((column) => roleCell(page, role, column)),
    actions: [
      { key: `${own}.edit`, label: say('edit'), does: 'go', to: 'role-details' },
      { key: `${own}.duplicate`, label: say('duplicate'), does: 'duplicate' },
      { key: `${own}.${page.ids === 'unlike' ? 'rm' : 'delete'}`, label: say('remove'), does: 'remove-role' },
    ],
  };
}

function roleCell(page: UserDetailsPage, role: Role, column: RoleColumn): Cell {
  const { cell, status } = page.roleList;
  const statusText = word(page.language, role.status ?? 'ACTIVE');
  switch (column) {
    case 'name':
      return {
        text: role.name,
        shape: cell,
        ...(cell === 'link' ? { does: 'go', to: 'role-details' } : {}),
        popup: page.skeleton.popups === 'filled',
      };
    case 'scope':
      return { text: role.scope ?? null, shape: cell === 'shortened' ? 'shortened' : 'span' };
    case 'status':
      if (status === 'icon') return { text: statusText, shape: 'icon', on: role.status === 'ACTIVE' };
      return status === 'toggle'
        ? { text: word(page.language, 'active'), shape: 'switch', on: role.status === 'ACTIVE' }
        : { text: statusText };
    case 'expiryDate':
      return { text: dayText(page, role.expiryDate ?? null) };
    case 'parameters':
      return { text: null };
  }
}
