import { allById, firstDrawn, isDrawn, isValueControl, textOf } from '../elements.ts';
import { headerNameId } from '../markup/fields.ts';
import { plain } from '../markup/known.ts';
import {
  otherPaths,
  otherUserPageName,
  pageTitles,
  tabSelector,
  userListId,
  userPageName,
} from '../markup/user-page.ts';
import { isTranslated } from '../translation.ts';
import { usersOf } from './entities.ts';
import { isPickList, pageNameOf } from './page-name.ts';

/** What speaks for the page being User Details. */
export interface Evidence {
  readonly tabs: boolean;
  readonly pageName: boolean;
  readonly title: boolean;
  readonly headerName: boolean;
  /** The page says that it is about one user. */
  readonly entity: boolean;
}

/** Says whether the address is one of the public or other pages on Alma's hosts, where nothing is looked at. */
export const isOtherPath = (location: Pick<Location, 'pathname'>): boolean => otherPaths.test(location.pathname);

/** The title of the page in Alma's own page header; a text elsewhere is none. */
function titleOf(document: Document): string | undefined {
  const title = firstDrawn(document, '#breadcrumbs .pageTitle');
  return title ? textOf(title) : undefined;
}

/** A title in a translator's words is no evidence, though one that must not be passed over. */
function isUserTitle(document: Document, title: string): boolean {
  const shown = plain(title);
  const isKnown = pageTitles().some(({ texts }) =>
    texts.some(
      (known) => shown === known || (shown.startsWith(known) && /^\s*[-–—:(,/]/.test(shown.slice(known.length))),
    ),
  );
  return isKnown && !isTranslated(document);
}

const looksInto = (document: Document): boolean =>
  !document.getElementById(userListId) || !allById(document, userListId).some(isDrawn);

/**
 * Recognises User Details, fail closed: its tabs or its page name must be there, and a second kind of evidence beside.
 * A page name with nothing but a display name beside it does not stand against another page's title. The user whom the page says it is about
 * does: it is swapped with the page, as its name is.
 * Takes cheap looks first: on a page with none of the cheap evidence the document is not searched.
 */
export function evidenceOf(document: Document): Evidence | undefined {
  if (!document.body || isOtherPath(document.location)) return undefined;
  const title = titleOf(document);
  const cheap = cheapSigns(document, title);
  if ((!cheap.pageName && !cheap.title && !cheap.headerName && !cheap.entity) || isPickList(document)) return undefined;
  const evidence = { ...cheap, tabs: hasTabs(document) };
  return isEnough(evidence, title) && looksInto(document) ? evidence : undefined;
}

/** What speaks for User Details on a page, whether or not it is enough: the names of the signs that were found. */
export function signsOf(document: Document): string[] {
  const signs = { ...cheapSigns(document, titleOf(document)), tabs: hasTabs(document) };
  return (Object.keys(signs) as (keyof Evidence)[]).filter((sign) => signs[sign]);
}

function cheapSigns(document: Document, title: string | undefined): Omit<Evidence, 'tabs'> {
  const name = pageNameOf(document) ?? '';
  return {
    pageName: userPageName.test(name) && !otherUserPageName.test(name),
    title: title !== undefined && isUserTitle(document, title),
    headerName: allById(document, headerNameId).some((element) => !isValueControl(element) && isDrawn(element)),
    entity: usersOf(document).length === 1,
  };
}

const hasTabs = (document: Document): boolean => firstDrawn(document, tabSelector) !== undefined;

function isEnough({ tabs, pageName, title, headerName, entity }: Evidence, shownTitle: string | undefined): boolean {
  if (tabs) return pageName || title || headerName || entity;
  return (pageName && (title || (headerName && !shownTitle))) || (entity && (pageName || title));
}
