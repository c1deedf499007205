import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { describeOpenPages } from '../platform/messages.ts';
import {
  type Change,
  type InForce,
  isLocked,
  NotSaved,
  policyInForce,
  type Refusal,
  saveChanges,
  valueAt,
  watchPolicy,
} from '../settings/index.ts';

/** What became of the last changes. `refused`: they are kept on the page, to be tried again. */
export type SaveStatus =
  | { readonly state: 'idle' | 'saving' | 'saved' | 'undone' }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/** The settings as the page shows and changes them. */
export interface Settings {
  readonly inForce: InForce;
  /** The host of the Alma page used last, among those that are open now. */
  readonly almaHost: string | undefined;
  readonly status: SaveStatus;
  /** Whether the last saved change can be undone. */
  readonly canUndo: boolean;
  /** The value at a path of the policy: what was just decided here, even while it could not be saved, else what is in force. */
  value(path: string): unknown;
  locked(path: string): boolean;
  decide(changes: readonly Change[]): void;
  undo(): void;
  /** Tries once more to save what was refused; over settings of a newer version if told so. */
  retry(overNewer?: boolean): void;
}

/** The settings of this browser, kept up to date; `undefined` until they are read. */
export function useSettings(): Settings | undefined {
  const almaHost = useAlmaHost();
  const inForce = useInForce(almaHost);
  const saving = useSaving(inForce);
  return useMemo(() => {
    if (!inForce) return undefined;
    const { pending, ...rest } = saving;
    return {
      ...rest,
      inForce,
      almaHost,
      value(path) {
        const decided = pending.findLast((change) => change.path === path && change.after !== undefined);
        return decided ? decided.after : valueAt(inForce.policy, path);
      },
      locked: (path) => isLocked(inForce.lockedKeys, path),
    };
  }, [inForce, almaHost, saving]);
}

function useAlmaHost(): string | undefined {
  const [host, setHost] = useState<string>();
  useEffect(() => {
    const look = async () => setHost((await describeOpenPages())[0]?.host);
    void look();
    const whenShown = () => void (document.visibilityState === 'visible' && look());
    document.addEventListener('visibilitychange', whenShown);
    return () => document.removeEventListener('visibilitychange', whenShown);
  }, []);
  return host;
}

function useInForce(host: string | undefined): InForce | undefined {
  const [inForce, setInForce] = useState<InForce>();
  useEffect(() => {
    const life = new AbortController();
    watchPolicy(host, setInForce, life.signal);
    return () => life.abort();
  }, [host]);
  return inForce;
}

function useSaving(inForce: InForce | undefined) {
  const [status, setStatus] = useState<SaveStatus>({ state: 'idle' });
  const [pending, setPending] = useState<readonly Change[]>([]);
  const [undoing, setUndoing] = useState<readonly Change[]>([]);
  const waiting = useRef<readonly Change[]>([]);
  const seen = useRef<string | undefined>(undefined);
  seen.current = inForce?.policy.base;
  const turn = useRef<Promise<void>>(Promise.resolve());

  // What was saved shows until the policy in force has taken it up, so that no control jumps back for a moment.
  useEffect(() => {
    if (inForce && waiting.current.length === 0) setPending([]);
  }, [inForce]);

  return useMemo(() => {
    async function saveNow(changes: readonly Change[], done: 'saved' | 'undone', overNewer: boolean): Promise<void> {
      if (changes.length === 0) return;
      setStatus({ state: 'saving' });
      try {
        const seenBase = seen.current;
        const undo = await saveChanges(changes, { overNewer, ...(seenBase === undefined ? {} : { seenBase }) });
        waiting.current = waiting.current.filter((change) => !changes.includes(change));
        setUndoing(done === 'saved' ? undo : []);
        setStatus({ state: done });
      } catch (error) {
        const refusal = error instanceof NotSaved ? error.refusal : 'refused';
        if (refusal === 'locked') await dropLocked();
        setStatus({ state: 'refused', refusal });
      }
    }
    async function dropLocked(): Promise<void> {
      const { lockedKeys } = await policyInForce();
      const isOpen = ({ path }: Change) => !isLocked(lockedKeys, path);
      waiting.current = waiting.current.filter(isOpen);
      setPending((shown) => shown.filter(isOpen));
    }
    /** One saving after the other: each takes along all that waits by then. */
    function inTurn(save: () => Promise<void>): void {
      turn.current = turn.current.then(save);
    }
    return {
      status,
      pending,
      canUndo: undoing.length > 0,
      decide(changes: readonly Change[]): void {
        waiting.current = [...waiting.current, ...changes];
        setPending((shown) => [...shown, ...changes]);
        inTurn(() => saveNow(waiting.current, 'saved', false));
      },
      undo: () => inTurn(() => saveNow(undoing, 'undone', false)),
      retry: (overNewer = false) => inTurn(() => saveNow(waiting.current, 'saved', overNewer)),
    };
  }, [status, pending, undoing]);
}
