import type { Rule } from '../rule.ts';
import { almaAdministratorAccount } from './alma-administrator-account.ts';
import { authoritiesDisagree } from './authorities-disagree.ts';
import { backUpAdministrator } from './back-up-administrator.ts';
import { consortiumAccount } from './consortium-account.ts';
import { contactRecord } from './contact-record.ts';
import { exLibrisAccount } from './ex-libris-account.ts';
import { exLibrisName } from './ex-libris-name.ts';
import { expiredButActive } from './expired-but-active.ts';
import { externalAccountOverwritten } from './external-account-overwritten.ts';
import { genericAccount } from './generic-account.ts';
import { inactiveWithStaffRoles } from './inactive-with-staff-roles.ts';
import { internalAccountUnused } from './internal-account-unused.ts';
import { legantoGuestAccount } from './leganto-guest-account.ts';
import { linkedAccount } from './linked-account.ts';
import { namedUser } from './named-user.ts';
import { noLoginInWindow } from './no-login-in-window.ts';
import { oneRoleDecides } from './one-role-decides.ts';
import { pickupLocationAccount } from './pickup-location-account.ts';
import { prefixMissing } from './prefix-missing.ts';
import { prefixOfAnotherInstitution } from './prefix-of-another-institution.ts';
import { privilegedRole } from './privileged-role.ts';
import { purgeBeforeExpiry } from './purge-before-expiry.ts';
import { purgeDateDue } from './purge-date-due.ts';
import { purgeDateMissing } from './purge-date-missing.ts';
import { rialtoAccount } from './rialto-account.ts';
import { roleSwitchedOff } from './role-switched-off.ts';
import { rolesKeptAsRecord } from './roles-kept-as-record.ts';
import { setupAccountLeftover } from './setup-account-leftover.ts';
import { studentWithStaffRoles } from './student-with-staff-roles.ts';
import { testAccountLeftover } from './test-account-leftover.ts';
import { uncountedRoleWithCounted } from './uncounted-role-with-counted.ts';
import { uncountedRolesOnly } from './uncounted-roles-only.ts';

/** Every rule, in the order in which staff meet them: what stops first, answers last. */
export const catalogue: readonly Rule[] = [
  exLibrisAccount,
  rialtoAccount,
  legantoGuestAccount,
  consortiumAccount,
  almaAdministratorAccount,
  pickupLocationAccount,
  exLibrisName,
  linkedAccount,
  backUpAdministrator,
  studentWithStaffRoles,
  expiredButActive,
  setupAccountLeftover,
  purgeDateDue,
  purgeBeforeExpiry,
  prefixOfAnotherInstitution,
  prefixMissing,
  noLoginInWindow,
  authoritiesDisagree,
  uncountedRolesOnly,
  oneRoleDecides,
  uncountedRoleWithCounted,
  inactiveWithStaffRoles,
  roleSwitchedOff,
  testAccountLeftover,
  genericAccount,
  internalAccountUnused,
  rolesKeptAsRecord,
  externalAccountOverwritten,
  contactRecord,
  purgeDateMissing,
  privilegedRole,
  namedUser,
];
