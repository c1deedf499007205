import {
  type FieldName,
  fieldNames,
  fold,
  personKey,
  type Reading,
  type Role,
  type UserRecord,
  unread,
} from '../record/index.ts';
import type { ReadingOptions } from './pages/options.ts';
import type { UserPage } from './pages/user-record.ts';

/** What has been read of one record while its tabs were visited. Lives in memory for the record on screen only. */
export interface RecordSession {
  readonly key: string;
  readonly record: UserRecord;
  /** The roles as they stood when a whole list of them was first read; pages on which roles are changed do not begin this anew. */
  readonly rolesAtFirst: readonly Role[] | undefined;
}

/** A record whose roles are being changed on a page of their own, as it was when that page was opened. */
interface Aside extends Omit<RecordSession, 'key'> {
  readonly name: string | undefined;
  readonly primaryId: string | undefined;
}

interface Kept {
  readonly reading: Reading<unknown>;
  readonly tabKey: string;
  readonly readWith: string;
}

/**
 * Collects the readings of one record across its tabs. `look` takes the page in view with the options that it was read with,
 * and gives the record's key and all that is known of it; a field that other options might read differently is not taken from
 * memory. `leave` forgets everything. `besides` is for a page of somebody's roles with this name above it: it gives the record
 * that was in view just before, if that bears the same name, and forgets what such a page may change. Two people are never merged: a page joins the record before it only if
 * both show the same primary identifier, if the very same header still stands above it, or if the same name stands above a
 * tab that shows no identifier and was not the one before; else a new record begins.
 */
export function recordSessions(): {
  look: (page: UserPage, options: ReadingOptions) => RecordSession;
  leave: () => void;
  besides: (name: string | undefined) => UserRecord | undefined;
} {
  let serial = 0;
  let last: UserPage | undefined;
  let primaryId: string | undefined;
  let latest: UserRecord | undefined;
  let rolesAtFirst: readonly Role[] | undefined;
  let aside: Aside | undefined;
  const kept = new Map<FieldName, Kept>();

  const leave = (): void => {
    last = undefined;
    primaryId = undefined;
    latest = undefined;
    rolesAtFirst = undefined;
    aside = undefined;
    kept.clear();
  };

  const look = (page: UserPage, options: ReadingOptions): RecordSession => {
    if (!last || !isSameRecord(last, primaryId, page)) {
      const before = aside;
      leave();
      serial += 1;
      if (before && isSameText(before.primaryId, page.identity.primaryId)) rolesAtFirst = before.rolesAtFirst;
    }
    last = page;
    primaryId = page.identity.primaryId ?? primaryId;
    const record = Object.fromEntries(
      fieldNames.map((field) => [field, collect(kept, field, page, bearingOn(field, options))]),
    ) as unknown as UserRecord;
    latest = record;
    if (record.roles.state === 'read') rolesAtFirst ??= record.roles.value;
    return { key: `record ${serial}`, record, rolesAtFirst };
  };

  const besides = (name: string | undefined): UserRecord | undefined => {
    const from = latest ? { name: last?.identity.name, primaryId, record: latest, rolesAtFirst } : aside;
    leave();
    aside = from;
    return isSameText(name, from?.name) ? from?.record : undefined;
  };

  return { look, leave, besides };
}

function collect(kept: Map<FieldName, Kept>, field: FieldName, page: UserPage, readWith: string): Reading<unknown> {
  const now = page.record[field];
  if (now.state === 'read') kept.set(field, { reading: now, tabKey: tabOf(page), readWith });
  const before = kept.get(field);
  if (now.state === 'read' || now.why !== 'not-on-this-page' || before?.readWith !== readWith) return now;
  return before.tabKey === tabOf(page) ? unread('page-changed') : before.reading;
}

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

function isSameRecord(last: UserPage, knownId: string | undefined, page: UserPage): boolean {
  const { primaryId, name, header } = page.identity;
  if (knownId !== undefined && primaryId !== undefined) return personKey(knownId) === personKey(primaryId);
  if (!isSameText(name, last.identity.name)) return false;
  return header === last.identity.header || (page.tab !== 'general' && tabOf(last) !== tabOf(page));
}
