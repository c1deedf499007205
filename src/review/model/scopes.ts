import type { Role } from '../../record/index.ts';
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

/** The scope that the institution itself has: the one that Patron roles bear, since these are never a library's. */
export function institutionScopes(people: readonly Pick<Person, 'record'>[]): ReadonlySet<string> {
  const scopes = new Set<string>();
  for (const { record } of people) {
    for (const { name, code, scope } of record.roles.state === 'read' ? record.roles.value : []) {
      if (scope && (code === '200' || isPatronName(name))) scopes.add(scope);
    }
  }
  return scopes;
}

/** True for a role that has to be taken off by hand: its scope is not the institution's, or, where no scope was read, its kind needs one. */
export function needsHand(role: Role, institution: ReadonlySet<string>): boolean {
  if (role.scope !== undefined) return !institution.has(role.scope);
  const key = keyOf(role.name);
  return !known.has(key) || !institutionWide.some((pattern) => pattern.test(key));
}
