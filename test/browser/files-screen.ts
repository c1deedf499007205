import { expect } from '@playwright/test';
import { violations } from './axe.ts';
import type { ScreenTab } from './screen-tab.ts';
import type { Key } from './tab.ts';

export interface FileToGive {
  name: string;
  bytes: Uint8Array;
}

export interface Downloaded {
  name: string;
  bytes: Buffer;
}

/** What a person sees and does on a page that takes files and hands some out. */
export class FilesScreen {
  readonly tab: ScreenTab;
  /** The name of the page's file input. */
  private readonly input: string;

  constructor(tab: ScreenTab, input: string) {
    this.tab = tab;
    this.input = input;
  }

  /** Waits until the page is drawn, and from then on notes what it hands to the browser's downloads. */
  async begin(): Promise<void> {
    await this.sees(`[data-input="${this.input}"]`);
    await this.tab.run(() => {
      const handed: { name: string; file: Blob }[] = [];
      Object.assign(globalThis, { handed });
      const make = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        if (file instanceof Blob) handed.push({ name: '', file });
        return make.call(URL, file);
      };
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        const last = handed.at(-1);
        if (this.download && last) last.name = this.download;
        else click.call(this);
      };
    });
  }

  /** Waits until something is drawn. */
  sees(selector: string): Promise<unknown> {
    return this.tab.until(`${selector} is there`, async () => (await this.tab.count(selector)) > 0);
  }

  /** Gives files to the file input, as the browser does after its own dialog. */
  give(files: readonly FileToGive[]): Promise<void> {
    return this.hand(files, false);
  }

  /** Drops files onto the page, as from a folder. */
  drop(files: readonly FileToGive[]): Promise<void> {
    return this.hand(files, true);
  }

  private hand(files: readonly FileToGive[], dropped: boolean): Promise<void> {
    const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
    return this.tab.run(
      (chosen, isDrop, called) => {
        const input = document.querySelector<HTMLInputElement>(`input[type=file][data-input="${called}"]`);
        if (!input) throw new Error('No file input.');
        const transfer = new DataTransfer();
        for (const { name, base64 } of chosen) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          transfer.items.add(new File([bytes], name));
        }
        if (isDrop) {
          const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
          document.querySelector('.drop')?.dispatchEvent(drop);
        } else {
          input.files = transfer.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }
      },
      given,
      dropped,
      this.input,
    );
  }

  /** Does something and gives the file that it hands to the downloads. */
  async downloads(action: () => Promise<void>): Promise<Downloaded> {
    const before = await this.tab.evaluate<number>('handed.length');
    await action();
    await this.tab.until(
      'a file is handed over',
      async () => (await this.tab.evaluate<number>('handed.length')) > before,
    );
    const { name, base64 } = await this.tab.evaluate<{ name: string; base64: string }>(`(async () => {
      const { name, file } = handed.at(-1);
      const bytes = new Uint8Array(await file.arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return { name, base64: btoa(text) };
    })()`);
    return { name, bytes: Buffer.from(base64, 'base64') };
  }

  /** Presses Tab until the element that a selector finds has the focus, in the page's order; fails when none does. */
  tabTo(selector: string): Promise<void> {
    return this.goTo(selector, 'Tab');
  }

  /** The same the other way round. */
  tabBackTo(selector: string): Promise<void> {
    return this.goTo(selector, 'Shift+Tab');
  }

  /** Goes to an element by Tab, and presses a key on it. */
  async use(selector: string, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
    await this.tabTo(selector);
    await this.press(key);
  }

  /** Chooses in a list that drops down, by keyboard: what is typed belongs together only while one letter follows the other quickly. */
  async pick(selector: string, typed: string): Promise<void> {
    await this.tabTo(selector);
    await this.tab.until(`"${typed}" is chosen in ${selector}`, async () => {
      await this.tab.type(typed);
      return this.tab.run(
        (wanted, beginning) => {
          const [chosen] = document.querySelector<HTMLSelectElement>(wanted)?.selectedOptions ?? [];
          return chosen?.text.startsWith(beginning) === true;
        },
        selector,
        typed,
      );
    });
  }

  /** Waits until the page has drawn what was changed before: its parts draw in tasks of their own, which come in their order. */
  drawn(): Promise<void> {
    return this.tab.run(async () => {
      for (let round = 0; round < 2; round += 1) await new Promise((done) => setTimeout(done, 5));
    });
  }

  private async goTo(selector: string, key: Key): Promise<void> {
    const most = 400;
    for (let pressed = 0; pressed < most; pressed += 1) {
      if (await this.hasFocus(selector)) {
        // What the page still has to draw may move the focus once more.
        await this.drawn();
        if (await this.hasFocus(selector)) return;
      }
      await this.tab.press(key);
    }
    throw new Error(`${key} never comes to ${selector}.`);
  }

  /** Past its last element a document may remember it while the browser's own buttons have the focus: that is not meant. */
  hasFocus(selector: string): Promise<boolean> {
    return this.tab.run((wanted) => document.hasFocus() && document.activeElement?.matches(wanted) === true, selector);
  }

  press(...keys: Key[]): Promise<void> {
    return this.tab.press(...keys);
  }

  /** What axe finds wrong on the page as it stands, as sentences. */
  violations(): Promise<string[]> {
    return violations(this.tab, 'html');
  }

  /** Waits until nothing sticks out of the window sideways: for a window of another width some parts are drawn anew. */
  async fitsAcross(state: string): Promise<void> {
    const pixels = () =>
      this.tab.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(pixels, `${state}: pixels that stick out`).toBeLessThanOrEqual(0);
  }
}
