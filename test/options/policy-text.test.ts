import { describe, expect, test } from 'vitest';
import { deployment } from '../../src/options/deployment.ts';
import { exportedPolicy, fileNameOf } from '../../src/options/policy-text.ts';
import { type Policy, parsePolicy, policies } from '../../src/rules/index.ts';
import { readMended } from '../../src/settings/index.ts';

const changed: Policy = {
  ...structuredClone(policies.carli as Policy),
  name: 'Example College',
  institution: { name: 'Example "College"', prefixes: ['ex\\'] },
  studentGroups: ['Undergraduate'],
  inactiveRolesCount: false,
  loginWindowDays: 30,
};

describe('a policy handed on', () => {
  test.each(Object.entries(policies))('%s reads as the same policy again', (_id, policy) => {
    expect(parsePolicy(exportedPolicy(policy))).toEqual({ policy, problems: [] });
  });

  test('is the same again as the registry file for Windows, pasted', () => {
    const { json } = readMended(deployment('chrome_windows', 'abc', exportedPolicy(changed))) ?? {};
    expect(parsePolicy(json)).toEqual({
      policy: changed,
      problems: [expect.stringMatching(/inactiveRolesCount.*false/)],
    });
  });

  test('holds only what differs from its base, and reads as the same again', () => {
    const exported = exportedPolicy(changed);
    expect(Object.keys(exported).sort()).toEqual(
      [
        'base',
        'format',
        'inactiveRolesCount',
        'institution',
        'loginWindowDays',
        'name',
        'studentGroups',
        'version',
      ].sort(),
    );
    expect(parsePolicy(JSON.stringify(exported))).toEqual({ policy: changed, problems: [] });
  });

  test('is named after the policy and the day', () => {
    expect(fileNameOf(changed, '2026-11-21')).toBe('alma-user-guard-example-college-2026-11-21.json');
    expect(fileNameOf({ ...changed, name: '図書館' }, '2026-11-21')).toBe('alma-user-guard-2026-11-21.json');
  });
});

describe('a policy to deploy', () => {
  const policy = exportedPolicy(changed);

  test('for Windows is a registry file: numbers as DWORD, lists and groups as JSON in text', () => {
    const [head, , key, ...values] = deployment('chrome_windows', 'abc', policy).split('\r\n');
    expect(head).toBe('Windows Registry Editor Version 5.00');
    expect(key).toBe('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\abc\\policy]');
    expect(values).toContain('"loginWindowDays"=dword:0000001e');
    expect(values).toContain('"inactiveRolesCount"=dword:00000000');
    expect(values).toContain('"studentGroups"="[\\"Undergraduate\\"]"');
    const institution = values.find((value) => value.startsWith('"institution"=')) ?? '';
    const text = institution.slice('"institution"="'.length, -1).replaceAll(/\\(.)/g, '$1');
    expect(JSON.parse(text)).toEqual(changed.institution);
  });

  test('as one text can be read back from a registry file', () => {
    const whole = { policyText: JSON.stringify(policy) };
    const [, , , value = ''] = deployment('chrome_windows', 'abc', whole).split('\r\n');
    const text = value.slice('"policyText"="'.length, -1).replaceAll(/\\(.)/g, '$1');
    expect(JSON.parse(text)).toEqual(policy);
  });

  test('for Edge lies under Microsoft’s key', () => {
    expect(deployment('edge_windows', 'abc', policy)).toContain(
      '\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\abc\\',
    );
  });

  test('for Linux and Firefox is JSON under the extension’s id', () => {
    expect(JSON.parse(deployment('chrome_linux', 'abc', policy))).toEqual({
      '3rdparty': { extensions: { abc: policy } },
    });
    expect(JSON.parse(deployment('firefox', 'a@b', policy))).toEqual({
      policies: { '3rdparty': { Extensions: { 'a@b': policy } } },
    });
  });
});
