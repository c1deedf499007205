/**
 * Small pages in the grammar of Alma's classic pages, written by hand. Synthetic: no page of a real Alma, and no real person.
 */

import { chooseOptions } from './show-page.ts';

export interface SyntheticPage {
  title?: string;
  bodyId?: string;
  /** The selected tab's key. */
  tab?: string;
  name?: string;
  /** Rows of the form, already as HTML. */
  fields?: readonly string[];
  roles?: string;
}

/** A row of a form: label and read-only value. */
export const row = (label: string, path: string, value: string): string =>
  `<div class="row"><label for="pageBean${path}"><span class="displayTableCell verticalMiddle">${label}: *</span></label><span id="pageBean${path}">${value}</span></div>`;

/** A row of a form with a text input. */
export const inputRow = (label: string, path: string, value: string, attributes = ''): string =>
  `<div class="row"><label for="pageBean${path}">${label}</label><input type="text" id="pageBean${path}" value="${value}" ${attributes}></div>`;

/** A row of a form with a fake combo box: what is seen, and the hidden select behind it. */
export const comboRow = (
  label: string,
  path: string,
  seen: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
): string =>
  `<div class="row"><label for="pageBean${path}">${label}</label><input type="text" id="pageBean${path}" value="${seen}"><select id="pageBean${path}_hiddenSelect" style="display: none">${options
    .map(([code, text]) => `<option value="${code}"${code === chosen ? ' selected' : ''}>${text}</option>`)
    .join('')}</select></div>`;

/** A list of roles: name, status, scope, expiry. */
export function roleList(
  roles: readonly (readonly [string, string, string, string])[],
  around: { counter?: string; before?: string; after?: string } = {},
): string {
  const columns = ['roleName', 'roleStatus', 'roleScope', 'roleExpiryDate'];
  const heads = columns.map((key) => `<th id="SELENIUM_ID_userRoles_HEADER_${key}">${key}</th>`).join('');
  const lines = roles.map(
    (cells, n) =>
      `<tr id="recordContaineruserRoles${n}">${cells.map((text, at) => `<td id="SELENIUM_ID_userRoles_ROW_${n}_COL_${columns[at]}"><span>${text}</span></td>`).join('')}</tr>`,
  );
  const { counter = `(1 - ${roles.length} of ${roles.length} )`, before = '', after = '' } = around;
  return `<div class="list">${before}<span class="listNumOfRecords">${counter}</span><table id="TABLE_DATA_userRoles"><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table>${after}</div>`;
}

const tabKeys = ['generalInformation', 'identifier', 'notes', 'blocks'];

/** The form of User Details: page header, tabs, content. */
export function userForm({
  title = 'User Details',
  tab = 'generalInformation',
  name = 'Wren, Ada',
  fields = ordinaryFields,
  roles = ordinaryRoles,
}: SyntheticPage = {}): string {
  const tabs = tabKeys
    .map(
      (key) => `<li id="cuseruser_detailswizard${key}_span"><a href="#" aria-selected="${key === tab}">${key}</a></li>`,
    )
    .join('');
  return `<form><div id="breadcrumbs"><div class="pageTitleWrap crumbsContainer btnsLine"><span class="pageTitle">${title}</span></div></div><div class="summary"><span id="pageBeanname">${name}</span></div><ul>${tabs}</ul><div class="section">${fields.join('')}</div>${roles}</form>`;
}

export const ordinaryFields: readonly string[] = [
  row('Primary identifier', 'useruserName', 'awren@example.org'),
  row('Record type', 'userrecordType', 'Staff'),
  row('Account type', 'useraccountType', 'Internal'),
  row('Status', 'userstatus', 'Active'),
  row('User group', 'useruserGroup', 'Library Staff'),
  row('Expiration date', 'userexpiryDate', '31/12/2027'),
  row('Purge date', 'userpurgeDate', '-'),
];

export const ordinaryRoles = roleList([
  ['Patron', 'Active', 'Example University', '-'],
  ['Cataloger', 'Inactive', 'Main Library', '2027-05-04'],
]);

/** Puts the page into the test's document, in the shell of the new layout. */
export function draw(
  document: Document,
  form: string,
  bodyId = 'body_id_xml_file_user.user_details_general.xml',
): void {
  document.documentElement.lang = 'en';
  document.body.id = bodyId;
  document.body.innerHTML = `<base-root><main-layout><div id="loadingBlocker" class="hide"></div><header id="almaHeader"></header><page-wrapper>${form}</page-wrapper></main-layout></base-root>`;
  chooseOptions(document);
}
