// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { guardedPage, hotkeyTargets, recogniseAction } from '../../src/alma/actions/index.ts';
import { freshMemory } from '../../src/alma/actions/memory.ts';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { placeIn } from '../../src/alma/place.ts';
import { field, type PlatformPage, platformFields, platformList, readOnly, section } from './platform-page.ts';
import { brown, draw, general, id, options, read, recordOf, why, wren } from './platform-read.ts';

describe('days', () => {
  const input = (attributes: string, value = '03/04/2027', parts = '') =>
    field(
      'Expiration date',
      'userexpiryDate',
      `<input type="text" id="pageBeanuserexpiryDate" class="jsPartialDatePicker" value="${value}" ${attributes}>${parts}`,
    );
  const expiry = (shown: string, page: PlatformPage = {}) =>
    recordOf([...platformFields.slice(0, 3), shown], page)?.expiryDate;
  const select = (kind: string, value: number) =>
    `<select id="pageBeanuserexpiryDate${kind.toLowerCase()}" name="pageBean.user.expiryDate.${kind.toLowerCase()}" class="jsHidden${kind}"><option value="0">-</option><option value="${value}" selected>${value}</option></select>`;
  const numbers = (day: number, month: number, year: number) =>
    select('Day', day) + select('Month', month) + select('Year', year);
  const script = (pattern: string) => `<script>calendarDateRangeRender('${pattern}', 'kk:mm');</script>`;

  test.each([
    ['a title', 'title="MM/dd/yyyy"', '', '2027-03-04'],
    ['a title with the day first', 'title="dd/MM/yyyy"', '', '2027-04-03'],
    ['a picker', 'data-zdp_format="m/d/Y"', '', '2027-03-04'],
    ['a picker of short forms', 'data-zdp_format="j/n/Y"', '', '2027-04-03'],
    ['a call in the page', '', script('MM/DD/YYYY'), '2027-03-04'],
    ['a function', '', "<script>function getDateFormat(){ return 'DD/MM/YYYY'; }</script>", '2027-04-03'],
  ])('are read in the order that %s tells', (_, attributes, scripts, day) => {
    expect(expiry(input(attributes), { scripts })).toEqual(id(day));
  });

  test('shown as a text are read in the order that a script tells', () => {
    const shown = readOnly('Expiration date', 'userexpiryDate', '03/04/2027');
    expect(expiry(shown, { scripts: script('MM/DD/YYYY') })).toEqual(id('2027-03-04'));
    expect(expiry(shown)).toMatchObject(why('two-ways'));
  });

  test.each<[string, string, string, readonly string[] | undefined]>([
    ['a title', 'title="MM/dd/yyyy"', '', ['mdy', 'title']],
    ['a picker', 'data-zdp_format="d/m/Y"', '', ['dmy', 'data-zdp_format']],
    [
      'a function and a call',
      '',
      `<script>function getDateFormat(){ return 'DD/MM/YYYY'; }</script>${script('DD/MM/YYYY')}`,
      ['dmy', 'getDateFormat()', 'calendarDateRangeRender()'],
    ],
    [
      'two that disagree',
      'title="MM/dd/yyyy"',
      script('DD/MM/YYYY'),
      ['contradictory', 'calendarDateRangeRender()', 'title'],
    ],
    ['nothing', '', '', undefined],
  ])('tell in the page check which order they were read in, by %s', (_, attributes, scripts, days) => {
    draw({ content: section('General', input(attributes)), scripts });
    const anchorOf = (dateOrder: 'auto' | 'dmy') =>
      readUserPage(document, { ...options, dateOrder })?.anchors.find((anchor) => anchor.field === 'expiryDate');
    expect(anchorOf('auto')?.days).toEqual(days);
    expect(anchorOf('dmy')?.days?.at(-1)).toBe('setting');
  });

  test('are left alone where the page tells two orders', () => {
    expect(expiry(input('title="dd/MM/yyyy"'), { scripts: script('MM/DD/YYYY') })).toMatchObject({ state: 'unread' });
  });

  test('are checked against the numbers behind them, where none of these is 0', () => {
    const title = 'title="MM/dd/yyyy"';
    expect(expiry(input(title, '03/04/2027', numbers(4, 3, 2027)))).toEqual(id('2027-03-04'));
    expect(expiry(input(title, '03/04/2027', numbers(3, 4, 2027)))).toEqual(why('contradictory'));
    expect(expiry(input(title, '', numbers(3, 4, 2027)))).toEqual(why('contradictory'));
    expect(
      expiry(input(title, '03/04/2027', numbers(3, 4, 2027).replace('value="3" selected', 'value="0" selected'))),
    ).toEqual(id('2027-03-04'));
  });

  test('are not read where the page says beside them that they are no dates', () => {
    const error = (hidden: string) =>
      `<span id="errorForpageBeanuserexpiryDate" class="${hidden} dateError">No date</span>`;
    expect(expiry(input('title="MM/dd/yyyy"', '03/04/2027', error('hidden')))).toEqual(id('2027-03-04'));
    expect(expiry(input('title="MM/dd/yyyy"', '03/04/2027', error('')))).toEqual(why('unparseable'));
  });

  test('are not read from the numbers alone', () => {
    expect(expiry(input('', '03/04/2027', numbers(4, 3, 2027)))).toMatchObject(why('two-ways'));
  });
});

describe('fields', () => {
  const rest = platformFields.filter((one) => !/Record type|User group/.test(one));
  const shownAs = (...fields: string[]) => recordOf([...rest, ...fields]);
  const radios = (checked: string) =>
    field(
      'Record type',
      'userrecordType',
      `<div role="radiogroup">${['PUBLIC', 'STAFF', 'CONTACT'].map((code) => `<div class="radio"><input type="radio" name="pageBean.user.recordType" id="RADIO_ID_NAME_pageBeanuserrecordType_VALUE_${code}" value="${code}"${code === checked ? ' checked' : ''}><label class="radio-field-label" for="RADIO_ID_NAME_pageBeanuserrecordType_VALUE_${code}" title="${code}">Kind ${code.length}</label></div>`).join('')}</div>`,
    );
  const combo = (shown: string, choices: string) =>
    field(
      'User group',
      'useruserGroup',
      `<input type="text" role="combobox" class="jsComboPlaceholder jsLazyInit" id="pageBeanuseruserGroup" value="${shown}" aria-label="20"><select id="pageBeanuseruserGroup_hiddenSelect" class="jsCombobox hide" title="20">${choices}</select>`,
    );
  const staff = '<option value="20" selected>Library Staff</option>';

  test('that are read-only stand in a span of their own, under a label that points at nothing', () => {
    expect(recordOf(platformFields)).toMatchObject({
      primaryId: id('awren@example.org'),
      recordType: id('STAFF'),
      accountType: id('EXTERNAL'),
      userGroup: id('Library Staff'),
      purgeDate: { state: 'read', value: null },
    });
  });

  test('are read from inputs that are out of use, and in a section that is folded', () => {
    const off = field(
      'User group',
      'useruserGroup',
      '<input type="text" disabled id="pageBeanuseruserGroup" value="Faculty" title="Faculty">',
    );
    const folded = recordOf([...rest, off], { content: section('General', [...rest, off].join(''), false) });
    expect(folded).toMatchObject({ userGroup: id('Faculty'), status: id('ACTIVE') });
  });

  test('may be a row of choices, by the code in the ids', () => {
    expect(shownAs(radios('STAFF'))?.recordType).toEqual(id('STAFF'));
    expect(shownAs(radios('CONTACT'))?.recordType).toEqual(id('CONTACT'));
    expect(shownAs(radios(''))?.recordType.state).toBe('unread');
    const torn = radios('STAFF').replace('value="STAFF"', 'value="PUBLIC"');
    expect(shownAs(torn)?.recordType.state).toBe('unread');
  });

  test('may be a combo that was not used yet', () => {
    expect(shownAs(combo('Library Staff', staff))?.userGroup).toEqual({ ...id('Library Staff'), code: '20' });
    const recent =
      '<optgroup label="Recent"><option class="selectionHistoryItem" value="20">Library Staff (recent)</option></optgroup>';
    expect(shownAs(combo('Library Staff', recent + staff))?.userGroup).toEqual({ ...id('Library Staff'), code: '20' });
    const recentChosen = recent.replace('value="20"', 'value="20" selected') + staff;
    expect(shownAs(combo('Library Staff', recentChosen))?.userGroup).toEqual({ ...id('Library Staff'), code: '20' });
  });

  test('with nothing chosen are empty, also where the browser stands on the first choice', () => {
    const none = '<option class="jsKeepBottom" value="Null"></option>';
    expect(shownAs(combo('', staff.replace(' selected', '') + none))?.userGroup).toEqual({
      state: 'read',
      value: null,
    });
    expect(
      shownAs(combo('', staff.replace(' selected', '') + none.replace('value', 'selected value')))?.userGroup,
    ).toEqual({ state: 'read', value: null });
    expect(shownAs(combo('', staff))?.userGroup).toEqual(why('contradictory'));
    const chosen = combo('', '<option value="STAFF" selected>Staff</option>');
    const asType = (html: string) =>
      html.replaceAll('useruserGroup', 'userrecordType').replace('User group', 'Record type');
    expect(shownAs(asType(chosen))?.recordType).toEqual(why('contradictory'));
    const type = combo('', '<option value="STAFF">Staff</option><option class="jsKeepBottom" value="Null"></option>')
      .replaceAll('useruserGroup', 'userrecordType')
      .replace('User group', 'Record type');
    expect(shownAs(type)?.recordType.state).toBe('unread');
  });

  test('may carry their code in a hidden field, until somebody types', () => {
    const auto = (code: string) =>
      field(
        'User group',
        'useruserGroup',
        `<div class="pickupControls"><input type="text" class="jsAutoCompleteClass" id="pageBeanuseruserGroup" value="Faculty"><input type="hidden" name="pageBean.user.userGroupCode" value="${code}"><script>registerAutocomplete("pageBeanuseruserGroup","pageBean.user.userGroupCode")</script><button id="PICKUP_ID_pageBeanuseruserGroup" class="improvedPickup"></button><ul class="jsItemsForAutocomplete"><li>Visitors</li></ul></div>`,
      );
    expect(shownAs(auto('0'))?.userGroup).toEqual(id('Faculty'));
    expect(shownAs(auto('30'))?.userGroup).toEqual({ ...id('Faculty'), code: '30' });
    (document.getElementById('pageBeanuseruserGroup') as HTMLInputElement).value = 'Visitors';
    expect(readUserPage(document, options)?.record.userGroup).toEqual(id('Visitors'));
  });

  test('of the header, its recent searches and the name of who is signed in are never read', () => {
    const record = recordOf(rest.slice(1));
    expect(record?.primaryId).toEqual(why('not-on-this-page'));
    expect(JSON.stringify(record)).not.toMatch(/header@|recent@|Ostrich/);
    // Where nothing smaller holds the page, the header stands beside it.
    document.body.innerHTML = document.body.innerHTML.replace(/<(\/?)(?:page-wrapper|form)\b/g, '<$1div');
    expect(readUserPage(document, options)?.root).toBe(document.body);
    expect(readUserPage(document, options)?.record.primaryId).toEqual(why('not-on-this-page'));
  });

  test('are told in other languages as far as these are known', () => {
    const japanese = [readOnly('プライマリ識別子', 'zx', 'awren'), ...rest.slice(1)];
    expect(recordOf(japanese, { title: 'ユーザーの詳細' })?.primaryId).toEqual(id('awren'));
    const portuguese = [
      readOnly('Identificador principal', 'zx', 'awren'),
      readOnly('Tipo de registro', 'zy', 'Operador'),
    ];
    expect(recordOf([...rest.slice(1), ...portuguese], { title: 'Detalhes do usuário' })).toMatchObject({
      primaryId: id('awren'),
      recordType: id('STAFF'),
    });
    expect(
      recordOf([readOnly('Datum expirace', 'zx', '31.12.2027'), ...rest.slice(0, -2)], { title: 'Uživatelské konto' })
        ?.expiryDate,
    ).toEqual(id('2027-12-31'));
  });
});

describe('pick-lists, the side pane', () => {
  const list = platformList({ id: 'userList', columns: [['name', 'Name']], rows: [['Wren, Ada']] });

  test('a page that says of itself that it is a pick-list is neither list nor record, and nothing is guarded there', () => {
    draw({ mode: 'Pickup', content: list, tab: null, xml: 'user.users_list.xml', title: 'Manage Users' });
    expect(readUserList(document, () => options)).toBeUndefined();
    expect(guardedPage(document, undefined)).toBeUndefined();
    expect(read({ mode: 'Pickup', content: general, apm: wren })).toBeUndefined();
    const own = { content: list, tab: null, xml: 'user.users_list.xml', title: 'Manage Users', name: '' };
    draw({ ...own, mode: '' });
    const form = document.getElementById('pageForm');
    form?.setAttribute('action', (form.getAttribute('action') ?? '').replace('=Edit', '=Pickup'));
    expect(readUserList(document, () => options)).toBeUndefined();
    draw(own);
    expect(readUserList(document, () => options)).toBeDefined();
  });

  const pane = (inner: string) => `<floating-sidepane name="alma-main-sidepane">${inner}</floating-sidepane>`;
  const second = (): string => {
    draw({
      name: 'Brown, Ben',
      apm: brown,
      content: readOnly('Primary identifier', 'userprimaryIdentifier', 'bbrown'),
    });
    return document.getElementById('externalHtml')?.outerHTML ?? '';
  };

  test('a second page in the side pane is not mixed into the first, in either order', () => {
    for (const where of ['beside', 'before'] as const) {
      draw({ content: general, apm: wren, beside: pane(second()) });
      if (where === 'before')
        document.getElementById('mcw')?.before(document.querySelector('floating-sidepane') as Element);
      const page = readUserPage(document, options);
      expect(page?.record).toMatchObject({ primaryId: id('awren@example.org'), name: id('Wren, Ada') });
    }
  });

  test('a record in the side pane alone is none, and a Delete there is of somebody unread', () => {
    const remove = '<button id="PAGE_BUTTONS_cbuttondelete" name="genericOperation">Delete</button>';
    draw({
      xml: 'vendor.vendor_details.xml',
      title: 'Vendor Details',
      tab: null,
      name: '',
      beside: pane(second() + remove),
    });
    expect(readUserPage(document, options)).toBeUndefined();
    const action = recogniseAction(document.getElementById('PAGE_BUTTONS_cbuttondelete'), {
      document,
      screen: undefined,
      memory: freshMemory(),
      isProtected: () => false,
      isPatron: () => 'no',
      flipped: false,
    });
    expect(action).toMatchObject({ kind: 'delete', subject: { identified: false } });
  });
});

describe('what is guarded in the side pane', () => {
  const form = (xml: string, title: string, k: string, inside = '') =>
    `<floating-sidepane><form id="pageForm" action="/mng/action/pageAction.do?pageViewMode=View&amp;xmlFileName=${xml}"><span class="pageTitle">${title}</span>${inside}<button id="PAGE_BUTTONS_c${k}" name="genericOperation">${k}</button></form></floating-sidepane>`;

  test.each([
    ['a page of roles by its title', form('x.xml', 'User Roles Details', 'buttonsave'), 'edit-unread'],
    ['a page of roles by its name', form('user.user_roles_add_role.xml', 'Přidat roli', 'buttonsave'), 'edit-unread'],
    [
      'a record in a language nobody knows',
      form('user.user_details_general.xml', 'Notendur', 'buttondelete'),
      'delete',
    ],
    [
      'a record by the id that its body will have',
      form('', 'Notendur', 'buttondelete', '<span id="dynamic_body_id">body_id_xml_file_user.user_details.xml</span>'),
      'delete',
    ],
    ['a purge', form('user.purge_users.xml', 'Purge', 'buttonrun'), 'purge'],
    ['a purge by its title', form('x.xml', 'Purge User Records', 'buttonrun'), 'purge'],
    ['something else', form('vendor.vendor_details.xml', 'Vendor Details', 'buttondelete'), undefined],
  ])('%s', (_, pane, kind) => {
    draw({ xml: 'vendor.vendor_list.xml', title: 'Vendors', tab: null, name: '', beside: pane });
    const action = recogniseAction(document.querySelector('floating-sidepane button'), {
      document,
      screen: undefined,
      memory: freshMemory(),
      isProtected: () => false,
      isPatron: () => 'no',
      flipped: false,
    });
    expect(action?.kind).toBe(kind);
  });
});

describe('guidance and guard on the platform', () => {
  test('guidance goes behind what keeps the room of a header that is held at the top', () => {
    draw({ content: general });
    const guidance = document.createElement('alma-user-guard');
    const place = placeIn(document);
    place?.parent.insertBefore(guidance, place.before);
    expect(guidance.previousElementSibling?.id).toBe('breadcrumbsAffixedElementPlaceholder');
    expect(placeIn(document)).toEqual(place);
  });

  const buttonIn = (place: string) => {
    draw({ content: general });
    const button = document.createElement('button');
    button.id = 'PAGE_BUTTONS_cbuttondelete';
    button.name = 'genericOperation';
    button.textContent = 'Verwijderen';
    const holder = document.createElement('div');
    holder.innerHTML = place;
    (holder.querySelector('.here') ?? holder).append(button);
    document.querySelector('.responsiveMenu')?.append(holder);
    if (place.includes('dialog')) document.body.append(holder);
    return recogniseAction(button, {
      document,
      screen: undefined,
      memory: freshMemory(),
      isProtected: () => false,
      isPatron: () => 'no',
      flipped: false,
    });
  };

  test.each([
    ['in the menu of a narrow window', '<li class="here"></li>'],
    ['in a dialog', '<div role="dialog" class="modal here"></div>'],
  ])('a page button is known by its id %s, whatever its name and its words', (_, place) => {
    expect(buttonIn(place)).toMatchObject({ kind: 'delete', by: 'id' });
  });

  test.each(['data-hint-title', 'data-original-title'])('a hotkey is known by %s', (attribute) => {
    draw({ content: general });
    const save = document.getElementById('PAGE_BUTTONS_cbuttonsave');
    save?.classList.remove('jsHotkeyHint');
    for (const other of ['data-hint-title', 'data-original-title'])
      if (other !== attribute) save?.removeAttribute(other);
    const press = (key: string) =>
      hotkeyTargets(document, new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, altKey: true }));
    expect(press('s')).toEqual([save]);
    expect(press('x')).toEqual([]);
  });
});
