import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { almaHost, type BrowserWithExtension, type LaunchOptions, pagePaths, type Tab } from './tab.ts';

/** The extension is loaded over the debugging protocol: Chrome as Google ships it ignores the command-line switch for it. */
function switches(almaPort: number): string[] {
  const names = `MAP *.exlibrisgroup.com 127.0.0.1:${almaPort},MAP *.exlibrisgroup.com.cn 127.0.0.1:${almaPort}`;
  return [
    '--enable-unsafe-extension-debugging',
    '--disable-quic',
    `--host-resolver-rules=${names},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function tabOf(page: Page): Tab {
  return {
    go: async (address) => {
      await page.goto(address, { waitUntil: 'load' });
    },
    evaluate: (expression) => page.evaluate(expression),
    click: ({ x, y }) => page.mouse.click(x, y),
    async tap(at) {
      const protocol = await page.context().newCDPSession(page);
      await protocol.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      await protocol.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
      await protocol.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await protocol.detach();
    },
    press: (key) => page.keyboard.press(key === ' ' ? 'Space' : key),
    type: (text) => page.keyboard.type(text),
    async chooseFiles(opening, paths) {
      // Waiting for a dialog asks the page to hand it over and does not wait until it has heard; its next answer tells that it has.
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.evaluate('0').then(opening)]);
      await chooser.setFiles([...paths]);
    },
    picture: () => page.screenshot(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    show: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** A tab that opens behind the one in front, as a middle click would. */
async function backgroundPage(context: BrowserContext, protocol: CDPSession): Promise<Page> {
  const opened = context.waitForEvent('page');
  await protocol.send('Target.createTarget', { url: 'about:blank', background: true });
  return opened;
}

/** Loads an unpacked extension and gives its id; the command is not in the test tool's types. */
async function loadExtension(protocol: CDPSession, path: string): Promise<string> {
  const send = protocol.send.bind(protocol) as unknown as (method: string, params: object) => Promise<{ id: string }>;
  const { id } = await send('Extensions.loadUnpacked', { path });
  return id;
}

/** Does what only the browser's own extensions page may do, such as flipping the extension's switch. */
async function onExtensionsPage(context: BrowserContext, call: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(call);
  await page.close();
}

/** An event of Chromium's own trace; times in microseconds. `tdur`: how long its thread was really running. */
export interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
  args: { data?: { url?: string } };
}

export interface Chromium extends BrowserWithExtension {
  /** The address that all of the extension's own files begin with. */
  readonly extensionOrigin: string;
  /** A tab as the test tool itself drives it, for what only it can do, such as giving files of any size. */
  newPage(): Promise<Page>;
  /** Records what the browser's threads do while `work` goes on. */
  traced(work: () => Promise<void>): Promise<TraceEvent[]>;
}

/** Starts Chromium, Chrome or Edge with an empty profile (unless one is given) and the extension; every name but the stand-in Alma's leads nowhere. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'alma-user-guard-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    timeout: 0,
    executablePath: options.program,
    headless: options.visible !== true,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: switches(options.almaPort),
    viewport: options.visible ? null : { width: 1280, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
  });
  // Each test has its own time; a browser on a busy machine may need much of it for a page.
  context.setDefaultTimeout(0);
  const requested: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  const browser = context.browser();
  if (!browser) throw new Error('The browser closed as it started.');
  const protocol = await browser.newBrowserCDPSession();
  const id = await loadExtension(protocol, options.extension).catch(async (failure) => {
    await context.close();
    throw failure;
  });
  return {
    family: 'chromium',
    version: browser.version(),
    requested,
    async newTab(where = 'front') {
      return tabOf(where === 'background' ? await backgroundPage(context, protocol) : await context.newPage());
    },
    openAddresses: async () => context.pages().map((page) => page.url()),
    almaAddress: (path, host = almaHost) => `https://${host}${path}`,
    extensionAddress: (page) => `chrome-extension://${id}/${pagePaths[page]}`,
    closed: new Promise((resolve) => context.once('close', resolve)),
    extensionOrigin: `chrome-extension://${id}/`,
    newPage: () => context.newPage(),
    async traced(work) {
      await browser.startTracing(undefined, { categories: ['devtools.timeline'] });
      await work();
      const trace = await browser.stopTracing();
      return (JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
    },
    disableExtension: () => onExtensionsPage(context, `chrome.management.setEnabled('${id}', false)`),
    enableExtension: () => onExtensionsPage(context, `chrome.management.setEnabled('${id}', true)`),
    async updateExtension() {
      await loadExtension(protocol, options.extension);
    },
    withholdAccess: () =>
      onExtensionsPage(
        context,
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${id}', hostAccess: 'ON_CLICK' })`,
      ),
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
    async kill() {
      const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
      const own = processInfo.find(({ type }) => type === 'browser');
      if (!own) throw new Error('Chromium names no process of its own.');
      const ended = new Promise((resolve) => context.once('close', resolve));
      process.kill(own.id, 'SIGKILL');
      await ended;
    },
  };
}
