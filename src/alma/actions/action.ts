import type { Role, UserRecord } from '../../record/index.ts';
import type { Screen } from '../screen.ts';
import type { Sure } from './words.ts';

export type ActionKind =
  | 'delete'
  | 'deactivate'
  | 'edit-protected'
  | 'edit-unread'
  | 'remove-patron'
  | 'remove-role'
  | 'merge-protected'
  | 'purge';

/** The record, or the job, that an action is about. */
export interface Subject {
  /** Equal for two actions on the same record of the page in front of the user; never stored, never logged. */
  readonly key: string;
  /** What the page shows of the users concerned: one as a rule, two on a merge, none for a job or where nothing could be read. */
  readonly records: readonly UserRecord[];
  /**
   * True where the key stands for who the user is, or for whom was ticked. False where it stands for a place on the page alone: what was
   * said about it holds for nothing that comes later.
   */
  readonly identified: boolean;
  /** The same user as Alma loaded the record and as its form stands now, where that may differ from `records`; as Alma loaded it first. */
  readonly otherwise?: readonly UserRecord[];
  /** True for those who are ticked in a list. */
  readonly bulk?: true;
  /** False when a confirm dialog could not be tied to the record that the action began with. */
  readonly tied: boolean;
}

/** A destructive action about to happen. */
export interface Action {
  readonly kind: ActionKind;
  /** Alma's control. */
  readonly control: Element;
  readonly subject: Subject;
  /** `id`: an id or key of Alma's; `label`: the control's words; `state`: what a toggle or a field shows. */
  readonly by: 'id' | 'label' | 'state';
  readonly sure: Sure;
  /** True for taking off a role that could not be read, or whose name nobody knows: it may be Patron. */
  readonly isUnreadRole?: true;
  /** The action that Alma asks back about, where this is the button that makes it happen. */
  readonly confirms?: Action;
}

/** What was seen of an action before its confirm dialog appeared. */
export interface ActionMemory {
  /** The row whose menu was opened last. */
  menu: { readonly list: string; readonly row: number; readonly subject: Subject } | undefined;
  /**
   * What Alma received last: an action that the guard knows, the menu of another list than the users' (notes, blocks, invoices),
   * or any other control. `undefined`: nothing yet on this page.
   */
  opener: Action | 'other-list' | 'other' | undefined;
  /** The screen that was drawn last; another one has nothing to do with what was seen on it. */
  screen: string | undefined;
  /** The status that a record showed when it was first drawn. */
  firstStatus: { readonly key: string; readonly status: 'ACTIVE' | 'INACTIVE' | 'DELETED' } | undefined;
}

export interface ActionContext {
  readonly document: Document;
  readonly screen: Screen | undefined;
  readonly memory: ActionMemory;
  /** True for an account that nobody may touch, judged by the rules in force; `undefined` as long as these are not known. */
  readonly isProtected: (record: UserRecord) => boolean | undefined;
  /** Whether a role on the record is Patron, in any language, by its code or as the policy in force names it. */
  readonly isPatron: (role: Role) => 'yes' | 'no' | 'perhaps';
  /** True when the browser has already flipped a checkbox under the event (`click`, `input`, `change`). */
  readonly flipped: boolean;
}
