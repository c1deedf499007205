import { createHealing } from '../healing.ts';

/** A dialog that the page opens inside a shadow root of its own gives no sign: this often it is looked. */
const lookMilliseconds = 250;

/** What may put something over the question, or take its buttons out of use. */
const attributes = ['open', 'inert', 'hidden', 'popover', 'aria-hidden'];

/** What takes an element of ours out of use, for the mouse or for a screen reader: on our own elements it is taken off again. */
const outOfUse = ['inert', 'aria-hidden'];

export interface OnTop {
  readonly secure: () => void;
  readonly stop: () => void;
}

/**
 * Keeps a modal dialog of ours answerable. A modal dialog that the page opens later lies over ours and takes it out of use; one that was
 * moved, with the place that it stands in, is no longer modal; one whose place is not drawn any more is in nobody's sight: each time ours is
 * opened anew, which puts it on top. A page that does so without end is not fought, nor one that draws nothing: `onBeaten` is called. Stops at `stop`.
 */
export function keepOnTop(
  document: Document,
  dialog: HTMLDialogElement,
  open: () => void,
  onBeaten: () => void,
): OnTop {
  const mayRepair = createHealing(() => performance.now());
  const life = new AbortController();

  function secure(): void {
    if (life.signal.aborted || !dialog.isConnected || isAnswerable(document, dialog)) return;
    if (!mayRepair()) {
      onBeaten();
      return;
    }
    for (const own of [dialog, hostOf(dialog)]) for (const name of outOfUse) own.removeAttribute(name);
    if (dialog.open) dialog.close();
    open();
    if (!dialog.checkVisibility()) onBeaten();
  }

  const changes = new MutationObserver(secure);
  changes.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: attributes });
  changes.observe(dialog, { attributes: true, attributeFilter: attributes });
  document.addEventListener('toggle', secure, { capture: true, signal: life.signal });
  const looking = setInterval(secure, lookMilliseconds);
  return {
    secure,
    stop() {
      life.abort();
      changes.disconnect();
      clearInterval(looking);
    },
  };
}

export interface NoticeOnTop {
  /** Whether a press is one on the notice: under a modal dialog of the page's it lies on top and in sight, but the browser gives it no press. */
  readonly holds: (event: Event) => boolean;
  /** The button of the notice that such a press is on. */
  readonly buttonAt: (event: Event) => EventTarget | undefined;
  readonly stop: () => void;
}

/** Keeps a notice in sight, on top of what the page opens later. A page that does so without end is not fought: `onBeaten` is called. */
export function keepNoticeOnTop(document: Document, notice: HTMLElement, onBeaten: () => void): NoticeOnTop {
  const mayRepair = createHealing(() => performance.now());
  const life = new AbortController();

  function secure(): void {
    if (life.signal.aborted || !notice.isConnected) return;
    const isShut = outOfUse.some((name) => hostOf(notice).hasAttribute(name) || notice.hasAttribute(name));
    if (!isShut && isHit(document, notice)) return;
    if (!mayRepair()) {
      onBeaten();
      return;
    }
    for (const own of [notice, hostOf(notice)]) for (const name of outOfUse) own.removeAttribute(name);
    notice.hidePopover();
    notice.showPopover();
  }

  const changes = new MutationObserver(secure);
  changes.observe(document, { subtree: true, attributes: true, attributeFilter: attributes });
  document.addEventListener('toggle', secure, { capture: true, signal: life.signal });
  const isAt = (event: Event, element: Element): boolean => {
    if (!(event instanceof MouseEvent) || isHit(document, notice)) return false;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  };
  return {
    holds: (event) => isAt(event, notice),
    buttonAt: (event) => [...notice.querySelectorAll('button')].find((button) => isAt(event, button)),
    stop() {
      life.abort();
      changes.disconnect();
    },
  };
}

function hostOf(element: HTMLElement): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : element;
}

/** Modal, drawn, in use, and under the pointer where its first button is drawn. */
function isAnswerable(document: Document, dialog: HTMLDialogElement): boolean {
  if (!dialog.open || !dialog.matches(':modal') || !dialog.checkVisibility()) return false;
  if ([dialog, hostOf(dialog)].some((own) => outOfUse.some((name) => own.hasAttribute(name)))) return false;
  return isHit(document, dialog);
}

/** Under the pointer where its first button is drawn. Where the place of the button cannot be told, it is taken to be. */
function isHit(document: Document, element: HTMLElement): boolean {
  const { left = 0, top = 0, width = 0, height = 0 } = element.querySelector('button')?.getBoundingClientRect() ?? {};
  const [x, y] = [left + width / 2, top + height / 2];
  const { clientWidth, clientHeight } = document.documentElement;
  if (width === 0 || x < 0 || y < 0 || x >= clientWidth || y >= clientHeight) return true;
  return document.elementFromPoint(x, y) === hostOf(element);
}
