import type { Day, FieldName, UserRecord } from '../../record/index.ts';
import type { NamedUserAnswer } from '../../rules/judgement.ts';
import type { Severity } from '../../rules/policy.ts';
import type { LeftOutLine, SheetFacts, SheetKind, UnreadRow } from '../../sheets/types.ts';

/** A sentence that the page says with its own `Say`: never a finished text, so that it can be translated. */
export interface Sentence {
  key: string;
  values: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * What became of the lines of a table, those of the headings and blank ones aside: `all` = the file's rows + the lists' lengths
 * and counts here.
 */
export interface FileLines {
  /** Counted while reading, whatever became of them. */
  all: number;
  /** Lines of which nothing could be used; they are among the unread rows, with the reasons. */
  unused: number;
  /** Records of people purged with statistics kept. */
  purged: number;
  /** Rows that are hidden in the workbook, and were left out. */
  hidden: number;
  leftOut: readonly LeftOutLine[];
}

/** A worksheet of which nothing was used. */
export interface UnusedSheet {
  file: string;
  sheet: string;
  why: 'hidden' | Exclude<SheetFacts['outcome'], 'read'>;
}

/** A file that the review rests on. */
export interface ReviewFile {
  name: string;
  kind: SheetKind | 'review';
  sheet?: string;
  /** The day that the export shows; for a Staff Login Report the end of its window. */
  asOf: Day;
  rows: number;
  /** Rows of accounts whose identifier starts `exl_`. */
  exlRows: number;
  /** True: nobody has said which day it shows; it was last changed on that day, so that it can show none later. */
  dayIsGuess?: true;
  /** The file is a part of something, and the rest is in no other file: one page of `total`, or it breaks off. */
  open?: { total?: number };
  unreadRows: number;
  /** Absent in a review that was saved before they were counted. */
  lines?: FileLines;
  droppedIpCells: number;
  /** 64 hex digits; of the file's bytes. */
  sha256: string;
}

/** What several Staff Login Reports know of a person. There is no value for "never". */
export interface LoginMemory {
  /** The latest login that any report or earlier review names. */
  lastSeen?: Day;
  /** The reports that list the person, and whose login could be read. */
  reports: number;
  /** The reports that list the person with a login that could not be read; absent for none. */
  unreadable?: number;
  /** Whole months of the last twelve that the windows of these reports cover. */
  coveredMonths: number;
  /** Failed logins in files of login events, which show that somebody tried; absent for none. */
  failed?: { count: number; since: Day };
}

/** The fields on which files are compared. */
export type DifferingField = Exclude<FieldName, 'primaryId' | 'name' | 'lastLogin'>;

/** Files that say different things of a person, where one of them holds user records. */
export interface Difference {
  field: DifferingField;
  /** What each file says; no words: it says that the field is empty. `file` is a position in the review's `files`. */
  said: readonly { file: number; words: readonly string[] }[];
  /** The file whose word holds: that of the latest day. Absent: which day is the latest is not known, and the field is unread. */
  held?: number;
}

/** Files of login events, as the one report that they are together. */
export interface LoginReport {
  /** The first and the last day of an event. */
  from: Day;
  to: Day;
  events: number;
  failed: number;
  files: number;
  /** How many events there are, where an answer says so. */
  total?: number;
}

/** A person joined across files by primary identifier (trimmed, case ignored), before any judgement. */
export interface JoinedPerson {
  /** The identifier trimmed and in lower case: the key everywhere in the review. */
  key: string;
  /** The exact spelling that is handed to Alma. */
  identifier: string;
  /** All spellings seen, `identifier` first; more than one is reported. */
  spellings: readonly string[];
  record: UserRecord;
  jobCategory?: string | null;
  library?: string | null;
  campus?: string | null;
  /** Positions in the review's `files`. */
  files: readonly number[];
  /** Listed in the Staff Login Report of the newest day. */
  inReport: boolean;
  /** Listed in an Analytics export with its own record (purged ghosts are in no list). */
  inAnalytics: boolean;
  login: LoginMemory;
  /** Absent for none. */
  differences?: readonly Difference[];
}

/** A record in Analytics of a person purged with statistics kept; dropped from everything and listed. */
export interface PurgedGhost {
  file: string;
  line: number;
  /** What the identifier column still holds; often blank. */
  identifier: string;
  /** What the Last Name column holds: under "keep statistics" the former identifier. */
  lastName: string;
}

/** All that the files say, joined. */
export interface Joined {
  files: readonly ReviewFile[];
  people: readonly JoinedPerson[];
  ghosts: readonly PurgedGhost[];
  unreadRows: readonly UnreadRow[];
  unusedSheets: readonly UnusedSheet[];
  /** Absent without login events. */
  logins?: LoginReport;
  /** Pairs of people whose identifiers look like two spellings of one (leading zeros, punctuation, a mail domain); they are not joined. */
  lookAlikes: readonly { a: string; b: string }[];
}

export interface Found {
  rule: string;
  severity: Severity;
}

/** Why somebody is in one source and not in the other, or counts under one authority and not under another. */
export type ReconciliationReason =
  | 'spelled-differently'
  | 'purged-with-statistics'
  | 'protected-account'
  | 'inactive'
  | 'only-uncounted-roles'
  | 'no-staff-role'
  | 'expired-role'
  | 'roles-not-read'
  | 'not-in-this-file'
  | 'no-report-given'
  | 'no-analytics-given'
  | 'role-lists-differ';

export type DecisionKind = 'keep' | 'remove-roles' | 'deactivate' | 'purge' | 'ask';

export interface Suggestion {
  decision: DecisionKind;
  /** The rule that it rests on. */
  rule: string;
  why: Sentence;
}

/** A person with what the rules say. Holds no finished message: the page asks `judge` again for the one person it shows. */
export interface Person extends JoinedPerson {
  answer: NamedUserAnswer;
  deciding: readonly string[];
  missing: readonly FieldName[];
  /** The answer under each shipped authority, by role list id. */
  answers: Readonly<Record<string, NamedUserAnswer>>;
  protected: boolean;
  /** Holds, under a name of the institution's own, a role that can give roles back to others. */
  administrator?: true;
  /** Names of roles that nobody knows, for which the roles are unread here. */
  rolesInDoubt?: readonly string[];
  found: readonly Found[];
  cannotTell: readonly string[];
  /** Present when the person stands in one source only. */
  whyOneSource?: ReconciliationReason;
  suggestion?: Suggestion;
}

export interface Decision {
  kind: DecisionKind;
  reason: string;
  by: string;
  /** Day the decision was taken. */
  when: Day;
  /** `rule`: accepted in bulk from a suggestion; `answer`: read back from an "ask somebody" file. */
  origin: 'person' | 'rule' | 'answer';
}

/** The figures of the page, by the names they carry there (`data-figure`). */
export const figureNames = [
  'report-rows',
  'report-rows-without-exl',
  'named-users',
  'protected',
  'limit',
  'over-limit',
  'only-in-report',
  'only-in-analytics',
  'unread-rows',
  'dropped-ip-cells',
] as const;
export type FigureName = (typeof figureNames)[number];

export interface Figure {
  name: FigureName;
  /** `undefined`: cannot be said (no limit set, no report read). */
  value: number | undefined;
  /** Keys of the people behind it; empty where the figure counts rows, cells or a setting. */
  people: readonly string[];
}

/** One step of a sum that must add up. */
export interface BridgeStep {
  reason:
    | 'listed-again'
    | 'protected-account'
    | 'cannot-tell'
    | ReconciliationReason
    | 'only-in-analytics'
    | 'unused-rows'
    | 'hidden-rows'
    | LeftOutLine['reason'];
  /** Signed: what the step adds or takes away. */
  change: number;
  people: readonly string[];
}

/** The way from one figure to another; `from.value + sum(change) = to.value` always, and `adds` says that it was checked. */
export interface Bridge {
  from: { name: string; value: number };
  steps: readonly BridgeStep[];
  to: { name: string; value: number };
  adds: boolean;
}

export interface AuthorityDifference {
  /** Role list ids: counts under the first, does not under the second. */
  counts: string;
  doesNot: string;
  people: readonly { key: string; reason: ReconciliationReason; roles: readonly string[] }[];
}

export interface Reconciliation {
  /** Newest report's lines -> its rows; people of the report -> of Analytics; newest report's rows -> named users. */
  bridges: readonly Bridge[];
  onlyInReport: readonly { key: string; reason: ReconciliationReason }[];
  onlyInAnalytics: readonly { key: string; reason: ReconciliationReason }[];
  /** For the people behind a number see `countingUnder`. */
  authorities: readonly { roleList: string; namedUsers: number; cannotTell: number }[];
  differences: readonly AuthorityDifference[];
}
