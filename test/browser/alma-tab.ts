import type { AlmaPage } from '../alma/description.ts';
import type { StandIn } from '../alma/server.ts';
import { ScreenTab } from './screen-tab.ts';
import type { BrowserWithExtension, Tab } from './tab.ts';

export interface ShownFinding {
  rule: string;
  severity: string;
}

/** What the extension shows on an Alma page, read from the marks that its contract names. */
export interface Shown {
  answer: string | undefined;
  findings: ShownFinding[];
  /** Names of the fields listed as unread. */
  unread: string[];
  /** The marks beside the roles, by the role's name. */
  marks: { role: string; counts: string }[];
}

/** A tab with a page of the stand-in Alma. */
export class AlmaTab extends ScreenTab {
  private readonly browser: BrowserWithExtension;
  private readonly alma: StandIn;

  constructor(tab: Tab, browser: BrowserWithExtension, alma: StandIn) {
    super(tab);
    this.browser = browser;
    this.alma = alma;
  }

  /** Opens a page of the stand-in, by its description or by the name of a case. */
  open(page: AlmaPage | string, host?: string): Promise<void> {
    return this.go(this.browser.almaAddress(this.alma.pathOf(page), host));
  }

  /** Changes to another page in place, as Alma's own scripts do. */
  async showInPlace(page: AlmaPage | string): Promise<void> {
    await this.evaluate(`window.__alma.show(${JSON.stringify(page)}).then(() => true)`);
  }

  /** Draws the page's content anew, as Alma does after a change of some fields. */
  async redraw(): Promise<void> {
    await this.evaluate('window.__alma.rerender().then(() => true)');
  }

  /** Everything of the extension's that stands on the page, all of the same moment. */
  shown(): Promise<Shown> {
    return this.search((everywhere): Shown => {
      const attribute = (selector: string, name: string) =>
        everywhere(selector).map((element) => element.getAttribute(name) ?? '');
      const marks = everywhere('alma-user-guard-mark[data-counts]').map((mark) => {
        const cell = mark.closest('td')?.cloneNode(true) as HTMLElement | undefined;
        for (const own of cell?.querySelectorAll('alma-user-guard-mark') ?? []) own.remove();
        const role = cell?.querySelector('input')?.value ?? cell?.textContent ?? '';
        return { role: role.trim(), counts: mark.getAttribute('data-counts') ?? '' };
      });
      const severities = attribute('[data-rule][data-severity]', 'data-severity');
      return {
        answer: attribute('[data-named-user]', 'data-named-user')[0],
        findings: attribute('[data-rule][data-severity]', 'data-rule').map((rule, at) => ({
          rule,
          severity: severities[at] ?? '',
        })),
        unread: attribute('[data-unread]', 'data-unread'),
        marks,
      };
    });
  }

  /** Waits until guidance stands on the page, and satisfies `wanted` where that is given; gives what it shows. */
  guidance(what = 'guidance shows on the page', wanted: (shown: Shown) => boolean = () => true): Promise<Shown> {
    return this.until(what, async () => {
      const shown = await this.shown();
      return shown.answer !== undefined && wanted(shown) && shown;
    });
  }

  /** How many elements of the extension stand in the page. */
  ownElements(): Promise<number> {
    return this.run(() => document.querySelectorAll('alma-user-guard, alma-user-guard-mark').length);
  }

  /** The whole document as markup, to compare before and after. */
  markup(): Promise<string> {
    return this.run(() => document.documentElement.outerHTML);
  }
}
