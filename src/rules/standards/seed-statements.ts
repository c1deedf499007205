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

const wrlc = 'wrlc-named-users';
const noaa = 'noaa-introduction';

/** Every statement of the two documents, in their order, and where the product says it. */
export const seedStatements: readonly SeedStatement[] = [
  {
    id: 'wrlc-managing',
    document: wrlc,
    statement: 'User management means creating, modifying and purging accounts of students, faculty and staff',
    place: { text: 'about_user_management', surface: 'popup' },
  },
  {
    id: 'wrlc-internal',
    document: wrlc,
    statement: 'Users can be internal: completely defined in Alma',
    place: { text: 'about_account_types', surface: 'options' },
  },
  {
    id: 'wrlc-external',
    document: wrlc,
    statement: 'Users can be external: controlled on another system, such as a student information system',
    place: { rule: 'external-account-overwritten' },
  },
  {
    id: 'wrlc-unique-ids',
    document: wrlc,
    statement: 'User IDs are unique across all institutions because of unique prefixes',
    place: { text: 'about_prefixes', surface: 'options' },
  },
  {
    id: 'wrlc-prefix-of-school',
    document: wrlc,
    statement: 'Prefixes differentiate between schools with similar identifiers (George Washington and George Mason)',
    place: { rule: 'prefix-of-another-institution' },
  },
  {
    id: 'wrlc-prefix-own',
    document: wrlc,
    statement: "Users have a unique ID with the institution's prefix",
    place: { rule: 'prefix-missing' },
  },
  {
    id: 'wrlc-roles-duties',
    document: wrlc,
    statement: 'Roles or privileges are typically specific to the duties of each staff member',
    place: { text: 'about_roles_show', surface: 'popup' },
  },
  {
    id: 'wrlc-roles-pages',
    document: wrlc,
    statement: 'Based upon roles, Alma presents different pages and options to different users',
    place: { text: 'about_roles_show', surface: 'popup' },
  },
  {
    id: 'wrlc-record-types',
    document: wrlc,
    statement: 'Users may be public, staff or contact users',
    place: { text: 'about_record_types', surface: 'options' },
  },
  {
    id: 'wrlc-contact',
    document: wrlc,
    statement: 'Contact user records are vendor contacts and not relevant',
    place: { rule: 'contact-record' },
  },
  {
    id: 'wrlc-record-type-decides-nothing',
    document: wrlc,
    statement: 'As long as user records have staff roles, they could be considered a named user, public or staff',
    place: { rule: 'named-user' },
  },
  {
    id: 'wrlc-role-user-management',
    document: wrlc,
    statement: 'Most user management tasks need User Administrator and User Manager',
    place: { text: 'about_who_may_manage', surface: 'popup' },
  },
  {
    id: 'wrlc-role-user-management-held',
    document: wrlc,
    statement:
      'User Administrator and User Manager, and General System Administrator, are what user management rests on',
    place: { rule: 'privileged-role' },
  },
  {
    id: 'wrlc-role-login-report',
    document: wrlc,
    statement: 'The Staff Login Report needs General System Administrator',
    place: { text: 'about_who_may_report', surface: 'review' },
  },
  {
    id: 'wrlc-role-analytics',
    document: wrlc,
    statement: 'Reports in Analytics need Design Analytics',
    place: { text: 'about_who_may_analyse', surface: 'review' },
  },
  {
    id: 'wrlc-limit',
    document: wrlc,
    statement: 'Every customer is allowed a certain number of named users, or users with staff roles',
    place: { text: 'about_limit', surface: 'popup' },
  },
  {
    id: 'wrlc-over-limit',
    document: wrlc,
    statement: 'Over the contractual allotment, the number of named users has to be reduced',
    place: { text: 'about_limit', surface: 'review' },
  },
  {
    id: 'wrlc-why',
    document: wrlc,
    statement: 'Managing users with staff roles ensures compliance, accurate access and system security',
    place: { text: 'about_why_look_after', surface: 'popup' },
  },
  {
    id: 'wrlc-yearly',
    document: wrlc,
    statement: 'At least once per year, use the Staff Login Report and Analytics to deactivate and remove staff roles',
    place: { text: 'about_review_yearly', surface: 'review' },
  },
  {
    id: 'wrlc-no-longer-needed',
    document: wrlc,
    statement: 'Accounts that are no longer needed are found by their logins',
    place: { rule: 'no-login-in-window' },
  },
  {
    id: 'wrlc-off-deactivate',
    document: wrlc,
    statement: 'Off the list: deactivate the user record',
    place: { text: 'about_two_ways', surface: 'popup' },
  },
  {
    id: 'wrlc-off-remove',
    document: wrlc,
    statement: 'Off the list: remove staff roles from the user record',
    place: { text: 'about_two_ways', surface: 'popup' },
  },
  {
    id: 'wrlc-off-inactive',
    document: wrlc,
    statement: 'A deactivated record is off the list',
    place: { rule: 'inactive-with-staff-roles' },
  },
  {
    id: 'wrlc-keep-exl',
    document: wrlc,
    statement: 'Do not deactivate, edit, delete or purge: identifiers that begin exl_',
    place: { rule: 'ex-libris-account' },
  },
  {
    id: 'wrlc-keep-rialto',
    document: wrlc,
    statement: 'Do not deactivate, edit, delete or purge: identifiers that begin rialto_',
    place: { rule: 'rialto-account' },
  },
  {
    id: 'wrlc-keep-not-counted',
    document: wrlc,
    statement: 'Ex Libris staff accounts do not count toward the total',
    place: { text: 'about_do_not_touch', surface: 'options' },
  },
  {
    id: 'wrlc-keep-leganto',
    document: wrlc,
    statement: 'leganto_guest allows guest access to Leganto, cannot be deleted and does not count',
    place: { rule: 'leganto-guest-account' },
  },
  {
    id: 'wrlc-keep-central',
    document: wrlc,
    statement: 'WRLC central staff do not count toward the limits',
    place: { rule: 'consortium-account' },
  },
  {
    id: 'wrlc-keep-central-setting',
    document: wrlc,
    statement: 'Which accounts are WRLC central staff',
    place: { text: 'about_central_staff', surface: 'options' },
  },
  {
    id: 'wrlc-clean-students',
    document: wrlc,
    statement: 'Do deactivate, edit and purge: staff roles on student accounts once no longer needed',
    place: { rule: 'student-with-staff-roles' },
  },
  {
    id: 'wrlc-clean-internal',
    document: wrlc,
    statement: 'Do deactivate, edit and purge: generic or internal accounts when no longer in use',
    place: { rule: 'internal-account-unused' },
  },
  {
    id: 'wrlc-clean-setup',
    document: wrlc,
    statement: 'Do deactivate, edit and purge: accounts for setting up Leganto, Rialto, Rapido, etc.',
    place: { rule: 'setup-account-leftover' },
  },
  {
    id: 'wrlc-clean-all',
    document: wrlc,
    statement: 'What to deactivate, edit and purge',
    place: { text: 'about_clean_up', surface: 'review' },
  },
  {
    id: 'wrlc-uncounted-roles',
    document: wrlc,
    statement: 'Not counted: Patron, Trial Participant, Leganto and Rialto roles, Ex Libris admin users',
    place: { text: 'about_not_counted', surface: 'options' },
  },
  {
    id: 'wrlc-uncounted-only',
    document: wrlc,
    statement: 'Staff-related roles that are not counted as named users',
    place: { rule: 'uncounted-roles-only' },
  },
  {
    id: 'wrlc-additional-roles',
    document: wrlc,
    statement: 'Users who have additional roles besides excluded roles are still named users',
    place: { rule: 'uncounted-role-with-counted' },
  },
  {
    id: 'wrlc-role-profile',
    document: wrlc,
    statement: 'A roles profile is the alternative where roles are kept only as a record',
    place: { rule: 'roles-kept-as-record' },
  },
  {
    id: 'wrlc-role-profile-setting',
    document: wrlc,
    statement: 'Who remains active after leaving, such as retired faculty and staff',
    place: { text: 'about_role_profile', surface: 'options' },
  },
  {
    id: 'wrlc-generic-recommended',
    document: wrlc,
    statement: 'Ex Libris recommends generic accounts, but never used by two or more people at once',
    place: { rule: 'generic-account' },
  },
  {
    id: 'wrlc-generic-2018',
    document: wrlc,
    statement: 'At the migration in 2018 members reported full-time staff; guidance on student staff was limited',
    place: { text: 'about_generic_history', surface: 'options' },
  },
  {
    id: 'wrlc-generic-security',
    document: wrlc,
    statement: 'Generic shared logins are discouraged for security and activity tracking',
    place: { rule: 'generic-account' },
  },
  {
    id: 'wrlc-generic-campus',
    document: wrlc,
    statement: 'Some libraries cannot use shared accounts because of campus security policies',
    place: { text: 'about_generic_accounts', surface: 'options' },
  },
  {
    id: 'wrlc-internal-use',
    document: wrlc,
    statement: 'Internal accounts are for users who cannot be added by the student information system',
    place: { text: 'about_internal_accounts', surface: 'options' },
  },
  {
    id: 'wrlc-internal-testing',
    document: wrlc,
    statement: 'Some institutions use internal accounts for testing',
    place: { rule: 'test-account-leftover' },
  },
  {
    id: 'wrlc-internal-deactivate',
    document: wrlc,
    statement: 'Internal accounts should be deactivated when not in use',
    place: { rule: 'internal-account-unused' },
  },
  {
    id: 'wrlc-back-up',
    document: wrlc,
    statement: 'One exception: a back-up internal account for when single sign-on goes down',
    place: { rule: 'back-up-administrator' },
  },
  {
    id: 'wrlc-back-up-setting',
    document: wrlc,
    statement: 'Which internal accounts are kept for when single sign-on goes down',
    place: { text: 'about_back_up_account', surface: 'options' },
  },
  {
    id: 'wrlc-delete',
    document: wrlc,
    statement: 'When accounts are deleted, all statistical data is deleted too',
    place: { text: 'about_delete_or_purge', surface: 'popup' },
  },
  {
    id: 'wrlc-purge',
    document: wrlc,
    statement: 'When accounts are purged, statistical data is kept according to the Delete User Policy',
    place: { text: 'about_delete_user_policy', surface: 'review' },
  },
  {
    id: 'wrlc-always-purge',
    document: wrlc,
    statement: 'Always purge, using Purge User Records or the Purge Users job',
    place: { text: 'about_purge_ways', surface: 'review' },
  },
  {
    id: 'wrlc-purge-missing',
    document: wrlc,
    statement: 'Purge accounts rather than delete them',
    place: { rule: 'purge-date-missing' },
  },
  {
    id: 'wrlc-documentation',
    document: wrlc,
    statement: 'Additional documentation: Ex Libris, CARLI Named User FAQ, Best Practice Toolkit',
    place: { text: 'about_documentation', surface: 'popup' },
  },
  {
    id: 'noaa-managing',
    document: noaa,
    statement: 'Managing users often involves creating, editing and deleting users within Alma',
    place: { text: 'about_user_management', surface: 'popup' },
  },
  {
    id: 'noaa-bulk',
    document: noaa,
    statement: 'Additional tasks involve running bulk operations on user records',
    place: { text: 'about_bulk_updates', surface: 'review' },
  },
  {
    id: 'noaa-roles',
    document: noaa,
    statement: 'What staff can carry out depends on the roles assigned by Alma administrators',
    place: { text: 'about_who_may_manage', surface: 'popup' },
  },
  {
    id: 'noaa-videos',
    document: noaa,
    statement: 'Essentials videos: users, user roles, automatic user role generation, workflows, user bulk updates',
    place: { text: 'about_training', surface: 'popup' },
  },
  {
    id: 'noaa-automatic-roles',
    document: noaa,
    statement: 'Automatic user role generation',
    place: { text: 'about_automatic_roles', surface: 'review' },
  },
  {
    id: 'noaa-internal',
    document: noaa,
    statement: 'Internal: managed in Alma',
    place: { text: 'about_account_types', surface: 'options' },
  },
  {
    id: 'noaa-external',
    document: noaa,
    statement: 'External: managed in another system, loaded by a manual import or a synchronized process',
    place: { rule: 'external-account-overwritten' },
  },
  {
    id: 'noaa-choice',
    document: noaa,
    statement: 'Whether staff become external users is for the institution to decide',
    place: { text: 'about_account_type_choice', surface: 'options' },
  },
  {
    id: 'noaa-create-edit',
    document: noaa,
    statement: 'Learn how to create and edit users in Alma, and assign them roles and privileges (20 mins.)',
    place: { text: 'about_training', surface: 'popup' },
  },
  {
    id: 'noaa-printouts',
    document: noaa,
    statement: 'Video and print outs of training available',
    place: { text: 'about_training_handouts', surface: 'popup' },
  },
  {
    id: 'noaa-knowledge-center',
    document: noaa,
    statement: 'Ex Libris provides training videos and documentation through the Knowledge Center',
    place: { text: 'about_training', surface: 'popup' },
  },
  {
    id: 'noaa-video-fallback',
    document: noaa,
    statement: 'If a video will not play, see the text-based handout or try without the VPN',
    place: { text: 'about_training_handouts', surface: 'popup' },
  },
];
