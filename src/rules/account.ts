import { daysBetween, fold } from '../record/index.ts';
import { beginsWith, isOneOf, isOneOfNames, rowOf, same, sameName, standsIn, startsWithOneOf } from './match.ts';
import type { Policy, ProtectedAccount } from './policy.ts';
import { distinct, type HeldRole, heldRoles, isUnsure, namesOf, possibleStates } from './roles.ts';
import { type Asked, type Context, type Fields, holds, once, valueRead } from './rule.ts';
import type { RoleList } from './standards/role-lists.ts';
import { all, any, not, type Truth } from './truth.ts';

/** Questions that several rules ask of a record, each with the fields that it hangs on. */

export const exLibrisPrefix = 'exl_';
export const exLibrisPrefixes = [exLibrisPrefix];
export const rialtoPrefixes = ['rialto_'];
export const legantoGuest = 'leganto_guest';
const vendorPrefixes = [...exLibrisPrefixes, ...rialtoPrefixes];

const pickupIdentifier = /^01wrlc_[a-z]+-[a-z0-9_]+$/;
const pickupGroups = ['Library Pickup Locations'];
const administratorNames = ['Alma Administrator', 'Administrator Alma'];

export const startsWith = (id: Asked<'primaryId'>, prefixes: readonly string[]): Truth =>
  prefixes.length === 0 ? false : holds(id, (value) => startsWithOneOf(value, prefixes));

/** The policy's other institutions. A consortium's list of all its members names the library itself as well: by its name it is known, and left out. */
export const othersIn = ({ institution, otherInstitutions }: Policy): Policy['otherInstitutions'] =>
  otherInstitutions.filter(({ name }) => !same(name, institution.name ?? ''));

/** One of the three kinds of account that belong to Ex Libris' own products. */
export const isVendorAccount = once(
  ({ primaryId }: Fields<'primaryId'>): Truth =>
    holds(primaryId, (id) => startsWithOneOf(id, vendorPrefixes) || same(id, legantoGuest)),
);

/** The record is what an entry of the policy's protected accounts describes. */
export function matchesEntry(fields: Fields<'primaryId' | 'name' | 'userGroup'>, entry: ProtectedAccount): Truth {
  switch (entry.match) {
    case 'prefix':
      return holds(fields.primaryId, (id) => beginsWith(id, entry.value));
    case 'exact':
      return holds(fields.primaryId, (id) => same(id, entry.value));
    case 'name':
      return holds(fields.name, (name) => name !== null && sameName(name, entry.value));
    case 'group':
      return holdsGroup(fields, (group) => same(group, entry.value));
  }
}

/** One of the policy's protected accounts. */
export const isConsortiumAccount = once(
  (fields: Fields<'primaryId' | 'name' | 'userGroup'>, { policy }: Context): Truth =>
    any(...policy.protectedAccounts.map((entry) => matchesEntry(fields, entry))),
);

/** One of those of the policy's protected accounts that are not counted. */
export const isUncountedAccount = once(
  (fields: Fields<'primaryId' | 'name' | 'userGroup'>, { policy }: Context): Truth =>
    any(...policy.protectedAccounts.filter(({ counts }) => !counts).map((entry) => matchesEntry(fields, entry))),
);

export const isAlmaAdministrator = once(
  ({ name }: Fields<'name'>): Truth => holds(name, (text) => text !== null && isOneOfNames(text, administratorNames)),
);

export const hasPickupIdentifier = ({ primaryId }: Fields<'primaryId'>): Truth =>
  holds(primaryId, (id) => pickupIdentifier.test(fold(id)));

export const isPickupLocation = once(
  (fields: Fields<'primaryId' | 'userGroup'>): Truth =>
    any(hasPickupIdentifier(fields), isInGroup(fields, pickupGroups)),
);

/** Whether a policy has the rule at work. */
export const isOn = ({ policy }: Pick<Context, 'policy'>, rule: string): boolean =>
  !Object.hasOwn(policy.rules, rule) || policy.rules[rule] !== 'off';

/**
 * An account that nobody at the library may change. Ex Libris' accounts and the policy's own list are so whether or not
 * their rules speak; the other two are so only where the policy has their rule on, for not every site knows such accounts.
 */
export const isProtectedAccount = once(
  (fields: Fields<'primaryId' | 'name' | 'userGroup'>, context: Context): Truth =>
    any(
      isVendorAccount(fields, context),
      isConsortiumAccount(fields, context),
      isOn(context, 'alma-administrator-account') && isAlmaAdministrator(fields, context),
      isOn(context, 'pickup-location-account') && isPickupLocation(fields, context),
    ),
);

/** The identifier alone marks a protected account, whatever the name and the group say. */
export const hasProtectedIdentifier = (fields: Fields<'primaryId'>, context: Context): Truth =>
  any(
    isVendorAccount(fields, context),
    holds(fields.primaryId, (id) =>
      context.policy.protectedAccounts.some(
        ({ match, value }) => (match === 'prefix' && beginsWith(id, value)) || (match === 'exact' && same(id, value)),
      ),
    ),
    isOn(context, 'pickup-location-account') && hasPickupIdentifier(fields),
  );

/** The user group's name, or the code that was read beside it, is one of a list of names and codes; an empty list settles it without reading. */
export const isInGroup = (fields: Fields<'userGroup'>, groups: readonly string[]): Truth =>
  groups.length === 0 ? false : holdsGroup(fields, (group) => isOneOf(group, groups));

/** Asks of the user group's name, and of the code that was read beside it. */
const holdsGroup = ({ userGroup }: Fields<'userGroup'>, test: (group: string) => boolean): Truth =>
  holds(userGroup, (name, code) => (name !== null && test(name)) || (code !== undefined && test(code)));

/** An account kept for when single sign-on is down, by the policy's list. */
export const isListedBackup = ({ primaryId }: Fields<'primaryId'>, { policy }: Context): Truth =>
  policy.backupAccounts.length === 0 ? false : holds(primaryId, (id) => isOneOf(id, policy.backupAccounts));

/** Defined in Alma, with its password in Alma or elsewhere; not loaded from another system. */
export const isInternal = ({ accountType }: Fields<'accountType'>): Truth =>
  holds(accountType, (type) => type !== 'EXTERNAL');

export const isActive = ({ status }: Fields<'status'>): Truth => holds(status, (value) => value === 'ACTIVE');

/** The expiry date lies before today; a blank one does not. */
export const isExpired = once(
  ({ expiryDate }: Fields<'expiryDate'>, context: Context): Truth =>
    holds(expiryDate, (day) => day !== null && day < context.today),
);

/** No login in the last `loginWindowDays` days. */
export const hasNoLoginInWindow = ({ lastLogin }: Fields<'lastLogin'>, context: Context): Truth =>
  holds(
    lastLogin,
    (login) => login === 'not-in-window' || daysBetween(login, context.today) > context.policy.loginWindowDays,
  );

/** One of the words stands as a whole in the identifier or in the name. */
export const bearsWord = (fields: Fields<'primaryId' | 'name'>, context: Context, words: readonly string[]): Truth =>
  words.length === 0
    ? false
    : any(
        holds(fields.primaryId, () => standsIn(rowOfId(fields, context), words)),
        holds(fields.name, () => standsIn(rowOfName(fields, context), words)),
      );

const rowOfId = once(({ primaryId }: Fields<'primaryId'>) => rowOf(valueRead(primaryId) ?? ''));
const rowOfName = once(({ name }: Fields<'name'>) => rowOf(valueRead(name) ?? ''));

/** Asks a question of the whole list of roles; "not known" where it hangs on the state of roles whose state was not read. */
export function rolesHold(
  { roles }: Fields<'roles'>,
  context: Context,
  test: (held: readonly HeldRole[]) => boolean,
): Truth {
  return roles.reading.state === 'read' ? answerOf(rolesSeen({ roles }, context), context, test) : [roles.field];
}

function answerOf(held: readonly HeldRole[], context: Context, test: (held: readonly HeldRole[]) => boolean): Truth {
  if (!held.some(isUnsure)) return test(held);
  const [first, ...others] = possibleStates(held, context).map(test);
  return others.every((answer) => answer === first) ? first === true : ['roles'];
}

/** Asks whether there are such roles on the list: a part of it is enough for yes, since more roles take none away. */
export function someRolesHold(
  { roles }: Fields<'roles'>,
  context: Context,
  test: (held: readonly HeldRole[]) => boolean,
): Truth {
  if (roles.reading.state === 'unread' && !roles.seen) return [roles.field];
  const answer = answerOf(rolesSeen({ roles }, context), context, test);
  return roles.reading.state === 'read' || answer === true ? answer : [roles.field];
}

/** The whole list, or the part of it that was seen; empty where none was. */
const rolesSeen = once(({ roles: { reading, seen } }: Fields<'roles'>, context: Context): readonly HeldRole[] =>
  heldRoles(reading.state === 'read' ? reading.value : (seen?.roles ?? []), context),
);

export const holdsCountingRole = once(
  (fields: Fields<'roles'>, context: Context): Truth =>
    someRolesHold(fields, context, (held) => held.some((one) => one.counts)),
);

/** The roles that answer to a test, for a message, of a part of the list as well; empty when no role was seen. */
export function rolesThat(fields: Fields<'roles'>, context: Context, test: (held: HeldRole) => boolean): HeldRole[] {
  return distinct(rolesSeen(fields, context).filter(test));
}

/** The distinct counting roles as a message names them, and how many they are. */
export const countingRoles = once((fields: Fields<'roles'>, context: Context): { roles: string[]; count: number } => {
  const roles = namesOf(rolesThat(fields, context, (held) => held.counts));
  return { roles, count: roles.length };
});

/** The fields on which it hangs whether a record could count at all, whatever its roles. */
export type CountableFields = 'primaryId' | 'name' | 'userGroup' | 'recordType' | 'status';

/**
 * The record is one of those that are counted when they hold a role that counts: not inactive, deleted, a contact, an
 * Ex Libris account or a consortium account that is not counted. An unread record type is no obstacle: contacts hold no roles.
 */
export const isCountable = once(
  (fields: Fields<CountableFields>, context: Context): Truth =>
    all(
      holds(fields.status, (status) => status === 'ACTIVE'),
      fields.recordType.reading.state === 'unread' || holds(fields.recordType, (type) => type !== 'CONTACT'),
      not(isVendorAccount(fields, context)),
      not(isUncountedAccount(fields, context)),
    ),
);

/** The record counts as a named user under a shipped role list; the institution's own exceptions play no part. */
export const countsUnder = (fields: Fields<CountableFields | 'roles'>, context: Context, list: RoleList): Truth =>
  all(
    isCountable(fields, context),
    someRolesHold(fields, context, (held) => held.some((one) => one.countedBy.has(list) && mayWeigh(one, context))),
  );

/** A role that is switched off, or perhaps is, weighs nothing unless the policy counts such roles. */
export const mayWeigh = ({ switchedOff, perhapsOff }: HeldRole, { policy }: Context): boolean =>
  policy.inactiveRolesCount || !(switchedOff || perhapsOff);

/** The record counts as a named user under the policy. */
export const isNamedUser = once(
  (fields: Fields<CountableFields | 'roles'>, context: Context): Truth =>
    all(isCountable(fields, context), holdsCountingRole(fields, context)),
);
