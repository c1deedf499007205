import { ScreenTab } from './screen-tab.ts';

/** A tab with one of the extension's own pages. */
export class ExtensionTab extends ScreenTab {
  /** Everything that can be read on the page. */
  async text(): Promise<string> {
    const [text = ''] = await this.texts('body');
    return text;
  }
}
