import type { IdFamily, ListColumn, RoleColumn, UserTab } from './description.ts';

export type FieldKey =
  | 'firstName'
  | 'middleName'
  | 'lastName'
  | 'primaryId'
  | 'title'
  | 'pin'
  | 'jobCategory'
  | 'jobDescription'
  | 'userGroup'
  | 'campus'
  | 'language'
  | 'birthDate'
  | 'expiryDate'
  | 'purgeDate'
  | 'rsLibrary'
  | 'institutionalRecord'
  | 'accountType'
  | 'recordType'
  | 'status';

/** How one family of ids names things: bean paths of fields, ids and column paths of lists, the xml name of a page. */
export interface Naming {
  readonly field: Readonly<Record<FieldKey, string>>;
  readonly roleList: string;
  readonly roleColumn: Readonly<Record<RoleColumn, string>>;
  readonly userList: string;
  readonly userColumn: Readonly<Record<ListColumn, string>>;
  readonly identifierList: string;
  readonly identifierColumn: Readonly<Record<'type' | 'value', string>>;
  readonly tabXml: (tab: UserTab) => string;
}

/** The names one would guess (synthetic), besides what was seen: `identifiersList`, `userIdentifier.value`, `userList`. */
const likely: Naming = {
  field: {
    firstName: 'user.firstName',
    middleName: 'user.middleName',
    lastName: 'user.lastName',
    primaryId: 'user.primaryIdentifier',
    title: 'user.userTitle',
    pin: 'user.pinNumber',
    jobCategory: 'user.jobCategory',
    jobDescription: 'user.jobDescription',
    userGroup: 'user.userGroup',
    campus: 'user.campusCode',
    language: 'user.preferredLanguage',
    birthDate: 'user.birthDate',
    expiryDate: 'user.expiryDate',
    purgeDate: 'user.purgeDate',
    rsLibrary: 'user.resourceSharingLibrary',
    institutionalRecord: 'user.hasInstitutionalRecord',
    accountType: 'user.accountType',
    recordType: 'user.recordType',
    status: 'user.status',
  },
  roleList: 'userRolesList',
  roleColumn: {
    name: 'roleType',
    scope: 'scope.name',
    status: 'roleStatus',
    expiryDate: 'expiryDate',
    parameters: 'roleParameters',
  },
  userList: 'userList',
  userColumn: {
    active: 'activeToggle',
    name: 'fullName',
    id: 'userName',
    accountType: 'accountType',
    recordType: 'recordType',
    jobCategory: 'jobCategory',
    userGroup: 'userGroup',
    status: 'status',
    expiryDate: 'expiryDate',
  },
  identifierList: 'identifiersList',
  identifierColumn: { type: 'userIdentifier.type', value: 'userIdentifier.value' },
  tabXml: (tab) => `user.user_details_${tab}.xml`,
};

/** The same grammar, and none of the names one would guess. What was seen in public code keeps its name. */
const unlike: Naming = {
  field: {
    firstName: 'hfrUserFieldset.fstNm',
    middleName: 'hfrUserFieldset.mdlNm',
    lastName: 'hfrUserFieldset.lstNm',
    primaryId: 'hfrUserFieldset.primKey',
    title: 'hfrUserFieldset.salut',
    pin: 'hfrUserFieldset.scrt',
    jobCategory: 'hfrUserFieldset.jbCat',
    jobDescription: 'hfrUserFieldset.jbDsc',
    userGroup: 'hfrUserFieldset.grp',
    campus: 'hfrUserFieldset.cmps',
    language: 'hfrUserFieldset.lng',
    birthDate: 'hfrUserFieldset.dtA',
    expiryDate: 'hfrUserFieldset.dtB',
    purgeDate: 'hfrUserFieldset.dtC',
    rsLibrary: 'hfrUserFieldset.rsLib',
    institutionalRecord: 'hfrUserFieldset.instFl',
    accountType: 'hfrUserFieldset.acKind',
    recordType: 'hfrUserFieldset.rcKind',
    status: 'hfrUserFieldset.onOff',
  },
  roleList: 'hfrPrivs',
  roleColumn: { name: 'prv', scope: 'reach', status: 'onOff', expiryDate: 'dtB', parameters: 'prms' },
  userList: 'hfrPeople',
  userColumn: {
    active: 'tgl',
    name: 'dspNm',
    id: 'primKey',
    accountType: 'acKind',
    recordType: 'rcKind',
    jobCategory: 'jbCat',
    userGroup: 'grp',
    status: 'onOff',
    expiryDate: 'dtB',
  },
  identifierList: 'identifiersList',
  identifierColumn: { type: 'userIdentifier.type', value: 'userIdentifier.value' },
  tabXml: (tab) => `hfr.card_${tab}.xml`,
};

/** The same keys with paths that only count. */
function numbered<K extends string>(paths: Readonly<Record<K, string>>, letter: string): Readonly<Record<K, string>> {
  const keys = Object.keys(paths) as K[];
  return Object.fromEntries(keys.map((key, n) => [key, `${letter}${n + 1}`])) as Record<K, string>;
}

/** Ids that say nothing at all: only labels and header texts are left. */
const bare: Naming = {
  field: numbered(likely.field, 'x'),
  roleList: 'l1',
  roleColumn: numbered(likely.roleColumn, 'c'),
  userList: 'l2',
  userColumn: numbered(likely.userColumn, 'c'),
  identifierList: 'l3',
  identifierColumn: numbered(likely.identifierColumn, 'c'),
  tabXml: (tab) => `p.${tab.length}.xml`,
};

/** The names a family of ids uses. */
export const namingOf = (family: IdFamily): Naming => ({ likely, unlike, bare })[family];

/** A bean path or list column without its dots, as ids carry it. */
export const withoutDots = (path: string): string => path.replaceAll('.', '');
