import { useEffect, useState } from 'preact/hooks';

/** Holds a state that is replaced, never changed, and tells those who watch it. */
export interface Store<S> {
  get(): S;
  set(change: Partial<S>): void;
  watch(onChange: () => void, signal: AbortSignal): void;
}

/** Makes a store. Those who watch are told once for all changes of one turn. */
export function createStore<S extends object>(first: S): Store<S> {
  let state = first;
  let telling = false;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      if (telling) return;
      telling = true;
      queueMicrotask(() => {
        telling = false;
        for (const tell of [...watchers]) tell();
      });
    },
    watch(onChange, signal) {
      watchers.add(onChange);
      signal.addEventListener('abort', () => watchers.delete(onChange), { once: true });
    },
  };
}

/**
 * The state of a store, drawing anew whenever it changes: each component that asks for it in a task of its own, so that one
 * change among thousands of people does not keep clicks and keys waiting until the whole page is drawn.
 */
export function useStore<S>(store: Store<S>): S {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    const life = new AbortController();
    const draw = () => {
      if (!life.signal.aborted) setState(store.get());
    };
    store.watch(() => void setTimeout(draw, 0), life.signal);
    setState(store.get());
    return () => life.abort();
  }, [store]);
  return state;
}
