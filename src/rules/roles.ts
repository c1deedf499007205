import { fold, type Role } from '../record/index.ts';
import { roleNameKey } from './match.ts';
import type { Policy, RoleName } from './policy.ts';
import { remember } from './remember.ts';
import type { Context } from './rule.ts';
import { type RoleList, roleListOf, roleLists } from './standards/role-lists.ts';
import { isNameOfTwo, roleCoded, roleNamed, roleTranslated, type StandardRole } from './standards/roles.ts';

/** Whether a role makes its holder a named user; `unknown` is a role that no source names: it is counted to be safe. */
export type Counts = 'yes' | 'no' | 'unknown';

/** A role with what its name and code say. Name and code that name different roles stay apart. */
interface Identity {
  /** Of the name as it stands there. */
  readonly writtenKey: string;
  readonly nameKey: string;
  readonly code: string;
  /** In English first: many libraries keep English names, whatever language their pages are in. */
  readonly byName: StandardRole | undefined;
  readonly byCode: StandardRole | undefined;
  /** The role that the institution says its name means, or that it is known and counts. */
  readonly said: Said | undefined;
}

type Said = StandardRole | 'counts';

/** Names and codes that are left out of the count. */
interface LeftOut {
  readonly names: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

/** What a policy makes of a name with a code, whoever holds the role. */
interface Weight {
  readonly identity: Identity;
  /** One and the same for two rows of the same role. */
  readonly key: string;
  readonly listed: Counts;
  readonly isPatron: boolean;
  /** The shipped role lists under which the role counts; the institution's own exceptions play no part. */
  readonly countedBy: ReadonlySet<RoleList>;
}

/** A role on a record, with all that the rules ask of it. */
export interface HeldRole extends Weight {
  readonly role: Role;
  /** Known to be inactive, or past its own expiry. */
  readonly switchedOff: boolean;
  /** Its status or expiry date could not be understood, and nothing that was read says that it is switched off. */
  readonly perhapsOff: boolean;
  /** Known to count under the policy as the record stands. */
  readonly counts: boolean;
}

/** Says whether a role counts under a policy: by name (known spellings included), else by code; where the two disagree it counts. */
export function roleCounts(role: Role, policy: Policy): Counts {
  return weighing(policy)(role).listed;
}

/**
 * By what a role is known: the policy names it or leaves it out (`said`), a source has its code, its English name, or only what it is
 * called in another language. `unknown`: nobody knows it.
 */
export type Known = 'said' | 'code' | 'english' | 'translated' | 'unknown';

/** Says by what a role is known under a policy. */
export function howKnown(role: Role, policy: Policy): Known {
  const { byName, byCode, said, writtenKey } = identityOf(role, saidIn(policy.roleNames));
  const extras = extrasOf(policy.extraUncountedRoles);
  const isLeftOut = extras.names.has(writtenKey) || (role.code !== undefined && extras.codes.has(fold(role.code)));
  if (said !== undefined || isLeftOut) return 'said';
  if (byCode !== undefined) return 'code';
  if (byName === undefined) return 'unknown';
  return roleNamed(role.name) === undefined ? 'translated' : 'english';
}

/** Whether anybody knows the role: a source by its code or its name in any language, or the policy, which names it or leaves it out. */
export const isKnownRole = (role: Role, policy: Policy): boolean => howKnown(role, policy) !== 'unknown';

/** The roles of a record, in the record's order, with what the policy makes of each. */
export function heldRoles(roles: readonly Role[], context: Context): readonly HeldRole[] {
  const { policy } = context;
  const weightOf = weighing(policy);
  return roles.map((role) => {
    const { identity, key, listed, isPatron, countedBy } = weightOf(role);
    const switchedOff = role.status === 'INACTIVE' || (role.expiryDate ? role.expiryDate < context.today : false);
    const perhapsOff = !switchedOff && role.stateUnread === true;
    const counts = listed !== 'no' && (policy.inactiveRolesCount || !(switchedOff || perhapsOff));
    return { role, identity, key, listed, isPatron, countedBy, switchedOff, perhapsOff, counts };
  });
}

/** What a policy says of roles; weights hold for as long as these are the same. */
interface Scale {
  readonly list: LeftOut;
  readonly extras: LeftOut;
  readonly said: ReadonlyMap<string, Said>;
  readonly weights: Map<string, Weight>;
}

/** An institution has a few hundred names; a file that holds more may hold anything. */
const mostWeights = 5_000;
const scales = new WeakMap<Policy, Scale>();

/** Weighs roles under a policy, each name with its code once. */
function weighing(policy: Policy): (role: Role) => Weight {
  const list = leftOutBy(roleListOf(policy.roleList));
  const extras = extrasOf(policy.extraUncountedRoles);
  const said = saidIn(policy.roleNames);
  const last = scales.get(policy);
  const isSame = last?.list === list && last.extras === extras && last.said === said;
  const { weights } = isSame ? last : { weights: new Map<string, Weight>() };
  if (!isSame) scales.set(policy, { list, extras, said, weights });
  return (role) => {
    const written = role.code === undefined ? role.name : `${role.code}\n${role.name}`;
    const known = weights.get(written);
    if (known) return known;
    const identity = identityOf(role, said);
    const weight = {
      identity,
      key: keyOf(identity),
      listed: countsUnder(identity, list, extras),
      isPatron: isPatron(identity),
      countedBy: new Set(
        shipped.filter((shippedList) => countsUnder(identity, leftOutBy(shippedList), nothing) !== 'no'),
      ),
    };
    if (weights.size >= mostWeights) weights.clear();
    weights.set(written, weight);
    return weight;
  };
}

/**
 * The ways in which roles whose state was not read may stand: all in force, all switched off, and each of them alone the other way.
 * An answer that is the same in all of them does not hang on what is unread. A list that was read whole stands in one way.
 */
export function possibleStates(
  held: readonly HeldRole[],
  { policy }: Pick<Context, 'policy'>,
): (readonly HeldRole[])[] {
  const unsure = held.filter(({ perhapsOff }) => perhapsOff);
  if (unsure.length === 0) return [held];
  const stateWith = (isOff: (one: HeldRole) => boolean) =>
    held.map((one): HeldRole => {
      if (!one.perhapsOff) return one;
      const switchedOff = isOff(one);
      const counts = one.listed !== 'no' && (policy.inactiveRolesCount || !switchedOff);
      return { ...one, switchedOff, perhapsOff: false, counts };
    });
  return [true, false].flatMap((off) => [
    stateWith(() => off),
    ...unsure.map((other) => stateWith((one) => (one === other ? !off : off))),
  ]);
}

/** True when the name or the code is that of one of Alma's roles of these names: where they disagree, a powerful role is not overlooked. */
export const mayBeOneOf = ({ identity: { byName, byCode } }: HeldRole, names: readonly string[]): boolean =>
  [byName, byCode].some((role) => role?.product === 'Alma' && names.includes(role.name));

/** True when only a name tells the role, and Alma and Esploro each have one of that name: two such rows may be two roles. */
export const mayBeOneOfTwo = ({ identity: { byName, code } }: HeldRole): boolean =>
  code === '' && byName !== undefined && isNameOfTwo(byName);

/** The first row of each distinct role. */
export function distinct(held: readonly HeldRole[]): HeldRole[] {
  const firsts = new Map<string, HeldRole>();
  for (const one of held) if (!firsts.has(one.key)) firsts.set(one.key, one);
  return [...firsts.values()];
}

/** The names of the distinct roles, as the record spells them (its code for a role without a name). */
export const namesOf = (held: readonly HeldRole[]): string[] =>
  distinct(held).map(({ role }) => role.name.trim() || (role.code ?? ''));

function identityOf(role: Role, saidOf: ReadonlyMap<string, Said>): Identity {
  const code = role.code === undefined ? '' : fold(role.code);
  const writtenKey = roleNameKey(role.name);
  const said = saidOf.get(writtenKey);
  const byName = roleNamed(role.name) ?? (said === undefined ? roleTranslated(role.name) : roleOf(said));
  return { writtenKey, nameKey: byName?.key ?? writtenKey, code, byName, byCode: roleCoded(code), said };
}

const roleOf = (said: Said | undefined): StandardRole | undefined => (said === 'counts' ? undefined : said);

function keyOf({ nameKey, code, byName, byCode }: Identity): string {
  if (byName && byCode && byName !== byCode) return `${nameKey} ${code}`;
  const known = byName ?? byCode;
  if (known) return known.key;
  return code === '' ? nameKey : ` ${code}`;
}

function isPatron({ byName, byCode, said }: Identity): boolean {
  const patron = roleNamed('Patron');
  const named = [byName, byCode, said].filter((one) => one !== undefined);
  return patron !== undefined && named.length > 0 && named.every((one) => one === patron);
}

function countsUnder(identity: Identity, list: LeftOut, extras: LeftOut): Counts {
  const { writtenKey, nameKey, code, byName, byCode, said } = identity;
  if (roleNamed(writtenKey) === undefined && extras.names.has(writtenKey)) return 'no';
  const esploro = byCode ?? byName;
  if (esploro?.product === 'Esploro') return extras.codes.has(code) || extras.names.has(esploro.key) ? 'no' : 'unknown';
  const isOut = (key: string) => list.names.has(key) || extras.names.has(key);
  const nameIsOut = isOut(nameKey);
  const codeIsOut = list.codes.has(code) || extras.codes.has(code);
  const saidToCount = said === 'counts' || (said !== undefined && !isOut(said.key));
  if (saidToCount || (byName && !nameIsOut) || (byCode && !codeIsOut)) return 'yes';
  return nameIsOut || codeIsOut ? 'no' : 'unknown';
}

/** Takes role names and codes as they stand in a list, and adds what is known to be the same role. */
function leftOut(namesOrCodes: readonly string[]): LeftOut {
  const known = namesOrCodes.map((entry) => roleNamed(entry) ?? roleTranslated(entry) ?? roleCoded(entry));
  const names = namesOrCodes.flatMap((entry, at) => [known[at]?.key ?? '', roleNameKey(entry)]);
  const codes = [...namesOrCodes.map(fold), ...known.map((role) => role?.code ?? '')];
  return { names: new Set(names.filter(Boolean)), codes: new Set(codes.filter(Boolean)) };
}

const nothing: LeftOut = { names: new Set(), codes: new Set() };

const shipped: readonly RoleList[] = Object.values(roleLists);

const byList = new WeakMap<RoleList, LeftOut>();

function leftOutBy(list: RoleList): LeftOut {
  const made = byList.get(list) ?? leftOut([...list.excludedNames, ...list.excludedCodes]);
  byList.set(list, made);
  return made;
}

const extrasOf = remember(leftOut);

/** What the institution says that its own names mean, by the key of the name. */
const saidIn = remember<ReadonlyMap<string, Said>, RoleName>(
  (names) =>
    new Map(
      names.flatMap(({ name, role }): [string, Said][] => {
        const said = role === '' ? 'counts' : (roleNamed(role) ?? roleCoded(role));
        return said === undefined ? [] : [[roleNameKey(name), said]];
      }),
    ),
  ({ name, role }) => `${name}\n${role}`,
);
