import type { Say } from '../../texts/index.ts';
import { type Host, occupy, type Room } from '../host.ts';
import { drawNotice, drawQuestion } from './message.ts';
import { keepNoticeOnTop, keepOnTop } from './on-top.ts';
import type { Wording } from './wording.ts';

export type Choice = 'leave' | 'continue';

/** What the guard has on screen. */
export interface OnStage {
  readonly kind: 'question' | 'notice';
  readonly element: HTMLElement;
  /** Whether an event is one on it. */
  readonly holds: (event: Event) => boolean;
  /** What a press chooses; `undefined` beside the buttons. */
  readonly choiceOf: (event: Event) => Choice | undefined;
  /** Looks whether it can still be answered, and puts it on top again where something of the page's has come over it. */
  readonly secure: () => void;
  /** Takes it out, and the one element with it if nothing else shows in it; gives the focus back. */
  readonly close: () => void;
}

export interface Stage {
  /** `onBeaten` is called when the page covers the question again and again: then it has to be taken out, for nobody can answer it. */
  readonly ask: (wording: Wording, control: Element, onBeaten: () => void) => OnStage;
  readonly tell: (wording: Wording, control: Element, onBeaten: () => void) => OnStage;
}

/** Shows the guard's words in the part of the one element that is the guard's; where no panel shows, the element comes for the guard alone. */
export function createStage(document: Document, shared: Host, say: Say): Stage {
  const enter = (): Room => occupy(document, shared, 'guard');

  function ask(wording: Wording, control: Element, onBeaten: () => void): OnStage {
    const { leave, moveOut } = enter();
    try {
      const back = focusOf(document, control);
      const dialog = drawQuestion(wording, say);
      shared.part('guard').replaceChildren(dialog);
      const open = () => {
        dialog.showModal();
        if (!dialog.checkVisibility()) {
          moveOut();
          dialog.close();
          dialog.showModal();
        }
        dialog.querySelector<HTMLElement>('[data-choice="leave"]')?.focus({ preventScroll: true });
        dialog.scrollTop = 0;
      };
      open();
      const { secure, stop } = keepOnTop(document, dialog, open, onBeaten);
      return {
        kind: 'question',
        element: dialog,
        holds: (event) => event.composedPath().includes(dialog),
        choiceOf: (event) => choiceAt(event.composedPath()),
        secure,
        close() {
          stop();
          if (dialog.open) dialog.close();
          leave();
          if (back?.isConnected) back.focus();
        },
      };
    } catch (error) {
      leave();
      throw error;
    }
  }

  function tell(wording: Wording, control: Element, onBeaten: () => void): OnStage {
    const { leave, moveOut } = enter();
    try {
      const notice = drawNotice(wording, say);
      shared.part('guard').replaceChildren(notice);
      notice.showPopover();
      if (!notice.checkVisibility()) {
        moveOut();
        notice.showPopover();
      }
      standBeside(notice, control);
      const { holds, buttonAt, stop } = keepNoticeOnTop(document, notice, onBeaten);
      return {
        kind: 'notice',
        element: notice,
        holds: (event) => event.composedPath().includes(notice) || holds(event),
        choiceOf: (event) => choiceAt([buttonAt(event) ?? [], event.composedPath()].flat()),
        secure: () => undefined,
        close() {
          stop();
          leave();
        },
      };
    } catch (error) {
      leave();
      throw error;
    }
  }

  return { ask, tell };
}

function choiceAt(path: readonly EventTarget[]): Choice | undefined {
  const button = path.find((target) => target instanceof HTMLElement && target.dataset.choice !== undefined);
  const choice = button instanceof HTMLElement ? button.dataset.choice : undefined;
  return choice === 'leave' || choice === 'continue' ? choice : undefined;
}

/** Where the focus goes afterwards: to the control, or to what holds it if the control itself cannot be focused. */
function focusOf(document: Document, control: Element): HTMLElement | undefined {
  const focused = document.activeElement;
  if (control instanceof HTMLElement && control.tabIndex >= 0) return control;
  const inner = control.querySelector<HTMLElement>('a,button,input');
  return inner ?? (focused instanceof HTMLElement ? focused : undefined);
}

const gap = 8;
/** Alma says in the upper right corner what has become of an action: that stays in sight. */
const messageCorner = 120;

/**
 * At the control's height, on the other half of the window, so that the rows below the control stay within reach; within the
 * window also when that becomes smaller, as by zooming.
 */
function standBeside(notice: HTMLElement, control: Element): void {
  const view = notice.ownerDocument.defaultView;
  if (!view) return;
  const at = control.getBoundingClientRect();
  const { height } = notice.getBoundingClientRect();
  const isOnTheLeft = at.left + at.width / 2 < view.innerWidth / 2;
  const top = isOnTheLeft ? Math.max(at.top, messageCorner) : at.top;
  notice.style.top = `max(${gap}px, min(${top}px, 100% - ${height + gap}px))`;
  notice.style[isOnTheLeft ? 'right' : 'left'] = `${gap}px`;
}

/** Gives the focus to the next or the last button of a question, around its ends; to the first where none of them has it. */
export function moveFocus(question: HTMLElement, step: 1 | -1): void {
  const stops = [...question.querySelectorAll<HTMLElement>('button')];
  const root = question.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const at = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
  stops[(at + step + stops.length) % stops.length]?.focus();
}
