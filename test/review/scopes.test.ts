import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import { askFiles, type Decision, handOver, openReview, reviewText } from '../../src/review/model/index.ts';
import { csvFile, fileToJoin, policyWith, reviewHolding, reviewOf, today } from './review-of.ts';

const institution = { value: '01EXA_INST', desc: 'Example University' };
const role = (value: string, desc: string, scope: object | string | null) => ({
  status: { value: 'ACTIVE', desc: 'Active' },
  scope,
  role_type: { value, desc },
});
const record = (primary_id: string, roles: readonly object[]) => ({
  primary_id,
  record_type: { value: 'STAFF', desc: 'Staff' },
  status: { value: 'ACTIVE', desc: 'Active' },
  user_identifier: [],
  user_role: roles,
});
const jsonFile = (name: string, json: unknown, asOf: Day = today) =>
  fileToJoin({ name, asOf, bytes: new TextEncoder().encode(JSON.stringify(json)) });
const all = (kind: Decision['kind'], ...keys: string[]) =>
  new Map<string, Decision>(keys.map((key) => [key, { kind, reason: '', by: '', when: today, origin: 'person' }]));
const desk = (code: string) => role('32', 'Circulation Desk Operator', { value: code, desc: 'Main Library' });

describe('scopes by their codes', () => {
  it('two libraries of one name are two scopes', async () => {
    const { person } = reviewOf([
      await jsonFile('users.json', [record('a', [role('200', 'Patron', institution), desk('MAIN'), desk('MAIN2')])]),
    ]);
    expect(person('a').record.roles).toMatchObject({
      value: [{ name: 'Patron' }, { scope: 'Main Library', scopeCode: 'MAIN' }, { scopeCode: 'MAIN2' }],
    });
  });

  it('a library that is called like the institution is none: its roles come off by hand, with its code', async () => {
    const lookAlike = { value: 'EXALIB', desc: 'Example University' };
    const { people } = reviewOf([
      await jsonFile('users.json', [
        record('own', [role('200', 'Patron', institution), role('204', 'Cataloger', institution)]),
        record('library', [role('200', 'Patron', institution), role('204', 'Cataloger', lookAlike)]),
      ]),
    ]);
    const { sets, byHand } = handOver(people, all('remove-roles', 'own', 'library'), policyWith(), 'csv');
    expect(sets['remove-roles']).toEqual(['own']);
    expect(byHand).toMatchObject([
      { key: 'library', roles: [{ name: 'Cataloger', scope: 'Example University', scopeCode: 'EXALIB' }] },
    ]);
  });

  it('where only the name was read, and another scope has it too, nobody knows which it is: by hand', async () => {
    const users = await jsonFile('users.json', [
      record('a', [role('200', 'Patron', institution)]),
      record('b', [role('204', 'Cataloger', { value: 'EXALIB', desc: 'Example University' })]),
    ]);
    const rows = await csvFile('roles.csv', [
      ['Primary Identifier', 'Status', 'Role Type', 'Role Scope'],
      ['c', 'Active', 'Cataloger', 'Example University'],
    ]);
    const handed = handOver(reviewOf([users, rows]).people, all('remove-roles', 'c'), policyWith(), 'csv');
    expect(handed.byHand).toMatchObject([{ key: 'c', reason: 'role-needs-scope' }]);
  });

  it('a code in other letters, or with another name beside it, is the same scope', async () => {
    const { people } = reviewOf([
      await jsonFile('users.json', [
        record('a', [role('200', 'Patron', institution)]),
        record('b', [role('204', 'Cataloger', { value: '01exa_inst', desc: 'Beispieluniversität' })]),
      ]),
    ]);
    expect(handOver(people, all('remove-roles', 'b'), policyWith(), 'csv').byHand).toEqual([]);
  });

  it('a code alone is name and code; an empty one is not given', async () => {
    const { person } = reviewOf([
      await jsonFile('users.json', [
        record('a', [role('204', 'Cataloger', { value: 'LAW' }), role('21', 'User Manager', { value: '', desc: '' })]),
        record('b', [role('204', 'Cataloger', '01EXA_INST')]),
      ]),
    ]);
    const roles = (key: string) => {
      const { roles: found } = person(key).record;
      return found.state === 'read' ? found.value.map(({ scope, scopeCode }) => [scope, scopeCode]) : found;
    };
    expect(roles('a')).toEqual([
      ['LAW', 'LAW'],
      [undefined, undefined],
    ]);
    expect(roles('b')).toEqual([['01EXA_INST', '01EXA_INST']]);
  });

  it('a record and a row without codes agree, whatever day they show, and the role is held once', async () => {
    const users = [record('a', [role('200', 'Patron', institution), role('204', 'Cataloger', institution)])];
    const rows = (asOf: Day) =>
      csvFile(
        'roles.csv',
        [
          ['Primary Identifier', 'Status', 'Role Type', 'Role Status', 'Role Scope', 'Role Expiry Date'],
          ['a', 'Active', 'Patron', 'Active', 'Example University', ''],
          ['a', 'Active', 'Cataloger', 'Active', 'Example University', ''],
        ],
        asOf,
      );
    for (const asOf of [today, '2026-11-10' as Day]) {
      const one = reviewOf([await jsonFile('users.json', users), await rows(asOf)]).person('a');
      expect(one).not.toHaveProperty('differences');
      expect(one.record.roles).toMatchObject({ state: 'read', value: { length: 2 } });
    }
  });

  it('two files of records of one day, of which one has no codes of scopes, tell one role', async () => {
    const withoutCodes = { desc: 'Example University' };
    const one = reviewOf([
      await jsonFile('a.json', [record('a', [role('204', 'Cataloger', withoutCodes)])]),
      await jsonFile('b.json', [record('a', [role('204', 'Cataloger', institution)])]),
    ]).person('a');
    expect(one).not.toHaveProperty('differences');
    expect(one.record.roles).toMatchObject({ value: [{ name: 'Cataloger', scopeCode: '01EXA_INST' }] });
    expect(one.record.roles).toMatchObject({ value: { length: 1 } });
  });

  it('supervisors of two libraries of one name get a file each, which says whose it is', async () => {
    const { people } = reviewOf([
      await jsonFile('users.json', [
        record('a', [desk('MAIN')]),
        record('b', [desk('MAIN2')]),
        record('c', [role('32', 'Circulation Desk Operator', { value: 'LAW', desc: 'Law Library' })]),
      ]),
    ]);
    expect(
      askFiles(people, all('ask', 'a', 'b', 'c'), 'library').map(({ group, code, people: keys }) => [
        group,
        code,
        ...keys,
      ]),
    ).toEqual([
      ['Law Library', undefined, 'c'],
      ['Main Library', 'MAIN', 'a'],
      ['Main Library', 'MAIN2', 'b'],
    ]);
  });

  it('a scope that says two things is listed, and taken for none', async () => {
    const file = await jsonFile('users.json', [record('a', [role('204', 'Cataloger', { value: { x: 'MAIN' } })])]);
    expect(file.tables[0]?.unreadRows).toMatchObject([
      { reason: 'unknown-word', heading: 'user_role', used: 'in-part' },
    ]);
  });

  it('a review file keeps the codes, and one that was saved without them opens', async () => {
    const { joined } = reviewOf([await jsonFile('users.json', [record('a', [desk('MAIN'), desk('MAIN2')])])]);
    const text = reviewText(reviewHolding(joined));
    const opened = openReview(JSON.parse(text));
    if (opened.state !== 'opened') throw new Error('refused');
    expect(opened.review.joined).toEqual(joined);
    const old = openReview(JSON.parse(text.replaceAll(/,"scopeCode":"[^"]*"/g, '')));
    if (old.state !== 'opened') throw new Error('refused');
    expect(old.problems).toEqual([]);
    expect(old.review.joined.people[0]?.record.roles).toEqual({
      state: 'read',
      value: Array.from({ length: 2 }, () => expect.objectContaining({ scope: 'Main Library' })),
    });
  });
});
