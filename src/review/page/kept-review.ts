import { browser } from '../../platform/browser.ts';
import { keptReviewKeys, wipeKeptReview, withKeptReview } from '../../platform/kept-review.ts';
import { type Day, parseDay } from '../../record/index.ts';
import { attemptSave, type Revision } from '../model/index.ts';
import type { ReviewHead } from '../worker/protocol.ts';
import type { Kept } from './state.ts';

/**
 * The review in the browser's storage, in two parts: the people, written once and packed (30,000 people are some 40 MB of JSON
 * and 2 MB packed; the storage holds 10), and what changes with every decision.
 */
const { people: peopleKey, head: headKey } = keptReviewKeys;

interface StoredHead {
  until: Day;
  people: number;
  revision: Revision;
  /** The members of the review file that change, as JSON. */
  changing: string;
  decisions: number;
}

/** Why a review was not kept: another tab has saved since, or the storage would not take it. */
export class NotKept extends Error {
  readonly why: 'other-tab' | 'full' | 'refused';
  constructor(why: NotKept['why']) {
    super(`Review not kept: ${why}`);
    this.why = why;
  }
}

function headIn(stored: unknown): StoredHead | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { until, people, revision, changing, decisions } = stored as Partial<StoredHead>;
  const day = parseDay(until);
  if (!day || typeof changing !== 'string' || typeof revision?.number !== 'number') return undefined;
  return { until: day, people: Number(people) || 0, revision, changing, decisions: Number(decisions) || 0 };
}

const stored = async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key];

const keptOf = ({ revision, until, people, decisions }: StoredHead): Kept => ({ revision, until, people, decisions });

/** What is kept, told without its people; what was to be kept until an earlier day is wiped. */
export async function keptReview(today: Day): Promise<Kept | undefined> {
  const found = await stored(headKey);
  if (found === undefined) return undefined;
  const head = headIn(found);
  if (head && head.until >= today) return keptOf(head);
  await wipeKeptReview();
  return undefined;
}

/** The members of a review file that change from decision to decision, as JSON. */
function changingPart({ revision, saved, reviewer, figures, history, decisions }: ReviewHead): string {
  const list = [...decisions].map(([key, decision]) => ({ key, ...decision }));
  return JSON.stringify({ revision, saved, reviewer, figures, history, decisions: list });
}

/**
 * Keeps the review until the end of a day. With `packed` (the review file, packed) its people are written, too; without, only what changes. Gives what is
 * kept; rejects with `NotKept`, and then what was kept before still is.
 */
export async function keep(
  head: ReviewHead,
  until: Day,
  people: number,
  packed: string | undefined,
  replacing = false,
): Promise<Kept> {
  return withKeptReview(async () => {
    const before = headIn(await stored(headKey));
    if (!before && packed === undefined) throw new NotKept('other-tab');
    const attempt = attemptSave(before?.revision, head.revision, replacing);
    if (attempt.may === 'not-save') throw new NotKept('other-tab');
    const next: StoredHead = {
      until,
      people,
      revision: attempt.as,
      changing: changingPart({ ...head, revision: attempt.as }),
      decisions: head.decisions.size,
    };
    try {
      await browser.storage.local.set({ [headKey]: next, ...(packed === undefined ? {} : { [peopleKey]: packed }) });
    } catch (problem) {
      throw new NotKept(/quota/i.test(String(problem)) ? 'full' : 'refused');
    }
    return keptOf(next);
  });
}

/** The kept review as a review file, its people unpacked by `unpack`; `undefined` when there is none that can be read. */
export async function keptFile(unpack: (packed: string) => Promise<Blob>): Promise<Blob | undefined> {
  const [head, people] = await Promise.all([stored(headKey), stored(peopleKey)]);
  const found = headIn(head);
  if (!found || typeof people !== 'string') return undefined;
  const file = await unpack(people);
  // Of members that a JSON text names twice, the later one holds: what changed comes after what was written first.
  return new Blob([file.slice(0, -1), ',', found.changing.slice(1)], { type: 'application/json' });
}
