import type { LastWords } from './last-words.ts';

/** The elements that are ours in Alma's document. They are plain elements: content scripts in Chromium cannot define custom ones. */
export const hostTag = 'alma-user-guard';
export const markTag = 'alma-user-guard-mark';

/** What is drawn in Alma's page, each kind with a style sheet of its own. */
export type Dressed = 'panel' | 'guard' | 'mark' | 'listMark' | 'teaching';

/** The texts of the style sheets. */
export type Styles = Readonly<Record<Dressed, string>>;

/** Translators leave an element alone that says so; some know the attribute, some the class. */
export function keepFromTranslators(element: Element): void {
  element.setAttribute('translate', 'no');
  element.classList.add('notranslate');
}

/** What a person does with our elements. */
const uses = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'],
  ...['touchstart', 'touchend', 'keydown', 'keypress', 'keyup', 'input', 'change'],
];

/**
 * Keeps what is done in an element of ours from Alma, which closes its menus at a click anywhere, has a menu of its own for rows, and takes
 * `/` for a search. Listeners of Alma's that hear an event on its way down cannot be kept from it.
 */
export function keepToItself(element: Element): void {
  for (const type of uses) element.addEventListener(type, stop, { passive: true });
}

/** The same for many elements in which nothing listens, until `signal` tells: one listener a kind, whatever their number. */
export function keepToThemselves(document: Document, isOne: (element: Element) => boolean, signal: AbortSignal): void {
  const stopInOne = (event: Event) => {
    if (event.target instanceof Element && isOne(event.target)) stop(event);
  };
  for (const type of uses) document.addEventListener(type, stopInOne, { capture: true, passive: true, signal });
}

const stop = (event: Event): void => event.stopPropagation();

interface Palette {
  readonly sheets: Map<Dressed, CSSStyleSheet>;
  readonly darkRules: CSSMediaRule[];
  /** Where the dark rules hold. */
  dark: 'all' | 'not all';
}

const palettes = new WeakMap<Document, Palette>();

function paletteOf(document: Document): Palette {
  const palette = palettes.get(document) ?? { sheets: new Map(), darkRules: [], dark: 'not all' };
  palettes.set(document, palette);
  return palette;
}

/**
 * The style sheet of what is drawn, for shadow roots of one document; made once, and empty until `dress`. Adopted style sheets,
 * unlike `<style>` elements, work under the strictest content security policy.
 */
export function sheetFor(document: Document, what: Dressed): CSSStyleSheet {
  const { sheets } = paletteOf(document);
  const sheet = sheets.get(what) ?? new CSSStyleSheet();
  sheets.set(what, sheet);
  return sheet;
}

/** Fills the style sheets of a document. What is drawn before stands there plainly and is dressed by this; later calls change nothing. */
export function dress(document: Document, styles: Styles): void {
  const { darkRules, dark } = paletteOf(document);
  for (const [what, css] of Object.entries(styles)) {
    const sheet = sheetFor(document, what as Dressed);
    if (sheet.cssRules.length > 0) continue;
    sheet.replaceSync(css);
    for (const rule of sheet.cssRules) if (isDarkRule(rule)) darkRules.push(rule);
  }
  suit(darkRules, dark);
}

const isDarkRule = (rule: CSSRule): rule is CSSMediaRule =>
  rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme: dark');

/** Dark on dark, light on light: Alma's pages may stay light whatever the system prefers, so the page behind decides. */
export function suitPage(document: Document, at: Element): void {
  const palette = paletteOf(document);
  palette.dark = isDark(at) ? 'all' : 'not all';
  suit(palette.darkRules, palette.dark);
}

function suit(darkRules: readonly CSSMediaRule[], dark: Palette['dark']): void {
  for (const rule of darkRules) rule.media.mediaText = dark;
}

function isDark(at: Element): boolean {
  // Asked of the prototype: a form's own property may be hidden by a control of that name.
  for (let element: Element | null = at; element; element = Reflect.get(Node.prototype, 'parentElement', element)) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = getComputedStyle(element)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number) ?? [0, 0, 0, 0];
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
  }
  return false;
}

/** What shares the one element: the panel of a record, the guard's question, and what helps a person to point. */
export type Part = 'panel' | 'guard' | 'teaching';

export interface Host {
  readonly host: HTMLElement;
  /** The element in the shadow root that is one part's own. */
  readonly part: (name: Part) => HTMLElement;
  /**
   * Says that somebody needs the element in the page, or does not any more. Where no panel has put it into its place, it stands alone, at the
   * end of the body, for as long as anybody needs it.
   */
  readonly claim: (by: Claimant, on: boolean) => void;
}

/** Who needs the element besides a panel: a part, or, where the browser ends our script unheard, the line that is to be left. */
export type Claimant = Exclude<Part, 'panel'> | 'line';

/** On the element while it stands alone. */
export const alone = 'data-alone';

/** The value of that while what is open in it has been taken out of a place that is not drawn, and has not to go back there yet. */
const movedOut = 'moved-out';

/** Whether the element stands in the place that a page has for it, or has left it for a while. */
export const isPlaced = ({ host }: Host): boolean =>
  host.isConnected && [null, movedOut].includes(host.getAttribute(alone));

/**
 * The one element that holds guidance, with an open shadow root in which each part has its place. It is made when it is
 * first asked for, so that a page without guidance does not pay for it, and is not put into the document. `words` stand in it for
 * when the extension has gone.
 */
export function createHost(document: Document, words?: LastWords): Host {
  let made: (Readonly<Record<Part, HTMLElement>> & { host: HTMLElement }) | undefined;
  const claims = new Set<Claimant>();
  const make = () => {
    made ??= makeHost(document, words);
    return made;
  };
  function claim(by: Claimant, on: boolean): void {
    if (on) claims.add(by);
    else claims.delete(by);
    if (claims.size === 0) {
      if (made?.host.hasAttribute(alone)) made.host.remove();
      return;
    }
    const { host } = make();
    if (host.isConnected) return;
    host.toggleAttribute(alone, true);
    document.body.append(host);
  }
  return {
    get host() {
      return make().host;
    },
    part: (name) => make()[name],
    claim,
  };
}

/** What is drawn only when the browser has taken our sheet for pages out, as Firefox does when it ends us without a word. */
function goneLine(document: Document, { text, lang, dir }: LastWords): HTMLElement {
  const line = Object.assign(document.createElement('p'), { className: 'gone', textContent: text, lang, dir });
  // Until the style sheets have come.
  line.style.display = 'none';
  // Said aloud when it is drawn: what comes into a part that was there before is news.
  const news = document.createElement('div');
  news.setAttribute('aria-live', 'polite');
  news.append(line);
  return news;
}

function makeHost(
  document: Document,
  words: LastWords | undefined,
): Readonly<Record<Part, HTMLElement>> & { host: HTMLElement } {
  const host = document.createElement(hostTag);
  keepFromTranslators(host);
  keepToItself(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetFor(document, 'panel')];
  const part = () => Object.assign(document.createElement('div'), { className: 'part' });
  const [panel, guard, teaching] = [part(), part(), part()];
  root.append(panel, guard, teaching, ...(words ? [goneLine(document, words)] : []));
  return { host, panel, guard, teaching };
}

/** The one element, made ready for what shows besides a panel. */
export interface Room {
  /** Takes the element out of a part of the page that is not drawn, and puts it where it is. What is open in it has to be opened anew. */
  readonly moveOut: () => void;
  /** Takes everything out again, and puts an element that was moved back to where it stood. */
  readonly leave: () => void;
}

/** Makes ready for what shows besides a panel: its style sheet, and, where no panel shows, the element itself in a place of its own. */
export function occupy(document: Document, shared: Host, part: Exclude<Part, 'panel'>): Room {
  const { host } = shared;
  const shadow = host.shadowRoot;
  const sheet = sheetFor(document, part);
  if (shadow && !shadow.adoptedStyleSheets.includes(sheet))
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  let home: { readonly parent: Node; readonly before: Node | null } | undefined;
  shared.claim(part, true);
  suitPage(document, host.parentElement ?? document.body);
  return {
    moveOut() {
      const { parentNode: parent, nextSibling: before } = host;
      if (parent && !host.hasAttribute(alone)) home = { parent, before };
      host.setAttribute(alone, home ? movedOut : '');
      document.body.append(host);
    },
    leave() {
      shared.part(part).replaceChildren();
      if (home?.parent.isConnected && host.hasAttribute(alone)) {
        host.removeAttribute(alone);
        putBack(host, home.parent, home.before);
      }
      shared.claim(part, false);
    },
  };
}

/** Asked of the prototype: a form's own property may be hidden by a control of that name. */
function putBack(host: HTMLElement, parent: Node, before: Node | null): void {
  Node.prototype.insertBefore.call(parent, host, before?.parentNode === parent ? before : null);
}

/** Removes every element of ours, also those that an earlier copy of this script left behind. */
export function sweep(document: Document): void {
  for (const element of document.querySelectorAll(`${hostTag}, ${markTag}`)) element.remove();
}

/** Has what is drawn give way to the line that is ready in it, until it is taken back: for a page that is put aside and may come back without us. */
export function setAside(document: Document, isAside: boolean): void {
  for (const element of document.querySelectorAll(`${hostTag}, ${markTag}`))
    element.toggleAttribute('data-aside', isAside);
}

/** Removes what belongs to a record, also what Alma has copied together with a row of its own. */
export function sweepRecord(document: Document): void {
  for (const element of document.querySelectorAll(`${hostTag}, ${markTag}[data-counts]`)) element.remove();
}
