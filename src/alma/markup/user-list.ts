import { fieldMarkup } from './fields.ts';
import type { Vocabulary } from './known.ts';
import { wordsFor } from './vocabulary.ts';

/** The columns of the user list that say something of the user. `active` is the toggle in the row. */
export type UserColumn =
  | 'name'
  | 'primaryId'
  | 'active'
  | 'status'
  | 'accountType'
  | 'recordType'
  | 'userGroup'
  | 'expiryDate'
  | 'purgeDate';

/**
 * Header ids of the user list are not publicly known: columns are told by what the id says (low, `id-grammar`), in this order.
 * `userName` is left to the header's text: Alma calls the primary identifier so in other places.
 */
export const userColumnIds: readonly (readonly [UserColumn | 'other', RegExp])[] = [
  ['expiryDate', /expir/i],
  ['purgeDate', /purge/i],
  ['other', /date|creat|modif|campus|categor|barcode|mail|phone|first_?name|last_?name|middle/i],
  ['accountType', /account_?type/i],
  ['recordType', /record_?type/i],
  ['userGroup', /user_?group/i],
  ['primaryId', /primary_?id|user_?identifier$|user_?id$/i],
  ['active', /active|toggle/i],
  ['status', /status$/i],
  ['name', /^(user|patron)?(full|display)?_?name$/i],
];

/** Header ids that only their text can tell. */
export const ambiguousColumnId = /^user_?name$/i;

export const userColumnTexts: { readonly [C in UserColumn]: Vocabulary } = {
  name: wordsFor('list_name'),
  primaryId: fieldMarkup.primaryId.labels,
  active: wordsFor('list_active'),
  status: fieldMarkup.status.labels,
  accountType: fieldMarkup.accountType.labels,
  recordType: fieldMarkup.recordType.labels,
  userGroup: fieldMarkup.userGroup.labels,
  expiryDate: fieldMarkup.expiryDate.labels,
  purgeDate: fieldMarkup.purgeDate.labels,
};

/** The title of the page that holds the user list, for builds whose list has another id. */
export const userListTitles: Vocabulary = wordsFor('list_titles');

/** What stands around a list, inside its container (high, `alma-extensions`). */
export const listSurroundings = '.listNumOfRecords,[id^="PAGING_UL"],[id^="find_"]';
