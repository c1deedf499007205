import type { FieldName, Role, UnreadReason } from '../../record/index.ts';
import type { LeftOutLine, UnreadRow, UnreadRowReason } from '../../sheets/types.ts';
import { dayIn, type Json, listIn, numberIn, objectIn, oneOf, textIn } from './json.ts';
import type {
  Difference,
  DifferingField,
  FileLines,
  LoginReport,
  PurgedGhost,
  ReviewFile,
  UnusedSheet,
} from './types.ts';

export const unreadReasons = [
  'not-on-this-page',
  'not-in-this-file',
  'page-changed',
  'unparseable',
  'partial',
  'contradictory',
] as const satisfies readonly UnreadReason[];

const kinds = [
  ...([
    'staff-login-report',
    'analytics-roles',
    'analytics-users',
    'user-records',
    'login-events',
    'identifiers',
  ] as const),
  ...(['answers', 'review'] as const),
] as const;

const rowReasons = [
  'no-identifier',
  'damaged-identifier',
  'unreadable-date',
  'unknown-word',
  'error-cell',
  'no-role',
  'not-a-row',
  'other-table',
  'broken-row',
  'broken-record',
  'cut-off',
  'given-twice',
  'error-answer',
  'not-a-user',
] as const satisfies readonly UnreadRowReason[];

const count = (json: Json) => {
  const number = numberIn(json);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
};

const lineReasons = ['title', 'totals', 'repeated-headings'] as const satisfies readonly LeftOutLine['reason'][];
const sheetReasons = [
  'hidden',
  'left-out',
  'no-list',
  'too-many-columns',
] as const satisfies readonly UnusedSheet['why'][];

function leftOutIn(json: Json): LeftOutLine | undefined {
  const stored = objectIn(json);
  const line = count(stored.line);
  const reason = oneOf(stored.reason, lineReasons);
  return line === undefined || !reason ? undefined : { line, reason };
}

/** What became of a file's lines; `undefined` where it is not said, as in reviews saved before it was counted. */
function linesIn(json: Json): FileLines | undefined {
  const stored = objectIn(json);
  const all = count(stored.all);
  if (all === undefined) return undefined;
  return {
    all,
    unused: count(stored.unused) ?? 0,
    purged: count(stored.purged) ?? 0,
    hidden: count(stored.hidden) ?? 0,
    leftOut: listIn(stored.leftOut, leftOutIn),
  };
}

export function unusedSheetIn(json: Json): UnusedSheet | undefined {
  const stored = objectIn(json);
  const file = textIn(stored.file);
  const sheet = textIn(stored.sheet);
  const why = oneOf(stored.why, sheetReasons);
  return file === undefined || sheet === undefined || !why ? undefined : { file, sheet, why };
}

/** That a file is a part of something, and of how many where it says so. */
function openIn(json: Json): Pick<ReviewFile, 'open'> {
  if (typeof json !== 'object' || json === null) return {};
  const total = count(objectIn(json).total);
  return { open: total === undefined ? {} : { total } };
}

const differing = [
  ...(['status', 'recordType', 'accountType', 'userGroup', 'expiryDate', 'purgeDate', 'roles'] as const),
] as const satisfies readonly DifferingField[];

/** Reads what files say differently of a person; `undefined` for what names no field. */
export function differenceIn(json: Json): Difference | undefined {
  const stored = objectIn(json);
  const field = oneOf(stored.field, differing);
  const held = count(stored.held);
  if (!field) return undefined;
  const said = listIn(stored.said, (item) => {
    const file = count(objectIn(item).file);
    return file === undefined ? undefined : { file, words: listIn(objectIn(item).words, textIn) };
  });
  return { field, said, ...(held === undefined ? {} : { held }) };
}

/** Reads what the files of login events are together. */
export function loginsIn(json: Json): LoginReport | undefined {
  const stored = objectIn(json);
  const [from, to, events] = [dayIn(stored.from), dayIn(stored.to), count(stored.events)];
  if (!from || !to || events === undefined) return undefined;
  const total = count(stored.total);
  const counted = { failed: count(stored.failed) ?? 0, files: count(stored.files) ?? 0 };
  return { from, to, events, ...counted, ...(total === undefined ? {} : { total }) };
}

/** Reads a file's facts; `undefined` without name, kind or day. */
export function fileIn(json: Json): ReviewFile | undefined {
  const stored = objectIn(json);
  const name = textIn(stored.name);
  const kind = oneOf(stored.kind, kinds);
  const asOf = dayIn(stored.asOf);
  const sha256 = textIn(stored.sha256);
  const sheet = textIn(stored.sheet);
  const lines = linesIn(stored.lines);
  if (name === undefined || !kind || !asOf) return undefined;
  return {
    name,
    kind,
    ...(sheet === undefined ? {} : { sheet }),
    asOf,
    rows: count(stored.rows) ?? 0,
    exlRows: count(stored.exlRows) ?? 0,
    ...(stored.dayIsGuess === true ? { dayIsGuess: true } : {}),
    ...openIn(stored.open),
    unreadRows: count(stored.unreadRows) ?? 0,
    ...(lines ? { lines } : {}),
    droppedIpCells: count(stored.droppedIpCells) ?? 0,
    sha256: sha256 && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : '',
  };
}

export function ghostIn(json: Json): PurgedGhost | undefined {
  const stored = objectIn(json);
  const line = count(stored.line);
  const file = textIn(stored.file);
  if (line === undefined || file === undefined) return undefined;
  return { file, line, identifier: textIn(stored.identifier) ?? '', lastName: textIn(stored.lastName) ?? '' };
}

export function unreadRowIn(json: Json): UnreadRow | undefined {
  const stored = objectIn(json);
  const line = count(stored.line);
  const file = textIn(stored.file);
  const reason = oneOf(stored.reason, rowReasons);
  const used = oneOf(stored.used, ['in-part', 'no'] as const);
  const sheet = textIn(stored.sheet);
  const heading = textIn(stored.heading);
  if (line === undefined || file === undefined || !reason || !used) return undefined;
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    line,
    reason,
    ...(heading === undefined ? {} : { heading }),
    used,
    ...(stored.record === true ? { record: true } : {}),
  };
}

function roleIn(json: Json): Role | undefined {
  const stored = objectIn(json);
  const name = textIn(stored.name);
  if (!name) return undefined;
  const code = textIn(stored.code);
  const status = oneOf(stored.status, ['ACTIVE', 'INACTIVE'] as const);
  const scope = textIn(stored.scope);
  const scopeCode = textIn(stored.scopeCode);
  const expiryDate = stored.expiryDate === null ? null : dayIn(stored.expiryDate);
  return {
    name,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(scope === undefined ? {} : { scope }),
    ...(scopeCode === undefined ? {} : { scopeCode }),
    ...(expiryDate === undefined ? {} : { expiryDate }),
    ...(stored.stateUnread === true ? { stateUnread: true } : {}),
  };
}

/** A list of roles is whole or unread: one that cannot be read spoils it. */
function rolesIn(json: Json): Role[] | undefined {
  const roles = listIn(json, roleIn);
  return Array.isArray(json) && roles.length === json.length ? roles : undefined;
}

/** Reads the value of one field of a record; `undefined` for a value that the field cannot have. */
export function personFieldsIn(field: FieldName, json: Json): unknown {
  switch (field) {
    case 'primaryId':
      return textIn(json);
    case 'name':
    case 'userGroup':
      return json === null ? null : textIn(json);
    case 'expiryDate':
    case 'purgeDate':
      return json === null ? null : dayIn(json);
    case 'recordType':
      return oneOf(json, ['PUBLIC', 'STAFF', 'CONTACT']);
    case 'accountType':
      return oneOf(json, ['INTERNAL', 'EXTERNAL', 'INTEXTAUTH']);
    case 'status':
      return oneOf(json, ['ACTIVE', 'INACTIVE', 'DELETED']);
    case 'roles':
      return rolesIn(json);
    case 'lastLogin':
      return json === 'not-in-window' ? json : dayIn(json);
  }
}
