import { type Policy, policyFormat } from '../policy.ts';

type ShippedPolicy = 'base' | 'wrlc' | 'carli' | 'suny' | 'duke' | 'emory' | 'wisconsin' | 'princeton';

const base: Policy = {
  format: policyFormat,
  version: 1,
  base: 'base',
  name: 'Ex Libris basics',
  roleList: 'ex-libris-report',
  extraUncountedRoles: [],
  institution: { name: null, prefixes: [] },
  otherInstitutions: [],
  protectedAccounts: [],
  backupAccounts: [],
  studentGroups: [],
  linkedGroups: [],
  retainedGroups: [],
  genericAccounts: 'allow',
  genericWords: ['circdesk', 'desk', 'student', 'bindery', 'generic', 'shared'],
  setupWords: ['leganto', 'rialto', 'rapido', 'esploro', 'primo', 'proquest', 'implement', 'setup', 'train'],
  testWords: ['test', 'training', 'demo', 'sandbox'],
  inactiveRolesCount: true,
  studentRolesNeedExpiry: false,
  loginWindowDays: 90,
  namedUserLimit: null,
  lastReview: null,
  lastReviewCount: null,
  guard: { delete: 'hold', protectedAccounts: 'hold', deactivate: 'tell' },
  rules: { 'pickup-location-account': 'off' },
  dateOrder: 'auto',
  taughtLocators: [],
  roleNames: [],
};

/** A shipped policy: what it says differently from `base`, which carries what holds everywhere. */
const differing = (id: string, name: string, differences: Partial<Policy>): Policy => ({
  ...base,
  ...differences,
  base: id,
  name,
});

const pickupOff = { 'pickup-location-account': 'off' } as const;

/**
 * The policies that come with the extension, by id. They hold what public sources say and nothing else: WRLC publishes
 * neither its identifier prefixes nor the pattern of its central staff's accounts, so these lists are for the library to fill in.
 * No source names student groups: what is said of students' roles takes effect once the library has filled these in.
 */
export const policies: Readonly<Record<string, Policy> & Record<ShippedPolicy, Policy>> = {
  base,
  wrlc: differing('wrlc', 'WRLC', { roleList: 'wrlc-carli', linkedGroups: ['wrlc user'], rules: {} }),
  carli: differing('carli', 'CARLI', {
    roleList: 'wrlc-carli',
    protectedAccounts: [
      {
        match: 'prefix',
        value: 'carli_',
        label: 'CARLI Office',
        counts: true,
        source:
          'CARLI, Deactivate Named Users (October 2025); Named User FAQ (20 November 2023): office staff are within the cap',
      },
    ],
    linkedGroups: ['I-Share'],
    genericAccounts: 'discourage',
    rules: { ...pickupOff, 'alma-administrator-account': 'stop', 'linked-account': 'stop' },
  }),
  suny: differing('suny', 'SUNY', { roleList: 'patron-only' }),
  // All staff roles of a student share one date; no generic accounts (`duke-roles`).
  duke: differing('duke', 'Duke University', { genericAccounts: 'discourage', studentRolesNeedExpiry: true }),
  emory: differing('emory', 'Emory University', { genericAccounts: 'discourage' }),
  // Every staff role of a student ends the day after the last day of work, at the latest four weeks after the last class (`uw-student-roles`).
  wisconsin: differing('wisconsin', 'Universities of Wisconsin', { studentRolesNeedExpiry: true }),
  // Staff roles of students end on dates fixed for each term (`princeton-student-roles`).
  princeton: differing('princeton', 'Princeton University', { studentRolesNeedExpiry: true }),
};

for (const policy of Object.values(policies)) freeze(policy);

/** Shipped policies are shared by all: nobody may change them by mistake. */
function freeze(value: object): void {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  Object.freeze(value);
}
