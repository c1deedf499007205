import type { Vocabulary } from './known.ts';
import { wordsFor } from './vocabulary.ts';

/** Tab holders and tab links of User Details (high: `alma-extensions`, 2020 to 2024, for the Identifiers tab). */
export const tabSelector = '[id^="cuseruser_details"],[id^="A_NAV_LINK_cuseruser_details"]';

/** Splits a tab's id into prefix and key, as in `cuseruser_detailswizardidentifier_span`. */
export const tabKeyPattern = /^(?:A_NAV_LINK_)?cuseruser_details(?:wizard)?(.*?)(?:_span)?$/;

/** The page's name in `body`'s id (high, `alma-extensions`). */
export const bodyIdPattern = /^body_id_xml_file_(.+)$/;
/** The same name in a URL that may be encoded several times over (high, `alma-extensions`). */
export const xmlFileNamePattern = /xmlFileName=([\w.()-]+\.xml)/i;
/** The part of the document that is swapped for every page (high, 2026 pages). */
export const fragmentSelector = '#externalHtml,#ng_content,page-wrapper';
/** What names the page within that part, so that it changes together with it (high, 2026 pages). */
export const fragmentParts = {
  bodyId: '#dynamic_body_id',
  page: '#boomerang_page_id',
  help: '#dynamic_help_for_page',
} as const;
/** What a pick-list's form says of itself (high, 2026 pages). */
export const pickListMode = '[name="pageViewMode"][value="Pickup" i]';
/** Where the page hands its entities to Cloud Apps (high for the place, medium for user pages: 2026 pages). */
export const entityScript = '#apm-set script';

/** The name of a page of User Details (low: no such name has been seen; `id-grammar` and the tab's key). */
export const userPageName = /(^|\.)user[._].*details/i;

/** Words in a page name that tell of another page of user management (low; documented pages that exist beside User Details). */
export const otherUserPageName = /roles?_|role_?details|merge|purge|profile|_list|config|registration|search/i;

/** The title of User Details. */
export const pageTitles: Vocabulary = wordsFor('title_user_details');

/** Words in the keys of the other tabs, and in the names of their pages (low, `id-grammar`). */
export const otherTabs = /contact|note|block|fine|fee|statis|attach|proxy|histor|demerit|address/i;

/** Keys of tabs. `identifier` is high (`alma-extensions`), the others are low (`id-grammar`). */
export const tabKeys: readonly (readonly ['general' | 'identifiers' | 'other', RegExp])[] = [
  ['identifiers', /^identifiers?$/i],
  ['general', /^(general|general_?info(rmation)?|user_?info(rmation)?|details?)$/i],
  ['other', otherTabs],
];

/** Texts of tabs, for builds whose tab keys are not known. */
export const tabTexts: { readonly [T in 'general' | 'identifiers' | 'other']: Vocabulary } = {
  general: wordsFor('tab_general'),
  identifiers: wordsFor('tab_identifiers'),
  other: wordsFor('tab_other'),
};

/** Paths on Alma's hosts that are not staff pages of the kind read here (high, `alma-extensions`). */
export const otherPaths = /^\/(view|discovery|leganto|esploro|SAML|ng\/login|mng\/login|rep\/(yards|MDEditor))/i;

/** The list of users, on its own page or as a pick-list (high, `alma-extensions`): never a record. */
export const userListId = 'TABLE_DATA_userList';
/** The Identifiers tab's table (medium, TU Graz). */
export const identifiersTableId = 'TABLE_DATA_identifiersList';

/** The identifiers' value cells (medium, TU Graz). */
export const identifierValueCell = '[id^="SELENIUM_ID_identifiersList_ROW_"][id*="_COL_userIdentifiervalue" i]';
