import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Day } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import { atOnce, inPieces, type Steps } from '../sheets/steps.ts';
import { type RollUp, type RollUpTerms, rollUp } from '../totals/index.ts';
import { byMember, type GivenFile, type SortedFiles, sorted, type UsedFile } from './given-files.ts';
import { practiceConsortium } from './practice.ts';

/** What the given files come to. All of it belongs together: no number stands beside files that it is not of. */
export interface Sums extends SortedFiles {
  readonly practice: boolean;
  /** The consortium's own, and what follows from it; `undefined` until it is known. */
  readonly policy: Policy | undefined;
  readonly terms: RollUpTerms | undefined;
  /** `undefined` as long as there is nothing to add up. */
  readonly rollUp: RollUp | undefined;
  /** The files that are used, by the member's key, the newest first. */
  readonly filesOf: ReadonlyMap<string, readonly UsedFile[]>;
}

/** So many files are added up in a few milliseconds. */
const fewFiles = 200;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** What is added up by. In practice the members are made up, and so is the limit where the policy has none. */
function termsOf({ roleList, namedUserLimit, otherInstitutions }: Policy, today: Day, practice: boolean): RollUpTerms {
  if (!practice) return { roleList, limit: namedUserLimit, expected: otherInstitutions.map(({ name }) => name), today };
  const { expected, limit } = practiceConsortium(today, roleList);
  return { roleList, limit: namedUserLimit ?? limit, expected, today };
}

function* summing(all: readonly GivenFile[], practice: boolean, policy: Policy | undefined, today: Day): Steps<Sums> {
  const files = sorted(all);
  const terms = policy && termsOf(policy, today, practice);
  yield undefined;
  const totals = files.used.map((file) => file.totals);
  const summed = terms && totals.length > 0 ? rollUp(totals, terms) : undefined;
  yield undefined;
  const filesOf = byMember(files.used);
  // Whoever draws it does so in a task of its own.
  yield undefined;
  return { ...files, practice, policy, terms, rollUp: summed, filesOf };
}

/** Adds up what was given: few files at once, many in pieces. Until that is done, what was shown before stays. */
export function useSums(
  all: readonly GivenFile[],
  practice: boolean,
  policy: Policy | undefined,
  today: Day,
): { readonly sums: Sums; readonly isAdding: boolean } {
  const steps = useMemo(() => summing(all, practice, policy, today), [all, practice, policy, today]);
  const atFirst = useMemo(() => (all.length <= fewFiles ? atOnce(steps) : undefined), [steps]);
  const [later, setLater] = useState<{ of: Steps<Sums>; sums: Sums }>();
  useEffect(() => {
    if (atFirst) return undefined;
    let isWanted = true;
    void inPieces(steps, nextTask).then((sums) => isWanted && setLater({ of: steps, sums }));
    return () => {
      isWanted = false;
    };
  }, [steps]);
  const sums = atFirst ?? (later?.of === steps ? later.sums : undefined);
  const shown = useRef<Sums | undefined>(undefined);
  shown.current = sums ?? shown.current ?? atOnce(summing([], false, policy, today));
  return { sums: shown.current, isAdding: sums === undefined };
}
