import { describe, expect, test } from 'vitest';
import { policies } from '../../src/rules/index.ts';
import { combine } from '../../src/settings/in-force.ts';
import { arrived } from '../../src/settings/index.ts';
import { managedIn } from '../../src/settings/managed.ts';
import { understand } from '../../src/settings/stored.ts';

const inForce = (managed: unknown) => combine(understand(undefined), managed);
const rows = (managed: unknown) =>
  arrived(managed).map(({ path, within, outcome }) => `${within ? `${within}: ` : ''}${path} ${outcome}`);

const listed = [
  { match: 'exact', value: 'central-one', counts: 'no' },
  { match: 'exact', value: 'central-two', counts: false },
];

describe('a policy that an administrator has set as one text', () => {
  test('is in force and locked, key by key, like one that was set in keys', () => {
    const policy = { ...policies.carli, name: 'Ours', guard: { delete: 'tell' }, loginWindowDays: 30 };
    const byText = inForce({ policyText: JSON.stringify(policy) });
    expect(byText).toEqual(inForce(policy));
    expect(byText).toMatchObject({ origin: 'managed', policy: { base: 'carli', loginWindowDays: 30 }, problems: [] });
    expect(byText.lockedKeys).toContain('guard.delete');
    expect(byText.lockedKeys).not.toContain('policyText');
  });

  test('loses one entry by one mistake, not the list, and the entry is named', () => {
    const { policy, problems } = inForce({ policyText: JSON.stringify({ protectedAccounts: listed }) });
    expect(policy.protectedAccounts.map(({ value }) => value)).toContain('central-two');
    expect(problems.join('\n')).toMatch(/Entry 1 of the list “protectedAccounts”|protectedAccounts.*counts/);
    const [text, entry] = arrived({ policyText: JSON.stringify({ protectedAccounts: listed }) });
    expect(text).toMatchObject({ path: 'policyText', outcome: 'used' });
    expect(entry).toMatchObject({ path: 'protectedAccounts', within: 'policyText', outcome: 'mended' });
  });

  test('gives way to a key that was set by itself, and that is said', () => {
    const managed = {
      loginWindowDays: 20,
      guard: { delete: 'off' },
      policyText: JSON.stringify({ loginWindowDays: 30, guard: { delete: 'tell', deactivate: 'hold' }, colour: 'red' }),
    };
    const { policy, problems } = inForce(managed);
    expect(policy.loginWindowDays).toBe(20);
    expect(policy.guard).toMatchObject({ delete: 'off', deactivate: 'hold' });
    expect(problems).toEqual([expect.stringContaining('no setting “colour”')]);
    expect(rows(managed)).toEqual([
      'loginWindowDays used',
      'guard.delete used',
      'policyText used',
      'policyText: loginWindowDays refused',
      'policyText: guard.delete refused',
      'policyText: guard.deactivate used',
      'policyText: colour refused',
    ]);
    expect(arrived(managed)[3]?.problems).toEqual([expect.stringContaining('also set by itself')]);
  });

  test('holds where nothing can be made of the key that was set by itself, and both is said', () => {
    const managed = { loginWindowDays: 365, policyText: '{"loginWindowDays": 30}' };
    const { policy, problems } = inForce(managed);
    expect(policy.loginWindowDays).toBe(30);
    expect(problems).toEqual([expect.stringMatching(/loginWindowDays.*from 1 to 90/)]);
    expect(rows(managed)).toEqual(['loginWindowDays refused', 'policyText used', 'policyText: loginWindowDays used']);
  });

  test.each<[string, unknown, 'mended' | 'refused', RegExp]>([
    ['curly quotation marks', '{“loginWindowDays”: 30}', 'mended', /curly quotation marks/],
    ['a byte order mark and no-break spaces', '\uFEFF{\u00A0"loginWindowDays": 30}', 'mended', /invisible/],
    ['a code fence', '```json\n{"loginWindowDays": 30}\n```', 'mended', /code block/],
    ['a group in place of a text', { loginWindowDays: 30 }, 'mended', /set as a group/],
    ['a text that was cut off', '{"loginWindowDays": 30, "na', 'refused', /cannot be read as JSON/],
    ['nothing', '', 'refused', /cannot be read as JSON.*There is nothing in it/],
    ['two policies', '{"loginWindowDays": 30}{"loginWindowDays": 60}', 'refused', /Several policies/],
    ['a name that stands twice', '{"loginWindowDays": 60, "loginWindowDays": 30}', 'mended', /stands twice/],
    ['a list', '[30]', 'refused', /holds no policy/],
    ['a number', 30, 'refused', /holds no policy/],
    ['null', null, 'refused', /holds no policy/],
    ['far too long a text', `{"name":"${'x'.repeat(1_000_001)}"}`, 'refused', /far too long/],
  ])('%s: said, and what is right is used', (_says, policyText, outcome, sentence) => {
    const { policy, problems, lockedKeys } = inForce({ policyText });
    expect(problems.join('\n')).toMatch(sentence);
    expect(policy.loginWindowDays).toBe(outcome === 'mended' ? 30 : policies.base?.loginWindowDays);
    expect(lockedKeys).toEqual(outcome === 'mended' ? ['loginWindowDays'] : []);
    expect(arrived({ policyText })[0]).toMatchObject({ path: 'policyText', outcome });
    expect(arrived({ policyText })[0]?.problems.join('\n')).toMatch(sentence);
  });

  test('cannot reach beyond its keys', () => {
    const managed = { policyText: '{"__proto__": {"base": "wrlc"}, "constructor": 1, "policyText": "{}"}' };
    expect(inForce(managed).policy).toEqual(policies.base);
    expect(rows(managed).slice(1)).toEqual(
      ['__proto__', 'constructor', 'policyText'].map((path) => `policyText: ${path} refused`),
    );
    expect(managedIn(managed).choices).not.toHaveProperty('base');
  });
});
