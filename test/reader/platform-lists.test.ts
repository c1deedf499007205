// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import {
  drawPlatform,
  entities,
  type PlatformList,
  platformFields,
  platformList,
  roleColumns,
  section,
  toggleCell,
} from './platform-page.ts';

const options = { dateOrder: 'auto', taughtLocators: [] } as const;
const patron = ['Patron', 'Active', 'Example University', '-'];
const cataloger = ['Cataloger', 'Inactive', 'Main Library', '-'];
const two = [patron, cataloger];

const page = (roles: string) => {
  drawPlatform(document, { content: `${section('General', platformFields.join(''))}${roles}` });
  return readUserPage(document, options);
};
const inSection = (list: PlatformList, around = '') => section('User Roles', `${around}${platformList(list)}`);
const rolesOf = (html: string) => {
  const roles = page(html)?.record.roles;
  return roles?.state === 'read' ? roles.value.map(({ name }) => name) : roles?.why;
};
const both = ['Patron', 'Cataloger'];

describe('a list of roles in its container', () => {
  test('is whole with its own counter, whatever the empty one in the title says', () => {
    expect(rolesOf(inSection({ rows: two }))).toEqual(both);
  });

  test('has nothing to do with the empty counter in the title also where no container holds it', () => {
    const bare = platformList({ rows: two, counter: null, recordCount: null }).replace(
      'almaList listTypeTable',
      'list',
    );
    expect(rolesOf(bare)).toEqual(both);
  });

  test.each(['user.userRoles', 'userRoles', 'a.b.role.list'])('is read under the id %s', (id) => {
    expect(rolesOf(inSection({ id, rows: two }))).toEqual(both);
  });

  test('is whole without a counter of its own where the hidden number says so', () => {
    expect(rolesOf(inSection({ rows: two, counter: null }))).toEqual(both);
    expect(rolesOf(inSection({ rows: two, counter: '' }))).toEqual(both);
  });

  test.each<[string, PlatformList]>([
    ['the hidden number alone tells of more', { rows: two, counter: null, recordCount: '5' }],
    ['the hidden number tells of more than the counter', { rows: two, recordCount: '5' }],
    ['the counter tells of more than the hidden number', { rows: two, counter: '1 - 2 of 60 ' }],
    ['an attribute of the counter tells of more', { rows: two, listCount: '60' }],
    ['the counter is empty and there is no other number', { rows: two, counter: '', recordCount: '' }],
    ['its filter stands on a role', { rows: two, filter: '26' }],
    ['the hidden number groups its thousands', { rows: two, counter: null, recordCount: '1,002' }],
    ['the hidden number has digits of another script', { rows: two, counter: null, recordCount: '٥' }],
    ['the hidden number is not exact', { rows: two, counter: null, recordCount: '5+' }],
    ['the hidden number is none', { rows: two, counter: null, recordCount: 'undefined' }],
  ])('is a part where %s', (_, list) => {
    expect(rolesOf(inSection(list))).toBe('partial');
  });

  test('is whole where its filter lets everything through, whatever the words that it shows for that', () => {
    const started = (filter: string, shown: string) =>
      inSection({ rows: two, filter }).replace(
        '<div class="combo">Role</div>',
        `<input type="text" role="combobox" id="pageuseruserRolesfilterValue1" value="${shown}">`,
      );
    expect(rolesOf(started('ALL', 'Vše'))).toEqual(both);
    expect(rolesOf(started('ALL', 'すべての役職'))).toEqual(both);
    expect(rolesOf(started('26', 'Vše'))).toBe('partial');
  });

  test('is a part where the hidden field of its filter says so, whatever its list stands on', () => {
    const unset = (list: PlatformList) =>
      inSection(list).replace('<option value="26" selected>', '<option value="26">');
    expect(rolesOf(unset({ rows: two, filter: '26' }))).toBe('partial');
    expect(rolesOf(unset({ empty: true, counter: null, recordCount: '0', filter: '26' }))).toBe('partial');
  });

  test.each([
    [
      'its pages are told below the container',
      '<ul id="PAGING_UL_useruserRoles"><li><a>1</a></li><li><a>2</a></li></ul>',
    ],
    ['there are pages of nobody knows which list', '<ul id="PAGING_UL"><li><a>1</a></li><li><a>2</a></li></ul>'],
    [
      'its counter stands below the container',
      '<span id="PAGINATION_down_useruserRoles_records" class="listNumOfRecords">1 - 2 of 60</span>',
    ],
  ])('is a part where %s', (_, beside) => {
    expect(rolesOf(inSection({ rows: two, counter: null, recordCount: '' }) + beside)).toBe('partial');
  });

  test('is not paged by the pages of another list', () => {
    const other = platformList({ id: 'blocks', columns: [['block', 'Block']], rows: [['Overdue']] });
    const pages = '<ul id="PAGING_UL_blocks"><li><a>1</a></li><li><a>2</a></li></ul>';
    expect(rolesOf(`${inSection({ rows: two })}${other}${pages}`)).toEqual(both);
  });

  test.each([
    [
      'another column is called Role',
      [
        ['type', 'Role'],
        ['roleCampus', 'Campus'],
        ['status', 'Status'],
      ],
    ],
    [
      'no words tell which of two is it',
      [
        ['roleGroup', 'Xg'],
        ['roleType', 'Xr'],
        ['status', 'Xs'],
      ],
    ],
  ] as const)('has no names where ids speak of one column and %s', (_, columns) => {
    expect(rolesOf(inSection({ columns, rows: [['Patron', 'Main campus', 'Active']] }))).toBe('contradictory');
  });

  test.each([
    ['a picture', '<i class="icon picture jsToolTip" title="" data-original-title="Inactive"></i>'],
    ['a toggle', toggleCell(false)],
  ])('has no roles that look active where a column without a name shows their status as %s', (_, shown) => {
    const columns = [
      ['role.name', 'Role'],
      ['scope', 'Scope'],
      ['x', '??????'],
    ] as const;
    expect(rolesOf(inSection({ columns, rows: [['Cataloger', 'Main Library', shown]] }))).toBe('unparseable');
  });

  test('is a part also where the hidden number stands outside of the container', () => {
    const outside = '<span id="useruserRoles_record_count" class="recordCount hide">5</span>';
    expect(rolesOf(inSection({ rows: two, counter: null, recordCount: null }, outside))).toBe('partial');
  });

  test('tells how many there are in all, and hands out those on screen', () => {
    const seen = page(inSection({ rows: two, counter: null, recordCount: '5' }))?.record.rolesSeen;
    expect(seen).toMatchObject({ total: 5, roles: [{ name: 'Patron' }, { name: 'Cataloger' }] });
  });

  test('believes the counter where the hidden number names fewer, which may be those of a page', () => {
    expect(rolesOf(inSection({ rows: two, recordCount: '1' }))).toEqual(both);
    expect(rolesOf(inSection({ rows: two, counter: null, recordCount: '1' }))).toBe('contradictory');
  });

  test('is not filtered by a filter on everything, nor by that of another list', () => {
    const other = platformList({ id: 'blocks', columns: [['block', 'Block']], rows: [['Overdue']], filter: 'X' });
    expect(rolesOf(`${other}${inSection({ rows: two, filter: 'ALL' })}`)).toEqual(both);
  });

  test('has nothing to do with the counter and the forms of another list', () => {
    const other = platformList({ id: 'blocks', columns: [['block', 'Block']], rows: [['Overdue']], recordCount: '60' });
    const tools =
      '<li id="widgetContainer_Right_cuserroleadd"><div id="widgetId_Right_cuserroleadd"><ul id="link_action_widget_c.user.role.add" class="linkActionWidget dropdown-menu"><li><label for="pageBeannewRoleexpiryDate">Expiration date</label><input type="text" id="pageBeannewRoleexpiryDate" value="01/01/2030"></li></ul></div></li>';
    const list = inSection({ rows: two, tools });
    expect(rolesOf(`${other}${list}${other.replaceAll('blocks', 'fines')}`)).toEqual(both);
    expect(page(`${other}${list}`)?.record.expiryDate).toEqual({ state: 'read', value: '2027-12-31' });
  });

  test('may bear its head twice, as when it is held at the top of the window', () => {
    const list = inSection({ rows: two });
    const head = /<thead.*?<\/thead>/s.exec(list)?.[0] ?? '';
    expect(rolesOf(list.replace(head, head.replace('Original', '') + head))).toEqual(both);
  });
});

describe('a list without a row', () => {
  const none: PlatformList = { empty: true, counter: null, recordCount: '0' };

  test.each<[string, string]>([
    ['by its id', inSection(none)],
    ['by the title of its section', inSection({ ...none, id: 'zx.list' })],
    ['by the heading before it', section('Access', platformList({ ...none, id: 'zx', heading: 'User Roles' }))],
    ['in French', section('Rôles des utilisateurs', platformList({ ...none, id: 'zx' }))],
    ['without a hidden number', inSection({ ...none, recordCount: null })],
    ['with a filter on everything', inSection({ ...none, filter: 'ALL' })],
  ])('holds no role, told %s', (_, html) => {
    expect(rolesOf(html)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['its filter stands on a role', inSection({ ...none, filter: '26' }), 'partial'],
    ['its hidden number tells of roles', inSection({ ...none, recordCount: '3' }), 'partial'],
    ['it is being drawn', inSection(none).replace('class="almaList', 'aria-busy="true" class="almaList'), 'partial'],
    ['there is no container', inSection(none).replace('class="almaList listTypeTable"', ''), 'not-on-this-page'],
    [
      'the container holds nothing',
      inSection(none).replace(/<div class="typeC2.*?<\/div><\/div>/, ''),
      'not-on-this-page',
    ],
    ['its title names something else', section('Notes', platformList({ ...none, id: 'zx' })), 'not-on-this-page'],
    ['its hidden number is none', inSection({ ...none, recordCount: 'undefined' }), 'partial'],
    ['its hidden number groups its thousands', inSection({ ...none, recordCount: '1,002' }), 'partial'],
    ['it is one of profiles', inSection({ ...none, id: 'roleProfiles' }), 'not-on-this-page'],
    [
      'it is about roles, and another list has no words that anybody knows',
      section('Access', platformList({ ...none, id: 'userRoleRequests' })) +
        section(
          'Xr',
          platformList({
            id: 'zx.y',
            columns: [
              ['a', 'Xr'],
              ['b', 'Xs'],
            ],
            rows: [['Cataloger', 'Xa']],
          }),
        ),
      'not-on-this-page',
    ],
    [
      'its section holds another list, too',
      section('User Roles', platformList({ ...none, id: 'zx' }) + platformList({ ...none, id: 'zy' })),
      'not-on-this-page',
    ],
    [
      'another list speaks of roles',
      inSection(none) + platformList({ id: 'roleThings', columns: [['x', 'X']], rows: [['?']] }),
      'contradictory',
    ],
  ])('says nothing where %s', (_, html, why) => {
    expect(rolesOf(html)).toBe(why);
  });
});

describe('the cells of a list', () => {
  const statusOf = (cell: string) => {
    const roles = page(inSection({ rows: [['Cataloger', cell, '-', '-']] }))?.record.roles;
    return roles?.state === 'read' ? roles.value[0]?.status : roles?.why;
  };

  test.each([
    ['a toggle that is on', toggleCell(true), 'ACTIVE'],
    ['a toggle that is off', toggleCell(false), 'INACTIVE'],
    [
      'a toggle in the middle of being switched',
      toggleCell(true).replace('checkContainer', 'checkContainer inactive'),
      'unparseable',
    ],
    ['a toggle whose picture nobody knows', toggleCell(true).replaceAll('icon_active', 'x'), 'unparseable'],
    [
      'a picture whose tooltip has taken its title',
      '<i class="icon picture jsToolTip" title="" data-original-title="Inactive"></i>',
      'INACTIVE',
    ],
    ['a picture without a word', '<i class="icon picture jsToolTip" title=""></i>', 'unparseable'],
  ])('show a status as %s', (_, cell, status) => {
    expect(statusOf(cell)).toBe(status);
  });

  const name = (inner: string) => {
    const roles = page(inSection({ rows: [[inner, 'Active', '-', '-']] }))?.record.roles;
    return roles?.state === 'read' ? roles.value[0]?.name : roles?.why;
  };
  const popup =
    '<div class="popInfoContainer jsCloseableContainer" id="POPUP_DIV_{id}"><table><tr><td><span class="labelField">Wren, Ada</span></td></tr></table></div>';

  test.each([
    [
      'a popup about a person beside it',
      `<a class="listPopupRight"><img id="POPUP_IMG_{id}"></a><span id="SPAN_{id}" class="labelField" title="Cataloger">Cataloger</span>${popup}`,
      'Cataloger',
    ],
    [
      'words of a search marked in it',
      '<span id="SPAN_{id}" class="labelField" title="Catalog Manager">Catalog <mark>Man</mark>ager</span>',
      'Catalog Manager',
    ],
    [
      'its whole text in a moved title',
      '<span id="SPAN_{id}" class="labelField" title="" data-original-title="Circulation Desk Operator">Circulation…</span>',
      'Circulation Desk Operator',
    ],
    ['an address', '<a id="INPUT_{id}" class="sel-id-LINK_null" href="#" title="Cataloger">Cataloger</a>', 'Cataloger'],
    [
      'two texts',
      '<span id="SPAN_{id}" class="labelField">Cataloger</span><span class="labelField">Selector</span>',
      'unparseable',
    ],
    ['a dash', '<span id="SPAN_{id}" class="labelField">-</span>', 'unparseable'],
  ])('show a name with %s', (_, inner, shown) => {
    expect(name(inner)).toBe(shown);
  });

  test('a dash with a title is a value that cannot be told from nothing, and one without is nothing', () => {
    const expiry = (cell: string) => {
      const roles = page(inSection({ rows: [['Cataloger', 'Active', '-', cell]] }))?.record.roles;
      return roles?.state === 'read' ? roles.value[0]?.expiryDate : roles?.why;
    };
    expect(expiry('-')).toBeNull();
    expect(expiry('<span class="labelField" title="-">-</span>')).toBeUndefined();
  });

  test('are counted with those of the special columns where no id names their column', () => {
    const bare = inSection({ rows: two }).replaceAll(/ id="(?:SPAN_)?SELENIUM_ID_[^"]*_ROW[^"]*"/g, '');
    expect(rolesOf(bare)).toEqual(both);
  });

  test('are of the column that a title names where the head has no text', () => {
    const headless = inSection({ id: 'zx', rows: two, columns: roleColumns.map(([, title], at) => [`c${at}`, title]) });
    expect(rolesOf(headless.replaceAll(/\n\t\t[^<]*<\/th>/g, '</th>'))).toEqual(both);
  });
});

describe('the list of users on the platform', () => {
  const columns = [
    ['active', '??????'],
    ['name', 'Name'],
    ['userGroup', 'User group'],
    ['status', 'Status'],
  ] as const;
  const users = (cells: readonly string[]) => {
    drawPlatform(document, {
      xml: 'user.users_list.xml',
      title: 'Manage Users',
      name: '',
      tab: null,
      content: platformList({ id: 'userList', columns, rows: [cells] }),
    });
    return readUserList(document, () => options)?.rows()[0]?.record;
  };

  test('is read in its container, with toggles and popups', () => {
    const popup =
      '<a class="listPopupRight"><img id="POPUP_IMG_{id}"></a><span id="SPAN_{id}" class="labelField" title="Wren, Ada">Wren, Ada</span><div class="popInfoContainer" id="POPUP_DIV_{id}"><span class="labelField">Library Staff</span></div>';
    expect(users([toggleCell(true), popup, '-', 'Active'])).toMatchObject({
      name: { state: 'read', value: 'Wren, Ada' },
      userGroup: { state: 'read', value: null },
      status: { state: 'read', value: 'ACTIVE' },
    });
    expect(users([toggleCell(false), popup, '-', 'Active'])?.status).toEqual({ state: 'unread', why: 'contradictory' });
    expect(readUserList(document, () => options)?.container()?.id).toBe('userList');
  });

  test('is known in any language and under any id by the users that the page says it is about', () => {
    const told = [
      ['name', 'Naam'],
      ['userGroup', 'Groep'],
      ['status', 'Status'],
      ['accountType', 'Soort'],
    ] as const;
    const content = platformList({
      id: 'zx.people',
      columns: told,
      rows: [['Wren, Ada', 'Staff', 'Active', 'Internal']],
    });
    const draw = (...users: string[]) => {
      const apm = entities(...users.map((user) => ['USER', `/users/${user}`] as const));
      drawPlatform(document, { xml: 'x.y.xml', title: 'Gebruikers', name: '', tab: null, content, apm });
      return readUserList(document, () => options);
    };
    expect(draw('awren', 'bbrown')?.list).toBe('zxpeople');
    expect(draw('awren')).toBeUndefined();
    expect(draw()).toBeUndefined();
  });
});
