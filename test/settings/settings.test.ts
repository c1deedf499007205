import { beforeEach, describe, expect, test, vi } from 'vitest';
import { policies } from '../../src/rules/index.ts';
import {
  type Change,
  changesToBase,
  type InForce,
  isLocked,
  policyInForce,
  saveChanges,
  watchPolicy,
} from '../../src/settings/index.ts';
import { watchAnswers } from '../../src/settings/watch.ts';
import { browser, fakeStorage } from '../platform/fake-browser.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';

const wrlcHost = 'wrlc-gm.alma.exlibrisgroup.com';
const otherHost = 'demo.alma.exlibrisgroup.com';

const storedChoices = () => (fakeStorage.local().settings as { choices?: unknown } | undefined)?.choices;
const putChoices = (choices: unknown, rest: object = {}) =>
  fakeStorage.putLocal({ settings: { schema: 1, choices, ...rest } });
const change = (path: string, before: unknown, after: unknown): Change => ({ path, before, after });

beforeEach(() => {
  installFakeLocks();
  fakeStorage.reset();
});

describe('the policy in force', () => {
  test('is the base policy at first start, chosen by nobody', async () => {
    const inForce = await policyInForce(otherHost);
    expect(inForce).toMatchObject({ policy: policies.base, origin: 'default', lockedKeys: [], problems: [] });
  });

  test('is what the Alma host suggests, and says which host and institution it was', async () => {
    const inForce = await policyInForce(wrlcHost);
    expect(inForce.policy).toEqual(policies.wrlc);
    expect(inForce).toMatchObject({
      origin: 'suggested',
      suggestedBy: wrlcHost,
      suggestedInstitution: 'George Mason University',
    });
    expect(fakeStorage.local()).toEqual({});
  });

  test('is not suggested any more once somebody has chosen', async () => {
    await saveChanges([change('base', 'wrlc', 'base')]);
    const inForce = await policyInForce(wrlcHost);
    expect(inForce.policy.base).toBe('base');
    expect(inForce.origin).toBe('chosen');
    expect(inForce.suggestedBy).toBeUndefined();
  });

  test('choosing what was suggested is choosing', async () => {
    await saveChanges([change('base', 'wrlc', 'wrlc')]);
    expect((await policyInForce(otherHost)).policy.base).toBe('wrlc');
    expect((await policyInForce(wrlcHost)).origin).toBe('chosen');
  });

  test('takes the suggested base with what was changed before anybody chose a base', async () => {
    await saveChanges([change('studentGroups', [], ['Undergraduate'])]);
    const inForce = await policyInForce(wrlcHost);
    expect(inForce.origin).toBe('suggested');
    expect(inForce.policy).toEqual({ ...policies.wrlc, studentGroups: ['Undergraduate'] });
  });
});

describe('what an administrator set', () => {
  test('wins key by key, within the keys made of parts too, and is locked', async () => {
    putChoices({ base: 'carli', studentGroups: ['Mine'], 'guard.delete': 'off', 'guard.deactivate': 'off' });
    fakeStorage.setManaged({ studentGroups: ['Theirs'], guard: { delete: 'hold' } });
    const { policy, origin, lockedKeys } = await policyInForce(wrlcHost);
    expect(policy.studentGroups).toEqual(['Theirs']);
    expect(policy.guard).toMatchObject({ delete: 'hold', deactivate: 'off' });
    expect(policy.base).toBe('carli');
    expect(origin).toBe('chosen');
    expect(lockedKeys).toEqual(['studentGroups', 'guard.delete']);
    expect(isLocked(lockedKeys, 'guard.delete')).toBe(true);
    expect(isLocked(lockedKeys, 'guard.deactivate')).toBe(false);
  });

  test('is the origin when it names the base, whatever was chosen or suggested', async () => {
    putChoices({ base: 'carli' });
    fakeStorage.setManaged({ base: 'suny' });
    expect(await policyInForce(wrlcHost)).toMatchObject({ origin: 'managed', policy: { base: 'suny' } });
  });

  test('cannot be changed here: nothing of such a saving is written', async () => {
    fakeStorage.setManaged({ guard: { delete: 'hold' } });
    const saving = saveChanges([change('studentGroups', [], ['x']), change('guard.delete', 'hold', 'off')]);
    await expect(saving).rejects.toMatchObject({ refusal: 'locked' });
    expect(fakeStorage.local()).toEqual({});
  });

  test('is nothing where the browser has no managed storage', async () => {
    fakeStorage.setManaged(null);
    expect(await policyInForce(otherHost)).toMatchObject({ origin: 'default', lockedKeys: [], problems: [] });
  });

  test.each(['An unexpected error occurred', 'IO error'])(
    'is unread, not nothing, where the browser fails to tell (%s), and can still come',
    async (message) => {
      fakeStorage.putManaged({ loginWindowDays: 30 });
      const failing = vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error(message));
      const inForce = await policyInForce(otherHost);
      expect(inForce).toMatchObject({ awaited: true, problems: [expect.stringMatching(/administrator.*not come/)] });
      failing.mockRestore();
      expect(await policyInForce(otherHost)).toMatchObject({ policy: { loginWindowDays: 30 }, problems: [] });
    },
  );

  test('is repaired and reported like any policy', async () => {
    fakeStorage.setManaged({ loginWindowDays: 900, nonsense: true });
    const { policy, problems } = await policyInForce(otherHost);
    expect(policy.loginWindowDays).toBe(policies.base?.loginWindowDays);
    expect(problems).toHaveLength(2);
    expect(problems.join(' ')).toMatch(/loginWindowDays.*nonsense|nonsense.*loginWindowDays/s);
  });
});

describe('what is stored', () => {
  test('is only what differs from the chosen base policy', async () => {
    await saveChanges([change('base', 'base', 'carli'), change('linkedGroups', [], ['I-Share'])]);
    expect(fakeStorage.local()).toEqual({ settings: { schema: 1, choices: { base: 'carli' } } });
    await saveChanges([change('guard.delete', 'hold', 'tell')]);
    expect(storedChoices()).toEqual({ base: 'carli', 'guard.delete': 'tell' });
    await saveChanges([change('guard.delete', 'tell', 'hold')]);
    expect(storedChoices()).toEqual({ base: 'carli' });
  });

  test('follows the base in view again when set to its value, while nobody has chosen one', async () => {
    const own = change('linkedGroups', ['wrlc user'], ['wrlc user', 'visitors']);
    await saveChanges([own], { seenBase: 'wrlc' });
    await saveChanges([change('linkedGroups', own.after, ['wrlc user'])], { seenBase: 'wrlc' });
    expect(storedChoices()).toEqual({});
  });

  test('another base keeps what was added to and removed from lists, and never hides its own entries', async () => {
    const mine = { match: 'exact', value: 'demo_staff', label: 'Demo', counts: false, source: '' };
    await saveChanges([
      change('base', 'base', 'wrlc'),
      change('protectedAccounts', [], [mine]),
      change('linkedGroups', ['wrlc user'], []),
      change('loginWindowDays', 90, 30),
    ]);
    await saveChanges(changesToBase((await policyInForce(otherHost)).policy, 'carli'));
    const { policy } = await policyInForce(otherHost);
    expect(policy.protectedAccounts).toEqual([...(policies.carli?.protectedAccounts ?? []), mine]);
    expect(policy.linkedGroups).toEqual(['I-Share']);
    expect(policy.loginWindowDays).toBe(30);
    expect(storedChoices()).not.toHaveProperty('linkedGroups');
  });

  test('holds no trace of the host', async () => {
    await policyInForce(wrlcHost);
    await saveChanges([change('name', 'WRLC', 'Our policy')]);
    expect(JSON.stringify(fakeStorage.local())).not.toContain('wrlc-gm');
  });

  test('can be undone with what saving gives back', async () => {
    putChoices({ base: 'wrlc', studentGroups: ['Undergraduate'] });
    const undo = await saveChanges([
      change('studentGroups', ['Undergraduate'], ['Graduate']),
      change('guard.delete', 'hold', 'off'),
    ]);
    await saveChanges(undo);
    expect(storedChoices()).toEqual({ base: 'wrlc', studentGroups: ['Undergraduate'] });
  });
});

describe('two windows at once', () => {
  test('lose nothing of different settings', async () => {
    await Promise.all([
      saveChanges([change('guard.delete', 'hold', 'tell')]),
      saveChanges([change('guard.deactivate', 'tell', 'off')]),
      saveChanges([change('rules.test-account-leftover', undefined, 'off')]),
    ]);
    expect(storedChoices()).toEqual({
      'guard.delete': 'tell',
      'guard.deactivate': 'off',
      'rules.test-account-leftover': 'off',
    });
  });

  test('lose nothing of one list: additions and removals of both hold', async () => {
    putChoices({ studentGroups: ['A', 'B'] });
    await Promise.all([
      saveChanges([change('studentGroups', ['A', 'B'], ['A', 'B', 'C'])]),
      saveChanges([change('studentGroups', ['A', 'B'], ['B', 'D'])]),
    ]);
    expect(storedChoices()).toEqual({ studentGroups: ['B', 'C', 'D'] });
  });

  test('lose nothing of a list that the base policy had filled', async () => {
    await saveChanges([change('linkedGroups', ['wrlc user'], ['wrlc user', 'visitors'])]);
    expect((await policyInForce(wrlcHost)).policy.linkedGroups).toEqual(['wrlc user', 'visitors']);
  });

  test('the later of two single values holds', async () => {
    await saveChanges([change('loginWindowDays', 90, 60)]);
    await saveChanges([change('loginWindowDays', 90, 30)]);
    expect(storedChoices()).toEqual({ loginWindowDays: 30 });
  });

  test('undoing an addition leaves what the other window added meanwhile', async () => {
    const undo = await saveChanges([change('studentGroups', [], ['A'])]);
    await saveChanges([change('studentGroups', ['A'], ['A', 'B'])]);
    await saveChanges(undo);
    expect(storedChoices()).toEqual({ studentGroups: ['B'] });
  });
});

describe('settings that are damaged or strange', () => {
  test('unusable values are said by name and the others used; saving keeps even them', async () => {
    putChoices({ base: 'wrlc', loginWindowDays: 'many', studentGroups: ['Undergraduate'] });
    const { policy, problems } = await policyInForce(otherHost);
    expect(policy).toEqual({ ...policies.wrlc, studentGroups: ['Undergraduate'] });
    expect(problems).toEqual([expect.stringContaining('loginWindowDays')]);
    await saveChanges([change('guard.delete', 'hold', 'off')]);
    expect(storedChoices()).toMatchObject({ loginWindowDays: 'many', 'guard.delete': 'off' });
  });

  test.each([['a text'], [42], [[1, 2]], [null], [{ schema: 1, choices: 'x' }]])(
    '%j is no settings object, and said so',
    async (value) => {
      fakeStorage.putLocal({ settings: value });
      const { policy, problems } = await policyInForce(otherHost);
      expect(policy).toEqual(policies.base);
      expect(problems).toEqual([expect.stringContaining('damaged')]);
    },
  );

  test('keys that would reach into every object do no harm', async () => {
    const stored = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"rules.__proto__":"off","base":"wrlc"}',
    );
    fakeStorage.putLocal({ settings: { schema: 1, choices: stored } });
    fakeStorage.setManaged(JSON.parse('{"__proto__":{"polluted":true},"rules":{"__proto__":"off"}}'));
    const { policy, problems } = await policyInForce(otherHost);
    expect(policy).toEqual(policies.wrlc);
    expect(problems.length).toBeGreaterThan(0);
    fakeStorage.setManaged({});
    await saveChanges([change('guard.delete', 'hold', 'off'), change('__proto__', undefined, { polluted: true })]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a newer version’s settings are used as far as understood and not overwritten unasked', async () => {
    const newer = { schema: 99, choices: { base: 'wrlc', holograms: 'on' }, invented: { later: true } };
    fakeStorage.putLocal({ settings: newer });
    const { policy, problems } = await policyInForce(otherHost);
    expect(policy).toEqual(policies.wrlc);
    expect(problems.join(' ')).toContain('newer version');
    const changes = [change('guard.delete', 'hold', 'off')];
    await expect(saveChanges(changes)).rejects.toMatchObject({ refusal: 'newer' });
    expect(fakeStorage.local()).toEqual({ settings: newer });

    await saveChanges(changes, { overNewer: true });
    expect(fakeStorage.local()).toEqual({
      settings: { ...newer, schema: 1, choices: { ...newer.choices, 'guard.delete': 'off' } },
    });
  });
});

describe('a storage that does not play along', () => {
  test.each([
    ['full', new Error('QUOTA_BYTES quota exceeded')],
    ['full', new DOMException('Storage is full', 'QuotaExceededError')],
    ['refused', new Error('An unexpected error occurred')],
  ])('%s: said so, and what was stored stays', async (refusal, error) => {
    putChoices({ base: 'wrlc' });
    fakeStorage.failWrites(error);
    await expect(saveChanges([change('guard.delete', 'hold', 'off')])).rejects.toMatchObject({ refusal });
    expect(storedChoices()).toEqual({ base: 'wrlc' });
  });

  test('settings that cannot be read are never written over', async () => {
    putChoices({ base: 'wrlc' });
    fakeStorage.failReads(new Error('Internal error'));
    await expect(saveChanges([change('guard.delete', 'hold', 'off')])).rejects.toMatchObject({ refusal: 'unreadable' });
    expect(await policyInForce(otherHost)).toMatchObject({
      policy: policies.base,
      problems: [expect.stringContaining('could not be read')],
    });
    fakeStorage.failReads(undefined);
    expect((await policyInForce(otherHost)).policy).toEqual(policies.wrlc);
  });
});

describe('watching', () => {
  function watched(host: string) {
    const life = new AbortController();
    const seen: InForce[] = [];
    watchPolicy(host, (inForce) => seen.push(inForce), life.signal);
    return { seen, life };
  }

  test('gives the policy at once and again on each change, by a person or an administrator', async () => {
    const { seen, life } = watched(otherHost);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    await saveChanges([change('guard.delete', 'hold', 'off')]);
    await vi.waitFor(() => expect(seen.at(-1)?.policy.guard.delete).toBe('off'));
    fakeStorage.setManaged({ guard: { delete: 'tell' } });
    await vi.waitFor(() => expect(seen.at(-1)?.policy.guard.delete).toBe('tell'));
    expect(seen.at(-1)?.lockedKeys).toEqual(['guard.delete']);
    life.abort();
  });

  test('stays silent when nothing changed for it, and after the signal is aborted', async () => {
    const { seen, life } = watched(otherHost);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    await saveChanges([change('guard.delete', 'hold', 'hold')]);
    await policyInForce(otherHost);
    expect(seen).toHaveLength(1);
    life.abort();
    expect(fakeStorage.listeners()).toBe(0);
    await saveChanges([change('guard.delete', 'hold', 'off')]);
    await policyInForce(otherHost);
    expect(seen).toHaveLength(1);
  });

  test('asks for the policy only when the settings change, not when something else is stored', async () => {
    const life = new AbortController();
    const ask = vi.fn(async () => undefined);
    watchAnswers(ask, () => undefined, life.signal);
    await browser.storage.local.set({ 'review-headings': { wer: 'identifier' } });
    expect(ask).toHaveBeenCalledTimes(1);
    await browser.storage.local.set({ settings: { schema: 1 } });
    expect(ask).toHaveBeenCalledTimes(2);
    fakeStorage.setManaged({ base: 'carli' });
    expect(ask).toHaveBeenCalledTimes(3);
    life.abort();
  });
});
