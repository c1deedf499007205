import type { ToWorker } from './protocol.ts';
import { createSession } from './session.ts';

/** The few members of a worker's global scope that are used; the project's types are those of pages. */
interface WorkerScope {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const session = createSession((message) => scope.postMessage(message));
scope.onmessage = ({ data }) => void session(data);
