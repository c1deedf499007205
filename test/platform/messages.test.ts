import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/platform/addresses.ts';
import {
  answerForPage,
  describeActivePage,
  describeOpenPages,
  isThere,
  openRequestedPages,
  type PageDescription,
  requestPage,
} from '../../src/platform/messages.ts';
import { say } from '../../src/platform/say.ts';
import { askListeners, browser, fakeTabs } from './fake-browser.ts';

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
});

describe('a page with our content script', () => {
  test('describes itself when asked, and says that it is there', async () => {
    answerIn(1);
    answerForPage(() => description('demo.alma.exlibrisgroup.com'), life.signal);
    expect(await describeActivePage()).toEqual(description('demo.alma.exlibrisgroup.com'));
    expect(await isThere(1)).toBe(true);
  });

  test('is silent once its life is over', async () => {
    answerIn(1);
    answerForPage(() => description('demo.alma.exlibrisgroup.com'), life.signal);
    life.abort();
    expect(browser.runtime.onMessage.count()).toBe(0);
    expect(await describeActivePage()).toBeUndefined();
    expect(await isThere(1)).toBe(false);
  });

  test('does not answer strangers', async () => {
    answerIn(1, { id: 'someone-else@example.org' });
    answerForPage(() => description('demo.alma.exlibrisgroup.com'), life.signal);
    expect(await describeActivePage()).toBeUndefined();
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

test('a page asks the background to open the options at a section', async () => {
  openRequestedPages();
  await requestPage('options', 'rules');
  expect(fakeTabs.created).toEqual([addressOf('options', 'rules')]);
  expect(fakeTabs.created[0]).toMatch(/\/src\/options\/index\.html#rules$/);
});

test('texts come from the browser’s own catalogue, with plurals', () => {
  expect(say('extension_name')).toBe('Alma User Guard');
  expect(say('options_import_apply', { count: 1 })).toBe('Make this change');
  expect(say('options_import_apply', { count: 3 })).toBe('Make these 3 changes');
});
