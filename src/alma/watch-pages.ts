import type { Reading, UserRecord } from '../record/index.ts';
import {
  allById,
  closest,
  contains,
  documentOf,
  first,
  hidesItself,
  isDrawn,
  isElement,
  matches,
  ownElements,
  parentOf,
} from './elements.ts';
import { isRolePage } from './markup/guided-pages.ts';
import { tabSelector, userListId } from './markup/user-page.ts';
import { headerName, readGuidedPage } from './pages/guided-pages.ts';
import type { ReadingOptions } from './pages/options.ts';
import { isOtherPath } from './pages/recognise.ts';
import { type Owner, ownerOn } from './pages/role-owner.ts';
import { readUserList } from './pages/user-list.ts';
import { readUserPage, type UserPage } from './pages/user-record.ts';
import { completed, recordSessions } from './record-session.ts';
import type { Identity, Screen } from './screen.ts';
import { forgetLanguage, isTranslated, noteLanguage, restLanguage, translationAttributes } from './translation.ts';

export type { ReadingOptions } from './pages/options.ts';

/** Alma redraws in bursts: a look waits for this many quiet milliseconds, */
const quiet = 150;
/** but never longer than this, however restless the page is; */
const longest = 1000;
/** nor longer than this for Alma's spinner to go. */
const longestSpinner = 10_000;
/** Some redraws give no sign on the watched elements: this often a few ids are compared. */
const heartbeat = 1000;

/** Parts of Alma's shell above a classic page (high: several extensions). Their own children tell of page changes, as those of forms do. */
const shellTags = ['base-root', 'main-layout', 'ex-main-layout', 'page-wrapper', 'router-outlet'];
const formsWatched = 8;

const watchedAttributes = [
  ...['class', 'style', 'hidden', 'value', 'title', 'aria-selected', 'aria-checked', 'aria-busy'],
  ...translationAttributes,
];

/** A watch that has been set up. */
export interface Watch {
  /** Looks again, for options that have changed: `onScreen` is told of what is in view even if it is what was told before. */
  readonly look: () => void;
}

/**
 * Watches what is drawn in the tab, and calls `onScreen` with the user record in view each time that it changes, with the user list
 * each time that another one is drawn, with a page that has a guide each time that its fields change, and once with `undefined` when there is none any more. `options` is asked at each look. Stops, and lets everything go, when `signal` is aborted.
 *
 * On pages that are not about users it watches only attributes of `html`, `body` and the spinner and the direct children of the
 * shell's parts, and compares a few ids once a second. The content below is watched only where a record has been recognised.
 * A failure of ours is told to `onFailure` and never reaches Alma.
 */
export function watchScreens(
  document: Document,
  options: () => ReadingOptions,
  onScreen: (screen: Screen | undefined) => void,
  signal: AbortSignal,
  onFailure: (part: string) => void = (part) => console.error(`Alma User Guard: ${part} failed on this page.`),
): Watch {
  const view = document.defaultView;
  if (signal.aborted || !view || view.top !== view || isOtherPath(document.location)) return { look: () => undefined };
  const sessions = recordSessions();
  const timers: { settle?: ReturnType<typeof setTimeout>; beat?: ReturnType<typeof setInterval> } = {};
  let waitingSince: number | undefined;
  let spinningSince: number | undefined;
  let seenSignature: readonly unknown[] = [];
  let shown: { readonly page: UserPage; readonly print: string; readonly own: number } | undefined;
  /** What stood in the record's fields of identity at the last look: a value that a script sets gives no sign. */
  let typedPrint = '';
  /** What holds the user list in view; the list's rows are not watched here. */
  let listed: Element | undefined;
  let listTranslated = false;
  /** The page with a guide that is in view, and what its fields show. */
  let guidedPrint: string | undefined;
  let watchedRoot: Element | undefined;
  let isAsked = false;

  const guarded = (part: string, act: () => void) => (): void => {
    if (signal.aborted) return;
    try {
      act();
    } catch {
      onFailure(part);
    }
  };

  const onMutations = (mutations: readonly MutationRecord[]): void =>
    guarded('watching the page', () => {
      if (mutations.every(isOurs)) return;
      // Whoever chooses somebody else there may come back before the next look, to a record under the very same name.
      if (shown && allById(document, userListId).some(isDrawn)) sessions.leave();
      soon();
    })();
  const shell = new MutationObserver(onMutations);
  const content = new MutationObserver(onMutations);
  /** On a list of users, which is not watched as a whole: the marks of a translator, that come and go beside its texts. */
  const translators = new MutationObserver((mutations) => {
    // They may have come and gone between two looks: who marks the list has to look anew all the same.
    listed = undefined;
    onMutations(mutations);
  });

  /** Asks for a look: after a quiet moment, at the latest a second after the first change that has not been looked at. */
  const soon = (): void => {
    const now = Date.now();
    waitingSince ??= now;
    clearTimeout(timers.settle);
    timers.settle = setTimeout(lookNow, Math.max(0, Math.min(quiet, waitingSince + longest - now)));
  };

  const lookNow = guarded('reading the page', () => {
    waitingSince = undefined;
    watchShell();
    const now = Date.now();
    if (isSpinning(document)) {
      spinningSince ??= now;
      if (now - spinningSince < longestSpinner) {
        clearTimeout(timers.settle);
        timers.settle = setTimeout(lookNow, spinningSince + longestSpinner - now);
        return;
      }
    } else spinningSince = undefined;
    seenSignature = signatureOf(document);
    look();
  });

  const look = (): void => {
    const reading = options();
    const page = readUserPage(document, reading, isSpinning(document));
    const mustTell = isAsked;
    isAsked = false;
    if (!page) {
      lookForOthers(mustTell, reading);
      return;
    }
    noteLanguage(document);
    watchContent(page.root);
    listed = undefined;
    guidedPrint = undefined;
    const { key, record, rolesAtFirst, loaded } = sessions.look(page, reading);
    const print = JSON.stringify([
      key,
      page.tab,
      page.tabKey,
      record,
      page.anchors,
      // The rows of a list that was read are the record's roles, to be written down once.
      page.record.roles.state === 'read' ? page.roleRows.length : page.roleRows.map(({ role }) => role),
      loaded,
    ]);
    typedPrint = page.identity.print();
    const own = document.querySelectorAll(ownElements).length;
    const isUnchanged =
      !mustTell && shown !== undefined && shown.print === print && own >= shown.own && isSameDrawing(shown.page, page);
    shown = { page, print, own };
    if (isUnchanged) return;
    onScreen({
      kind: 'user-record',
      key,
      tab: page.tab,
      record,
      ...(rolesAtFirst ? { rolesAtFirst } : {}),
      identities: () => ({
        loaded: completed(loaded, record),
        typed: asTyped(page.identity.typed(), record),
      }),
      isWithoutId: page.isWithoutId,
      roleRows: page.roleRows,
      anchors: page.anchors,
      place: page.place,
    });
  };

  /**
   * Tells of the user list each time that another element holds it, of a page with a guide each time that its fields change, or
   * that nothing known is in view any more.
   */
  const lookForOthers = (mustTell: boolean, reading: ReadingOptions): void => {
    const list = readUserList(document, options);
    const guided = list ? undefined : readGuidedPage(document, reading);
    let owner: Owner = {};
    if (guided && isRolePage(guided.page)) {
      const name = headerName(document);
      const record = sessions.besides(name);
      const reached = sessions.reached(name);
      owner = ownerOn(document, { ...(record && { record }), ...(reached && { reached }) }, name);
    } else sessions.leave(!list && !guided);
    watchContent(guided && document.body);
    translators.disconnect();
    if (list) translators.observe(document.body, { subtree: true, attributeFilter: [...translationAttributes] });
    if (list || guided) noteLanguage(document);
    else restLanguage(document);
    const holder = list?.container();
    const isOthersText = list !== undefined && isTranslated(document);
    const print = guided && JSON.stringify([guided.page, guided.fields, owner]);
    const isUnchanged =
      !mustTell && !shown && holder === listed && print === guidedPrint && isOthersText === listTranslated;
    listTranslated = isOthersText;
    shown = undefined;
    listed = holder;
    guidedPrint = print;
    if (!isUnchanged) onScreen(guided ? { ...guided, ...owner } : list);
  };

  /** Watches the direct children of the shell's parts, looked up anew: Alma draws its shell late, and parts of it again. */
  const watchShell = (): void => {
    shell.disconnect();
    shell.observe(document.documentElement, { attributes: true, attributeFilter: ['lang', 'class'], childList: true });
    shell.observe(document.body, { attributes: true, attributeFilter: ['id', 'class'], childList: true });
    const spinner = document.getElementById('loadingBlocker');
    if (spinner) shell.observe(spinner, { attributes: true, attributeFilter: ['class', 'style', 'hidden'] });
    for (const part of shellOf(document)) shell.observe(part, { childList: true });
  };

  const watchContent = (part: Element | undefined): void => {
    const root = part && contentOf(part);
    if (root === watchedRoot) return;
    content.disconnect();
    watchedRoot = root;
    if (!root) return;
    content.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: watchedAttributes,
    });
  };

  const typed = (event: Event): void => {
    const isInside = event.target instanceof view.Node && watchedRoot && contains(watchedRoot, event.target);
    if (isInside || guidedPrint !== undefined) soon();
  };

  const beat = guarded('watching the page', () => {
    const isTyped = shown !== undefined && shown.page.identity.print() !== typedPrint;
    if (document.hidden || (!isTyped && isSame(signatureOf(document), seenSignature))) return;
    soon();
  });

  /** A page that the browser had put aside comes back as it was. The first showing of a page is not news. */
  const shownAgain = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) soon();
  };

  const release = (): void => {
    shell.disconnect();
    content.disconnect();
    translators.disconnect();
    clearTimeout(timers.settle);
    clearInterval(timers.beat);
    sessions.leave();
    forgetLanguage(document);
    shown = undefined;
    listed = undefined;
    guidedPrint = undefined;
    watchedRoot = undefined;
  };

  const listening = { signal, capture: true, passive: true };
  document.addEventListener('input', typed, listening);
  document.addEventListener('change', typed, listening);
  document.addEventListener('visibilitychange', beat, { signal });
  view.addEventListener('popstate', soon, { signal });
  view.addEventListener('hashchange', soon, { signal });
  view.addEventListener('pageshow', shownAgain, { signal });
  signal.addEventListener('abort', release, { once: true });
  timers.beat = setInterval(beat, heartbeat);
  lookNow();
  return {
    look: () => {
      isAsked = true;
      lookNow();
    },
  };
}

/** The part of the document that is watched below a recognised record: never the whole body where something smaller holds the record. */
function contentOf(root: Element): Element {
  const { body } = documentOf(root);
  if (root !== body) return root;
  const header = documentOf(root).getElementById('breadcrumbs');
  const part = header && parentOf(header);
  return part && (first(part, tabSelector) || !first(body, tabSelector)) ? part : root;
}

/** The shell's parts and what they stand in. Looked up by tag and id, which costs least on a page with long lists. */
function shellOf(document: Document): Set<Element> {
  const parts = new Set<Element>();
  const header = document.getElementById('breadcrumbs');
  // The header's own surroundings are the shell; the tags are looked for, all over the document, only where there is no header.
  const shell = header ? [header] : shellTags.map((tag) => document.getElementsByTagName(tag)[0]);
  const found = header?.closest('form') ? shell : [...shell, ...[...document.forms].slice(0, formsWatched)];
  for (const part of found) for (let at = part ?? null; at && at !== document.body; at = parentOf(at)) parts.add(at);
  return parts;
}

/** What tells cheaply that another page is drawn: looked up by id only. */
function signatureOf(document: Document): readonly unknown[] {
  const byId = (id: string): Element | null => document.getElementById(id);
  return [
    document.location.href,
    document.body.id,
    document.documentElement.lang,
    byId('breadcrumbs'),
    byId('breadcrumbs')?.textContent,
    byId('pageBeanname'),
    byId(userListId),
    byId('loadingBlocker')?.className,
    byId('cuseruser_detailswizardidentifier_span'),
    document.forms[0],
    // What 2026 pages swap together with the page.
    byId('pageForm'),
    byId('dynamic_body_id')?.textContent,
    byId('apm-set')?.textContent,
    byId('progress')?.getAttribute('style'),
  ];
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((value, at) => value === other[at]);

/** Alma is at work: its blocker shows, or the bar of a page that is on its way (2026 pages), which can be cancelled. */
const isSpinning = (document: Document): boolean => {
  const bar = document.getElementById('progress_cancel')?.closest('#progress');
  return [document.getElementById('loadingBlocker'), bar].some((spinner) => spinner && !hidesItself(spinner));
};

/** What stands in the form; of what this tab does not show, what is known of the record. */
const asTyped = (typed: Identity, record: UserRecord): Identity => ({
  primaryId: isElsewhere(typed.primaryId) ? record.primaryId : typed.primaryId,
  name: isElsewhere(typed.name) ? record.name : typed.name,
  userGroup: isElsewhere(typed.userGroup) ? record.userGroup : typed.userGroup,
});

const isElsewhere = (reading: Reading<unknown>): boolean =>
  reading.state === 'unread' && reading.why === 'not-on-this-page';

/** The same elements are still there to carry marks and guidance. */
function isSameDrawing(before: UserPage, now: UserPage): boolean {
  return (
    before.root === now.root &&
    before.roleRows.length === now.roleRows.length &&
    before.roleRows.every((row, at) => row.cell === now.roleRows[at]?.cell)
  );
}

function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const element = isElement(target) ? target : parentOf(target);
  if (element && closest(element, ownElements)) return true;
  const moved = [...addedNodes, ...removedNodes];
  return moved.length > 0 && moved.every((node) => isElement(node) && matches(node, ownElements));
}
