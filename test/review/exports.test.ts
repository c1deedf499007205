import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { type Decision, handOver, readableFile, setFile, sha256 } from '../../src/review/model/index.ts';
import { readFile } from '../../src/sheets/index.ts';
import { csvFile, policyWith, practiceReview, reviewOf, today } from './review-of.ts';

const decided = (kind: Decision['kind'], ...keys: string[]): [string, Decision][] =>
  keys.map((key) => [key, { kind, reason: '', by: '', when: today, origin: 'person' }]);
const headings = ['Primary Identifier', 'Status', 'Role Type', 'Role Scope'];

describe('handing over to Alma', () => {
  it('puts identifiers into the set of their decision, exactly as spelled, and leaves the others out', async () => {
    const { people } = reviewOf([
      await csvFile('roles.csv', [
        headings,
        ['00JDoe', 'Active', 'Cataloger', ''],
        ['b', 'Active', 'Cataloger', ''],
        ['c', 'Active', 'Cataloger', ''],
      ]),
    ]);
    const { sets, byHand } = handOver(
      people,
      new Map([...decided('deactivate', '00jdoe'), ...decided('keep', 'b'), ...decided('purge', 'c')]),
      policyWith(),
      'csv',
    );
    expect(sets).toEqual({ deactivate: ['00JDoe'], 'remove-roles': [], purge: ['c'] });
    expect(byHand).toEqual([]);
  });

  it('sends by hand whoever holds a role that needs a scope, with the roles to take off', async () => {
    const { people } = reviewOf([
      await csvFile('roles.csv', [
        headings,
        ['wide', 'Active', 'Patron', 'Example University'],
        ['wide', 'Active', 'Cataloger', 'Example University'],
        ['desk', 'Active', 'Patron', 'Example University'],
        ['desk', 'Active', 'Circulation Desk Operator', 'Law Library'],
        ['odd', 'Active', 'Map Room Steward', ''],
      ]),
    ]);
    const { sets, byHand } = handOver(
      people,
      new Map(decided('remove-roles', 'wide', 'desk', 'odd')),
      policyWith(),
      'xlsx',
    );
    expect(sets['remove-roles']).toEqual(['wide']);
    expect(byHand.map(({ identifier, reason, roles }) => [identifier, reason, roles])).toEqual([
      ['desk', 'role-needs-scope', [{ name: 'Circulation Desk Operator', scope: 'Law Library' }]],
      ['odd', 'role-needs-scope', [{ name: 'Map Room Steward', scope: undefined }]],
    ]);
  });

  it('never hands over a protected account, whatever the decisions say', async () => {
    const { people } = await practiceReview({ people: 100 });
    const all = new Map(people.flatMap(({ key }) => decided('purge', key)));
    const { sets, byHand } = handOver(people, all, policyWith(), 'csv');
    const handed = [...sets.purge, ...byHand.map(({ identifier }) => identifier)];
    expect(handed.filter((id) => /^(exl_|rialto_|leganto_guest)/i.test(id))).toEqual([]);
    expect(handed).toHaveLength(people.filter((person) => !person.protected).length);
  });

  it('sends an identifier that looks like a formula by hand in CSV, and as a text in a workbook', async () => {
    const list = await csvFile('ids.csv', [['USERNAME'], ['=cmd()'], ['-1'], ['@x'], ['+1'], ['fine']]);
    const { people } = reviewOf([list]);
    const all = new Map(people.flatMap(({ key }) => decided('deactivate', key)));
    const csv = handOver(people, all, policyWith(), 'csv');
    expect(csv.sets.deactivate).toEqual(['fine']);
    expect(csv.byHand.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 4 }, () => 'identifier-like-a-formula'),
    );
    expect(handOver(people, all, policyWith(), 'xlsx').sets.deactivate).toEqual(['=cmd()', '-1', '@x', '+1', 'fine']);
  });

  it('names the protected accounts that a decision stands on, and whoever is in no file any more', async () => {
    const { people } = reviewOf([await csvFile('ids.csv', [['USERNAME'], ['exl_api'], ['jdoe'], ['kept1']])]);
    const decisions = new Map([
      ...decided('purge', 'exl_api', 'left9'),
      ...decided('deactivate', 'jdoe'),
      ...decided('keep', 'kept1', 'left8'),
    ]);
    const { sets, keys, byHand, leftOut } = handOver(people, decisions, policyWith(), 'xlsx');
    expect(leftOut).toEqual({ protected: ['exl_api'], inNoFile: ['left9'] });
    expect([sets.deactivate, keys.deactivate, sets.purge, byHand]).toEqual([['jdoe'], ['jdoe'], [], []]);
  });

  it('hands over nothing to remove where roles were not read', async () => {
    const { people } = reviewOf([await csvFile('ids.csv', [['USERNAME'], ['jdoe']])]);
    const { sets, byHand } = handOver(people, new Map(decided('remove-roles', 'jdoe')), policyWith(), 'xlsx');
    expect(sets['remove-roles']).toEqual([]);
    expect(byHand).toMatchObject([{ reason: 'roles-not-read', roles: [] }]);
  });
});

describe('the files', () => {
  it('a CSV set is USERNAME and the identifiers, byte for byte', () => {
    const bytes = setFile(['007', 'mmüller', 'a,b'], 'csv');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      '\uFEFFUSERNAME\r\n007\r\nmmüller\r\n"a,b"\r\n',
    );
  });

  it('a workbook set holds texts only, and is read back to the same identifiers', async () => {
    const identifiers = ['007', '=1+1', '1E5', '12345678901234567890', ' inner space'.trim()];
    const bytes = setFile(identifiers, 'xlsx') as Uint8Array<ArrayBuffer>;
    expect(setFile(identifiers, 'xlsx')).toEqual(bytes);
    const reading = await readFile(new Blob([bytes]), 'set.xlsx');
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    expect(reading.tables[0]?.rows.map(({ identifier }) => identifier)).toEqual(identifiers);
  });

  it('in a table for people no cell is run as a formula', () => {
    const text = new TextDecoder().decode(readableFile([['=HYPERLINK("x")', '@x', 'plain']], 'csv'));
    expect(text).toBe('"\'=HYPERLINK(""x"")",\'@x,plain\r\n');
  });

  it('SHA-256 is that of the bytes', async () => {
    expect(await sha256(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('SHA-256 of a large file is worked out in pieces, without all of it in memory, and can be cancelled', async () => {
    const bytes = Uint8Array.from({ length: 17 * 1024 * 1024 }, (_, at) => (at * 7919) >> 8);
    const file = new Blob([bytes]);
    const atOnce = vi.spyOn(file, 'arrayBuffer');
    expect(await sha256(file)).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(atOnce).not.toHaveBeenCalled();
    const life = new AbortController();
    const cancelled = expect(sha256(file, life.signal)).rejects.toMatchObject({ reason: 'cancelled' });
    life.abort();
    await cancelled;
  });
});
