import { type Day, daysBetween } from '../../record/index.ts';
import type { SheetKind } from '../../sheets/types.ts';
import { type CellToWrite, writeCsv, writeXlsx } from '../../sheets/write.ts';
import { type PracticeOptions, type PracticePerson, reportDays } from './people.ts';

/** A made-up export, as a person would have it in a download folder. */
export interface PracticeFile {
  name: string;
  kind: SheetKind;
  asOf: Day;
  bytes: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
const utf8 = (text: string) => encoder.encode(text);

/** Text as Excel's "Unicode text" has it: UTF-16, little-endian, with a mark. */
function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}

/** Excel counts 1 January 1900 as day 1, and a 29 February 1900 that never was. */
const serial = (day: Day): CellToWrite => ({ serial: daysBetween('1899-12-30' as Day, day) });

const american = (day: Day) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
const german = (day: Day) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** Addresses that are set aside for documentation (RFC 5737). */
const address = (at: number) => `192.0.2.${at % 255}`;

const reported = (people: readonly PracticePerson[]) => people.filter(({ inReport }) => inReport);

/** The report as a workbook, with a title, days as serial numbers, and a dash where no login is shown. */
function reportWorkbook(people: readonly PracticePerson[]): Uint8Array {
  const rows = reported(people).map(({ reportIdentifier, logins }): CellToWrite[] => [
    reportIdentifier,
    logins[0] ? serial(logins[0]) : '-',
  ]);
  return writeXlsx([['Staff Login Report'], [], ['User Name', 'Last Login'], ...rows]);
}

/** The report with addresses, as a German Excel saves it. */
function reportWithAddresses(people: readonly PracticePerson[], back: number): string {
  const lines = reported(people).map(({ reportIdentifier, logins }, at) => {
    const day = logins[back];
    return `${reportIdentifier};${day ? german(day) : ''};${day ? address(at) : ''}`;
  });
  return ['User Name;Last Login;IP Address', ...lines].join('\r\n');
}

/** The headings of an export of roles. */
export const roleHeadings = [
  ...[
    'Primary Identifier',
    'Last Name',
    'First Name',
    'Status',
    'Expiry Date',
    'User Group',
    'Role Type',
    'Role Status',
  ],
  ...['Role Status Date', 'Role Scope', 'Role Expiry Date'],
];

/** One row per user and role, days as `written`; a purged person has one row, with the identifier in the last name. */
export function* roleRows(
  people: readonly PracticePerson[],
  written: (day: Day) => string = american,
): Generator<string[]> {
  for (const one of people) {
    if (one.ghost) yield ['', one.identifier, '', 'Deleted', '', '', '', '', '', '', ''];
    if (!one.inAnalytics) continue;
    for (const { name, active, scope, expiryDate } of one.roles) {
      yield [
        ...[one.identifier, one.lastName, one.firstName, one.active ? 'Active' : 'Inactive'],
        ...[one.expiryDate ? written(one.expiryDate) : '', one.userGroup, name, active ? 'Active' : 'Inactive'],
        ...[written('2024-01-01' as Day), scope, expiryDate ? written(expiryDate) : ''],
      ];
    }
  }
}

function userWorkbook(people: readonly PracticePerson[]): Uint8Array {
  const headings = [
    'Primary Identifier',
    'Last Name',
    'First Name',
    'User Type',
    'Job Category',
    'Library',
    'Purge Date',
  ];
  const rows = people
    .filter(({ inAnalytics }) => inAnalytics)
    .map((one): CellToWrite[] => [
      ...[one.identifier, one.lastName, one.firstName, one.internal ? 'Internal' : 'External'],
      ...[one.jobCategory, one.library, one.purgeDate ? serial(one.purgeDate) : ''],
    ]);
  return writeXlsx([headings, ...rows, [], ['Total', String(rows.length)]]);
}

/** The export of roles in every form that the reader takes, for tests and measurements. */
export const rolesExports = (people: readonly PracticePerson[]) => ({
  csv: () => utf8(writeCsv([roleHeadings, ...roleRows(people)])),
  tsv: () => utf16([roleHeadings, ...roleRows(people)].map((cells) => cells.join('\t')).join('\r\n')),
  xlsx: () => writeXlsx([roleHeadings, ...roleRows(people)]),
});

/** All exports of the made-up institution: a report for each quarter, roles, people. */
export function practiceFiles(people: readonly PracticePerson[], options: PracticeOptions): PracticeFile[] {
  const [today, ...earlier] = reportDays(options) as [Day, ...Day[]];
  const file = (name: string, kind: SheetKind, asOf: Day, bytes: Uint8Array): PracticeFile => ({
    name,
    kind,
    asOf,
    bytes: bytes as Uint8Array<ArrayBuffer>,
  });
  return [
    file(`Staff Login Report ${today}.xlsx`, 'staff-login-report', today, reportWorkbook(people)),
    ...earlier.map((day, at) =>
      file(`Staff Login Report ${day}.csv`, 'staff-login-report', day, utf8(reportWithAddresses(people, at + 1))),
    ),
    file(`Users and roles ${today}.csv`, 'analytics-roles', today, rolesExports(people).csv()),
    file(`Users ${today}.xlsx`, 'analytics-users', today, userWorkbook(people)),
  ];
}
