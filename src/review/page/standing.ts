import { type Decision, endsCounting, isOpen, namedUsersAfter, type Person } from '../model/index.ts';
import { rememberLast } from './remember-last.ts';
import { type DeskState, policyOf } from './state.ts';

/** How the named users stand against the limit, after the decisions made so far. */
export interface Standing {
  readonly now: number;
  readonly after: number;
  /** People of whom nobody can tell from these files whether they count. */
  readonly cannotTell: number;
  /** Those of them whom no decision takes off the list: they may come on top of `after`. */
  readonly open: number;
  readonly limit: number | undefined;
  /** A file is not whole: there may be more named users than were counted. Absent where none is said to be so. */
  readonly isPart?: true;
  /** `under` only where even those who cannot be told would fit under the limit. */
  readonly verdict: 'over' | 'under' | 'open';
}

/** Works out the standing; `undefined` before all people are judged. */
export function standingOf(state: DeskState): Standing | undefined {
  const { reviewed, book } = state;
  const policy = policyOf(state);
  return reviewed?.complete && policy
    ? standing(reviewed.people, book.decisions, policy.namedUserLimit, isOpen(reviewed.joined.files))
    : undefined;
}

const standing = rememberLast(
  (
    people: readonly Person[],
    decisions: ReadonlyMap<string, Decision>,
    contractLimit: number | null,
    isPart: boolean,
  ): Standing => {
    const now = people.filter(({ answer }) => answer === 'counts').length;
    const cannotTell = people.filter(({ answer }) => answer === 'cannot-tell');
    const open = cannotTell.filter(({ key }) => !endsCounting(decisions.get(key))).length;
    const after = namedUsersAfter(people, decisions);
    const limit = contractLimit ?? undefined;
    const certain = verdictOf(after, open, limit);
    const verdict = isPart && certain === 'under' ? 'open' : certain;
    const cannot = { cannotTell: cannotTell.length, open };
    return { now, after, ...cannot, limit, verdict, ...(isPart ? { isPart } : {}) };
  },
);

function verdictOf(after: number, open: number, limit: number | undefined): Standing['verdict'] {
  if (limit === undefined) return 'open';
  if (after > limit) return 'over';
  return after + open > limit ? 'open' : 'under';
}
