import type { Person } from '../description.ts';

/** How a page of the skeleton of 2026 is drawn, as far as it varies. Layouts before 2026 take no notice of it. */
export interface Skeleton {
  /**
   * What the page's script text says of the things on it: this user (on a list: everybody in it), nothing at all, an empty list,
   * another user, this user and another one.
   */
  readonly entities: 'right' | 'absent' | 'none' | 'other' | 'several';
  /** Where the site's order of day, month and year is told; `contradicting`: the fields say another order than the scripts. */
  readonly dateOrder: 'everywhere' | 'title' | 'zdp' | 'script' | 'nowhere' | 'contradicting';
  /** The hidden selects beside a date: its parts, their placeholders, another day, no selects. */
  readonly dateParts: 'same' | 'placeholder' | 'other' | 'absent';
  /** A value that nobody may change: a text, or an input that is disabled. */
  readonly readOnly: 'text' | 'disabled';
  /** Whether the platform's script has started the combo boxes. */
  readonly combos: 'unstarted' | 'started';
  /** How record type and status are chosen. */
  readonly choices: 'combo' | 'radio';
  /** How the user group is chosen: from a combo box, or by typing beside a hidden field that holds the code. */
  readonly group: 'combo' | 'autocomplete';
  /** Whether the sections are closed; what they hold stays in the document. */
  readonly closedSections: boolean;
  /** Whether the page's buttons stand in the menu of a narrow window. */
  readonly narrow: boolean;
  /** Whether the body still bears the id of the page before, because only the fragment has been swapped. */
  readonly bodyIdOf: 'this-page' | 'page-before';
  /** How the page says its name inside the fragment: as texts or hidden inputs in the form, as texts beside it, only in the form's action. */
  readonly identity: 'texts' | 'inputs' | 'beside-form' | 'action';
  /** What a list's hidden number says: all rows, the rows on screen, more than there are, nothing. */
  readonly recordCount: 'all' | 'on-screen' | 'more' | 'absent';
  /** What a name's cell holds besides the name. */
  readonly popups: 'none' | 'empty' | 'filled';
  /** Somebody whose record stands in the side pane, in a second form of the same id. */
  readonly sidePane: Person | null;
}

/** The plainest page of the skeleton. */
export const plainSkeleton: Skeleton = {
  entities: 'right',
  dateOrder: 'everywhere',
  dateParts: 'same',
  readOnly: 'text',
  combos: 'unstarted',
  choices: 'combo',
  group: 'combo',
  closedSections: false,
  narrow: false,
  bodyIdOf: 'this-page',
  identity: 'texts',
  recordCount: 'all',
  popups: 'empty',
  sidePane: null,
};
