import { type PageButton, pageButton, shapeOf } from './controls.ts';
import type { ListColumn, Person, UserListPage } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { type Cell, type ListRow, list } from './list.ts';
import { namingOf } from './naming.ts';
import { shownName } from './people.ts';
import { linkAbove } from './platform.ts';
import { type Drawn, xmlOf } from './shell.ts';
import { listFilter } from './skeleton/above.ts';
import { extras } from './user-details.ts';
import { shownDay, type Word, word } from './words.ts';

/** Manage Users, or the pick-list that resembles it. `key` names the page to the server, for the frame's own address. */
export function drawUserList(page: UserListPage, key: string): Drawn {
  const isFrame = page.pickList === 'frame';
  const xml = page.ids === 'unlike' ? 'hfr.people.xml' : 'user.user_list.xml';
  const common = { xml: xmlOf(page, xml), addressXml: xml, framed: isFrame };
  // The page behind the popup is one on which a user is chosen for something else (synthetic).
  if (page.pickList === 'opener') {
    const frame = `/stand-in/go?${new URLSearchParams({ from: key, to: 'frame' })}`;
    return {
      ...common,
      title: word(page.language, 'mergeUsers'),
      buttons: [],
      content: () => [pickListPopup(page, frame)],
    };
  }
  return {
    ...common,
    title: word(page.language, isFrame ? 'selectUser' : 'manageUsers'),
    ...(page.counter ? { titleCount: counterText(page) } : {}),
    buttons: isFrame ? [] : buttons(page),
    content: () => [
      ...(isFrame ? [frameSearch(page)] : [tabs(page)]),
      ...(page.layout === '2026'
        ? [list({ ...userTable(page), ...(isFrame ? {} : { above: [above(page)], filters: listFilters(page) }) })]
        : [...(isFrame ? [] : [filters(page), above(page)]), list(userTable(page))]),
    ],
    ...extras(page),
  };
}

const firstRow = (page: UserListPage): number => (page.page - 1) * page.pageSize;

/** The people whose rows are on screen. */
export const peopleOnScreen = (page: UserListPage): readonly Person[] =>
  page.people.slice(firstRow(page), firstRow(page) + page.pageSize);

function counterOf(page: UserListPage) {
  const onScreen = peopleOnScreen(page).length;
  return { first: onScreen === 0 ? 0 : firstRow(page) + 1, last: firstRow(page) + onScreen, of: page.people.length };
}

function counterText(page: UserListPage): string {
  const { first, last, of } = counterOf(page);
  return `${first} - ${last} ${word(page.language, 'of')} ${of}`;
}

const buttons = (page: UserListPage): PageButton[] => [
  { k: 'cbuttonnavigationback', label: word(page.language, 'back'), does: 'go', to: 'home' },
  ...page.extra.filter(({ at }) => at === 'bar'),
];

/** Tabs and filters are documented; their ids are synthetic. */
function tabs(page: UserListPage): Html {
  const all = ['staff', 'public', 'contact', 'all'] as const satisfies readonly UserListPage['tab'][];
  const words: Readonly<Record<UserListPage['tab'], Word>> = {
    staff: 'STAFF',
    public: 'PUBLIC',
    contact: 'CONTACT',
    all: 'all',
  };
  const items = all.map((tab) => {
    const id = page.ids === 'bare' ? null : `cuseruser_list${tab}_span`;
    return html`<li${attributes({ id, class: tab === page.tab ? 'active' : null, role: 'presentation' })}><a${attributes(
      {
        href: '#',
        role: 'tab',
        'aria-selected': String(tab === page.tab),
        'data-does': 'go',
        'data-to': `list-tab:${tab}`,
      },
    )}>${word(page.language, words[tab])}</a></li>`;
  });
  return html`<ul class="nav nav-tabs" role="tablist">${items}</ul>`;
}

function filters(page: UserListPage): Html {
  const say = (key: Word) => word(page.language, key);
  const filter = (label: Word, id: string, options: readonly Word[]) =>
    html`<label class="filter"><span>${say(label)}</span> <select${attributes({
      id: page.ids === 'bare' ? null : `pageBean${id}_hiddenSelect`,
    })}>${options.map((option) => html`<option value="${option.toUpperCase()}">${say(option)}</option>`)}</select></label>`;
  return html`<div class="upperActions filters">${filter('accountType', 'accountFilter', ['all', 'INTERNAL', 'EXTERNAL', 'INTEXTAUTH'])}${filter(
    'status',
    'statusFilter',
    ['all', 'ACTIVE', 'INACTIVE'],
  )}</div>`;
}

/** The documented filters as lists of 2026 have them. */
function listFilters(page: UserListPage): Html[] {
  const filter = (label: Word, name: string, options: readonly Word[]) =>
    listFilter(
      page.ids,
      name,
      word(page.language, label),
      options.map((option) => ({
        code: option.toUpperCase(),
        text: word(page.language, option),
        chosen: option === 'all',
      })),
    );
  return [
    filter('accountType', 'account', ['all', 'INTERNAL', 'EXTERNAL', 'INTEXTAUTH']),
    filter('status', 'status', ['all', 'ACTIVE', 'INACTIVE']),
  ];
}

/** Links above the list, for those who are ticked (synthetic but for the forms of ids). */
const above = (page: UserListPage): Html =>
  html`${page.extra.filter(({ at }) => at === 'above-list').map((control) => linkAbove(namingOf(page.ids).userList, control))}`;

/** The search inside the pick-list, as it was seen. */
const frameSearch = (page: UserListPage): Html =>
  html`<div class="upperActions"><button id="simpleSearchIndexButton" type="button" class="btn"><span id="simpleSearchIndexDisplay">${word(
    page.language,
    'primaryId',
  )}</span></button><ul hidden><li id="TOP_NAV_Search_index_HFrUser.user_name"><a href="#">${word(page.language, 'primaryId')}</a></li></ul><input${attributes(
    { id: 'ALMA_MENU_TOP_NAV_Search_Text', type: 'text', 'aria-label': word(page.language, 'find') },
  )}><button id="simpleSearchBtn" type="button" class="btn">${word(page.language, 'find')}</button></div>`;

const pickListPopup = (page: UserListPage, frame: string): Html =>
  html`<div class="modal in pickList" role="dialog"><div class="modal-content"><h3 class="modal-title">${word(
    page.language,
    'selectUser',
  )}</h3><iframe id="iframePopupIframe" title="${word(page.language, 'selectUser')}" src="${frame}"></iframe><div class="modal-footer">${pageButton(
    page.ids,
    { k: 'cbuttonnavigationcancel', label: word(page.language, 'cancel'), does: 'go', to: 'home' },
    shapeOf(page),
  )}</div></div></div>`;

const columnWords: Readonly<Record<ListColumn, Word>> = {
  active: 'active',
  name: 'name',
  id: 'primaryId',
  accountType: 'accountType',
  recordType: 'recordType',
  jobCategory: 'jobCategory',
  userGroup: 'userGroup',
  status: 'status',
  expiryDate: 'expiryDate',
};

/** Rows of a pick-list pick: nothing can be switched there. */
const columnsOf = (page: UserListPage): readonly ListColumn[] =>
  page.pickList === 'frame' ? page.columns.filter((column) => column !== 'active') : page.columns;

function userTable(page: UserListPage) {
  const naming = namingOf(page.ids);
  const id = page.pickList === 'frame' ? 'userList' : naming.userList;
  return {
    id,
    look: page,
    columns: columnsOf(page).map((column) => ({
      path: naming.userColumn[column],
      label: word(page.language, columnWords[column]),
      sortable: column !== 'active',
    })),
    rows: peopleOnScreen(page).map((person, n) => userRow(page, person, firstRow(page) + n)),
    counter: page.counter ? counterOf(page) : null,
    pages: Math.ceil(page.people.length / page.pageSize),
    page: page.page,
    found: null,
    selectable: page.selectable,
  };
}

function userRow(page: UserListPage, person: Person, n: number): ListRow {
  const cells = columnsOf(page).map((column) => userCell(page, person, column));
  if (page.pickList === 'frame') return { key: String(100 + n), cells, actions: [], does: 'pick' };
  if (!page.menus) return { key: String(100 + n), cells, actions: [] };
  const say = (key: Word) => word(page.language, key);
  const keys =
    page.ids === 'unlike'
      ? ['hfr.people.ed', 'hfr.people.cp', 'hfr.people.rm']
      : ['c.ui.table.btn.edit', 'c.ui.table.btn.duplicate', 'c.ui.table.btn.delete'];
  const [edit = '', duplicate = '', remove = ''] = keys;
  return {
    key: String(100 + n),
    cells,
    actions: [
      { key: edit, label: say('edit'), does: 'open' },
      { key: duplicate, label: say('duplicate'), does: 'duplicate' },
      { key: remove, label: say('delete'), does: 'delete' },
    ],
  };
}

function userCell(page: UserListPage, person: Person, column: ListColumn): Cell {
  const say = (key: Word) => word(page.language, key);
  switch (column) {
    case 'active':
      return { text: say('active'), shape: 'switch', on: person.status === 'ACTIVE' };
    case 'name':
      return page.pickList === 'frame'
        ? { text: shownName(person) }
        : { text: shownName(person), shape: 'link', does: 'open', popup: true };
    case 'id':
      return { text: person.id };
    case 'accountType':
      return { text: say(person.accountType) };
    case 'recordType':
      return { text: say(person.recordType) };
    case 'jobCategory':
      return { text: person.jobCategory };
    case 'userGroup':
      return { text: person.userGroup?.name ?? null };
    case 'status':
      return { text: say(person.status) };
    case 'expiryDate':
      return { text: person.expiryDate && shownDay(person.expiryDate, page.dateFormat, page.language) };
  }
}
