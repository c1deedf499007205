import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type FieldName, fieldNames } from '../../src/record/index.ts';
import {
  documents,
  judge,
  type ProtectedAccount,
  policies,
  ruleCatalogue,
  textKey,
  type Verdict,
} from '../../src/rules/index.ts';
import { askable } from '../../src/rules/rule.ts';
import { ruleSources } from '../../src/rules/standards/sources.ts';
import texts from '../../src/texts/en/rules.json' with { type: 'json' };
import { type Case, day, policyOf, recordIn, today } from './case.ts';
import { accountCases } from './cases-accounts.ts';
import { identifierCases } from './cases-identifiers.ts';
import { roleCases } from './cases-roles.ts';

const cases = { ...accountCases, ...identifierCases, ...roleCases };
/** Protected accounts of every kind, none of which any case describes: with them a rule may need every field. */
const everyKind: ProtectedAccount[] = (['prefix', 'exact', 'name', 'group'] as const).map((match) => ({
  match,
  value: 'nobody in the cases',
  label: '',
  counts: false,
  source: '',
}));
const recordToday = day(today);
const textKeys = Object.keys(texts);

/** The permanent ids, in their order, with the severity that each has when a policy says nothing. */
const contract: readonly (readonly [id: string, severity: string])[] = [
  ['ex-libris-account', 'stop'],
  ['rialto-account', 'stop'],
  ['leganto-guest-account', 'stop'],
  ['consortium-account', 'stop'],
  ['alma-administrator-account', 'warn'],
  ['pickup-location-account', 'stop'],
  ['ex-libris-name', 'warn'],
  ['linked-account', 'warn'],
  ['back-up-administrator', 'warn'],
  ['student-with-staff-roles', 'warn'],
  ['expired-but-active', 'warn'],
  ['setup-account-leftover', 'warn'],
  ['purge-date-due', 'warn'],
  ['purge-before-expiry', 'warn'],
  ['prefix-of-another-institution', 'warn'],
  ['prefix-missing', 'warn'],
  ['no-login-in-window', 'warn'],
  ['authorities-disagree', 'note'],
  ['uncounted-roles-only', 'note'],
  ['one-role-decides', 'note'],
  ['uncounted-role-with-counted', 'note'],
  ['inactive-with-staff-roles', 'note'],
  ['role-switched-off', 'note'],
  ['test-account-leftover', 'note'],
  ['generic-account', 'note'],
  ['internal-account-unused', 'note'],
  ['roles-kept-as-record', 'note'],
  ['external-account-overwritten', 'note'],
  ['contact-record', 'note'],
  ['purge-date-missing', 'note'],
  ['privileged-role', 'note'],
  ['named-user', 'fact'],
];

function verdictOn(rule: string, given: Case): Verdict {
  const { verdicts } = judge(recordIn(given), policyOf(given.policy), today);
  const verdict = verdicts.find((each) => each.rule === rule);
  if (!verdict) throw new Error(`no verdict for ${rule}`);
  return verdict;
}

test('the rules are those promised, in their order and with their severities', () => {
  expect(ruleCatalogue.map(({ id, severity }) => [id, severity])).toEqual(contract);
});

test('there is one file for each rule, and no other', () => {
  const folder = fileURLToPath(new URL('../../src/rules/catalogue', import.meta.url));
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(files.sort()).toEqual(contract.map(([id]) => `${id}.ts`).sort());
});

test('a verdict stands for every rule, in the order of the catalogue', () => {
  const { verdicts } = judge(recordIn({}), policies.base, today);
  expect(verdicts.map(({ rule }) => rule)).toEqual(contract.map(([id]) => id));
});

test('no sources are kept for a rule that is not there', () => {
  expect(Object.keys(ruleSources)).toEqual(contract.map(([id]) => id));
});

test('every table belongs to a rule', () => {
  expect(Object.keys(cases).sort()).toEqual(contract.map(([id]) => id).sort());
});

describe.each(ruleCatalogue.map((rule) => ({ rule, id: rule.id })))('$id', ({ rule, id }) => {
  const table = cases[id];
  const found = table?.found ?? [];

  test('has cases of all kinds, a title, texts and sources', () => {
    expect(found.length).toBeGreaterThan(0);
    expect(table?.clear.length).toBeGreaterThan(0);
    expect(table?.cannotTell.length).toBeGreaterThan(0);
    expect(textKeys).toContain(`${textKey(id)}_title`);
    expect(textKeys.filter((key) => key.startsWith(textKey(id))).length).toBeGreaterThan(1);
    expect(rule.sources.length).toBeGreaterThan(0);
    const told = texts[`${textKey(id)}_source` as keyof typeof texts];
    for (const { document, section } of rule.sources) {
      expect(told).toContain(`${documents[document].publisher}, ${documents[document].title} (${section})`);
      expect(documents[document].checked).toMatch(/^\d{4}-\d{2}$/);
      expect(section).not.toBe('');
    }
  });

  test.each(found)('is found: $says', (given) => {
    const verdict = verdictOn(id, given);
    expect(verdict.outcome).toBe('found');
    expect(verdict.findings.length).toBeGreaterThan(0);
    for (const { message } of verdict.findings) {
      expect(message).toMatch(/^[A-Z][^{}]{25,600}[.]$/);
      expect(message).not.toContain(textKey(id));
    }
    expect(verdict.missing).toEqual([]);
  });

  test.each(table?.clear ?? [])('is clear: $says', (given) => {
    expect(verdictOn(id, given)).toMatchObject({ outcome: 'clear', findings: [], missing: [] });
  });

  test.each(table?.cannotTell ?? [])('cannot be told: $says', (given) => {
    const verdict = verdictOn(id, given);
    expect(verdict).toMatchObject({ outcome: 'cannot-tell', findings: [] });
    expect([...verdict.missing].sort()).toEqual([...(given.missing ?? [])].sort());
    expect(verdict.missing.length).toBeGreaterThan(0);
  });

  test('reads every field that it says it needs, and no other', () => {
    const asked = new Set<FieldName>();
    for (const given of [...found, ...(table?.clear ?? []), ...(table?.cannotTell ?? [])]) {
      const fields = new Proxy(askable(recordIn(given)), {
        get(target, field: FieldName) {
          asked.add(field);
          return target[field];
        },
      });
      const policy = policyOf({ ...given.policy, protectedAccounts: everyKind, rules: {} });
      const context = { policy, today: recordToday };
      if (rule.found(fields, context) === true) rule.tell?.(fields, context, String);
    }
    expect([...asked].sort()).toEqual([...rule.needs].sort());
    expect(rule.needs.every((field) => fieldNames.includes(field))).toBe(true);
  });
});
