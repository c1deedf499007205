import type { Desk } from './desk.ts';
import { FilesScreen } from './files-screen.ts';

/** What a person of a consortium's office sees and does on the page that adds up. */
export class RollUpScreen extends FilesScreen {
  static async open(desk: Desk): Promise<RollUpScreen> {
    const screen = new RollUpScreen(await desk.openExtension('rollup'), 'totals');
    await screen.begin();
    return screen;
  }

  /** Waits until so many members stand in the table, and gives their names in its order. */
  async members(count: number): Promise<string[]> {
    await this.tab.until(`${count} members`, async () => (await this.tab.count('[data-member]')) === count);
    const rows = await this.tab.attributes('[data-member]', 'data-member');
    return rows.map((row) => row['data-member']);
  }

  /** The sums by name; one that cannot be said is `''`. */
  async sums(): Promise<Record<string, string>> {
    const names = await this.tab.attributes('output[data-rollup]', 'data-rollup');
    const values = await this.tab.texts('output[data-rollup]');
    return Object.fromEntries(names.map((name, at) => [name['data-rollup'], values[at] ?? '']));
  }

  /** Opens the page with the made-up consortium. */
  static async practising(desk: Desk): Promise<RollUpScreen> {
    const screen = await RollUpScreen.open(desk);
    await screen.tab.click('[data-action="practice"]');
    await screen.members(8);
    return screen;
  }
}
