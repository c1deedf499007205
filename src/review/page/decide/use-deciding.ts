import { useMemo, useState } from 'preact/hooks';
import type { DecisionKind } from '../../model/index.ts';
import type { Checked, Desk } from '../desk.ts';

/** A decision that waits for a word: somebody is protected, or has to be confirmed. */
export interface Waiting {
  readonly keys: readonly string[];
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly checked: Checked;
}

/** Takes decisions, with a dialog between where one is needed. */
export interface Deciding {
  readonly waiting: Waiting | undefined;
  ask(keys: readonly string[], kind: DecisionKind, reason: string): void;
  /** Goes on with the waiting decision: for all who are not refused, or only for those who need no confirming. */
  goOn(withConfirmed: boolean): void;
  giveUp(): void;
}

export function useDeciding(desk: Desk): Deciding {
  const [waiting, setWaiting] = useState<Waiting>();
  return useMemo(
    () => ({
      waiting,
      ask(keys, kind, reason) {
        const checked = desk.check(keys, kind);
        if (checked.refused.length + checked.toConfirm.length === 0) desk.decide(keys, kind, reason);
        else setWaiting({ keys, kind, reason, checked });
      },
      goOn(withConfirmed) {
        if (!waiting) return;
        const { checked, kind, reason } = waiting;
        const confirmed = withConfirmed ? checked.toConfirm.map(({ person }) => person.key) : [];
        const keys = [...checked.free, ...confirmed];
        if (keys.length > 0) desk.decide(keys, kind, reason);
        setWaiting(undefined);
      },
      giveUp: () => setWaiting(undefined),
    }),
    [desk, waiting],
  );
}
