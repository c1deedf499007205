import type { Vocabulary } from './known.ts';
import { wordsFor } from './vocabulary.ts';

/** A column of the role list. `code` is the role type's number, where a column shows it. */
export type RoleColumn = 'name' | 'status' | 'scope' | 'expiryDate' | 'code';

/** Role list ids are not publicly known: columns are told by what their header's id says (low, `id-grammar`), in this order. */
export const columnIds: readonly (readonly [RoleColumn | 'other', RegExp])[] = [
  ['expiryDate', /expir|enddate/i],
  ['other', /date|param|desk|creat|modif|updat|source|note|descriptionlong|action|select|checkbox|index/i],
  ['status', /status|active/i],
  ['scope', /scope/i],
  ['code', /role.*(code|typevalue|typeid)$|^(code|typecode)$/i],
  ['name', /role/i],
];

/** Header ids that mean the role's name only in a list whose own id speaks of roles. */
export const nameInRoleList = /(^|\.|_)?(name|type|desc|description)$/i;

export const columnTexts: { readonly [C in RoleColumn]: Vocabulary } = {
  name: wordsFor('column_name'),
  status: wordsFor('column_status'),
  scope: wordsFor('column_scope'),
  expiryDate: wordsFor('column_expiry_date'),
  code: wordsFor('column_code'),
};

/** What an empty list may say in place of rows (low, derived). */
export const noRecords: Vocabulary = wordsFor('no_records');

/** What a filter shows when it leaves nothing out (low). */
export const filterShowsAll: Vocabulary = wordsFor('filter_shows_all');

/** What a status column of toggles may say in words (low). */
export const yesWords: Vocabulary = wordsFor('yes');
export const noWords: Vocabulary = wordsFor('no');

/** The title of the part of General Information that holds the roles (documented). */
export const roleSections: Vocabulary = wordsFor('section_roles');

/** What stands around a list and all that belongs to it, and what it holds in place of a table when it has no rows (high, 2026 pages). */
export const almaList = '.almaList';
export const emptyList = '.typeC2';
/** The hidden number of a list's records; the numbers of its pages and of its export are called otherwise (high, 2026 pages). */
export const hiddenCounter = '[id$="_record_count"]';
/** A list's filter, whose code for "everything" is the same in every language (high, 2026 pages). */
export const codedFilter = '.jsFilter';

/** "(1 - 20 of 53)" beside a list (high, `alma-extensions`). */
export const counterSelector = '.listNumOfRecords';
/** The pager below a list (high, `alma-extensions`). */
export const pagerSelector = '[id^="PAGING_UL"]';
/** The same and what other pagers are called on Alma's Angular pages (high there, low for roles) and by custom of the Web (low). */
export const anyPagerSelector = `${pagerSelector},.sel-pagination-summary,.pagination,.pager,mat-paginator,[class*="load-more" i],[class*="loadmore" i]`;

/** Ids of lists with roles that are not the user's own: those of profiles, of other people, of former times, to choose from (low, `id-grammar`). */
export const foreignList = /profile|template|proxy|histor|available/i;

/** "Filtered by ...", and "only ..." beside a list (low). */
export const narrowed: Vocabulary = wordsFor('narrowed');

/** "Page 1 of 3" beside a list, in the five languages (low). */
export const pageOfPages = /(\d+)\s+(?:of|von|sur|de|di|\/)\s+(\d+)/gi;
