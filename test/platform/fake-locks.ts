/** Stands in for `navigator.locks` where there is none (Node 20, happy-dom): exclusive locks by name, in the order asked for. */
export function installFakeLocks(): void {
  const queues = new Map<string, Promise<unknown>>();
  const locks = {
    request: (name: string, work: () => unknown): Promise<unknown> => {
      const turn = (queues.get(name) ?? Promise.resolve()).then(work);
      queues.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
  if (!('navigator' in globalThis)) Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  Object.defineProperty(globalThis.navigator, 'locks', { value: locks, configurable: true });
}
