import { beforeEach, describe, expect, test } from 'vitest';
import { policyInForce } from '../../src/settings/index.ts';
import { keepLocator } from '../../src/settings/taught.ts';
import { fakeStorage } from '../platform/fake-browser.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';

const host = 'demo.alma.exlibrisgroup.com';
const today = new Date(2026, 10, 21);
const place = { field: 'userGroup', by: 'id', value: 'pageBeangrp' } as const;
const kept = async () => (await policyInForce(host)).policy.taughtLocators;

beforeEach(() => {
  installFakeLocks();
  fakeStorage.reset();
});

describe('a place that somebody has shown', () => {
  test('is kept in the policy, in use, with the day on it', async () => {
    expect(await keepLocator(host, place, today)).toBe('kept');
    const [locator, another] = await kept();
    expect(another).toBeUndefined();
    expect(locator).toMatchObject({ ...place, on: true });
    expect(locator?.note).toContain('2026');
  });

  test('stands beside others, also beside another one for the same field', async () => {
    await keepLocator(host, place, today);
    await keepLocator(host, { ...place, by: 'label', value: 'Doelgroep' }, today);
    expect((await kept()).map(({ value }) => value)).toEqual(['pageBeangrp', 'Doelgroep']);
  });

  test('that was switched off is switched on, and not kept twice', async () => {
    fakeStorage.putLocal({
      settings: { schema: 1, choices: { taughtLocators: [{ ...place, on: false, note: 'by Ada' }] } },
    });
    expect(await keepLocator(host, place, today)).toBe('kept');
    expect((await kept()).map(({ value, on }) => ({ value, on }))).toEqual([{ value: 'pageBeangrp', on: true }]);
  });

  test('is not kept where an administrator has set the places', async () => {
    fakeStorage.putManaged({ taughtLocators: [] });
    expect(await keepLocator(host, place, today)).toBe('locked');
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['of an unknown field', { ...place, field: 'shoeSize' }],
    ['by an unknown kind of anchor', { ...place, by: 'position' as 'id' }],
    ['longer than any id', { ...place, value: 'x'.repeat(500) }],
    ['without a value', { ...place, value: ' ' }],
  ])('%s is not kept', async (_, unusable) => {
    expect(await keepLocator(host, unusable, today)).toBe('refused');
    expect(await kept()).toEqual([]);
  });

  test('is not kept when the browser cannot write, and the reason is told', async () => {
    fakeStorage.failWrites(new Error('QUOTA_BYTES quota exceeded'));
    expect(await keepLocator(host, place, today)).toBe('full');
  });
});
