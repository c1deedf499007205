import {
  type FieldName,
  fieldNames,
  fold,
  personKey,
  type Reading,
  type Role,
  type RolesSeen,
  read,
  recordOf,
  type UserRecord,
  unread,
} from '../record/index.ts';
import { shownBy } from './elements.ts';
import type { ReadingOptions } from './pages/options.ts';
import type { UserPage } from './pages/user-record.ts';
import type { Identity, Reached } from './screen.ts';

/** What has been read of one record while its tabs were visited. Lives in memory for the record on screen only. */
export interface RecordSession {
  readonly key: string;
  readonly record: UserRecord;
  /** Whose record it is as Alma loaded it when it was opened, whatever has been typed into its form or drawn again since. */
  readonly loaded: Identity;
  /** The roles as they stood when a whole list of them was first read; pages on which roles are changed do not begin this anew. */
  readonly rolesAtFirst: readonly Role[] | undefined;
}

/** A record that was in view before, as it was when it was left. */
interface Known extends RecordSession {
  readonly name: string | undefined;
  readonly primaryId: string | undefined;
  /** The identifier that stood in the form, which may not be the one that Alma had loaded. */
  readonly typedId: string | undefined;
}

interface Kept {
  readonly reading: Reading<unknown>;
  readonly tabKey: string;
  readonly readWith: string;
}

/** The records of a tab, one after the other. */
export interface RecordSessions {
  /** Takes the page in view with the options that it was read with, and gives the record's key and all that is known of it. */
  readonly look: (page: UserPage, options: ReadingOptions) => RecordSession;
  /** Forgets everything. With `isRedrawn` it is remembered whom a record belonged to whose identifier was being changed. */
  readonly leave: (isRedrawn?: boolean) => void;
  /**
   * For a page of somebody's roles with this name above it: gives the record that was in view just before, if that bears the same name,
   * and forgets what such a page may change.
   */
  readonly besides: (name: string | undefined) => UserRecord | undefined;
  /** The same record under each identity that it was known by, also where the page of roles names nobody. */
  readonly reached: (name: string | undefined) => Reached | undefined;
}

/**
 * Collects the readings of one record across its tabs. A field that other options might read differently is not taken from memory. Two
 * people are never merged: a page joins the record before it only if both show the same primary identifier, if the very same header
 * still stands above it, or if the same name stands above a tab that shows no identifier and was not the one before; else a new record
 * begins. Whose record was loaded is remembered even then, where the identifier on the new page is what had been typed into the old one's form.
 */
export function recordSessions(): RecordSessions {
  let serial = 0;
  let last: UserPage | undefined;
  let known: Known | undefined;
  /** The record before a page of roles, and the one before a page that was not recognised. */
  let aside: Known | undefined;
  let left: Known | undefined;
  const kept = new Map<FieldName, Kept>();

  /** What is known, with what stands in the form now: a value that a script has set gave no sign. */
  const knownNow = (): Known | undefined => {
    const typed = last?.identity.field && shownBy(last.identity.field)?.text;
    return known && typed ? { ...known, typedId: typed } : known;
  };

  const leave = (isRedrawn = false): void => {
    left = isRedrawn ? (knownNow() ?? left) : undefined;
    last = undefined;
    known = undefined;
    aside = undefined;
    kept.clear();
  };

  /** Begins another record. Of the one before stay its roles as they stood and, where its form gave it another identifier, whose it was. */
  const begin = (page: UserPage): Pick<RecordSession, 'loaded' | 'rolesAtFirst'> => {
    const before = knownNow() ?? aside ?? left;
    const rolesAtFirst = isSameText(aside?.primaryId, page.identity.primaryId) ? aside?.rolesAtFirst : undefined;
    const loaded = before && isRenamed(before, last, page) ? before.loaded : nobody;
    leave();
    serial += 1;
    return { loaded, rolesAtFirst };
  };

  const look = (seen: UserPage, options: ReadingOptions): RecordSession => {
    const page = asKnown(seen, known?.primaryId);
    const isSame = last !== undefined && isSameRecord(last, known?.primaryId, page);
    const { loaded, rolesAtFirst } = isSame && known ? known : begin(page);
    const typedBefore = knownNow()?.typedId;
    const fields = Object.fromEntries(
      fieldNames.map((field) => [field, collect(kept, field, page, bearingOn(field, options))]),
    ) as unknown as UserRecord;
    const record = withRolesSeen(fields, page.record.rolesSeen, known?.record.rolesSeen);
    const { primaryId, roles } = record;
    last = page;
    known = {
      key: `record ${serial}`,
      record,
      loaded: completed(loaded, page.identity.loaded),
      rolesAtFirst: rolesAtFirst ?? (roles.state === 'read' ? roles.value : undefined),
      name: page.identity.name,
      primaryId: page.identity.primaryId ?? known?.primaryId,
      // What a tab says that shows no form is no word on what stands in the form.
      typedId: primaryId.state === 'read' && !page.identity.isToldAlone ? primaryId.value : typedBefore,
    };
    return known;
  };

  const besides = (name: string | undefined): UserRecord | undefined => {
    const from = knownNow() ?? aside;
    leave();
    aside = from;
    return isSameText(name, from?.name) ? from?.record : undefined;
  };

  const reached = (name: string | undefined): Reached | undefined => {
    if (!aside || (name !== undefined && aside.name !== undefined && !isSameText(name, aside.name))) return undefined;
    return { key: aside.key, records: [{ ...aside.record, ...completed(aside.loaded, aside.record) }, aside.record] };
  };

  return { look, leave, besides, reached };
}

const identityFields = ['primaryId', 'name', 'userGroup'] as const;
const nobody: Identity = recordOf({}, 'not-on-this-page');

/** What was read first stays; what was not read yet is taken from elsewhere. */
export const completed = (first: Identity, other: Identity): Identity =>
  Object.fromEntries(
    identityFields.map((field) => [field, first[field].state === 'read' ? first[field] : other[field]]),
  ) as unknown as Identity;

/**
 * Says whether the page shows the record before it under another identifier: the one that had been typed into its form (after a Save that
 * was refused, after another tab), or one that stands in the very same control under the very same name. Errs toward yes: a stop too many.
 */
function isRenamed(before: Known, last: UserPage | undefined, { identity }: UserPage): boolean {
  const { primaryId, name, header, field } = identity;
  const isSameControl = field !== undefined && field === last?.identity.field && header === last.identity.header;
  const wasTyped = !isSameText(before.typedId, before.primaryId) && isSameText(before.typedId, primaryId);
  return (isSameControl || wasTyped) && (name === before.name || isSameText(name, before.name));
}

/** A part of the roles that was seen stays known on the tabs that show none. */
function withRolesSeen(fields: UserRecord, now: RolesSeen | undefined, before: RolesSeen | undefined): UserRecord {
  const isElsewhere = fields.roles.state === 'unread' && fields.roles.why === 'not-on-this-page';
  const rolesSeen = now ?? (isElsewhere ? before : undefined);
  return rolesSeen ? { ...fields, rolesSeen } : fields;
}

function collect(kept: Map<FieldName, Kept>, field: FieldName, page: UserPage, readWith: string): Reading<unknown> {
  const now = page.record[field];
  const before = kept.get(field);
  // Once another tab has contradicted the page's word for whose record it is, that word alone is not enough any more.
  if (isDisagreed(before?.reading) && page.identity.isToldAlone) return before.reading;
  if (now.state === 'read' || isDisagreed(now)) kept.set(field, { reading: now, tabKey: tabOf(page), readWith });
  if (now.state === 'read' || now.why !== 'not-on-this-page' || before?.readWith !== readWith) return now;
  return before.tabKey === tabOf(page) ? unread('page-changed') : before.reading;
}

const isDisagreed = (reading: Reading<unknown> | undefined): reading is Reading<unknown> =>
  reading?.state === 'unread' && reading.why === 'entity-disagrees';

/** Those of the options that a field's reading hangs on, as a text to compare. */
function bearingOn(field: FieldName, { dateOrder, taughtLocators }: ReadingOptions): string {
  const own = field === 'roles' ? /^role\b/ : field === 'name' ? /name$/i : new RegExp(`^${field}$`);
  return JSON.stringify([
    /Date|roles/.test(field) && dateOrder,
    taughtLocators.filter((locator) => own.test(locator.field)),
  ]);
}

const tabOf = ({ tab, tabKey }: UserPage): string => `${tab} ${tabKey}`;

const isSameText = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && fold(one) === fold(other);

/** The page under the identifier that is known, where the page's word for it, which nothing else bears out, may stand for that. */
function asKnown(page: UserPage, id: string | undefined): UserPage {
  const { isToldAlone, readings } = page.identity;
  if (!isToldAlone || id === undefined || !readings.some((reading) => isSameText(reading, id))) return page;
  return { ...page, record: { ...page.record, primaryId: read(id) }, identity: { ...page.identity, primaryId: id } };
}

function isSameRecord(last: UserPage, knownId: string | undefined, page: UserPage): boolean {
  const { primaryId, isToldAlone, name, header, translated } = page.identity;
  // Where the page's word for it stands alone, a name that somebody else bears counts against it.
  const hasNames = !translated && name !== undefined && last.identity.name !== undefined;
  if (isToldAlone && hasNames && !isSameText(name, last.identity.name)) return false;
  if (knownId !== undefined && primaryId !== undefined) return personKey(knownId) === personKey(primaryId);
  if (!isSameText(name, last.identity.name)) return false;
  return header === last.identity.header || (!translated && page.tab !== 'general' && tabOf(last) !== tabOf(page));
}
