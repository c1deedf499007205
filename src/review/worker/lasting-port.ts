import type { FromWorker, ToWorker } from './protocol.ts';

/** The part of a `Worker` that is used, so that tests can stand in for it. */
export interface Port {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  /** Called when the worker itself fails, for instance when it runs out of memory. */
  onerror: (() => void) | null;
  terminate(): void;
}

/** A cancelled reading is to be over by then; the worker lets a cancel in every 40 milliseconds, unless one long task holds it. */
const MILLISECONDS_TO_ANSWER = 100;

type Called = Extract<ToWorker, { call: number }>;
const isCall = (message: ToWorker): message is Called => 'call' in message && message.ask !== 'cancel';

interface Open {
  message: Called;
  /** Pieces of the answer that the page has had, and how many of them come once more from another worker: they are the same ones. */
  told: number;
  again: number;
}

/**
 * A port to a worker that is replaced when it does not answer a cancelled reading, because one long task holds it (parsing a big JSON
 * is one): what it was doing is over then, and the next file is read at once. The new worker is given again what the old one
 * held, and what it had been asked for besides; callers notice nothing of it.
 */
export function lastingPort(start: () => Port): Port {
  const open = new Map<number, Open>();
  /** Readings whose outcome the worker holds, and the last review, which saving needs. */
  const held = new Map<number, Called>();
  let lastReview: Called | undefined;
  const unanswered = new Set<number>();
  /** Calls that the new worker goes through once more, and what waits until it has. */
  const restoring = new Set<number>();
  let waiting: ToWorker[] = [];
  let worker = begin();

  const port: Port = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      if (message.ask === 'cancel') cancel(message.call);
      else if (message.ask === 'forget') for (const id of message.ids) held.delete(id);
      if (isCall(message)) open.set(message.call, { message, told: 0, again: 0 });
      const mayWait = message.ask !== 'read' && message.ask !== 'cancel';
      if (mayWait && restoring.size > 0) waiting.push(message);
      else worker.postMessage(message);
    },
    terminate: () => worker.terminate(),
  };

  function begin(): Port {
    const begun = start();
    begun.onmessage = ({ data }) => {
      if (worker === begun) hear(data);
    };
    begun.onerror = () => port.onerror?.();
    return begun;
  }

  function cancel(call: number): void {
    const cancelled = open.get(call);
    open.delete(call);
    waiting = waiting.filter((message) => !isCall(message) || message.call !== call);
    if (cancelled?.message.ask !== 'read') return;
    unanswered.add(call);
    setTimeout(() => {
      if (unanswered.has(call)) replace();
    }, MILLISECONDS_TO_ANSWER);
  }

  function hear(message: FromWorker): void {
    const { call } = message;
    const isLast = !['progress', 'people', 'unread-rows', 'difference'].includes(message.tell);
    if (isLast) unanswered.delete(call);
    if (restoring.has(call)) {
      if (isLast) restored(call);
      return;
    }
    const asked = open.get(call);
    if (asked && isLast) keep(asked.message, message);
    if (isLast) open.delete(call);
    else if (asked && message.tell !== 'progress') {
      if (asked.again > 0) {
        asked.again -= 1;
        return;
      }
      asked.told += 1;
    }
    port.onmessage?.({ data: message });
  }

  function keep(asked: Called, answer: FromWorker): void {
    if (answer.tell === 'file' && 'id' in answer.outcome) held.set(answer.outcome.id, asked);
    if (answer.tell === 'reviewed') lastReview = asked;
  }

  /** Ends the worker and has a new one go on where it was. */
  function replace(): void {
    worker.terminate();
    unanswered.clear();
    restoring.clear();
    worker = begin();
    // A file that somebody waits for comes before those that were read already.
    for (const { message } of open.values()) if (message.ask === 'read') worker.postMessage(message);
    for (const [id, message] of held) {
      restoring.add(id);
      worker.postMessage(message);
    }
    waiting = [...open.values()].flatMap((asked) => {
      if (asked.message.ask === 'read') return [];
      asked.again = asked.told;
      return [asked.message];
    });
    if (lastReview) waiting.unshift(lastReview);
    if (restoring.size === 0) goOn();
  }

  function restored(call: number): void {
    restoring.delete(call);
    if (restoring.size === 0) goOn();
  }

  /** Asks for what has waited: the last review first, on which saving rests. */
  function goOn(): void {
    const [next, ...others] = waiting;
    if (next && next === lastReview && !open.has(lastReview.call)) {
      waiting = others;
      restoring.add(lastReview.call);
      worker.postMessage(lastReview);
      return;
    }
    for (const message of waiting.splice(0)) worker.postMessage(message);
  }

  return port;
}
