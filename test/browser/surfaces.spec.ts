import type { AlmaPage } from '../alma/description.ts';
import type { AlmaTab } from './alma-tab.ts';
import { violations } from './axe.ts';
import { Desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { ScreenTab } from './screen-tab.ts';
import { phone, surfaces, zoomed } from './surfaces.ts';

/** The extension's parts that stick out of the window to a side, or out of what holds them; for a page of its own the page, if it can be scrolled sideways. */
const sticksOut = (tab: ScreenTab, within: string): Promise<string[]> =>
  tab.run((selector) => {
    const root = document.documentElement;
    if (selector === 'html') return root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth}`] : [];
    const parts = [...document.querySelectorAll(selector)].flatMap((host) => [
      ...(host.shadowRoot?.querySelectorAll<HTMLElement>(
        '.panel, .panel *, .guard, .guard *, .tip, .pointing [role="dialog"] *',
      ) ?? []),
    ]);
    const outside = parts.filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return part.checkVisibility() && (left < 0 || right > innerWidth || part.scrollWidth > Math.ceil(width));
    });
    return outside.map((part) => `${part.localName}.${part.className}: ${part.innerText}`);
  }, within);

for (const [title, open] of Object.entries(surfaces)) {
  test(`${title}: axe finds nothing, and nothing sticks out of a small window`, async ({ desk }) => {
    const { tab, within, smallest = phone } = await open(desk);
    expect.soft(await violations(tab, within)).toEqual([]);
    for (const size of new Set([zoomed, smallest])) {
      await tab.resize(...size);
      await expect
        .configure({ soft: true })
        .poll(() => sticksOut(tab, within), `${size[0]} px wide`)
        .toEqual([]);
    }
  });
}

/** A desk at which Alma's pages are dark: what stands in a page goes by the page's own colours, not by what the system prefers. */
class DarkDesk extends Desk {
  override async openAlma(page: AlmaPage | string): Promise<AlmaTab> {
    const tab = await super.openAlma('home');
    await tab.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('body, body * { background: #14181d !important; color: #e6e9ec !important; }');
      document.adoptedStyleSheets.push(sheet);
    });
    await tab.showInPlace(page);
    return tab;
  }
}

test('all that the extension shows has contrast enough in the dark', async ({ ownDesk }) => {
  // So many pages, one after the other.
  test.setTimeout(2_700_000);
  const { browser, alma } = await ownDesk({ dark: true });
  const desk = new DarkDesk(browser, alma);
  for (const [title, open] of Object.entries(surfaces)) {
    await test.step(title, async () => {
      const { tab, within } = await open(desk);
      expect.soft(await violations(tab, within, ['color-contrast']), title).toEqual([]);
      await desk.closeTabs();
    });
  }
});
