import type { FieldName, Role, UserRecord } from '../record/index.ts';

/** A place in Alma's document where guidance may go. Looked up anew each time: fragments are redrawn under us. */
export interface Place {
  readonly parent: Element;
  /** The child of `parent` to stand before; `null` to stand last. */
  readonly before: Node | null;
}

/** A row of the role list, whether or not the list is whole. */
export interface RoleRow {
  /** The cell with the role's name: a mark goes in at its end. */
  readonly cell: Element;
  readonly role: Role;
}

/** A field that the reader looked for: how it was found, and how sure that is. Holds no value. */
export interface Anchor {
  readonly field: FieldName | 'role.name' | 'role.status' | 'role.scope' | 'role.expiryDate';
  readonly found: boolean;
  /** What it was found by: an id of the markup data, an id's ending, a label's text, a header's id or text, a taught locator, what the page says it is about. */
  readonly by?: 'entity' | 'id' | 'id-ending' | 'label' | 'header' | 'header-text' | 'content' | 'taught';
  /** The confidence that the facts give to what it was found by. */
  readonly sure: 'high' | 'medium' | 'low';
  /** Of a date: the order of day, month and year on this page, or `contradictory`, and the signs that tell it (names of attributes and functions, `setting`). */
  readonly days?: readonly string[];
}

/** The fields that say whose record it is, and whether it is one that nobody may touch. */
export type Identity = Pick<UserRecord, 'primaryId' | 'name' | 'userGroup'>;

/** The User Details screen, identified with certainty. */
export interface UserRecordScreen {
  readonly kind: 'user-record';
  /**
   * Tells one record from another while the tab lives; never stored, never logged. Another key is another record,
   * whatever the URL does.
   */
  readonly key: string;
  readonly tab: 'general' | 'identifiers' | 'other';
  /** What is known of the record: this tab, and what other tabs of the same record showed before. */
  readonly record: UserRecord;
  /**
   * Whose record it is: as Alma loaded it when it was opened, and as its form stands at this moment. Read anew at each call: a value that
   * a script or a password manager sets gives no sign.
   */
  readonly identities?: () => { readonly loaded: Identity; readonly typed: Identity };
  /** True where the page shows that the record has no primary identifier: a new user's form, a contact. */
  readonly isWithoutId?: boolean;
  /** The roles as they stood when a whole list of them was first read of this record, before anything was changed here. */
  readonly rolesAtFirst?: readonly Role[];
  readonly roleRows: readonly RoleRow[];
  readonly anchors: readonly Anchor[];
  /** Where guidance goes, or `undefined` while Alma redraws the page. */
  readonly place: () => Place | undefined;
}

/** A row of the user list, with what it shows of the user; all else is `not-on-this-page`. */
export interface UserRow {
  readonly element: Element;
  /** The cell with the name (or, without one, the identifier). */
  readonly cell: Element;
  /** The element in the cell that its text ends in: a mark goes in at its end. Looked up anew each time. */
  readonly end: () => Element;
  readonly record: UserRecord;
}

/** The user list (Manage Users, Find and Manage Users); never the look-alike in the pick-list frame. */
export interface UserListScreen {
  readonly kind: 'user-list';
  /** Tells one list from another; sorting, paging and redrawing keep it. */
  readonly key: string;
  /** The list's name as ids carry it (`userList` in `TABLE_DATA_userList`). */
  readonly list: string;
  /** Whether the list has a column of primary identifiers; without one a row is known by its name alone. */
  readonly hasIdentifiers: boolean;
  /** The columns that were recognised; the marks speak of nothing else. */
  readonly columns: readonly string[];
  /** Where something about the list as a whole goes, or `undefined` while Alma redraws the page. */
  readonly place: () => Place | undefined;
  /** The element within which Alma redraws the list, as long as it is there. */
  readonly container: () => Element | undefined;
  /** The rows as drawn now, read anew at each call. */
  readonly rows: () => readonly UserRow[];
  /** The row that an element stands in, or the row that ids give this number; read anew at each call. */
  readonly row: (at: Element | number) => UserRow | undefined;
}

/** The pages of user management for which there is a guide. */
export type GuidedPage =
  | 'purge-users'
  | 'run-job-purge'
  | 'delete-user-policy'
  | 'merge-users'
  | 'staff-login-report'
  | 'roles-report'
  | 'add-role'
  | 'add-from-profiles'
  | 'role-details';

/** What Alma keeps of a purged user, in an institution's own setting. */
export type DeleteUserPolicy = 'fully_reportable' | 'statistics' | 'fully_remove';

/** A row of a report; blank cells are empty texts, and a column that the report does not have is absent. */
export interface ReportRow {
  readonly user: string;
  readonly lastLogin?: string;
  readonly role?: string;
}

/** What the fields of a page with a guide show. What could not be read, or is not on the page, is absent. */
export interface GuidedFields {
  /** The form of a purge, as long as it is open; a choice of everything is an empty text. */
  readonly job?: {
    readonly days?: string;
    readonly recordType?: string;
    readonly userGroup?: string;
    readonly waiveThreshold?: string;
  };
  readonly deletePolicy?: DeleteUserPolicy;
  /** The users to be merged, with what is shown of each. */
  readonly merged?: readonly UserRecord[];
  /** The rows on screen; `total` is what the list's own counter says where that is more. */
  readonly report?: { readonly rows: readonly ReportRow[]; readonly whole: boolean; readonly total?: number };
  /** The roles that are ticked or edited. */
  readonly roles?: readonly Role[];
  /** The names of ticked profiles whose roles the page does not show. */
  readonly profiles?: readonly string[];
}

/** A page of user management without a record of its own, identified with certainty. */
export interface GuidedScreen {
  readonly kind: 'guided-page';
  readonly page: GuidedPage;
  readonly fields: GuidedFields;
  /** On a role page: the record that it was opened from, if that was read in this tab just before and bears the same name. */
  readonly record?: UserRecord;
  /**
   * On a role page: the record page that was in view in this tab just before, unless another name stands above this one: its key, and the
   * record under each identity that it was known by.
   */
  readonly reached?: Reached;
  readonly place: () => Place | undefined;
}

/** The record that a page was reached from, under each identity that it was known by, the one that Alma loaded first. */
export interface Reached {
  readonly key: string;
  readonly records: readonly UserRecord[];
}

/** What is drawn in the tab. Every other page is no screen at all, and gets nothing. */
export type Screen = UserRecordScreen | UserListScreen | GuidedScreen;
