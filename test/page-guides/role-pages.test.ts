// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { recordSessions } from '../../src/alma/record-session.ts';
import { type AlmaPage, rolePage, userDetails } from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import * as people from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { showPage } from '../reader/show-page.ts';
import { guidedNow, guidedOn } from './guided-on.ts';

function tickRow(name: string): void {
  const row = [...document.querySelectorAll('tbody tr')].find((each) => each.textContent?.includes(name));
  const box = row?.querySelector<HTMLInputElement>('[type="checkbox"]');
  if (!box) throw new Error(`There is no ${name} to tick.`);
  box.checked = true;
}

const roleName = offeredRoles[1]?.name ?? '';

describe('roles to choose from', () => {
  test.each(['likely', 'unlike'] as const)('none, one, two are ticked (%s ids)', (ids) => {
    expect(guidedOn(rolePage('add-role', people.ordinaryPatron, offeredRoles, { ids }))?.fields.roles).toEqual([]);
    tickRow(roleName);
    expect(guidedNow()?.fields.roles).toEqual([{ name: roleName }]);
    tickRow(offeredRoles[2]?.name ?? '');
    expect(guidedNow()?.fields.roles).toHaveLength(2);
  });

  test('a profile gives the roles that it names', () => {
    expect(guidedOn(rolePage('add-from-profiles', people.ordinaryPatron, offeredRoles.slice(0, 3)))?.fields).toEqual({
      roles: [],
      profiles: [],
    });
    tickRow('Front desk');
    expect(guidedNow()?.fields.roles).toEqual(offeredRoles.slice(0, 3).map(({ name }) => ({ name })));
    expect(guidedNow()?.fields.profiles).toEqual([]);
  });

  test('a profile whose roles the page does not show is named', () => {
    guidedOn(rolePage('add-from-profiles', people.ordinaryPatron, offeredRoles.slice(0, 3)));
    for (const row of document.querySelectorAll('thead tr, tbody tr')) row.lastElementChild?.remove();
    tickRow('Front desk');
    expect(guidedNow()?.fields).toEqual({ roles: [], profiles: ['Front desk'] });
  });

  test('the details of a role: name, status, expiry date', () => {
    const [role] = people.namedUser.roles.slice(1, 2);
    const page = rolePage('role-details', people.namedUser, [{ name: role?.name ?? '', expiryDate: null }]);
    expect(guidedOn(page)?.fields.roles).toEqual([{ name: role?.name, status: 'ACTIVE', expiryDate: null }]);
    const expiry = document.querySelector<HTMLInputElement>('[id$="expiryDate"]');
    if (expiry) expiry.value = '2027-05-01';
    expect(guidedNow()?.fields.roles?.[0]?.expiryDate).toBe('2027-05-01');
  });
});

describe('pages that resemble one', () => {
  test('a list of profiles without a person above it, such as where profiles are set up', () => {
    const page = rolePage('add-from-profiles', people.ordinaryPatron, offeredRoles, {
      headerName: false,
      bodyId: false,
      ids: 'bare',
      layout: 'old',
    });
    expect(guidedOn(page)).toBeUndefined();
  });

  test('the title alone, without what belongs to the page', () => {
    for (const screen of ['add-role', 'role-details'] as const) {
      expect(guidedOn(rolePage(screen, people.ordinaryPatron, offeredRoles))?.page).toBe(screen);
      document.querySelector('.pageContent')?.replaceChildren();
      expect(guidedNow()).toBeUndefined();
    }
  });
});

describe('whose roles they are', () => {
  const options = { dateOrder: 'auto', taughtLocators: [] } as const;

  function look(sessions: ReturnType<typeof recordSessions>, page: AlmaPage) {
    showPage(document, render(page, 'trial'), addressOf(page, 'trial'));
    const read = readUserPage(document, options);
    if (!read) throw new Error('not a record');
    return sessions.look(read, options);
  }

  const { namedUser, ordinaryPatron } = people;

  test('those of the record that was in view just before, if the same name stands above', () => {
    const sessions = recordSessions();
    const { record } = look(sessions, userDetails(namedUser));
    expect(sessions.besides(people.shownName(namedUser))).toEqual(record);
    expect(sessions.besides(people.shownName(namedUser))).toEqual(record);
    expect(sessions.besides(people.shownName(ordinaryPatron))).toBeUndefined();
    expect(sessions.besides(undefined)).toBeUndefined();
  });

  test('nobody’s once any other page was in view', () => {
    const sessions = recordSessions();
    look(sessions, userDetails(namedUser));
    sessions.leave();
    expect(sessions.besides(people.shownName(namedUser))).toBeUndefined();
  });

  test('back on another tab, roles read before are not taken for those of now', () => {
    const sessions = recordSessions();
    look(sessions, userDetails(namedUser));
    sessions.besides(people.shownName(namedUser));
    expect(look(sessions, userDetails(namedUser, { tab: 'identifier' })).record.roles.state).toBe('unread');
  });

  test('back on the record, what was added stands against the roles as they were at first', () => {
    const sessions = recordSessions();
    expect(look(sessions, userDetails(ordinaryPatron)).rolesAtFirst).toHaveLength(ordinaryPatron.roles.length);
    sessions.besides(people.shownName(ordinaryPatron));
    const added = { ...ordinaryPatron, roles: [...ordinaryPatron.roles, ...offeredRoles.slice(0, 1)] };
    const now = look(sessions, userDetails(added));
    expect(now.record.roles).toMatchObject({ state: 'read', value: { length: added.roles.length } });
    expect(now.rolesAtFirst).toHaveLength(ordinaryPatron.roles.length);
  });

  test('another record begins anew', () => {
    const sessions = recordSessions();
    look(sessions, userDetails(ordinaryPatron));
    sessions.besides(people.shownName(ordinaryPatron));
    expect(look(sessions, userDetails(namedUser)).rolesAtFirst).toHaveLength(namedUser.roles.length);
  });
});
