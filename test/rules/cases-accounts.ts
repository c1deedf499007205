import type { Policy, ProtectedAccount } from '../../src/rules/index.ts';
import { cataloger, instructor, patron, type RuleCases, role, userManager } from './case.ts';

const entry = (match: ProtectedAccount['match'], value: string, counts = false): ProtectedAccount => ({
  match,
  value,
  label: 'the Example Consortium',
  counts,
  source: '',
});
const central: Partial<Policy> = { protectedAccounts: [entry('prefix', 'nz_')] };
const pickupOn: Partial<Policy> = { rules: {} };
const withPrefixes: Partial<Policy> = {
  institution: { name: 'George Washington', prefixes: ['gw-'] },
  otherInstitutions: [{ name: 'George Mason', prefixes: ['gm-', 'g'] }],
};

/** Cases of the rules about whose account a record is. */
export const accountCases: Readonly<Record<string, RuleCases>> = {
  'ex-libris-account': {
    found: [
      { says: 'begins exl_', known: { primaryId: 'exl_impl' } },
      { says: 'in capitals, with spaces around', known: { primaryId: '  EXL_Support ' } },
      {
        says: 'whatever else is unread',
        known: { primaryId: 'exl_api' },
        unread: ['name', 'roles', 'status', 'userGroup'],
      },
    ],
    clear: [
      { says: 'exl without the underscore', known: { primaryId: 'exlibris' } },
      { says: 'another sign in the underscore’s place', known: { primaryId: 'exl-impl' } },
      { says: 'exl_ further on', known: { primaryId: 'my_exl_impl' } },
      { says: 'an empty identifier', known: { primaryId: '' } },
    ],
    cannotTell: [
      {
        says: 'the identifier is unread',
        known: { name: 'Support, Ex Libris' },
        unread: ['primaryId'],
        missing: ['primaryId'],
      },
    ],
  },
  'rialto-account': {
    found: [
      { says: 'begins rialto_', known: { primaryId: 'rialto_admin' } },
      { says: 'in capitals', known: { primaryId: 'RIALTO_ADMIN' } },
    ],
    clear: [
      { says: 'Rialto without the underscore', known: { primaryId: 'rialto2' } },
      { says: 'an exl_ account', known: { primaryId: 'exl_rialto_' } },
    ],
    cannotTell: [{ says: 'the identifier is unread', unread: ['primaryId'], missing: ['primaryId'] }],
  },
  'leganto-guest-account': {
    found: [
      { says: 'is leganto_guest', known: { primaryId: 'leganto_guest' } },
      { says: 'in capitals, with spaces around', known: { primaryId: ' Leganto_Guest ' } },
    ],
    clear: [
      { says: 'another Leganto account', known: { primaryId: 'leganto_guest2' } },
      { says: 'a Leganto test account', known: { primaryId: 'leganto_test' } },
    ],
    cannotTell: [{ says: 'the identifier is unread', unread: ['primaryId'], missing: ['primaryId'] }],
  },
  'consortium-account': {
    found: [
      { says: 'by prefix', known: { primaryId: 'NZ_ada' }, policy: central },
      {
        says: 'by prefix, with name and group unread',
        known: { primaryId: 'nz_ada' },
        unread: ['name', 'userGroup'],
        policy: { protectedAccounts: [entry('name', 'X'), entry('prefix', 'nz_'), entry('group', 'Y')] },
      },
      {
        says: 'by the whole identifier',
        known: { primaryId: 'Central1' },
        policy: { protectedAccounts: [entry('exact', 'central1')] },
      },
      {
        says: 'by name in the other order',
        known: { name: 'Desk,  Central' },
        policy: { protectedAccounts: [entry('name', 'Central Desk')] },
      },
      {
        says: 'by name with an accent',
        known: { name: 'ZOË ÉTÉ' },
        policy: { protectedAccounts: [entry('name', 'Été, Zoë')] },
      },
      {
        says: 'by group',
        known: { userGroup: 'central staff' },
        policy: { protectedAccounts: [entry('group', 'Central Staff')] },
      },
      {
        says: 'the CARLI Office',
        known: { primaryId: 'carli_ada' },
        policy: { protectedAccounts: [entry('prefix', 'carli_', true)] },
      },
    ],
    clear: [
      { says: 'no entries, whatever is unread', unread: ['primaryId', 'name', 'userGroup'] },
      {
        says: 'the whole identifier is not a prefix',
        known: { primaryId: 'central12' },
        policy: { protectedAccounts: [entry('exact', 'central1')] },
      },
      { says: 'an empty prefix begins nothing', policy: { protectedAccounts: [entry('prefix', '  ')] } },
      {
        says: 'a blank name and a blank group',
        known: { name: null, userGroup: null },
        policy: { protectedAccounts: [entry('name', ''), entry('group', '')] },
      },
      { says: 'another prefix, with name and group unread', unread: ['name', 'userGroup'], policy: central },
    ],
    cannotTell: [
      { says: 'the identifier is unread', unread: ['primaryId'], policy: central, missing: ['primaryId'] },
      {
        says: 'an entry by group, and the group is unread',
        unread: ['userGroup'],
        policy: { protectedAccounts: [entry('prefix', 'nz_'), entry('group', 'Central')] },
        missing: ['userGroup'],
      },
      {
        says: 'an entry by name, and the name is unread',
        unread: ['name'],
        policy: { protectedAccounts: [entry('name', 'Central Desk')] },
        missing: ['name'],
      },
    ],
  },
  'alma-administrator-account': {
    found: [
      { says: 'as it is spoken', known: { name: 'Alma Administrator' } },
      { says: 'with a comma', known: { name: 'Administrator, Alma' } },
      { says: 'in the other order without one', known: { name: ' administrator  ALMA ' } },
      { says: 'with a comma in the other order', known: { name: 'Alma,Administrator' } },
    ],
    clear: [
      { says: 'a longer name', known: { name: 'Alma Administrator Test' } },
      { says: 'one of the words', known: { name: 'Alma' } },
      { says: 'a blank name', known: { name: null } },
    ],
    cannotTell: [{ says: 'the name is unread', unread: ['name'], missing: ['name'] }],
  },
  'pickup-location-account': {
    found: [
      {
        says: 'by its identifier, with the group unread',
        known: { primaryId: '01WRLC_GML-FENWICK' },
        unread: ['userGroup'],
        policy: pickupOn,
      },
      { says: 'with an underscore in the library', known: { primaryId: '01WRLC_AMU-UNIV_LIB' }, policy: pickupOn },
      { says: 'in small letters', known: { primaryId: ' 01wrlc_guniv-lau' }, policy: pickupOn },
      {
        says: 'by its group',
        known: { userGroup: 'library pickup locations' },
        unread: ['primaryId'],
        policy: pickupOn,
      },
    ],
    clear: [
      { says: 'no library after the code', known: { primaryId: '01WRLC_GML' }, policy: pickupOn },
      { says: 'more after the library', known: { primaryId: '01WRLC_GML-FENWICK x' }, policy: pickupOn },
      { says: 'a person', policy: pickupOn },
    ],
    cannotTell: [
      { says: 'the group is unread', unread: ['userGroup'], policy: pickupOn, missing: ['userGroup'] },
      { says: 'the identifier is unread', unread: ['primaryId'], policy: pickupOn, missing: ['primaryId'] },
    ],
  },
  'ex-libris-name': {
    found: [
      { says: 'as a last name', known: { name: 'Ex Libris, Support and Development' } },
      { says: 'as a first name', known: { name: 'Implementor, Ex Libris' } },
      { says: 'in one word', known: { name: 'ExLibris Staff' } },
      { says: 'with the group unread', known: { name: 'API, Ex Libris' }, unread: ['userGroup'] },
    ],
    clear: [
      { says: 'the identifier is protected', known: { name: 'API, Ex Libris', primaryId: 'exl_api' } },
      {
        says: 'the policy protects the identifier',
        known: { name: 'Staff, Ex Libris', primaryId: 'nz_exl' },
        policy: central,
      },
      { says: 'a name that holds the letters', known: { name: 'Alex Librison' } },
      { says: 'a name of its own', known: { name: 'Rex Libris' } },
      { says: 'the identifier is protected and the name unread', known: { primaryId: 'exl_x' }, unread: ['name'] },
      { says: 'a name without it and the identifier unread', unread: ['primaryId'] },
      { says: 'a blank name', known: { name: null } },
    ],
    cannotTell: [
      { says: 'the name is unread', unread: ['name'], missing: ['name'] },
      {
        says: 'the identifier is unread',
        known: { name: 'Staff, Ex Libris' },
        unread: ['primaryId'],
        missing: ['primaryId'],
      },
    ],
  },
  'linked-account': {
    found: [
      { says: 'WRLC’s group', known: { userGroup: 'WRLC user' }, policy: { linkedGroups: ['wrlc user'] } },
      { says: 'one of two groups', known: { userGroup: 'I-Share ' }, policy: { linkedGroups: ['x', 'I-Share'] } },
    ],
    clear: [
      { says: 'another group', policy: { linkedGroups: ['wrlc user'] } },
      { says: 'no linked groups, and the group unread', unread: ['userGroup'] },
      { says: 'no group', known: { userGroup: null }, policy: { linkedGroups: ['wrlc user'] } },
    ],
    cannotTell: [
      {
        says: 'the group is unread',
        unread: ['userGroup'],
        policy: { linkedGroups: ['wrlc user'] },
        missing: ['userGroup'],
      },
    ],
  },
  'back-up-administrator': {
    found: [
      {
        says: 'by the list alone',
        known: { primaryId: 'BREAKGLASS' },
        unread: ['accountType', 'roles'],
        policy: { backupAccounts: ['breakglass'] },
      },
      {
        says: 'internal with General System Administrator',
        known: { roles: [patron, role('General System Administrator')] },
      },
      {
        says: 'internal with User Administrator by its code',
        known: { roles: [role('Benutzeradministrator', { code: '50' })] },
      },
      { says: 'the role switched off', known: { roles: [role('User Administrator', { status: 'INACTIVE' })] } },
    ],
    clear: [
      { says: 'external with the role', known: { accountType: 'EXTERNAL', roles: [role('User Administrator')] } },
      { says: 'its password outside Alma', known: { accountType: 'INTEXTAUTH', roles: [role('User Administrator')] } },
      { says: 'internal with User Manager only', known: { roles: [userManager] } },
      {
        says: 'Catalog Administrator is another role',
        known: { roles: [role('Catalog Administrator', { code: '205' })] },
      },
      { says: 'external, and the roles unread', known: { accountType: 'EXTERNAL' }, unread: ['roles'] },
      { says: 'without the roles, and the type unread', unread: ['accountType'] },
    ],
    cannotTell: [
      { says: 'the roles are unread', unread: ['roles'], missing: ['roles'] },
      {
        says: 'the type is unread',
        known: { roles: [role('User Administrator')] },
        unread: ['accountType'],
        missing: ['accountType'],
      },
      {
        says: 'the identifier is unread and there is a list',
        unread: ['primaryId'],
        policy: { backupAccounts: ['breakglass'] },
        missing: ['primaryId'],
      },
    ],
  },
  'setup-account-leftover': {
    found: [
      { says: 'a Leganto test user', known: { primaryId: 'leganto_test', roles: [role('Course Reserves Manager')] } },
      { says: 'the word in the name', known: { name: 'Rapido, Setup', roles: [cataloger] } },
      { says: 'letters and digits apart', known: { primaryId: 'rialto2', roles: [cataloger] } },
      {
        says: 'internal with external authentication',
        known: { primaryId: 'primo-x', accountType: 'INTEXTAUTH', roles: [cataloger] },
      },
      { says: 'a role that nobody knows', known: { primaryId: 'esploro.x', roles: [role('Mystery')] } },
    ],
    clear: [
      { says: 'the word in the plural', known: { primaryId: 'legantos', roles: [cataloger] } },
      { says: 'a protected account', known: { primaryId: 'rialto_setup', roles: [cataloger] } },
      { says: 'the guest account', known: { primaryId: 'leganto_guest', roles: [cataloger] } },
      { says: 'only roles that do not count', known: { primaryId: 'leganto1', roles: [patron, instructor] } },
      {
        says: 'an external account, whatever is unread',
        known: { accountType: 'EXTERNAL' },
        unread: ['primaryId', 'name', 'roles'],
      },
      {
        says: 'no words in the policy',
        known: { primaryId: 'leganto1', roles: [cataloger] },
        policy: { setupWords: [] },
      },
      {
        says: 'protected by identifier, everything else unread',
        known: { primaryId: 'exl_setup' },
        unread: ['name', 'userGroup', 'roles', 'accountType'],
      },
    ],
    cannotTell: [
      { says: 'the roles are unread', known: { primaryId: 'leganto1' }, unread: ['roles'], missing: ['roles'] },
      {
        says: 'the name is unread and could hold the word',
        known: { roles: [cataloger] },
        unread: ['name'],
        missing: ['name'],
      },
      {
        says: 'the type is unread',
        known: { primaryId: 'leganto1', roles: [cataloger] },
        unread: ['accountType'],
        missing: ['accountType'],
      },
    ],
  },
  'prefix-of-another-institution': {
    found: [
      { says: 'George Mason at George Washington', known: { primaryId: 'GM-77' }, policy: withPrefixes },
      {
        says: 'without own prefixes',
        known: { primaryId: 'gm-77' },
        policy: { otherInstitutions: [{ name: 'George Mason', prefixes: ['gm-'] }] },
      },
    ],
    clear: [
      { says: 'an own prefix that begins like another’s', known: { primaryId: 'gw-1' }, policy: withPrefixes },
      { says: 'nobody’s prefix', known: { primaryId: 'x1' }, policy: withPrefixes },
      {
        says: 'a linked account',
        known: { primaryId: 'gm-1', userGroup: 'wrlc user' },
        policy: { ...withPrefixes, linkedGroups: ['wrlc user'] },
      },
      { says: 'a protected account', known: { primaryId: 'gm-1', name: 'Alma Administrator' }, policy: withPrefixes },
      { says: 'no prefixes at all, and everything unread', unread: ['primaryId', 'name', 'userGroup'] },
      { says: 'an own prefix, and the rest unread', unread: ['name', 'userGroup'], policy: withPrefixes },
    ],
    cannotTell: [
      { says: 'the identifier is unread', unread: ['primaryId'], policy: withPrefixes, missing: ['primaryId'] },
      {
        says: 'a name that could be protected',
        known: { primaryId: 'gm-1' },
        unread: ['name'],
        policy: withPrefixes,
        missing: ['name'],
      },
      {
        says: 'a group that could be linked',
        known: { primaryId: 'gm-1' },
        unread: ['userGroup'],
        policy: { ...withPrefixes, linkedGroups: ['wrlc user'] },
        missing: ['userGroup'],
      },
    ],
  },
  'prefix-missing': {
    found: [
      { says: 'nobody’s prefix', known: { primaryId: 'x1' }, policy: withPrefixes },
      { says: 'the prefix further on', known: { primaryId: 'xgw-1' }, policy: withPrefixes },
    ],
    clear: [
      { says: 'the own prefix, in capitals', known: { primaryId: ' GW-1' }, policy: withPrefixes },
      { says: 'another’s prefix', known: { primaryId: 'gm-1' }, policy: withPrefixes },
      { says: 'no own prefixes, and the identifier unread', unread: ['primaryId'] },
      {
        says: 'only blank prefixes',
        known: { primaryId: 'x1' },
        policy: { institution: { name: null, prefixes: [' '] } },
      },
      { says: 'a protected account', known: { primaryId: 'exl_x' }, policy: withPrefixes },
      {
        says: 'a linked account',
        known: { primaryId: 'x1', userGroup: 'I-Share' },
        policy: { ...withPrefixes, linkedGroups: ['I-Share'] },
      },
    ],
    cannotTell: [
      { says: 'the identifier is unread', unread: ['primaryId'], policy: withPrefixes, missing: ['primaryId'] },
      {
        says: 'a name that could be protected',
        known: { primaryId: 'x1' },
        unread: ['name'],
        policy: withPrefixes,
        missing: ['name'],
      },
    ],
  },
  'test-account-leftover': {
    found: [
      { says: 'the word in the identifier', known: { primaryId: 'test_ada' } },
      { says: 'the word before digits', known: { primaryId: 'demo12' } },
      { says: 'the word in the name', known: { name: 'Training, Desk' }, unread: [] },
      {
        says: 'with the type and the roles unread',
        known: { primaryId: 'sandbox.x' },
        unread: ['accountType', 'roles'],
      },
    ],
    clear: [
      { says: 'the word within another', known: { primaryId: 'testament', name: 'Contest, Ada' } },
      { says: 'a protected account', known: { primaryId: 'exl_test' } },
      {
        says: 'a protected account whose name is unread',
        known: { primaryId: 'exl_test' },
        unread: ['name', 'userGroup'],
      },
      { says: 'no words in the policy', known: { primaryId: 'test1' }, policy: { testWords: [] } },
      { says: 'a blank name', known: { name: null } },
    ],
    cannotTell: [
      { says: 'the name is unread', unread: ['name'], missing: ['name'] },
      { says: 'a name that could be protected', known: { primaryId: 'test1' }, unread: ['name'], missing: ['name'] },
    ],
  },
  'generic-account': {
    found: [
      { says: 'CARLI’s example', known: { primaryId: 'circdesk1' } },
      { says: 'the word in the name', known: { name: 'Bindery' } },
      { says: 'a phrase of the policy', known: { name: 'Front Desk, Main' }, policy: { genericWords: ['front-desk'] } },
    ],
    clear: [
      { says: 'the word within another', known: { primaryId: 'frontdesks' } },
      { says: 'an external account', known: { primaryId: 'student1', accountType: 'EXTERNAL' } },
      { says: 'a protected account', known: { primaryId: 'rialto_shared' } },
      {
        says: 'the words of a phrase apart',
        known: { name: 'Front Main Desk' },
        policy: { genericWords: ['front desk'] },
      },
    ],
    cannotTell: [
      {
        says: 'the type is unread',
        known: { primaryId: 'circdesk1' },
        unread: ['accountType'],
        missing: ['accountType'],
      },
      { says: 'the identifier is unread', unread: ['primaryId'], missing: ['primaryId'] },
    ],
  },
  'external-account-overwritten': {
    found: [{ says: 'external', known: { accountType: 'EXTERNAL' } }],
    clear: [
      { says: 'internal' },
      { says: 'internal with external authentication', known: { accountType: 'INTEXTAUTH' } },
    ],
    cannotTell: [{ says: 'the type is unread', unread: ['accountType'], missing: ['accountType'] }],
  },
  'contact-record': {
    found: [{ says: 'a contact', known: { recordType: 'CONTACT', roles: [] } }],
    clear: [{ says: 'public' }, { says: 'staff', known: { recordType: 'STAFF' } }],
    cannotTell: [{ says: 'the record type is unread', unread: ['recordType'], missing: ['recordType'] }],
  },
};
