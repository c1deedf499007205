import { cataloger, day, instructor, patron, type RuleCases, role, userManager } from './case.ts';

const staff = [patron, cataloger];
const switchedOff = role('Cataloger', { status: 'INACTIVE' });
const exlOnly = role('API Read');

/** Cases of the rules about roles, counting and dates. */
export const roleCases: Readonly<Record<string, RuleCases>> = {
  'student-with-staff-roles': {
    found: [
      {
        says: 'a student with a role that counts',
        known: { userGroup: 'UNDERGRAD', roles: staff },
        policy: { studentGroups: ['undergrad'] },
      },
      {
        says: 'the role switched off, by the cautious reading',
        known: { userGroup: 'undergrad', roles: [switchedOff] },
        policy: { studentGroups: ['undergrad'] },
      },
    ],
    clear: [
      {
        says: 'a student with Patron alone',
        known: { userGroup: 'undergrad' },
        policy: { studentGroups: ['undergrad'] },
      },
      { says: 'staff of another group', known: { roles: staff }, policy: { studentGroups: ['undergrad'] } },
      { says: 'no student groups set, and all unread', unread: ['userGroup', 'roles'] },
      {
        says: 'the role switched off, where such roles do not count',
        known: { userGroup: 'undergrad', roles: [switchedOff] },
        policy: { studentGroups: ['undergrad'], inactiveRolesCount: false },
      },
      { says: 'Patron alone, and the group unread', unread: ['userGroup'], policy: { studentGroups: ['undergrad'] } },
    ],
    cannotTell: [
      {
        says: 'the roles are unread',
        known: { userGroup: 'undergrad' },
        unread: ['roles'],
        policy: { studentGroups: ['undergrad'] },
        missing: ['roles'],
      },
      {
        says: 'the group is unread',
        known: { roles: staff },
        unread: ['userGroup'],
        policy: { studentGroups: ['undergrad'] },
        missing: ['userGroup'],
      },
    ],
  },
  'expired-but-active': {
    found: [{ says: 'expired yesterday', known: { expiryDate: day('2026-03-01'), roles: staff } }],
    clear: [
      { says: 'expires today', known: { expiryDate: day('2026-03-02'), roles: staff } },
      { says: 'never expires', known: { expiryDate: null, roles: staff } },
      {
        says: 'inactive, and the roles unread',
        known: { status: 'INACTIVE', expiryDate: day('2026-03-01') },
        unread: ['roles'],
      },
      { says: 'Patron alone, and the date unread', unread: ['expiryDate'] },
    ],
    cannotTell: [
      { says: 'the date is unread', known: { roles: staff }, unread: ['expiryDate'], missing: ['expiryDate'] },
      {
        says: 'the status is unread',
        known: { expiryDate: day('2026-03-01'), roles: staff },
        unread: ['status'],
        missing: ['status'],
      },
      {
        says: 'status and roles are unread',
        known: { expiryDate: day('2026-03-01') },
        unread: ['status', 'roles'],
        missing: ['status', 'roles'],
      },
    ],
  },
  'purge-date-due': {
    found: [
      { says: 'today', known: { purgeDate: day('2026-03-02') } },
      { says: 'long ago', known: { purgeDate: day('2019-01-01') } },
    ],
    clear: [
      { says: 'tomorrow', known: { purgeDate: day('2026-03-03') } },
      { says: 'none', known: { purgeDate: null } },
    ],
    cannotTell: [{ says: 'the date is unread', unread: ['purgeDate'], missing: ['purgeDate'] }],
  },
  'purge-before-expiry': {
    found: [{ says: 'a day before', known: { purgeDate: day('2027-06-29') } }],
    clear: [
      { says: 'on the same day', known: { purgeDate: day('2027-06-30') } },
      { says: 'no purge date, and the other unread', known: { purgeDate: null }, unread: ['expiryDate'] },
      { says: 'no expiration date, and the other unread', known: { expiryDate: null }, unread: ['purgeDate'] },
    ],
    cannotTell: [
      { says: 'the expiration date is unread', unread: ['expiryDate'], missing: ['expiryDate'] },
      { says: 'the purge date is unread', unread: ['purgeDate'], missing: ['purgeDate'] },
    ],
  },
  'no-login-in-window': {
    found: [
      { says: 'a day too long ago', known: { roles: staff, lastLogin: day('2025-12-01') } },
      {
        says: 'not in the report’s window',
        known: { roles: staff, lastLogin: 'not-in-window' },
        unread: ['recordType'],
      },
      {
        says: 'outside a shorter window',
        known: { roles: staff, lastLogin: day('2026-01-30') },
        policy: { loginWindowDays: 30 },
      },
    ],
    clear: [
      { says: 'on the window’s first day', known: { roles: staff, lastLogin: day('2025-12-02') } },
      {
        says: 'inactive, and the roles unread',
        known: { status: 'INACTIVE', lastLogin: 'not-in-window' },
        unread: ['roles'],
      },
      {
        says: 'protected, and the rest unread',
        known: { primaryId: 'exl_impl', lastLogin: 'not-in-window' },
        unread: ['name', 'roles', 'status', 'userGroup'],
      },
      { says: 'Patron alone', known: { lastLogin: 'not-in-window' } },
      { says: 'a recent login, and the rest unread', unread: ['roles', 'status', 'primaryId', 'name', 'userGroup'] },
    ],
    cannotTell: [
      { says: 'the login is unread', known: { roles: staff }, unread: ['lastLogin'], missing: ['lastLogin'] },
      {
        says: 'a name that could be protected',
        known: { roles: staff, lastLogin: 'not-in-window' },
        unread: ['name'],
        missing: ['name'],
      },
      { says: 'the roles are unread', known: { lastLogin: 'not-in-window' }, unread: ['roles'], missing: ['roles'] },
    ],
  },
  'authorities-disagree': {
    found: [
      { says: 'a role that only Ex Libris leaves out', known: { roles: [exlOnly] } },
      { says: 'a Rialto role', known: { roles: [patron, role('Selector', { code: '46' })] } },
      { says: 'with the record type unread', known: { roles: [instructor] }, unread: ['recordType'] },
    ],
    clear: [
      { says: 'a role that counts for all', known: { roles: [instructor, cataloger] } },
      { says: 'a role that nobody knows', known: { roles: [role('Mystery')] } },
      { says: 'Patron alone', unread: ['status', 'primaryId'] },
      { says: 'inactive, and the roles unread', known: { status: 'INACTIVE' }, unread: ['roles'] },
      { says: 'a protected account', known: { primaryId: 'rialto_x', roles: [instructor] } },
      {
        says: 'the disputed role switched off, where such roles do not count',
        known: { roles: [role('Instructor', { status: 'INACTIVE' })] },
        policy: { inactiveRolesCount: false },
      },
    ],
    cannotTell: [
      { says: 'the roles are unread', unread: ['roles'], missing: ['roles'] },
      { says: 'the status is unread', known: { roles: [instructor] }, unread: ['status'], missing: ['status'] },
    ],
  },
  'uncounted-roles-only': {
    found: [
      { says: 'Patron and Instructor', known: { roles: [patron, instructor] } },
      { says: 'Instructor alone', known: { roles: [instructor] } },
      {
        says: 'a role left out by this contract',
        known: { roles: [cataloger] },
        policy: { extraUncountedRoles: ['204'] },
      },
    ],
    clear: [
      { says: 'Patron alone' },
      { says: 'no roles', known: { roles: [] } },
      { says: 'one that counts besides', known: { roles: [instructor, cataloger] } },
      { says: 'one that nobody knows besides', known: { roles: [instructor, role('Mystery')] } },
    ],
    cannotTell: [{ says: 'the roles are unread', unread: ['roles'], missing: ['roles'] }],
  },
  'one-role-decides': {
    found: [
      { says: 'one', known: { roles: staff } },
      {
        says: 'one in two rows with other scopes and spellings',
        known: { roles: [role('Cataloger', { scope: 'A' }), role('cataloger ', { scope: 'B', code: '204' })] },
      },
      { says: 'one that nobody knows', known: { roles: [patron, role('Mystery')] } },
      { says: 'one row under a name that Esploro has, too', known: { roles: [patron, role('User Manager')] } },
      {
        says: 'one whose two rows have its code',
        known: {
          roles: [role('User Manager', { code: '21', scope: 'A' }), role('User Manager', { code: '21', scope: 'B' })],
        },
      },
    ],
    clear: [
      { says: 'two', known: { roles: [cataloger, userManager] } },
      {
        says: 'two rows under a name that Alma and Esploro have',
        known: { roles: [role('User Manager'), role('User Manager')] },
      },
      {
        says: 'two such rows in German',
        known: { roles: [role('Benutzer-Manager'), role('Benutzer-Manager')] },
      },
      {
        says: 'the role of Alma and that of Esploro of one name',
        known: { roles: [role('User Manager', { code: '21' }), role('User Manager', { code: '2221' })] },
      },
      { says: 'none', known: { roles: [patron, instructor] } },
    ],
    cannotTell: [{ says: 'the roles are unread', unread: ['roles'], missing: ['roles'] }],
  },
  'uncounted-role-with-counted': {
    found: [
      {
        says: 'Instructor and Course Reserves Manager',
        known: { roles: [patron, instructor, role('Course Reserves Manager')] },
      },
    ],
    clear: [
      { says: 'Patron is not such a role', known: { roles: staff } },
      { says: 'none that counts', known: { roles: [patron, instructor] } },
      { says: 'no roles', known: { roles: [] } },
    ],
    cannotTell: [{ says: 'the roles are unread', unread: ['roles'], missing: ['roles'] }],
  },
  'inactive-with-staff-roles': {
    found: [{ says: 'inactive with a role that counts', known: { status: 'INACTIVE', roles: staff } }],
    clear: [
      { says: 'active, and the roles unread', unread: ['roles'] },
      { says: 'inactive with Patron alone', known: { status: 'INACTIVE' } },
      { says: 'Patron alone, and the status unread', unread: ['status'] },
      { says: 'deleted', known: { status: 'DELETED', roles: staff } },
    ],
    cannotTell: [
      { says: 'the roles are unread', known: { status: 'INACTIVE' }, unread: ['roles'], missing: ['roles'] },
      { says: 'the status is unread', known: { roles: staff }, unread: ['status'], missing: ['status'] },
    ],
  },
  'role-switched-off': {
    found: [
      { says: 'inactive', known: { roles: [patron, switchedOff] } },
      { says: 'past its own expiry', known: { roles: [role('Cataloger', { expiryDate: day('2026-03-01') })] } },
      { says: 'where such roles do not count', known: { roles: [switchedOff] }, policy: { inactiveRolesCount: false } },
    ],
    clear: [
      { says: 'expires today', known: { roles: [role('Cataloger', { expiryDate: day('2026-03-02') })] } },
      { says: 'active without expiry', known: { roles: [role('Cataloger', { status: 'ACTIVE', expiryDate: null })] } },
      { says: 'a role that does not count', known: { roles: [role('Instructor', { status: 'INACTIVE' })] } },
      { says: 'status and expiry of the role unread: taken as active', known: { roles: staff } },
    ],
    cannotTell: [{ says: 'the roles are unread', unread: ['roles'], missing: ['roles'] }],
  },
  'internal-account-unused': {
    found: [
      { says: 'no login in the window', known: { lastLogin: 'not-in-window' } },
      { says: 'expired, and the login unread', known: { expiryDate: day('2026-03-01') }, unread: ['lastLogin'] },
      {
        says: 'no login, and the expiration date unread',
        known: { lastLogin: day('2025-01-01') },
        unread: ['expiryDate'],
      },
    ],
    clear: [
      { says: 'in use', known: {} },
      {
        says: 'external, whatever is unread',
        known: { accountType: 'EXTERNAL' },
        unread: ['status', 'lastLogin', 'expiryDate', 'primaryId'],
      },
      { says: 'inactive', known: { status: 'INACTIVE', lastLogin: 'not-in-window' } },
      {
        says: 'a back-up account',
        known: { primaryId: 'BreakGlass', lastLogin: 'not-in-window' },
        policy: { backupAccounts: ['breakglass'] },
      },
      {
        says: 'a protected account',
        known: { primaryId: 'leganto_guest', lastLogin: 'not-in-window' },
        unread: ['name', 'userGroup'],
      },
    ],
    cannotTell: [
      { says: 'the login is unread', unread: ['lastLogin'], missing: ['lastLogin'] },
      {
        says: 'login and expiration date are unread',
        unread: ['lastLogin', 'expiryDate'],
        missing: ['expiryDate', 'lastLogin'],
      },
      {
        says: 'the type is unread',
        known: { lastLogin: 'not-in-window' },
        unread: ['accountType'],
        missing: ['accountType'],
      },
    ],
  },
  'roles-kept-as-record': {
    found: [
      {
        says: 'retired with a role that counts',
        known: { userGroup: 'Emeriti', roles: staff },
        policy: { retainedGroups: ['emeriti'] },
      },
    ],
    clear: [
      { says: 'retired with Patron alone', known: { userGroup: 'Emeriti' }, policy: { retainedGroups: ['emeriti'] } },
      { says: 'no such groups set', known: { roles: staff }, unread: ['userGroup'] },
      { says: 'another group', known: { roles: staff }, policy: { retainedGroups: ['emeriti'] } },
    ],
    cannotTell: [
      {
        says: 'the group is unread',
        known: { roles: staff },
        unread: ['userGroup'],
        policy: { retainedGroups: ['emeriti'] },
        missing: ['userGroup'],
      },
      {
        says: 'the roles are unread',
        known: { userGroup: 'Emeriti' },
        unread: ['roles'],
        policy: { retainedGroups: ['emeriti'] },
        missing: ['roles'],
      },
    ],
  },
  'purge-date-missing': {
    found: [
      { says: 'inactive without one', known: { status: 'INACTIVE', purgeDate: null }, unread: ['expiryDate'] },
      { says: 'expired without one', known: { expiryDate: day('2026-03-01'), purgeDate: null }, unread: ['status'] },
    ],
    clear: [
      { says: 'active and valid', known: { purgeDate: null } },
      { says: 'inactive with one, and the rest unread', known: { status: 'INACTIVE' }, unread: ['expiryDate'] },
      { says: 'active without an expiration date', known: { expiryDate: null, purgeDate: null } },
    ],
    cannotTell: [
      {
        says: 'the purge date is unread',
        known: { status: 'INACTIVE' },
        unread: ['purgeDate'],
        missing: ['purgeDate'],
      },
      { says: 'the status is unread', known: { purgeDate: null }, unread: ['status'], missing: ['status'] },
      {
        says: 'the expiration date is unread',
        known: { purgeDate: null },
        unread: ['expiryDate'],
        missing: ['expiryDate'],
      },
    ],
  },
  'privileged-role': {
    found: [
      { says: 'User Manager', known: { roles: [patron, userManager] } },
      { says: 'by another spelling', known: { roles: [role('General Administrator')] } },
      { says: 'by its code in another language', known: { roles: [role('Administrateur', { code: '26' })] } },
      { says: 'the code disagrees with the name', known: { roles: [role('Cataloger', { code: '50' })] } },
    ],
    clear: [
      { says: 'another administrator', known: { roles: [role('Letter Administrator', { code: '57' })] } },
      { says: 'no roles', known: { roles: [] } },
    ],
    cannotTell: [{ says: 'the roles are unread', unread: ['roles'], missing: ['roles'] }],
  },
  'named-user': {
    found: [
      { says: 'active with a role that counts', known: { roles: staff } },
      { says: 'past its expiration date', known: { roles: staff, expiryDate: day('2020-01-01') } },
      {
        says: 'record type, name and group unread',
        known: { roles: staff },
        unread: ['recordType', 'name', 'userGroup'],
      },
    ],
    clear: [
      { says: 'Patron alone, and status and identifier unread', unread: ['status', 'primaryId'] },
      { says: 'inactive, and the roles unread', known: { status: 'INACTIVE' }, unread: ['roles', 'primaryId'] },
      { says: 'a protected account, and the rest unread', known: { primaryId: 'exl_x' }, unread: ['roles', 'status'] },
      { says: 'no roles', known: { roles: [] } },
    ],
    cannotTell: [
      { says: 'the roles are unread', unread: ['roles'], missing: ['roles'] },
      { says: 'the status is unread', known: { roles: staff }, unread: ['status'], missing: ['status'] },
      { says: 'the identifier is unread', known: { roles: staff }, unread: ['primaryId'], missing: ['primaryId'] },
    ],
  },
};
