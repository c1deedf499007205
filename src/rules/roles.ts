import { fold, type Role } from '../record/index.ts';
import { roleNameKey } from './match.ts';
import type { Policy, RoleName } from './policy.ts';
import { remember } from './remember.ts';
import type { Context } from './rule.ts';
import { type RoleList, roleListOf, roleLists } from './standards/role-lists.ts';
import { isNameOfTwo, isTwin, roleCoded, roleNamed, roleTranslated, type StandardRole } from './standards/roles.ts';

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
  /** The role that the institution says its name means, or that it is known and counts; one of them where these are several. */
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
  /** What each of the roles weighs that the name may mean, where it may mean several. */
  readonly meanings?: readonly Weight[] | undefined;
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
 * called in another language. `unknown`: nobody knows it. `disputed`: the policy names it as several roles that do not count alike.
 */
export type Known = 'said' | 'code' | 'english' | 'translated' | 'unknown' | 'disputed';

/** Says by what a role is known under a policy. */
export function howKnown(role: Role, policy: Policy): Known {
  const meant = meantBy(role, saidIn(policy.roleNames));
  if (meant.length > 1 && isDisputed(role, policy)) return 'disputed';
  const { byName, byCode, said, writtenKey } = identityAs(role, meant[0]);
  const extras = extrasOf(policy.extraUncountedRoles);
  const isLeftOut = extras.names.has(writtenKey) || (role.code !== undefined && extras.codes.has(fold(role.code)));
  if (said !== undefined || isLeftOut) return 'said';
  if (byCode !== undefined) return 'code';
  if (byName === undefined) return 'unknown';
  return roleNamed(role.name) === undefined ? 'translated' : 'english';
}

/** Whether anybody knows the role: a source by its code or its name in any language, or the policy, which names it once or leaves it out. */
export const isKnownRole = (role: Role, policy: Policy): boolean =>
  !['unknown', 'disputed'].includes(howKnown(role, policy));

/** Whether a role is named as several that do not count alike, under the policy or under a shipped list. */
const isDisputed = (role: Role, policy: Policy): boolean =>
  new Set(
    weighing(policy)(role).meanings?.map(({ listed, countedBy }) =>
      [listed === 'no', ...shipped.map((list) => countedBy.has(list))].join(),
    ),
  ).size > 1;

/** The roles of a record, in the record's order, with what the policy makes of each. */
export function heldRoles(roles: readonly Role[], context: Context): readonly HeldRole[] {
  const { policy } = context;
  const weightOf = weighing(policy);
  return roles.map((role) => {
    const weight = weightOf(role);
    const meanings = role.inDoubt ? meaningsInDoubt(weight) : weight.meanings;
    const switchedOff = role.status === 'INACTIVE' || (role.expiryDate ? role.expiryDate < context.today : false);
    const perhapsOff = !switchedOff && role.stateUnread === true;
    const mayCount = (meanings ?? [weight]).every(({ listed }) => listed !== 'no');
    const counts = mayCount && (policy.inactiveRolesCount || !(switchedOff || perhapsOff));
    return { ...weight, role, meanings, switchedOff, perhapsOff, counts };
  });
}

/** A name that nobody knows may be that of Patron, of another role that is left out, or of one that counts. */
function meaningsInDoubt(weight: Weight): readonly Weight[] {
  const left = {
    ...weight,
    listed: 'no',
    isPatron: false,
    countedBy: new Set<RoleList>(),
    meanings: undefined,
  } as const;
  const counted = { ...left, listed: 'yes', countedBy: everyList } as const;
  return [
    ...(weight.meanings ?? [weight]),
    { ...left, isPatron: true },
    left,
    ...(weight.listed === 'no' ? [counted] : []),
  ];
}

/** Whether it hangs on what the name means if the role counts under the policy. */
export const isUnderstood = ({ meanings = [] }: HeldRole): boolean =>
  new Set(meanings.map(({ listed }) => listed === 'no')).size < 2;

/** What a policy says of roles; weights hold for as long as these are the same. */
interface Scale {
  readonly list: LeftOut;
  readonly extras: LeftOut;
  readonly said: SaidOf;
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
    const [first, ...others] = meantBy(role, said).map((meant) => weightAs(identityAs(role, meant), list, extras));
    const weight = first && others.length > 0 ? weightOfSeveral([first, ...others]) : first;
    if (weight === undefined) throw new Error('A role means nothing.');
    if (weights.size >= mostWeights) weights.clear();
    weights.set(written, weight);
    return weight;
  };
}

/** Whether a role's state was not read, or its name may mean several roles. */
export const isUnsure = ({ perhapsOff, meanings }: HeldRole): boolean => perhapsOff || meanings !== undefined;

/**
 * The ways in which roles may stand whose state was not read, or whose names may mean several: all of them in one way, and each of them
 * alone in another. An answer that is the same in all of them does not hang on what is unread. Where nothing is unsure there is one way.
 */
export function possibleStates(
  held: readonly HeldRole[],
  { policy }: Pick<Context, 'policy'>,
): (readonly HeldRole[])[] {
  const ways = held.map((one) => waysOf(one, policy));
  const most = Math.max(...ways.map(({ length }) => length));
  if (most < 2) return [held];
  return Array.from({ length: most }, (_, way) => way).flatMap((way) => {
    const together = ways.map((of) => of[Math.min(way, of.length - 1)] as HeldRole);
    const alone = ways.flatMap((of, at) =>
      of.filter((other) => other !== together[at]).map((other) => together.with(at, other)),
    );
    return [together, ...alone];
  });
}

/** The ways in which one role may stand. */
function waysOf(one: HeldRole, { inactiveRolesCount }: Policy): readonly HeldRole[] {
  if (!isUnsure(one)) return [one];
  return (one.meanings ?? [one]).flatMap((meaning) =>
    (one.perhapsOff ? [true, false] : [one.switchedOff]).map((switchedOff) => ({
      ...one,
      ...meaning,
      meanings: undefined,
      switchedOff,
      perhapsOff: false,
      counts: meaning.listed !== 'no' && (inactiveRolesCount || !switchedOff),
    })),
  );
}

/** True when the name or the code is that of one of Alma's roles of these names: where they disagree, a powerful role is not overlooked. */
export const mayBeOneOf = ({ identity: { byName, byCode } }: HeldRole, names: readonly string[]): boolean =>
  [byName, byCode].some((role) => role?.product === 'Alma' && names.includes(role.name));

/** True when only a name tells the role, and Alma and Esploro each have one of that name: two such rows may be two roles. */
export const mayBeOneOfTwo = ({ identity: { byName, code } }: HeldRole): boolean =>
  code === '' && byName !== undefined && isNameOfTwo(byName);

/**
 * Whether a role is Patron by its name, by its code or as the institution says: where these disagree it is, so that no patron is lost unasked.
 * `perhaps`: its name is given to Patron and to another.
 */
export function patronAmong(role: Role, policy: Policy): 'yes' | 'no' | 'perhaps' {
  const weight = weighing(policy)(role);
  const isIt = (weight.meanings ?? [weight]).map(({ identity: { byName, byCode, said } }) =>
    [byName, byCode, said].includes(roleNamed('Patron')),
  );
  if (isIt.includes(true)) return isIt.includes(false) ? 'perhaps' : 'yes';
  return 'no';
}

/** The first row of each distinct role. */
export function distinct(held: readonly HeldRole[]): HeldRole[] {
  const firsts = new Map<string, HeldRole>();
  for (const one of held) if (!firsts.has(one.key)) firsts.set(one.key, one);
  return [...firsts.values()];
}

/** The names of the distinct roles, as the record spells them (its code for a role without a name). */
export const namesOf = (held: readonly HeldRole[]): string[] =>
  distinct(held).map(({ role }) => role.name.trim() || (role.code ?? ''));

/** What the institution says that a name means: nothing, one role, or several, of which a code beside the name chooses one. */
function meantBy(role: Role, saidOf: SaidOf): readonly (Said | undefined)[] {
  const said: readonly (Said | undefined)[] = saidOf.get(roleNameKey(role.name)) ?? [undefined];
  const byCode = said.length > 1 && role.code !== undefined ? roleCoded(role.code) : undefined;
  return byCode && said.includes(byCode) ? [byCode] : said;
}

function weightAs(identity: Identity, list: LeftOut, extras: LeftOut): Weight {
  return {
    identity,
    key: keyOf(identity),
    listed: countsUnder(identity, list, extras),
    isPatron: isPatron(identity),
    countedBy: new Set(shipped.filter((one) => countsUnder(identity, leftOutBy(one), nothing) !== 'no')),
  };
}

/** What is certain whichever of its roles a name means. */
function weightOfSeveral(meanings: readonly [Weight, ...Weight[]]): Weight {
  const [{ identity }] = meanings;
  const [listed, ...others] = new Set(meanings.map((one) => (one.listed === 'no' ? 'no' : 'yes')));
  return {
    identity,
    key: ` ${identity.writtenKey} ${identity.code}`,
    listed: listed === undefined || others.length > 0 ? 'unknown' : listed,
    isPatron: meanings.every(({ isPatron }) => isPatron),
    countedBy: new Set(shipped.filter((list) => meanings.every(({ countedBy }) => countedBy.has(list)))),
    meanings,
  };
}

function identityAs(role: Role, said: Said | undefined): Identity {
  const code = role.code === undefined ? '' : fold(role.code);
  const writtenKey = roleNameKey(role.name);
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
const everyList: ReadonlySet<RoleList> = new Set(shipped);

const byList = new WeakMap<RoleList, LeftOut>();

function leftOutBy(list: RoleList): LeftOut {
  const made = byList.get(list) ?? leftOut([...list.excludedNames, ...list.excludedCodes]);
  byList.set(list, made);
  return made;
}

const extrasOf = remember(leftOut);

/** What the institution says that its own names mean, by the key of the name. */
type SaidOf = ReadonlyMap<string, readonly Said[]>;

const saidIn = remember<SaidOf, RoleName>(
  (names) => {
    const saidOf = new Map<string, readonly Said[]>();
    for (const { name, role } of names) {
      const said = role === '' ? 'counts' : (roleNamed(role) ?? roleCoded(role));
      const key = roleNameKey(name);
      if (said !== undefined) saidOf.set(key, withoutTwins([...(saidOf.get(key) ?? []), said]));
    }
    return saidOf;
  },
  ({ name, role }) => `${name}\n${role}`,
);

/** Each once, and not Esploro's beside Alma's of the same English name: the two bear one name in every language. */
function withoutTwins(said: readonly Said[]): readonly Said[] {
  const roles = said.filter((one) => one !== 'counts');
  return [...new Set(said)].filter((one) => one === 'counts' || !roles.some((other) => isTwin(one, other)));
}

/**
 * The names for which the institution says several things that do not count alike under every shipped role list, as they stand there
 * first: whoever holds such a role alone cannot be told.
 */
export function disputedNames(names: readonly RoleName[]): readonly string[] {
  const saidOf = saidIn(names);
  const firsts = new Map([...names].reverse().map(({ name }) => [roleNameKey(name), name]));
  return [...firsts].reverse().flatMap(([key, name]) => (countAlike(saidOf.get(key) ?? []) ? [] : [name]));
}

/** The names that are said to be one role and are the English name of another, which does not count alike under every shipped role list. */
export const namesOfOthers = (names: readonly RoleName[]): readonly RoleName[] =>
  names.filter(({ name, role }) => {
    const english = roleNamed(name);
    const said = saidIn([{ name, role }]).get(roleNameKey(name)) ?? [];
    return english !== undefined && !countAlike([english, ...said]);
  });

/** Whether roles count or do not under the same ones of the shipped lists. */
const countAlike = (said: readonly Said[]): boolean =>
  new Set(
    said.map((one) => {
      const { countedBy } = weightAs(identityAs({ name: '' }, one), nothing, nothing);
      return shipped.map((list) => countedBy.has(list)).join();
    }),
  ).size < 2;
