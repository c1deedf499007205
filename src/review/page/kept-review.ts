import {
  isOverdue,
  isPrivate,
  type KeptSave,
  keptPeople,
  keptSaves,
  tellOfKeptReview,
  wipe,
  withKeptReview,
  writeSave,
} from '../../platform/kept-review.ts';
import { type Day, parseDay } from '../../record/index.ts';
import { sha256 } from '../model/checksum.ts';
import { attemptSave, type Revision } from '../model/index.ts';
import type { ReviewHead } from '../worker/protocol.ts';
import type { Kept } from './state.ts';

/**
 * The review in the browser, in two parts: the people, written once and packed (30,000 people are some 40 MB of JSON and 2 MB
 * packed), and what changes with every decision.
 */
interface StoredHead {
  until: Day;
  people: number;
  revision: Revision;
  /** The members of the review file that change, as JSON. */
  changing: string;
  /** SHA-256 of `changing`; earlier builds wrote none. */
  sum?: string;
  decisions: number;
}

/** Why a review was not kept: another tab has saved since, what is kept cannot be read, the window is private, or the browser would not take it. */
export class NotKept extends Error {
  readonly why: 'other-tab' | 'unreadable' | 'private' | 'full' | 'refused';
  constructor(why: NotKept['why']) {
    super(`Review not kept: ${why}`);
    this.why = why;
  }
}

interface Good {
  readonly head: StoredHead;
  readonly save: KeptSave;
}

/** What can be read of what is kept, and whether something newer cannot. */
interface Found {
  readonly saves: readonly KeptSave[];
  readonly good: readonly Good[];
  readonly lastIsDamaged: boolean;
}

const sumOf = (changing: string): Promise<string> => sha256(new Blob([changing]));

async function headIn(stored: unknown): Promise<StoredHead | undefined> {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { until, people, revision, changing, sum, decisions } = stored as Partial<StoredHead>;
  const day = parseDay(until);
  if (!day || typeof changing !== 'string' || typeof revision?.number !== 'number') return undefined;
  if (sum !== undefined && sum !== (await sumOf(changing))) return undefined;
  return { until: day, people: Number(people) || 0, revision, changing, decisions: Number(decisions) || 0 };
}

async function find(): Promise<Found> {
  const saves = await keptSaves();
  const heads = await Promise.all(saves.map(({ head }) => headIn(head)));
  const good = saves.flatMap((save, at) => {
    const head = heads[at];
    return head ? [{ head, save }] : [];
  });
  return { saves, good, lastIsDamaged: saves.length > 0 && heads[0] === undefined };
}

const keptOf = ({ revision, until, people, decisions }: StoredHead): Kept => ({ revision, until, people, decisions });

/**
 * What is kept, told without its people: the last save, or where that is damaged the one before it. `damaged`: something lies there
 * that cannot be read. What was to be kept until an earlier day is wiped.
 */
export async function keptReview(today: Day): Promise<{ kept: Kept | undefined; damaged: boolean }> {
  return withKeptReview(async () => {
    const { saves, good, lastIsDamaged } = await find();
    if (isOverdue(saves, today)) {
      await wipe();
      return { kept: undefined, damaged: false };
    }
    return { kept: good[0] && keptOf(good[0].head), damaged: lastIsDamaged };
  });
}

/** Takes the kept review out of the browser, and tells the other tabs that this one (`tab`) has done so. */
export async function wipeKeptReview(tab: string): Promise<void> {
  await withKeptReview(wipe);
  tellOfKeptReview(tab);
}

/** The members of a review file that change from decision to decision, as JSON. */
function changingPart({ revision, saved, reviewer, figures, history, decisions }: ReviewHead): string {
  const list = [...decisions].map(([key, decision]) => ({ key, ...decision }));
  return JSON.stringify({ revision, saved, reviewer, figures, history, decisions: list });
}

/**
 * Keeps the review until the end of a day. With `packed` (the review file, packed) its people are written, too; without, only what
 * changes. The save before stays beside it. Gives what is kept, and tells the other tabs; rejects with `NotKept`, and then what was
 * kept before still is.
 */
export async function keep(
  head: ReviewHead,
  until: Day,
  people: number,
  packed: string | undefined,
  replacing = false,
): Promise<Kept> {
  if (isPrivate()) throw new NotKept('private');
  const kept = await withKeptReview(async () => {
    try {
      return await keepOver(await find(), head, { until, people, packed, replacing });
    } catch (problem) {
      if (problem instanceof NotKept) throw problem;
      throw new NotKept(/quota/i.test(String(problem)) ? 'full' : 'refused');
    }
  });
  tellOfKeptReview(kept.revision.tab);
  return kept;
}

interface Given {
  readonly until: Day;
  readonly people: number;
  readonly packed: string | undefined;
  readonly replacing: boolean;
}

async function keepOver(
  { saves, good }: Found,
  head: ReviewHead,
  { until, people, packed, replacing }: Given,
): Promise<Kept> {
  const isMine = ({ head: { revision } }: Good) =>
    revision.review === head.revision.review && revision.number === head.revision.number;
  // Whoever has opened the save before a damaged one goes on from that.
  const before = (replacing ? good.find(isMine) : undefined) ?? good[0];
  if (!before && saves.length > 0 && !replacing) throw new NotKept('unreadable');
  if (!before && packed === undefined) throw new NotKept('other-tab');
  const attempt = attemptSave(before?.head.revision, head.revision, replacing);
  if (attempt.may === 'not-save') throw new NotKept('other-tab');
  // A number is never given twice, also where an older save is gone on with: by it another tab learns that this is not its own.
  const newest = Math.max(0, ...good.map(({ head: { revision } }) => revision.number)) + saves.length - good.length;
  const revision = { ...attempt.as, number: Math.max(attempt.as.number, newest + 1) };
  const changing = changingPart({ ...head, revision });
  const next: StoredHead = {
    until,
    people,
    revision,
    changing,
    sum: await sumOf(changing),
    decisions: head.decisions.size,
  };
  await writeSave(next, before?.save, packed);
  return keptOf(next);
}

/**
 * Each save as a review file, its people unpacked by `unpack`, the last one first; those that cannot be read are left out.
 * `last`: whether it is the last save.
 */
export async function* keptFiles(
  unpack: (packed: string) => Promise<Blob>,
): AsyncGenerator<{ file: Blob; kept: Kept; last: boolean }> {
  const { saves, good } = await withKeptReview(find);
  for (const { head, save } of good) {
    const file = await fileOf(head, save, unpack).catch(() => undefined);
    if (file) yield { file, kept: keptOf(head), last: save === saves[0] };
  }
}

async function fileOf(head: StoredHead, save: KeptSave, unpack: (packed: string) => Promise<Blob>): Promise<Blob> {
  const packed = await keptPeople(save);
  if (typeof packed !== 'string') throw new TypeError('No people are kept.');
  const file = await unpack(packed);
  // Of members that a JSON text names twice, the later one holds: what changed comes after what was written first.
  return new Blob([file.slice(0, -1), ',', head.changing.slice(1)], { type: 'application/json' });
}
