import { describe, expect, it } from 'vitest';
import type { Day, UserFields } from '../../src/record/index.ts';
import { recordOf } from '../../src/record/index.ts';
import {
  acceptSuggestions,
  checkDecision,
  createJudging,
  decide,
  emptyBook,
  type JoinedPerson,
  type LoginMemory,
  type Person,
  purgeRisks,
  readAnswers,
} from '../../src/review/model/index.ts';
import type { Policy } from '../../src/rules/index.ts';
import { csvFile, policyWith, today } from './review-of.ts';

const day = (text: string) => text as Day;
const patron = { name: 'Patron' };
const cataloger = { name: 'Cataloger' };

/** A record of which everything was read, and nothing speaks against its purge. */
const harmless: Partial<UserFields> = {
  primaryId: 'gone1',
  name: 'Silva, Nuno',
  recordType: 'STAFF',
  accountType: 'EXTERNAL',
  status: 'INACTIVE',
  userGroup: 'Staff',
  expiryDate: day('2024-06-30'),
  purgeDate: day('2025-06-30'),
  roles: [patron],
  lastLogin: 'not-in-window',
};

interface Known extends Partial<UserFields> {
  /** The last login that any report or earlier review names. */
  lastSeen?: Day;
}

/** A person of whom all is known as in `harmless`, but for what is given; a field given as `undefined` is unread. */
function person({ lastSeen, ...known }: Known, policy: Policy = policyWith()): Person {
  const fields = { ...harmless, ...known };
  const login: LoginMemory = { reports: 4, coveredMonths: 11, ...(lastSeen ? { lastSeen } : {}) };
  const identifier = fields.primaryId as string;
  const joined: JoinedPerson = {
    key: identifier,
    identifier,
    spellings: [identifier],
    record: recordOf(fields),
    files: [],
    inReport: true,
    inAnalytics: true,
    login,
  };
  return createJudging(policy, today)(joined);
}

/** A record of which one field was not read. */
const without = (field: keyof UserFields): Known => Object.fromEntries([[field, undefined]]);

const under = (people: readonly Person[], policy = policyWith()) => ({ people, policy, today });
const risksOf = (one: Person, policy = policyWith()) => purgeRisks(one, { policy, today });

describe('what speaks against a purge', () => {
  const cases: [string, Known, ...string[]][] = [
    ['nothing', {}],
    ['nothing, of a record without an expiration date', { expiryDate: null }],
    ['nothing, where the last login is older than a year', { lastSeen: day('2025-11-19') }],
    ['nothing, where the purge date is today', { purgeDate: today }],
    ['an active record', { status: 'ACTIVE' }, 'active'],
    ['a status that was not read', without('status'), 'status-unread'],
    ['a role that counts', { roles: [patron, cataloger] }, 'counting-roles 1'],
    [
      'two, of which one is held twice',
      { roles: [cataloger, { name: 'User Manager' }, cataloger] },
      'counting-roles 2',
    ],
    ['a role that nobody knows', { roles: [{ name: 'Map Room Steward' }] }, 'counting-roles 1'],
    ['a role that is switched off', { roles: [{ ...cataloger, status: 'INACTIVE' }] }, 'counting-roles 1'],
    ['a role past its own expiry', { roles: [{ ...cataloger, expiryDate: day('2020-01-31') }] }, 'counting-roles 1'],
    ['roles that were not read', without('roles'), 'roles-unread'],
    ['a login two months ago', { lastSeen: day('2026-09-14') }, 'seen 2026-09-14'],
    ['a login that only the record names', { lastLogin: day('2026-11-02') }, 'seen 2026-11-02'],
    ['a login that only an earlier report knows', { lastSeen: day('2026-03-02') }, 'seen 2026-03-02'],
    ['logins that were not read', without('lastLogin'), 'login-unread'],
    ['an expiration date ahead', { expiryDate: day('2027-06-30') }, 'expiry-ahead 2027-06-30'],
    ['one that was not read', without('expiryDate'), 'expiry-unread'],
    ['no purge date', { purgeDate: null }, 'no-purge-date'],
    ['a purge date ahead', { purgeDate: day('2027-06-30') }, 'purge-date-ahead 2027-06-30'],
    ['one that was not read', without('purgeDate'), 'purge-date-unread'],
    [
      'all of it, in the order in which it is told',
      { status: 'ACTIVE', roles: [cataloger], lastSeen: day('2026-09-14'), purgeDate: null, expiryDate: null },
      'active',
      'counting-roles 1',
      'seen 2026-09-14',
      'no-purge-date',
    ],
    [
      'an identifier and nothing more',
      Object.fromEntries(Object.keys(harmless).map((field) => [field, field === 'primaryId' ? 'gone1' : undefined])),
      'status-unread',
      'roles-unread',
      'login-unread',
      'expiry-unread',
      'purge-date-unread',
    ],
  ];

  it.each(cases)('%s', (_, known, ...expected) => {
    const one = person(known);
    const told = risksOf(one).map((risk) =>
      [risk.risk, ...('count' in risk ? [risk.count] : []), ...('day' in risk ? [risk.day] : [])].join(' '),
    );
    expect(told).toEqual(expected);
    expect(checkDecision(one, 'purge', new Map(), under([one])).allowed).toBe(
      expected.length === 0 ? 'yes' : 'after-confirming',
    );
    for (const kind of ['keep', 'ask', 'deactivate', 'remove-roles'] as const) {
      expect(checkDecision(one, kind, new Map(), under([one])).allowed).toBe('yes');
    }
  });

  it('goes by the role list of the policy', () => {
    const one = person({ roles: [{ name: 'Instructor' }] });
    expect(risksOf(one)).toEqual([]);
    expect(risksOf(one, policyWith({ roleList: 'patron-only' }))).toEqual([{ risk: 'counting-roles', count: 1 }]);
  });

  it('comes on top of what is said of the last administrators', () => {
    const admin = person({ roles: [{ name: 'User Administrator' }], status: 'ACTIVE' });
    expect(checkDecision(admin, 'purge', new Map(), under([admin]))).toMatchObject({
      allowed: 'after-confirming',
      whys: [{ key: 'sheets_confirm_last_administrators' }],
      risks: [{ risk: 'active' }, { risk: 'counting-roles' }],
    });
  });
});

describe('a purge that needs a second look', () => {
  const due = { purgeDate: day('2026-01-31') };

  it('is left out and named where suggestions are accepted in bulk, and the harmless one is taken', () => {
    const people = [person({ ...due, primaryId: 'safe1' }), person({ ...due, primaryId: 'seen1', lastSeen: today })];
    expect(people.map(({ suggestion }) => suggestion?.decision)).toEqual(['purge', 'purge']);
    const { book, leftOut } = acceptSuggestions(emptyBook, people, 'R. Viewer', under(people));
    expect([...book.decisions.keys()]).toEqual(['safe1']);
    expect(leftOut).toEqual(['seen1']);
  });

  it('is not taken over from an answer that comes back, and it is said what speaks against it', async () => {
    const people = [person({ primaryId: 'safe1' }), person({ primaryId: 'active1', status: 'ACTIVE' })];
    const { tables } = await csvFile('answers.csv', [
      ['USERNAME', 'Decision'],
      ['safe1', 'purge'],
      ['active1', 'purge'],
    ]);
    const asked = { kind: 'ask', reason: '', by: '', when: today, origin: 'person' } as const;
    const book = decide(
      emptyBook,
      people.map(({ key }) => [key, asked]),
    );
    const read = readAnswers(tables, book, under(people));
    expect(read.accepted).toEqual(['safe1']);
    expect(read.book.decisions.get('active1')?.kind).toBe('ask');
    expect(read.refused).toMatchObject([
      { key: 'active1', answer: 'purge', check: { allowed: 'after-confirming', risks: [{ risk: 'active' }] } },
    ]);
  });
});
