/** Where in the product a statement of one of the two documents has its place. */
export type SeedPlace =
  | { readonly rule: string }
  | { readonly text: string; readonly surface: 'popup' | 'options' | 'review' };

/** A statement of one of the two documents that the product comes from. */
export interface SeedStatement {
  /** Permanent: the document, and a name for the statement. */
  readonly id: string;
  readonly document: 'wrlc-named-users' | 'noaa-introduction';
  /** In the document's own words, shortened. */
  readonly statement: string;
  readonly place: SeedPlace;
}

const rule = (id: string): SeedPlace => ({ rule: id });
const popup = (text: string): SeedPlace => ({ text, surface: 'popup' });
const options = (text: string): SeedPlace => ({ text, surface: 'options' });
const review = (text: string): SeedPlace => ({ text, surface: 'review' });

type Row = readonly [id: string, statement: string, place: SeedPlace];

/** The guidance of WRLC, in its order. */
const wrlc: readonly Row[] = [
  [
    'wrlc-managing',
    'User management means creating, modifying and purging accounts of students, faculty and staff',
    popup('about_user_management'),
  ],
  ['wrlc-internal', 'Users can be internal: completely defined in Alma', options('about_account_types')],
  [
    'wrlc-external',
    'Users can be external: controlled on another system, such as a student information system',
    rule('external-account-overwritten'),
  ],
  [
    'wrlc-unique-ids',
    'User IDs are unique across all institutions because of unique prefixes',
    options('about_prefixes'),
  ],
  [
    'wrlc-prefix-of-school',
    'Prefixes differentiate between schools with similar identifiers (George Washington and George Mason)',
    rule('prefix-of-another-institution'),
  ],
  ['wrlc-prefix-own', "Users have a unique ID with the institution's prefix", rule('prefix-missing')],
  [
    'wrlc-roles-duties',
    'Roles or privileges are typically specific to the duties of each staff member',
    popup('about_roles_show'),
  ],
  [
    'wrlc-roles-pages',
    'Based upon roles, Alma presents different pages and options to different users',
    popup('about_roles_show'),
  ],
  ['wrlc-record-types', 'Users may be public, staff or contact users', options('about_record_types')],
  ['wrlc-contact', 'Contact user records are vendor contacts and not relevant', rule('contact-record')],
  [
    'wrlc-record-type-decides-nothing',
    'As long as user records have staff roles, they could be considered a named user, public or staff',
    rule('named-user'),
  ],
  [
    'wrlc-role-user-management',
    'Most user management tasks need User Administrator and User Manager',
    popup('about_who_may_manage'),
  ],
  [
    'wrlc-role-user-management-held',
    'User Administrator and User Manager, and General System Administrator, are what user management rests on',
    rule('privileged-role'),
  ],
  [
    'wrlc-role-login-report',
    'The Staff Login Report needs General System Administrator',
    review('about_who_may_report'),
  ],
  ['wrlc-role-analytics', 'Reports in Analytics need Design Analytics', review('about_who_may_analyse')],
  [
    'wrlc-limit',
    'Every customer is allowed a certain number of named users, or users with staff roles',
    popup('about_limit'),
  ],
  [
    'wrlc-over-limit',
    'Over the contractual allotment, the number of named users has to be reduced',
    review('about_limit'),
  ],
  [
    'wrlc-why',
    'Managing users with staff roles ensures compliance, accurate access and system security',
    popup('about_why_look_after'),
  ],
  [
    'wrlc-yearly',
    'At least once per year, use the Staff Login Report and Analytics to deactivate and remove staff roles',
    review('about_review_yearly'),
  ],
  ['wrlc-no-longer-needed', 'Accounts that are no longer needed are found by their logins', rule('no-login-in-window')],
  ['wrlc-off-deactivate', 'Off the list: deactivate the user record', popup('about_two_ways')],
  ['wrlc-off-remove', 'Off the list: remove staff roles from the user record', popup('about_two_ways')],
  ['wrlc-off-inactive', 'A deactivated record is off the list', rule('inactive-with-staff-roles')],
  ['wrlc-keep-exl', 'Do not deactivate, edit, delete or purge: identifiers that begin exl_', rule('ex-libris-account')],
  [
    'wrlc-keep-rialto',
    'Do not deactivate, edit, delete or purge: identifiers that begin rialto_',
    rule('rialto-account'),
  ],
  ['wrlc-keep-not-counted', 'Ex Libris staff accounts do not count toward the total', options('about_do_not_touch')],
  [
    'wrlc-keep-leganto',
    'leganto_guest allows guest access to Leganto, cannot be deleted and does not count',
    rule('leganto-guest-account'),
  ],
  ['wrlc-keep-central', 'WRLC central staff do not count toward the limits', rule('consortium-account')],
  ['wrlc-keep-central-setting', 'Which accounts are WRLC central staff', options('about_central_staff')],
  [
    'wrlc-clean-students',
    'Do deactivate, edit and purge: staff roles on student accounts once no longer needed',
    rule('student-with-staff-roles'),
  ],
  [
    'wrlc-clean-internal',
    'Do deactivate, edit and purge: generic or internal accounts when no longer in use',
    rule('internal-account-unused'),
  ],
  [
    'wrlc-clean-setup',
    'Do deactivate, edit and purge: accounts for setting up Leganto, Rialto, Rapido, etc.',
    rule('setup-account-leftover'),
  ],
  ['wrlc-clean-all', 'What to deactivate, edit and purge', review('about_clean_up')],
  [
    'wrlc-uncounted-roles',
    'Not counted: Patron, Trial Participant, Leganto and Rialto roles, Ex Libris admin users',
    options('about_not_counted'),
  ],
  ['wrlc-uncounted-only', 'Staff-related roles that are not counted as named users', rule('uncounted-roles-only')],
  [
    'wrlc-additional-roles',
    'Users who have additional roles besides excluded roles are still named users',
    rule('uncounted-role-with-counted'),
  ],
  [
    'wrlc-role-profile',
    'A roles profile is the alternative where roles are kept only as a record',
    rule('roles-kept-as-record'),
  ],
  [
    'wrlc-role-profile-setting',
    'Who remains active after leaving, such as retired faculty and staff',
    options('about_role_profile'),
  ],
  [
    'wrlc-generic-recommended',
    'Ex Libris recommends generic accounts, but never used by two or more people at once',
    rule('generic-account'),
  ],
  [
    'wrlc-generic-2018',
    'At the migration in 2018 members reported full-time staff; guidance on student staff was limited',
    options('about_generic_history'),
  ],
  [
    'wrlc-generic-security',
    'Generic shared logins are discouraged for security and activity tracking',
    rule('generic-account'),
  ],
  [
    'wrlc-generic-campus',
    'Some libraries cannot use shared accounts because of campus security policies',
    options('about_generic_accounts'),
  ],
  [
    'wrlc-internal-use',
    'Internal accounts are for users who cannot be added by the student information system',
    options('about_internal_accounts'),
  ],
  ['wrlc-internal-testing', 'Some institutions use internal accounts for testing', rule('test-account-leftover')],
  [
    'wrlc-internal-deactivate',
    'Internal accounts should be deactivated when not in use',
    rule('internal-account-unused'),
  ],
  [
    'wrlc-back-up',
    'One exception: a back-up internal account for when single sign-on goes down',
    rule('back-up-administrator'),
  ],
  [
    'wrlc-back-up-setting',
    'Which internal accounts are kept for when single sign-on goes down',
    options('about_back_up_account'),
  ],
  ['wrlc-delete', 'When accounts are deleted, all statistical data is deleted too', popup('about_delete_or_purge')],
  [
    'wrlc-purge',
    'When accounts are purged, statistical data is kept according to the Delete User Policy',
    review('about_delete_user_policy'),
  ],
  ['wrlc-always-purge', 'Always purge, using Purge User Records or the Purge Users job', review('about_purge_ways')],
  ['wrlc-purge-missing', 'Purge accounts rather than delete them', rule('purge-date-missing')],
  [
    'wrlc-documentation',
    'Additional documentation: Ex Libris, CARLI Named User FAQ, Best Practice Toolkit',
    popup('about_documentation'),
  ],
];

/** The introduction of NOAA, in its order. */
const noaa: readonly Row[] = [
  [
    'noaa-managing',
    'Managing users often involves creating, editing and deleting users within Alma',
    popup('about_user_management'),
  ],
  ['noaa-bulk', 'Additional tasks involve running bulk operations on user records', review('about_bulk_updates')],
  [
    'noaa-roles',
    'What staff can carry out depends on the roles assigned by Alma administrators',
    popup('about_who_may_manage'),
  ],
  [
    'noaa-videos',
    'Essentials videos: users, user roles, automatic user role generation, workflows, user bulk updates',
    popup('about_training'),
  ],
  ['noaa-automatic-roles', 'Automatic user role generation', review('about_automatic_roles')],
  ['noaa-internal', 'Internal: managed in Alma', options('about_account_types')],
  [
    'noaa-external',
    'External: managed in another system, loaded by a manual import or a synchronized process',
    rule('external-account-overwritten'),
  ],
  [
    'noaa-choice',
    'Whether staff become external users is for the institution to decide',
    options('about_account_type_choice'),
  ],
  [
    'noaa-create-edit',
    'Learn how to create and edit users in Alma, and assign them roles and privileges (20 mins.)',
    popup('about_training'),
  ],
  ['noaa-printouts', 'Video and print outs of training available', popup('about_training_handouts')],
  [
    'noaa-knowledge-center',
    'Ex Libris provides training videos and documentation through the Knowledge Center',
    popup('about_training'),
  ],
  [
    'noaa-video-fallback',
    'If a video will not play, see the text-based handout or try without the VPN',
    popup('about_training_handouts'),
  ],
];

const placed = (document: SeedStatement['document'], rows: readonly Row[]): SeedStatement[] =>
  rows.map(([id, statement, place]) => ({ id, document, statement, place }));

/** Every statement of the two documents, and where the product says it. */
export const seedStatements: readonly SeedStatement[] = [
  ...placed('wrlc-named-users', wrlc),
  ...placed('noaa-introduction', noaa),
];
