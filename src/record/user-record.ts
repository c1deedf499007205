import type { Day } from './day.ts';

/** A role as Alma lists it on a user. `code` is the `HFrUserRoles.roleType` code, `name` the text on screen or in the file. */
export interface Role {
  name: string;
  code?: string;
  status?: 'ACTIVE' | 'INACTIVE';
  /** What people call the scope; where there is no name for it, its code. */
  scope?: string;
  /** The scope's code (`01EXA_INST`, a library's), where the source has one: two libraries may have one name. */
  scopeCode?: string;
  /** `null`: read, and the role has no expiry date. Absent: not read. */
  expiryDate?: Day | null;
  /** A status or an expiry date stands there and could not be understood: whether the role is switched off is not known. */
  stateUnread?: true;
  /** What the name means is not known: it may be Patron in another language (set by whoever judges, never by a reader). */
  inDoubt?: true;
}

/** All that the rules may know of a user. `null` says "read, and empty". */
export interface UserFields {
  primaryId: string;
  name: string | null;
  recordType: 'PUBLIC' | 'STAFF' | 'CONTACT';
  accountType: 'INTERNAL' | 'EXTERNAL' | 'INTEXTAUTH';
  status: 'ACTIVE' | 'INACTIVE' | 'DELETED';
  userGroup: string | null;
  expiryDate: Day | null;
  purgeDate: Day | null;
  /** Always the whole list; a filtered or paged list is unread. */
  roles: readonly Role[];
  /** There is no value for "never": Alma keeps logins for at most 90 days. */
  lastLogin: Day | 'not-in-window';
}

export type FieldName = keyof UserFields;

/** Why a field could not be read. Each has a sentence of its own in the texts (`unread_why_<reason with underscores>`). */
export type UnreadReason =
  | 'not-on-this-page' // the screen or tab in view does not show the field, or shows it under a name we do not know
  | 'not-in-this-file'
  | 'page-changed' // the field stood there before and cannot be found any more
  | 'unparseable' // something stands there, and it cannot be understood with certainty
  | 'partial' // a list of which only a part is on screen
  | 'contradictory' // two places name different values
  | 'entity-disagrees' // the page says that it is about somebody else than its identifier does
  | 'two-ways' // a day in numbers, whose order nobody told
  | 'translated'; // the text is a translator's (the browser's own, or an extension's), not Alma's

/**
 * What is known of one field. `code`: what the source has beside a shown name (a user group's code, where a select shows the name); a
 * policy may name either.
 */
export type Reading<T> =
  | { readonly state: 'read'; readonly value: T; readonly code?: string }
  | { readonly state: 'unread'; readonly why: UnreadReason; readonly written?: string };

/** Roles that stood on screen of a list that is unread: each of them is held, and there may be more; `total` is what the list says of itself. */
export interface RolesSeen {
  readonly roles: readonly Role[];
  readonly total?: number;
}

/** The fields of a user: every one is there, and says whether it was read. */
export type Readings = { readonly [F in FieldName]: Reading<UserFields[F]> };

/** A user as far as it could be read. */
export type UserRecord = Readings & {
  /** Beside roles that are unread: a part of them decides only what no more roles could change. */
  readonly rolesSeen?: RolesSeen;
};

export const fieldNames = [
  'primaryId',
  'name',
  'recordType',
  'accountType',
  'status',
  'userGroup',
  'expiryDate',
  'purgeDate',
  'roles',
  'lastLogin',
] as const satisfies readonly FieldName[];

/** Wraps a value as read, with the code that stands beside it where there is one. */
export const read = <T>(value: T, code?: string): Reading<T> => ({
  state: 'read',
  value,
  ...(code === undefined ? {} : { code }),
});

/** Says that a field was not read, and why; `written` is how a day is written that can be read two ways. */
export const unread = (why: UnreadReason, written?: string): Reading<never> =>
  written === undefined ? { state: 'unread', why } : { state: 'unread', why, written };

/**
 * Makes a record of the fields that are known; every other field (and one given as `undefined`) is
 * `unread`, for the reason given (`not-in-this-file` unless told).
 */
export function recordOf(known: Partial<UserFields>, otherwise: UnreadReason = 'not-in-this-file'): Readings {
  const readingOf = (field: FieldName): Reading<unknown> =>
    Object.hasOwn(known, field) && known[field] !== undefined ? read(known[field]) : unread(otherwise);
  return Object.fromEntries(fieldNames.map((field) => [field, readingOf(field)])) as unknown as Readings;
}
