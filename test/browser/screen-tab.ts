import { type Point, run, type Tab, until } from './tab.ts';

type Find = (selector: string) => HTMLElement[];

/** Runs in the page: the elements that a selector finds in the document and in the extension's open shadow roots. */
function find(selector: string): HTMLElement[] {
  const hosts = document.querySelectorAll('alma-user-guard, alma-user-guard-mark');
  const roots: ParentNode[] = [document, ...[...hosts].flatMap((host) => host.shadowRoot ?? [])];
  return roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
}

/**
 * Runs in the page: the middle of the first element found that holds the words, when a person could click it there, and when it
 * still is there two frames later: what a page does after drawing (a focus that scrolls, a part that comes late) is done by then.
 */
async function clickable(everywhere: Find, selector: string, words: string): Promise<Point | undefined> {
  // A tab behind another one may be given no frames; on a busy machine one may take its time.
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(done);
      setTimeout(done, 250);
    });
  const look = (scrolls: boolean): Point | undefined => {
    for (const element of everywhere(selector)) {
      const named = element.getAttribute('aria-label') ?? (element.innerText || element.textContent || '');
      // One that cannot be used yet is waited for, as a person would.
      if (!named.replace(/\s+/g, ' ').includes(words) || element.matches(':disabled')) continue;
      if (scrolls) element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = { x: left + width / 2, y: top + height / 2 };
      const over = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(at.x, at.y);
      if (width > 0 && height > 0 && over && (element.contains(over) || over.contains(element))) return at;
    }
    return undefined;
  };
  const before = look(true);
  if (!before) return undefined;
  await frame();
  await frame();
  // To scroll again would move what stays in sight while the page scrolls, and hide that it moves by itself.
  const after = look(false);
  return after?.x === before.x && after.y === before.y ? after : undefined;
}

/** What a person can see and use in a tab, in the document and in the extension's shadow roots. */
export class ScreenTab {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  go(address: string): Promise<void> {
    return this.tab.go(address);
  }

  /** Runs a self-contained function in the page. */
  run<A extends readonly unknown[], T>(action: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return run(this.tab, action, ...args);
  }

  /** Evaluates an expression in the page. */
  evaluate<T>(expression: string): Promise<T> {
    return this.tab.evaluate(expression);
  }

  /** Runs a self-contained function in the page that gets, before its arguments, a search through document and shadow roots. */
  protected search<A extends readonly unknown[], T>(
    action: (find: Find, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    return this.tab.evaluate<T>(`(${action})(${find}, ...${JSON.stringify(args)})`);
  }

  /** The text of every element that a selector finds, as it is drawn, white space run together. */
  texts(selector: string): Promise<string[]> {
    return this.search(
      (everywhere, wanted) => everywhere(wanted).map((element) => element.innerText.replace(/\s+/g, ' ').trim()),
      selector,
    );
  }

  /** The values of attributes of every element that a selector finds; an absent attribute is an empty text. */
  attributes<N extends string>(selector: string, ...names: N[]): Promise<Record<N, string>[]> {
    return this.search(
      (everywhere, wanted, wantedNames) =>
        everywhere(wanted).map((element) => {
          const pairs = wantedNames.map((name) => [name, element.getAttribute(name) ?? '']);
          return Object.fromEntries(pairs) as Record<N, string>;
        }),
      selector,
      names as readonly N[],
    );
  }

  async count(selector: string): Promise<number> {
    return (await this.attributes(selector)).length;
  }

  /** Clicks the first element that a selector finds and that holds a text, as soon as it is there, at rest, and nothing lies over it. */
  async click(selector: string, text = ''): Promise<void> {
    const place = await until(`"${text}" (${selector}) can be clicked`, () => this.search(clickable, selector, text));
    await this.tab.click(place);
  }

  /** Touches it with a finger, as soon as a person could. */
  async tap(selector: string): Promise<void> {
    await this.tab.tap(await until(`${selector} can be touched`, () => this.search(clickable, selector, '')));
  }

  async press(...keys: Parameters<Tab['press']>[0][]): Promise<void> {
    for (const key of keys) await this.tab.press(key);
  }

  type(text: string): Promise<void> {
    return this.tab.type(text);
  }

  /** Does what opens the browser's own dialog for files, and chooses these there, by their paths. */
  chooseFiles(opening: () => Promise<void>, paths: readonly string[]): Promise<void> {
    return this.tab.chooseFiles(opening, paths);
  }

  resize(width: number, height: number): Promise<void> {
    return this.tab.resize(width, height);
  }

  picture(): Promise<Uint8Array> {
    return this.tab.picture();
  }

  /** Brings the tab to the front of its window, as a click on it does. */
  show(): Promise<void> {
    return this.tab.show();
  }

  close(): Promise<void> {
    return this.tab.close();
  }

  /** Waits until `look` gives something other than `undefined` or `false`. */
  until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
    return until(what, look);
  }
}
