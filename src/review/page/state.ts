import type { Day } from '../../record/index.ts';
import type { Policy } from '../../rules/policy.ts';
import type { InForce } from '../../settings/index.ts';
import type {
  Choices,
  Column,
  ColumnDateOrder,
  Encoding,
  Lettering,
  Question,
  RefusedReason,
  SheetChoice,
  SheetFacts,
  UnreadRow,
} from '../../sheets/types.ts';
import {
  type AnswersRead,
  type Comparison,
  type DecisionBook,
  emptyBook,
  type Joined,
  type Person,
  type Reconciliation,
  type Revision,
  type Scopes,
  type Sentence,
  sheetDayOf,
  type UnknownRole,
} from '../model/index.ts';
import type { ReviewHead, TableSummary } from '../worker/protocol.ts';
import { rememberLast } from './remember-last.ts';

/** What has become of a chosen file. */
export type FileReading =
  | { readonly state: 'waiting' | 'cancelled' | 'failed' }
  | { readonly state: 'reading'; readonly done: number; readonly all: number }
  | { readonly state: 'question'; readonly question: Question; readonly sheets?: readonly SheetFacts[] }
  | { readonly state: 'refused'; readonly reason: RefusedReason }
  | { readonly state: 'not-a-review'; readonly why: Sentence }
  | { readonly state: 'twice'; readonly other: string }
  | {
      readonly state: 'read';
      readonly id: number;
      readonly sha256: string;
      readonly tables: readonly TableSummary[];
      readonly otherSheets: readonly string[];
      readonly sheets: readonly SheetFacts[];
      readonly letters?: Lettering;
    }
  | {
      readonly state: 'review';
      readonly id: number;
      readonly sha256: string;
      readonly head: ReviewHead;
      readonly people: number;
      readonly problems: readonly Sentence[];
      readonly use: ReviewUse;
    };

/** Whether a file still has to be read or is being read. */
export const isBusy = ({ state }: FileReading): boolean => state === 'waiting' || state === 'reading';

/** A review that was opened is gone on with (its decisions hold), or only compared with. */
export type ReviewUse = 'continue' | 'compare';

/** What a person has said about a file, so that it can be read. */
export interface Said {
  readonly mapping?: Readonly<Record<string, Column | 'ignore'>>;
  readonly noHeadings?: boolean;
  readonly dateOrders?: Readonly<Record<string, ColumnDateOrder>>;
  readonly choices?: Choices;
  readonly sheets?: Readonly<Record<string, SheetChoice>>;
  readonly letters?: Encoding | 'ask';
}

export interface ChosenFile {
  /** Counts the files chosen on this page, from 1. */
  readonly key: number;
  readonly name: string;
  readonly blob: Blob;
  /** The day that the export shows. */
  readonly asOf: Day;
  /** True: neither the name of the file nor a person says so; it was last changed on that day. */
  readonly dayIsGuess?: boolean;
  /** The days that a person has given to single sheets, by name. */
  readonly sheetDays?: Readonly<Record<string, Day>>;
  /** The sheets of the workbook as they were last read: they can be chosen among while it is read again. */
  readonly sheets?: readonly SheetFacts[];
  readonly said: Said;
  readonly reading: FileReading;
  /** For answers that came back: what came of them. */
  readonly answers?: Omit<AnswersRead, 'book'>;
}

/** The day that one of several sheets shows: as a person has said, or as its name tells. */
export const dayOfSheet = ({ sheetDays, asOf }: ChosenFile, sheet: string): Day =>
  sheetDays?.[sheet] ?? sheetDayOf(sheet, asOf);

/** The people and what the files say, judged. */
export interface Reviewed {
  /** False while people are still being judged: figures wait until all are. */
  readonly complete: boolean;
  readonly people: readonly Person[];
  readonly byKey: ReadonlyMap<string, Person>;
  readonly joined: Omit<Joined, 'people'>;
  readonly reconciliation: Reconciliation;
  /** What the scopes of roles tell: going through everybody's roles for them is the worker's work. */
  readonly scopes: Scopes;
  /** Names of roles whose meaning somebody has to say. */
  readonly unknownRoles: readonly UnknownRole[];
  /** Only these are looked at when it is asked how many administrators would remain. */
  readonly administrators: readonly Person[];
  readonly comparison: Comparison | undefined;
}

export const noReconciliation: Reconciliation = {
  bridges: [],
  onlyInReport: [],
  onlyInAnalytics: [],
  authorities: [],
  differences: [],
};

/** The review that is kept in this browser, as far as the page shows it. */
export interface Kept {
  readonly revision: Revision;
  /** The last day on which it is kept. */
  readonly until: Day;
  readonly people: number;
  readonly decisions: number;
}

/** What is wrong with keeping. `older`: the last save is damaged, and the one before it stands in for it; `wiped`: in another tab. */
export type KeepingTrouble = 'full' | 'refused' | 'other-tab' | 'unreadable' | 'older' | 'wiped' | 'private';

export interface DeskState {
  readonly today: Day;
  readonly inForce: InForce | undefined;
  readonly files: readonly ChosenFile[];
  /** True while the people are those of the made-up institution. */
  readonly practice: boolean;
  /** People judged of people in all, while judging goes on. */
  readonly judging: { readonly done: number; readonly all: number } | undefined;
  readonly judgingFailed: boolean;
  readonly reviewed: Reviewed | undefined;
  readonly book: DecisionBook;
  readonly reviewer: string;
  readonly revision: Revision;
  /** The decisions as they were last saved to a file, or kept. */
  readonly savedDecisions: DecisionBook['decisions'];
  /** Found in this browser on opening the page, or kept since. */
  readonly kept: Kept | undefined;
  /** True while this tab keeps the review up to date in the browser. */
  readonly keeping: boolean;
  readonly keepingTrouble: KeepingTrouble | undefined;
}

export const firstState = (today: Day): DeskState => ({
  today,
  inForce: undefined,
  files: [],
  practice: false,
  judging: undefined,
  judgingFailed: false,
  reviewed: undefined,
  book: emptyBook,
  reviewer: '',
  revision: { review: crypto.randomUUID(), number: 0, tab: crypto.randomUUID() },
  savedDecisions: emptyBook.decisions,
  kept: undefined,
  keeping: false,
  keepingTrouble: undefined,
});

/** In practice a limit is made up where the policy has none, so that going over it can be tried. */
const practiceLimit = 500;

/** The policy that the people are judged by; the same object while nothing has changed. */
export function policyOf({ inForce, practice }: Pick<DeskState, 'inForce' | 'practice'>): Policy | undefined {
  if (!inForce) return undefined;
  const { policy } = inForce;
  return practice && policy.namedUserLimit === null ? withPracticeLimit(policy) : policy;
}

const withPracticeLimit = rememberLast((policy: Policy): Policy => ({ ...policy, namedUserLimit: practiceLimit }));

/** Whether decisions stand that neither a saved file nor this browser holds. */
export const hasUnsaved = ({ book, savedDecisions, practice }: DeskState): boolean =>
  !practice && book.decisions !== savedDecisions && (book.decisions.size > 0 || savedDecisions.size > 0);

export const unreadRowsOf = ({ reviewed }: DeskState): readonly UnreadRow[] => reviewed?.joined.unreadRows ?? [];
