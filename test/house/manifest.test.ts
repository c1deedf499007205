import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { firefoxChoicesIn, manifestFor } from '../../src/build/manifest.ts';
import { environmentFor } from '../commands/build.ts';

const browsers = ['chrome', 'firefox'] as const;
const [contentScript] = manifest.content_scripts;

/** Whether a page's address is one that the content script is put into, as browsers read match patterns. */
function isMatched(address: string): boolean {
  const matches = (patterns: readonly string[]) =>
    patterns.some((pattern) => {
      const [, host = '', path = ''] = /^https:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
      const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      const hosts =
        host === '*'
          ? '[^/:]+'
          : escaped(host)
              .replace(/^\*\\\./, '(?:[^/:]+\\.)?')
              .replace(/^\*/, '[^/:]*');
      return new RegExp(`^https://${hosts}(?::\\d+)?${escaped(path).replaceAll('*', '.*')}$`).test(address);
    });
  return matches(contentScript?.matches ?? []) && !matches(contentScript?.exclude_matches ?? []);
}

test('it asks for storage and the Alma hosts, and for nothing else', () => {
  expect(manifest.permissions).toEqual(['storage']);
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest.content_scripts).toHaveLength(1);
  expect(contentScript?.matches).toEqual([
    'https://*.alma.exlibrisgroup.com/*',
    'https://*.alma.exlibrisgroup.com.cn/*',
  ]);
});

test('what it may ask for on a click is optional', () => {
  expect(manifest.optional_permissions).toEqual(['scripting']);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
});

test('it runs in the top frame only', () => {
  expect(contentScript?.all_frames).toBe(false);
  expect(contentScript).not.toHaveProperty('match_about_blank');
});

test.each([
  'https://demo.alma.exlibrisgroup.com/ng/page;u=%2Fmng%2Faction%2FpageAction.do;ng=true',
  'https://wrlc-abc.alma.exlibrisgroup.com/mng/action/home.do?mode=ajax',
  'https://demo.alma.exlibrisgroup.com.cn/ng',
])('it runs on the staff page %s', (address) => {
  expect(isMatched(address)).toBe(true);
});

test.each([
  'https://demo.alma.exlibrisgroup.com/view/uresolver/01EXAMPLE/openurl',
  'https://demo.alma.exlibrisgroup.com/discovery/search?vid=01EXAMPLE',
  'https://demo.alma.exlibrisgroup.com/leganto/public/01EXAMPLE/lists',
  'https://demo.alma.exlibrisgroup.com/esploro/profile/somebody',
  'https://alma.exlibrisgroup.com.example.org/mng/action/home.do',
  'http://demo.alma.exlibrisgroup.com/mng/action/home.do',
])('it does not run on %s', (address) => {
  expect(isMatched(address)).toBe(false);
});

test('its own pages can load nothing from elsewhere and reach no network', () => {
  const directives = manifest.content_security_policy.extension_pages.split(';').map((directive) => directive.trim());
  expect(directives).toContain("default-src 'none'");
  expect(directives).toContain("script-src 'self'");
  expect(directives.filter((directive) => /connect-src|unsafe|https?:|\*/.test(directive))).toEqual([]);
});

test('the version stands in package.json alone', () => {
  expect(manifest).not.toHaveProperty('version');
  expect(browsers.map((browser) => (manifestFor(browser) as { version?: string }).version)).toEqual([
    packageJson.version,
    packageJson.version,
  ]);
});

test('Firefox is told that nothing is collected', () => {
  const firefox = JSON.parse(JSON.stringify(manifestFor('firefox')));
  expect(firefox.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  expect(firefox).not.toHaveProperty('storage');
});

test('Firefox’s id is the project’s own, unless a library that signs its copy gives another', () => {
  const gecko = (environment: Record<string, string>) =>
    JSON.parse(JSON.stringify(manifestFor('firefox', firefoxChoicesIn(environment)))).browser_specific_settings.gecko;
  expect(gecko({}).id).toBe('alma-user-guard@example.org');
  expect(gecko({})).not.toHaveProperty('update_url');
  const updateUrl = 'https://files.example.org/alma-user-guard/updates.json';
  const own = environmentFor(['--firefox-id', 'guard@library.example.org', '--firefox-update-url', updateUrl]);
  expect(gecko(own)).toMatchObject({ id: 'guard@library.example.org', update_url: updateUrl });
  expect(gecko(environmentFor(['--firefox-id={01234567-89ab-cdef-0123-456789abcdef}'])).id).toMatch(/^\{.{36}\}$/);
});

test.each([
  ['no host', ['--firefox-id', 'alma-user-guard'], /no id for Firefox/],
  ['spaces', ['--firefox-id', 'alma user@library.example.org'], /no id for Firefox/],
  ['too long', ['--firefox-id', `${'a'.repeat(70)}@example.org`], /at most 80/],
  ['not encrypted', ['--firefox-update-url', 'http://files.example.org/updates.json'], /begins with https/],
  ['an unknown option', ['--chrome-id', 'x'], /--chrome-id/],
])('an id or address that Firefox would not take is refused in words: %s', (_, args, words) => {
  expect(() => environmentFor(args)).toThrow(words);
});
