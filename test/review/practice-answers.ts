import { strToU8, zipSync } from 'fflate';
import { type Day, personKey } from '../../src/record/index.ts';
import { roleHeadings, roleRows } from '../../src/review/practice/files.ts';
import type { PracticePerson } from '../../src/review/practice/index.ts';
import { daysBefore } from '../../src/review/practice/people.ts';
import { createRandom } from '../../src/review/practice/random.ts';
import { escaped } from '../../src/review/practice/record-files.ts';

/** What a made-up person did at the door. */
export interface PracticeLogins {
  person: PracticePerson;
  /** The days of logins that succeeded, in no order. */
  succeeded: readonly Day[];
  failed: readonly Day[];
}

/** The logins of all who stand in the report: those that the reports show, earlier ones, and failed ones, also of people who never got in. */
export function practiceLogins(people: readonly PracticePerson[], today: Day, seed: number): PracticeLogins[] {
  const random = createRandom(seed);
  const some = (most: number, from: Day) =>
    Array.from({ length: random.whole(0, most) }, () => daysBefore(from, random.whole(0, 300)));
  return people
    .filter(({ inReport }) => inReport)
    .map((person) => {
      const shown = person.logins.filter((day) => day !== undefined);
      const earlier = shown.flatMap((day) => some(3, day));
      return { person, succeeded: [...earlier, ...shown], failed: random.chance(0.5) ? some(6, today) : [] };
    });
}

/** What must come out for a person: the day of the last login that succeeded (`undefined`: there was none), and how many failed. */
export interface LoginTruth {
  lastSeen: Day | undefined;
  failed: number;
}

/** The truth by person, worked out from the made-up logins and not from the files; who did nothing has no entry. */
export const loginTruth = (logins: readonly PracticeLogins[]): ReadonlyMap<string, LoginTruth> =>
  new Map(
    logins
      .filter(({ succeeded, failed }) => succeeded.length + failed.length > 0)
      .map(({ person, succeeded, failed }) => [
        personKey(person.reportIdentifier),
        { lastSeen: [...succeeded].sort().at(-1), failed: failed.length },
      ]),
  );

interface StaffLogin {
  primary_id: string;
  full_name: string;
  ip_address: string;
  login_date: string;
  successful: boolean;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** All events, the newest first, each in a minute of its own. */
function staffLogins(logins: readonly PracticeLogins[]): StaffLogin[] {
  const events = logins.flatMap(({ person, succeeded, failed }) => {
    const event = (day: Day, at: number, successful: boolean): StaffLogin => ({
      primary_id: person.reportIdentifier,
      full_name: `${person.lastName}, ${person.firstName}`,
      ip_address: `192.0.2.${at % 255}`,
      login_date: `${day}T${twoDigits(6 + Math.floor(at / 60))}:${twoDigits(at % 60)}:30Z`,
      successful,
    });
    return [
      ...succeeded.map((day, at) => event(day, at, true)),
      ...failed.map((day, at) => event(day, succeeded.length + at, false)),
    ];
  });
  return events.sort((a, b) => (a.login_date < b.login_date ? 1 : -1));
}

const PAGE = 100;
const ANALYTICS_PAGE = 25;
/** The oldest time a zip can hold: the same people give the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

const bytesOf = (text: string) => strToU8(text) as Uint8Array<ArrayBuffer>;

/** Pages in one zip. */
export const zipOf = (pages: readonly Uint8Array[]) =>
  zipSync(Object.fromEntries(pages.map((bytes, at) => [`page-${at + 1}`, bytes])), {
    mtime: FIXED_TIME,
  }) as Uint8Array<ArrayBuffer>;

/**
 * The login report as its interface answers, in pages of 100 events, each with how many there are in all. The names of the members are
 * those of one public toolkit (ugent-library/exlibris-alma-sdk); Alma's own schema was not seen.
 */
export function loginAnswers(logins: readonly PracticeLogins[]) {
  const events = staffLogins(logins);
  const pages = (overlap = 0): StaffLogin[][] =>
    Array.from({ length: Math.ceil(events.length / PAGE) }, (_, at) =>
      events.slice(Math.max(0, at * PAGE - overlap), (at + 1) * PAGE),
    );
  const json = (page: readonly StaffLogin[]) =>
    bytesOf(JSON.stringify({ staff_login: page, total_record_count: events.length }));
  const xml = (page: readonly StaffLogin[]) => {
    const elements = page.map((event) => {
      const members = Object.entries(event).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`);
      return `<staff_login>${members.join('')}</staff_login>`;
    });
    return bytesOf(`<staff_logins total_record_count="${events.length}">${elements.join('\n')}</staff_logins>`);
  };
  return {
    events: events.length,
    json: () => pages().map(json),
    /** As pages come out while people go on logging in: each begins with events of the one before. */
    overlapping: () => pages(7).map(json),
    xml: () => pages().map(xml),
    /** All pages in one zip. */
    zip: () => [zipOf(pages().map(json))],
    overlappingZip: () => [zipOf(pages(7).map(json))],
    overlappingXmlZip: () => [zipOf(pages(7).map(xml))],
  };
}

/**
 * The export of roles as the interface of Analytics answers: the schema heads the columns, one of numbers before and one of counts behind
 * those that were asked for; a blank cell has no element, and days are as XML has them. In JSON the same XML stands in a text.
 */
export function analyticsAnswers(people: readonly PracticePerson[]) {
  const headings = ['0', ...roleHeadings, ' MAX( RCOUNT(1))'];
  const elements = headings.map(
    (heading, at) =>
      `<xsd:element name="Column${at}" type="xsd:string" minOccurs="0" maxOccurs="1" saw-sql:type="varchar" saw-sql:columnHeading="${escaped(heading)}"/>`,
  );
  const cells = [...roleRows(people, (day) => day)];
  const rows = cells.map((row) => {
    const columns = ['0', ...row, String(cells.length)].map((cell, at) =>
      cell === '' ? '' : `<Column${at}>${escaped(cell)}</Column${at}>`,
    );
    return `<Row>${columns.join('')}</Row>`;
  });
  // The first answer alone gives the token that asks for the others.
  const resultOf = (page: readonly string[], isFirst = true, isLast = true) =>
    [
      `<QueryResult>${isFirst ? '<ResumptionToken>an-invented-token</ResumptionToken>' : ''}<IsFinished>${isLast}</IsFinished><ResultXml>`,
      '<rowset xmlns="urn:schemas-microsoft-com:xml-analysis:rowset">',
      '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:saw-sql="urn:saw-sql" targetNamespace="urn:schemas-microsoft-com:xml-analysis:rowset">',
      `<xsd:complexType name="Row"><xsd:sequence>${elements.join('')}</xsd:sequence></xsd:complexType></xsd:schema>`,
      `${page.join('\n')}</rowset></ResultXml></QueryResult>`,
    ].join('');
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const xml = (result: string) => bytesOf(`${declaration}<report>${result}</report>`);
  const json = (result: string) => bytesOf(JSON.stringify({ anies: [`${declaration}${result}`] }));
  const results = (size: number): string[] =>
    Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
      resultOf(rows.slice(at * size, (at + 1) * size), at === 0, (at + 1) * size >= rows.length),
    );
  return {
    /** How many rows there are in all. */
    rows: rows.length,
    xml: () => xml(resultOf(rows)),
    json: () => json(resultOf(rows)),
    /** The same in pages, of 25 rows at least: somebody's roles may stand on two of them. */
    xmlPages: (size = ANALYTICS_PAGE) => results(size).map(xml),
    jsonPages: (size = ANALYTICS_PAGE) => results(size).map(json),
  };
}
