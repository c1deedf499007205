import { element } from './dom.ts';
import { keepFromTranslators, keepToItself, markTag, sheetFor } from './host.ts';
import { icon } from './icons.ts';
import type { RowWords } from './list-marks-words.ts';

const gap = 6;

/**
 * Makes the mark for a row, not yet in the document. Its words are the button's name; the tip with the same words opens by
 * pointer, focus and touch above everything else on the page, so that no table clips it.
 */
export function createListMark(document: Document, words: RowWords): HTMLElement {
  const mark = document.createElement(markTag);
  keepFromTranslators(mark);
  mark.dataset.rule = words.rule;
  mark.dataset.severity = words.severity;
  const root = mark.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetFor(document, 'listMark')];
  const { severity, lines } = words;
  root.append(
    element('button', { type: 'button', 'aria-label': lines.join(' ') }, icon(severity === 'fact' ? 'note' : severity)),
  );
  listen(mark, root, words);
  return mark;
}

function listen(mark: HTMLElement, root: ShadowRoot, words: RowWords): void {
  let tip: HTMLElement | undefined;
  const open = () => {
    tip ??= openTip(mark, root, words);
  };
  const close = () => {
    tip?.remove();
    tip = undefined;
  };
  mark.addEventListener('pointerenter', open);
  mark.addEventListener('focusin', open);
  mark.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch' && !root.activeElement) close();
  });
  mark.addEventListener('focusout', close);
  mark.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  // A press on the mark is no press on Alma's row, which may open the record.
  keepToItself(mark);
  mark.addEventListener('click', open);
}

function openTip(mark: HTMLElement, root: ShadowRoot, { lines }: RowWords): HTMLElement {
  const tip = element(
    'div',
    { class: 'tip', 'aria-hidden': 'true', popover: 'manual' },
    ...lines.map((line) => element('p', {}, line)),
  );
  root.append(tip);
  tip.showPopover();
  standBy(tip, mark.shadowRoot?.querySelector('button') ?? mark);
  return tip;
}

/** Below the mark if there is room, else above it; within the window also when that becomes smaller, as by zooming. */
function standBy(tip: HTMLElement, mark: Element): void {
  const view = tip.ownerDocument.defaultView;
  if (!view) return;
  const at = mark.getBoundingClientRect();
  const { height } = tip.getBoundingClientRect();
  const below = at.bottom + gap + height <= view.innerHeight;
  tip.style.top = `${Math.max(gap, below ? at.bottom + gap : at.top - gap - height)}px`;
  const isOnTheLeft = at.left < view.innerWidth / 2;
  const room = isOnTheLeft ? at.left : view.innerWidth - at.right;
  tip.style.setProperty(
    isOnTheLeft ? 'left' : 'right',
    `max(${gap}px, min(${room}px, 100% - var(--widest) - ${gap}px))`,
  );
}
