// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type ActionMemory, freshMemory, noteArrival, noteMenu, noteScreen } from '../../src/alma/actions/index.ts';
import type { Screen } from '../../src/alma/screen.ts';
import { otherPage, type Person, userDetails, userList } from '../alma/earlier.ts';
import * as people from '../alma/people.ts';
import { render } from '../alma/render.ts';
import { columns, control, kindsOn, languages, nameIn, recognise, show } from './actions-on.ts';
import { showPage } from './show-page.ts';

const families = ['likely', 'unlike', 'bare'] as const;
/** Adds another list of the user's to the page, with a Delete in its row's menu, by the grammar of ids. */
function deleteIn(list: string): Element {
  const table = document.createElement('table');
  table.id = `TABLE_DATA_${list}`;
  const item = document.createElement('li');
  item.id = `ROW_ACTION_${list}_0_c.ui.table.btn.delete`;
  const link = document.createElement('a');
  link.title = 'Delete';
  link.textContent = 'Delete';
  item.append(link);
  table.insertRow().insertCell().append(item);
  (document.querySelector('.pageContent') ?? document.body).append(table);
  return link;
}

/** Alma's dialog as a page fragment, with what it says. */
function confirmSaying(text: string): Element {
  const box = document.createElement('div');
  box.className = 'modal';
  const said = document.createElement('p');
  said.textContent = text;
  const button = document.createElement('button');
  button.id = 'PAGE_BUTTONS_cbuttonconfirmationconfirm';
  button.textContent = 'Confirm';
  box.append(said, button);
  document.body.append(box);
  return button;
}

describe('a row of the user list', () => {
  for (const language of languages) {
    for (const ids of families) {
      test(`in ${language} with ${ids} ids: Delete and a toggle that is on, and nothing else`, () => {
        const screen = show(userList([people.ordinaryPatron, people.inactiveStaff], { columns, language, ids }));
        expect(kindsOn(screen)).toEqual({ delete: ['delete', 'delete'], toggle: ['deactivate'] });
        const action = recognise(control('delete', 1), screen);
        expect(nameIn(action)).toBe(people.shownName(people.inactiveStaff));
        expect(action?.by).toBe(ids === 'likely' ? 'id' : 'label');
      });
    }
  }

  test('a German "Löschen" is recognised by its word, and the word is well known', () => {
    const screen = show(userList([people.ordinaryPatron], { columns, language: 'de', ids: 'unlike' }));
    expect(recognise(control('delete'), screen)).toMatchObject({ kind: 'delete', by: 'label', sure: 'high' });
  });

  test('a Spanish one is, and we are less sure', () => {
    const screen = show(userList([people.ordinaryPatron], { columns, language: 'es', ids: 'unlike' }));
    expect(recognise(control('delete'), screen)).toMatchObject({ kind: 'delete', by: 'label', sure: 'low' });
  });

  test('a menu with a single action has no key in its id: the word decides', () => {
    const screen = show(userList([people.ordinaryPatron], { columns }));
    const item = control('delete').closest('li');
    if (!item) throw new Error('no item');
    item.id = 'ROW_ACTION_userList_0';
    expect(recognise(control('delete'), screen)).toMatchObject({ kind: 'delete', by: 'label' });
    control('delete').setAttribute('title', 'Edit');
    control('delete').textContent = 'Edit';
    expect(recognise(control('delete'), screen)).toBeUndefined();
  });

  test('a toggle that is off is being switched on; once the browser has flipped it, it is the other way round', () => {
    const screen = show(userList([people.ordinaryPatron, people.inactiveStaff], { columns }));
    expect(recognise(control('toggle', 1), screen)).toBeUndefined();
    expect(recognise(control('toggle', 0), screen, freshMemory(), true)).toBeUndefined();
    (control('toggle', 0) as HTMLInputElement).checked = false;
    expect(recognise(control('toggle', 0), screen, freshMemory(), true)).toMatchObject({
      kind: 'deactivate',
      by: 'state',
    });
  });

  test('a list redrawn under an open menu: nobody can say whom the action is about', () => {
    const screen = show(userList([people.ordinaryPatron, people.namedUser], { columns }));
    const memory = freshMemory();
    noteMenu(memory, control('menu', 0), document, screen);
    expect(recognise(control('delete', 0), screen, memory)?.subject.tied).toBe(true);
    const [name] = document.querySelectorAll('tbody tr [data-does="open"]');
    if (!name) throw new Error('no name');
    name.textContent = 'Other, Somebody';
    name.setAttribute('title', 'Other, Somebody');
    document.getElementById('SPAN_SELENIUM_ID_userList_ROW_0_COL_userName')?.replaceChildren('somebody@example.org');
    document.getElementById('SPAN_SELENIUM_ID_userList_ROW_0_COL_userName')?.removeAttribute('title');
    expect(recognise(control('delete', 0), screen, memory)?.subject.tied).toBe(false);
  });
});

describe('a Delete above the user list', () => {
  function aboveList(): { screen: Screen | undefined; button: Element } {
    const screen = show(userList([people.namedUser, people.ordinaryPatron], { columns }));
    const button = document.createElement('button');
    button.id = 'PAGE_BUTTONS_cbuttondelete';
    document.getElementById('breadcrumbs')?.append(button);
    return { screen, button };
  }

  test('is about the users ticked, not about one that was opened', () => {
    const { screen, button } = aboveList();
    expect(recognise(button, screen)).toMatchObject({
      kind: 'delete',
      subject: { key: 'ticked ', records: [], bulk: true, identified: false, tied: true },
    });
  });

  test.each(['Are you sure?', `Delete ${people.shownName(people.namedUser)}?`])(
    'is one action with its confirm dialog: %s',
    (said) => {
      const { screen, button } = aboveList();
      const memory = freshMemory();
      noteArrival(memory, button, recognise(button, screen));
      expect(recognise(confirmSaying(said), screen, memory)?.subject).toEqual(recognise(button, screen)?.subject);
    },
  );
});

describe('the confirm dialog', () => {
  function deleting(first: Person, ...others: Person[]): { screen: Screen | undefined; memory: ActionMemory } {
    const screen = show(userList([first, ...others], { columns }));
    const memory = freshMemory();
    noteArrival(memory, control('delete'), recognise(control('delete'), screen));
    return { screen, memory };
  }

  test('that names the user is tied to the row, and about the same record', () => {
    const { screen, memory } = deleting(people.namedUser, people.ordinaryPatron);
    const action = recognise(confirmSaying(`Delete ${people.shownName(people.namedUser)}?`), screen, memory);
    expect(action).toMatchObject({ kind: 'delete', by: 'id', sure: 'high', subject: { tied: true } });
    expect(action?.subject.key).toBe(recognise(control('delete'), screen)?.subject.key);
  });

  test('that names nobody is tied while the row still shows the same user', () => {
    const { screen, memory } = deleting(people.namedUser);
    expect(recognise(confirmSaying('Are you sure?'), screen, memory)?.subject.tied).toBe(true);
  });

  test('that names the user of another row cannot be tied', () => {
    const { screen, memory } = deleting(people.namedUser, people.ordinaryPatron);
    const action = recognise(confirmSaying(`Delete ${people.shownName(people.ordinaryPatron)}?`), screen, memory);
    expect(action?.subject.tied).toBe(false);
  });

  test('that names somebody who is not in the list cannot be tied', () => {
    const { screen, memory } = deleting(people.namedUser);
    expect(recognise(confirmSaying('Delete Quillon, Ottoline?'), screen, memory)?.subject.tied).toBe(false);
    expect(recognise(confirmSaying('Delete oquillon2?'), screen, memory)?.subject.tied).toBe(false);
  });

  test('whose row has gone cannot be tied', () => {
    const { screen, memory } = deleting(people.namedUser, people.ordinaryPatron);
    document.querySelector('tbody tr')?.remove();
    expect(recognise(confirmSaying('Are you sure?'), screen, memory)?.subject.tied).toBe(false);
  });

  test('on the user list without anything before it still counts, and says that it is tied to nothing', () => {
    const screen = show(userList([people.namedUser], { columns }));
    expect(recognise(confirmSaying('Continue?'), screen)).toMatchObject({
      kind: 'delete',
      sure: 'low',
      subject: { tied: false },
    });
  });

  test("after a note's or a block's menu deletes no user, even if it speaks of deleting; of an unread record it changes something", () => {
    const screen = show(userDetails(people.namedUser, { tab: 'notes' }));
    const memory = freshMemory();
    const deleteNote = deleteIn('userNotesList');
    noteArrival(memory, deleteNote, recognise(deleteNote, screen));
    const confirming = recognise(confirmSaying('Are you sure that you want to delete this?'), screen, memory);
    expect(confirming).toMatchObject({ kind: 'edit-unread', confirms: { kind: 'edit-unread' } });
  });

  test('after a row action of a user that nobody knows is asked about if it speaks of deleting', () => {
    const screen = show(userList([people.namedUser]));
    const memory = freshMemory();
    const row = control('delete').closest('[id^="ROW_ACTION_"]') as Element;
    row.id = row.id.replace(/[^_]+$/, 'c.ui.table.btn.eradicate');
    for (const named of [row, ...row.querySelectorAll('*')]) named.removeAttribute('title');
    const link = row.querySelector('a') as Element;
    link.textContent = 'Eradicate';
    expect(recognise(link, screen, memory)).toBeUndefined();
    noteArrival(memory, link, undefined);
    expect(recognise(confirmSaying('Delete this user?'), screen, memory)?.kind).toBe('delete');
    expect(recognise(confirmSaying('Go on?'), screen, memory)).toBeUndefined();
  });

  test('is over once it was confirmed or cancelled', () => {
    const { screen, memory } = deleting(people.namedUser);
    const confirm = confirmSaying('Are you sure?');
    noteArrival(memory, confirm, recognise(confirm, screen, memory));
    expect(memory.opener).toBe('other');
  });

  test('on another screen confirms nothing of what was done on the last one', () => {
    const { screen, memory } = deleting(people.namedUser);
    noteScreen(memory, undefined);
    expect(memory.opener).toBeTypeOf('object');
    noteScreen(memory, screen);
    expect(memory.opener).toBeUndefined();
  });

  test('is nothing to us on pages that are not about users', () => {
    const screen = show(otherPage('invoice', people.namedUser));
    expect(recognise(confirmSaying('Delete this invoice?'), screen)).toBeUndefined();
  });
});

describe('the user record', () => {
  for (const language of languages) {
    test(`in ${language} without any ids cannot be read for certain, and its Delete is still one`, () => {
      const screen = show(userDetails(people.namedUser, { language, ids: 'bare', editable: true, deleteButton: true }));
      expect(screen).toBeUndefined();
      expect(kindsOn(screen)).toEqual({
        delete: ['delete'],
        save: ['edit-unread'],
        'remove-role': people.namedUser.roles.map(() => 'edit-unread'),
      });
    });

    for (const ids of ['likely', 'unlike'] as const) {
      test(`in ${language} with ${ids} ids: Delete and the roles, not Save`, () => {
        const screen = show(userDetails(people.namedUser, { language, ids, editable: true, deleteButton: true }));
        expect(screen?.kind).toBe('user-record');
        const { delete: deletes, 'remove-role': roles, ...others } = kindsOn(screen);
        expect(deletes).toEqual(['delete']);
        expect(roles).toEqual(['remove-patron', ...people.namedUser.roles.slice(1).map(() => 'remove-role')]);
        expect(others).toEqual({});
      });
    }
  }

  test('of a protected account: Save, and every role', () => {
    const screen = show(userDetails(people.exLibrisAccount, { editable: true, deleteButton: true }));
    const { save, delete: deletes, 'remove-role': roles = [] } = kindsOn(screen);
    expect(save).toEqual(['edit-protected']);
    expect(deletes).toEqual(['delete']);
    expect(new Set(roles)).toEqual(new Set(['edit-protected']));
  });

  test.each([
    ['notes', 'userNotesList'],
    ['blocks', 'userBlocksList'],
    ['identifier', 'identifiersList'],
    ['attachments', 'attachmentsList'],
    ['general', 'userRolesHistoryList'],
  ] as const)('deletes nothing but the user: a row of the %s tab is not ours', (tab, list) => {
    const general = show(userDetails(people.namedUser, { editable: true }));
    const screen = show(userDetails(people.namedUser, { tab, editable: true }));
    if (general?.kind !== 'user-record' || screen?.kind !== 'user-record') throw new Error('no record');
    // As its session has it, after General Information was seen.
    const { primaryId } = general.record;
    expect(recognise(deleteIn(list), { ...screen, record: { ...screen.record, primaryId } })).toBeUndefined();
  });

  test('Save is a deactivation when the status was active and is not any more', () => {
    const screen = show(userDetails(people.namedUser, { editable: true }));
    if (screen?.kind !== 'user-record') throw new Error('no record');
    const memory: ActionMemory = { ...freshMemory(), firstStatus: { key: screen.key, status: 'ACTIVE' } };
    expect(recognise(control('save'), screen, memory)).toBeUndefined();
    const inactive: Screen = { ...screen, record: { ...screen.record, status: { state: 'read', value: 'INACTIVE' } } };
    expect(recognise(control('save'), inactive, memory)).toMatchObject({ kind: 'deactivate', by: 'state' });
  });

  test('a Delete is a Delete even where the record could not be read', () => {
    show(userDetails(people.namedUser, { deleteButton: true }));
    const action = recognise(control('delete'), undefined);
    expect(action).toMatchObject({ kind: 'delete' });
    expect(nameIn(action)).toBeUndefined();
  });

  test('a control that is switched off does nothing', () => {
    const screen = show(userDetails(people.namedUser, { deleteButton: true }));
    control('delete').setAttribute('disabled', '');
    expect(recognise(control('delete'), screen)).toBeUndefined();
  });

  test.each([
    ['class', 'btn disabled'],
    ['aria-disabled', 'true'],
  ])('one that only looks switched off, by %s, may work all the same', (name, value) => {
    const screen = show(userDetails(people.namedUser, { deleteButton: true }));
    control('delete').setAttribute(name, value);
    expect(recognise(control('delete'), screen)).toMatchObject({ kind: 'delete' });
  });
});

describe('look-alikes', () => {
  for (const screen of [
    'home',
    'titles',
    'vendor-contact',
    'patron-services',
    'set-details',
    'invoice',
    'angular-results',
  ] as const) {
    test(`${screen} has nothing of ours`, () => {
      expect(kindsOn(show(otherPage(screen, people.exLibrisAccount)))).toEqual({});
    });
  }

  test('the pages of public services have nothing either', () => {
    const screen = show(userList([people.namedUser], { columns }));
    expect(kindsOn(screen)).not.toEqual({});
    showPage(document, render(userList([people.namedUser], { columns }), 'trial'), '/view/list');
    expect(kindsOn(undefined)).toEqual({});
  });
});
