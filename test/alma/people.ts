import type { Day } from '../../src/record/index.ts';
import type { Person } from './description.ts';
import { codedRoleNames, lawLibrary, mainLibrary, role } from './roles.ts';

/** A day in a test person's life. Whether it exists, `people.test.ts` checks. */
export const day = (text: string) => text as Day;

const patron = role('Patron');

const groups = {
  staff: { code: 'STAFF', name: 'Staff' },
  faculty: { code: 'FACULTY', name: 'Faculty' },
  undergraduate: { code: 'UGRAD', name: 'Undergraduate' },
  student: { code: '03', name: 'Students' },
  alumni: { code: 'ALUM', name: 'Alumni' },
  pickup: { code: 'PICKUP', name: 'Library Pickup Locations' },
} as const;

/** Fills in what is not said: an active external public record with the Patron role and nothing else. */
const invent = (id: string | null, firstName: string, lastName: string, other: Partial<Person> = {}): Person => ({
  id,
  firstName,
  lastName,
  recordType: 'PUBLIC',
  accountType: 'EXTERNAL',
  status: 'ACTIVE',
  userGroup: groups.undergraduate,
  jobCategory: null,
  birthDate: day('1999-06-23'),
  expiryDate: day('2027-08-31'),
  purgeDate: day('2028-08-31'),
  roles: [patron],
  otherIds: [{ type: 'Barcode', value: '39080012345678' }],
  ...other,
});

/** A patron with the Patron role alone. */
export const ordinaryPatron = invent('tbrook@example.org', 'Tamsin', 'Brookfield');

/** Counts as a named user through two roles among others that do not count. */
export const namedUser = invent('mhollow@example.org', 'Maren', 'Hollowell', {
  recordType: 'STAFF',
  accountType: 'INTERNAL',
  userGroup: groups.staff,
  jobCategory: 'Cataloging',
  expiryDate: day('2027-12-31'),
  purgeDate: day('2028-12-31'),
  birthDate: null,
  roles: [
    patron,
    role('User Manager'),
    role('Cataloger', { scope: mainLibrary }),
    role('Instructor'),
    role('Selector', { expiryDate: day('2027-06-30') }),
  ],
});

/** The same kind of person with a record that is loaded from outside, so that its fields are read-only. */
export const externalStaff = invent('ofenwick@example.org', 'Odalys', 'Fenwick-Marsh', {
  userGroup: groups.staff,
  jobCategory: 'Circulation',
  roles: [
    patron,
    role('Circulation Desk Operator', { scope: mainLibrary }),
    role('Requests Operator', { scope: lawLibrary, status: 'INACTIVE' }),
  ],
});

/** Internal with external authentication. */
export const mixedAccount = invent('plindqvist@example.org', 'Petra', 'Lindqvist-Oh', {
  accountType: 'INTEXTAUTH',
  recordType: 'STAFF',
  userGroup: groups.staff,
  roles: [patron, role('Purchasing Operator')],
});

export const exLibrisAccount = invent('exl_impl', 'Implementor', 'Ex Libris', {
  recordType: 'STAFF',
  accountType: 'INTERNAL',
  userGroup: null,
  birthDate: null,
  expiryDate: null,
  purgeDate: null,
  roles: [role('General System Administrator'), role('User Administrator')],
  otherIds: [],
});

export const rialtoAccount = invent('rialto_service', 'Rialto', 'Service', {
  recordType: 'STAFF',
  accountType: 'INTERNAL',
  userGroup: null,
  expiryDate: null,
  purgeDate: null,
  roles: [role('Rialto Administrator')],
});

export const legantoGuest = invent('leganto_guest', 'Leganto', 'Guest', {
  accountType: 'INTERNAL',
  userGroup: null,
  expiryDate: null,
  purgeDate: null,
});

export const pickupLocation = invent('01WRLC_EXU-main_lib', 'Main Library', 'Pickup Location', {
  accountType: 'INTERNAL',
  userGroup: groups.pickup,
  expiryDate: null,
  purgeDate: null,
});

export const almaAdministrator = invent('admin', 'Alma', 'Administrator', {
  recordType: 'STAFF',
  accountType: 'INTERNAL',
  userGroup: null,
  expiryDate: null,
  purgeDate: null,
  roles: [role('General System Administrator')],
});

export const studentWithStaffRoles = invent('kpemberly@example.org', 'Kito', 'Pemberly', {
  userGroup: groups.student,
  expiryDate: day('2027-05-31'),
  purgeDate: day('2028-05-31'),
  roles: [patron, role('Circulation Desk Operator', { scope: mainLibrary, expiryDate: day('2027-05-25') })],
});

/** Active, past the expiry date, and still a cataloger. */
export const expiredButActive = invent('rsandoval@example.org', 'Rocio', 'Sandoval-Pine', {
  recordType: 'STAFF',
  accountType: 'INTERNAL',
  userGroup: groups.staff,
  expiryDate: day('2025-03-31'),
  purgeDate: null,
  roles: [patron, role('Cataloger')],
});

export const inactiveStaff = invent('dwhitlock@example.org', 'Dorian', 'Whitlock', {
  recordType: 'STAFF',
  accountType: 'INTERNAL',
  status: 'INACTIVE',
  userGroup: groups.staff,
  expiryDate: day('2025-12-31'),
  purgeDate: day('2026-12-31'),
  roles: [patron, role('Acquisitions Administrator')],
});

/** A record that holds one of every role with a known code but the last: 60 in all. */
export const sixtyRoles = invent('bquill@example.org', 'Basil', 'Quillfeather', {
  recordType: 'STAFF',
  accountType: 'INTERNAL',
  userGroup: groups.staff,
  roles: codedRoleNames.slice(0, 60).map((name) => role(name)),
});

export const withoutRoles = invent('ymarsh@example.org', 'Yusra', 'Marshwood', { roles: [], userGroup: groups.alumni });

/** Expiry and purge dates whose day and month could be exchanged, and no other date that tells which is which. */
export const ambiguousDates = invent('lverne@example.org', 'Linus', 'Verne-Abbott', {
  birthDate: null,
  expiryDate: day('2027-03-04'),
  purgeDate: day('2028-05-06'),
});

/** The same on an internal record, whose fields can be changed. */
export const ambiguousInternal: Person = { ...ambiguousDates, id: 'lverne2@example.org', accountType: 'INTERNAL' };

/** One date that tells the order (31), one that does not. */
export const tellingDates = invent('gosei@example.org', 'Ginevra', 'Osei-Hart', {
  birthDate: null,
  expiryDate: day('2027-12-31'),
  purgeDate: day('2028-02-01'),
});

/** A vendor's contact: no primary identifier, no roles. */
export const contactRecord = invent(null, 'Casper', 'Inkwell', {
  recordType: 'CONTACT',
  accountType: 'INTERNAL',
  userGroup: null,
  expiryDate: null,
  purgeDate: null,
  birthDate: null,
  roles: [],
  otherIds: [],
});

/** Names with marks, quotes and signs that have a meaning in HTML. */
export const awkwardName = invent("sean.o'd<b>@example.org", 'Seán "Ó" <i>', "D'Ársy & Sön", {
  accountType: 'INTERNAL',
  userGroup: { code: 'A&B', name: 'Arts & "Letters" <visiting>' },
});

/** A right-to-left name. */
export const rightToLeftName = invent('ldoron@example.org', 'ליאור', 'דורון', {
  accountType: 'INTERNAL',
  userGroup: groups.faculty,
});

/** A person's name as Alma's header shows it (last name first). */
export const shownName = (person: Person): string => `${person.lastName}, ${person.firstName}`;

const firstNames = ['Ada', 'Bram', 'Cleo', 'Dov', 'Enid', 'Faro', 'Gwen', 'Hale', 'Isolde', 'Jory', 'Kaia', 'Lorne'];
const lastNames = ['Ashgrove', 'Birchwell', 'Copperton', 'Dunmere', 'Eastlake', 'Farthing', 'Goldweir', 'Hazelmoor'];

/** `count` invented people, the same ones every time: mostly patrons, some staff, some inactive, some expired, one Ex Libris account in fifty. */
export function crowd(count: number): Person[] {
  return Array.from({ length: count }, (_, n) => {
    if (n % 50 === 7) return { ...exLibrisAccount, id: `exl_${String(n).padStart(4, '0')}` };
    const firstName = firstNames[n % firstNames.length] ?? '';
    const lastName = `${lastNames[(n * 7) % lastNames.length] ?? ''}-${n + 1}`;
    const isStaff = n % 4 === 1;
    const expiryYear = 2025 + (n % 4);
    return invent(`u${String(n + 1).padStart(5, '0')}@example.org`, firstName, lastName, {
      recordType: isStaff ? 'STAFF' : 'PUBLIC',
      accountType: n % 3 === 0 ? 'INTERNAL' : 'EXTERNAL',
      status: n % 11 === 3 ? 'INACTIVE' : 'ACTIVE',
      userGroup: isStaff ? groups.staff : groups.undergraduate,
      jobCategory: isStaff ? 'Circulation' : null,
      expiryDate: n % 13 === 5 ? null : day(`${expiryYear}-08-31`),
      purgeDate: day(`${expiryYear + 1}-08-31`),
      roles: isStaff ? [patron, role('Circulation Desk Operator')] : [patron],
    });
  });
}
