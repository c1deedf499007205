export { type AnswersRead, readAnswers } from './answers.ts';
export { asOfOf, namesItsDay, sheetDayOf } from './as-of.ts';
export { type AskBy, type AskFile, askFiles } from './ask.ts';
export { sha256 } from './checksum.ts';
export { type Comparison, compareWith, earlierLogins } from './comparison.ts';
export {
  acceptSuggestions,
  bookOf,
  type Check,
  type CheckContext,
  checkDecision,
  type DecisionBook,
  decide,
  emptyBook,
  isAdministrator,
  isDestructive,
  type Objection,
  redo,
  takeBack,
  undo,
} from './decisions.ts';
export {
  type ByHand,
  type ByHandReason,
  type FileFormat,
  type HandOver,
  handOver,
  readableFile,
  type SetKind,
  setFile,
  setKinds,
} from './exports.ts';
export { countsAfter, endsCounting, figuresOf, namedUsersAfter } from './figures.ts';
export { type FileToJoin, type JoinOptions, joinFiles, joining } from './join.ts';
export { createJudging } from './judging.ts';
export { isOpen, missingPeople } from './open-files.ts';
export { type PurgeRisk, purgeRisks } from './purge.ts';
export { countingUnder, newestReport, reconcile, withReasons } from './reconcile.ts';
export { type ReviewRecord, reviewRecord } from './record.ts';
export {
  type FiguresOnADay,
  type OpenedReview,
  openingReview,
  openReview,
  type Review,
  reviewFormat,
  reviewText,
} from './review-file.ts';
export { attemptSave, type Revision, type SaveAttempt } from './revisions.ts';
export { noDoubts, type RoleDoubts, roleDoubts, type UnknownRole } from './role-doubts.ts';
export { noScopes, type Scopes, scopesOf, tellingCode } from './scopes.ts';
export {
  byHandSentence,
  kindSentence,
  reasonSentence,
  refusedSentence,
  unreadRowSentence,
} from './sentences.ts';
export { suggestionKeys } from './suggestions.ts';
export * from './types.ts';
