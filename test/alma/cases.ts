import { earlierPageCases, pageCases } from './cases-pages.ts';
import { earlierRecordCases, recordCases } from './cases-records.ts';
import { skeletonCases } from './cases-skeleton.ts';
import type { AlmaCase } from './expected.ts';

/** Every kind of page, in the layouts that its description says: where none is named, in the skeleton of 2026. */
export const cases: readonly AlmaCase[] = [...recordCases, ...pageCases];

/** Pages again in the layout before 2026. */
export const earlierCases: readonly AlmaCase[] = [...earlierRecordCases, ...earlierPageCases];

/** Every page of the matrix, with those on which one thing of the skeleton is drawn otherwise. */
export const everyCase: readonly AlmaCase[] = [...cases, ...skeletonCases, ...earlierCases];

/** The case of that id; throws when there is none. */
export function caseOf(id: string): AlmaCase {
  const found = everyCase.find((each) => each.id === id);
  if (!found) throw new Error(`No case is called ${id}.`);
  return found;
}
