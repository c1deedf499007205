import type { Day } from '../../record/index.ts';
import { isBlankCell, visible } from '../cells.ts';
import { dateCell, sensibleDay } from '../dates.ts';
import type { Column, SheetRow, UnreadRowReason } from '../types.ts';
import { accountTypeOf, recordTypeOf, roleStatusOf, statusOf } from '../words.ts';
import type { Scalar } from './nodes.ts';
import { type Coded, isUnclear, type RawRole, type RawUser, type UserField } from './raw-user.ts';

export interface RecordFlaw {
  reason: UnreadRowReason;
  /** The field, as Alma's interfaces call it. */
  field?: UserField | 'user_role';
}

type Role = NonNullable<SheetRow['role']>;

/** What a record is read with besides itself. */
export interface RecordWords {
  /** What Alma calls the role with a code, in English. */
  roleName: ((code: string) => string | undefined) | undefined;
  /** Keeps one copy of each text. */
  pooled: (text: string) => string;
}

/** The record as a row; `undefined` where nothing of it can be used. */
export interface ReadRecord {
  row: SheetRow | undefined;
  flaws: readonly RecordFlaw[];
  /** At least one of its roles is NEW, as load files say. */
  hasNewRole: boolean;
}

/** Text, trimmed; `null` for a blank; `undefined` for a number that is not exact any more. */
function textOf(value: Scalar | undefined): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
  const text = visible(String(value));
  return text === '' ? null : text;
}

const statusCodes = { ACTIVE: 'ACTIVE', INACTIVE: 'INACTIVE' } as const;
const recordTypes = { PUBLIC: 'PUBLIC', STAFF: 'STAFF', CONTACT: 'CONTACT' } as const;
const accountTypes = { INTERNAL: 'INTERNAL', EXTERNAL: 'EXTERNAL', INTEXTAUTH: 'INTEXTAUTH' } as const;
/** NEW is what load files write for a role to come: it is active once loaded (low: no source says what it means elsewhere). */
const roleStatusCodes = { ...statusCodes, NEW: 'ACTIVE' } as const;

/** A word by its code; by what people call it only where no code stands there. */
function wordOf<T extends string>(
  coded: Coded,
  codes: Readonly<Record<string, T>>,
  byName: (name: string) => T | undefined,
): T | null | undefined {
  if (isUnclear(coded)) return undefined;
  const code = textOf(coded.value);
  if (code !== null) return code === undefined ? undefined : known(codes, code.toUpperCase());
  const name = textOf(coded.desc);
  return name === null ? null : name === undefined ? undefined : byName(name);
}

const known = <T extends string>(codes: Readonly<Record<string, T>>, code: string): T | undefined =>
  Object.hasOwn(codes, code) ? codes[code] : undefined;

/** `2027-12-31Z`: the zone is dropped and nothing is shifted. `null` for a blank, `undefined` for what is no day. */
function dayOf(coded: Coded): Day | null | undefined {
  const text = isUnclear(coded) ? undefined : textOf(coded.value);
  if (text === undefined) return undefined;
  // What people call a day is no day.
  if (text === null) return textOf(coded.desc) === null ? null : undefined;
  // What a spreadsheet means by a number is a guess here; `20271231` is a day in all of them.
  if (/^[\d.]+$/.test(text) && text.length !== 8) return undefined;
  const cell = dateCell(text, false);
  if (cell.state === 'blank') return null;
  return cell.state === 'day' ? sensibleDay(cell.day) : undefined;
}

/** A record has every field of it: what is missing in it is blank. Lists and load files leave out what they do not tell. */
export const isWhole = ({ hasParts, fields, roles }: RawUser): boolean =>
  hasParts && fields.has('record_type') && roles !== undefined;

/** Reads a user as it stands in a record. A field that cannot be understood is listed and stays unread, the others are used. */
export function readRecord(user: RawUser, line: number, { roleName, pooled }: RecordWords): ReadRecord {
  const flaws: RecordFlaw[] = [];
  const unreadable: Column[] = [];
  let hasNewRole = false;

  function flaw(reason: UnreadRowReason, field: UserField | 'user_role', column: Column): undefined {
    flaws.push({ reason, field });
    unreadable.push(column);
    return undefined;
  }

  /** The field, unless it says two things. */
  function fieldOf(field: UserField, column: Column): Coded | undefined {
    return user.twice.has(field) ? flaw('given-twice', field, column) : user.fields.get(field);
  }

  function day(field: UserField, column: Column): Day | null | undefined {
    const coded = fieldOf(field, column);
    if (!coded) return isWhole(user) && !user.twice.has(field) ? null : undefined;
    const found = dayOf(coded);
    return found === undefined ? flaw('unreadable-date', field, column) : found;
  }

  function word<T extends string>(
    field: UserField,
    column: Column,
    codes: Readonly<Record<string, T>>,
    byName: (name: string) => T | undefined,
  ): T | undefined {
    const coded = fieldOf(field, column);
    const found = coded && wordOf(coded, codes, byName);
    if (found !== undefined) return found ?? undefined;
    return coded ? flaw('unknown-word', field, column) : undefined;
  }

  /** What people call it, else its code. */
  function named(field: UserField, column: Column): string | null | undefined {
    const coded = fieldOf(field, column);
    if (!coded) return undefined;
    if (isUnclear(coded)) return flaw('unknown-word', field, column);
    const text = textOf(coded.desc) ?? textOf(coded.value) ?? null;
    return text === null ? null : pooled(text);
  }

  function name(): string | null | undefined {
    const parts = [named('last_name', 'lastName'), named('first_name', 'firstName')];
    const full = named('full_name', 'fullName');
    if (unreadable.some((column) => column === 'lastName' || column === 'firstName')) return undefined;
    if (parts.every((part) => part === undefined)) return full;
    return parts.filter((part) => part !== undefined && part !== null).join(', ') || full || null;
  }

  function role(raw: RawRole): Role | undefined {
    if (isUnclear(raw.role_type ?? {})) return flaw('no-role', 'user_role', 'roleType');
    const code = textOf(raw.role_type?.value) ?? undefined;
    const desc = textOf(raw.role_type?.desc) ?? undefined;
    const title = desc ?? (code && (roleName?.(code) ?? code));
    if (title === undefined) return flaw('no-role', 'user_role', 'roleType');
    const found: Role = { name: pooled(title) };
    if (code !== undefined) found.code = pooled(code);
    readState(raw, found);
    readScope(raw.scope ?? {}, found);
    return found;
  }

  /** The scope of a role: what people call it, and its code, which tells two libraries of one name apart. */
  function readScope(coded: Coded, found: Role): void {
    if (isUnclear(coded)) {
      flaws.push({ reason: 'unknown-word', field: 'user_role' });
      return;
    }
    const code = textOf(coded.value);
    const scope = textOf(coded.desc) ?? code;
    if (scope) found.scope = pooled(scope);
    if (code) found.scopeCode = pooled(code);
  }

  /** Status and expiry of a role; one that cannot be understood leaves open whether the role is switched off. */
  function readState(raw: RawRole, found: Role): void {
    const status = wordOf<'ACTIVE' | 'INACTIVE'>(raw.status ?? {}, roleStatusCodes, roleStatusOf);
    if (status === undefined) {
      flaws.push({ reason: 'unknown-word', field: 'user_role' });
      found.stateUnread = true;
    } else found.status = status ?? 'ACTIVE';
    if (typeof raw.status?.value === 'string' && raw.status.value.trim().toUpperCase() === 'NEW') hasNewRole = true;
    const expiryDate = dayOf(raw.expiry_date ?? {});
    if (expiryDate === undefined) {
      flaws.push({ reason: 'unreadable-date', field: 'user_role' });
      found.stateUnread = true;
    } else found.expiryDate = expiryDate;
  }

  /** The roles, where the record says what they are: none in a record that is not whole means nothing. */
  function roles(): readonly Role[] | undefined {
    if (user.twice.has('user_role')) return flaw('given-twice', 'user_role', 'roleType');
    if (user.oddRoles) return flaw('no-role', 'user_role', 'roleType');
    if (!user.roles || (user.roles.length === 0 && !isWhole(user))) return undefined;
    const found = user.roles.map(role);
    return found.flatMap((one) => one ?? []);
  }

  const identifier = textOf(user.fields.get('primary_id')?.value ?? null);
  const wrong = identifierFlaw(user, identifier);
  if (wrong) return { row: undefined, flaws: [{ reason: wrong, field: 'primary_id' }], hasNewRole };
  const row: SheetRow = { line, identifier: identifier as string };
  const set = <K extends keyof SheetRow>(key: K, value: SheetRow[K] | undefined) => {
    if (value !== undefined) row[key] = value as SheetRow[K];
  };
  set('name', name());
  set('recordType', word('record_type', 'recordType', recordTypes, recordTypeOf));
  set('accountType', word('account_type', 'accountType', accountTypes, accountTypeOf));
  set('status', word<'ACTIVE' | 'INACTIVE'>('status', 'status', statusCodes, activeOrNot));
  set('userGroup', named('user_group', 'userGroup'));
  if (!unreadable.includes('userGroup'))
    set('userGroupCode', textOf(user.fields.get('user_group')?.value) ?? undefined);
  set('jobCategory', named('job_category', 'jobCategory'));
  set('campus', named('campus_code', 'campus'));
  set('expiryDate', day('expiry_date', 'expiryDate'));
  set('purgeDate', day('purge_date', 'purgeDate'));
  set('roles', roles());
  if (unreadable.length > 0) row.unreadable = unreadable;
  return { row, flaws, hasNewRole };
}

function activeOrNot(name: string): 'ACTIVE' | 'INACTIVE' | undefined {
  const status = statusOf(name);
  return status === 'DELETED' ? undefined : status;
}

function identifierFlaw(user: RawUser, identifier: string | null | undefined): UnreadRowReason | undefined {
  if (user.twice.has('primary_id') || isUnclear(user.fields.get('primary_id') ?? {})) return 'given-twice';
  if (identifier === undefined || typeof user.fields.get('primary_id')?.value === 'boolean')
    return 'damaged-identifier';
  if (identifier === null || isBlankCell(identifier)) return 'no-identifier';
  return identifier.includes('\uFFFD') ? 'damaged-identifier' : undefined;
}
