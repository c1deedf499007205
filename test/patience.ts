import { vi } from 'vitest';

/** Longer than anything takes on a machine with much other work; the tool's own patience of one second is short there. */
const timeout = 60_000;

const { waitFor } = vi;
vi.waitFor = (check, options) =>
  waitFor(check, { timeout, ...(typeof options === 'number' ? { timeout: options } : options) });
