import { fold, type Role } from '../../record/index.ts';
import { roleNameKey } from '../../rules/match.ts';
import { roleNamed, roleTranslated, standardRoles } from '../../rules/standards/roles.ts';
import type { Person } from './types.ts';

/**
 * Roles that one library system sets for the whole institution (SLSP's role profiles, see user-rules section 6). Every other
 * role is taken to need a library, a desk or a service unit: a bulk change cannot take it off.
 */
const institutionWide = [
  /^patron$/,
  /^catalog/,
  /^license/,
  /selector/,
  /^trial/,
  /^knownissues/,
  /administrator$/,
  /admin$/,
  /^usermanager$/,
  /analytics/,
];
const known = new Set(standardRoles().map(({ name }) => roleNameKey(name)));

/** Thousands of people hold the same few dozen roles: each name is folded once. */
const keys = new Map<string, string>();
function keyOf(name: string): string {
  const key = keys.get(name) ?? roleNameKey(name);
  keys.set(name, key);
  return key;
}

const patronNames = new Map<string, boolean>();
function isPatronName(name: string): boolean {
  const isPatron = patronNames.get(name) ?? (roleNamed(name) ?? roleTranslated(name))?.name === 'Patron';
  patronNames.set(name, isPatron);
  return isPatron;
}

/** What the scopes of everybody's roles tell. Codes decide; names where a source has no codes, as spreadsheets have none. */
export interface Scopes {
  /** What people call the institution's own scope: the one that Patron roles bear, since these are never a library's. */
  readonly names: ReadonlySet<string>;
  /** Its code, folded. */
  readonly codes: ReadonlySet<string>;
  /** Names that several scopes have, by their codes. */
  readonly shared: ReadonlySet<string>;
}

export const noScopes: Scopes = { names: new Set(), codes: new Set(), shared: new Set() };

/** Goes through everybody's roles for their scopes. */
export function scopesOf(people: readonly Pick<Person, 'record'>[]): Scopes {
  const names = new Set<string>();
  const codes = new Set<string>();
  const byName = new Map<string, string>();
  const shared = new Set<string>();
  for (const { record } of people) {
    for (const { name, code, scope, scopeCode } of record.roles.state === 'read' ? record.roles.value : []) {
      if (!scope) continue;
      const folded = scopeCode && fold(scopeCode);
      if (folded) {
        if (folded !== (byName.get(scope) ?? folded)) shared.add(scope);
        byName.set(scope, folded);
      }
      if (code !== '200' && !isPatronName(name)) continue;
      names.add(scope);
      if (folded) codes.add(folded);
    }
  }
  return { names, codes, shared };
}

/** The code of a role's scope, where its name alone does not tell which scope it is. */
export const tellingCode = ({ scope, scopeCode }: Pick<Role, 'scope' | 'scopeCode'>, { shared }: Scopes) =>
  scope !== undefined && shared.has(scope) ? scopeCode : undefined;

/** True for a role that has to be taken off by hand: its scope is not the institution's, or, where no scope was read, its kind needs one. */
export function needsHand(role: Role, { names, codes, shared }: Scopes): boolean {
  const { scope, scopeCode } = role;
  if (scopeCode !== undefined && codes.size > 0) return !codes.has(fold(scopeCode));
  if (scope !== undefined) return !names.has(scope) || shared.has(scope);
  const key = keyOf(role.name);
  return !known.has(key) || !institutionWide.some((pattern) => pattern.test(key));
}

/** Roles that several places tell, once each: one that a source tells without the code of its scope is none beside the same with it. */
export function distinctRoles(roles: readonly Role[]): Role[] {
  const distinct = new Map(roles.map((role) => [JSON.stringify(role), role]));
  const withoutCode = ({ scopeCode: _, ...role }: Role) => JSON.stringify(role);
  const coded = new Set([...distinct.values()].filter(({ scopeCode }) => scopeCode !== undefined).map(withoutCode));
  if (coded.size === 0) return [...distinct.values()];
  return [...distinct.values()].filter((role) => role.scopeCode !== undefined || !coded.has(withoutCode(role)));
}
