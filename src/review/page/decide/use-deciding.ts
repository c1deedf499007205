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
  /** Takes another decision for those who would have to be confirmed, and none for the others. */
  instead(kind: DecisionKind): void;
  giveUp(): void;
}

const keysOf = (standings: Checked['toConfirm']) => standings.map(({ person }) => person.key);

export function useDeciding(desk: Desk): Deciding {
  const [waiting, setWaiting] = useState<Waiting>();
  return useMemo(() => {
    function ask(keys: readonly string[], kind: DecisionKind, reason: string, onDecided?: () => void): void {
      const checked = desk.check(keys, kind);
      if (checked.refused.length + checked.toConfirm.length > 0) {
        setWaiting({ keys, kind, reason, checked, onDecided });
        return;
      }
      setWaiting(undefined);
      desk.decide(keys, kind, reason);
      onDecided?.();
    }
    return {
      waiting,
      ask,
      goOn(withConfirmed) {
        if (!waiting) return;
        const { checked, kind, reason, onDecided } = waiting;
        const confirmed = withConfirmed ? keysOf(checked.toConfirm) : [];
        const keys = [...checked.free, ...confirmed];
        // A file may have been read while the question stood: whoever needs a second look only now has not had it.
        const now = desk.check(keys, kind);
        if (keysOf(now.toConfirm).some((key) => !confirmed.includes(key))) {
          setWaiting({ ...waiting, keys, checked: now });
          return;
        }
        desk.decide(keys, kind, reason);
        onDecided?.();
        setWaiting(undefined);
      },
      instead(kind) {
        if (waiting) ask(keysOf(waiting.checked.toConfirm), kind, waiting.reason, waiting.onDecided);
      },
      giveUp: () => setWaiting(undefined),
    };
  }, [desk, waiting]);
}
