import type { Desk } from './desk.ts';
import { FilesScreen } from './files-screen.ts';

export type { Downloaded, FileToGive } from './files-screen.ts';

/** What a person sees and does on the review page. */
export class ReviewScreen extends FilesScreen {
  /** Opens the review page, and from then on notes what it hands to the browser's downloads. */
  static async open(desk: Desk): Promise<ReviewScreen> {
    const screen = new ReviewScreen(await desk.openExtension('review'), 'exports');
    await screen.begin();
    return screen;
  }

  /** Gives a CSV file so long that reading it takes seconds; it is made in the page. */
  giveLong(name: string): Promise<void> {
    return this.tab.run((called) => {
      const line = `u1,Silva,Nuno,Active,Cataloger,"${'a scope with a long name '.repeat(6)}"\n`;
      const text = `Primary Identifier,Last Name,First Name,Status,Role Type,Role Scope\n${line.repeat(1_000_000)}`;
      const input = document.querySelector<HTMLInputElement>('input[type=file][data-input="exports"]');
      if (!input) throw new Error('No file input.');
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], called));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, name);
  }

  /** Waits until all files are read and all people judged, and gives the figures by name; one that cannot be said is `''`. */
  async figures(): Promise<Record<string, string>> {
    await this.tab.until('all people are judged', async () => {
      const busy = await this.tab.count('[data-state="waiting"], [data-state="reading"], progress');
      return busy === 0 && (await this.tab.count('[data-figure]')) > 0;
    });
    const names = await this.tab.attributes('[data-figure]', 'data-figure');
    const values = await this.tab.texts('[data-figure]');
    return Object.fromEntries(names.map((name, at) => [name['data-figure'], values[at] ?? '']));
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
      return last.head.decisions;
    })()`);
  }
}
