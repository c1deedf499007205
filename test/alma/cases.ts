import { pageCases } from './cases-pages.ts';
import { recordCases } from './cases-records.ts';
import type { AlmaCase } from './expected.ts';

/** Every page of the matrix. */
export const cases: readonly AlmaCase[] = [...recordCases, ...pageCases];

/** The case of that id; throws when there is none. */
export function caseOf(id: string): AlmaCase {
  const found = cases.find((each) => each.id === id);
  if (!found) throw new Error(`No case is called ${id}.`);
  return found;
}
