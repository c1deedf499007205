import { ownElements } from '../alma/elements.ts';
import { sweep } from '../guidance/host.ts';
import { browser } from '../platform/native-browser.ts';
import { type Day, dayOf } from '../record/index.ts';

const retire = 'alma-user-guard-retire';

/**
 * Begins the life of this copy of the script in a document: an older copy (from before an update) is told to take its
 * things out and go. The life ends, by its signal, when a newer copy begins or when it is aborted. What a copy that cannot hear any
 * more has left behind is removed here when it stands last on the page, as a question does, and else before anything is shown: a
 * search through the page is not worth its time where nothing ever shows.
 */
export function beginLife(document: Document): AbortController {
  document.dispatchEvent(new Event(retire));
  if (document.body?.lastElementChild?.matches(ownElements)) sweep(document);
  const life = new AbortController();
  document.addEventListener(retire, () => life.abort(), { signal: life.signal });
  return life;
}

/** Whether the extension is still there: its scripts stay in open pages when it is disabled, updated or removed, cut off from it. */
export function isExtensionThere(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** The day on the calendar of the person at the screen. */
export function localDay(now: Date): Day {
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === undefined) throw new RangeError('The clock names no day.');
  return day;
}
