import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BiDi, connect } from './bidi.ts';
import {
  almaHost,
  type BrowserWithExtension,
  type Key,
  type LaunchOptions,
  pagePaths,
  type Tab,
  until,
} from './tab.ts';

const extensionId = 'alma-user-guard@example.org';
/** The host of the extension's own pages, which Firefox would otherwise draw at random. */
const extensionHost = '6f1c1f6e-3a67-4c6e-9d55-6f0b6f6a7a11';

/** The keys of the protocol are code points of a private area, except those that write something; a key that is held down comes first. */
const keyCodes: Readonly<Record<Key, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ' ': ' ',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  'Shift+Tab': '\uE008\uE004',
  'Control+a': '\uE009a',
  'Control+z': '\uE009z',
  'Control+Home': '\uE009\uE011',
  'Control+End': '\uE009\uE010',
  'Alt+s': '\uE00As',
  'Alt+d': '\uE00Ad',
  'Alt+n': '\uE00An',
  'Alt+l': '\uE00Al',
  'Alt+r': '\uE00Ar',
  'Alt+x': '\uE00Ax',
  'Alt+c': '\uE00Ac',
  'Alt+a': '\uE00Aa',
  'Control+Alt+s': '\uE009\uE00As',
  'Control+Alt+d': '\uE009\uE00Ad',
};

/** Every name leads to this machine, nothing is fetched or reported in the background, no first-run pages. */
function preferences(dark: boolean): string {
  const values = {
    'network.dns.forceResolve': '127.0.0.1',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionHost }),
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.update.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.search.update': false,
    'browser.region.network.url': '',
    'browser.newtabpage.enabled': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.healthreport.uploadEnabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.telemetry.server': '',
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'intl.accept_languages': 'en',
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Puts an administrator's settings where Firefox looks for them without an administrator's rights: in the home folder. */
function writeManaged(home: string, managed: unknown): void {
  const folder = join(home, '.mozilla/managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: extensionId, description: 'Set for a test', type: 'storage', data: managed };
  writeFileSync(join(folder, `${extensionId}.json`), JSON.stringify(manifest));
}

/** Waits for the line in which Firefox says where it listens; fails with its output when it ends instead. */
function listeningAddress(firefox: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    firefox.stderr?.on('data', (part: Buffer) => {
      output += part;
      const said = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(output);
      if (said?.[1]) resolve(said[1]);
    });
    firefox.on('error', reject);
    firefox.on('exit', (code) => reject(new Error(`Firefox ended with code ${code} as it started:\n${output}`)));
  });
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

async function evaluate<T>(bidi: BiDi, context: string, expression: string): Promise<T> {
  const evaluated = await bidi.send<Evaluated>('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context },
    awaitPromise: true,
  });
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text ?? 'The page threw.');
  const value = evaluated.result?.value;
  return (value === undefined ? undefined : JSON.parse(value)) as T;
}

/** Does something with the extension in the browser's own window: the protocol only knows how to install and remove. */
async function onAddon<T>(bidi: BiDi, does: string): Promise<T> {
  const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('Firefox has no window.');
  const call = `(async () => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const addon = await AddonManager.getAddonByID(${JSON.stringify(extensionId)});
    ${does}
  })()`;
  return evaluate<T>(bidi, window.context, call);
}

async function setEnabled(bidi: BiDi, enabled: boolean): Promise<void> {
  const does = `await addon.${enabled ? 'enable' : 'disable'}(); return addon.isActive;`;
  const isEnabled = await onAddon<boolean>(bidi, does);
  if (isEnabled !== enabled) throw new Error(`Firefox did not ${enabled ? 'enable' : 'disable'} the extension.`);
}

/** As the switches under *Permissions* on the browser's own page of add-ons do. */
const withholding = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const origins = ['https://*.alma.exlibrisgroup.com/*', 'https://*.alma.exlibrisgroup.com.cn/*'];
  const { extension } = WebExtensionPolicy.getByID(addon.id);
  await ExtensionPermissions.remove(addon.id, { permissions: [], origins }, extension);
  return true;`;

/** Presses keys one after the other; of several in one text, the first are held down while the last is pressed. */
function keyActions(presses: readonly string[]) {
  const actions = presses.flatMap((keys) => {
    const all = [...keys];
    const down = all.map((value) => ({ type: 'keyDown', value }));
    return [...down, ...all.reverse().map((value) => ({ type: 'keyUp', value }))];
  });
  return [{ type: 'key', id: 'keyboard', actions }];
}

function clickActions(x: number, y: number, pointerType: 'mouse' | 'touch' = 'mouse') {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }];
}

function tabOf(bidi: BiDi, context: string): Tab {
  const perform = async (actions: object[]) => {
    await bidi.send('input.performActions', { context, actions });
  };
  const tab: Tab = {
    async go(address) {
      const ours = address.startsWith('moz-extension:');
      await bidi.send('browsingContext.navigate', { context, url: address, wait: ours ? 'none' : 'complete' });
      // The protocol never reports the load of an extension's page.
      if (ours)
        await until(`${address} loads`, () =>
          tab
            .evaluate<boolean>(
              `location.href.startsWith(${JSON.stringify(address)}) && document.readyState === 'complete'`,
            )
            .catch(() => false),
        );
    },
    evaluate: (expression) => evaluate(bidi, context, expression),
    click: ({ x, y }) => perform(clickActions(x, y)),
    tap: ({ x, y }) => perform(clickActions(x, y, 'touch')),
    press: (key) => perform(keyActions([keyCodes[key]])),
    type: (text) => perform(keyActions([...text])),
    async chooseFiles(opening, paths) {
      // The protocol does not tell of a dialog that an extension's page opens: the click that opens it is waited for.
      await tab.evaluate(`(() => {
        globalThis.opened = undefined;
        document.addEventListener('click', ({ target }) => {
          if (target.type === 'file') globalThis.opened = target;
        }, true);
      })()`);
      await opening();
      await until('a dialog for files opens', () => tab.evaluate<boolean>('globalThis.opened !== undefined'));
      const { result } = await bidi.send<{ result: { sharedId: string } }>('script.evaluate', {
        expression: 'globalThis.opened',
        target: { context },
        awaitPromise: false,
      });
      await bidi.send('input.setFiles', { context, element: { sharedId: result.sharedId }, files: paths });
    },
    async picture() {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    async resize(width, height) {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async show() {
      await bidi.send('browsingContext.activate', { context });
    },
    async close() {
      // A page such as the popup may have closed itself.
      await bidi.send('browsingContext.close', { context }).catch((failure: Error) => {
        if (!failure.message.includes('no such frame')) throw failure;
      });
    },
  };
  return tab;
}

/** Begins a session with a Firefox that is starting, listens to what is asked of the network, and installs the extension. */
async function converse(firefox: ChildProcess, extension: string) {
  const bidi = await connect(`${await listeningAddress(firefox)}/session`);
  const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
  });
  const requested: string[] = [];
  bidi.on('network.beforeRequestSent', ({ request }: { request: { url: string } }) => requested.push(request.url));
  await bidi.send('session.subscribe', { events: ['network.beforeRequestSent'] });
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  return { bidi, version: capabilities.browserVersion, requested };
}

/** Starts Firefox with an empty profile and home folder and the extension, and speaks WebDriver BiDi with it. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserWithExtension> {
  const home = options.profile ?? mkdtempSync(join(tmpdir(), 'alma-user-guard-firefox-'));
  const profile = join(home, 'profile');
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'user.js'), preferences(options.dark === true));
  if (options.managed !== undefined) writeManaged(home, options.managed);
  const args = ['--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access'];
  const firefox = spawn(
    options.program,
    [...(options.visible ? [] : ['--headless', '--width=1280', '--height=800']), ...args],
    {
      env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise((resolve) => firefox.once('exit', resolve));
  const { bidi, version, requested } = await converse(firefox, options.extension).catch((failure) => {
    firefox.kill();
    throw failure;
  });
  return {
    family: 'firefox',
    version,
    requested,
    async newTab(where = 'front') {
      const background = where === 'background';
      const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab', background });
      const tab = tabOf(bidi, context);
      if (!options.visible) await tab.resize(1280, 800);
      return tab;
    },
    async openAddresses() {
      const { contexts } = await bidi.send<{ contexts: { url: string }[] }>('browsingContext.getTree', { maxDepth: 0 });
      return contexts.map(({ url }) => url);
    },
    almaAddress: (path, host = almaHost) => `https://${host}:${options.almaPort}${path}`,
    extensionAddress: (page) => `moz-extension://${extensionHost}/${pagePaths[page]}`,
    closed: ended,
    disableExtension: () => setEnabled(bidi, false),
    enableExtension: () => setEnabled(bidi, true),
    updateExtension: () => onAddon<void>(bidi, 'await addon.reload();'),
    withholdAccess: () => onAddon<void>(bidi, withholding),
    async close() {
      await bidi.send('browser.close', {}).catch(() => firefox.kill());
      await ended;
      bidi.close();
      if (options.profile === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
    async kill() {
      firefox.kill('SIGKILL');
      await ended;
      bidi.close();
    },
  };
}
