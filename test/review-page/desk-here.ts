import { vi } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import { createDesk, type Desk, type Doors } from '../../src/review/page/desk.ts';
import { type ReviewWorker, reviewWorkerOn } from '../../src/review/worker/client.ts';
import type { Port } from '../../src/review/worker/lasting-port.ts';
import type { FromWorker } from '../../src/review/worker/protocol.ts';
import { createSession } from '../../src/review/worker/session.ts';
import type { Policy } from '../../src/rules/index.ts';
import { writeCsv } from '../../src/sheets/index.ts';
import { policyWith } from '../review/review-of.ts';

export const today = '2026-11-20' as Day;

/** A worker in the same thread: messages arrive later, as between threads. */
export function workerHere(): ReviewWorker {
  const port: Port = {
    onmessage: null,
    onerror: null,
    terminate() {},
    postMessage: (message) => void setTimeout(() => void session(message), 0),
  };
  const session = createSession((data: FromWorker) => void setTimeout(() => port.onmessage?.({ data }), 0));
  return reviewWorkerOn(port);
}

/** The page's work without a browser around it: what it hands to the downloads, and what it saves in the policy, is noted. */
export function deskHere(
  policy: Partial<Policy> = {},
  lockedKeys: readonly string[] = [],
  startWorker: Doors['startWorker'] = workerHere,
) {
  const downloads: { name: string; file: Blob }[] = [];
  const saveChanges = vi.fn(async () => undefined);
  let onPolicy: Parameters<Doors['watchPolicy']>[0] = () => undefined;
  const tell = (told: Partial<Policy>) =>
    onPolicy({ policy: policyWith(told), origin: 'chosen', lockedKeys, problems: [] });
  const doors: Doors = {
    startWorker,
    watchPolicy: (onChange) => {
      onPolicy = onChange;
      tell(policy);
    },
    saveChanges,
    download: (name, file) => void downloads.push({ name, file }),
    openOptions: () => undefined,
    openRollUp: () => undefined,
    today,
  };
  const life = new AbortController();
  return { desk: createDesk(doors, life.signal), downloads, saveChanges, tell, end: () => life.abort() };
}

/** Gives CSV files to the page, and waits until their people are judged. */
export async function give(
  desk: Desk,
  ...files: readonly (readonly [name: string, rows: readonly (readonly string[])[]])[]
) {
  desk.add(files.map(([name, rows]) => ({ name, blob: new Blob([writeCsv(rows)]), lastModified: 0, asOf: today })));
  await settled(desk);
}

/** Waits until no file is being read and nobody is being judged. */
export async function settled(desk: Desk): Promise<void> {
  await vi.waitFor(
    () => {
      const { files, judging } = desk.store.get();
      const busy = files.some(({ reading }) => reading.state === 'waiting' || reading.state === 'reading');
      if (busy || judging) throw new Error('still at work');
    },
    { timeout: 60_000 },
  );
}

export const headings = ['Primary Identifier', 'Last Name', 'First Name', 'Status', 'Role Type', 'Role Scope'];

/** Two administrators, a cataloger with leading zeros, an Ex Libris account. */
export const library: readonly (readonly string[])[] = [
  headings,
  ['sysadmin1', 'Okonkwo', 'Ada', 'Active', 'General System Administrator', '01EX_INST'],
  ['sysadmin2', 'Yilmaz', 'Deniz', 'Active', 'User Administrator', '01EX_INST'],
  ['00042', 'Duarte', 'Ines', 'Active', 'Cataloger', '01EX_INST'],
  ['exl_api', 'API', 'Ex Libris', 'Active', 'General System Administrator', '01EX_INST'],
];
