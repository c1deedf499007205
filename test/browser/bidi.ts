import { WebSocket } from 'ws';

interface Reply {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  method?: string;
  params?: unknown;
  error?: string;
  message?: string;
}

/** A WebDriver BiDi session with a browser that speaks it itself, without a driver program between. */
export interface BiDi {
  /** Sends a command and gives its result; fails with the browser's own error. */
  send<T>(method: string, params: object): Promise<T>;
  /** Calls `heard` with the parameters of every event of that name; the session must have subscribed to it. */
  on(event: string, heard: (params: never) => void): void;
  close(): void;
}

/** Opens the WebSocket at an address such as `ws://127.0.0.1:9222/session`. */
export async function connect(address: string): Promise<BiDi> {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 0 });
  const waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (failure: Error) => void; method: string }
  >();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let last = 0;

  socket.on('message', (message) => {
    const reply: Reply = JSON.parse(String(message));
    if (reply.type === 'event') {
      for (const heard of listeners.get(reply.method ?? '') ?? []) heard(reply.params as never);
      return;
    }
    const asked = waiting.get(reply.id ?? 0);
    waiting.delete(reply.id ?? 0);
    if (reply.type === 'success') asked?.resolve(reply.result);
    else asked?.reject(new Error(`${asked.method}: ${reply.error}, ${reply.message}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser closed the connection.'));
    waiting.clear();
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });

  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve as (result: unknown) => void, reject, method });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    on: (event, heard) => {
      listeners.set(event, [...(listeners.get(event) ?? []), heard]);
    },
    close: () => socket.close(),
  };
}
