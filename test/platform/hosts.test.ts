import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  allowedHosts,
  allowHost,
  almaPatterns,
  forgetHost,
  hostIn,
  hostPatternOf,
  isAccessWithheld,
  knownPatterns,
  registerHosts,
  requestAccess,
} from '../../src/platform/hosts.ts';
import { browser, fakePermissions, fakeTabs } from './fake-browser.ts';
import { installFakeLocks } from './fake-locks.ts';

const registered = async () => (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
const pattern = 'https://alma.example.org/*';

beforeEach(async () => {
  installFakeLocks();
  fakePermissions.origins = [];
  fakePermissions.permissions = ['storage', 'scripting'];
  fakePermissions.grants = true;
  fakeTabs.open = [];
  fakeTabs.answer = () => {
    throw new Error('Could not establish connection. Receiving end does not exist.');
  };
  await registerHosts();
});

describe("access to Alma's own hosts", () => {
  const [alma = '', china = ''] = almaPatterns();

  test.each([
    [[], true],
    [['https://demo.alma.exlibrisgroup.com/*'], true],
    [[alma], true],
    [[alma, china], false],
    [[pattern, china, alma], false],
    [['https://*/*'], false],
  ])('is withheld where the browser grants %j: %s', async (origins, withheld) => {
    fakePermissions.origins = origins;
    expect(await isAccessWithheld()).toBe(withheld);
  });

  test('is asked for as a whole', async () => {
    expect(await requestAccess()).toBe(true);
    expect(fakePermissions.origins).toEqual([alma, china]);
    expect(await isAccessWithheld()).toBe(false);
  });
});

describe('the address of an Alma', () => {
  test.each([
    'alma.example.org',
    '  Alma.Example.org ',
    'https://alma.example.org',
    'https://alma.example.org:8443/mng/action/home.do?x=1#y',
  ])('%j is one host', (typed) => {
    expect(hostPatternOf(typed)).toBe(pattern);
  });

  test.each([
    '',
    '  ',
    'http://alma.example.org',
    'ftp://alma.example.org',
    'localhost',
    '*',
    '*.example.org',
    'https://*/*',
    'https://me@alma.example.org',
    'not a host',
    'javascript:alert(1)',
    '<all_urls>',
  ])('%j is none', (typed) => {
    expect(hostPatternOf(typed)).toBeUndefined();
  });

  test('comes back out of its pattern', () => {
    expect(hostIn(pattern)).toBe('alma.example.org');
  });
});

describe('further hosts', () => {
  test('are those that the browser has granted, without Alma’s own and without whole swathes of the Web', async () => {
    fakePermissions.origins = ['https://*.alma.exlibrisgroup.com/*', 'https://*/*', 'https://*.example.org/*', pattern];
    expect(await allowedHosts()).toEqual([pattern]);
  });

  test('may be those of Esploro, which are known', async () => {
    const [esploro = ''] = knownPatterns;
    expect(await allowHost(esploro)).toBe(true);
    expect(await allowedHosts()).toEqual(['https://*.esploro.exlibrisgroup.com/*']);
    expect(await registered()).toEqual(['alma-host:*.esploro.exlibrisgroup.com']);
    await forgetHost(esploro);
    expect(await registered()).toEqual([]);
  });

  test('get the content script as the manifest has it, once allowed', async () => {
    expect(await allowHost(pattern)).toBe(true);
    expect(await browser.scripting.getRegisteredContentScripts()).toEqual([
      expect.objectContaining({
        id: 'alma-host:alma.example.org',
        matches: [pattern],
        js: ['content.js'],
        css: ['content.css'],
        excludeMatches: ['https://*/view/*'],
        allFrames: false,
        persistAcrossSessions: true,
      }),
    ]);
  });

  test('get nothing when refused', async () => {
    fakePermissions.grants = false;
    expect(await allowHost(pattern)).toBe(false);
    expect(await registered()).toEqual([]);
  });

  test('are entered at once in open pages, but not twice in one page', async () => {
    fakeTabs.open = [{ id: 1 }, { id: 2 }];
    fakeTabs.answer = (tabId) => {
      if (tabId === 1) return true;
      throw new Error('Receiving end does not exist.');
    };
    const styled = vi.spyOn(browser.scripting, 'insertCSS');
    const entered = vi.spyOn(browser.scripting, 'executeScript');
    await allowHost(pattern);
    expect(styled.mock.calls).toEqual([[{ target: { tabId: 2 }, files: ['content.css'] }]]);
    expect(entered.mock.calls).toEqual([[{ target: { tabId: 2 }, files: ['content.js'] }]]);
  });

  test('may be registered by several pages at once', async () => {
    fakePermissions.origins = [pattern];
    await Promise.all([registerHosts(), registerHosts(), registerHosts()]);
    expect(await registered()).toEqual(['alma-host:alma.example.org']);
  });

  test('are forgotten with the permission, wherever it was taken away', async () => {
    await allowHost(pattern);
    await allowHost('https://other.example.org/*');
    await forgetHost(pattern);
    expect(await registered()).toEqual(['alma-host:other.example.org']);
    expect(fakePermissions.permissions).toContain('scripting');
    fakePermissions.origins = [];
    await registerHosts();
    expect(await registered()).toEqual([]);
  });

  test('leave the permission to add scripts behind with the last of them', async () => {
    await allowHost(pattern);
    await forgetHost(pattern);
    expect(fakePermissions.permissions).toEqual(['storage']);
  });
});
