import { recordOf, type UserRecord } from '../../record/index.ts';
import type { Reached } from '../screen.ts';
import { readingAs, usersOf } from './entities.ts';

/** Whose roles a page is about: the record that it was reached from, as far as it is that of this user. */
export interface Owner {
  readonly record?: UserRecord;
  readonly reached?: Reached;
}

/**
 * The owner of the roles on a page: the record before it (`before`), unless the page itself says that it is about somebody else. Where `name`
 * stands above both that may be the same record with another identifier, and then both are kept: a stop too many. A page that was opened
 * directly may name its user all the same.
 */
export function ownerOn(document: Document, before: Owner, name: string | undefined): Owner {
  const users = usersOf(document);
  const [only, ...others] = users;
  if (only?.id === undefined || others.length > 0) return before;
  const known = before.reached?.records ?? [];
  const isSame = known.some(
    ({ primaryId }) => primaryId.state === 'read' && readingAs(primaryId.value, users) !== undefined,
  );
  if (isSame) return before;
  const record = recordOf({ primaryId: only.id, ...(name && { name }) }, 'not-on-this-page');
  return { record, reached: { key: `user ${only.id}`, records: [record, ...(name ? known : [])] } };
}
