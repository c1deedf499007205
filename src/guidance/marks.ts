import type { Say } from '../texts/index.ts';
import { drawing } from './dom.ts';
import { keepFromTranslators, keepToThemselves, markTag, sheetFor } from './host.ts';
import { inOurLanguage } from './words.ts';

export type Counts = 'yes' | 'no' | 'unknown';

/** A mark to stand at the end of a role's cell; `text` says in words what it means, and by which authority. */
export interface RoleMark {
  readonly cell: Element;
  readonly counts: Counts;
  readonly text: string;
}

/** Keeps one mark beside each role of the list on screen. */
export class RoleMarks {
  readonly #document: Document;
  readonly #language: ReturnType<typeof inOurLanguage>;
  readonly #marks = new Map<Element, HTMLElement>();
  readonly #own = new WeakSet<Element>();
  /** Ends the listening for what is done in marks. */
  #listening: AbortController | undefined;

  /** Drawn once: a list may have thousands of roles. */
  #drawn: Node | undefined;

  constructor(document: Document, say: Say) {
    this.#document = document;
    this.#language = inOurLanguage(say);
  }

  /** Puts a mark into each of these cells, and takes the others away. */
  show(wanted: readonly RoleMark[]): void {
    const cells = new Set(wanted.map((mark) => mark.cell));
    for (const [cell, mark] of this.#marks) if (!cells.has(cell)) this.#forget(cell, mark);
    if (wanted.length > 0) this.#listen();
    for (const mark of wanted) this.#place(mark);
  }

  /** Whether a cell that is on screen has lost its mark. */
  get damaged(): boolean {
    return [...this.#marks].some(([cell, mark]) => cell.isConnected && mark.parentNode !== cell);
  }

  clear(): void {
    for (const [cell, mark] of this.#marks) this.#forget(cell, mark);
    this.#listening?.abort();
    this.#listening = undefined;
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    keepToThemselves(this.#document, (element) => this.#own.has(element), this.#listening.signal);
  }

  #forget(cell: Element, mark: HTMLElement): void {
    mark.remove();
    this.#marks.delete(cell);
  }

  #place({ cell, counts, text }: RoleMark): void {
    const mark = this.#marks.get(cell) ?? this.#create();
    if (mark.dataset.counts !== counts) mark.dataset.counts = counts;
    if (mark.title !== text) {
      mark.title = text;
      mark.setAttribute('aria-label', text);
    }
    if (mark.parentNode !== cell) cell.append(mark);
    this.#marks.set(cell, mark);
  }

  #create(): HTMLElement {
    const mark = this.#document.createElement(markTag);
    keepFromTranslators(mark);
    mark.setAttribute('role', 'img');
    Object.assign(mark, this.#language);
    this.#own.add(mark);
    const root = mark.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetFor(this.#document, 'mark')];
    this.#drawn ??= draw();
    root.append(this.#drawn.cloneNode(true));
    return mark;
  }
}

/** `mark.css` gives the two paths their shapes: the first one is the mark, the second one what stands in a ring. */
const draw = (): Node =>
  drawing(
    'svg',
    { viewBox: '0 0 14 14', width: '14', height: '14', 'aria-hidden': 'true' },
    drawing('path', {}),
    drawing('path', {}),
  );
