import {
  type AlmaPage,
  type Look,
  type ManagementPage,
  managementPage,
  otherPage,
  type Person,
  rolePage,
  type UserListPage,
  userDetails,
  userList,
} from './description.ts';
import { crowd, namedUser } from './people.ts';
import { role } from './roles.ts';
import { rolesOnScreen, userTabs } from './user-details.ts';
import { peopleOnScreen } from './user-list.ts';

/**
 * The page that Alma draws when a control of this one is used; `to` and `row` are what the control carries.
 * Throws when this page has no such control.
 */
export function neighbour(from: AlmaPage, to: string, row: number): AlmaPage {
  const found = byScreen(from, to, row) ?? anywhere(from, to);
  if (!found) throw new Error(`${from.screen} leads nowhere by ${to}.`);
  return found;
}

/** What a page hands on to the next one; spinner and half-drawn states are its own. */
const lookOf = (page: AlmaPage): Look => ({
  language: page.language,
  layout: page.layout,
  skeleton: { ...page.skeleton, bodyIdOf: 'this-page', sidePane: null },
  ids: page.ids,
  dateFormat: page.dateFormat,
  bodyId: page.bodyId,
  spinner: false,
  clock: page.clock,
  strictCsp: page.strictCsp,
  controls: page.controls,
  confirm: page.confirm,
  confirmNames: page.confirmNames,
});

function byScreen(from: AlmaPage, to: string, row: number): AlmaPage | undefined {
  switch (from.screen) {
    case 'user-details': {
      const tab = userTabs.find((each) => to === `tab:${each}`);
      if (tab) return { ...from, tab };
      if (to === 'update') return { ...from, editable: true };
      return fromRecord(from.person, lookOf(from), to, rolesOnScreen(from)[row]?.name);
    }
    case 'user-list':
      return fromList(from, to, row);
    case 'add-role':
    case 'add-from-profiles':
    case 'role-details':
      return to === 'record' ? userDetails(from.person, lookOf(from)) : undefined;
    case 'purge-users':
    case 'purge-add-job':
      return fromPurge(from, to);
    case 'merge-users':
      return to === 'pick-list' ? userList(crowd(12), { ...lookOf(from), pickList: 'opener' }) : undefined;
    default:
      return undefined;
  }
}

/** Roles that the pages for adding offer. */
export const offeredRoles = [
  'Patron',
  'Cataloger',
  'User Manager',
  'Instructor',
  'Selector',
  'Circulation Desk Operator',
].map((name) => role(name));

function fromRecord(person: Person, look: Look, to: string, roleName: string | undefined): AlmaPage | undefined {
  if (to === 'add-role' || to === 'add-from-profiles') return rolePage(to, person, offeredRoles, look);
  const chosen = person.roles.filter((each) => each.name === roleName);
  return to === 'role-details' ? rolePage(to, person, chosen, look) : undefined;
}

function fromList(from: UserListPage, to: string, row: number): AlmaPage | undefined {
  const person = peopleOnScreen(from)[row];
  if (to === 'open' && person) return userDetails(person, lookOf(from));
  if (to === 'frame') return { ...from, pickList: 'frame' };
  const [what, which = ''] = to.split(':');
  if (what === 'page') return { ...from, page: Number(which) };
  const tab = (['staff', 'public', 'contact', 'all'] as const).find((each) => what === 'list-tab' && each === which);
  return (
    tab && {
      ...from,
      tab,
      page: 1,
      people: from.people.filter((each) => tab === 'all' || each.recordType === tab.toUpperCase()),
    }
  );
}

function fromPurge(from: ManagementPage, to: string): AlmaPage | undefined {
  if (to === 'purge-users' || to === 'purge-add-job') return { ...from, screen: to };
  const [what, code = ''] = to.split(':');
  if (what !== 'record-type') return undefined;
  // The bare family numbers its choices, the empty one first.
  const types = ['PUBLIC', 'STAFF', 'CONTACT'] as const;
  const recordType = types.find((type, n) => type === code || String(n + 2) === code) ?? '';
  return { ...from, purge: { ...from.purge, recordType, userGroup: '' } };
}

/** Controls of the shell. */
function anywhere(from: AlmaPage, to: string): AlmaPage | undefined {
  if (to === 'user-list') return userList([namedUser, ...crowd(39)], lookOf(from));
  if (to === 'home') return otherPage('home', namedUser, lookOf(from));
  return to === 'purge-users' ? managementPage(to, lookOf(from)) : undefined;
}
