import { describe, expect, test } from 'vitest';
import { deployed } from '../../src/options/deployment/index.ts';
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
    const wanted = { id: 'abc', policy: exportedPolicy(changed), whole: false };
    const { json } = readMended(deployed('chrome_windows', wanted)[0]?.text ?? '') ?? {};
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
