import type { Day } from '../record/index.ts';
import { browser } from './browser.ts';

/** Where the storage holds a review that somebody keeps in this browser: its people, and what changes with every decision. */
export const keptReviewKeys = { people: 'review-kept-people', head: 'review-kept' } as const;

/** Does work on the kept review while no other page of the extension, nor the background, does. */
export const withKeptReview = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('alma-user-guard-kept-review', work) as Promise<T>;

const remove = (): Promise<void> => browser.storage.local.remove(Object.values(keptReviewKeys));

/** Takes the kept review out of the browser. */
export const wipeKeptReview = (): Promise<void> => withKeptReview(remove);

const isDay = (until: unknown): until is string => typeof until === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(until);

/** Takes the kept review out of the browser when it was to be kept until an earlier day, or does not tell until when. */
export const wipeOverdueReview = (today: Day): Promise<void> =>
  withKeptReview(async () => {
    const { [keptReviewKeys.head]: head } = await browser.storage.local.get(keptReviewKeys.head);
    if (head === undefined) return;
    const { until } = Object(head) as { until?: unknown };
    if (!isDay(until) || until < today) await remove();
  });
