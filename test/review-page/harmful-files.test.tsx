// @vitest-environment happy-dom
import { waitFor } from '@testing-library/preact';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { settled, today } from './desk-here.ts';
import { linesOf, linesThatBegin } from './file-lines.ts';
import { openPage } from './page-here.tsx';

const utf8 = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])),
  ) as Uint8Array<ArrayBuffer>;

/** A zip in which the file without a name is called so: what makes zips takes some names for its own. */
function zipNaming(name: string, files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const standIn = 'x'.repeat(name.length);
  const bytes = zip(Object.fromEntries(Object.entries(files).map(([path, text]) => [path || standIn, text])));
  return Uint8Array.from(Buffer.from(bytes).toString('latin1').replaceAll(standIn, name), (sign) => sign.charCodeAt(0));
}

const LEVELS = 10_000;
const nested = (open: string, close: string) => open.repeat(LEVELS) + close.repeat(LEVELS);
const user = (id: string, more = '') => `{"primary_id":"${id}","status":"ACTIVE"${more}}`;
const element = (id: string, more = '') => `<user><primary_id>${id}</primary_id>${more}</user>`;

/** Words that stand for words that stand for words: three of three of three, and no more, so that nobody else is harmed by it. */
const laughs = `<!DOCTYPE users [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>`;
const definitions = {
  'a word': '<!DOCTYPE users [<!ENTITY a "aone">]>',
  'words within words': laughs,
  'words of another place': '<!DOCTYPE users [<!ENTITY a SYSTEM "https://example.org/a">]>',
  'words for definitions': '<!DOCTYPE users [<!ENTITY % a SYSTEM "https://example.org/a"> %a;]>',
  'what holds where nothing stands': '<!DOCTYPE users [<!ATTLIST status desc CDATA "Active">]>',
  'all of it elsewhere': '<!DOCTYPE users SYSTEM "https://example.org/users.dtd">',
};
const defined = (definition: string) => `${definition}<users>${element('&c;')}</users>`;

interface Expected {
  says: readonly string[];
  /** Who is read of the file; nobody where it is refused. */
  people?: readonly string[];
}

const tooDeep: Expected = { says: ['This file holds things inside things hundreds of levels deep'] };
const isDefining: Expected = { says: ['This XML file defines words of its own'] };
const records = (count: number) => ['User records', count === 1 ? '1 record' : `${count} records`];
const withoutRoles = (count: number) =>
  count === 1 ? '1 record does not say which roles' : `${count} records do not say which roles`;

/** Gives a file, and a good one behind it: what the page says of the first, who is in both, and that the good one is read. */
async function expectFrom(bytes: Uint8Array<ArrayBuffer>, { says, people = [] }: Expected): Promise<void> {
  const { desk } = openPage();
  const given = [
    ['harmful', bytes],
    ['good', utf8('Primary Identifier,Status,Role Type\nnext,Active,Cataloger\n')],
  ] as const;
  desk.add(given.map(([name, part]) => ({ name, blob: new Blob([part]), lastModified: 0, asOf: today })));
  await settled(desk);
  await waitFor(() => expect(linesOf('harmful')).toEqual(linesThatBegin(...says)));
  await waitFor(() => expect([...(desk.store.get().reviewed?.byKey.keys() ?? [])]).toEqual([...people, 'next']));
  expect(desk.store.get().reviewed?.byKey.get('next')?.answer).toBe('counts');
  expect(({} as { status?: unknown }).status).toBeUndefined();
}

describe('10,000 levels', () => {
  const inRecord = (inside: string) => `[${user('a')},${user('b', `,"x":${inside}`)},${user('c')}]`;
  test.each<[string, string, Expected]>([
    ['of lists around everything', nested('[', ']'), tooDeep],
    ['of users around everything', `${'{"user":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`, tooDeep],
    ['of lists in what is never read', inRecord(nested('[', ']')), tooDeep],
    ['of objects in what is never read', inRecord(`${'{"x":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`), tooDeep],
    ['in one line of many', `${user('a')}\n${user('b', `,"x":${nested('[', ']')}`)}\n${user('c')}\n`, tooDeep],
    ['of elements', `<users>${element('a', nested('<a>', '</a>'))}</users>`, tooDeep],
    ['of users', nested('<user>', '</user>'), tooDeep],
    [
      'of elements in an answer in JSON',
      JSON.stringify({ anies: [`<report>${nested('<a>', '</a>')}</report>`] }),
      tooDeep,
    ],
    ['that never end', `<users>${'<a>'.repeat(LEVELS)}`, tooDeep],
    [
      'in a text are none',
      inRecord(JSON.stringify(nested('[', ']'))),
      { says: [...records(3), withoutRoles(3)], people: ['a', 'b', 'c'] },
    ],
  ])('%s', (_, text, expected) => expectFrom(utf8(text), expected));

  test.each<[string, string]>([
    ['json', `[${user('a')},${nested('[', ']')}]`],
    ['ndjson', `${user('a')}\n${user('b', `,"x":${nested('[', ']')}`)}\n`],
    ['xml', `<users>${element('a')}${nested('<a>', '</a>')}</users>`],
  ])('in a zip, in %s', (form, text) =>
    expectFrom(zip({ [`deep.${form}`]: text, 'fine.xml': `<users>${element('z')}</users>` }), {
      says: [...records(2), withoutRoles(2), `deep.${form} in this zip was not read to its end`],
      people: ['a', 'z'],
    }),
  );
});

describe('a file that defines', () => {
  test.each(Object.entries(definitions))('%s', (_, definition) => expectFrom(utf8(defined(definition)), isDefining));

  test('words within words, with a declaration', () =>
    expectFrom(utf8(`<?xml version="1.0"?>\n${defined(laughs)}`), isDefining));

  test('words within words, in an answer in JSON', () =>
    expectFrom(utf8(JSON.stringify({ anies: [defined(laughs)] })), isDefining));

  test('words within words, in a zip', () =>
    expectFrom(zip({ 'laughs.xml': defined(laughs), 'fine.xml': `<users>${element('z')}</users>` }), {
      says: [...records(1), withoutRoles(1), 'laughs.xml in this zip was not read: it defines words of its own'],
      people: ['z'],
    }));

  test('words within words, alone in a zip', () => expectFrom(zip({ 'laughs.xml': defined(laughs) }), isDefining));
});

describe('what stands there twice and differs', () => {
  const two = (form: string) => ({
    says: [...records(1), withoutRoles(1), '1 row not read whole', form],
    people: ['b'],
  });
  const line = 'Record 1: primary_id stands there twice and says different things.';
  const twice = '{"primary_id":"a","primary_id":"x"}';
  const elements = `<user><primary_id>a</primary_id><primary_id>x</primary_id></user>${element('b')}`;
  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['in JSON', utf8(`[${twice},${user('b')}]`)],
    ['in NDJSON', utf8(`${twice}\n${user('b')}\n`)],
    ['in XML', utf8(`<users>${elements}</users>`)],
    ['in a zip', zip({ 'users.json': `[${twice},${user('b')}]` })],
  ])('%s', (_, bytes) => expectFrom(bytes, two(line)));

  test('a status', () =>
    expectFrom(utf8(`[${user('a', ',"status":"INACTIVE"')}]`), {
      says: [...records(1), withoutRoles(1), '1 row not read whole', 'Record 1: status stands there twice'],
      people: ['a'],
    }));
});

describe('names of what every object has', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasownproperty'];
  const keys = names.map((name) => name.toLowerCase());
  const all = { says: [...records(5), withoutRoles(5)], people: keys };
  const polluting = ',"__proto__":{"status":"x"},"constructor":{"prototype":{"status":"x"}}';
  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['in JSON', utf8(`[${names.map((name) => user(name, polluting))}]`)],
    ['in NDJSON', utf8(names.map((name) => `${user(name, polluting)}\n`).join(''))],
    [
      'in XML',
      utf8(
        `<users>${names.map((name) => element(name, '<__proto__><status>x</status></__proto__>')).join('')}</users>`,
      ),
    ],
    [
      'in a zip, and of its files',
      zipNaming(
        '__proto__',
        Object.fromEntries(names.map((name, at) => [at === 0 ? '' : name, `<users>${element(name)}</users>`])),
      ),
    ],
  ])('%s: they are people like others', (_, bytes) => expectFrom(bytes, all));

  test('as a status they are words that nobody knows', () =>
    expectFrom(utf8('[{"primary_id":"a","status":{"value":"__proto__"}}]'), {
      says: [...records(1), withoutRoles(1), '1 row not read whole', 'Record 1: we do not know the word in status.'],
      people: ['a'],
    }));
});

describe('a zip', () => {
  test('of blanks without end is not unpacked to its end', () =>
    expectFrom(zipSync({ 'users.xml': new Uint8Array(48 * 1024 * 1024).fill(32) }) as Uint8Array<ArrayBuffer>, {
      says: ['This file unpacks to very much more than an export holds.'],
    }));

  test('in a zip is named, and not opened', () =>
    expectFrom(
      zipSync({
        'inner.zip': zip({ 'users.xml': element('x') }),
        'fine.xml': utf8(element('z')),
      }) as Uint8Array<ArrayBuffer>,
      {
        says: [...records(1), withoutRoles(1), 'inner.zip in this zip was not used: it is a zip itself.'],
        people: ['z'],
      },
    ));
});
