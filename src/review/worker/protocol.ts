import type { Day } from '../../record/index.ts';
import type { Policy } from '../../rules/policy.ts';
import type {
  Lettering,
  Question,
  ReadOptions,
  RefusedReason,
  SheetFacts,
  SheetTable,
  UnreadRow,
} from '../../sheets/types.ts';
import type { Comparison } from '../model/comparison.ts';
import type { FileToJoin } from '../model/join.ts';
import type { Review } from '../model/review-file.ts';
import type { UnknownRole } from '../model/role-doubts.ts';
import type { Scopes } from '../model/scopes.ts';
import type { AuthorityDifference, Joined, Person, Reconciliation, Sentence } from '../model/types.ts';
import type { PracticeFile } from '../practice/files.ts';
import type { PracticeOptions } from '../practice/people.ts';

/** A table as the page needs to know it; the rows stay in the worker, except those of an answers file. */
export type TableSummary = Omit<SheetTable, 'rows' | 'unreadRows' | 'purged'> & {
  rowCount: number;
  unreadCount: number;
  purgedCount: number;
  /** For an answers file: all of it, for `readAnswers`. */
  answers?: SheetTable;
};

/** A review as the page holds it: the people come apart, in pieces. */
export type ReviewHead = Omit<Review, 'joined'>;

/** What came of a file. `id` names it from then on; a file that was not read is not kept. */
export type FileOutcome =
  | {
      state: 'read';
      id: number;
      sha256: string;
      tables: readonly TableSummary[];
      otherSheets: readonly string[];
      sheets: readonly SheetFacts[];
      letters?: Lettering;
    }
  | { state: 'review'; id: number; sha256: string; head: ReviewHead; people: number; problems: readonly Sentence[] }
  | { state: 'question'; question: Question; sheets?: readonly SheetFacts[] }
  | { state: 'refused'; reason: RefusedReason }
  | { state: 'not-a-review'; why: Sentence };

export type ReadAnswers = Pick<ReadOptions, 'mapping' | 'noHeadings' | 'dateOrders' | 'choices' | 'sheets' | 'letters'>;

/** A file that was read, with the day that it shows, or that its sheets show. */
export type FileOfReview = Pick<FileToJoin, 'asOf' | 'sheetDays' | 'dayIsGuess'> & { id: number };

/** What a review is made of: files read before, or the people of a review file that was opened. */
export type ReviewSource = { files: readonly FileOfReview[] } | { review: number };

export interface ReviewRequest {
  source: ReviewSource;
  policy: Policy;
  today: Day;
  /** An earlier review file that was opened: for its logins, and to compare with. */
  earlier?: number;
}

/** A review's outcome without the people, who have been told before. */
export interface Reviewed {
  joined: Omit<Joined, 'people' | 'unreadRows'>;
  reconciliation: Reconciliation;
  /** What the scopes of everybody's roles tell. */
  scopes: Scopes;
  /** Names of roles whose meaning somebody has to say. */
  unknownRoles: readonly UnknownRole[];
  /** The keys of the administrators among the people. */
  administrators: readonly string[];
  /** Present when an earlier review was named. */
  comparison?: Comparison;
}

export type ToWorker =
  | { ask: 'read'; call: number; file: Blob; name: string; answers: ReadAnswers }
  | { ask: 'review'; call: number; request: ReviewRequest }
  | { ask: 'save'; call: number; head: ReviewHead }
  | { ask: 'pack'; call: number; head: ReviewHead }
  | { ask: 'unpack'; call: number; packed: string }
  | { ask: 'practice'; call: number; options: PracticeOptions }
  | { ask: 'forget'; ids: readonly number[] }
  | { ask: 'cancel'; call: number };

export type FromWorker =
  | { tell: 'progress'; call: number; done: number; all: number }
  | { tell: 'file'; call: number; outcome: FileOutcome }
  | { tell: 'people'; call: number; people: readonly Person[] }
  | { tell: 'unread-rows'; call: number; rows: readonly UnreadRow[] }
  | { tell: 'difference'; call: number; difference: AuthorityDifference }
  | { tell: 'reviewed'; call: number; reviewed: Reviewed }
  | { tell: 'saved'; call: number; file: Blob }
  | { tell: 'packed'; call: number; packed: string }
  | { tell: 'practice'; call: number; files: readonly PracticeFile[] }
  | { tell: 'cancelled'; call: number }
  | { tell: 'failed'; call: number };
