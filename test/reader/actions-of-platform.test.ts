// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { freshMemory, noteArrival, noteMenu } from '../../src/alma/actions/index.ts';
import { type AlmaPage, userDetails, userList } from '../alma/earlier.ts';
import * as people from '../alma/people.ts';
import { columns, control, nameIn, recognise, show } from './actions-on.ts';

/** Adds markup at the end of a place of the page, and gives the element that is marked `data-here` in it. */
function add(markup: string, place = 'body'): Element {
  for (const earlier of document.querySelectorAll('[data-here]')) earlier.removeAttribute('data-here');
  document.querySelector(place)?.insertAdjacentHTML('beforeend', markup);
  const found = document.querySelector('[data-here]');
  if (!found) throw new Error('Nothing is marked.');
  return found;
}

/** What the marked element does on a page to which the markup was added. */
function on(page: AlmaPage, markup: string, place?: string) {
  const screen = show(page);
  return recognise(add(markup, place), screen);
}

const record = userDetails(people.namedUser, { editable: true });
const protectedRecord = userDetails(people.exLibrisAccount, { editable: true });
const list = userList([people.namedUser, people.exLibrisAccount], { columns });

describe('a page button is one by its id or key, wherever it stands', () => {
  const bar = '#breadcrumbs';
  const places = [bar, '.pageContent', 'body'];
  const button = (attributes: string, label = 'Do it') => `<button data-here ${attributes}>${label}</button>`;

  describe.each(places)('in %s', (place) => {
    test.each([
      ['id="PAGE_BUTTONS_cbuttondelete" name="genericOperation"', 'delete'],
      ['id="PAGE_BUTTONS_cbuttonremove"', 'delete'],
      ['id="PAGE_BUTTONS_cuserbuttonpurge"', 'purge'],
      ['id="PAGE_BUTTONS_cuserdeactivate"', 'deactivate'],
      ['id="cbuttondelete" name="page.listButtonsPointers[4].operation"', 'delete'],
      ['id="cuserbuttonpurge"', 'purge'],
      ['value="c.user.button.remove"', 'delete'],
    ])('<button %s> on any record: %s', (attributes, kind) => {
      const screen = show(record);
      expect(recognise(add(button(attributes), place), screen)).toMatchObject({ kind, by: 'id', sure: 'high' });
    });

    test.each([
      'id="PAGE_BUTTONS_cbuttonupdate"',
      'id="PAGE_BUTTONS_cbuttonapply"',
      'id="PAGE_BUTTONS_cbuttonsubmit" name="genericOperation"',
      'id="PAGE_BUTTONS_cusertoggle_account_type"',
      'id="cusertoggleaccounttype" name="genericOperation"',
      'id="cuserdetailsformbuttonadd" name="page.listButtonsPointers[4].operation"',
      'value="c.user.details.button.add"',
      'id="PAGE_BUTTONS_cbuttonreactivate"',
      'id="PAGE_BUTTONS_cuserresetpassword"',
    ])('<button %s> changes a protected record, and another one as staff may', (attributes) => {
      expect(on(protectedRecord, button(attributes), place)).toMatchObject({ kind: 'edit-protected', by: 'id' });
      expect(on(record, button(attributes), place)).toBeUndefined();
    });
  });

  test.each(['id="PAGE_BUTTONS_cbuttonopen_for_update"', 'id="PAGE_BUTTONS_cbuttonnavigationcancel"'])(
    '<button %s> changes nothing',
    (attributes) => {
      expect(on(protectedRecord, button(attributes), bar)).toBeUndefined();
    },
  );

  test('a form’s button that deletes something else is not the user’s Delete', () => {
    expect(on(record, button('id="cusernotewidgetbuttondelete"'), '.pageContent')).toBeUndefined();
    expect(on(protectedRecord, button('id="cusernotewidgetbuttondelete"'), '.pageContent')).toMatchObject({
      kind: 'edit-protected',
    });
  });
});

describe('links above the user list', () => {
  const above = (key: string, label: string, listName = 'userList') =>
    `<ul><li id="ADD_HIDERADIO_up_${listName}_${key}"><a for="x" data-here>${label}</a><input type="submit" hidden value="${label}"></li></ul>`;

  test.each([
    ['cbuttondelete', 'Do it', 'delete', 'id'],
    ['cuser_purge_selected', 'Do it', 'purge', 'id'],
    ['cuserdeactivate', 'Do it', 'deactivate', 'id'],
    ['cother', 'Delete', 'delete', 'label'],
  ])('with the key %s and the label %s', (key, label, kind, by) => {
    const screen = show(list);
    const link = add(above(key, label), '.pageContent');
    expect(recognise(link, screen)).toMatchObject({ kind, by });
    expect(recognise(link.nextElementSibling as Element, screen)).toMatchObject({ kind, by });
  });

  test.each([
    ['pageBean.selectedResultsList.values', 1, 'edit-protected'],
    ['pageBean.user.list[1].selected', 1, 'edit-protected'],
    ['pageBean.user.list[0].selected', 0, undefined],
  ])('a change of those who are ticked (%s) concerns a protected account among them: row %i', (name, row, kind) => {
    const screen = show(list);
    const link = add(above('cuser_toggle_account_type', 'Do it'), '.pageContent');
    const cell = document.querySelectorAll('tbody tr')[row]?.lastElementChild;
    cell?.insertAdjacentHTML('beforeend', `<input type="checkbox" name="${name}" checked>`);
    expect(recognise(link, screen)?.kind).toBe(kind);
    expect(recognise(cell?.querySelector(`[name="${name}"]`) ?? link, screen)).toBeUndefined();
  });

  test('those above another list are none of ours', () => {
    expect(on(list, above('cbuttondelete', 'Delete', 'invoiceList'), '.pageContent')).toBeUndefined();
    expect(on(record, above('cbuttondelete', 'Delete', 'notesList'), '.pageContent')).toBeUndefined();
  });

  test('above the roles they take roles off', () => {
    const link = above('cbuttonremove', 'Remove selected', 'userRolesList');
    expect(on(record, link, '.pageContent')).toMatchObject({ kind: 'remove-role' });
    expect(on(protectedRecord, link, '.pageContent')).toMatchObject({ kind: 'edit-protected' });
  });
});

describe('what only its label tells', () => {
  test.each([
    ['Delete user', 'delete'],
    ['Archive', undefined],
  ])('a button without words has those of the label that stands for it: %s', (label, kind) => {
    const markup = `<div><input type="submit" id="go1" value="&gt;" data-here><label for="go1">${label}</label></div>`;
    expect(on(record, markup, '.pageContent')?.kind).toBe(kind);
  });

  test.each([
    ['<div class="actionsPane"><a href="#" data-here>Delete</a></div>', 'body'],
    ['<div><span role="button" tabindex="0" data-here>Delete user</span></div>', '.pageContent'],
    ['<div onclick="void 0" data-here>Delete</div>', '.pageContent'],
    ['<ul role="menu"><li role="menuitem" data-here>Supprimer</li></ul>', 'body'],
  ])('an entry without an id outside the bars is asked about as a guess: %s', (markup, place) => {
    expect(on(record, markup, place)).toMatchObject({ kind: 'delete', by: 'label' });
    expect(on(list, markup, place)).toMatchObject({ kind: 'delete', by: 'label' });
  });

  const deletes = [
    '<button data-here><span class="mat-icon">delete</span> Delete</button>',
    '<button data-here><i class="fa">trash</i>Delete</button>',
    '<button data-here><img alt="Delete" src="x.png"></button>',
    '<button data-here><svg aria-label="Delete user"></svg></button>',
    '<input type="image" alt="Delete" data-here>',
    '<b id="named">Delete</b><button data-here aria-labelledby="named"><i></i></button>',
    '<button data-here>Delete 3 users</button>',
    '<button data-here>Delete (3)</button>',
    '<button data-here title="Delete user (Alt+D)"></button>',
    '<button data-here>Remove user</button>',
    '<button data-here>Datensatz löschen</button>',
    '<button data-here>Excluir usuário</button>',
    '<button data-here>Smazat</button>',
    '<button data-here>削除</button>',
    '<div role="menuitemcheckbox" data-here>Delete</div>',
    '<div style="cursor: pointer"><span data-here>Delete</span></div>',
    '<div tabindex="0" style="cursor: auto"><span style="cursor: pointer" data-here>Delete</span>' +
      '<p>This part of the page scrolls, and holds the text of many lines besides the one control that stands in it.</p></div>',
    '<ex-button data-here>Delete</ex-button>',
  ];

  test('by its icon, its picture, what names it, with a number, an object or a hotkey, in other languages, and where a script alone makes it a control', () => {
    const screen = show(record);
    const kinds = deletes.map((markup) => [markup, recognise(add(markup), screen)?.kind]);
    expect(kinds).toEqual(deletes.map((markup) => [markup, 'delete']));
  });

  const saves = ['Save', 'Save and close', 'Save & Exit', 'Speichern und schließen', 'Enregistrer', 'Salvar', '保存'];
  const corners = [
    (label: string) => `<div class="stickyFooter"><button data-here>${label}</button></div>`,
    (label: string) => `<div role="dialog"><button data-here>${label}</button></div>`,
    (label: string) => `<ul role="menu"><li role="menuitem" data-here>${label}</li></ul>`,
    (label: string) => `<fieldset><a href="#" data-here>${label}</a></fieldset>`,
  ].flatMap((draw) => saves.map(draw));

  test('a Save outside of the bars saves a protected account, and another one as staff may', () => {
    const kindsOf = (page: AlmaPage) => {
      const screen = show(page);
      return corners.map((markup) => recognise(add(markup), screen)?.kind);
    };
    expect(new Set(kindsOf(protectedRecord))).toEqual(new Set(['edit-protected']));
    expect(new Set(kindsOf(record))).toEqual(new Set([undefined]));
  });

  test.each(['Toggle account type', 'Change to internal', 'Reset password', 'Update'])(
    'so does %s, but in a part of the page that has forms of its own',
    (label) => {
      expect(on(protectedRecord, `<button data-here>${label}</button>`)?.kind).toBe('edit-protected');
      expect(on(protectedRecord, `<fieldset><button data-here>${label}</button></fieldset>`)).toBeUndefined();
    },
  );

  test('what stands in Alma’s header is about its searches, and plain text about nothing', () => {
    const searches = '<div id="recentSearchesList"><button data-here>Delete</button></div>';
    expect(on(protectedRecord, searches)).toBeUndefined();
    expect(on(protectedRecord, searches.replace('Delete', 'Save'))).toBeUndefined();
    expect(on(protectedRecord, '<p data-here>Delete</p>', '.pageContent')).toBeUndefined();
  });

  test('on the list it is perhaps about the row whose menu was opened, and that is said', () => {
    const screen = show(list);
    const memory = freshMemory();
    noteMenu(memory, control('menu', 1), document, screen);
    const action = recognise(add('<div class="actionsPane"><a href="#" data-here>Delete</a></div>'), screen, memory);
    expect(nameIn(action)).toBe(people.shownName(people.exLibrisAccount));
    expect(action?.subject.tied).toBe(false);
  });

  test.each(['table', 'fieldset'])('in a %s it is about what stands there', (around) => {
    const inner = '<a href="#" data-here>Delete</a>';
    const markup = around === 'table' ? `<table><tr><td>${inner}</td></tr></table>` : `<fieldset>${inner}</fieldset>`;
    expect(on(record, markup, '.pageContent')).toBeUndefined();
  });
});

describe('the menu of a row', () => {
  /** A row's menu as its holder and a link with a hidden button, the key in a class; on the row of the list given. */
  const entry = (key: string, label: string, holder = 'ROW_ACTION_userList_0') =>
    `<ul id="${holder}"><li><a class="sel-id-LINK_${key} submitUrl" role="button" data-here>${label}</a>` +
    `<input type="submit" class="submitAsLink" value="${label}" hidden></li><li><a class="sel-id-LINK_cbuttonedit">Edit</a></li></ul>`;

  test.each([
    ['cbuttondelete', 'Do it', 'delete', 'id'],
    ['null', 'Delete', 'delete', 'label'],
  ])('the holder is no action, its entries are: key %s, label %s', (key, label, kind, by) => {
    const screen = show(list);
    const link = add(entry(key, label), 'tbody tr td:last-child');
    expect(recognise(link, screen)).toMatchObject({ kind, by, subject: { tied: true } });
    expect(recognise(link.nextElementSibling as Element, screen)).toMatchObject({ kind, by });
    expect(recognise(link.closest('ul') as Element, screen)).toBeUndefined();
  });

  test('of a note, without ids on its entries, is none of ours', () => {
    const place = '.pageContent';
    const markup = `<table id="TABLE_DATA_notesList"><tr><td>${entry('cbuttondelete', 'Delete', 'ROW_ACTION_notesList_0')}</td></tr></table>`;
    expect(on(record, markup, place)).toBeUndefined();
  });
});

describe('the platform’s own toggle', () => {
  const toggle = (state: 'active' | 'inactive', id = 'pageBeanuserList0active') =>
    `<div class="checkContainer ${state === 'inactive' ? 'inactive' : ''}"><div class="toggleCheck" tabindex="0" data-here></div>` +
    `<input type="submit" class="submitableIcons" id="${id}" alt="/images/icon_${state}.png"></div>`;
  const cell = 'tbody tr td';
  const drawn = (page: AlmaPage, state: 'active' | 'inactive') => {
    const screen = show(page);
    document.querySelector(cell)?.replaceChildren();
    return { screen, visible: add(toggle(state), cell) };
  };

  test('is recognised on the part that a person sees, and on its hidden button', () => {
    const { screen, visible } = drawn(list, 'active');
    expect(recognise(visible, screen)).toMatchObject({ kind: 'deactivate', by: 'state' });
    expect(recognise(visible.nextElementSibling as Element, screen)).toMatchObject({ kind: 'deactivate' });
  });

  test('the hidden button is told by its picture: by then the class shows what comes', () => {
    const { screen, visible } = drawn(list, 'active');
    visible.parentElement?.classList.add('inactive');
    expect(recognise(visible.nextElementSibling as Element, screen)).toMatchObject({ kind: 'deactivate' });
  });

  test('that is off is being switched on: nothing is lost, but a protected account changes', () => {
    const one = drawn(list, 'inactive');
    expect(recognise(one.visible, one.screen)).toBeUndefined();
    const other = drawn(userList([people.exLibrisAccount], { columns }), 'inactive');
    expect(recognise(other.visible, other.screen)).toMatchObject({ kind: 'edit-protected', by: 'state' });
  });

  test('in a column without a name is the Active one all the same', () => {
    const { screen, visible } = drawn(userList([people.namedUser], { columns, ids: 'bare' }), 'active');
    document.querySelector('thead th')?.replaceChildren('??????');
    expect(recognise(visible, screen)).toMatchObject({ kind: 'deactivate' });
  });

  test('of a role switches the role off', () => {
    const at = (page: AlmaPage) => {
      const screen = show(page);
      const status = document.querySelector('td[id$="COL_roleStatus"]');
      status?.replaceChildren();
      return recognise(add(toggle('active', 'pageBeanuserRolesList0status'), 'td[id$="COL_roleStatus"]'), screen);
    };
    expect(at(record)).toMatchObject({ kind: 'remove-patron', by: 'state' });
    expect(at(protectedRecord)).toMatchObject({ kind: 'edit-protected' });
  });

  test.each(['Status', 'Active', 'Statut du rôle'])(
    'of a role is known by the words over its column alone: %s',
    (words) => {
      const screen = show(userDetails(people.namedUser, { layout: '2026', roleList: { status: 'toggle' } }));
      const parts = [...document.querySelectorAll('table .toggleCheck, table input.submitableIcons')].slice(0, 2);
      const cell = parts[0]?.closest('td');
      const head = document.querySelector('th[id$="HEADER_roleStatus"]');
      for (const named of [cell, head, ...parts]) named?.removeAttribute('id');
      head?.setAttribute('title', words);
      head?.replaceChildren(words);
      expect(parts.map((part) => recognise(part, screen)?.kind)).toEqual(['remove-patron', 'remove-patron']);
    },
  );

  test('that nothing names, on a record of which nothing tells whose it is, may be that of a protected account', () => {
    const bare = {
      layout: '2026',
      ids: 'bare',
      labels: 'none',
      title: 'Gebruiker',
      skeleton: { entities: 'absent' },
    } as const;
    const nameless = toggle('active', '').replace(' id=""', '');
    const screen = show(userDetails(people.namedUser, { ...bare, roleList: { status: 'toggle' } }));
    const parts = ['.toggleCheck', 'input.submitableIcons'];
    const inRow = parts.map((part) => recognise(document.querySelector(`table ${part}`) as Element, screen)?.kind);
    const visible = add(nameless, '#pageForm');
    const beside = [visible, visible.nextElementSibling as Element].map((part) => recognise(part, screen)?.kind);
    expect([...inRow, ...beside]).toEqual(Array(4).fill('edit-unread'));
    // Nor on one whose Save is let through: what it switches is not known there.
    const known = show(userDetails(people.namedUser, { layout: '2026' }));
    expect(recognise(add(nameless, '#pageForm'), known)).toBeUndefined();
    const vendor = show(userDetails(people.exLibrisAccount, { layout: '2026' }));
    expect(recognise(add(nameless, '#pageForm'), vendor)?.kind).toBe('edit-protected');
  });

  test('beside the status of a record is the record’s', () => {
    const screen = show(record);
    expect(recognise(add(toggle('active', 'pageBeanuserstatus'), '.pageContent'), screen)).toMatchObject({
      kind: 'deactivate',
    });
  });
});

describe('a confirmation in a layer of an unknown class', () => {
  const layer = (said: string, label: string) =>
    `<div class="ex-floating-thing"><p>${said}</p><span><button data-here>${label}</button></span></div>`;
  const deleting = () => {
    const screen = show(list);
    const memory = freshMemory();
    const first = control('delete');
    noteArrival(memory, first, recognise(first, screen));
    return { screen, memory };
  };

  test.each(['Yes', 'OK', 'Delete', 'Confirmer'])('after a Delete, %s confirms it', (label) => {
    const { screen, memory } = deleting();
    expect(recognise(add(layer('Are you sure?', label)), screen, memory)).toMatchObject({
      kind: 'delete',
      by: 'label',
    });
  });

  test('also where it is drawn within the page', () => {
    const { screen, memory } = deleting();
    expect(recognise(add(layer('Are you sure?', 'Yes'), '.pageContent'), screen, memory)).toMatchObject({
      kind: 'delete',
    });
  });

  test('with nothing before it, its own words decide', () => {
    expect(on(list, layer('Delete this user?', 'Yes'))).toMatchObject({ kind: 'delete', by: 'label', sure: 'low' });
    expect(on(list, layer('Show the next page?', 'Yes'))).toBeUndefined();
  });

  test('the bare id of the confirm button is enough', () => {
    const { screen, memory } = deleting();
    const button = add('<div class="x"><button id="cbuttonconfirmationconfirm" data-here>Weiter</button></div>');
    expect(recognise(button, screen, memory)).toMatchObject({ kind: 'delete', by: 'id' });
  });
});
