import type * as AlmaActions from '../../alma/actions/index.ts';

/** How long what Alma's own scripts do after a press belongs to it: longer than a handler takes, shorter than a second thought. */
const pressMilliseconds = 1000;

export interface OnePress {
  /** Notes the event with which a press of a destructive control was let through. */
  readonly begin: (event: Event, target: EventTarget | null) => void;
  /**
   * True for what follows from that press: the click of the hidden button beside the part that a person sees, the click that a script makes
   * of a key, the field behind a label, the submitting of the form, the change of the box. One press is asked about once.
   */
  readonly covers: (event: Event, target: EventTarget | null) => boolean;
}

interface Begun {
  readonly target: Element;
  readonly byKey: boolean;
  readonly until: number;
  /** What was clicked for it: the hidden button, the label's field. One press has one such click. */
  clicked: Element | undefined;
}

/** Keeps the last press that was let through. `now` is a clock in milliseconds that does not go back. */
export function createOnePress({ controlAt, isPartnerOf }: typeof AlmaActions, now: () => number): OnePress {
  let begun: Begun | undefined;

  function coversClick(event: Event, target: Element, press: Begun): boolean {
    if (press.clicked !== undefined) return false;
    const isOfLabel = press.target !== target && press.target.closest('label')?.control === target;
    const isSame = press.byKey && controlAt(target) === controlAt(press.target);
    if (event.isTrusted ? !isOfLabel : !isSame && !isPartnerOf(target, press.target)) return false;
    press.clicked = target;
    return true;
  }

  return {
    begin(event, target) {
      begun =
        target instanceof Element
          ? { target, byKey: event.type === 'keydown', until: now() + pressMilliseconds, clicked: undefined }
          : undefined;
    },
    covers(event, target) {
      if (!begun || now() > begun.until || !(target instanceof Element)) return false;
      if (event.type === 'click') return coversClick(event, target, begun);
      return target === begun.clicked || controlAt(target) === controlAt(begun.target);
    },
  };
}
