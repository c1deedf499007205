import type { Policy, ProtectedAccount } from '../../src/rules/index.ts';
import type { RuleCases } from './case.ts';

const entry = (match: ProtectedAccount['match'], value: string, counts = false): ProtectedAccount => ({
  match,
  value,
  label: 'the Example Consortium',
  counts,
  source: '',
});
const central: Partial<Policy> = { protectedAccounts: [entry('prefix', 'nz_')] };
const pickupOn: Partial<Policy> = { rules: {} };
/** Cases of the rules about accounts that nobody may touch. */
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
};
