import type { Day } from '../../record/index.ts';
import { roleListOf } from '../../rules/standards/role-lists.ts';
import type { UnreadRow } from '../../sheets/types.ts';
import type { FiguresOnADay, Review } from './review-file.ts';
import type { Decision, DecisionKind, Person, ReviewFile, UnusedSheet } from './types.ts';

/** The review record that is printed or saved: facts only, the page puts its words around them. */
export interface ReviewRecord {
  day: Day;
  reviewer: string;
  files: readonly ReviewFile[];
  policy: { name: string; base: string; version: number };
  authority: { roleList: string; label: string; source: string; dated: string | undefined };
  figures: FiguresOnADay;
  decided: Readonly<Record<DecisionKind, number>>;
  undecided: number;
  /** Every reason for which a row was not read whole. */
  unreadRows: readonly UnreadRow[];
  unusedSheets: readonly UnusedSheet[];
  decisions: readonly { identifier: string; name: string | null; answer: Person['answer']; decision: Decision }[];
}

/** Draws the record of a review from its parts: who decided what about whom, on which files, under which authority. */
export function reviewRecord(review: Review, people: readonly Person[]): ReviewRecord {
  const list = roleListOf(review.policy.roleList);
  const decided: Record<DecisionKind, number> = { keep: 0, 'remove-roles': 0, deactivate: 0, purge: 0, ask: 0 };
  const decisions = people.flatMap(({ key, identifier, record, answer }) => {
    const decision = review.decisions.get(key);
    if (!decision) return [];
    decided[decision.kind] += 1;
    return [{ identifier, name: record.name.state === 'read' ? record.name.value : null, answer, decision }];
  });
  return {
    day: review.saved,
    reviewer: review.reviewer,
    files: review.joined.files,
    policy: { name: review.policy.name, base: review.policy.base, version: review.policy.version },
    authority: { roleList: list.id, label: list.label, source: list.source, dated: list.dated },
    figures: review.figures,
    decided,
    undecided: people.length - decisions.length,
    unreadRows: review.joined.unreadRows,
    unusedSheets: review.joined.unusedSheets,
    decisions,
  };
}
