import { strToU8, zipSync } from 'fflate';
import { roleNamed } from '../../rules/standards/roles.ts';
import type { PracticePerson, PracticeRole } from './people.ts';
import { institution } from './words.ts';

/** A value with what people call it, as Alma's interfaces write them. */
interface Coded {
  value: string;
  desc: string;
}

const coded = (value: string, desc = value): Coded => ({ value, desc });
const active = (is: boolean) => (is ? coded('ACTIVE', 'Active') : coded('INACTIVE', 'Inactive'));

/** A code such as Alma gives to groups and scopes: never the name itself. */
const codeFor = (name: string) => name.replace(/[^A-Z]/g, '') + String(name.length);

/** Roles that no source knows have codes that no source knows. */
const roleCode = (name: string) => roleNamed(name)?.code ?? `9${name.length}${name.charCodeAt(0)}`;

const roleRecord = ({ name, active: isActive, scope, expiryDate }: PracticeRole) => ({
  status: active(isActive),
  scope: scope === institution ? coded('01EXA_INST', institution) : coded(codeFor(scope), scope),
  role_type: coded(roleCode(name), name),
  ...(expiryDate ? { expiry_date: `${expiryDate}Z` } : {}),
  parameter: [],
});

/** What nobody reads: as long as it is in a real record. */
const notes = (bytes: number) =>
  Array.from({ length: Math.ceil(bytes / 250) }, (_, at) => ({
    note_type: coded('LIBRARY', 'Library'),
    note_text: `An invented note, number ${at}: the reader of a review has no use for it and passes over it.`,
    user_viewable: false,
    popup_note: false,
    created_by: 'importer',
    created_date: '2024-05-06T10:11:12.123Z',
    segment_type: 'Internal',
  }));

function userRecord(person: PracticePerson, noteBytes: number) {
  const { identifier, firstName, lastName, expiryDate, purgeDate } = person;
  return {
    record_type: coded('STAFF', 'Staff'),
    primary_id: identifier,
    first_name: firstName,
    middle_name: '',
    last_name: lastName,
    full_name: `${firstName} ${lastName}`,
    user_group: coded(codeFor(person.userGroup), person.userGroup),
    job_category: person.jobCategory === '' ? coded('', '') : coded(codeFor(person.jobCategory), person.jobCategory),
    ...(expiryDate ? { expiry_date: `${expiryDate}Z` } : {}),
    ...(purgeDate ? { purge_date: `${purgeDate}Z` } : {}),
    account_type: person.internal ? coded('INTERNAL', 'Internal') : coded('EXTERNAL', 'External'),
    status: active(person.active),
    contact_info: {
      address: [{ preferred: true, line1: '1 Example Street', city: 'Exampletown', country: coded('', '') }],
      email: [{ email_address: `${encodeURIComponent(identifier)}@example.org`, preferred: true }],
    },
    pin_number: '',
    user_identifier: [{ value: `B${identifier}`, id_type: coded('BARCODE', 'Barcode'), status: 'ACTIVE' }],
    user_role: person.roles.map(roleRecord),
    user_note: notes(noteBytes),
  };
}

const xmlSigns: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A text as it stands in XML. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => xmlSigns[sign] ?? sign);

/** An object of Alma's interfaces as their XML has it: codes with an attribute, lists in an element of the plural. */
function xmlOf(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => xmlOf(name, item)).join('');
    return name === 'address' || name === 'email' ? items : `<${name}s>${items}</${name}s>`;
  }
  if (typeof value !== 'object' || value === null) return `<${name}>${escaped(String(value ?? ''))}</${name}>`;
  if ('value' in value && 'desc' in value)
    return `<${name} desc="${escaped(String(value.desc))}">${escaped(String(value.value))}</${name}>`;
  const members = Object.entries(value).map(([key, member]) => xmlOf(key, member));
  return `<${name}>${members.join('\n')}</${name}>`;
}

/** The oldest time a zip can hold: the same people give the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

/** The people of Analytics as user records in every form that the reader takes; `noteBytes` for each record that nobody reads. */
export function recordExports(people: readonly PracticePerson[], noteBytes = 0) {
  const listed = people.filter(({ inAnalytics }) => inAnalytics);
  const records = () => listed.map((person) => userRecord(person, noteBytes));
  const xml = (some: readonly PracticePerson[]) => [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<users>\n',
    ...some.map((person) => `${xmlOf('user', userRecord(person, noteBytes))}\n`),
    '</users>\n',
  ];
  const bytes = (pieces: readonly string[]) => strToU8(pieces.join('')) as Uint8Array<ArrayBuffer>;
  return {
    array: () => bytes([JSON.stringify(records(), null, 2)]),
    list: () => bytes([JSON.stringify({ user: records(), total_record_count: listed.length })]),
    ndjson: () => bytes(listed.map((person) => `${JSON.stringify(userRecord(person, noteBytes))}\n`)),
    xml: () => bytes(xml(listed)),
    /** As the export of users gives it: several files of XML in a zip. */
    zip(peopleAFile = 1000): Uint8Array<ArrayBuffer> {
      const files: Record<string, Uint8Array> = {};
      for (let at = 0; at < listed.length; at += peopleAFile)
        files[`export_users_${at / peopleAFile + 1}.xml`] = bytes(xml(listed.slice(at, at + peopleAFile)));
      return zipSync(files, { level: 6, mtime: FIXED_TIME }) as Uint8Array<ArrayBuffer>;
    },
  };
}
