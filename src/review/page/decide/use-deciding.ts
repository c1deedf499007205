import { useMemo, useState } from 'preact/hooks';
import type { DecisionKind } from '../../model/index.ts';
import type { Checked, Desk } from '../desk.ts';

/** A decision that waits for a word: somebody is protected, or has to be confirmed. */
export interface Waiting {
  readonly keys: readonly string[];
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly checked: Checked;
  readonly onDecided: (() => void) | undefined;
}

/** Takes decisions, with a dialog between where one is needed. */
export interface Deciding {
  readonly waiting: Waiting | undefined;
  /** Decides, or first has a person look again; `onDecided` is called once it is decided, not when it is given up. */
  ask(keys: readonly string[], kind: DecisionKind, reason: string, onDecided?: () => void): void;
  /** Goes on with the waiting decision: for all who are not refused, or only for those who need no confirming. */
  goOn(withConfirmed: boolean): void;
  giveUp(): void;
}

export function useDeciding(desk: Desk): Deciding {
  const [waiting, setWaiting] = useState<Waiting>();
  return useMemo(
    () => ({
      waiting,
      ask(keys, kind, reason, onDecided) {
        const checked = desk.check(keys, kind);
        if (checked.refused.length + checked.toConfirm.length > 0) {
          setWaiting({ keys, kind, reason, checked, onDecided });
          return;
        }
        desk.decide(keys, kind, reason);
        onDecided?.();
      },
      goOn(withConfirmed) {
        if (!waiting) return;
        const { checked, kind, reason, onDecided } = waiting;
        const confirmed = withConfirmed ? checked.toConfirm.map(({ person }) => person.key) : [];
        desk.decide([...checked.free, ...confirmed], kind, reason);
        onDecided?.();
        setWaiting(undefined);
      },
      giveUp: () => setWaiting(undefined),
    }),
    [desk, waiting],
  );
}
