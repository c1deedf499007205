// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { enter } from '../../src/content/enter.ts';
import { say } from '../../src/platform/say.ts';
import { policies } from '../../src/rules/index.ts';
import { saveChanges } from '../../src/settings/index.ts';
import { userDetails } from '../alma/earlier.ts';
import { exLibrisAccount, namedUser } from '../alma/people.ts';
import { browser, fakeBackground, fakeStorage } from '../platform/fake-browser.ts';
import { answer, beginAnew, panel, rules, show } from './visited.ts';

beginAnew();

describe('while the background does not answer', () => {
  beforeEach(() => {
    fakeBackground.answers = false;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  test('the page is judged by the shipped policy, which is said, and the console is told once', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    show(userDetails(exLibrisAccount));
    enter(window);
    await vi.advanceTimersByTimeAsync(2500);
    expect(rules()).toContain('ex-libris-account');
    const { name } = policies.base ?? {};
    expect(panel()?.textContent).toContain(say('guidance_policy_awaited', { policy: name ?? '' }));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(told).toHaveBeenCalledTimes(1);
    expect(told.mock.calls[0]?.[0]).toContain('settings');
  });

  test('saving a protected account is asked about at once', () => {
    show(userDetails(exLibrisAccount));
    enter(window);
    document.querySelector<HTMLElement>('[data-does="save"]')?.click();
    expect(panel()?.querySelector('[role="alertdialog"]')?.textContent).toContain('exl_');
  });

  test('it is asked again, and what it tells then is shown', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    show(userDetails(namedUser));
    enter(window);
    await vi.advanceTimersByTimeAsync(50);
    expect(answer()).toBeUndefined();
    fakeBackground.answers = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answer()).toBe('counts');
    expect(panel()?.textContent).not.toContain('have not come yet');
    expect(told).not.toHaveBeenCalled();
  });

  test('a change of the settings has it asked anew, even after it was given up', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    show(userDetails(namedUser));
    enter(window);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(panel()?.textContent).toContain('have not come yet');
    fakeBackground.answers = true;
    await saveChanges([{ path: 'loginWindowDays', before: 90, after: 30 }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(answer()).toBe('counts');
    expect(panel()?.textContent).not.toContain('have not come yet');
  });
});

describe('settings that come late, or never', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  /** Lets a part of the browser's storage answer only when told to. */
  function heldBack(area: 'local' | 'managed'): () => void {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const get = browser.storage[area].get;
    vi.spyOn(browser.storage[area], 'get').mockImplementation(async (...asked) => {
      await held;
      return get(...asked);
    });
    return answer;
  }

  test.each(['local', 'managed'] as const)(
    '%s: guidance stands there at once, says so, and is drawn anew',
    async (area) => {
      const come = heldBack(area);
      fakeStorage.putManaged(area === 'managed' ? { rules: { 'ex-libris-account': 'off' } } : {});
      fakeStorage.putLocal(area === 'local' ? { settings: { choices: { 'rules.ex-libris-account': 'off' } } } : {});
      show(userDetails(exLibrisAccount));
      enter(window);
      await vi.advanceTimersByTimeAsync(400);
      expect(rules()).toContain('ex-libris-account');
      expect(panel()?.textContent).toContain('have not come yet');
      await vi.advanceTimersByTimeAsync(5600);
      come();
      await vi.advanceTimersByTimeAsync(1000);
      expect(rules()).not.toContain('ex-libris-account');
      expect(panel()?.textContent).not.toContain('have not come yet');
    },
  );

  /** A record of somebody whom one side of the settings protects, once these have been read; gives what that side holds. */
  async function readFrom(area: 'local' | 'managed') {
    const central = { match: 'exact' as const, value: 'mhollow@example.org', label: 'Central staff' };
    const set = { protectedAccounts: [central] };
    fakeStorage.putManaged(area === 'managed' ? set : {});
    fakeStorage.putLocal(area === 'local' ? { settings: { choices: set } } : {});
    show(userDetails(namedUser));
    enter(window);
    await vi.advanceTimersByTimeAsync(1000);
    return set;
  }

  test.each(['local', 'managed'] as const)(
    '%s: what was read before holds while a change is late to come',
    async (area) => {
      const set = await readFrom(area);
      expect(rules()).toContain('consortium-account');
      const come = heldBack(area);
      if (area === 'managed') fakeStorage.setManaged({ ...set, loginWindowDays: 30 });
      else await browser.storage.local.set({ settings: { choices: { ...set, loginWindowDays: 30 } } });
      for (const milliseconds of [1000, 5000, 20_000]) {
        await vi.advanceTimersByTimeAsync(milliseconds);
        expect(rules()).toContain('consortium-account');
        expect(panel()?.textContent).not.toContain('have not come yet');
        expect(panel()?.textContent).toContain(say('guidance_policy_kept'));
      }
      come();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(rules()).toContain('consortium-account');
      expect(panel()?.textContent).not.toContain(say('guidance_policy_kept'));
    },
  );

  test.each(['local', 'managed'] as const)(
    '%s: never again: what is changed on the other side holds at once, on top of what was read before',
    async (area) => {
      await readFrom(area);
      expect(rules()).toContain('named-user');
      heldBack(area);
      const off = { 'rules.named-user': 'off' };
      if (area === 'managed') await browser.storage.local.set({ settings: { choices: off } });
      else fakeStorage.setManaged(off);
      await vi.advanceTimersByTimeAsync(1000);
      expect(rules()).toContain('consortium-account');
      expect(rules()).not.toContain('named-user');
      expect(panel()?.textContent).toContain(say('guidance_policy_kept'));
    },
  );

  test('never: the guard holds what is protected by shipped lists, and they are asked for again and again', async () => {
    heldBack('local');
    show(userDetails(exLibrisAccount));
    enter(window);
    document.querySelector<HTMLElement>('[data-does="save"]')?.click();
    expect(panel()?.querySelector('[role="alertdialog"]')).not.toBeNull();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(vi.mocked(browser.storage.local.get).mock.calls.length).toBeGreaterThan(3);
    expect(rules()).toContain('ex-libris-account');
  });
});
