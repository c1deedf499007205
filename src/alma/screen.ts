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
  /** What it was found by: an id of the markup data, an id's ending, a label's text, a header's id or text, a taught locator. */
  readonly by?: 'id' | 'id-ending' | 'label' | 'header' | 'header-text' | 'content' | 'taught';
  /** The confidence that the facts give to what it was found by. */
  readonly sure: 'high' | 'medium' | 'low';
}

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
  readonly roleRows: readonly RoleRow[];
  readonly anchors: readonly Anchor[];
  /** Where guidance goes, or `undefined` while Alma redraws the page. */
  readonly place: () => Place | undefined;
}

/** What is drawn in the tab. Every other page is no screen at all, and gets nothing. */
export type Screen = UserRecordScreen;
