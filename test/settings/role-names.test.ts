import { beforeEach, expect, test } from 'vitest';
import { policyInForce } from '../../src/settings/index.ts';
import { keepRoleName } from '../../src/settings/role-names.ts';
import { fakeStorage } from '../platform/fake-browser.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';

const host = 'demo.alma.exlibrisgroup.com';
const names = async () => (await policyInForce(host)).policy.roleNames;

beforeEach(() => {
  installFakeLocks();
  fakeStorage.reset();
});

test('what is said of a name is in the policy from then on, and what is said later takes its place', async () => {
  expect(await keepRoleName(host, { name: 'Lesende', role: 'Patron' })).toBe('kept');
  expect(await keepRoleName(host, { name: 'Kustos', role: '' })).toBe('kept');
  expect(await keepRoleName(host, { name: 'LESENDE', role: 'Cataloger' })).toBe('kept');
  expect(await names()).toEqual([
    { name: 'Kustos', role: '' },
    { name: 'LESENDE', role: 'Cataloger' },
  ]);
});

test.each([
  { name: '', role: 'Patron' },
  { name: 'Lesende', role: 'a role of nobody' },
])('what is no name of a role is refused: %o', async (named) => {
  expect(await keepRoleName(host, named)).toBe('refused');
  expect(await names()).toEqual([]);
});

test('an administrator’s names are left alone', async () => {
  fakeStorage.setManaged({ roleNames: [{ name: 'Lesende', role: 'Patron' }] });
  expect(await keepRoleName(host, { name: 'Kustos', role: 'Patron' })).toBe('locked');
});
