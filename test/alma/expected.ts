import type { Role, UserFields, UserRecord } from '../../src/record/index.ts';
import type { AlmaPage } from './description.ts';

/** What an honest reader may say of one field of one page. */
export type Expectation<T> =
  /** The page shows it for certain; `or` lists other right ways to give the same value (a code, another order of names). */
  | { readonly state: 'read'; readonly value: T; readonly or?: readonly T[] }
  /** It cannot be known from this page: any value would be a guess. */
  | { readonly state: 'unread' }
  /** A good reader may manage it, another may not; a wrong value is a defect. */
  | { readonly state: 'read-or-unread'; readonly value: T; readonly or?: readonly T[] };

export type ExpectedRecord = { readonly [F in keyof UserFields]: Expectation<UserFields[F]> };

/**
 * `record`: the User Details screen of one user; with `certain: false` a reader may also not know the screen. `user-page`: a page of
 * user management that is not a record. `no-screen`: nothing to do with users, whatever it looks like.
 */
export type Expected =
  | { readonly kind: 'record'; readonly certain: boolean; readonly record: ExpectedRecord }
  | { readonly kind: 'user-page' }
  | 'no-screen';

export interface AlmaCase {
  /** Part of the address: letters, digits, hyphens. */
  readonly id: string;
  /** What is special about it, as a sentence for the list of cases. */
  readonly title: string;
  readonly description: AlmaPage;
  readonly expected: Expected;
  /** What can be known besides when the reader has been told the page's order of day and month. */
  readonly expectedKnowingDateOrder?: ExpectedRecord;
}

export interface Comparison {
  /** Fields read with a value that is not the page's, or read where nothing can be known. Must always be empty. */
  readonly wrong: readonly (keyof UserFields)[];
  /** Fields that the page shows for certain and that were not read. */
  readonly missing: readonly (keyof UserFields)[];
  readonly right: readonly (keyof UserFields)[];
}

/** Compares a record with what stands on its page, field by field. */
export function compare(expected: ExpectedRecord, record: UserRecord): Comparison {
  const result = {
    wrong: [] as (keyof UserFields)[],
    missing: [] as (keyof UserFields)[],
    right: [] as (keyof UserFields)[],
  };
  for (const field of Object.keys(expected) as (keyof UserFields)[]) {
    const expectation: Expectation<unknown> = expected[field];
    const reading = record[field];
    if (reading.state === 'unread') {
      if (expectation.state === 'read') result.missing.push(field);
    } else if (expectation.state !== 'unread' && isRight(field, expectation, reading.value)) {
      result.right.push(field);
    } else {
      result.wrong.push(field);
    }
  }
  return result;
}

function isRight(
  field: keyof UserFields,
  expectation: { value: unknown; or?: readonly unknown[] },
  value: unknown,
): boolean {
  const accepted = [expectation.value, ...(expectation.or ?? [])];
  if (field !== 'roles') return accepted.includes(value);
  return accepted.some((roles) => areSameRoles(roles as readonly Role[], value as readonly Role[]));
}

/**
 * The same roles in the same order. A reading may leave out scope, expiry date and code; what it does say must be right, and the status
 * must be there where the page shows one: without it a role that is switched off looks like one that is not.
 */
function areSameRoles(expected: readonly Role[], found: readonly Role[]): boolean {
  return (
    expected.length === found.length &&
    expected.every((role, n) => {
      const other = found[n];
      if (!other || other.name !== role.name || other.status !== role.status) return false;
      if (other.code !== undefined && other.code !== role.code) return false;
      if (other.scope !== undefined && other.scope !== role.scope) return false;
      return other.expiryDate === undefined || other.expiryDate === role.expiryDate;
    })
  );
}
