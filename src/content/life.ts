import { matches, ownElements } from '../alma/elements.ts';
import { sweep } from '../guidance/host.ts';
import { type LastWords, leaveLastWords } from '../guidance/last-words.ts';
import { browser } from '../platform/native-browser.ts';

/** Tells copies that have been cut off that a newer one is there. */
const retire = 'alma-user-guard-retire';

/** Where the copy at work keeps its life: in the scripts' own world, into which neither the page nor another extension sees. */
const lifeHere = Symbol.for('alma-user-guard life');

/**
 * Begins the life of this copy of the script in a document. The life ends, by its signal, when it is aborted or when a newer copy begins.
 * An older copy that is part of the same extension is ended here, in their own world. One from before an update lives in another world, and
 * only an event of the document reaches it: anybody can send that, so it is obeyed only by a copy that has been cut off from the
 * extension, which has nothing left to guard with. What a copy that cannot hear any more has left behind is removed here when it
 * stands last on the page, as a question does, and else before anything is shown: a search through the page is not worth its time
 * where nothing ever shows.
 */
export function beginLife(document: Document): AbortController {
  const older: unknown = Reflect.get(globalThis, lifeHere);
  if (older instanceof AbortController) older.abort();
  document.dispatchEvent(new Event(retire));
  const last = document.body?.lastElementChild;
  if (last && matches(last, ownElements)) sweep(document);
  const life = new AbortController();
  Reflect.set(globalThis, lifeHere, life);
  const retireIfCutOff = () => (isExtensionThere() ? undefined : life.abort());
  document.addEventListener(retire, retireIfCutOff, { signal: life.signal });
  return life;
}

/**
 * Ends the life of a copy that has been cut off from the extension, and leaves one line in its place, which goes when a newer copy
 * begins. Whether the extension was updated, switched off or removed, nothing tells a copy that is cut off: the line names both.
 */
export function endCutOff(document: Document, life: AbortController, words: LastWords): void {
  if (life.signal.aborted) return;
  life.abort();
  const line = leaveLastWords(document, words);
  document.addEventListener(retire, () => line.remove(), { once: true });
}

/** Whether the extension is still there: its scripts stay in open pages when it is disabled, updated or removed, cut off from it. */
export function isExtensionThere(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Whether this browser ends our scripts in open pages when the extension goes, before they could do anything about it. Firefox does; in
 * Chrome and Edge they run on, cut off from the extension.
 */
export const isEndedUnheard = (): boolean => browser.runtime.getURL('').startsWith('moz-');
