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

  /** Waits until the extension's script in a page of Alma answers the extension: on some pages nothing else shows that it is there. */
  async answers(alma: AlmaTab): Promise<void> {
    const asking = new ScreenTab(await this.browser.newTab('background'));
    await asking.go(this.browser.extensionAddress('options'));
    const open = this.opened.filter((tab) => tab instanceof AlmaTab).length;
    await asking.until(`the script answers in ${open} pages`, async () => {
      const answered = await asking.evaluate<number>(`(async () => {
        const { tabs } = globalThis.browser ?? chrome;
        const ask = ({ id }) => tabs.sendMessage(id, { almaUserGuard: 'ping' }, { frameId: 0 }).catch(() => false);
        return (await Promise.all((await tabs.query({})).map(ask))).filter((answer) => answer === true).length;
      })()`);
      return answered === open;
    });
    await asking.close();
    await alma.show();
  }

  async closeTabs(): Promise<void> {
    const tabs = this.opened;
    this.opened = [];
    for (const tab of tabs) await tab.close();
  }
}
