import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { Day } from '../../src/record/index.ts';
import { roleHeadings, roleRows } from '../../src/review/practice/files.ts';
import { type PracticePerson, recordExports, rolesExports } from '../../src/review/practice/index.ts';
import type { PracticeRole } from '../../src/review/practice/people.ts';
import { escaped } from '../../src/review/practice/record-files.ts';
import { leftOutBy, staffRoles, unknownRoles, userGroups } from '../../src/review/practice/words.ts';
import { roleNamed } from '../../src/rules/standards/roles.ts';
import { analyticsAnswers } from './practice-answers.ts';

const days = ['2019-12-31', '2024-02-29', '2026-11-19', '2026-11-20', '2026-11-21', '2031-01-01'] as Day[];
const anyDay = fc.option(fc.constantFrom(...days), { nil: null });

const anyRole: fc.Arbitrary<PracticeRole> = fc.record({
  name: fc.constantFrom(...staffRoles, ...unknownRoles, ...Object.keys(leftOutBy)),
  active: fc.boolean(),
  scope: fc.constantFrom('Example University', 'Main Library', 'Law & Order Library', 'Bibliothèque "Ouest"'),
  expiryDate: anyDay,
});

/** Identifiers as libraries have them, and such as break what reads or writes carelessly. */
const anyIdentifier = fc.oneof(
  fc.constantFrom('00042', '42', '0', '1e5', '0x1F', '12345678901234567890', 'a,b', 'a;b', "o'neil", 'a&b', '<x>'),
  fc.constantFrom('jdoe@example.org', 'b two/3', 'exl_api', 'Ünal', 'ünal2', 'true', 'constructor', 'a]]>b', 'a "b"'),
  fc.stringMatching(/^[a-z]{1,6}[0-9]{0,4}$/),
);
const anyName = fc.constantFrom(
  'Ada',
  "O'Bannon",
  'Grünwald',
  'Smith & Sons',
  'Yıldız',
  '李',
  'A <b>',
  'عمر',
  'de "la" Cruz',
);

/** Somebody with at least one role: a table with a row for each role knows nobody else. */
const anyPerson: fc.Arbitrary<PracticePerson> = fc
  .record({
    identifier: anyIdentifier,
    firstName: anyName,
    lastName: anyName,
    userGroup: fc.constantFrom(...userGroups),
    internal: fc.boolean(),
    active: fc.boolean(),
    expiryDate: anyDay,
    roles: fc.array(anyRole, { minLength: 1, maxLength: 5 }),
  })
  .map((some) => ({
    ...some,
    reportIdentifier: some.identifier,
    jobCategory: '',
    library: 'Main Library',
    protected: some.identifier.startsWith('exl_'),
    purgeDate: null,
    logins: [],
    inReport: false,
    inAnalytics: true,
    ghost: false,
  }));

/** Some people, each with an identifier of their own. */
export const anyPeople = fc.uniqueArray(anyPerson, {
  minLength: 1,
  maxLength: 7,
  selector: ({ identifier }) => identifier.toLowerCase(),
});

type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string) => strToU8(text) as Bytes;

/** Text as UTF-16 with its mark. */
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0)).buffer) as Bytes;

type Coded = { value: string; desc: string };
const isCoded = (value: unknown): value is Coded => typeof value === 'object' && value !== null && 'desc' in value;

/** How a program that makes JSON of XML writes an element with an attribute, an element without, and what stands in one that holds others. */
interface Maker {
  coded(value: string, desc: string): unknown;
  text(value: string): unknown;
  one(inside: unknown): unknown;
}
const makers: Readonly<Record<string, Maker>> = {
  xmltodict: {
    coded: (value, desc) => ({ '@desc': desc, '#text': value }),
    text: (value) => (value === '' ? null : value),
    one: (inside) => inside,
  },
  xml2js: { coded: (value, desc) => [{ _: value, $: { desc } }], text: (value) => [value], one: (inside) => [inside] },
};

/** A list of one is no list in XML: programs that do not know better write it as the one that it holds. */
const several = (items: readonly unknown[], { one }: Maker) => (items.length === 1 ? one(items[0]) : items);

/** A record as a program makes it of Alma's XML, where lists stand in an element of the plural. */
function made(value: unknown, maker: Maker): unknown {
  if (isCoded(value)) return maker.coded(value.value, value.desc);
  if (typeof value !== 'object' || value === null) return maker.text(String(value ?? ''));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) =>
      Array.isArray(member) && name !== 'address' && name !== 'email'
        ? [
            `${name}s`,
            maker.one({
              [name]: several(
                member.map((item) => made(item, maker)),
                maker,
              ),
            }),
          ]
        : [
            name,
            Array.isArray(member)
              ? several(
                  member.map((item) => made(item, maker)),
                  maker,
                )
              : made(member, maker),
          ],
    ),
  );
}

const madeJson = (users: readonly object[], maker: Maker) =>
  utf8(
    JSON.stringify({
      users: {
        user: several(
          users.map((user) => made(user, maker)),
          maker,
        ),
      },
    }),
  );

/** An answer of Analytics in pages of two rows; the last alone is finished. */
function analyticsPages(people: readonly PracticePerson[]): Bytes[] {
  const rows = [...roleRows(people, (day) => day)];
  const elements = roleHeadings.map(
    (heading, at) => `<xsd:element name="Column${at}" saw-sql:columnHeading="${escaped(heading)}"/>`,
  );
  const schema = `<xsd:schema><xsd:complexType name="Row"><xsd:sequence>${elements.join('')}</xsd:sequence></xsd:complexType></xsd:schema>`;
  const pages = Array.from({ length: Math.ceil(rows.length / 2) }, (_, at) => rows.slice(at * 2, at * 2 + 2));
  return pages.map((page, at) => {
    const inside = page.map((cells) => {
      const columns = cells.map((cell, nth) => (cell === '' ? '' : `<Column${nth}>${escaped(cell)}</Column${nth}>`));
      return `<Row>${columns.join('')}</Row>`;
    });
    return utf8(
      `<report><QueryResult><IsFinished>${at === pages.length - 1}</IsFinished><ResultXml><rowset>${schema}${inside.join('')}</rowset></ResultXml></QueryResult></report>`,
    );
  });
}

/** The same people as one file, or several, of each form that the review takes. */
export function everyForm(people: readonly PracticePerson[]): Readonly<Record<string, readonly Bytes[]>> {
  const [tables, records, answers] = [rolesExports(people), recordExports(people, 500), analyticsAnswers(people)];
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const users = JSON.parse(text(records.array())) as object[];
  const [xml, ndjson] = [text(records.xml()), text(records.ndjson())];
  const total_record_count = users.length;
  const halves = [people.slice(0, people.length >> 1), people.slice(people.length >> 1)].filter(
    ({ length }) => length > 0,
  );
  const zip = (files: Readonly<Record<string, Uint8Array>>) => [zipSync(files) as Bytes];
  const named = (form: string, make: (some: readonly PracticePerson[]) => Uint8Array) =>
    Object.fromEntries(halves.map((some, at) => [`${at}.${form}`, make(some)]));
  return {
    csv: [tables.csv()],
    tsv: [tables.tsv() as Bytes],
    xlsx: [tables.xlsx() as Bytes],
    'Analytics by its interface': [answers.xml()],
    'Analytics by its interface, in JSON': [answers.json()],
    'Analytics by its interface, in pages': analyticsPages(people),
    'an array': [records.array()],
    'a list': [records.list()],
    'pages of a list': users.map((user) => utf8(JSON.stringify({ user: [user], total_record_count }))),
    'a file each': users.map((user) => utf8(JSON.stringify(user))),
    NDJSON: [records.ndjson()],
    'one object after the other': [utf8(ndjson.replaceAll('\n', ''))],
    'UTF-16': [utf16(text(records.array()))],
    XML: [records.xml()],
    'XML in UTF-16': [utf16(xml.replace(' encoding="UTF-8"', ''))],
    'XML with a prefix': [
      utf8(xml.replaceAll(/<(\/?)(?=[a-z])/g, '<$1u:').replace('<u:users>', '<u:users xmlns:u="x">')),
    ],
    ...Object.fromEntries(
      Object.entries(makers).map(([name, maker]) => [`JSON made of XML as ${name} does`, [madeJson(users, maker)]]),
    ),
    'a zip of XML': [records.zip(2)],
    'a zip of NDJSON': zip(named('ndjson', (some) => recordExports(some).ndjson())),
    'a zip of JSON': zip(named('json', (some) => recordExports(some).array())),
  };
}

/** The people with those of their roles alone that have a code of Alma's; who has none is left out. */
export const withCodes = (people: readonly PracticePerson[]): PracticePerson[] =>
  people
    .map((one) => ({ ...one, roles: one.roles.filter(({ name }) => roleNamed(name)?.code !== undefined) }))
    .filter(({ roles }) => roles.length > 0);

/** The same people as XML of texts alone, without what people call codes, and as XML with it. */
export function textsAndWords(people: readonly PracticePerson[]): { texts: Bytes; words: Bytes } {
  const words = recordExports(people).xml();
  return { texts: utf8(new TextDecoder().decode(words).replaceAll(/ desc="[^"]*"/g, '')), words };
}
