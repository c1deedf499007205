import theme from '../ui/theme.css?inline';
import panelCss from './panel.css?inline';

/** The elements that are ours in Alma's document. They are plain elements: content scripts in Chromium cannot define custom ones. */
export const hostTag = 'alma-user-guard';
export const markTag = 'alma-user-guard-mark';

/** Alma's own styles reach the element itself, not what is in its shadow root: these must win over them. */
const reset = ':host { all: initial !important; }';

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * The style sheet of a text for shadow roots of one document, made once. Adopted style sheets, unlike `<style>` elements,
 * work under the strictest content security policy.
 */
export function sheetFor(document: Document, css: string): CSSStyleSheet {
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  const sheet = known.get(css) ?? new CSSStyleSheet();
  if (!known.has(css)) sheet.replaceSync(css);
  known.set(css, sheet);
  return sheet;
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
