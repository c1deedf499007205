import theme from '../ui/theme.css?inline';
import panelCss from './panel.css?inline';

/** The elements that are ours in Alma's document. They are plain elements: content scripts in Chromium cannot define custom ones. */
export const hostTag = 'alma-user-guard';
export const markTag = 'alma-user-guard-mark';

/** Alma's own styles reach the element itself, not what is in its shadow root: these must win over them. */
const reset = ':host { all: initial !important; }';

interface Palette {
  readonly sheets: Map<string, CSSStyleSheet>;
  readonly darkRules: CSSMediaRule[];
}

const palettes = new WeakMap<Document, Palette>();

function paletteOf(document: Document): Palette {
  const palette = palettes.get(document) ?? { sheets: new Map(), darkRules: [] };
  palettes.set(document, palette);
  return palette;
}

/**
 * The style sheet of a text for shadow roots of one document, made once. Adopted style sheets, unlike `<style>` elements,
 * work under the strictest content security policy.
 */
export function sheetFor(document: Document, css: string): CSSStyleSheet {
  const { sheets, darkRules } = paletteOf(document);
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const rule of sheet.cssRules) if (isDarkRule(rule)) darkRules.push(rule);
  sheets.set(css, sheet);
  return sheet;
}

const isDarkRule = (rule: CSSRule): rule is CSSMediaRule =>
  rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme: dark');

/** Dark on dark, light on light: Alma's pages may stay light whatever the system prefers, so the page behind decides. */
export function suitPage(document: Document, at: Element): void {
  const condition = isDark(at) ? 'all' : 'not all';
  for (const rule of paletteOf(document).darkRules) rule.media.mediaText = condition;
}

function isDark(at: Element): boolean {
  for (let element: Element | null = at; element; element = element.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = getComputedStyle(element)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number) ?? [0, 0, 0, 0];
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
  }
  return false;
}

/** What shares the one element: the panel of a record, and the guard's question. */
export type Part = 'panel' | 'guard';

export interface Host {
  readonly host: HTMLElement;
  /** The element in the shadow root that is one part's own. */
  readonly part: (name: Part) => HTMLElement;
}

/**
 * The one element that holds guidance, with an open shadow root in which each part has its place. It is made when it is
 * first asked for, so that a page without guidance does not pay for it, and is not put into the document.
 */
export function createHost(document: Document): Host {
  let made: (Readonly<Record<Part, HTMLElement>> & { host: HTMLElement }) | undefined;
  const make = () => {
    made ??= makeHost(document);
    return made;
  };
  return {
    get host() {
      return make().host;
    },
    part: (name) => make()[name],
  };
}

function makeHost(document: Document): Readonly<Record<Part, HTMLElement>> & { host: HTMLElement } {
  const host = document.createElement(hostTag);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetFor(document, reset + theme + panelCss)];
  const [panel, guard] = [document.createElement('div'), document.createElement('div')];
  root.append(panel, guard);
  return { host, panel, guard };
}

/** Removes every element of ours, also those that an earlier copy of this script left behind. */
export function sweep(document: Document): void {
  for (const element of document.querySelectorAll(`${hostTag}, ${markTag}`)) element.remove();
}

/** Removes what belongs to a record, also what Alma has copied together with a row of its own. */
export function sweepRecord(document: Document): void {
  for (const element of document.querySelectorAll(`${hostTag}, ${markTag}[data-counts]`)) element.remove();
}
