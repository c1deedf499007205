import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ScreenTab } from './screen-tab.ts';

/** What a person's machine may make of our texts: the family that is there, spacing that a person sets, a language that is longer. */
export interface Lettering {
  readonly family: Family;
  /** By the values of WCAG 1.4.12. */
  readonly spaced: boolean;
  /** Every word by 40 %. */
  readonly longer: boolean;
}

/** One that sets little, one that sets much (what Debian falls back to), one that sets all letters alike. Nothing leans on what is installed. */
const packages = { narrow: 'archivo-narrow', wide: 'dejavu-sans', monospaced: 'dejavu-mono' } as const;
export type Family = keyof typeof packages;
export const families = Object.keys(packages) as Family[];

const weights = [400, 700] as const;
const { resolve } = createRequire(import.meta.url);

/** A family's fonts as base64, by weight. */
function fontsOf(family: Family): { weight: string; base64: string }[] {
  const name = packages[family];
  return weights.map((weight) => {
    const file = resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`);
    return { weight: String(weight), base64: readFileSync(file).toString('base64') };
  });
}

/** Brings all families into a tab's document: from bytes, since the extension's pages load no font from anywhere. */
export async function bringFonts(tab: ScreenTab): Promise<void> {
  for (const family of families) {
    await tab.run(
      async (name, fonts) => {
        for (const { weight, base64 } of fonts) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          document.fonts.add(await new FontFace(`Test ${name}`, bytes, { weight }).load());
        }
      },
      family,
      fontsOf(family),
    );
  }
}

const spacing = `
  :host, *, *::before, *::after {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }`;

/** Sets everything within the parts that a selector finds (shadow roots included) in these letters, and waits until it is drawn so. */
export function letter(tab: ScreenTab, within: string, { family, spaced, longer }: Lettering): Promise<void> {
  const css = `:host, *, *::before, *::after { font-family: "Test ${family}" !important; }${spaced ? spacing : ''}`;
  return tab.run(
    async (selector, sheet, isLonger) => {
      const page = globalThis as unknown as {
        lettered?: CSSStyleSheet;
        texts?: Map<Text, { plain: string; longer: string }>;
      };
      page.lettered ??= new CSSStyleSheet();
      page.texts ??= new Map();
      const { lettered, texts } = page;
      lettered.replaceSync(sheet);
      const lengthen = (text: string) =>
        text.replace(/\p{L}+/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase());
      const wear = (root: Document | ShadowRoot) => {
        if (!root.adoptedStyleSheets.includes(lettered))
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, lettered];
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const node = walk.currentNode as Text;
          if (node.parentElement?.closest('style, script, textarea')) continue;
          const known = texts.get(node);
          const plain = known && (node.data === known.longer || node.data === known.plain) ? known.plain : node.data;
          texts.set(node, { plain, longer: lengthen(plain) });
          const wanted = isLonger ? lengthen(plain) : plain;
          if (node.data !== wanted) node.data = wanted;
        }
      };
      const frame = () => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 0));
      // What is measured as it is drawn may be drawn anew; what comes then is lettered as well.
      for (let round = 0; round < 3; round += 1) {
        if (selector === 'html') wear(document);
        for (const host of document.querySelectorAll(selector)) if (host.shadowRoot) wear(host.shadowRoot);
        await frame();
      }
    },
    within,
    css,
    longer,
  );
}

const of = (family: Family, spaced: boolean, longer: boolean): Lettering => ({ family, spaced, longer });

/** In a narrow window each family in every way, in a somewhat wider one as it is and with all at once. */
const tried: readonly { width: number; letterings: readonly Lettering[] }[] = [
  { width: 375, letterings: families.flatMap((family) => [of(family, false, false), of(family, true, true)]) },
  {
    width: 320,
    letterings: families.flatMap((family) =>
      [false, true].flatMap((spaced) => [false, true].map((longer) => of(family, spaced, longer))),
    ),
  },
];

/** The letterings that take the most room: for what does not stay long, or differs from something else by its words alone. */
const hardest: typeof tried = [{ width: 320, letterings: [of('wide', true, true), of('monospaced', true, true)] }];

export type Which = 'all' | 'hardest';

/** What does not fit at 375 and at 320 pixels in any of the letterings, as sentences; fonts must have been brought. */
export async function misfitsInSmallWindows(
  tab: ScreenTab,
  within: string,
  scrollers: string,
  which: Which = 'all',
): Promise<string[]> {
  const all: string[] = [];
  for (const { width, letterings } of which === 'all' ? tried : hardest) {
    await tab.resize(width, 700);
    for (const lettering of letterings) {
      await letter(tab, within, lettering);
      const how = [lettering.family, lettering.spaced && 'spaced', lettering.longer && 'longer'].filter(Boolean);
      const found = await lastingMisfits(tab, within, scrollers, lettering);
      all.push(...found.map((fault) => `${width} px, ${how.join(', ')}: ${fault}`));
    }
  }
  await letter(tab, within, of('wide', false, false));
  return all;
}

/** What stays so: parts that are measured as they are drawn move once more, and what comes then is lettered as well. */
async function lastingMisfits(
  tab: ScreenTab,
  within: string,
  scrollers: string,
  lettering: Lettering,
): Promise<string[]> {
  const mostLooks = 20;
  let found = await misfits(tab, within, scrollers);
  for (let looks = 1; found.length > 0 && looks < mostLooks; looks += 1) {
    await new Promise((done) => setTimeout(done, 100));
    await letter(tab, within, lettering);
    found = await misfits(tab, within, scrollers);
  }
  return found;
}

/**
 * What does not fit within the parts that a selector finds (shadow roots included), as sentences: text that leaves the window to
 * a side or the box that is drawn around it, and text that is cut off. `scrollers` may be scrolled sideways, so what stands in
 * them may be wider than the window.
 */
export const misfits = (tab: ScreenTab, within: string, scrollers: string): Promise<string[]> =>
  tab.run(
    (selector, mayScroll) => {
      const room = document.documentElement.clientWidth;
      const page = document.documentElement;
      const sideways =
        selector === 'html' && page.scrollWidth > room ? [`the page is ${page.scrollWidth} px wide`] : [];
      const roots: ParentNode[] = selector === 'html' ? [document.body] : [];
      for (const host of document.querySelectorAll(selector)) if (host.shadowRoot) roots.push(host.shadowRoot);
      const isHidden = (element: Element) =>
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('.visually-hidden, [popover]:not(:popover-open)') !== null ||
        getComputedStyle(element).clipPath !== 'none';
      const nameOf = (element: Element) => `${element.localName}.${element.getAttribute('class') ?? ''}`;
      /** The nearest box that a person sees: with a border or a background of its own. */
      const boxAround = (element: Element): Element | null => {
        for (let at: Element | null = element; at; at = at.parentElement) {
          const { borderRightWidth, borderBottomWidth, borderRightColor, backgroundColor, display } =
            getComputedStyle(at);
          if (display === 'inline' || display === 'contents') continue;
          const framed =
            (borderRightWidth !== '0px' || borderBottomWidth !== '0px') && borderRightColor !== 'rgba(0, 0, 0, 0)';
          if (framed || backgroundColor !== 'rgba(0, 0, 0, 0)') return at;
        }
        return null;
      };
      /** Whether what lies below the lower edge of a box can be scrolled to. */
      const scrollsDown = (element: Element, box: Element | null | undefined): boolean => {
        for (let at: Element | null = element; at; at = at === box ? null : at.parentElement)
          if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
        return false;
      };
      const faults = new Set<string>();
      const look = (root: ParentNode) => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const text = walk.currentNode as Text;
          const element = text.parentElement;
          if (
            !element ||
            text.data.trim() === '' ||
            element.closest('style, script, option, textarea') ||
            isHidden(element)
          )
            continue;
          if (mayScroll !== '' && element.closest(mayScroll)) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          const around = element.closest('svg') ? null : boxAround(element);
          const box = around?.getBoundingClientRect();
          const isBelow = (bottom: number) => box && bottom > box.bottom + 2 && !scrollsDown(element, around);
          for (const { left, right, bottom, width } of range.getClientRects()) {
            if (width === 0) continue;
            if (left < -0.5 || right > room + 0.5)
              faults.add(`out of the window: ${nameOf(element)} "${text.data.trim()}"`);
            if (box && (right > box.right + 1 || left < box.left - 1 || isBelow(bottom)))
              faults.add(`out of its box: ${nameOf(element)} "${text.data.trim()}"`);
          }
        }
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          const { overflowX, overflowY } = getComputedStyle(element);
          if (isHidden(element) || element.closest('svg, textarea, select, input') || element.innerText.trim() === '')
            continue;
          const scrolls = mayScroll !== '' && element.closest(mayScroll);
          const cutX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && !scrolls;
          const cutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
          if (cutX || cutY) faults.add(`cut off: ${nameOf(element)} "${element.innerText.slice(0, 60)}"`);
        }
      };
      for (const root of roots) look(root);
      return [...sideways, ...faults];
    },
    within,
    scrollers,
  );
