import type { Role } from '../record/index.ts';
import { fold, roleNameKey } from './match.ts';
import type { Policy } from './policy.ts';
import { remember } from './remember.ts';
import type { Context } from './rule.ts';
import { type RoleList, roleListOf } from './standards/role-lists.ts';
import { roleCoded, roleNamed, type StandardRole } from './standards/roles.ts';

/** Whether a role makes its holder a named user; `unknown` is a role that no source names: it is counted to be safe. */
export type Counts = 'yes' | 'no' | 'unknown';

/** A role with what its name and code say. Name and code that name different roles stay apart. */
interface Identity {
  readonly nameKey: string;
  readonly code: string;
  readonly byName: StandardRole | undefined;
  readonly byCode: StandardRole | undefined;
}

/** Names and codes that are left out of the count. */
interface LeftOut {
  readonly names: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

/** A role on a record, with all that the rules ask of it. */
export interface HeldRole {
  readonly role: Role;
  /** One and the same for two rows of the same role. */
  readonly key: string;
  readonly listed: Counts;
  readonly isPatron: boolean;
  /** Inactive, or past its own expiry. */
  readonly switchedOff: boolean;
  /** Counts under the policy as the record stands. */
  readonly counts: boolean;
  readonly identity: Identity;
}

/** Says whether a role counts under a policy: by name (known spellings included), else by code; where the two disagree it counts. */
export function roleCounts(role: Role, policy: Policy): Counts {
  return countsUnder(identityOf(role), leftOutBy(roleListOf(policy.roleList)), extrasOf(policy.extraUncountedRoles));
}

/** Says for every shipped role list whether the role counts under it; the institution's own exceptions play no part. */
export function countsUnderList(held: HeldRole, list: RoleList): boolean {
  return countsUnder(held.identity, leftOutBy(list), nothing) !== 'no';
}

/** A context lives for one judgement, and so does what is remembered here: most rules ask for the same roles. */
const heldIn = new WeakMap<Context, { roles: readonly Role[]; held: readonly HeldRole[] }>();

/** The roles of a record, in the record's order, with what the policy makes of each. */
export function heldRoles(roles: readonly Role[], context: Context): readonly HeldRole[] {
  const seen = heldIn.get(context);
  if (seen?.roles === roles) return seen.held;
  const held = weigh(roles, context);
  heldIn.set(context, { roles, held });
  return held;
}

function weigh(roles: readonly Role[], context: Context): readonly HeldRole[] {
  const { policy } = context;
  const leftOut = leftOutBy(roleListOf(policy.roleList));
  const extras = extrasOf(policy.extraUncountedRoles);
  return roles.map((role) => {
    const identity = identityOf(role);
    const listed = countsUnder(identity, leftOut, extras);
    const switchedOff = role.status === 'INACTIVE' || (role.expiryDate ? role.expiryDate < context.today : false);
    const counts = listed !== 'no' && (policy.inactiveRolesCount || !switchedOff);
    return { role, identity, key: keyOf(identity), listed, isPatron: isPatron(identity), switchedOff, counts };
  });
}

/** True when the name or the code is that of the known role: where they disagree, a powerful role is not overlooked. */
export const mayBeRole = ({ identity }: HeldRole, name: string): boolean => {
  const role = roleNamed(name);
  return role !== undefined && (identity.byName === role || identity.byCode === role);
};

/** The first row of each distinct role. */
export function distinct(held: readonly HeldRole[]): HeldRole[] {
  const firsts = new Map<string, HeldRole>();
  for (const one of held) if (!firsts.has(one.key)) firsts.set(one.key, one);
  return [...firsts.values()];
}

/** The names of the distinct roles, as the record spells them (its code for a role without a name). */
export const namesOf = (held: readonly HeldRole[]): string[] =>
  distinct(held).map(({ role }) => role.name.trim() || (role.code ?? ''));

function identityOf(role: Role): Identity {
  const code = role.code === undefined ? '' : fold(role.code);
  const byName = roleNamed(role.name);
  return { nameKey: byName?.key ?? roleNameKey(role.name), code, byName, byCode: roleCoded(code) };
}

function keyOf({ nameKey, code, byName, byCode }: Identity): string {
  if (byName && byCode && byName !== byCode) return `${nameKey} ${code}`;
  const known = byName ?? byCode;
  if (known) return known.key;
  return code === '' ? nameKey : ` ${code}`;
}

function isPatron({ byName, byCode }: Identity): boolean {
  const patron = roleNamed('Patron');
  const [one, other] = [byName ?? byCode, byCode ?? byName];
  return patron !== undefined && one === patron && other === patron;
}

function countsUnder({ nameKey, code, byName, byCode }: Identity, list: LeftOut, extras: LeftOut): Counts {
  const isLocalName = byName === undefined && extras.names.has(nameKey);
  if (isLocalName) return 'no';
  const nameIsOut = list.names.has(nameKey) || extras.names.has(nameKey);
  const codeIsOut = list.codes.has(code) || extras.codes.has(code);
  if ((byName && !nameIsOut) || (byCode && !codeIsOut)) return 'yes';
  return nameIsOut || codeIsOut ? 'no' : 'unknown';
}

/** Takes role names and codes as they stand in a list, and adds what is known to be the same role. */
function leftOut(namesOrCodes: readonly string[]): LeftOut {
  const known = namesOrCodes.map((entry) => roleNamed(entry) ?? roleCoded(entry));
  const names = known.map((role, at) => role?.key ?? roleNameKey(namesOrCodes[at] ?? ''));
  const codes = [...namesOrCodes.map(fold), ...known.map((role) => role?.code ?? '')];
  return { names: new Set(names.filter(Boolean)), codes: new Set(codes.filter(Boolean)) };
}

const nothing: LeftOut = { names: new Set(), codes: new Set() };

const byList = new WeakMap<RoleList, LeftOut>();

function leftOutBy(list: RoleList): LeftOut {
  const made = byList.get(list) ?? leftOut([...list.excludedNames, ...list.excludedCodes]);
  byList.set(list, made);
  return made;
}

const extrasOf = remember(leftOut);
