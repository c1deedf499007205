import { all, closest, documentOf, first, firstDrawn, isDrawn, sidePane, textOf } from '../elements.ts';
import { isRolePage, namesRolePage, rolePageTitles } from '../markup/guided-pages.ts';
import { type Vocabulary, wordsWith } from '../markup/known.ts';
import { pageTitles, tabSelector, userListId, userPageName } from '../markup/user-page.ts';
import { isPickList, namesInPane, pageNameOf } from '../pages/page-name.ts';
import { isOtherPath } from '../pages/recognise.ts';
import type { Screen } from '../screen.ts';
import { mergeTitles, purgeJobNames, purgeTitles, runJobTitles } from './words.ts';

/** The pages on which something can be lost. Every other page is none of the guard's business. */
export type GuardedPage = 'user-record' | 'roles' | 'user-list' | 'purge' | 'merge';

/** True in the document that the staff member works in: not in a frame (a pick-list looks like the user list), not on public paths. */
export function isStaffDocument(document: Document): boolean {
  const view = document.defaultView;
  return view !== null && view.top === view && !isOtherPath(document.location) && !isPickList(document);
}

/**
 * Says which guarded page is drawn, by what is drawn first and by names second; `undefined` for every other page.
 * Looser than the reader, which must name the record with certainty: a Delete is worth a question even where the record cannot be read.
 */
export function guardedPage(document: Document, screen: Screen | undefined): GuardedPage | undefined {
  if (!isStaffDocument(document)) return undefined;
  if (screen && screen.kind !== 'guided-page') return screen.kind;
  if (screen && isRolePage(screen.page)) return 'roles';
  const name = pageNameOf(document) ?? '';
  const titled = titledAs(firstDrawn(document, '.pageTitle'));
  if (all(document, tabSelector).some((tab) => !closest(tab, sidePane))) return 'user-record';
  if (namesRolePage(name) && titled(...rolePageTitles)) return 'roles';
  if (userPageName.test(name)) return 'user-record';
  if (document.getElementById(userListId)) return 'user-list';
  return jobPage(document.body, name, titled) ?? (titled(pageTitles) ? 'user-record' : undefined);
}

type Titled = (...known: Vocabulary[]) => boolean;

const titledAs =
  (title: Element | undefined): Titled =>
  (...known) =>
    title !== undefined && wordsWith(textOf(title), ...known) !== undefined;

/** A merge or a purge, by the page's name or its title. */
function jobPage(part: Element, name: string, titled: Titled): 'merge' | 'purge' | undefined {
  if (/merge_?users?|users?_?merge/i.test(name) || titled(mergeTitles)) return 'merge';
  if (/purge/i.test(name) || titled(purgeTitles, purgeJobNames)) return 'purge';
  return (/run_?job/i.test(name) || titled(runJobTitles)) && namesPurgeJob(part) ? 'purge' : undefined;
}

/** The guarded page in the side pane that a control stands in: a second one, of which the reader reads nothing. */
export function guardedPane(pane: Element): GuardedPage | undefined {
  if (!isStaffDocument(documentOf(pane))) return undefined;
  const titled = titledAs(first(pane, '.pageTitle') ?? undefined);
  const names = namesInPane(pane);
  if (first(pane, tabSelector) || titled(pageTitles)) return 'user-record';
  if (names.some(namesRolePage) || titled(...rolePageTitles)) return 'roles';
  if (names.some((name) => userPageName.test(name))) return 'user-record';
  if (first(pane, `#${userListId}`)) return 'user-list';
  return jobPage(pane, names.join(' '), titled);
}

/** True when the page on which jobs are run names, as a whole text of its own, the one that purges users. */
const namesPurgeJob = (part: Element): boolean =>
  [...part.querySelectorAll('h1,h2,h3,h4,span,label,td')].some(
    (element) =>
      element.childElementCount === 0 && wordsWith(element.textContent ?? '', purgeJobNames) && isDrawn(element),
  );
