// Everything here is self-contained: it is sent to a page as text and runs there.

/** What the review page is seen to do, kept in the page's global `seen`. Times in milliseconds from the choice of the file. */
export interface Seen {
  times: { read?: number; row?: number; judged?: number };
  /** The longest of the tasks over 50 ms since this was last set to 0. */
  longest: number;
  /** Whether nothing has been drawn anew for a while. */
  isIdle(): boolean;
}

/** Notes when a file that is chosen from now on is read, its first row drawn, and all its people judged; and long tasks. */
export function watchReview(): void {
  const seen: Seen = { times: {}, longest: 0, isIdle: () => performance.now() - changed > 500 };
  Object.assign(globalThis, { seen });
  let chosen = 0;
  let changed = performance.now();
  document.addEventListener('change', () => (chosen = performance.now()), { capture: true, once: true });
  const marks = {
    read: '[data-file][data-state="read"]',
    row: '[data-user]',
    judged: 'output[data-figure="named-users"]',
  } as const;
  new MutationObserver(() => {
    changed = performance.now();
    for (const name of Object.keys(marks) as (keyof typeof marks)[]) {
      if (seen.times[name] === undefined && document.querySelector(marks[name])) seen.times[name] = changed - chosen;
    }
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-state'] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask' });
}

interface ReferenceRead {
  milliseconds: number;
  /** Rows found. */
  found: number;
}

/** Reads the chosen file with papaparse in pieces, and only counts the rows. */
export function parseWithPapa(): Promise<ReferenceRead> {
  interface Parser {
    parse(file: File, options: { chunk(part: { data: unknown[] }): void; complete(): void }): void;
  }
  const { Papa } = globalThis as unknown as { Papa: Parser };
  const file = document.querySelector<HTMLInputElement>('input')?.files?.[0] as File;
  const begun = performance.now();
  let found = 0;
  return new Promise((resolve) => {
    Papa.parse(file, {
      chunk: ({ data }) => {
        found += data.length;
      },
      complete: () => resolve({ milliseconds: performance.now() - begun, found }),
    });
  });
}

/** Inflates the chosen file (a packed sheet) with the browser's own means, and counts the bytes that begin a tag or its end. */
export async function inflateAndScan(): Promise<ReferenceRead> {
  const file = document.querySelector<HTMLInputElement>('input')?.files?.[0] as File;
  const begun = performance.now();
  const reader = file.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let found = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const byte of piece.value) if (byte === 0x3c) found += 1;
  }
  return { milliseconds: performance.now() - begun, found };
}

/** Scrolls a box for 150 frames, some by a few rows, some far; gives how long each frame took, in milliseconds. */
export function frameTimes(selector: string): Promise<number[]> {
  const box = document.querySelector(selector) as HTMLElement;
  const frames = 150;
  const times: number[] = [];
  return new Promise((resolve) => {
    let last = performance.now();
    const frame = (now: number) => {
      times.push(now - last);
      last = now;
      const far = times.length % 10 === 0;
      box.scrollTop = far ? (box.scrollHeight * times.length) / frames : box.scrollTop + 160;
      if (times.length < frames) requestAnimationFrame(frame);
      else resolve(times.slice(1));
    };
    requestAnimationFrame(frame);
  });
}
