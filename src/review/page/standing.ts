import {
  type Decision,
  endsCounting,
  isOpen,
  type Joined,
  missingPeople,
  namedUsersAfter,
  type Person,
} from '../model/index.ts';
import { rememberLast } from './remember-last.ts';
import { type DeskState, policyOf } from './state.ts';

/** How the named users stand against the limit, after the decisions made so far. */
export interface Standing {
  readonly now: number;
  readonly after: number;
  /** People of whom nobody can tell from these files whether they count, with those whose record could not be read. */
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
    ? standing(reviewed.people, book.decisions, policy.namedUserLimit, reviewed.joined)
    : undefined;
}

const standing = rememberLast(
  (
    people: readonly Person[],
    decisions: ReadonlyMap<string, Decision>,
    contractLimit: number | null,
    joined: Pick<Joined, 'files' | 'unreadRows'>,
  ): Standing => {
    const isPart = isOpen(joined.files);
    // Of a file that is not whole nobody says how many are missing.
    const unread = isPart ? 0 : missingPeople({ people, joined });
    const now = people.filter(({ answer }) => answer === 'counts').length;
    const cannotTell = people.filter(({ answer }) => answer === 'cannot-tell');
    const open = cannotTell.filter(({ key }) => !endsCounting(decisions.get(key))).length + unread;
    const after = namedUsersAfter(people, decisions);
    const limit = contractLimit ?? undefined;
    const certain = verdictOf(after, open, limit);
    const verdict = isPart && certain === 'under' ? 'open' : certain;
    const cannot = { cannotTell: cannotTell.length + unread, open };
    return { now, after, ...cannot, limit, verdict, ...(isPart ? { isPart } : {}) };
  },
);

function verdictOf(after: number, open: number, limit: number | undefined): Standing['verdict'] {
  if (limit === undefined) return 'open';
  if (after > limit) return 'over';
  return after + open > limit ? 'open' : 'under';
}
