/** The mark that a kept review carries, so that two tabs on one review cannot overwrite each other. */
export interface Revision {
  /** Names the review; a new review gets a new one. */
  review: string;
  /** Counts saves, from 1. */
  number: number;
  /** Names the tab that saved it. */
  tab: string;
}

export type SaveAttempt = { may: 'save'; as: Revision } | { may: 'not-save'; newer: Revision };

/**
 * Says whether a tab may save over what is kept. It may when what is kept is what the tab last loaded or saved (or nothing is
 * kept, or another review that the user has chosen to replace); otherwise another tab has saved since, and the page shows
 * that instead of overwriting it.
 */
export function attemptSave(kept: Revision | undefined, mine: Revision, replacing = false): SaveAttempt {
  const as = { review: mine.review, tab: mine.tab, number: Math.max(kept?.number ?? 0, mine.number) + 1 };
  const unchanged = kept !== undefined && kept.review === mine.review && kept.number === mine.number;
  if (kept === undefined || replacing || unchanged) return { may: 'save', as };
  return { may: 'not-save', newer: kept };
}
