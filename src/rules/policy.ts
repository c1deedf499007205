import type { Day } from '../record/index.ts';

export const policyFormat = 'alma-user-guard-policy';

export type GuardChoice = 'off' | 'tell' | 'hold';
export type Severity = 'stop' | 'warn' | 'note' | 'fact';
export type RuleSetting = 'off' | Exclude<Severity, 'fact'>;

export interface ProtectedAccount {
  match: 'prefix' | 'exact' | 'name' | 'group';
  value: string;
  label: string;
  counts: boolean;
  source: string;
}

/** How the pages of this institution write days; `auto` reads only what can be read in one way. */
export type DateOrder = 'auto' | 'dmy' | 'mdy' | 'ymd';

/** A place on a page that a person has shown to the reader: made of ids, header ids and labels, never of positions or values. */
export interface TaughtLocator {
  /** A `FieldName`, or `role.name`, `role.status`, `role.scope`, `role.expiryDate` for a column of the role list. */
  field: string;
  /** `id`: the id of the field's element; `label`: the text of its label; `header`: the id of a column's header; `header-text`: its text. */
  by: 'id' | 'label' | 'header' | 'header-text';
  value: string;
  /** False: kept, and not used. */
  on: boolean;
  /** A word on who taught it and when, for the review of taught locators. */
  note: string;
}

/** What this institution's Alma calls a role: `role` is a code or an English name of the role standard, or empty for "known, and counts". */
export interface RoleName {
  name: string;
  role: string;
}

/** What an institution or a consortium decides. The format is fixed; the last keys carry what a page reader needs. */
export interface Policy {
  format: typeof policyFormat;
  version: 1;
  base: string;
  name: string;
  roleList: string;
  extraUncountedRoles: string[];
  institution: { name: string | null; prefixes: string[] };
  otherInstitutions: { name: string; prefixes: string[] }[];
  protectedAccounts: ProtectedAccount[];
  backupAccounts: string[];
  studentGroups: string[];
  linkedGroups: string[];
  retainedGroups: string[];
  genericAccounts: 'allow' | 'discourage';
  genericWords: string[];
  setupWords: string[];
  testWords: string[];
  inactiveRolesCount: boolean;
  /** Whether staff roles of students are to have an expiration date. */
  studentRolesNeedExpiry: boolean;
  loginWindowDays: number;
  namedUserLimit: number | null;
  lastReview: Day | null;
  /** Named users at the last review, where they were counted. */
  lastReviewCount: number | null;
  guard: { delete: GuardChoice; protectedAccounts: GuardChoice; deactivate: GuardChoice };
  rules: { [ruleId: string]: RuleSetting };
  dateOrder: DateOrder;
  taughtLocators: TaughtLocator[];
  roleNames: RoleName[];
}
