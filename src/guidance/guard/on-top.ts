import { createHealing } from '../healing.ts';

/** A dialog that the page opens inside a shadow root of its own gives no sign: this often it is looked. */
const lookMilliseconds = 250;

/** What may put something over the question, or take its buttons out of use. */
const attributes = ['open', 'inert', 'hidden', 'popover'];

export interface OnTop {
  readonly secure: () => void;
  readonly stop: () => void;
}

/**
 * Keeps a modal dialog of ours answerable. A modal dialog that the page opens later lies over ours and takes it out of use; one that was
 * moved, with the place that it stands in, is no longer modal: both times ours is opened anew, which puts it on top. A page that does so
 * without end is not fought: `onBeaten` is called. Stops at `stop`.
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
    dialog.removeAttribute('inert');
    if (dialog.open) dialog.close();
    open();
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

/** Modal, in use, and under the pointer where its first button is drawn. Where the place of the button cannot be told, it is taken to be. */
function isAnswerable(document: Document, dialog: HTMLDialogElement): boolean {
  if (!dialog.open || !dialog.matches(':modal') || dialog.hasAttribute('inert')) return false;
  const root = dialog.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : dialog;
  const { left = 0, top = 0, width = 0, height = 0 } = dialog.querySelector('button')?.getBoundingClientRect() ?? {};
  const [x, y] = [left + width / 2, top + height / 2];
  const { clientWidth, clientHeight } = document.documentElement;
  if (width === 0 || x < 0 || y < 0 || x >= clientWidth || y >= clientHeight) return true;
  return document.elementFromPoint(x, y) === host;
}
