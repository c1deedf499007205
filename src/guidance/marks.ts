import type { Say } from '../texts/index.ts';
import { drawing } from './dom.ts';
import { keepFromTranslators, keepToItself, markTag, sheetFor } from './host.ts';
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
  readonly #say: Say;
  readonly #marks = new Map<Element, HTMLElement>();

  constructor(document: Document, say: Say) {
    this.#document = document;
    this.#say = say;
  }

  /** Puts a mark into each of these cells, and takes the others away. */
  show(wanted: readonly RoleMark[]): void {
    const cells = new Set(wanted.map((mark) => mark.cell));
    for (const [cell, mark] of this.#marks) if (!cells.has(cell)) this.#forget(cell, mark);
    for (const mark of wanted) this.#place(mark);
  }

  /** Whether a cell that is on screen has lost its mark. */
  get damaged(): boolean {
    return [...this.#marks].some(([cell, mark]) => cell.isConnected && mark.parentNode !== cell);
  }

  clear(): void {
    for (const [cell, mark] of this.#marks) this.#forget(cell, mark);
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
    keepToItself(mark);
    mark.setAttribute('role', 'img');
    Object.assign(mark, inOurLanguage(this.#say));
    const root = mark.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetFor(this.#document, 'mark')];
    root.append(draw());
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
