// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { userDetails } from '../alma/earlier.ts';
import { exLibrisAccount, namedUser } from '../alma/people.ts';
import { control, recognise, show } from './actions-on.ts';

/** Adds a list to the page that the reader cannot make out, with a Delete and a toggle in its row. */
function addList(id: string, header = ''): { remove: Element; toggle: Element } {
  const holder = document.createElement('div');
  holder.innerHTML = `<table id="${id}"><thead><tr><th>${header}</th><th>Active</th></tr></thead><tbody><tr>
    <td><a href="#" title="Delete">Delete</a></td><td><input type="checkbox" role="switch" checked></td></tr></tbody></table>`;
  (document.querySelector('.pageContent') ?? document.body).append(holder);
  return { remove: holder.querySelector('a') as Element, toggle: holder.querySelector('input') as Element };
}

test.each(['remove', 'toggle'] as const)('where nothing is read of the record, a row’s %s is told about', (part) => {
  const screen = show(userDetails(namedUser, { ids: 'bare', editable: true }));
  expect(screen).toBeUndefined();
  expect(recognise(addList('any')[part], screen)).toMatchObject({ kind: 'edit-unread' });
});

test('a role taken off where nothing is read of the record is told about', () => {
  const screen = show(userDetails(namedUser, { ids: 'bare' }));
  expect(recognise(control('remove-role', 1), screen)).toMatchObject({ kind: 'edit-unread' });
});

test.each(['remove', 'toggle'] as const)('on a tab that was opened directly a row’s %s is told about', (part) => {
  const screen = show(userDetails(exLibrisAccount, { tab: 'notes', editable: true }));
  expect(recognise(addList('TABLE_DATA_userNotesList')[part], screen)).toMatchObject({ kind: 'edit-unread' });
});

test.each(['remove', 'toggle'] as const)(
  'on a protected account a row’s %s is a change of it, whatever the list',
  (part) => {
    const screen = show(userDetails(exLibrisAccount, { editable: true }));
    expect(recognise(addList('TABLE_DATA_userNotesList')[part], screen)).toMatchObject({ kind: 'edit-protected' });
  },
);

test('a link above any list of an unread record, and of a protected one', () => {
  const above = () => {
    const link = document.createElement('a');
    link.id = 'ADD_HIDERADIO_up_userNotesList_cbuttonremove';
    link.href = '#';
    (document.querySelector('.pageContent') ?? document.body).append(link);
    return link;
  };
  const unread = show(userDetails(exLibrisAccount, { tab: 'notes' }));
  expect(recognise(above(), unread)).toMatchObject({ kind: 'edit-unread' });
  const stopped = show(userDetails(exLibrisAccount));
  expect(recognise(above(), stopped)).toMatchObject({ kind: 'edit-protected' });
  const ordinary = show(userDetails(namedUser));
  expect(recognise(above(), ordinary)).toBeUndefined();
});

test('on an ordinary record a role of a list that cannot be read may be Patron; a row of another list is none of ours', () => {
  const screen = show(userDetails(namedUser, { editable: true }));
  if (screen?.kind !== 'user-record') throw new Error('no record');
  const unread = {
    ...screen,
    roleRows: [],
    record: { ...screen.record, roles: { state: 'unread', why: 'unparseable' } as const },
  };
  const removing = recognise(control('remove-role', 0), unread);
  expect(removing).toMatchObject({ kind: 'remove-role', isUnreadRole: true });
  expect(recognise(addList('any', 'Role').remove, unread)).toMatchObject({ kind: 'remove-role', isUnreadRole: true });
  expect(recognise(addList('TABLE_DATA_userRolesHistoryList').remove, unread)).toBeUndefined();
  expect(recognise(addList('TABLE_DATA_userNotesList').remove, unread)).toBeUndefined();
  expect(recognise(addList('any', 'Role').remove, screen)).toBeUndefined();
});

test('a Delete outside of any list stays a Delete of the user', () => {
  const screen = show(userDetails(namedUser, { tab: 'notes' }));
  const menu = document.createElement('menu');
  menu.innerHTML = '<a href="#">Delete</a>';
  (document.querySelector('.pageContent') ?? document.body).append(menu);
  expect(recognise(menu.querySelector('a') as Element, screen)).toMatchObject({ kind: 'delete' });
});
