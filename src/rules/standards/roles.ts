import { roleNameKey } from '../match.ts';
import { roleAliases } from './role-aliases.ts';

/** How sure it is that a role's name and code belong together; `none`: no source gives a code. */
type CodeSureness = 'high' | 'medium' | 'none';

/** A role that Alma is known to have. `code` is its `HFrUserRoles.roleType` code, where a source gives one. */
export interface StandardRole {
  readonly name: string;
  /** The name without case, spaces and hyphens. */
  readonly key: string;
  readonly code: string | undefined;
  readonly family: string;
  readonly codeSure: CodeSureness;
}

/**
 * Code, name, family, how sure the code is. Codes come from public exports of Alma's user API (University of Michigan
 * 2021, SLSP) and scripts that set roles (SLSP user loader, HSG-Library, UIUC Library): two independent sources make a
 * code `high`, one `medium`. Names without a code come from the lists of WRLC, CARLI, Ex Libris, Duke, UC and CSUN.
 */
const rows: readonly (readonly [code: string, name: string, family: string, sure: CodeSureness])[] = [
  ['46', 'Selector', 'Rialto', 'high'],
  ['200', 'Patron', 'Patron', 'high'],
  ['', 'API Read', 'API', 'none'],
  ['', 'Esploro Researcher', 'Esploro', 'none'],
  ['', 'Instructor', 'Leganto', 'none'],
  ['', 'Leganto Course Operator', 'Leganto', 'none'],
  ['', 'Leganto Interface Administrator', 'Leganto', 'none'],
  ['', 'Rialto Administrator', 'Rialto', 'none'],
  ['', 'Rialto Manager', 'Rialto', 'none'],
  ['', 'Selector Limited', 'Rialto', 'none'],
  ['', 'Super Selector', 'Rialto', 'none'],
  ['', 'Trial Participant', 'Trial', 'none'],
  ['0', 'Deposit Manager', 'Staff', 'high'],
  ['1', 'Deposit Operator', 'Staff', 'high'],
  ['2', 'Deposit Operator Extended', 'Staff', 'high'],
  ['12', 'Digital Inventory Operator', 'Staff', 'high'],
  ['21', 'User Manager', 'Staff-Privileged', 'high'],
  ['26', 'General System Administrator', 'Staff-Admin', 'high'],
  ['29', 'Repository Manager', 'Staff', 'high'],
  ['32', 'Circulation Desk Operator', 'Staff', 'high'],
  ['33', 'Vendor Manager', 'Staff', 'high'],
  ['34', 'Ledger Manager', 'Staff', 'high'],
  ['36', 'Fund Manager', 'Staff', 'high'],
  ['37', 'Receiving Operator', 'Staff', 'high'],
  ['38', 'Fulfillment Services Operator', 'Staff', 'medium'],
  ['41', 'License Manager', 'Staff', 'high'],
  ['43', 'Invoice Operator', 'Staff', 'medium'],
  ['44', 'Invoice Manager', 'Staff', 'high'],
  ['45', 'Fiscal Period Manager', 'Staff', 'medium'],
  ['47', 'Purchasing Operator Extended', 'Staff', 'high'],
  ['48', 'Invoice Operator Extended', 'Staff', 'high'],
  ['50', 'User Administrator', 'Staff-Admin', 'high'],
  ['51', 'Requests Operator', 'Staff', 'high'],
  ['52', 'Fulfillment Administrator', 'Staff-Admin', 'high'],
  ['53', 'Repository Administrator', 'Staff-Admin', 'high'],
  ['54', 'Purchasing Operator', 'Staff', 'high'],
  ['55', 'Purchasing Manager', 'Staff', 'high'],
  ['56', 'Acquisitions Administrator', 'Staff-Admin', 'high'],
  ['57', 'Letter Administrator', 'Staff-Admin', 'high'],
  ['58', 'License Viewer', 'Staff', 'high'],
  ['204', 'Cataloger', 'Staff', 'high'],
  ['205', 'Catalog Administrator', 'Staff-Admin', 'high'],
  ['206', 'Catalog Manager', 'Staff', 'medium'],
  ['208', 'CDI Inventory Operator', 'Staff', 'high'],
  ['209', 'Electronic Inventory Operator', 'Staff', 'high'],
  ['210', 'Physical Inventory Operator', 'Staff', 'high'],
  ['214', 'Work Order Operator', 'Staff', 'high'],
  ['215', 'Fulfillment Services Manager', 'Staff', 'high'],
  ['217', 'Trial Manager', 'Staff', 'high'],
  ['220', 'Designs Analytics', 'Staff-Analytics', 'medium'],
  ['221', 'Circulation Desk Manager', 'Staff', 'high'],
  ['222', 'SDK Write', 'API', 'medium'],
  ['224', 'Electronic Inventory Operator Extended', 'Staff', 'high'],
  ['225', 'Physical Inventory Operator Extended', 'Staff', 'high'],
  ['226', 'Digital Inventory Operator Extended', 'Staff', 'high'],
  ['227', 'Cataloger Extended', 'Staff', 'medium'],
  ['228', 'Collection Inventory Operator', 'Staff', 'high'],
  ['229', 'Collection Inventory Operator Extended', 'Staff', 'high'],
  ['231', 'Course Reserves Manager', 'Staff', 'high'],
  ['238', 'API Infra Read', 'API', 'medium'],
  ['239', 'Resource Sharing Partners Manager', 'Staff', 'high'],
  ['243', 'Selector Extended', 'Rialto', 'high'],
  ['244', 'Usage Data Operator', 'Staff', 'high'],
  ['247', 'Purchase Request Manager', 'Staff', 'high'],
  ['248', 'Purchase Request Operator Extended', 'Staff', 'high'],
  ['250', 'Vendor Account Manager', 'Staff', 'high'],
  ['251', 'Course Reserves Viewer', 'Staff', 'medium'],
  ['300', 'Discovery - Admin', 'Staff-Admin', 'high'],
  ['301', 'Known issues operator', 'Staff', 'high'],
  ['428', 'Printout Queue Manager', 'Staff', 'high'],
  ['2200', 'Analytics Administrator', 'Staff-Admin', 'high'],
  ['', 'Circulation Desk Operator - Limited', 'Staff', 'none'],
  ['', 'Course Reserves Operator', 'Staff', 'none'],
  ['', 'Designs Analytics - Resources', 'Staff-Analytics', 'none'],
  ['', 'Fund-Ledger Viewer', 'Staff', 'none'],
  ['', 'Physical Item Operator Limited', 'Staff', 'none'],
  ['', 'Printout Queue Operator', 'Staff', 'none'],
  ['', 'Receiving Operator Limited', 'Staff', 'none'],
  ['', 'Rialto Purchaser', 'Rialto', 'none'],
];

/** The 79 roles that public sources name, 61 of them with a code. */
export const standardRoles: readonly StandardRole[] = rows.map(([code, name, family, codeSure]) => ({
  name,
  key: roleNameKey(name),
  code: code === '' ? undefined : code,
  family,
  codeSure,
}));

const byName = new Map(standardRoles.map((role) => [role.key, role]));
for (const [alias, name] of roleAliases) {
  const role = byName.get(roleNameKey(name));
  if (role) byName.set(roleNameKey(alias), role);
}
const byCode = new Map(standardRoles.flatMap((role) => (role.code === undefined ? [] : [[role.code, role] as const])));

/** Most names are met exactly as they are known. */
const byExactName = new Map(standardRoles.map((role) => [role.name, role]));

/** The known role of that name (case, spaces, hyphens and known spellings aside), or `undefined`. */
export const roleNamed = (name: string): StandardRole | undefined =>
  byExactName.get(name) ?? byName.get(roleNameKey(name));

/** The known role with that code, or `undefined`. */
export const roleCoded = (code: string): StandardRole | undefined => byCode.get(code.trim());
