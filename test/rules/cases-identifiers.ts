import type { Policy } from '../../src/rules/index.ts';
import { cataloger, instructor, patron, type RuleCases, role, userManager } from './case.ts';

const withPrefixes: Partial<Policy> = {
  institution: { name: 'George Washington', prefixes: ['gw-'] },
  otherInstitutions: [{ name: 'George Mason', prefixes: ['gm-', 'g'] }],
};

/** A policy that a consortium gives to all: every member with its prefixes, and nothing set but the name of the one at hand. */
const allMembers = (name: string): Partial<Policy> => ({
  institution: { name, prefixes: [] },
  otherInstitutions: [
    { name: 'George Washington', prefixes: ['gw-'] },
    { name: 'George Mason', prefixes: ['gm-'] },
  ],
});

/** Cases of the rules about what kind of account a record is, and whose. */
export const identifierCases: Readonly<Record<string, RuleCases>> = {
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
      {
        says: 'a list of all members, of another one than this',
        known: { primaryId: 'gm-77' },
        policy: allMembers('George Washington'),
      },
    ],
    clear: [
      {
        says: 'a list of all members, of the library itself',
        known: { primaryId: 'gm-77' },
        policy: allMembers('george  MASON'),
      },
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
