import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf } from '../../src/platform/addresses.ts';
import {
  answerForPage,
  answerRequests,
  describeActivePage,
  describeOpenPages,
  type InForce,
  isThere,
  type PageDescription,
  requestPage,
  requestProvisions,
} from '../../src/platform/messages.ts';
import { say } from '../../src/platform/say.ts';
import { policies } from '../../src/rules/index.ts';
import { askListeners, browser, fakeBackground, fakeTabs } from './fake-browser.ts';

const description = (host: string): PageDescription => ({
  host,
  screen: 'none',
  findings: [],
  undecided: [],
  unread: [],
  anchors: [],
  policy: { base: 'base', name: 'Ex Libris basics', origin: 'default' },
});

/** Lets the content scripts of this test answer for the tab of that id; every other tab has none. */
function answerIn(tabId: number, sender = { id: browser.runtime.id }): void {
  fakeTabs.answer = (asked, message) => {
    const answer = asked === tabId ? askListeners(message, sender) : undefined;
    if (answer === undefined) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answer;
  };
}

const inForce: InForce = { policy: policies.carli, origin: 'chosen', lockedKeys: ['roleList'], problems: [] };
const styles = { panel: 'p { margin: 0 }' };

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  fakeTabs.open = [
    { id: 1, active: true },
    { id: 2, lastAccessed: 5 },
  ];
  fakeTabs.created = [];
});
afterEach(() => {
  life.abort();
  browser.runtime.onMessage.clear();
  fakeBackground.answers = true;
});

describe('a page with our content script', () => {
  test('describes itself when asked, and says that it is there', async () => {
    answerIn(1);
    answerForPage(() => description('demo.alma.exlibrisgroup.com'), life.signal);
    expect(await describeActivePage()).toEqual({ ...description('demo.alma.exlibrisgroup.com'), tab: 1 });
    expect(await isThere(1)).toBe(true);
  });

  test('is silent once its life is over', async () => {
    answerIn(1);
    answerForPage(() => description('demo.alma.exlibrisgroup.com'), life.signal);
    life.abort();
    expect(browser.runtime.onMessage.count()).toBe(0);
    expect(await describeActivePage()).toBe('nobody');
    expect(await isThere(1)).toBe(false);
  });

  test('does not answer strangers', async () => {
    answerIn(1, { id: 'someone-else@example.org' });
    answerForPage(() => description('demo.alma.exlibrisgroup.com'), life.signal);
    expect(await describeActivePage()).toBe('nobody');
  });

  test('that is too busy to answer, or asleep, is not taken for one where nobody is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answerIn(1);
    fakeTabs.answer = () => new Promise(() => undefined);
    const answer = describeActivePage();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await answer).toBe('busy');
    vi.useRealTimers();
    fakeTabs.open = [{ id: 1, active: true, discarded: true }];
    expect(await describeActivePage()).toBe('asleep');
  });

  test('outlives the extension without an error', () => {
    answerForPage(() => description('demo.alma.exlibrisgroup.com'), life.signal);
    const { removeListener } = browser.runtime.onMessage;
    browser.runtime.onMessage.removeListener = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(() => life.abort()).not.toThrow();
    browser.runtime.onMessage.removeListener = removeListener;
  });
});

test('of the open tabs, the Alma page used last comes first and the others are left out', async () => {
  fakeTabs.open = [{ id: 1, lastAccessed: 1 }, { id: 2 }, { id: 3, lastAccessed: 9 }, {}];
  fakeTabs.answer = (tabId) => {
    if (tabId === 2) throw new Error('Receiving end does not exist.');
    return description(`tab-${tabId}.alma.exlibrisgroup.com`);
  };
  const hosts = (await describeOpenPages()).map(({ host }) => host);
  expect(hosts).toEqual(['tab-3.alma.exlibrisgroup.com', 'tab-1.alma.exlibrisgroup.com']);
});

describe('the policy in force', () => {
  test('is told by the background together with the style sheets, for the host of the page that asks', async () => {
    const hosts: string[] = [];
    answerRequests(async (host) => {
      hosts.push(host);
      return inForce;
    }, styles);
    expect(await requestProvisions('wrlc-gm.alma.exlibrisgroup.com', 300)).toEqual({ inForce, styles });
    expect(hosts).toEqual(['wrlc-gm.alma.exlibrisgroup.com']);
  });

  test('is not told to strangers', async () => {
    answerRequests(async () => inForce, styles);
    const message = { almaUserGuard: 'policy-in-force', host: 'demo.alma.exlibrisgroup.com' };
    const heard = vi.fn();
    const answers = browser.runtime.onMessage.fire(message, { id: 'someone-else@example.org' }, heard);
    await Promise.resolve();
    expect(answers).toEqual([undefined]);
    expect(heard).not.toHaveBeenCalled();
  });

  test('is not known while the background does not answer', async () => {
    expect(await requestProvisions('demo.alma.exlibrisgroup.com', 300)).toBeUndefined();
    fakeBackground.answers = false;
    expect(await requestProvisions('demo.alma.exlibrisgroup.com', 300)).toBeUndefined();
  });
});

test('a page asks the background to open the options at a section', async () => {
  answerRequests(async () => inForce, styles);
  await requestPage('options', 'rules');
  expect(fakeTabs.created).toEqual([addressOf('options', 'rules')]);
  expect(fakeTabs.created[0]).toMatch(/\/src\/options\/index\.html#rules$/);
});

test('texts come from the browser’s own catalogue, with plurals', () => {
  expect(say('extension_name')).toBe('Alma User Guard');
  expect(say('options_import_apply', { count: 1 })).toBe('Make this change');
  expect(say('options_import_apply', { count: 3 })).toBe('Make these 3 changes');
});
