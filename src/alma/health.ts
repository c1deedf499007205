import type { ReadingOptions } from './pages/options.ts';
import { type Evidence, evidenceOf } from './pages/recognise.ts';
import { readUserPage, type Tab } from './pages/user-record.ts';
import type { Anchor } from './screen.ts';

/** What the reader found on the page in view, and by what; no value of the record is in it. */
export interface PageCheck {
  readonly recognised: boolean;
  readonly evidence: Evidence | undefined;
  readonly tab: Tab | undefined;
  readonly anchors: readonly Anchor[];
  /** Taught locators that match nothing on a tab where the field should be. */
  readonly lost: readonly Anchor['field'][];
}

/** Checks the page in view: which anchors were found, which not, and how sure that is. */
export function checkPage(document: Document, options: ReadingOptions): PageCheck {
  const page = readUserPage(document, options);
  const anchors = page?.anchors ?? [];
  return {
    recognised: page !== undefined,
    evidence: page?.evidence ?? evidenceOf(document),
    tab: page?.tab,
    anchors,
    lost: anchors.filter(({ found, by }) => !found && by === 'taught').map(({ field }) => field),
  };
}
