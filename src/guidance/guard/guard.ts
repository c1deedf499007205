import type * as AlmaActions from '../../alma/actions/index.ts';
import type { Screen } from '../../alma/screen.ts';
import type { Day, Role } from '../../record/index.ts';
import { isProtected } from '../../rules/judge.ts';
import type { GuardChoice, Policy } from '../../rules/policy.ts';
import type { Say } from '../../texts/index.ts';
import { patronOn } from '../foreign-roles.ts';
import { type Host, hostTag, markTag } from '../host.ts';
import { choiceFor } from './choice.ts';
import {
  heardEvents,
  isActivating,
  isClickedByKeys,
  isEcho,
  maybeHotkey,
  opensElsewhere,
  type Point,
  pointOf,
  swallow,
} from './gestures.ts';
import { createOnePress } from './one-press.ts';
import { createReleases } from './releases.ts';
import { createStage, moveFocus, type OnStage } from './stage.ts';
import { wordsFor } from './wording.ts';

type Action = AlmaActions.Action;

export interface GuardOptions {
  /** What is known of Alma's destructive actions. */
  readonly actions: typeof AlmaActions;
  /** The one element that guidance and guard share. */
  readonly host: Host;
  readonly say: Say;
  readonly screen: () => Screen | undefined;
  /** The policy in force; `undefined` until it has been read: then the shipped defaults hold. */
  readonly policy: () => Policy | undefined;
  readonly today: () => Day;
  readonly sandbox: boolean;
  /** Whether the extension is still there: a script that has been cut off from it lets everything pass. */
  readonly isThere?: () => boolean;
  /** Called when a page with something to lose is used, so that the policy can be read. */
  readonly onNeed?: () => void;
  /** A clock in milliseconds that does not go back. */
  readonly now?: () => number;
  /** Whether an event comes from a person and not from a script of the page's; the browser says so. */
  readonly isTrusted?: (event: Event) => boolean;
}

export interface Guard {
  /** Tells the guard that another screen is drawn: whatever it has on screen about the last one goes. */
  readonly screenChanged: () => void;
}

interface Verdict {
  readonly action: Action;
  readonly choice: GuardChoice;
}

/**
 * Watches for destructive actions in Alma's page from the outermost listener on, until the signal is aborted. On *hold* the first
 * activation does not reach Alma and a question is asked; on *tell* the same words stand beside it; on *off* nothing happens.
 * It never activates anything of Alma's. If it fails, the event goes on its way and the console says so.
 */
export function installGuard(page: Window, options: GuardOptions, signal: AbortSignal): Guard {
  const { document } = page;
  const now = options.now ?? (() => performance.now());
  const isTrusted = options.isTrusted ?? ((event) => event.isTrusted);
  const { controlAt, freshMemory, guardedPage, noteArrival, noteMenu, noteScreen } = options.actions;
  const { hotkeyTargets, recogniseAction, recogniseSending } = options.actions;
  const memory = freshMemory();
  const releases = createReleases(now, () => drawingOf(document, options.screen()));
  const onePress = createOnePress(options.actions, now);
  const stage = createStage(document, options.host, options.say);
  let onStage: { readonly shown: OnStage; readonly action: Action; readonly page: string } | undefined;
  let screenKey: string | undefined;
  /** A held press of the pointer whose end is still to come. */
  let pressed: Verdict | undefined;
  /** A key whose press was held or answered a question: its repeats and its release are ours. */
  let ownKey: string | undefined;
  /** The key that is down in a question: Enter answers it on the way down, and its repeats would go to Alma. */
  let questionKey: string | undefined;
  /** What Enter is down in: the browser sends a form by it that has no button. */
  let entered: EventTarget | null = null;
  /** The press that brought the question up, and the one that answered it: the second half of a double press does neither again. */
  let askedAt: Point | undefined;
  let answeredAt: Point | undefined;

  function verdictBy(
    recognise: (context: AlmaActions.ActionContext) => Action | undefined,
    flipped = false,
  ): Verdict | undefined {
    if (options.isThere?.() === false) return undefined;
    const policy = options.policy();
    const action = recognise({
      document,
      screen: options.screen(),
      memory,
      flipped,
      isProtected: (record) => (policy ? isProtected(record, policy) === 'yes' : undefined),
      isPatron: (role) => (policy ? patronOn(document.documentElement.lang, role, rolesInView(), policy) : 'perhaps'),
    });
    return action && { action, choice: choiceFor(action, policy) };
  }

  const verdictOn = (target: EventTarget | null, flipped = false): Verdict | undefined =>
    verdictBy((context) => recogniseAction(target, context), flipped);

  function rolesInView(): readonly Role[] {
    const screen = options.screen();
    return screen?.kind === 'user-record' ? screen.roleRows.map(({ role }) => role) : [];
  }

  const isHeld = (verdict: Verdict | undefined): verdict is Verdict =>
    verdict?.choice === 'hold' && !releases.has(verdict.action);

  function show(kind: 'ask' | 'tell', { action }: Verdict): void {
    clear();
    const { say, sandbox } = options;
    const wording = wordsFor(action, { say, sandbox, policy: options.policy(), today: options.today() });
    const shown =
      kind === 'ask' ? stage.ask(wording, action.control, clear) : stage.tell(wording, action.control, clear);
    onStage = { shown, action, page: pageOf(document) };
    leaving.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] });
  }

  function clear(): void {
    leaving.disconnect();
    const last = onStage;
    onStage = undefined;
    last?.shown.close();
  }

  const leaving = new MutationObserver(() => {
    if (onStage && (!onStage.shown.element.isConnected || onStage.page !== pageOf(document))) clear();
  });

  function ask(verdict: Verdict, event: Event): void {
    show('ask', verdict);
    askedAt = pointOf(event, now());
    swallow(event);
  }

  /** The same words once for one action, though several events belong to it. */
  function tell(verdict: Verdict): void {
    const { action } = verdict;
    const isSaid = onStage?.action.kind === action.kind && onStage.action.subject.key === action.subject.key;
    if (!isSaid) show('tell', verdict);
  }

  /** What was used, also in a part of the page that keeps its elements to itself, unless that is ours or is a control as a whole. */
  function targetOf(event: Event): EventTarget | null {
    const { target } = event;
    const isOurs = target instanceof Element && Element.prototype.matches.call(target, `${hostTag},${markTag}`);
    const [inner = null] = event.composedPath();
    return inner === target || isOurs || verdictOn(target) ? target : inner;
  }

  const use = (verdict: Verdict | undefined): void => (verdict ? releases.use(verdict.action) : undefined);

  /** Alma receives the event; what it was is noted for the dialog that may follow. */
  function letThrough(event: Event, verdict: Verdict | undefined, target = targetOf(event)): void {
    if (verdict) onePress.begin(event, target);
    use(verdict);
    noteMenu(memory, target, document, options.screen());
    noteArrival(memory, target, verdict?.action);
    if (verdict?.choice === 'tell') tell(verdict);
  }

  function onPress(event: Event): void {
    if (event instanceof MouseEvent && event.button !== 0) return;
    const target = targetOf(event);
    if (controlAt(target) && guardedPage(document, options.screen())) options.onNeed?.();
    const verdict = verdictOn(target);
    pressed = isHeld(verdict) ? verdict : undefined;
    if (!pressed) return;
    event.stopImmediatePropagation();
    // Not on touch: that would take the click away, and with it the question.
    if (event.type === 'mousedown') event.preventDefault();
  }

  /** The end of a held press. Away from the control it was a drag, and no click will follow. */
  function onRelease(event: Event): void {
    if (!pressed) return;
    event.stopImmediatePropagation();
    if (event.type !== 'mouseup' || controlAt(targetOf(event)) === pressed.action.control) return;
    const verdict = pressed;
    pressed = undefined;
    ask(verdict, event);
  }

  function onClick(event: MouseEvent): void {
    const held = pressed;
    pressed = undefined;
    const target = targetOf(event);
    if (onePress.covers(event, target)) return;
    const verdict = verdictOn(target, true);
    const ours = isHeld(verdict) ? verdict : held && controlAt(target) === held.action.control ? held : undefined;
    const isSecond = event.detail > 1 || isEcho(pointOf(event, now()), answeredAt);
    if (ours) ask(ours, event);
    else if (verdict?.choice === 'hold' && isSecond) swallow(event);
    else letThrough(event, verdict);
  }

  function onKeyDown(event: KeyboardEvent): void {
    entered = event.key === 'Enter' ? targetOf(event) : null;
    if (maybeHotkey(event)) onHotkey(event);
    else if (isActivating(event)) onActivatingKey(event);
  }

  /** A key that is held down repeats itself: no repeat ever activates what may be lost. */
  function onActivatingKey(event: KeyboardEvent): void {
    const verdict = verdictOn(targetOf(event));
    const isRepeat = event.repeat && (ownKey === event.key || verdict?.choice === 'hold');
    if (!event.repeat) ownKey = undefined;
    if (isRepeat) swallow(event);
    else if (isHeld(verdict)) {
      ask(verdict, event);
      ownKey = event.key;
    } else if (verdict && !isClickedByKeys(targetOf(event))) letThrough(event, verdict);
  }

  function onHotkey(event: KeyboardEvent): void {
    const targets = hotkeyTargets(document, event);
    const verdicts = targets.map((target) => verdictOn(target)).filter((verdict) => verdict !== undefined);
    const held = verdicts.find(isHeld);
    if (held) ask(held, event);
    else for (const verdict of verdicts) letThrough(event, verdict, verdict.action.control);
  }

  function onKeyEnd(event: KeyboardEvent): void {
    if (event.type === 'keyup') entered = null;
    if (ownKey === undefined || event.key !== ownKey) return;
    swallow(event);
    if (event.type === 'keyup') ownKey = undefined;
  }

  /** A change that no press came before: the toggle is put back, since Alma does not hear of it. */
  function onChange(event: Event): void {
    if (onePress.covers(event, targetOf(event))) return;
    const verdict = verdictOn(targetOf(event), true);
    const control = isHeld(verdict) && verdict.action.control;
    askOrPass(event, verdict, targetOf(event));
    if (control instanceof HTMLInputElement) control.checked = !control.checked;
  }

  function onSubmit(event: SubmitEvent): void {
    if (onePress.covers(event, event.submitter)) return;
    const verdict = event.submitter ? verdictOn(event.submitter) : sentByEnter(event.target);
    askOrPass(event, verdict, event.submitter ?? entered);
  }

  function askOrPass(event: Event, verdict: Verdict | undefined, target: EventTarget | null): void {
    if (isHeld(verdict)) ask(verdict, event);
    else if (verdict) letThrough(event, verdict, target);
  }

  function sentByEnter(form: EventTarget | null): Verdict | undefined {
    const field = entered;
    const isOfForm = field instanceof Element && form instanceof Element && Node.prototype.contains.call(form, field);
    return isOfForm ? verdictBy((context) => recogniseSending(field, context)) : undefined;
  }

  function onOtherButton(event: MouseEvent): void {
    const target = targetOf(event);
    askOrPass(event, opensElsewhere(event, target) ? verdictOn(target) : undefined, target);
  }

  /** While a question is open, Alma hears nothing: a press beside it, a hotkey, a focus that its own dialog would fetch back. */
  function onQuestion(event: Event, shown: OnStage): void {
    event.stopImmediatePropagation();
    if (event.type.startsWith('focus')) shown.secure();
    if (event instanceof KeyboardEvent) onQuestionKey(event, shown);
    else onQuestionPress(event, shown);
  }

  function onQuestionPress(event: Event, shown: OnStage): void {
    const isInside = shown.holds(event);
    const isSecond = isEcho(pointOf(event, now()), askedAt);
    if (event.cancelable && (!isInside || isSecond)) event.preventDefault();
    if (event.type !== 'click' || !isInside || isSecond) return;
    const choice = shown.choiceOf(event);
    // The page's own scripts can reach into our element: they may leave it, but not let anything through.
    if (!choice || (choice === 'continue' && !isTrusted(event))) return;
    const action = onStage?.action;
    answeredAt = pointOf(event, now());
    if (!answeredAt) ownKey = questionKey;
    clear();
    if (choice === 'continue' && action) releases.grant(action);
  }

  function onQuestionKey(event: KeyboardEvent, shown: OnStage): void {
    if (event.type === 'keyup') questionKey = undefined;
    if (event.type !== 'keydown') onKeyEnd(event);
    else if (event.repeat && ownKey === event.key) event.preventDefault();
    else onQuestionKeyDown(event, shown);
  }

  function onQuestionKeyDown(event: KeyboardEvent, shown: OnStage): void {
    questionKey = event.key;
    if (event.key === 'Escape') {
      event.preventDefault();
      clear();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      moveFocus(shown.element, event.shiftKey ? -1 : 1);
    } else if (maybeHotkey(event)) {
      event.preventDefault();
    }
  }

  /** A notice lets everything pass but the press on its own button, and Escape. */
  function onNotice(event: Event, shown: OnStage): boolean {
    if (!shown.holds(event)) return false;
    event.stopImmediatePropagation();
    if (event.type === 'click' && shown.choiceOf(event)) clear();
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape') clear();
    return true;
  }

  const keyboard = (act: (event: KeyboardEvent) => void) => (event: Event) =>
    event instanceof KeyboardEvent ? act(event) : undefined;

  const handlers: Readonly<Record<string, (event: Event) => void>> = {
    pointerdown: onPress,
    mousedown: onPress,
    touchstart: onPress,
    pointerup: onRelease,
    mouseup: onRelease,
    touchend: onRelease,
    click: (event) => (event instanceof MouseEvent ? onClick(event) : undefined),
    auxclick: (event) => (event instanceof MouseEvent ? onOtherButton(event) : undefined),
    keydown: keyboard(onKeyDown),
    keypress: keyboard(onKeyEnd),
    keyup: keyboard(onKeyEnd),
    input: onChange,
    change: onChange,
    submit: (event) => (event instanceof SubmitEvent ? onSubmit(event) : undefined),
  };

  function dispatch(event: Event): void {
    if (onStage && !onStage.shown.element.isConnected) clear();
    if (onStage?.shown.kind === 'question') onQuestion(event, onStage.shown);
    else if (!onStage || !onNotice(event, onStage.shown)) handlers[event.type]?.(event);
  }

  function listen(event: Event): void {
    try {
      dispatch(event);
    } catch (error) {
      pressed = undefined;
      reportFailure(event.type, error);
      dropStage();
    }
  }

  function onScreenChange(): void {
    const screen = options.screen();
    noteScreen(memory, screen);
    const key = screen && `${screen.kind} ${screen.kind === 'guided-page' ? screen.page : screen.key}`;
    if (key !== screenKey) releases.drop();
    screenKey = key;
    if (onStage && onStage.page !== pageOf(document)) dropStage();
  }

  function dropStage(): void {
    try {
      clear();
    } catch {
      options.host.host.remove();
    }
  }

  for (const type of heardEvents) page.addEventListener(type, listen, { capture: true, signal });
  signal.addEventListener('abort', dropStage);
  return {
    screenChanged() {
      try {
        onScreenChange();
      } catch (error) {
        reportFailure('change of the page', error);
      }
    },
  };
}

/** What tells one page from the next while something of ours is on screen. */
const pageOf = (document: Document): string => `${document.body?.id} ${document.location.href}`;

/** What tells one drawing of a page from the next, where nothing tells whose record it is. */
function drawingOf(document: Document, screen: Screen | undefined): readonly unknown[] {
  const rows = screen?.kind === 'user-list' ? screen.rows() : [];
  const header = document.getElementById('breadcrumbs');
  return [pageOf(document), document.forms[0], header, rows[0]?.element, rows.at(-1)?.element];
}

/** Says that the guard failed and at which event; an error's own message may hold what was read, and is left out. */
function reportFailure(what: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  console.error(`Alma User Guard: the guard failed (${kind}) and let the ${what} through.`);
}
