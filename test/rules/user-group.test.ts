import { describe, expect, test } from 'vitest';
import { type FieldName, parseDay, read, recordOf, type UserFields, type UserRecord } from '../../src/record/index.ts';
import { judge, policies } from '../../src/rules/index.ts';
import type { Policy } from '../../src/rules/policy.ts';

const today = parseDay('2026-11-21') ?? '';
const { base, wrlc, carli } = policies;

/** A staff record whose user group was read as a name with a code beside it. */
function inGroup(name: string, code: string): UserRecord {
  const known: Pick<UserFields, Exclude<FieldName, 'userGroup'>> = {
    primaryId: 'ada@example.org',
    name: 'Wren, Ada',
    recordType: 'STAFF',
    accountType: 'EXTERNAL',
    status: 'ACTIVE',
    expiryDate: null,
    purgeDate: null,
    roles: [{ name: 'Cataloger', status: 'ACTIVE' }],
    lastLogin: 'not-in-window',
  };
  return { ...recordOf(known), userGroup: read(name, code) };
}

const outcome = (rule: string, record: UserRecord, policy: Policy) =>
  judge(record, policy, today).verdicts.find((verdict) => verdict.rule === rule)?.outcome;

const entry = { match: 'group', label: 'Central staff', counts: false, source: 'a test' } as const;

describe('a user group that was read with its code', () => {
  test.each<[string, (listed: string) => Policy]>([
    ['student-with-staff-roles', (listed) => ({ ...base, studentGroups: [listed] })],
    ['linked-account', (listed) => ({ ...base, linkedGroups: [listed] })],
    ['roles-kept-as-record', (listed) => ({ ...base, retainedGroups: [listed] })],
    ['consortium-account', (listed) => ({ ...base, protectedAccounts: [{ ...entry, value: listed }] })],
  ])('%s: the policy may list the name or the code, in any case', (rule, policyWith) => {
    const record = inGroup('Undergraduate Student', 'UGRD');
    for (const listed of ['Undergraduate Student', 'undergraduate student ', 'UGRD', 'ugrd'])
      expect(outcome(rule, record, policyWith(listed)), listed).toBe('found');
    for (const listed of ['Undergraduate', 'UG', 'Faculty'])
      expect(outcome(rule, record, policyWith(listed)), listed).toBe('clear');
  });

  test.each<[string, Policy, string]>([
    ['linked-account', wrlc as Policy, 'wrlc user'],
    ['linked-account', carli as Policy, 'I-Share'],
    ['pickup-location-account', wrlc as Policy, 'Library Pickup Locations'],
  ])('%s: the shipped policy knows the group by its name, whatever its code is', (rule, policy, name) => {
    expect(outcome(rule, inGroup(name, '17'), policy)).toBe('found');
    expect(outcome(rule, inGroup('Another group', name), policy)).toBe('found');
    expect(outcome(rule, inGroup('Another group', '17'), policy)).toBe('clear');
  });
});
