import { drawing } from './dom.ts';
import { markTag, sheetFor } from './host.ts';

export type Counts = 'yes' | 'no' | 'unknown';

/** A mark to stand at the end of a role's cell; `text` says in words what it means, and by which authority. */
export interface RoleMark {
  readonly cell: Element;
  readonly counts: Counts;
  readonly text: string;
}

interface Path {
  readonly d: string;
  /** How `mark.css` draws it. */
  readonly class: 'disc' | 'line' | 'ring' | 'question';
}

/** On a field of 14 by 14: a person on a full disc, a struck ring, a broken ring with a question mark. */
const shapes: Readonly<Record<Counts, readonly Path[]>> = {
  yes: [
    {
      d: 'M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0Z M7 2.8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z M3.4 11h7.2c0-2.1-1.6-3.4-3.6-3.4S3.4 8.9 3.4 11Z',
      class: 'disc',
    },
  ],
  no: [{ d: 'M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1Z M4 7h6', class: 'line' }],
  unknown: [
    { d: 'M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1Z', class: 'ring' },
    { d: 'M5.5 5.6a1.5 1.5 0 1 1 2.2 1.3c-.5.3-.7.5-.7 1.1 M7 9.9v.2', class: 'question' },
  ],
};

/** Keeps one mark beside each role of the list on screen. */
export class RoleMarks {
  readonly #document: Document;
  readonly #marks = new Map<Element, HTMLElement>();

  constructor(document: Document) {
    this.#document = document;
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
    if (mark.dataset.counts !== counts) {
      mark.dataset.counts = counts;
      mark.shadowRoot?.replaceChildren(draw(counts));
    }
    if (mark.title !== text) {
      mark.title = text;
      mark.setAttribute('aria-label', text);
    }
    if (mark.parentNode !== cell) cell.append(mark);
    this.#marks.set(cell, mark);
  }

  #create(): HTMLElement {
    const mark = this.#document.createElement(markTag);
    mark.setAttribute('role', 'img');
    mark.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheetFor(this.#document, 'mark')];
    return mark;
  }
}

const draw = (counts: Counts): Node =>
  drawing(
    'svg',
    { viewBox: '0 0 14 14', width: '14', height: '14', 'aria-hidden': 'true' },
    ...shapes[counts].map((path) => drawing('path', { ...path })),
  );
