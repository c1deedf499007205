import type { DocumentId } from './documents.ts';

/** Where a rule comes from: a document, and the place in it. */
export interface Source {
  readonly document: DocumentId;
  readonly section: string;
}

/**
 * The sources of every rule, by its id. They stand apart from the rules because the script in Alma's pages carries the
 * rules and not these: there staff read the text `rule_<id>_source`.
 */
export const ruleSources: Readonly<Record<string, readonly [Source, ...Source[]]>> = {
  'ex-libris-account': [
    { document: 'wrlc-named-users', section: 'Do Not Deactivate, Edit, Delete or Purge' },
    { document: 'carli-deactivate', section: 'Do not deactivate' },
    { document: 'exl-accounts', section: 'exl_api, exl_support' },
  ],
  'rialto-account': [
    { document: 'wrlc-named-users', section: 'Do Not Deactivate, Edit, Delete or Purge' },
    { document: 'carli-deactivate', section: 'accounts not to deactivate' },
  ],
  'leganto-guest-account': [
    { document: 'wrlc-named-users', section: 'Do Not Deactivate, Edit, Delete or Purge' },
    { document: 'carli-deactivate', section: 'accounts not to deactivate' },
  ],
  'consortium-account': [
    { document: 'wrlc-named-users', section: 'Do Not Deactivate, Edit, Delete or Purge: central staff' },
    { document: 'carli-deactivate', section: 'accounts not to deactivate' },
    { document: 'carli-faq', section: 'office staff within the cap' },
  ],
  'alma-administrator-account': [
    { document: 'carli-deactivate', section: 'accounts not to deactivate: the user named Alma Administrator' },
  ],
  'pickup-location-account': [
    { document: 'wrlc-pickup', section: 'the primary identifier, which is never to be edited' },
  ],
  'ex-libris-name': [{ document: 'exl-accounts', section: 'names of the accounts, which may vary' }],
  'linked-account': [
    { document: 'wrlc-linked', section: 'user group "wrlc user"' },
    { document: 'carli-purge', section: 'user group I-Share' },
  ],
  'back-up-administrator': [
    { document: 'wrlc-named-users', section: 'Internal Accounts: one exception' },
    { document: 'carli-best-practice', section: 'one or two back-up administrators' },
    { document: 'carli-backup', section: 'use and ownership of the account' },
  ],
  'student-with-staff-roles': [
    { document: 'wrlc-named-users', section: 'Do Deactivate, Edit, and Purge: staff roles on student accounts' },
    { document: 'carli-best-practice', section: 'review at the end of each semester' },
    { document: 'uw-student-roles', section: 'end dates of student roles' },
    { document: 'princeton-student-roles', section: 'end dates for each term' },
    { document: 'duke-roles', section: 'one end date for all roles of a student' },
  ],
  'expired-but-active': [
    { document: 'exl-users', section: 'Status and expiration date' },
    { document: 'exl-user-schema', section: 'user_role: loads never touch roles' },
  ],
  'setup-account-leftover': [
    { document: 'wrlc-named-users', section: 'Do Deactivate, Edit, and Purge: accounts for setting up a product' },
    { document: 'carli-deactivate', section: 'accounts for setting up a product' },
  ],
  'purge-date-due': [{ document: 'carli-purge', section: 'which records the job takes' }],
  'purge-before-expiry': [
    { document: 'carli-purge', section: 'the job ignores an expiration date in the future' },
    { document: 'wrlc-code', section: 'patron-expiry-update: purge one year after expiry' },
  ],
  'prefix-of-another-institution': [
    { document: 'wrlc-named-users', section: 'Types of Alma User Accounts: unique prefixes' },
  ],
  'prefix-missing': [{ document: 'wrlc-named-users', section: 'Types of Alma User Accounts: unique prefixes' }],
  'no-login-in-window': [
    { document: 'exl-login-report', section: 'Last Login, kept for at most 90 days' },
    { document: 'carli-identify', section: 'accounts without a recent login' },
    { document: 'suny-named-users', section: 'steps of the review' },
  ],
  'authorities-disagree': [
    { document: 'carli-identify', section: 'roles that are not counted' },
    { document: 'exl-login-report', section: 'roles that leave a user off the report' },
    { document: 'exl-identifying', section: 'roles left out of the count' },
    { document: 'exl-licensing', section: 'who is a named user' },
    { document: 'suny-named-users', section: 'roles other than Patron' },
  ],
  'uncounted-roles-only': [
    { document: 'wrlc-named-users', section: 'Staff Roles Not Counted by Ex Libris' },
    { document: 'carli-identify', section: 'roles that are not counted' },
    { document: 'exl-login-report', section: 'who is listed' },
  ],
  'one-role-decides': [
    { document: 'wrlc-named-users', section: 'Staff Roles Not Counted by Ex Libris: additional roles' },
  ],
  'uncounted-role-with-counted': [
    { document: 'wrlc-named-users', section: 'Staff Roles Not Counted by Ex Libris: additional roles' },
    { document: 'carli-deactivate', section: 'accounts for setting up a product' },
  ],
  'inactive-with-staff-roles': [
    { document: 'wrlc-named-users', section: 'two ways off the list of Named Users' },
    { document: 'carli-deactivate', section: 'deactivating the user record' },
  ],
  'role-switched-off': [
    { document: 'carli-deactivate', section: 'the Role Toggler is not recommended' },
    { document: 'exl-user-schema', section: 'user_role: expiry_date' },
    { document: 'exl-roles', section: 'roles that wait for a scope' },
  ],
  'test-account-leftover': [
    { document: 'wrlc-named-users', section: 'Internal Accounts: accounts for testing' },
    { document: 'carli-deactivate', section: 'test accounts' },
    { document: 'carli-best-practice', section: 'testing in a sandbox' },
  ],
  'generic-account': [
    { document: 'wrlc-named-users', section: 'Generic Accounts' },
    { document: 'carli-best-practice', section: 'generic accounts, not to be used since July 2024' },
    { document: 'duke-roles', section: 'no generic accounts' },
    { document: 'emory-accounts', section: 'no general accounts' },
  ],
  'internal-account-unused': [{ document: 'wrlc-named-users', section: 'Internal Accounts' }],
  'roles-kept-as-record': [
    { document: 'wrlc-named-users', section: 'Maintaining Records of Staff Roles' },
    { document: 'exl-roles', section: 'role profiles' },
  ],
  'external-account-overwritten': [
    { document: 'wrlc-named-users', section: 'Types of Alma User Accounts' },
    { document: 'noaa-introduction', section: 'User Account Types (Internal, External)' },
    { document: 'noaa-deactivating', section: 'what Inactive and Expired stop' },
    { document: 'exl-user-schema', section: 'user_role: loads never touch roles' },
  ],
  'contact-record': [
    { document: 'wrlc-named-users', section: 'Types of Alma User Accounts: contact users' },
    { document: 'exl-users', section: 'Record type' },
  ],
  'purge-date-missing': [
    { document: 'exl-purging', section: 'purge date' },
    { document: 'noaa-deactivating', section: 'purge date' },
  ],
  'privileged-role': [
    { document: 'wrlc-named-users', section: 'Roles Required for User Management' },
    { document: 'duke-roles', section: 'administrator roles, confirmed each year' },
    { document: 'exl-roles', section: 'who may give roles' },
  ],
  'named-user': [
    { document: 'wrlc-named-users', section: 'Staff Roles Not Counted by Ex Libris' },
    { document: 'carli-identify', section: 'roles that are not counted' },
    { document: 'exl-login-report', section: 'roles that leave a user off the report' },
  ],
};
