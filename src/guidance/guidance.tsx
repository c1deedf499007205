import { render } from 'preact';
import type { Place } from '../alma/screen.ts';
import type { Say } from '../texts/index.ts';
import { createHealing } from './healing.ts';
import { createHost, sweepRecord } from './host.ts';
import { type RoleMark, RoleMarks } from './marks.ts';
import { Panel } from './panel.tsx';
import type { Presentation } from './present.ts';

/** Everything to be shown of one record. */
export interface Shown {
  /** Tells one record from another; never put into the page. */
  readonly key: string;
  readonly presentation: Presentation;
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
  readonly say: Say;
  /** Called when showing fails; whoever is called takes everything out of the page. */
  readonly onFailure: (error: unknown) => void;
  readonly signal: AbortSignal;
  /** A clock in milliseconds that does not go back. */
  readonly now?: () => number;
}

/** Shows guidance in Alma's document, puts it back when Alma redraws, and leaves nothing behind when the signal is aborted. */
export function createGuidance(document: Document, options: GuidanceOptions): Guidance {
  const { say, onFailure, signal, now = () => performance.now() } = options;
  const { host, part } = createHost(document);
  const root = part('panel');
  const marks = new RoleMarks(document);
  let shown: Shown | undefined;
  let folded = false;
  let mayRepair = createHealing(now);
  let gaveUp = false;
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
    if (!shown || gaveUp || (host.isConnected && !marks.damaged)) return;
    const place = host.isConnected ? undefined : shown.place();
    if (!host.isConnected && !place) return;
    if (mayRepair()) {
      if (place) place.parent.insertBefore(host, place.before);
      marks.show(shown.marks);
    } else {
      gaveUp = true;
      takeOut();
    }
  }

  function takeOut(): void {
    redraws.disconnect();
    host.remove();
    marks.clear();
    sweepRecord(document);
  }

  function start(next: Shown): void {
    folded = next.presentation.level === 'fine';
    gaveUp = false;
    mayRepair = createHealing(now);
    redraws.observe(document, { childList: true, subtree: true });
  }

  function draw(): void {
    if (!shown) return;
    const onFold = (next: boolean) => guarded(() => fold(next))();
    render(<Panel key={shown.key} presentation={shown.presentation} folded={folded} onFold={onFold} say={say} />, root);
  }

  function fold(next: boolean): void {
    folded = next;
    draw();
  }

  function settle(next: Shown): void {
    const place = next.place();
    if (place && host.parentNode !== place.parent) place.parent.insertBefore(host, place.before);
    marks.show(next.marks);
  }

  const guidance: Guidance = {
    show(next) {
      if (signal.aborted) return;
      const another = shown?.key !== next.key;
      if (another) start(next);
      shown = next;
      if (gaveUp) return;
      draw();
      settle(next);
    },
    clear() {
      if (!shown) return;
      shown = undefined;
      gaveUp = false;
      takeOut();
      render(null, root);
    },
    get gaveUp() {
      return gaveUp;
    },
  };
  signal.addEventListener('abort', () => guidance.clear(), { once: true });
  return guidance;
}
