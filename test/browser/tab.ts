/** A place in the viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Keys that scenarios press, by their name in `KeyboardEvent.key`, with those that are held down meanwhile. */
export type Key =
  | 'Tab'
  | 'Enter'
  | 'Escape'
  | ' '
  | 'ArrowDown'
  | 'ArrowUp'
  | 'Backspace'
  | 'Shift+Tab'
  | 'Control+a'
  | 'Control+z'
  | 'Control+Home'
  | 'Control+End'
  | `Alt+${'s' | 'd' | 'n' | 'l' | 'r' | 'x' | 'c' | 'a'}`
  | 'Control+Alt+s'
  | 'Control+Alt+d';

/** What a browser's tab must be able to do: the least that both browsers offer in the same way. */
export interface Tab {
  /** Opens an address and waits until its document is complete. */
  go(address: string): Promise<void>;
  /** Evaluates an expression in the page's own world and gives its value, awaited and as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses and releases the main mouse button there, as a person would. */
  click(at: Point): Promise<void>;
  /** Touches the screen there with one finger and lifts it. */
  tap(at: Point): Promise<void>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** Does what opens the browser's own dialog for files, and chooses these there, by their paths. */
  chooseFiles(opening: () => Promise<void>, paths: readonly string[]): Promise<void>;
  /** The viewport as PNG. */
  picture(): Promise<Uint8Array>;
  resize(width: number, height: number): Promise<void>;
  /** Brings the tab to the front of its window, as a click on it does. */
  show(): Promise<void>;
  close(): Promise<void>;
}

export type ExtensionPage = 'popup' | 'options' | 'report' | 'review' | 'rollup';

/** A real browser with the built extension in it. */
export interface BrowserWithExtension {
  readonly family: 'chromium' | 'firefox';
  readonly version: string;
  /** Opens a tab; one in the background leaves the tab in front in front. */
  newTab(where?: 'front' | 'background'): Promise<Tab>;
  /** The address under which the stand-in Alma's path is reached here. */
  almaAddress(path: string, host?: string): string;
  extensionAddress(page: ExtensionPage): string;
  /** The addresses of all tabs that are open. */
  openAddresses(): Promise<string[]>;
  /** Every address asked for since the start, by pages and by the extension. */
  readonly requested: readonly string[];
  /** As the switch on the browser's own extensions page does. */
  disableExtension(): Promise<void>;
  enableExtension(): Promise<void>;
  /** Ends the extension and starts it anew, as an update does; open pages keep the copies of before. */
  updateExtension(): Promise<void>;
  /** Takes away the access to Alma's pages that was granted when the extension was installed. */
  withholdAccess(): Promise<void>;
  /** Settles when the browser has been closed, by whomever. */
  readonly closed: Promise<unknown>;
  close(): Promise<void>;
  /** Ends the browser from outside, at once and unasked, as a crash does; its profile stays. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  /** The browser's program. */
  program: string;
  /** The folder of the built extension. */
  extension: string;
  /** The port of the stand-in Alma on this machine. */
  almaPort: number;
  /** With a window that somebody looks at. */
  visible?: boolean;
  /** What an administrator has set for the extension (Firefox: a file in the home folder made for this launch). */
  managed?: unknown;
  dark?: boolean;
  /** A folder for the profile, which the browser leaves behind; without one it has a new profile, which goes with it. */
  profile?: string;
}

export const pagePaths: Readonly<Record<ExtensionPage, string>> = {
  popup: 'src/popup/index.html',
  options: 'src/options/index.html',
  report: 'src/report/index.html',
  review: 'src/review/index.html',
  rollup: 'src/rollup/index.html',
};

export const almaHost = 'demo.alma.exlibrisgroup.com';

/** Runs a self-contained function in a tab, its arguments passed as JSON. */
export function run<A extends readonly unknown[], T>(
  tab: Tab,
  action: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  return tab.evaluate<T>(`(${action})(...${JSON.stringify(args)})`);
}

/** Longer than anything takes on a machine with much other work: whoever waits in vain is told late, and nothing fails for being slow. */
const patience = 60_000;
const betweenLooks = 25;

/** Looks again and again until `look` gives something other than `undefined` or `false`; fails with `what` after a minute. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const giveUp = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > giveUp) throw new Error(`Waited a minute in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
  }
}
