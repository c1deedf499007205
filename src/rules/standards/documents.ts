/** A public page that rules rest on. */
export interface Document {
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  /** The document's own date or version, where it bears one. */
  readonly dated?: string;
  /** The month in which what it says was last looked up. */
  readonly checked: string;
}

const wrlcAdmin = 'https://alma-documentation-bookstack.azurewebsites.net/books';
const carli = 'https://www.carli.illinois.edu/products-services/i-share/user-management';
const knowledge = 'https://knowledge.exlibrisgroup.com/Alma';
const checked = '2026-11';

/** The documents by the short id under which rules name them. */
export const documents = {
  'wrlc-named-users': {
    title: 'Managing Named Users in Alma',
    publisher: 'WRLC',
    address: `${wrlcAdmin}/admin/page/managing-named-users-in-alma`,
    checked,
  },
  'wrlc-nz-analytics': {
    title: 'Creating new NZ Analytics users',
    publisher: 'WRLC',
    address: `${wrlcAdmin}/wrlc-hq/page/creating-new-nz-analytics-users`,
    checked,
  },
  'wrlc-pickup': {
    title: 'Patron accounts for libraries',
    publisher: 'WRLC Shared Collections Facility',
    address:
      'https://alma.wrlc.org/books/shared-collections-facility-scf-institution-zone/page/patron-accounts-for-libraries',
    checked,
  },
  'wrlc-linked': {
    title: 'WRLC user',
    publisher: 'WRLC',
    address: 'https://alma.wrlc.org/books/fulfillment/chapter/wrlc-user/export/html',
    checked,
  },
  'wrlc-code': { title: 'WRLC on GitHub', publisher: 'WRLC', address: 'https://github.com/WRLC', checked },
  'noaa-introduction': {
    title: 'Introduction to User Management',
    publisher: 'NOAA Library',
    address: 'https://library.noaa.gov/alma-training',
    dated: '2022-03-22',
    checked,
  },
  'noaa-deactivating': {
    title: 'Deactivating vs. deleting users',
    publisher: 'NOAA Library',
    address: 'https://library.noaa.gov/alma-training/deactivating-vs-deleting-users',
    checked,
  },
  'carli-deactivate': {
    title: 'Deactivate Named Users',
    publisher: 'CARLI',
    address: `${carli}/DeactivateNamedUsers`,
    dated: '2025-10',
    checked,
  },
  'carli-identify': {
    title: 'Identifying Named Users',
    publisher: 'CARLI',
    address: `${carli}/IdentifyingNamedUsers`,
    dated: '2024-06-26',
    checked,
  },
  'carli-best-practice': {
    title: 'Named Users',
    publisher: 'CARLI',
    address: `${carli}/NamedUsers`,
    dated: '2024-06-26',
    checked,
  },
  'carli-faq': {
    title: 'Named User FAQ',
    publisher: 'CARLI',
    address: `${carli}/nameduserFAQ`,
    dated: '2023-11-20',
    checked,
  },
  'carli-backup': {
    title: 'Back-up administrator user',
    publisher: 'CARLI',
    address: `${carli}/BackupAdminUser`,
    dated: '2023-12-04',
    checked,
  },
  'carli-purge': {
    title: 'User purge',
    publisher: 'CARLI',
    address: `${carli}/user-purge`,
    dated: '2023-08-11',
    checked,
  },
  'exl-login-report': {
    title: 'Staff Login Report',
    publisher: 'Ex Libris',
    address: `${knowledge}/Product_Documentation/010Alma_Online_Help_(English)`,
    dated: 'version 18',
    checked,
  },
  'exl-identifying': {
    title: 'Identifying Named Users in Alma',
    publisher: 'Ex Libris',
    address: `${knowledge}/Knowledge_Articles/Identifying_Named_Users_in_Alma`,
    dated: '2020-08-17',
    checked,
  },
  'exl-licensing': {
    title: 'Alma Subscription Licensing Model and Data Retainment',
    publisher: 'Ex Libris',
    address: `${knowledge}/Product_Documentation/050Alma_FAQs/General/Alma_Subscription_Licensing_Model_and_Data_Retainment`,
    checked,
  },
  'exl-accounts': {
    title: 'Ex Libris User Accounts',
    publisher: 'Ex Libris',
    address: `${knowledge}/Knowledge_Articles/Ex_Libris_User_Accounts`,
    checked,
  },
  'exl-users': {
    title: 'Managing Users',
    publisher: 'Ex Libris',
    address: `${knowledge}/Product_Documentation/010Alma_Online_Help_(English)`,
    dated: 'version 303',
    checked,
  },
  'exl-purging': {
    title: 'Purging Users',
    publisher: 'Ex Libris',
    address: `${knowledge}/Product_Documentation/010Alma_Online_Help_(English)`,
    checked,
  },
  'exl-delete-policy': {
    title: 'Configuring Delete User Policy Settings',
    publisher: 'Ex Libris',
    address: `${knowledge}/Product_Documentation/010Alma_Online_Help_(English)`,
    checked,
  },
  'exl-purge-set': {
    title: 'Purge users based on a set, carefully',
    publisher: 'Ex Libris',
    address: `${knowledge}/Knowledge_Articles`,
    dated: '2025-10-23',
    checked,
  },
  'exl-roles': {
    title: 'Managing User Roles',
    publisher: 'Ex Libris',
    address: `${knowledge}/Product_Documentation/010Alma_Online_Help_(English)`,
    dated: 'version 235',
    checked,
  },
  'exl-user-schema': {
    title: 'User object (rest_user.xsd)',
    publisher: 'Ex Libris',
    address: 'https://developers.exlibrisgroup.com/alma/apis/docs/xsd/rest_user.xsd',
    checked,
  },
  'ccc-named-users': {
    title: 'Named users FAQ',
    publisher: 'California Community Colleges',
    address: 'https://cccnext.jira.com/wiki/pages/viewpage.action?pageId=2045051109',
    checked,
  },
  'suny-named-users': {
    title: 'Named users',
    publisher: 'SUNY',
    address: 'https://sunyolis.libanswers.com/faq/363475',
    checked,
  },
  'duke-roles': {
    title: 'Alma accounts and roles',
    publisher: 'Duke University Libraries',
    address: 'https://duke.atlassian.net/wiki/pages/viewpage.action?pageId=122683904',
    checked,
  },
  'emory-accounts': {
    title: 'Alma accounts',
    publisher: 'Emory Libraries',
    address: 'https://emorylib.atlassian.net/wiki/pages/viewpage.action?pageId=452591874',
    checked,
  },
  'uw-student-roles': {
    title: 'Student staff roles',
    publisher: 'Universities of Wisconsin',
    address: 'https://kb.wisconsin.edu/uwlss/122174',
    checked,
  },
  'princeton-student-roles': {
    title: 'Student roles',
    publisher: 'Princeton University Library',
    address: 'https://pul-confluence.atlassian.net',
    checked,
  },
} as const satisfies Readonly<Record<string, Document>>;

export type DocumentId = keyof typeof documents;
