// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { enter } from '../../src/content/enter.ts';
import { say } from '../../src/platform/say.ts';
import { managementPage, otherPage, userDetails } from '../alma/earlier.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import '../guard/top-layer.ts';
import { browser, fakeStorage } from '../platform/fake-browser.ts';
import { goTo } from '../reader/show-page.ts';
import { answer, ask, beginAnew, eventually, own, retireAll, rules, show } from './visited.ts';

beginAnew();

describe('leaving', () => {
  const markup = () => document.documentElement.outerHTML;
  const lineElement = () =>
    [...document.querySelectorAll('alma-user-guard')].find((host) => host.shadowRoot?.querySelector('[data-cut-off]'));
  /** All that the one element says that a copy has left. */
  const left = () => lineElement()?.shadowRoot?.textContent;
  const cutOffLine = say('guidance_cut_off');
  /** A press begins with the pointer going down. */
  const press = (does: string) =>
    document
      .querySelector(`[data-does="${does}"]`)
      ?.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, composed: true, cancelable: true }));

  test('the page is byte for byte as it was when a newer copy of the script begins, and there is one panel', async () => {
    show(userDetails(namedUser));
    const untouched = markup();
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    const old = document.querySelector('alma-user-guard');
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    expect(document.querySelector('alma-user-guard')).not.toBe(old);
    expect(document.querySelectorAll('alma-user-guard')).toHaveLength(1);
    retireAll();
    expect(markup()).toBe(untouched);
  });

  test('what a dead copy has left behind is removed before anything is shown', async () => {
    show(userDetails(namedUser));
    const left = [document.createElement('alma-user-guard'), document.createElement('alma-user-guard-mark')];
    document.body.append(...left);
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    expect(left.filter(({ isConnected }) => isConnected)).toEqual([]);
    expect(document.querySelectorAll('alma-user-guard')).toHaveLength(1);
  });

  test('guidance goes when the extension is cut off from the page, and one line is left', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    show(userDetails(namedUser));
    const untouched = markup();
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    const { id } = browser.runtime;
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      vi.advanceTimersByTime(5000);
      expect(left()).toBe(cutOffLine);
      expect(lineElement()?.getAttribute('translate')).toBe('no');
      expect(lineElement()?.classList.contains('notranslate')).toBe(true);
      lineElement()?.remove();
      expect(markup()).toBe(untouched);
    } finally {
      browser.runtime.id = id;
    }
  });

  test('a copy that has been cut off while nothing showed says so when a user comes into the same page', async () => {
    show(otherPage('titles', namedUser));
    enter(window);
    const { id } = browser.runtime;
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      show(userDetails(namedUser));
      await eventually(() => expect(left()).toBe(cutOffLine));
      expect(own()).toBe(1);
    } finally {
      browser.runtime.id = id;
    }
  });

  test('the line of a copy that was cut off goes when a newer copy begins', async () => {
    show(userDetails(namedUser));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    const { id } = browser.runtime;
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      document.dispatchEvent(new Event('visibilitychange'));
      expect(left()).toBe(cutOffLine);
    } finally {
      browser.runtime.id = id;
    }
    enter(window);
    expect(lineElement()).toBeUndefined();
    await eventually(() => expect(answer()).toBe('counts'));
    expect(document.querySelectorAll('alma-user-guard')).toHaveLength(1);
  });

  test('on a page on which nothing was ever to be seen, a copy that is cut off leaves nothing', () => {
    show(otherPage('titles', namedUser));
    const untouched = markup();
    enter(window);
    const { id } = browser.runtime;
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      document.dispatchEvent(new Event('visibilitychange'));
      expect(markup()).toBe(untouched);
    } finally {
      browser.runtime.id = id;
    }
  });

  test('nor anything where a record was in view before, until the next user comes into the same page', async () => {
    show(userDetails(namedUser));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    show(otherPage('titles', namedUser));
    await eventually(async () => expect((await ask()).screen).toBe('none'));
    const { id } = browser.runtime;
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      document.dispatchEvent(new Event('visibilitychange'));
      expect(own()).toBe(0);
      show(userDetails(exLibrisAccount));
      await eventually(() => expect(left()).toBe(cutOffLine));
      expect(own()).toBe(1);
    } finally {
      browser.runtime.id = id;
    }
  });

  test('nothing stays where a used record has given way to another page in place, though the address still names the record', async () => {
    show(userDetails(namedUser, { deleteButton: true }));
    const address = location.pathname + location.search;
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    press('delete');
    show(otherPage('home', namedUser));
    goTo(address);
    await eventually(async () => expect((await ask()).screen).toBe('none'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(own()).toBe(0);
  });

  test('a page that could not be read gets the line when it is pressed for the first time after the cut', () => {
    show(managementPage('merge-users', { people: [exLibrisAccount, ordinaryPatron] }));
    enter(window);
    const { id } = browser.runtime;
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      press('merge');
      expect(left()).toBe(cutOffLine);
      expect(own()).toBe(1);
    } finally {
      browser.runtime.id = id;
    }
  });

  test('a page cannot retire us: the event that it may send too ends only a copy that has been cut off', async () => {
    show(userDetails(exLibrisAccount));
    const untouched = markup();
    enter(window);
    await eventually(() => expect(rules()).toContain('ex-libris-account'));
    const { id } = browser.runtime;
    for (const detail of [undefined, id, browser.runtime.getURL('')])
      document.dispatchEvent(new CustomEvent('alma-user-guard-retire', { detail }));
    expect(rules()).toContain('ex-libris-account');
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      document.dispatchEvent(new Event('alma-user-guard-retire'));
      expect(markup()).toBe(untouched);
    } finally {
      browser.runtime.id = id;
    }
  });

  test('no listener of the settings is left behind', async () => {
    show(userDetails(namedUser));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    expect(fakeStorage.listeners()).toBe(1);
    retireAll();
    expect(fakeStorage.listeners()).toBe(0);
  });
});
