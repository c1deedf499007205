import { unzipSync } from 'fflate';
import { writeCsv } from '../../src/sheets/index.ts';
import type { Downloaded, FileToGive } from './files-screen.ts';

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** A CSV file with these rows. */
export const csv = (name: string, rows: readonly (readonly string[])[]): FileToGive => ({
  name,
  bytes: utf8(writeCsv(rows)),
});

/** An Analytics export with one row for each user and role. */
export const rolesFile = (...rows: readonly (readonly string[])[]): FileToGive =>
  csv('roles.csv', [['Primary Identifier', 'Last Name', 'First Name', 'Status', 'Role Type', 'Role Scope'], ...rows]);

/** Two administrators, a cataloger with leading zeros, one with a role at a desk, an Ex Libris account. */
const smallLibraryRows: readonly (readonly string[])[] = [
  ['sysadmin1', 'Okonkwo', 'Ada', 'Active', 'General System Administrator', '01EX_INST'],
  ['sysadmin2', 'Yilmaz', 'Deniz', 'Active', 'User Administrator', '01EX_INST'],
  ['00042', 'Duarte', 'Ines', 'Active', 'Cataloger', '01EX_INST'],
  ['00042', 'Duarte', 'Ines', 'Active', 'Patron', '01EX_INST'],
  ['desk7', 'Haddad', 'Samir', 'Active', 'Circulation Desk Operator', 'MAIN'],
  ['exl_api', 'API', 'Ex Libris', 'Active', 'General System Administrator', '01EX_INST'],
];
export const smallLibrary = rolesFile(...smallLibraryRows);

/** Besides these, one whose record is switched off, and one whose only role is the whole institution's. */
export const largerLibrary = rolesFile(
  ...smallLibraryRows,
  ['gone5', 'Silva', 'Nuno', 'Inactive', 'Cataloger', '01EX_INST'],
  ['cat9', 'Novak', 'Petra', 'Active', 'Cataloger', '01EX_INST'],
);

/** A set file as CSV, as Alma takes it. */
export const setAsCsv = (...identifiers: string[]) => `\uFEFF${['USERNAME', ...identifiers].join('\r\n')}\r\n`;

/** The texts in the cells of a workbook's first sheet, row by row. */
export function cellsOf({ bytes }: Downloaded): string[] {
  const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
  return [...sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? '');
}
