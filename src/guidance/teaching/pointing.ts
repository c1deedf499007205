import type { Lesson, Pointing } from '../../alma/teaching/lesson.ts';
import type { Say } from '../../texts/index.ts';
import { element } from '../dom.ts';
import { type Host, occupy } from '../host.ts';
import { inOurLanguage } from '../words.ts';

type Locator = Extract<Lesson, { locator: unknown }>['locator'];

export interface PointingOptions {
  readonly host: Host;
  readonly say: Say;
  /** What is to be pointed at, in words. */
  readonly field: string;
  readonly pointing: Pointing;
  /** Keeps what was learned: `kept`, or why not. */
  readonly keep: (locator: Locator) => Promise<string>;
}

/** What a person can do to a page; while somebody points, none of it reaches Alma. The last two only move what is outlined. */
const gestures =
  'pointermove pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart keydown keyup keypress scroll resize';

/**
 * Lets a person point at a place of the page, by pointer or by keys, shows what would be read there, and keeps it when told so.
 * Everything is drawn in our own element; no gesture reaches Alma meanwhile. Ends by itself, or when the signal is aborted.
 */
export function startPointing(document: Document, options: PointingOptions, signal: AbortSignal): void {
  const { host, say, field, pointing, keep } = options;
  const view = document.defaultView as Window;
  const life = new AbortController();
  const before = document.activeElement as HTMLElement | null;
  const outline = element('div', { class: 'outline' });
  const bar = element('div', {
    role: 'dialog',
    ...inOurLanguage(say),
    'aria-label': say('teaching_point', { field }),
    tabindex: '-1',
  });
  const layer = element('div', { class: 'pointing', popover: 'manual' }, outline, bar);
  const { leave: takeOut } = occupy(document, host, 'teaching');
  let isPointing = true;
  let at: Element | undefined;
  let learned: Locator | undefined;

  function leave(): void {
    life.abort();
    takeOut();
    before?.focus({ preventScroll: true });
  }

  function draw(title: string, words: readonly string[], ...choices: readonly string[]): void {
    const buttons = choices.map((act) => element('button', { 'data-act': act }, say(`teaching_${act}`)));
    bar.replaceChildren(
      element('h2', {}, say(`teaching_${title}`, { field })),
      element('div', { role: 'status' }, ...words.map((text) => element('p', {}, text))),
      element('p', {}, ...buttons),
    );
    frame();
    (buttons[1] ? buttons[0] : bar)?.focus({ preventScroll: true });
  }

  function point(): void {
    isPointing = true;
    at = undefined;
    draw('point', [say('teaching_how')], 'cancel');
  }

  function take(): void {
    if (!at) return;
    isPointing = false;
    const lesson = pointing.learn(at);
    if ('refused' in lesson) refuse(`teaching_refused_${lesson.refused}`);
    else {
      const { by, value } = lesson.locator;
      learned = lesson.locator;
      const shown = [...new Set(lesson.shown)].map((text) => text || say('teaching_blank')).join(' · ');
      draw('reads', [shown, say(`teaching_by_${by.replace('-', '_')}`, { text: value })], 'use', 'again', 'cancel');
    }
  }

  const refuse = (why: string): void => draw('refused', [say(why)], 'again', 'cancel');

  /** What was kept shows in the guidance at once: there is nothing left to say. */
  async function use(): Promise<void> {
    const outcome = learned && (await keep(learned));
    if (life.signal.aborted) return;
    if (outcome === 'kept') leave();
    else refuse(`teaching_${outcome}_about`);
  }

  /** Draws around the place pointed at, above everything: also when Alma has redrawn, and our element been put back, meanwhile. */
  function frame(): void {
    if (host.host.isConnected && !layer.matches(':popover-open')) layer.showPopover();
    const { left = 0, top = 0, width = 0, height = 0 } = at?.getBoundingClientRect() ?? {};
    outline.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    outline.hidden = !width;
  }

  function onGesture(event: Event): void {
    const { type, isTrusted } = event;
    const target = event.composedPath()[0] as HTMLElement;
    if (type === 'scroll' || type === 'resize') frame();
    // What Alma's own scripts set off is no gesture of a person.
    else if (isTrusted) {
      event.stopImmediatePropagation();
      if (type === 'keydown') onKey(event as KeyboardEvent);
      else if (bar.contains(target)) {
        const { act } = target.dataset;
        if (type === 'click' && act) (({ use, again: point })[act] ?? leave)();
      } else if (!type.startsWith('key')) {
        event.preventDefault();
        if (!isPointing) return;
        if (type === 'pointermove') at = pointing.placeAt(target);
        if (type !== 'click') frame();
        else if (at) take();
        // Without a word it would look as if the click were lost.
        else draw('point', [say('teaching_refused_nothing_stable'), say('teaching_how')], 'cancel');
      }
    }
  }

  function onKey(event: KeyboardEvent): void {
    const [, forward, back] = /^(ArrowDown|ArrowRight|Tab)$|^(Arrow)/.exec(event.key) ?? [];
    if (event.key === 'Escape') leave();
    else if (!isPointing || bar.querySelector(':focus')) return;
    else if (event.key === 'Enter') take();
    else if (forward || back) step(back || event.shiftKey ? -1 : 1);
    event.preventDefault();
  }

  function step(by: number): void {
    const places = pointing.places();
    at = places.at(at ? (places.indexOf(at) + by) % places.length : 0);
    at?.scrollIntoView({ block: 'center' });
    frame();
  }

  for (const gesture of gestures.split(' ')) {
    view.addEventListener(gesture, onGesture, { capture: true, passive: false, signal: life.signal });
  }
  signal.addEventListener('abort', leave, { signal: life.signal });
  host.part('teaching').replaceChildren(layer);
  point();
}
