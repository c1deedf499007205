// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { goTo } from './show-page.ts';
import { draw, roleList, userForm } from './synthetic-pages.ts';

beforeEach(() => goTo('/ng/page;u=x'));

const patron = ['Patron', 'Active', 'Example University', '-'] as const;
const cataloger = ['Cataloger', 'Inactive', 'Main Library', '2027-05-04'] as const;

const page = (roles: string) => {
  draw(document, userForm({ roles }));
  return readUserPage(document, { dateOrder: 'auto', taughtLocators: [] });
};
const reading = (roles: string) => page(roles)?.record.roles;
const names = (roles: string) => {
  const read = reading(roles);
  return read?.state === 'read' ? read.value.map(({ name }) => name) : read?.why;
};
const counter = (text: string) => ({ counter: text });
const noCounter = (list: string) => list.replace(/<span class="listNumOfRecords">.*?<\/span>/, '');

describe('a whole list of roles', () => {
  test('is read with name, status, scope and expiry', () => {
    expect(reading(roleList([patron, cataloger]))).toEqual({
      state: 'read',
      value: [
        { name: 'Patron', status: 'ACTIVE', scope: 'Example University', expiryDate: null },
        { name: 'Cataloger', status: 'INACTIVE', scope: 'Main Library', expiryDate: '2027-05-04' },
      ],
    });
  });

  test.each(['(1 - 2 of 2 )', '1–2 von 2', '2', '(2 von 2)', '١ - ٢ من ٢', '(2 件中 1 - 2)'])(
    'has the counter %s',
    (text) => {
      expect(names(roleList([patron, cataloger], counter(text)))).toEqual(['Patron', 'Cataloger']);
    },
  );

  test('may be empty, if the list says so', () => {
    expect(names(roleList([], counter('(0 - 0 of 0 )')))).toEqual([]);
    const none = roleList([]).replace('<tbody>', '<tbody><tr><td colspan="4">Keine Datensätze gefunden.</td></tr>');
    expect(names(noCounter(none))).toEqual([]);
  });

  test('needs no counter where nothing speaks of more rows', () => {
    expect(names(noCounter(roleList([patron, cataloger])))).toEqual(['Patron', 'Cataloger']);
    const onePage = { after: '<ul id="PAGING_UL_down"><li class="active disabled"><a>1</a></li></ul>' };
    expect(names(noCounter(roleList([patron, cataloger], onePage)))).toEqual(['Patron', 'Cataloger']);
  });

  test('is found by header texts where ids say nothing', () => {
    const bare = roleList([patron, cataloger])
      .replaceAll(/ id="SELENIUM_ID_[^"]*_ROW[^"]*"/g, '')
      .replaceAll(
        /SELENIUM_ID_userRoles_HEADER_(\w+)">\w+</g,
        (_, key: string) =>
          `SELENIUM_ID_xx_HEADER_z">${{ roleName: 'Rolle', roleStatus: 'Status', roleScope: 'Umfang', roleExpiryDate: 'Ablaufdatum' }[key]}<`,
      )
      .replaceAll('userRoles', 'xx');
    expect(names(bare)).toEqual(['Patron', 'Cataloger']);
  });

  test.each([
    ['a toggle that is on', '<input type="checkbox" checked>', 'ACTIVE'],
    ['a toggle that is off', '<input type="checkbox">', 'INACTIVE'],
    ['a switch', '<span role="switch" aria-checked="false"></span>', 'INACTIVE'],
    ['German', 'Inaktiv', 'INACTIVE'],
    ['a select', '<select><option value="ACTIVE">x</option></select>', 'ACTIVE'],
  ])('shows a status as %s', (_, html, status) => {
    expect(reading(roleList([['Patron', html, '-', '-']]))).toMatchObject({ value: [{ status }] });
  });

  test.each([
    ['a link', '<a href="#">Circulation Desk Operator</a>'],
    [
      'a button',
      '<input type="submit" id="INPUT_SELENIUM_ID_userRoles_ROW_0_COL_roleName" value="Circulation Desk Operator">',
    ],
    ['a text that is cut off', '<span title="Circulation Desk Operator">Circulation Des...</span>'],
    [
      'a text with a mark of ours',
      '<span>Circulation Desk Operator<alma-user-guard-mark>counts</alma-user-guard-mark></span>',
    ],
  ])('shows a name as %s', (_, html) => {
    expect(names(roleList([[html, 'Active', '-', '-']]))).toEqual(['Circulation Desk Operator']);
  });

  test('keeps a role whose expiry is ambiguous, without a date, and leaves open whether it is in force', () => {
    expect(reading(roleList([['Patron', 'Active', '-', '03/04/2027']]))).toEqual({
      state: 'read',
      value: [{ name: 'Patron', status: 'ACTIVE', stateUnread: true }],
    });
  });
});

describe('a list of 10,000 rows', () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `<tr><td>Role ${n}</td><td>Active</td></tr>`).join('');
  const long = (total: number) =>
    `<div><span class="listNumOfRecords">(1 - 10,000 of ${total} )</span><table id="TABLE_DATA_userRoles"><thead><tr><th>Role</th><th>Status</th></tr></thead><tbody>${lines}</tbody></table></div>`;

  test('is read as whole if it is, and as a part if it goes on', () => {
    const whole = reading(long(10_000));
    expect(whole?.state === 'read' && whole.value).toHaveLength(10_000);
    const [counterOf] = document.getElementsByClassName('listNumOfRecords');
    if (counterOf) counterOf.textContent = '(1 - 10,000 of 10,001 )';
    expect(readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.record.roles).toEqual({
      state: 'unread',
      why: 'partial',
    });
  }, 60_000);
});

describe('a list of roles that is not whole', () => {
  const filter = (id: string, chosen: string) =>
    `<select id="${id}"><option value="ALL">All</option><option value="${chosen}" selected>${chosen}</option></select>`;

  test.each([
    ['is counted higher', roleList([patron, cataloger], counter('(1 - 2 of 53 )'))],
    ['is counted with thousands', roleList([patron, cataloger], counter('(1 - 2 of 1,002 )'))],
    ['has a range without a total', roleList([patron, cataloger], counter('(1 - 2)'))],
    ['has a total that is not exact', roleList([patron, cataloger], counter('(1 - 2 of 2+)'))],
    ['has a counter without numbers', roleList([patron, cataloger], counter('...'))],
    [
      'has pages',
      noCounter(
        roleList([patron], {
          after: '<ul id="PAGING_UL_down"><li class="active"><a>1</a></li><li><a>2</a></li><li><a>3</a></li></ul>',
        }),
      ),
    ],
    [
      'has pages, whatever the counter says',
      roleList([patron], { after: '<ul id="PAGING_UL_down"><li class="active"><a>1</a></li><li><a>2</a></li></ul>' }),
    ],
    [
      'has no counter, and a pager of which one link can be clicked',
      noCounter(roleList([patron], { after: '<ul id="PAGING_UL_down"><li><span>1</span></li><li><a>2</a></li></ul>' })),
    ],
    [
      'has no counter, and another kind of pager',
      noCounter(roleList([patron], { after: '<nav class="pagination"><button>&gt;</button></nav>' })),
    ],
    [
      'has no counter, and a hidden one',
      roleList([patron, cataloger]).replace('"listNumOfRecords"', '"listNumOfRecords hide"'),
    ],
    ['has no counter, and a number beside it', noCounter(roleList([patron], { before: '<h2>Roles: 53</h2>' }))],
    [
      'has no counter, and a hidden row',
      noCounter(roleList([patron, cataloger])).replace('"recordContaineruserRoles1"', '"x" style="display:none"'),
    ],
    ['has no counter, and a row left out', noCounter(roleList([patron, cataloger])).replaceAll('_ROW_1_', '_ROW_2_')],
    [
      'has no counter, and a role filter',
      noCounter(roleList([patron], { before: filter('pageBeanroleFilter_hiddenSelect', 'Patron') })),
    ],
    [
      'has no counter, and has been searched',
      noCounter(roleList([patron], { before: '<input type="text" id="find_userRoles" value="pat">' })),
    ],
    ['has no counter, and is busy', noCounter(roleList([patron])).replace('<table', '<table aria-busy="true"')],
    ['has a role filter', roleList([patron], { before: filter('pageBeanroleFilter_hiddenSelect', 'Patron') })],
    ['has a filter far from the list', `${filter('pageBeanq_roleFilter', 'x')}<p></p>${roleList([patron])}`],
    ['has a select of unknown use', roleList([patron], { before: filter('q', '21') })],
    [
      'has no counter, and as many rows as a page may have',
      noCounter(
        roleList([patron, cataloger], { before: '<select><option selected>2</option><option>50</option></select>' }),
      ),
    ],
    ['has been searched', roleList([patron], { before: '<input type="text" id="find_userRoles" value="pat">' })],
    ['is busy', roleList([patron]).replace('<table', '<table aria-busy="true"')],
    ...[
      ['a link', '<a id="FILTER_userRoles" href="#">Filter: Active roles</a>'],
      ['a chip', '<div class="chips"><span class="selectedFilter">Active</span></div>'],
      ['a chip with a way to take it off', '<span class="selectedFilter">Active <button>x</button></span>'],
      ['a value in bold', '<p>Rollenfilter: <b>Aktiv</b></p>'],
      ['a sentence', '<p>Showing active roles only</p>'],
      ['a German sentence', '<p>Nur aktive Rollen</p>'],
      ['a French sentence', '<em>Filtré par statut actif</em>'],
      ['a name and a value side by side', '<div><span>Filter:</span> <span>Active</span> <a>x</a></div>'],
      ['a label of nothing', '<label>Filter: Active</label>'],
      ['a number', '<button>Filter (1)</button>'],
      ['one word', '<p>Gefiltert</p>'],
      ['a ticked box', '<label><input type="checkbox" checked> Show only active roles</label>'],
      ['numbers to choose from', filter('pageBeanroleCode_hiddenSelect', '21').replaceAll('All', '0')],
    ].map(([by, before]): [string, string] => [
      `is filtered, as ${by} says`,
      roleList([patron], before === undefined ? {} : { before }),
    ]),
  ])('%s', (_, roles) => {
    expect(reading(roles)).toEqual({ state: 'unread', why: 'partial' });
    expect(page(roles)?.roleRows[0]?.role.name).toBe('Patron');
  });

  test('is not hidden by filters that leave nothing out, nor by forms that add a role', () => {
    const before = `<label>Rolle</label><select id="pageBeanroleFilter"><option value="ALL">Alle</option></select><input type="text" id="find_userRoles" value=""><div id="ADD_HIDERADIO_up_userRoles_x"><input value="typed"></div>`;
    expect(names(roleList([patron], { before }))).toEqual(['Patron']);
  });

  test.each([
    '<a href="#">Filter: All</a>',
    '<a href="#">Filter: off</a>',
    '<p>Read only</p>',
    '<div class="filterBar"><a>Export</a></div>',
    '<label>Role filter: <select><option>All</option></select></label><a href="#">Add Role</a>',
    '<span>Role filter:</span><select><option>All</option></select><a href="#">Add Role</a>',
    '<label><input type="checkbox"> Show only active roles</label>',
    '<a href="#">Filtre de rôle : Tous les rôles</a>',
    '<button class="filterButton">Filter</button>',
    '<span class="filterLabel">Status:</span><span class="filterValue">Alle</span>',
    '<div class="filter"><h3>Role filter</h3></div>',
    '<span class="filterChip" style="display:none">Active</span>',
    '<select id="q"><option>10</option><option selected>20</option><option>50</option></select>',
    '<p>Roles give their holders rights to work in Alma. A role that has expired gives none, and only those that are active do.</p>',
  ])('is not hidden by %s', (before) => {
    expect(names(roleList([patron], { before }))).toEqual(['Patron']);
  });
});

describe('a list of roles that cannot be understood', () => {
  const empty = roleList([]);

  test.each([
    ['no rows and no word why', noCounter(empty)],
    ['a loading row', noCounter(empty).replace('<tbody>', '<tbody><tr><td colspan="4">Loading</td></tr>')],
    ['no body', roleList([patron]).replace(/<tbody>.*<\/tbody>/, '')],
    ['a row without a name', roleList([['-', 'Active', '-', '-']])],
    ['a status in unknown words', roleList([['Patron', 'Aktywny', '-', '-']])],
    ['an empty status', roleList([['Patron', '-', '-', '-']])],
    ['an icon for a status', roleList([['Patron', '<i title="Inactive"></i>', '-', '-']])],
    ['a button that would make it inactive', roleList([['Patron', '<button title="Inactive"></button>', '-', '-']])],
    ['a name and a title that differ', roleList([['<span title="Cataloger">Patron</span>', 'Active', '-', '-']])],
    ['the same row twice', roleList([patron, cataloger], counter('(1 - 2 of 2)')).replaceAll('_ROW_1_', '_ROW_0_')],
    ['a cell missing', roleList([patron]).replace(/<td id="SELENIUM_ID_userRoles_ROW_0_COL_roleStatus">.*?<\/td>/, '')],
    [
      'a status under a header that does not say so',
      roleList([patron]).replaceAll('roleStatus', 'q').replace('>q<', '>Kennung<'),
    ],
    [
      'the status header missing',
      roleList([patron]).replace(/<th id="SELENIUM_ID_userRoles_HEADER_roleStatus">.*?<\/th>/, ''),
    ],
  ])('%s: unread', (_, roles) => {
    expect(reading(roles)).toEqual({ state: 'unread', why: 'unparseable' });
  });

  test.each([
    ['two lists of roles', roleList([patron]) + roleList([cataloger]).replaceAll('userRoles', 'moreRoles')],
    [
      'headers whose id and text differ',
      roleList([patron]).replace('>roleName<', '>Scope<').replace('>roleScope<', '>Role<'),
    ],
    ['more rows than are counted', roleList([patron, cataloger], counter('(1 - 1 of 1)'))],
  ])('%s: contradictory', (_, roles) => {
    expect(reading(roles)).toEqual({ state: 'unread', why: 'contradictory' });
  });

  test('a list that is not there is not an empty one', () => {
    expect(reading('')).toEqual({ state: 'unread', why: 'not-on-this-page' });
    expect(reading('<table id="TABLE_DATA_blocks"><tr><th>Status</th></tr><tr><td>x</td></tr></table>')).toEqual({
      state: 'unread',
      why: 'not-on-this-page',
    });
  });
});

test('a taught column is used where ids and texts say nothing', () => {
  const unknown = roleList([patron])
    .replaceAll('roleName', 'q1')
    .replaceAll('roleStatus', 'q2')
    .replaceAll('roleScope', 'q3')
    .replaceAll('roleExpiryDate', 'q4')
    .replaceAll('userRoles', 'l7');
  const taughtLocators = [
    { field: 'role.name', by: 'header', value: 'SELENIUM_ID_l7_HEADER_q1', on: true },
    { field: 'role.status', by: 'header-text', value: 'Q2', on: true },
  ] as const;
  draw(document, userForm({ roles: unknown }));
  expect(readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.record.roles.state).toBe('unread');
  expect(readUserPage(document, { dateOrder: 'auto', taughtLocators })?.record.roles).toEqual({
    state: 'read',
    value: [{ name: 'Patron', status: 'ACTIVE' }],
  });
});
