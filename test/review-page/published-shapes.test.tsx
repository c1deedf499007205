// @vitest-environment happy-dom
import { waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/review/model/index.ts';
import type { Desk } from '../../src/review/page/desk.ts';
import { publishedRecords, publishedTables } from '../sheets/published-shapes.ts';
import { settled, today } from './desk-here.ts';
import { linesOf, linesThatBegin } from './file-lines.ts';
import { openPage } from './page-here.tsx';

const shapes = { ...publishedTables, ...publishedRecords };
type Shape = keyof typeof shapes;

/** What of a file must come out, after the published descriptions of its form and not after what the reader does. */
interface Right {
  /** By identifier: name; status; group; expiry date; roles; last login; whether the person counts. `?` not known, `-` blank. */
  people: Readonly<Record<string, string>>;
  /** How each line begins that the page says of the file, but for those of the columns. */
  says: readonly string[];
}

function shown({ record, answer }: Person): string {
  const { name, status, userGroup, expiryDate, roles, lastLogin } = record;
  const plain = [name, status, userGroup, expiryDate].map((field) =>
    field.state === 'read' ? (field.value ?? '-') : '?',
  );
  const held =
    roles.state === 'read'
      ? roles.value.map(({ code, name: role, status: state, scope, expiryDate: ends }) =>
          [code, role, state === 'INACTIVE' ? 'off' : undefined, scope && `in ${scope}`, ends && `until ${ends}`]
            .filter((part) => part !== undefined && part !== null)
            .join(' '),
        )
      : ['?'];
  const login = lastLogin.state === 'read' ? lastLogin.value : '?';
  return [...plain, held.join(' + '), login, answer].join('; ');
}

const peopleOf = (desk: Desk) =>
  Object.fromEntries([...(desk.store.get().reviewed?.byKey ?? [])].map(([key, person]) => [key, shown(person)]));

const lines = () => linesOf('file');

async function give(shape: Shape): Promise<Desk> {
  const { desk } = openPage();
  const blob = new Blob([shapes[shape] as Uint8Array<ArrayBuffer>]);
  // Nothing is told by the name.
  desk.add([{ name: 'file', blob, lastModified: 0, asOf: today }]);
  await settled(desk);
  return desk;
}

async function expectRight(desk: Desk, { people, says }: Right): Promise<void> {
  await waitFor(() => expect(lines()).toEqual(linesThatBegin(...says)));
  await waitFor(() => expect(peopleOf(desk)).toEqual(people));
}

const userList = 'Analytics: one row per user';
const roleList = 'Analytics: one row per user and role';
const records = 'User records';
const patron = (name = 'One, Ada') =>
  `${name}; ACTIVE; Undergraduate - UCB SLE; 2027-06-30; 200 Patron in Example University; ?; does-not-count`;
const withoutRoles = (count: number) =>
  count === 1 ? '1 record does not say which roles it has.' : `${count} records do not say which roles they have.`;
const loaded = (status = 'ACTIVE', group = '08') => `One, Ada; ${status}; ${group}; 2027-06-30; ?; ?; cannot-tell`;
const cataloger = (status: string) => `One, Ada; ${status}; Staff; 2027-06-30; Cataloger in Example University`;

const right: Partial<Record<Shape, Right>> = {
  'Analytics CSV: renewals': {
    people: {
      aone: '?; ?; UGRD Undergraduate; 2027-06-30; ?; ?; cannot-tell',
      btwo: '?; ?; GRAD Graduate; -; ?; ?; cannot-tell',
    },
    says: [userList, '2 rows', '1 row not read whole', 'Line 4: no primary identifier.'],
  },
  'Analytics CSV: identifiers alone, without a mark': {
    people: { '00042': '?; ?; ?; ?; ?; ?; cannot-tell', btwo: '?; ?; ?; ?; ?; ?; cannot-tell' },
    says: ['List of identifiers', '2 rows'],
  },
  'Analytics CSV: names as a program has them': {
    people: { aone: 'One, Ada; ?; P Faculty & Professional; 2027-06-30; ?; ?; cannot-tell' },
    says: [userList, '1 row'],
  },
  'Analytics CSV: no result': { people: {}, says: ['This report is empty: it says that the query gave no rows.'] },
  'Analytics CSV: a row for each user, role and scope': {
    people: {
      aone: `${cataloger('ACTIVE')} + Circulation Desk Operator off in Law Library until 2020-01-31 + Circulation Desk Operator in Main Library; ?; counts`,
    },
    says: [roleList, '3 rows'],
  },
  // Whether the account is active they do not say.
  'its output by user': { people: { aone: `${cataloger('?')}; ?; cannot-tell` }, says: [roleList, '1 row'] },
  'its output with categories of roles': {
    people: { aone: `${cataloger('?')}; ?; cannot-tell` },
    says: [roleList, '1 row'],
  },
  'Staff Login Report: data from line 3': {
    people: {
      aone: '?; ?; ?; ?; ?; 2026-11-02; cannot-tell',
      btwo: '?; ?; ?; ?; ?; not-in-window; cannot-tell',
    },
    says: ['Staff Login Report', '2 rows', '1 line that is no row left out'],
  },
  // A profile of a load script is no role of Alma's.
  'a list of staff to be loaded': {
    people: { aone: 'One, Ada; ?; ?; ?; ?; ?; cannot-tell' },
    says: [userList, '1 row'],
  },
  'a workbook of groups': {
    people: { aone: '?; ?; Undergraduate; ?; ?; ?; cannot-tell' },
    says: [userList, '1 row'],
  },
  'Analytics by its interface: the first page': {
    people: { aone: '?; ?; Staff; ?; ?; ?; cannot-tell', btwo: '?; ?; -; ?; ?; ?; cannot-tell' },
    says: [userList, '2 rows', 'This is one page of an answer that is not finished.'],
  },
  'Analytics by its interface: the last page': {
    people: { btwo: '?; ?; -; ?; ?; ?; cannot-tell' },
    says: [userList, '1 row', 'This is one page of 2: 1 is here.'],
  },
  'login events': {
    people: { aone: 'Ada One; ?; ?; ?; ?; 2026-11-02; cannot-tell' },
    says: [
      ...['Login events: one row per login', '2 rows', 'This is one page of 512: 2 are here.'],
      '2 IP addresses dropped while reading',
    ],
  },
  'users, one, over several lines': { people: { aone: patron() }, says: [records, '1 record'] },
  'users, one, in one line, with roles of many kinds': {
    people: {
      'b two/@example.org':
        'One, Ada; ACTIVE; Staff User; -; 0 Deposit Manager in Example University + 32 Circulation Desk Operator in Main Library + 32 Circulation Desk Operator in Resource Sharing Library + 2220 Deposit Manager off in Example University; ?; counts',
    },
    says: [records, '1 record'],
  },
  'users, an account that is switched off with roles that are not': {
    people: {
      aone: 'One, Ada; INACTIVE; Undergraduate - UCB SLE; 2027-06-30; 204 Cataloger in Example University; ?; does-not-count',
    },
    says: [records, '1 record'],
  },
  'users, a list': {
    people: {
      aone: 'One, Ada; ACTIVE; ?; ?; ?; ?; cannot-tell',
      btwo: 'One, Ada; ACTIVE; ?; ?; ?; ?; cannot-tell',
    },
    says: [records, '2 records', 'This is one page of 65: 2 are here.', withoutRoles(2)],
  },
  'users, an array': { people: { aone: patron(), btwo: patron() }, says: [records, '2 records'] },
  'users, one a line': {
    people: { aone: patron(), btwo: patron() },
    says: [records, '2 records', '1 row not read whole', "Record 2: this is Alma's answer that a request failed"],
  },
  'users, one after the other without line ends': {
    people: { aone: patron(), btwo: patron() },
    says: [records, '2 records'],
  },
  'users of values alone, in small letters': { people: { aone: patron() }, says: [records, '1 record'] },
  'users of descriptions alone': {
    people: {
      aone: 'One, Ada; INACTIVE; Library staff; 2027-06-30; 200 Patron in Example University; ?; does-not-count',
    },
    says: [records, '1 record'],
  },
  'users in XML, one without a declaration': {
    people: { aone: loaded() },
    says: [records, '1 record', withoutRoles(1)],
  },
  'a load file: userRecords': {
    people: { aone: loaded(), btwo: loaded() },
    says: [records, '2 records', 'This file was written to be loaded into Alma.', withoutRoles(2)],
  },
  'a load file: users without roles': { people: { aone: loaded() }, says: [records, '1 record', withoutRoles(1)] },
  'a load file: users without types': { people: { aone: loaded() }, says: [records, '1 record', withoutRoles(1)] },
  'a load file: users without a status': {
    people: { aone: loaded('?') },
    says: [records, '1 record', withoutRoles(1)],
  },
  'users in their first form': { people: {}, says: ["These are user records in Alma's first form (version 1)"] },
  'a table of codes': { people: {}, says: ["This is a table of Alma's codes, not a list of people."] },
  'an answer that failed, in JSON': {
    people: {},
    says: ["This is no record: it is Alma's answer that it knows no such user."],
  },
  'an answer that failed, in XML': {
    people: {},
    says: ["This is no list of people: it is Alma's answer that too many requests were made."],
  },
};

/** What nobody can tell by itself is asked, with the columns that are known; nobody is made of it before the answer. */
const asked: Partial<Record<Shape, readonly (string | undefined)[]>> = {
  'what came of loading it': ['identifier', undefined, undefined],
  // Its words are none of an account.
  'what a cloud app did': ['identifier', undefined, 'status', undefined],
  'linked accounts of a consortium': ['identifier', undefined, undefined],
  'a list to chase, headings on line 14': [undefined, 'accountType', 'identifier', undefined, undefined],
  'an itemised set of titles': [undefined],
  'a list of identifiers without a heading': [undefined],
  'a load file as CSV, without headings': Array.from({ length: 17 }, () => undefined),
};

/** Files that may have been written to be loaded: as an export, and as a load file. */
const either: Partial<Record<Shape, Right>> = {
  'a hash for a load file, one role': {
    people: { aone: '?; ACTIVE; ?; ?; 200 Patron; ?; does-not-count' },
    says: [records, '1 record'],
  },
  'XML made into JSON by a program': {
    people: { aone: '?; ACTIVE; ?; ?; 204 Cataloger; ?; counts' },
    says: [records, '1 record'],
  },
  'users in XML, one': {
    people: {
      aone: 'One, Ada; INACTIVE; Library staff; 2027-06-30; 204 Cataloger in Example University; ?; does-not-count',
    },
    says: [records, '1 record'],
  },
  'a load file: userRecords, with a group that is blank': {
    people: { aone: 'One, Ada; ACTIVE; -; 2027-06-30; 200 Patron in 01EXA_INST; ?; does-not-count' },
    says: [records, '1 record'],
  },
  'an export of users: XML in a zip': {
    people: Object.fromEntries(
      ['aone', 'btwo'].map((id) => [
        id,
        'One, Ada; INACTIVE; Library staff; 2027-06-30; 204 Cataloger in Example University; ?; does-not-count',
      ]),
    ),
    says: [records, '2 records'],
  },
};

test.each(Object.entries(right) as [Shape, Right][])('%s', async (shape, expected) => {
  await expectRight(await give(shape), expected);
});

describe('is asked about', () => {
  test.each(Object.entries(asked) as [Shape, readonly string[]][])('%s', async (shape, recognised) => {
    const desk = await give(shape);
    const [file] = desk.store.get().files;
    expect(file?.reading).toMatchObject({ state: 'question', question: { ask: 'mapping' } });
    const question = file?.reading.state === 'question' ? file.reading.question : undefined;
    expect(question?.ask === 'mapping' && question.recognised).toEqual(recognised);
    await waitFor(() => expect(lines()).toEqual(['We do not know what the columns hold. Please say what they are.']));
    expect(peopleOf(desk)).toEqual({});
  });

  test.each(Object.entries(either) as [Shape, Right][])('%s: an export, or a load file', async (shape, expected) => {
    const desk = await give(shape);
    const [file] = desk.store.get().files;
    expect(file?.reading).toMatchObject({ state: 'question', question: { about: 'record-source' } });
    expect(peopleOf(desk)).toEqual({});
    const answer = async (choice: 'export' | 'load-file') => {
      desk.answer(file?.key as number, { choices: { 'record-source': { user_roles: choice } } });
      await settled(desk);
    };
    await answer('export');
    await expectRight(desk, expected);
    await answer('load-file');
    await waitFor(() => expect(lines()).toContainEqual(expect.stringMatching(/^This file was written to be loaded/)));
    await waitFor(() => {
      const fields = Object.values(peopleOf(desk)).map((text) => text.split('; '));
      expect(fields.map((one) => one[4])).toEqual(fields.map(() => '?'));
      expect(fields).toHaveLength(Object.keys(expected.people).length);
    });
  });
});

test('every published shape is tried', () => {
  expect([right, asked, either].flatMap((table) => Object.keys(table)).sort()).toEqual(Object.keys(shapes).sort());
});
