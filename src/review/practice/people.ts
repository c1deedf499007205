import { type Day, dayOf } from '../../record/index.ts';
import { createRandom, type Random } from './random.ts';
import {
  firstNames,
  institution,
  jobCategories,
  lastNames,
  libraries,
  mostlyUncounted,
  staffRoles,
  unknownRoles,
  userGroups,
} from './words.ts';

export interface PracticeRole {
  name: string;
  active: boolean;
  scope: string;
  expiryDate: Day | null;
}

/** One made-up account, and in which exports it stands. */
export interface PracticePerson {
  /** As Analytics spells it. */
  identifier: string;
  /** As the Staff Login Report spells it. */
  reportIdentifier: string;
  firstName: string;
  lastName: string;
  userGroup: string;
  jobCategory: string;
  library: string;
  internal: boolean;
  active: boolean;
  protected: boolean;
  expiryDate: Day | null;
  purgeDate: Day | null;
  roles: readonly PracticeRole[];
  /** The login that each report shows, the newest first; `undefined`: the report shows a blank. */
  logins: readonly (Day | undefined)[];
  inReport: boolean;
  inAnalytics: boolean;
  /** Purged with statistics kept: in Analytics with status Deleted, its identifier in the last name. */
  ghost: boolean;
}

export interface PracticeOptions {
  seed: number;
  people: number;
  /** The day of the newest exports. */
  today: Day;
  /** How many Staff Login Reports there are, a quarter apart. */
  reports: number;
  /** Share of staff with a role that no list knows. */
  unknownRoleShare: number;
  /** Roles of a member of staff, besides Patron. */
  rolesEach: readonly [least: number, most: number];
}

export const practiceDefaults: PracticeOptions = {
  seed: 20261120,
  people: 1200,
  today: '2026-11-20' as Day,
  reports: 4,
  unknownRoleShare: 0.25,
  rolesEach: [1, 6],
};

const REPORT_EVERY_DAYS = 90;
const MILLISECONDS_A_DAY = 86_400_000;

/** The day so many days before (or, negative, after) another. */
export function daysBefore(day: Day, days: number): Day {
  const date = new Date(Date.parse(day) - days * MILLISECONDS_A_DAY);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) as Day;
}

/** The days of the reports, the newest first. */
export const reportDays = ({ today, reports }: PracticeOptions): Day[] =>
  Array.from({ length: reports }, (_, back) => daysBefore(today, back * REPORT_EVERY_DAYS));

type Kind = 'staff' | 'uncounted' | 'inactive' | 'new' | 'unlisted' | 'ghost' | 'respelled' | 'zeros';
/** Of a hundred accounts. */
const kindShares: readonly (readonly [Kind, number])[] = [
  ['staff', 58],
  ['uncounted', 16],
  ['inactive', 9],
  ['new', 3],
  ['unlisted', 4],
  ['ghost', 4],
  ['respelled', 4],
  ['zeros', 2],
];

function kindOf(random: Random): Kind {
  let left = random.whole(1, 100);
  for (const [kind, share] of kindShares) {
    left -= share;
    if (left <= 0) return kind;
  }
  return 'staff';
}

function role(random: Random, name: string, today: Day): PracticeRole {
  const local = name !== 'Cataloger' && name !== 'License Viewer' && name !== 'Patron';
  return {
    name,
    active: random.chance(0.95),
    scope: local ? random.pick(libraries) : institution,
    expiryDate: random.chance(0.15) ? daysBefore(today, random.whole(-400, 200)) : null,
  };
}

function rolesOf(random: Random, kind: Kind, options: PracticeOptions): PracticeRole[] {
  const patron: PracticeRole = { name: 'Patron', active: true, scope: institution, expiryDate: null };
  if (kind === 'uncounted') {
    return random.chance(0.4) ? [patron] : [patron, role(random, random.pick(mostlyUncounted), options.today)];
  }
  const names = Array.from({ length: random.whole(...options.rolesEach) }, () => random.pick(staffRoles));
  if (random.chance(options.unknownRoleShare)) names.push(random.pick(unknownRoles));
  if (random.chance(0.05)) names.push('API Read');
  return [patron, ...names.map((name) => role(random, name, options.today))];
}

/** What each report shows for somebody who logs in every so many days, or not at all. */
function loginsOf(random: Random, options: PracticeOptions): (Day | undefined)[] {
  const habit = random.pick(['daily', 'once a term', 'never seen'] as const);
  return reportDays(options).map((day) => {
    if (habit === 'daily') return daysBefore(day, random.whole(0, 12));
    return habit === 'once a term' && random.chance(0.4) ? daysBefore(day, random.whole(0, 89)) : undefined;
  });
}

function person(random: Random, at: number, options: PracticeOptions): PracticePerson {
  const kind = kindOf(random);
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  const plain = `${firstName}${lastName}`
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  const identifier = kind === 'zeros' ? `00${200_000 + at}` : `${plain.slice(0, 8)}${at}`;
  const roles = rolesOf(random, kind, options);
  const reportIdentifier =
    kind === 'respelled' ? identifier.toUpperCase() : kind === 'zeros' ? identifier.slice(2) : identifier;
  const hasStaffRole = roles.some(({ name }) => !['Patron', 'Instructor', 'Trial Participant'].includes(name));
  return {
    identifier,
    reportIdentifier,
    firstName,
    lastName,
    userGroup: random.pick(userGroups),
    jobCategory: random.pick(jobCategories),
    library: random.pick(libraries),
    internal: random.chance(0.1),
    active: kind !== 'inactive',
    protected: false,
    expiryDate: random.chance(0.8) ? daysBefore(options.today, random.whole(-900, 60)) : null,
    purgeDate: random.chance(0.5) ? daysBefore(options.today, random.whole(-1500, 30)) : null,
    roles,
    logins: loginsOf(random, options),
    inReport: kind !== 'ghost' && kind !== 'unlisted' && kind !== 'inactive' && hasStaffRole,
    inAnalytics: kind !== 'new' && kind !== 'ghost',
    ghost: kind === 'ghost',
  };
}

/** The accounts that every institution has beside its people. */
function specialAccounts(options: PracticeOptions): PracticePerson[] {
  const administrator: PracticeRole = {
    name: 'General System Administrator',
    active: true,
    scope: institution,
    expiryDate: null,
  };
  const account = (
    identifier: string,
    lastName: string,
    firstName: string,
    more: Partial<PracticePerson> = {},
  ): PracticePerson => ({
    identifier,
    reportIdentifier: identifier,
    firstName,
    lastName,
    userGroup: 'Staff',
    jobCategory: '',
    library: libraries[0] as string,
    internal: true,
    active: true,
    protected: true,
    expiryDate: null,
    purgeDate: null,
    roles: [administrator],
    logins: reportDays(options).map(() => undefined),
    inReport: true,
    inAnalytics: true,
    ghost: false,
    ...more,
  });
  return [
    account('exl_api', 'API', 'Ex Libris'),
    account('exl_impl', 'Implementor', 'Ex Libris', { reportIdentifier: 'EXL_impl' }),
    account('exl_support', 'Support', 'Ex Libris', { inAnalytics: false }),
    account('rialto_admin', 'Rialto', 'Setup'),
    account('leganto_guest', 'Guest', 'Leganto', { inReport: false }),
    account('sysadmin1', 'Okonkwo', 'Ada', { protected: false, logins: reportDays(options).map((day) => day) }),
    account('sso_backup', 'Backup', 'Single Sign-On', { protected: false }),
    account('legantosetup', 'Leganto', 'Setup', { protected: false }),
    account('circdesk1', 'Desk', 'Circulation', {
      protected: false,
      roles: [{ ...administrator, name: 'Circulation Desk Operator' }],
    }),
  ];
}

/** Makes up an institution's accounts: the same ones for the same options. */
export function practicePeople(options: PracticeOptions): PracticePerson[] {
  const random = createRandom(options.seed);
  const special = specialAccounts(options);
  const many = Array.from({ length: options.people - special.length }, (_, at) => person(random, at, options));
  return [...special, ...many];
}
