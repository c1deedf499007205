import type { Day, Role } from '../../src/record/index.ts';
import type { Deed } from './controls.ts';
import { plainSkeleton, type Skeleton } from './skeleton/look.ts';

/**
 * The stand-in Alma: a test instrument that draws pages in the *grammar* of Alma's staff pages and serves them over https.
 *
 * - `description.ts` says what a page is; `render.ts` turns a description into an HTML document; `cases.ts` is the matrix of
 *   pages with the record that stands on each; `server.ts` (`startAlma`) serves them, one address a case (`address.ts`).
 * - `page/behaviour.js` is what Alma's own scripts do: redraw in place, spinner, row menus, confirm dialogs, toggles, hotkeys. It notes
 *   what its handlers received in `window.__alma.received` and what was carried out in `window.__alma.done`.
 * - It imports nothing from the extension but the types of the record, and knows none of its selectors: where both agree,
 *   it is because both follow the published grammar.
 *
 * Known of Alma (public code and documentation): the shell, body id, breadcrumbs, tabs with `cuseruser_detailswizard…_span`, `#pageBeanname`,
 * the `pageBean…`, `TABLE_DATA_…`, `SELENIUM_ID_…`, `ROW_ACTION_…`, `PAGE_BUTTONS_…` forms of ids, `#loadingBlocker`,
 * `#iframePopupIframe`, `-` for empty cells, the confirm button's id. Everything marked "synthetic" here is a guess that was never seen
 * on the page in question: the names of the User Details fields, the list of roles, most row action keys, dialog texts, translations.
 * All people are invented (example.org).
 */

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt';

/**
 * `old`: one constant address. `new`: the shell of 2022 and `/ng/page;u=…` addresses. `2026`: the same addresses, and the skeleton of saved
 * pages of February 2026.
 */
export type Layout = 'old' | 'new' | '2026';

/** `likely`: names one would guess. `unlike`: the same grammar with other names. `bare`: no ids that say anything, labels alone. */
export type IdFamily = 'likely' | 'unlike' | 'bare';

/** How days are written: 2027-03-04, 03/04/2027 (month first), 04/03/2027 (day first), 04.03.2027, 4 Mar 2027. */
export type DateFormat = 'iso' | 'mdy' | 'dmy' | 'dotted' | 'textual';

/** `classic`: buttons, links and switches that do what they say. `platform`: as read on 2026 pages, a visible part beside a hidden button. */
export type ControlShape = 'classic' | 'platform';

/** A control that does harm and stands where one does not look first (synthetic, but for the forms of ids). */
export interface ExtraControl {
  /** The i18n key: without dots in ids, with dots where it is the value. */
  readonly k: string;
  readonly label: string;
  readonly does: Deed;
  /** `prefix`: by `PAGE_BUTTONS_`; `bare`: by its key as id; `value`: by a raw key as value; `label`: by its words alone. */
  readonly known: 'prefix' | 'bare' | 'value' | 'label';
  /** In the bar, in the bar's menu of a narrow window, in the page's form, in a dialog, above the list, in a menu of unknown kind. */
  readonly at: 'bar' | 'narrow-bar' | 'form' | 'dialog' | 'above-list' | 'menu';
}

export interface Person {
  readonly id: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly recordType: 'PUBLIC' | 'STAFF' | 'CONTACT';
  readonly accountType: 'INTERNAL' | 'EXTERNAL' | 'INTEXTAUTH';
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly userGroup: { readonly code: string; readonly name: string } | null;
  readonly jobCategory: string | null;
  readonly birthDate: Day | null;
  readonly expiryDate: Day | null;
  readonly purgeDate: Day | null;
  readonly roles: readonly Role[];
  readonly otherIds: readonly { readonly type: string; readonly value: string }[];
}

/** What every page has. */
export interface Look {
  readonly language: Language;
  readonly layout: Layout;
  readonly skeleton: Skeleton;
  readonly ids: IdFamily;
  readonly dateFormat: DateFormat;
  /** Whether `body` carries `body_id_xml_file_…`. */
  readonly bodyId: boolean;
  /** Whether `#loadingBlocker` is showing. */
  readonly spinner: boolean;
  /** A clock in the header that changes the document several times a second. */
  readonly clock: boolean;
  /** Served with a policy that allows nothing inline and requires trusted types. */
  readonly strictCsp: boolean;
  readonly controls: ControlShape;
  /** `modal`: a `.modal` element. `dialog`: a `<dialog>` opened with `showModal()`. `layer`: a box of an unknown class over the page. */
  readonly confirm: 'modal' | 'dialog' | 'layer';
  /** Whether the question of a confirm dialog names the user. */
  readonly confirmNames: boolean;
}

export type UserTab =
  | 'general'
  | 'contact'
  | 'identifier'
  | 'notes'
  | 'blocks'
  | 'fines'
  | 'statistics'
  | 'attachments'
  | 'proxy'
  | 'history';

export type RoleColumn = 'name' | 'scope' | 'status' | 'expiryDate' | 'parameters';

/** How much of the role list is on screen, and in which shape. */
export interface RoleListLook {
  readonly extent:
    | 'whole'
    | 'paged' // a first page of `pageSize`, with counter and pager
    | 'last-page' // the last page of `pageSize`; its counter ends with the number of all
    | 'filtered' // the role filter is set; the counter counts what the filter lets through
    | 'searched' // something stands in the list's own search field
    | 'not-drawn' // the place is there and the table is not
    | 'no-rows-yet'; // the table is there, its rows are not, and the counter says that there are some
  readonly pageSize: number;
  /** The role filter is a list to choose from, or a link that names it and what it lets through (synthetic). */
  readonly filter: 'select' | 'link';
  readonly counter: boolean;
  readonly columns: readonly RoleColumn[];
  /** `icon`: a picture whose meaning is its tooltip (2026 only). */
  readonly status: 'text' | 'toggle' | 'icon';
  /** What a cell holds: a span, a link, a submit button whose value is the text, a shortened span with the whole text in `title`. */
  readonly cell: 'span' | 'link' | 'submit' | 'shortened';
}

export interface UserDetailsPage extends Look {
  readonly screen: 'user-details';
  readonly tab: UserTab;
  readonly person: Person;
  /** Controls instead of read-only texts. */
  readonly editable: boolean;
  /** `for`: labels point at their field. `none`: a label merely stands before it. */
  readonly labels: 'for' | 'none';
  /** Whether `#pageBeanname` stands above the tabs. */
  readonly headerName: boolean;
  readonly roleList: RoleListLook;
  /** A second place on the page that names another identifier, or another status, than the form does. */
  readonly disagreement: 'none' | 'identifier' | 'status';
  /** Fields of another person on the same page. */
  readonly otherPerson: Person | null;
  /** A small form above the role list with an expiry date of its own. */
  readonly roleForm: boolean;
  /** Whether the lists of notes and blocks hold rows, each with a menu that edits it or takes it off. */
  readonly lines: boolean;
  /** A Delete page button (not documented for this page). */
  readonly deleteButton: boolean;
  readonly extra: readonly ExtraControl[];
}

export type ListColumn =
  | 'active'
  | 'name'
  | 'id'
  | 'accountType'
  | 'recordType'
  | 'jobCategory'
  | 'userGroup'
  | 'status'
  | 'expiryDate';

export interface UserListPage extends Look {
  readonly screen: 'user-list';
  readonly tab: 'staff' | 'public' | 'contact' | 'all';
  readonly columns: readonly ListColumn[];
  readonly people: readonly Person[];
  readonly pageSize: number;
  /** The page of the list that is on screen, from 1. */
  readonly page: number;
  readonly counter: boolean;
  /** Whether rows have a menu. */
  readonly menus: boolean;
  /** Tick boxes before the rows. */
  readonly selectable: boolean;
  /** The pick-list of a popup: `frame` is its content, `opener` a page that shows it in `#iframePopupIframe`. */
  readonly pickList: 'no' | 'opener' | 'frame';
  readonly extra: readonly ExtraControl[];
}

/** A role that is being added to or edited on a person. */
export interface RolePage extends Look {
  readonly screen: 'add-role' | 'add-from-profiles' | 'role-details';
  readonly person: Person;
  /** Roles to choose from, or the one that is edited. */
  readonly roles: readonly Role[];
  readonly headerName: boolean;
}

/** Pages of user management and reports without a record of their own. */
export interface ManagementPage extends Look {
  readonly screen:
    | 'purge-users'
    | 'purge-add-job'
    | 'run-job-purge'
    | 'delete-user-policy'
    | 'merge-users'
    | 'staff-login-report'
    | 'roles-report';
  readonly people: readonly Person[];
  readonly pageSize: number;
  readonly purge: {
    readonly days: string;
    readonly recordType: 'PUBLIC' | 'STAFF' | 'CONTACT' | '';
    readonly userGroup: string;
    readonly waiveThreshold: string;
  };
  readonly deletePolicy: 'fully-reportable' | 'statistics' | 'fully-remove';
}

/** Pages that are not about users, some of which resemble one. */
export interface OtherPage extends Look {
  readonly screen:
    | 'home'
    | 'login'
    | 'titles'
    | 'vendor-contact'
    | 'patron-services'
    | 'set-details'
    | 'invoice'
    | 'public-record'
    | 'angular-results';
  readonly rows: number;
  readonly person: Person;
}

export type AlmaPage = UserDetailsPage | UserListPage | RolePage | ManagementPage | OtherPage;

const look: Look = {
  language: 'en',
  layout: '2026',
  skeleton: plainSkeleton,
  ids: 'likely',
  dateFormat: 'iso',
  bodyId: true,
  spinner: false,
  clock: false,
  strictCsp: false,
  controls: 'classic',
  confirm: 'modal',
  confirmNames: true,
};

const wholeRoleList: RoleListLook = {
  extent: 'whole',
  filter: 'select',
  pageSize: 100,
  counter: true,
  columns: ['name', 'scope', 'status', 'expiryDate', 'parameters'],
  status: 'text',
  cell: 'span',
};

/** What may be told of a page when it is made; of its skeleton, only what is not plain. */
type Told<P extends Look, Given extends keyof P> = Partial<Omit<P, 'screen' | 'skeleton' | Given>> & {
  readonly skeleton?: Partial<Skeleton>;
};

const skeletonOf = (given: Partial<Skeleton> | undefined): { skeleton: Skeleton } => ({
  skeleton: { ...plainSkeleton, ...given },
});

/** A User Details page; whatever is not given is the plainest kind: General Information, English, the skeleton of 2026, whole role list. */
export function userDetails(
  person: Person,
  other: Told<UserDetailsPage, 'person' | 'roleList'> & { roleList?: Partial<RoleListLook> } = {},
): UserDetailsPage {
  return {
    ...look,
    screen: 'user-details',
    tab: 'general',
    person,
    editable: person.accountType !== 'EXTERNAL',
    labels: 'for',
    headerName: true,
    disagreement: 'none',
    otherPerson: null,
    roleForm: false,
    lines: false,
    deleteButton: false,
    extra: [],
    ...other,
    ...skeletonOf(other.skeleton),
    roleList: { ...wholeRoleList, ...other.roleList },
  };
}

/** A Manage Users list on its All tab; the documented columns, which leave out the primary identifier. */
export function userList(people: readonly Person[], other: Told<UserListPage, 'people'> = {}): UserListPage {
  return {
    ...look,
    screen: 'user-list',
    tab: 'all',
    columns: ['active', 'name', 'accountType', 'recordType', 'jobCategory', 'userGroup', 'status', 'expiryDate'],
    people,
    pageSize: 20,
    page: 1,
    counter: true,
    menus: true,
    selectable: false,
    pickList: 'no',
    extra: [],
    ...other,
    ...skeletonOf(other.skeleton),
  };
}

/** A page on which roles are added to a person or one role is edited. */
export function rolePage(
  screen: RolePage['screen'],
  person: Person,
  roles: readonly Role[],
  other: Told<RolePage, 'person' | 'roles'> = {},
): RolePage {
  return { ...look, screen, person, roles, headerName: true, ...other, ...skeletonOf(other.skeleton) };
}

/** A page of user management or a report. The purge form stands as Alma opens it: 0 days, nothing chosen. */
export function managementPage(
  screen: ManagementPage['screen'],
  other: Told<ManagementPage, never> = {},
): ManagementPage {
  return {
    ...look,
    screen,
    people: [],
    pageSize: 20,
    purge: { days: '0', recordType: '', userGroup: '', waiveThreshold: '' },
    deletePolicy: 'statistics',
    ...other,
    ...skeletonOf(other.skeleton),
  };
}

/** A page that is not about users; `person` only lends its words to the look-alikes. */
export function otherPage(
  screen: OtherPage['screen'],
  person: Person,
  other: Told<OtherPage, 'person'> = {},
): OtherPage {
  return { ...look, screen, rows: 20, person, ...other, ...skeletonOf(other.skeleton) };
}
