import { fieldNames } from '../record/index.ts';
import type { Say } from '../texts/index.ts';
import { catalogue } from './catalogue/index.ts';
import type { Policy, ProtectedAccount, RoleName, RuleSetting, TaughtLocator } from './policy.ts';
import { policyFormat } from './policy.ts';
import {
  below,
  choice,
  copyOf,
  day,
  type EntryReader,
  entryOf,
  groupOf,
  isGroup,
  listOf,
  neededChoice,
  neededText,
  orNull,
  problemList,
  type Reader,
  refuseUnknown,
  remark,
  type Spot,
  shown,
  text,
  texts,
  wholeNumber,
  yesOrNo,
} from './policy-readers.ts';
import { disputedNames, namesOfOthers } from './roles.ts';
import { policies } from './standards/policies.ts';
import { roleLists } from './standards/role-lists.ts';
import { roleCoded, roleNamed } from './standards/roles.ts';

export interface ParsedPolicy {
  readonly policy: Policy;
  /** One sentence for each thing that was repaired or refused. */
  readonly problems: readonly string[];
}

const knownVersion = 1;
/** The largest policy that is read, in characters. A policy with every list full stays well below. */
const largestText = 2_000_000;
const largestLimit = 1_000_000;
const mostTaughtLocators = 200;

const guardChoice = choice(['off', 'tell', 'hold']);
const ruleIds = catalogue.map(({ id }) => id);
const ruleSettings = ['off', 'stop', 'warn', 'note'] as const satisfies readonly RuleSetting[];

const locatorFields = [...fieldNames, 'role.name', 'role.status', 'role.scope', 'role.expiryDate'];

const protectedAccount = entryOf<ProtectedAccount>({
  needed: { match: neededChoice(['prefix', 'exact', 'name', 'group']), value: neededText },
  optional: {
    label: { reader: remark, otherwise: '' },
    // An entry that does not say so is counted: the number is then not too low.
    counts: { reader: yesOrNo, otherwise: true },
    source: { reader: remark, otherwise: '' },
  },
});

const otherInstitution = entryOf<Policy['otherInstitutions'][number]>({
  needed: { name: neededText },
  optional: { prefixes: { reader: texts, otherwise: [] } },
});

const taughtLocator = entryOf<TaughtLocator>({
  needed: {
    field: neededChoice(locatorFields),
    by: neededChoice(['id', 'label', 'header', 'header-text']),
    value: neededText,
  },
  optional: { on: { reader: yesOrNo, otherwise: true }, note: { reader: remark, otherwise: '' } },
});

/** A code or an English name of the role standard; empty for a role that is known and counts. */
const standardRole: EntryReader<string> = (value) => {
  const given = typeof value === 'number' ? String(value) : value;
  const role = typeof given === 'string' ? given.trim() : undefined;
  return role === '' || (role && (roleNamed(role) ?? roleCoded(role))) ? role : undefined;
};

const roleName = entryOf<RoleName>({ needed: { name: neededText, role: standardRole }, optional: {} });
const listOfRoleNames = listOf(roleName);

/** What the names say is kept as it stands: what nobody can tell of them is said, and is not decided here. */
const roleNames: Reader<RoleName[]> = (value, kept, spot) => {
  const names = listOfRoleNames(value, kept, spot);
  for (const name of disputedNames(names)) spot.report('role_disputed', { key: spot.path, name });
  for (const { name, role } of namesOfOthers(names)) {
    spot.report('role_english', { key: spot.path, name, role: roleNamed(role)?.name ?? roleCoded(role)?.name ?? role });
  }
  return names;
};

/** Everything that a policy may set besides `format`, `version` and `base`, each with what makes it usable. */
const readers: { readonly [K in Exclude<keyof Policy, 'format' | 'version' | 'base'>]: Reader<Policy[K]> } = {
  name: text,
  roleList: choice(Object.keys(roleLists)),
  extraUncountedRoles: texts,
  institution: groupOf<Policy['institution']>({ name: orNull<string>(text), prefixes: texts }),
  otherInstitutions: listOf(otherInstitution),
  protectedAccounts: listOf(protectedAccount),
  backupAccounts: texts,
  studentGroups: texts,
  linkedGroups: texts,
  retainedGroups: texts,
  genericAccounts: choice(['allow', 'discourage']),
  genericWords: texts,
  setupWords: texts,
  testWords: texts,
  inactiveRolesCount: yesOrNo,
  studentRolesNeedExpiry: yesOrNo,
  loginWindowDays: wholeNumber(1, 90),
  namedUserLimit: orNull<number>(wholeNumber(1, largestLimit)),
  lastReview: orNull(day),
  lastReviewCount: orNull<number>(wholeNumber(0, largestLimit)),
  guard: groupOf<Policy['guard']>({ delete: guardChoice, protectedAccounts: guardChoice, deactivate: guardChoice }),
  rules: ruleChoices,
  dateOrder: choice(['auto', 'dmy', 'mdy', 'ymd']),
  taughtLocators: listOf(taughtLocator, mostTaughtLocators),
  roleNames,
};

/** Each rule left out keeps the base policy's setting. `named-user` states a fact: it can be silenced, not made worse. */
function ruleChoices(value: unknown, kept: Policy['rules'], spot: Spot): Policy['rules'] {
  if (!isGroup(value)) {
    spot.report('group', { key: spot.path });
    return kept;
  }
  const entries = Object.entries(value).flatMap(([id, setting]): [string, RuleSetting][] => {
    const usable = ruleSettings.find((each) => each === setting);
    if (!ruleIds.includes(id)) spot.report('unknown_rule', { rule: shown(id) });
    else if (usable === undefined) spot.report('choice', { key: below(spot, id).path, choices: ruleSettings });
    else if (id === 'named-user' && usable !== 'off') spot.report('named_user', { key: below(spot, id).path });
    else return [[id, usable]];
    return [];
  });
  return { ...kept, ...Object.fromEntries(entries) };
}

/**
 * Makes a usable policy of anything: an object, or the text of a JSON file. Keys left out take the value of the base
 * policy that it names; what cannot be used is reported in words of `say` and ignored. Never throws, and the policy
 * shares nothing with what was given.
 */
export function parsePolicy(json: unknown, say: Say): ParsedPolicy {
  const { problems, report, finish } = problemList(say);
  const spot: Spot = { path: '', report };
  try {
    const given = typeof json === 'string' ? parseText(json, spot) : json;
    const policy = given === undefined && problems.length > 0 ? copyOf(policies.base) : read(given, spot);
    finish();
    return { policy, problems };
  } catch {
    return { policy: copyOf(policies.base), problems: [say('policy_problem_unreadable')] };
  }
}

/** `undefined`, and a problem, when the text is too long or no JSON. */
function parseText(json: string, { report }: Spot): unknown {
  if (json.length > largestText) {
    report('too_large', { limit: largestText });
    return undefined;
  }
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    report('not_json');
    return undefined;
  }
}

function read(given: unknown, spot: Spot): Policy {
  if (!isGroup(given)) {
    spot.report('not_a_policy');
    return copyOf(policies.base);
  }
  checkFormat(given, spot);
  const policy = copyOf(policies[baseOf(given, spot)] ?? policies.base);
  refuseUnknown(given, ['format', 'version', 'base', ...Object.keys(readers)], spot);
  for (const key of Object.keys(readers) as (keyof typeof readers)[]) readKey(given, key, policy, spot);
  return policy;
}

/** What becomes of one setting: taken as it is, taken after something was mended or left out, or not taken. */
export interface TriedSetting {
  readonly outcome: 'used' | 'mended' | 'refused';
  /** A sentence for each thing mended, left out or refused. */
  readonly problems: readonly string[];
}

/** What `parsePolicy` makes of one thing that can be decided: of a key, or of a part of a group (`guard.delete`). Never throws. */
export function trySetting(path: string, value: unknown, say: Say): TriedSetting {
  const { problems, report, finish } = problemList(say);
  let taken = false;
  try {
    taken = takes(path, value, { path: '', report });
    finish();
  } catch {
    problems.push(say('policy_problem_unreadable'));
  }
  if (!taken) return { outcome: 'refused', problems };
  return { outcome: problems.length === 0 ? 'used' : 'mended', problems };
}

/** Whether a reader makes something of a value. It gives back what it was to keep where it does not. */
function takes(path: string, value: unknown, spot: Spot): boolean {
  if (path === 'format' || path === 'version') {
    checkFormat({ [path]: value }, spot);
    return true;
  }
  if (path === 'base') return baseOf({ base: value }, spot) === value;
  const dot = path.indexOf('.');
  const [key, part] = dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
  if (!Object.hasOwn(readers, key)) {
    refuseUnknown({ [path]: value }, [], spot);
    return false;
  }
  const read = readers[key as keyof typeof readers] as Reader<unknown>;
  const nothing = {};
  if (part === undefined) {
    const found = read(value, nothing, below(spot, key));
    return found !== nothing && !(Array.isArray(found) && found.length === 0 && (value as unknown[]).length > 0);
  }
  const group = read({ [part]: value }, nothing, below(spot, key)) as Readonly<Record<string, unknown>>;
  return Object.hasOwn(group, part) && group[part] !== undefined;
}

function readKey<K extends keyof typeof readers>(
  given: Readonly<Record<string, unknown>>,
  key: K,
  policy: Policy,
  spot: Spot,
): void {
  if (!Object.hasOwn(given, key) || given[key] === undefined) return;
  const reader = readers[key] as Reader<Policy[K]>;
  policy[key] = reader(given[key], policy[key], below(spot, key));
}

function checkFormat(given: Readonly<Record<string, unknown>>, { report }: Spot): void {
  const own = (key: string): unknown => (Object.hasOwn(given, key) ? given[key] : undefined);
  const format = own('format');
  const version = own('version') === String(knownVersion) ? knownVersion : own('version');
  if (format !== undefined && format !== policyFormat) report('format', { format: policyFormat, value: shown(format) });
  if (version === undefined || version === knownVersion) return;
  const isNewer = typeof version === 'number' && version > knownVersion;
  report(isNewer ? 'version_newer' : 'version', { version: shown(version) });
}

function baseOf(given: Readonly<Record<string, unknown>>, { report }: Spot): string {
  const base = Object.hasOwn(given, 'base') ? given.base : undefined;
  if (base === undefined) return 'base';
  if (typeof base === 'string' && Object.hasOwn(policies, base)) return base;
  report('base', { value: shown(base), choices: Object.keys(policies) });
  return 'base';
}
