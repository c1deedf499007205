import type { FieldName, UserFields } from '../../record/index.ts';
import type { Vocabulary } from './known.ts';
import { wordsFor } from './vocabulary.ts';

/** The fields that User Details shows as one labelled value. First and last name make up `name` where the header does not say it. */
export type LabelledField = Exclude<FieldName, 'name' | 'roles' | 'lastLogin'> | 'firstName' | 'lastName';

/** What is known or guessed of a field's markup. */
export interface FieldMarkup {
  /** Last parts of the field's bean path. Confidence: low throughout (`id-grammar`); no id of these fields has been seen. */
  readonly endings: readonly string[];
  readonly labels: Vocabulary;
}

export const fieldMarkup: { readonly [F in LabelledField]: FieldMarkup } = {
  primaryId: {
    endings: ['primaryIdentifier', 'userName', 'user_name', 'primaryId'],
    labels: wordsFor('field_primary_id'),
  },
  recordType: {
    endings: ['recordType', 'userRecordType'],
    labels: wordsFor('field_record_type'),
  },
  accountType: {
    endings: ['accountType', 'userAccountType', 'userType'],
    labels: wordsFor('field_account_type'),
  },
  status: {
    endings: ['status', 'userStatus', 'accountStatus'],
    labels: wordsFor('field_status'),
  },
  userGroup: {
    endings: ['userGroup'],
    labels: wordsFor('field_user_group'),
  },
  expiryDate: {
    endings: ['expiryDate', 'expirationDate'],
    labels: wordsFor('field_expiry_date'),
  },
  purgeDate: {
    endings: ['purgeDate'],
    labels: wordsFor('field_purge_date'),
  },
  firstName: {
    endings: ['firstName'],
    labels: wordsFor('field_first_name'),
  },
  lastName: {
    endings: ['lastName'],
    labels: wordsFor('field_last_name'),
  },
};

/** The user's display name in the header of User Details (medium: TU Graz, 2020 to 2024). */
export const headerNameId = 'pageBeanname';

/** What the user API shows for a contact that has no primary identifier (medium). */
export const noPrimaryId = /^no primary id\b/i;

/** What may stand before a field's ending in its bean path: words for the user record itself. Anything else may be another thing's field. */
export const ownBeanPath =
  /^(h?fr|user|details?|info|information|general|management|record|account|bean|view|edit|wizard|main|core|summary|header|fieldset|form|section|[._])*$/i;

/** Words in an id that tell of another thing's field on the same page (a role, a block, a proxy, a filter, ...). */
export const foreignBeanPath =
  /role|block|proxy|note(?!book)|request|loan|fine|fee|address|e?mail|phone|filter|search|attach|vendor|partner|creat|modif|approv|history|statist|letter|old|previous|prefer|birth|link|sponsor|guarant|pwd|passw|(from|to)$/i;

/** Words in a section's heading under which the labels mean something else than the user (low: English and, by their stems, the other four). */
export const foreignHeading =
  /block|sperr|bloc[ao]|bloque|\brole|rolle|\brol\b|ruol|rôle|prox|note|nota|passw|kennw|contras|spons|link|verkn/i;

/** The codes of a field that has codes. */
export type CodedField = 'recordType' | 'accountType' | 'status';

/** The words for each code (user API, high for the codes); their texts in the five languages. */
export const codeWords: { readonly [F in CodedField]: { readonly [C in UserFields[F]]: Vocabulary } } = {
  recordType: {
    PUBLIC: wordsFor('record_type_public'),
    STAFF: wordsFor('record_type_staff'),
    CONTACT: wordsFor('record_type_contact'),
  },
  accountType: {
    INTERNAL: wordsFor('account_type_internal'),
    EXTERNAL: wordsFor('account_type_external'),
    INTEXTAUTH: wordsFor('account_type_intextauth'),
  },
  status: {
    ACTIVE: wordsFor('status_active'),
    INACTIVE: wordsFor('status_inactive'),
    DELETED: wordsFor('status_deleted'),
  },
};
