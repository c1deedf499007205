import type { Place } from '../alma/screen.ts';
import type { Say } from '../texts/index.ts';
import { redraw } from './dom.ts';
import { createHealing } from './healing.ts';
import { alone, type Host, isPlaced, suitPage, sweepRecord } from './host.ts';
import { type RoleMark, RoleMarks } from './marks.ts';
import { drawPanel } from './panel.ts';
import type { Presentation } from './present.ts';

/** Everything to be shown of one record, or of a page with a guide. */
export interface Shown {
  /** Tells one record, or one page with a guide, from another; never put into the page. */
  readonly key: string;
  /** What the record's panel says; absent on a page with a guide. */
  readonly presentation?: Presentation;
  /** What asks about roles that nobody knows; below that panel. */
  readonly question?: HTMLElement | undefined;
  /** What stands below that panel, or alone. */
  readonly guide?: HTMLElement;
  readonly marks: readonly RoleMark[];
  readonly place: () => Place | undefined;
}

export interface Guidance {
  /** Shows a record, or what has changed about it. */
  show(shown: Shown): void;
  /** Takes everything out of the page; what was folded away is forgotten. */
  clear(): void;
  /** True when Alma took the guidance away so often that it was given up for the record on screen. */
  readonly gaveUp: boolean;
}

export interface GuidanceOptions {
  /** The one element, which the guard may use as well. */
  readonly host: Host;
  readonly say: Say;
  /** Called when a person asks for a part of the options. */
  readonly onOptions?: (section: string) => void;
  /** Called when showing fails; whoever is called takes everything out of the page. */
  readonly onFailure: (error: unknown) => void;
  readonly signal: AbortSignal;
  /** A clock in milliseconds that does not go back. */
  readonly now?: () => number;
}

/** Shows guidance in Alma's document, puts it back when Alma redraws, and leaves nothing behind when the signal is aborted. */
export function createGuidance(document: Document, options: GuidanceOptions): Guidance {
  const { say, onOptions, onFailure, signal, now = () => performance.now() } = options;
  const marks = new RoleMarks(document, say);
  let shown: Shown | undefined;
  let choice: Choice | undefined;
  let mayRepair = createHealing(now);
  let gaveUp = false;
  let drawnIn: HTMLElement | undefined;
  const redraws = new MutationObserver(guarded(repair));

  function guarded(work: () => void): () => void {
    return () => {
      try {
        work();
      } catch (error) {
        onFailure(error);
      }
    };
  }

  function repair(): void {
    if (!shown || gaveUp) return;
    if (isPlaced(options.host) ? !marks.damaged : !shown.place()) return;
    if (mayRepair()) {
      settle(shown);
    } else {
      gaveUp = true;
      takeOut();
    }
  }

  function takeOut(): void {
    redraws.disconnect();
    marks.clear();
    sweepRecord(document);
    drawnIn?.replaceChildren();
  }

  function start(): void {
    choice = undefined;
    gaveUp = false;
    drawnIn?.replaceChildren();
    mayRepair = createHealing(now);
    redraws.observe(document, { childList: true, subtree: true });
  }

  function draw(): void {
    if (!shown) return;
    const { presentation, question, guide } = shown;
    const panel =
      presentation &&
      drawPanel({ presentation, folded: isFolded(presentation, choice), onFold, say, ...(onOptions && { onOptions }) });
    drawnIn = options.host.part('panel');
    redraw(
      drawnIn,
      [panel, question, guide].filter((part) => part !== undefined),
    );
  }

  const onFold = guarded(() => {
    if (!shown?.presentation) return;
    const { presentation } = shown;
    choice = { folded: !isFolded(presentation, choice), rules: rulesOf(presentation) };
    draw();
  });

  function settle(next: Shown): void {
    const { host } = options.host;
    const place = next.place();
    if (place && (host.parentNode !== place.parent || !isPlaced(options.host))) {
      suitPage(document, place.parent);
      host.removeAttribute(alone);
      // Asked of the prototype: the place may be a form with a control of that name.
      Node.prototype.insertBefore.call(place.parent, host, place.before);
    }
    marks.show(next.marks);
  }

  /** What Alma has taken out comes back only as often as patience allows. */
  function refresh(next: Shown): void {
    repair();
    if (!gaveUp && isPlaced(options.host)) settle(next);
  }

  const guidance: Guidance = {
    show(next) {
      if (signal.aborted) return;
      const isAnother = shown?.key !== next.key;
      if (isAnother) start();
      shown = next;
      if (!gaveUp) draw();
      if (isAnother) settle(next);
      else refresh(next);
    },
    clear() {
      if (!shown) return;
      shown = undefined;
      gaveUp = false;
      takeOut();
    },
    get gaveUp() {
      return gaveUp;
    },
  };
  signal.addEventListener('abort', () => guidance.clear(), { once: true });
  return guidance;
}

/** What a person chose about the panel, and about which findings. */
interface Choice {
  readonly folded: boolean;
  readonly rules: readonly string[];
}

const rulesOf = (presentation: Presentation): string[] => presentation.others.map(({ rule }) => rule);

/** Folded when a person folded just these findings away; without such a choice, when there is nothing to say. */
function isFolded(presentation: Presentation, choice: Choice | undefined): boolean {
  const isAboutThese = choice && rulesOf(presentation).every((rule) => choice.rules.includes(rule));
  return isAboutThese ? choice.folded : presentation.level === 'fine';
}
