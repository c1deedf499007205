import { vi } from 'vitest';
import * as actions from '../../src/alma/actions/index.ts';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import type { Screen } from '../../src/alma/screen.ts';
import { watchScreens } from '../../src/alma/watch-pages.ts';
import { installGuard } from '../../src/guidance/guard/guard.ts';
import { createHost } from '../../src/guidance/host.ts';
import type { Day } from '../../src/record/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { type AlmaPage, type ListColumn, userList } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { english } from '../guidance/english.ts';
import { showPage } from '../reader/show-page.ts';
import './top-layer.ts';

export const columns: ListColumn[] = ['active', 'name', 'id', 'accountType', 'userGroup', 'status', 'expiryDate'];
const options = { dateOrder: 'auto', taughtLocators: [] } as const;
const { base } = policies;
if (!base) throw new Error('There is no base policy.');

/** A policy that differs from `base` in what the guard does. */
export const policyWith = (guard: Partial<Policy['guard']>): Policy => ({
  ...base,
  guard: { ...base.guard, ...guard },
});

/** Draws a page and installs a guard on it; `received` is told of every event that reaches Alma's own handlers. */
export function guardOn(
  page: AlmaPage = userList([people.namedUser, people.ordinaryPatron, people.exLibrisAccount], { columns }),
  sandbox = false,
) {
  showPage(document, render(page, 'trial'), addressOf(page, 'trial'));
  const record = readUserPage(document, options);
  const screen: Screen | undefined = record
    ? { kind: 'user-record', key: 'record 1', ...record }
    : readUserList(document, () => options);
  return install(() => screen, sandbox);
}

/** The same with the page's watch beside it, as in a tab: `look` has it look again at once, `draw` shows another page in place. */
export function watchedGuardOn(page: AlmaPage) {
  const seen: { screen: Screen | undefined } = { screen: undefined };
  const show = (other: AlmaPage) => showPage(document, render(other, 'trial'), addressOf(other, 'trial'));
  show(page);
  const on = install(() => seen.screen, false);
  const onScreen = (next: Screen | undefined) => {
    seen.screen = next;
    on.guard.screenChanged();
  };
  const { look } = watchScreens(document, () => options, onScreen, on.life.signal);
  const draw = (other: AlmaPage) => {
    show(other);
    look();
  };
  return { ...on, seen, look, draw };
}

function install(screen: () => Screen | undefined, sandbox: boolean) {
  const life = new AbortController();
  const received: string[] = [];
  const clock = { now: 1000 };
  const setting = { policy: policyWith({}) as Policy | undefined, isTrusted: true };
  const onNeed = vi.fn();
  const host = createHost(document);
  const guard = installGuard(
    window,
    {
      actions,
      host,
      say: english,
      screen,
      policy: () => setting.policy,
      today: () => '2026-11-20' as Day,
      sandbox,
      onNeed,
      now: () => clock.now,
      isTrusted: () => setting.isTrusted,
    },
    life.signal,
  );
  for (const type of [
    'pointerdown',
    'mousedown',
    'click',
    'dblclick',
    'keydown',
    'keyup',
    'change',
    'input',
    'submit',
  ]) {
    document.addEventListener(type, (event) => received.push(event.type), { signal: life.signal });
  }
  // As the stand-in's own scripts do: happy-dom would go to the form's address.
  document.addEventListener('submit', (event) => event.preventDefault(), { signal: life.signal });
  return { guard, host, life, received, clock, setting, onNeed };
}

/** The one control of the stand-in's that does this, in the row given: of a link and its hidden button, the link that a person presses. */
export function control(does: string, row = 0): HTMLElement {
  const found = document.querySelectorAll<HTMLElement>(`[data-does="${does}"]`)[row];
  if (!found) throw new Error(`The page has no control that does ${does}.`);
  const beside = found.previousElementSibling;
  return found.matches('.hide') && beside instanceof HTMLElement ? beside : found;
}

const mouse = { bubbles: true, cancelable: true, composed: true, button: 0 };

/** Presses the mouse on an element as a browser does; gives the events that were prevented. */
export function press(target: Element, { times = 1, at = { x: 10, y: 10 } } = {}): string[] {
  const prevented: string[] = [];
  const fire = (event: Event) => {
    if (!target.dispatchEvent(event)) prevented.push(event.type);
  };
  for (let detail = 1; detail <= times; detail += 1) {
    const place = { ...mouse, detail, clientX: at.x, clientY: at.y };
    fire(new PointerEvent('pointerdown', place));
    fire(new MouseEvent('mousedown', place));
    fire(new PointerEvent('pointerup', place));
    fire(new MouseEvent('mouseup', place));
    fire(new MouseEvent('click', place));
  }
  if (times === 2) fire(new MouseEvent('dblclick', { ...mouse, detail: 2 }));
  return prevented;
}

/** Presses a key on an element; true when the browser may go on with it. happy-dom takes Alt for AltGr: `altGraph` says which it is. */
export function key(
  target: Element,
  name: string,
  { altGraph = false, ...other }: KeyboardEventInit & { altGraph?: boolean } = {},
): boolean {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true, ...other });
  event.getModifierState = (modifier) => modifier === 'AltGraph' && altGraph;
  return target.dispatchEvent(event);
}

const root = () => document.querySelector('alma-user-guard')?.shadowRoot ?? null;
export const question = () => root()?.querySelector<HTMLElement>('[role="alertdialog"]') ?? null;
export const notice = () => root()?.querySelector<HTMLElement>('[role="status"]') ?? null;
export const elements = () => document.querySelectorAll('alma-user-guard').length;

/** Answers the question, or closes the notice, with the mouse. */
export function choose(choice: 'leave' | 'continue', at = { x: 300, y: 300 }): void {
  const button = (question() ?? notice())?.querySelector(`[data-choice="${choice}"]`);
  if (!button) throw new Error('There is nothing to choose.');
  press(button, { at });
}

/** What the control in focus says, in our shadow root. */
export const focused = () => root()?.activeElement?.textContent ?? null;
