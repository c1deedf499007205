import type { AlmaPage } from '../alma/description.ts';
import type { StandIn } from '../alma/server.ts';
import { AlmaTab } from './alma-tab.ts';
import { ScreenTab } from './screen-tab.ts';
import type { BrowserWithExtension, ExtensionPage } from './tab.ts';

/** A person's desk: a browser with the extension, and Alma within reach. */
export class Desk {
  readonly browser: BrowserWithExtension;
  readonly alma: StandIn;
  private opened: ScreenTab[] = [];

  constructor(browser: BrowserWithExtension, alma: StandIn) {
    this.browser = browser;
    this.alma = alma;
  }

  /** Opens a tab with a page of the stand-in Alma, by its description or by the name of a case. */
  async openAlma(page: AlmaPage | string, host?: string): Promise<AlmaTab> {
    const tab = new AlmaTab(await this.browser.newTab(), this.browser, this.alma);
    this.opened.push(tab);
    await tab.open(page, host);
    return tab;
  }

  /** Opens a tab with a page of the extension. */
  async openExtension(page: ExtensionPage): Promise<ScreenTab> {
    const tab = new ScreenTab(await this.browser.newTab());
    this.opened.push(tab);
    await tab.go(this.browser.extensionAddress(page));
    return tab;
  }

  async closeTabs(): Promise<void> {
    const tabs = this.opened;
    this.opened = [];
    for (const tab of tabs) await tab.close();
  }
}
