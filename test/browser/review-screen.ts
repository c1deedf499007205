import type { Desk } from './desk.ts';
import { FilesScreen, type FileToGive } from './files-screen.ts';

export type { Downloaded, FileToGive } from './files-screen.ts';

/** What a person sees and does on the review page. */
export class ReviewScreen extends FilesScreen {
  /** Opens the review page, and from then on notes what it hands to the browser's downloads. */
  static async open(desk: Desk): Promise<ReviewScreen> {
    const screen = new ReviewScreen(await desk.openExtension('review'), 'exports');
    await screen.begin();
    return screen;
  }

  /**
   * Gives a file that is being read for as long as one looks: its worker hears of it only when what this gives is called.
   */
  async giveHeld(file: FileToGive): Promise<() => Promise<void>> {
    await this.tab.run(() => {
      const plain = Worker.prototype.postMessage;
      const held: (() => void)[] = [];
      Worker.prototype.postMessage = function (this: Worker, ...given: [message: { ask?: string }]) {
        if (given[0].ask === 'read') held.push(() => plain.apply(this, given));
        else plain.apply(this, given);
      };
      Object.assign(globalThis, {
        letRead: () => {
          Worker.prototype.postMessage = plain;
          for (const tell of held) tell();
        },
      });
    });
    await this.give([file]);
    await this.sees(`[data-file="${file.name}"][data-state="reading"] progress`);
    return () => this.tab.evaluate('letRead()');
  }

  /** Waits until all files are read and all people judged, and gives the figures by name; one that cannot be said is `''`. */
  async figures(): Promise<Record<string, string>> {
    const look = () =>
      this.tab.run(() => {
        if (document.querySelector('[data-state="waiting"], [data-state="reading"], progress')) return undefined;
        const outputs = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
        const figures = outputs.map(({ dataset, innerText }): [string, string] => [
          dataset.figure ?? '',
          innerText.replace(/\s+/g, ' ').trim(),
        ]);
        return outputs.length > 0 ? Object.fromEntries(figures) : undefined;
      });
    return this.tab.until('all people are judged', async () => {
      if ((await look()) === undefined) return undefined;
      // A file may stand there as read before the part with the figures is drawn anew.
      await this.drawn();
      return look();
    });
  }

  /** The figure as a number, once all is judged. */
  async figure(name: string): Promise<number> {
    return Number((await this.figures())[name]);
  }

  /** Searches in the table, and waits until it lists so many people. */
  async search(words: string, people: number): Promise<void> {
    await this.tab.run((typed) => {
      const field = document.querySelector<HTMLInputElement>('[data-filter="search"]');
      if (!field) throw new Error('No search field.');
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, words);
    await this.lists(people);
  }

  /** Waits until the table lists so many people. */
  lists(people: number): Promise<unknown> {
    return this.tab.until(`${people} are listed`, async () => {
      const [grid] = await this.tab.attributes('[role="grid"]', 'aria-rowcount');
      return grid?.['aria-rowcount'] === String(people + 1);
    });
  }

  /** Opens one person's panel by searching for the identifier, and waits for the focus, with which the page may still move, to be there. */
  async openPerson(identifier: string): Promise<void> {
    await this.search(identifier, 1);
    await this.tab.click(`[data-user="${identifier}"] [data-column="person"]`);
    await this.tab.until(`${identifier}'s panel has the focus`, () =>
      this.tab.run((selector) => document.activeElement?.closest(selector) != null, `[data-panel="${identifier}"]`),
    );
  }

  /** Opens one person's panel and decides there, where nothing asks again. */
  async decide(identifier: string, decision: string): Promise<void> {
    await this.openPerson(identifier);
    await this.tab.click(`[data-decide="${decision}"]`);
    await this.decided(identifier, decision);
  }

  /** Decides in one person's panel, and answers the second and the third look. */
  async decideTwice(identifier: string, decision: string): Promise<void> {
    await this.openPerson(identifier);
    await this.tab.click(`[data-decide="${decision}"]`);
    await this.tab.click('[data-action="confirm"]');
    await this.tab.click('[data-action="confirm-again"]');
    await this.decided(identifier, decision);
  }

  /** Accepts all suggestions for those who are listed, but for those that have to be confirmed one by one, which the page then lists. */
  async accept(): Promise<void> {
    await this.tab.click('[data-action="accept"]:enabled');
    await this.sees('[data-action="accept"]:disabled, [data-list="left-out"]');
  }

  async decisionOf(identifier: string): Promise<string> {
    const [row] = await this.tab.attributes(`[data-user="${identifier}"]`, 'data-decision');
    return row?.['data-decision'] ?? 'not listed';
  }

  /** Waits until a person's row shows a decision; an empty text: none. */
  decided(identifier: string, decision: string): Promise<unknown> {
    return this.tab.until(`${identifier}: ${decision}`, async () => (await this.decisionOf(identifier)) === decision);
  }

  /** All that this origin keeps in the browser, wherever it could. */
  stored(): Promise<{ extension: string[]; local: number; session: number; databases: number; caches: number }> {
    return this.tab.evaluate(`(async () => ({
      extension: Object.keys(await (globalThis.browser ?? chrome).storage.local.get(null)),
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: globalThis.caches ? (await caches.keys()).length : 0,
    }))()`);
  }

  /** Waits until the review that is kept in the browser has so many decisions. */
  keeps(decisions: number): Promise<unknown> {
    return this.tab.until(`${decisions} decisions are kept`, async () => (await this.keptDecisions()) === decisions);
  }

  /** Decisions of the review that is kept in the browser, as the page's database holds it; -1 where none is kept. */
  keptDecisions(): Promise<number> {
    return this.tab.evaluate(`(async () => {
      if ((await indexedDB.databases()).length === 0) return -1;
      const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const database = await done(indexedDB.open('alma-user-guard-review'));
      const last = await done(database.transaction('kept').objectStore('kept').get('last'));
      database.close();
      return last?.head.decisions ?? -1;
    })()`);
  }
}
