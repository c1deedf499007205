import {
  type Day,
  type FieldName,
  parseDay,
  type Role,
  recordOf,
  type UserFields,
  type UserRecord,
} from '../../src/record/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';

export const today = '2026-03-02';

/** A day for a test; throws when the calendar has no such day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no such day: ${text}`);
  return parsed;
}

export const role = (name: string, more: Partial<Role> = {}): Role => ({ name, ...more });
export const patron = role('Patron', { code: '200' });
export const cataloger = role('Cataloger', { code: '204' });
export const userManager = role('User Manager', { code: '21' });
export const instructor = role('Instructor');

/** An invented patron about whom no rule has anything to say; everything is read. */
export const quiet: UserFields = {
  primaryId: 'gw-1001',
  name: 'Calder, Mira',
  recordType: 'PUBLIC',
  accountType: 'INTERNAL',
  status: 'ACTIVE',
  userGroup: 'Faculty',
  expiryDate: day('2027-06-30'),
  purgeDate: day('2028-06-30'),
  roles: [patron],
  lastLogin: day('2026-02-20'),
};

/** What a case says differently from the quiet record and from the policy `base`. */
export interface Case {
  readonly says: string;
  readonly known?: Partial<UserFields>;
  readonly unread?: readonly FieldName[];
  readonly policy?: Partial<Policy>;
  /** For cases that cannot be told: the fields that the answer hangs on. */
  readonly missing?: readonly FieldName[];
}

export const policyOf = (differences: Partial<Policy> = {}): Policy => ({ ...policies.base, ...differences });

/** The quiet record with what a case changes, and without what it leaves unread. */
export function recordIn({ known = {}, unread = [] }: Pick<Case, 'known' | 'unread'>): UserRecord {
  const fields: Partial<UserFields> = { ...quiet, ...known };
  for (const field of unread) delete fields[field];
  return recordOf(fields, 'not-on-this-page');
}

/** The cases of one rule. Each kind has to be there, except where the record's fields cannot leave it open. */
export interface RuleCases {
  readonly found: readonly Case[];
  readonly clear: readonly Case[];
  readonly cannotTell: readonly Case[];
}
