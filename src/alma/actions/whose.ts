import type { UserRecord } from '../../record/index.ts';
import type { Action, Subject } from './action.ts';
import { action, type Found, type Seen } from './seen.ts';
import { subjectOfPage } from './subject.ts';

export const isUnread = ({ primaryId }: UserRecord): boolean => primaryId.state === 'unread';

/** A change of the record in view that nobody may make, or of which nothing tells whether anybody may; `undefined` where the record may be changed. */
export const onWhosever = (changing: Found, seen: Seen): Action | undefined =>
  onProtected(changing, seen) ?? onUnread(changing, seen);

/** A change of the account in view that is, under one of its identities, one that nobody may touch. */
export const onProtected = (changing: Found, seen: Seen): Action | undefined =>
  onProtectedOf(subjectOfPage(seen.screen), changing, seen);

/** The same of any account, or of one of several. */
export function onProtectedOf(subject: Subject, changing: Found, seen: Seen): Action | undefined {
  const known = [...subject.records, ...(subject.otherwise ?? [])];
  return known.some((record) => seen.isProtected(record))
    ? action('edit-protected', seen, subject, changing)
    : undefined;
}

/** The page names two: one of them, read from another place, does not say that the other is nobody's who may not be touched. */
const isDoubted = ({ primaryId }: UserRecord): boolean =>
  primaryId.state === 'unread' && (primaryId.why === 'contradictory' || primaryId.why === 'entity-disagrees');

/**
 * Where no identifier was read, as on a tab that was opened directly, it may be an account that nobody may touch. So it may where the page
 * names two and not both are known. A form without one is a new user's.
 */
export function onUnread(changing: Found, seen: Seen): Action | undefined {
  const { screen } = seen;
  const subject = subjectOfPage(screen);
  const isNew = screen?.kind === 'user-record' && screen.isWithoutId === true;
  const records = [...subject.records, ...(subject.otherwise ?? [])];
  const isRead = records.filter((record) => !isUnread(record)).length >= (records.some(isDoubted) ? 2 : 1);
  return isNew || isRead ? undefined : action('edit-unread', seen, subject, changing);
}
