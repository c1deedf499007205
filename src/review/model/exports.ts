import type { Role } from '../../record/index.ts';
import type { Policy } from '../../rules/policy.ts';
import { roleCounts } from '../../rules/roles.ts';
import { guardedIdentifier } from '../../sheets/spreadsheet-changes.ts';
import { looksLikeFormula, readableCell, writeCsv, writeXlsx } from '../../sheets/write.ts';
import { needsHand, type Scopes, scopesOf, tellingCode } from './scopes.ts';
import type { Decision, Person } from './types.ts';

export type FileFormat = 'xlsx' | 'csv';
export type SetKind = 'deactivate' | 'remove-roles' | 'purge';
export const setKinds: readonly SetKind[] = ['deactivate', 'remove-roles', 'purge'];

/** Why somebody cannot go through a set and has to be done by hand. */
export type ByHandReason = 'role-needs-scope' | 'roles-not-read' | 'identifier-like-a-formula' | 'identifier-unclear';

export interface ByHand {
  key: string;
  identifier: string;
  decision: SetKind;
  reason: ByHandReason;
  /** The roles to take off, for `remove-roles`; with the code of a scope whose name another scope has, too. */
  roles: readonly { name: string; scope: string | undefined; scopeCode?: string }[];
}

/** What is handed to Alma: identifiers per set, and those who have to be done by hand. */
export interface HandOver {
  sets: Readonly<Record<SetKind, readonly string[]>>;
  /** The keys of the people in each set. */
  keys: Readonly<Record<SetKind, readonly string[]>>;
  byHand: readonly ByHand[];
  /** Keys of protected people on whom such a decision stands, and of nobody in the files of now: in no set and on no list. */
  leftOut: { readonly protected: readonly string[]; readonly inNoFile: readonly string[] };
}

function rolesToTakeOff(person: Person, policy: Policy) {
  const { roles } = person.record;
  return roles.state === 'read' ? roles.value.filter((role) => roleCounts(role, policy) !== 'no') : undefined;
}

/** A line break or another control character in an identifier would end its row in Alma's own reader. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const unclear = /[\u0000-\u001f]/;

const setKindOf = (kind: Decision['kind'] | undefined): SetKind | undefined => setKinds.find((set) => set === kind);

interface Handing {
  policy: Policy;
  scopes: Scopes;
  format: FileFormat;
}

function reasonFor(person: Person, kind: SetKind, { policy, scopes, format }: Handing): ByHandReason | undefined {
  if (unclear.test(person.identifier)) return 'identifier-unclear';
  if (format === 'csv' && looksLikeFormula(person.identifier)) return 'identifier-like-a-formula';
  if (kind !== 'remove-roles') return undefined;
  const roles = rolesToTakeOff(person, policy);
  if (!roles) return 'roles-not-read';
  return roles.some((role) => needsHand(role, scopes)) ? 'role-needs-scope' : undefined;
}

function shownRole(role: Role, scopes: Scopes): ByHand['roles'][number] {
  const scopeCode = tellingCode(role, scopes);
  return { name: role.name, scope: role.scope, ...(scopeCode === undefined ? {} : { scopeCode }) };
}

/**
 * Sorts the decisions into what Alma's jobs can do with a set and what has to be done by hand. Protected accounts are in
 * neither, whatever the decisions say; they are named, and so is everybody who is in no file. In CSV an identifier that a spreadsheet would run as a formula goes by hand: altering it
 * would make Alma look for somebody else. In a workbook it is a text like any other. `scopes`: what the scopes of
 * roles tell, where that is known already.
 */
export function handOver(
  people: readonly Person[],
  decisions: ReadonlyMap<string, Decision>,
  policy: Policy,
  format: FileFormat,
  scopes = scopesOf(people),
): HandOver {
  const sets: Record<SetKind, string[]> = { deactivate: [], 'remove-roles': [], purge: [] };
  const keys: Record<SetKind, string[]> = { deactivate: [], 'remove-roles': [], purge: [] };
  const byHand: ByHand[] = [];
  const protectedKeys: string[] = [];
  const handing = { policy, format, scopes };
  const open = new Set([...decisions].filter(([, { kind }]) => setKindOf(kind)).map(([key]) => key));
  for (const person of people) {
    const kind = setKindOf(decisions.get(person.key)?.kind);
    if (!kind) continue;
    const { key, identifier } = person;
    open.delete(key);
    if (person.protected) {
      protectedKeys.push(key);
      continue;
    }
    const reason = reasonFor(person, kind, handing);
    if (!reason) {
      sets[kind].push(identifier);
      keys[kind].push(key);
      continue;
    }
    const roles = kind === 'remove-roles' ? (rolesToTakeOff(person, policy) ?? []) : [];
    byHand.push({ key, identifier, decision: kind, reason, roles: roles.map((role) => shownRole(role, scopes)) });
  }
  return { sets, keys, byHand, leftOut: { protected: protectedKeys, inNoFile: [...open] } };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/**
 * The file of a set as Alma takes it: one column headed `USERNAME`, identifiers exactly as spelled. In the workbook they are
 * texts, so leading zeros stay. Bytes are the same for the same identifiers.
 */
export function setFile(identifiers: readonly string[], format: FileFormat): Uint8Array {
  const rows = [['USERNAME'], ...identifiers.map((identifier) => [identifier])];
  return format === 'xlsx' ? writeXlsx(rows) : utf8(writeCsv(rows));
}

/**
 * A table for people (by-hand list, "ask somebody" files): headings, then rows that begin with an identifier. In CSV a text that
 * looks like a formula gets an apostrophe before it, and so does an identifier that a spreadsheet would change: `readAnswers` takes it off.
 */
export function readableFile(rows: readonly (readonly string[])[], format: FileFormat): Uint8Array {
  if (format === 'xlsx') return writeXlsx(rows);
  const readable = (cells: readonly string[], at: number) =>
    cells.map((cell, column) => (at > 0 && column === 0 ? guardedIdentifier(cell) : readableCell(cell)));
  return utf8(writeCsv(rows.map(readable)));
}
