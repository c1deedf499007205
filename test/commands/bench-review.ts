import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { practiceDefaults, practicePeople, rolesExports } from '../../src/review/practice/index.ts';
import type { Chromium } from '../browser/chromium.ts';
import { frameTimes, inflateAndScan, parseWithPapa, type Seen, watchReview } from './bench-in-page.ts';
import { longestTasks, mainThreadTasks, type TimelineEvent } from './bench-timeline.ts';

/** The longest task of the page's main thread at any step of a review, in milliseconds for which the thread really ran. */
export const taskBudget = 50;

/** 30,000 people with so many roles that their export has some 300,000 rows. */
const institution = { ...practiceDefaults, people: 30_000, rolesEach: [8, 15] as const };

/** How long a step may take on a busy machine before the measurement is given up, in milliseconds. */
export const patience = 240_000;

const timeline = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

interface Export {
  form: 'csv' | 'xlsx';
  path: string;
  rows: number;
  megabytes: number;
  /** What the reference reads: the same file, or the packed bytes of the same sheet. */
  reference: string;
}

/** What a step of the review cost the page. */
export interface Step {
  name: string;
  seconds: number;
  /** Milliseconds for which the main thread really ran in its longest task. */
  longest: number;
  /** The same for its second longest task. */
  next: number;
  /** The longest task by the clock, as the page itself is told of tasks over 50 ms; 0: of none. */
  byTheClock: number;
  process: number;
}

const inMb = (bytes: number) => bytes / 1024 / 1024;

/** Writes the export in both forms. */
function makeExports(folder: string): Export[] {
  const exports = rolesExports(practicePeople(institution));
  const [csv, xlsx] = [exports.csv(), exports.xlsx()];
  const rows = csv.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), -1);
  const sheet = unzipSync(xlsx, { filter: ({ name }) => name.endsWith('sheet1.xml') })['xl/worksheets/sheet1.xml'];
  if (!sheet) throw new Error('The workbook has no sheet.');
  const write = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const csvPath = write('Users and roles 2026-11-20.csv', csv);
  const xlsxPath = write('Users and roles 2026-11-20.xlsx', xlsx);
  const packed = write('sheet.deflate', deflateRawSync(sheet));
  return [
    { form: 'csv', path: csvPath, rows, megabytes: inMb(csv.length), reference: csvPath },
    { form: 'xlsx', path: xlsxPath, rows, megabytes: inMb(xlsx.length), reference: packed },
  ];
}

/** Records the timeline while `work` goes on, and gives what the busiest page's main thread did. */
export async function step(page: Page, name: string, work: () => Promise<unknown>): Promise<Step> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The browser is gone.');
  await page.evaluate(() => {
    (globalThis as unknown as { seen: Seen }).seen.longest = 0;
  });
  await browser.startTracing(undefined, { categories: timeline });
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TimelineEvent[] };
  const { process, tasks } = mainThreadTasks(traceEvents);
  const byTheClock = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.longest);
  const [longest = 0, next = 0] = longestTasks(tasks);
  return { name, seconds, longest, next, byTheClock, process };
}

/** Waits until something stands in the page. */
export const there = (page: Page, selector: string) =>
  page.locator(selector).first().waitFor({ state: 'attached', timeout: patience });

/** A page without the extension, in which the reference reads a file; milliseconds. */
async function reference(chromium: Chromium, { form, reference: path, rows }: Export): Promise<number> {
  const page = await chromium.newPage();
  await page.setContent('<input type="file">');
  if (form === 'csv')
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('papaparse/papaparse.min.js') });
  await page.setInputFiles('input', path);
  const { milliseconds, found } = await page.evaluate(form === 'csv' ? parseWithPapa : inflateAndScan);
  await page.close();
  if (found < rows) throw new Error(`The reference found ${found} of ${rows} rows in ${basename(path)}.`);
  return milliseconds;
}

/** The most memory that a process has held so far, in MB, where the system tells (Linux). */
export function peakMemory(process: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** Opens the review page, and from then on watches what it does. */
export async function openReview(chromium: Chromium): Promise<Page> {
  const page = await chromium.newPage();
  await page.goto(chromium.extensionAddress('review'));
  await there(page, 'input[data-input="exports"]');
  await page.evaluate(watchReview);
  return page;
}

/** Gives the file to the page, until all its people are judged. */
const read = (page: Page, file: Export) =>
  step(page, `reading and judging the ${file.form}`, async () => {
    await page.setInputFiles('input[data-input="exports"]', file.path);
    await there(page, 'output[data-figure="named-users"]');
    await there(page, '[data-action="accept"]:not(:disabled)');
  });

async function decide(page: Page): Promise<Step[]> {
  const click = (selector: string) => page.locator(selector).first().click({ timeout: patience });
  return [
    await step(page, 'sorting by name', async () => {
      await click('[role="columnheader"][data-column="person"]');
      await there(page, '[role="columnheader"][data-column="person"][aria-sort="descending"]');
      await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.isIdle(), undefined, {
        timeout: patience,
      });
    }),
    await step(page, 'accepting all suggestions', async () => {
      await click('[data-action="accept"]');
      // Some purges are left out and listed: they have to be confirmed one by one.
      await there(page, '[data-action="accept"]:disabled, [data-list="left-out"]');
    }),
    await step(page, 'keeping in the browser', async () => {
      await click('.keeping summary');
      await click('[data-action="keep"]');
      await there(page, '[data-keeping="yes"]');
    }),
    await step(page, 'saving the review file', async () => {
      const saved = page.waitForEvent('download', { timeout: patience });
      await click('[data-export="review"]');
      await (await saved).cancel();
    }),
  ];
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const worst = (values: readonly number[]) => Math.max(0, ...values);

/** Scrolls through the table of people, and through an empty box of the same height. */
async function scroll(chromium: Chromium, page: Page): Promise<Step> {
  const bare = await chromium.newPage();
  const height = await page.locator('.grid-body').evaluate((body) => body.clientHeight);
  await bare.setContent(
    `<div class="grid-scroller" style="height:640px;overflow:auto"><div style="height:${height}px"></div></div>`,
  );
  const plain = await bare.evaluate(frameTimes, '.grid-scroller');
  await bare.close();
  await page.bringToFront();
  await page.locator('.grid-scroller').scrollIntoViewIfNeeded();
  let ours: number[] = [];
  const measured = await step(page, 'scrolling', async () => {
    ours = await page.evaluate(frameTimes, '.grid-scroller');
  });
  console.log(`Scrolling through the table of ${institution.people} people, ${ours.length} frames`);
  console.log(
    `  a frame     median ${middle(ours).toFixed(1)} ms, longest ${worst(ours).toFixed(1)} ms, beside ${middle(plain).toFixed(1)} and ${worst(plain).toFixed(1)} ms for an empty box of the same height`,
  );
  return measured;
}

function tell(
  file: Export,
  times: Seen['times'],
  references: readonly number[],
  memory: { before?: number; after?: number },
): void {
  const { read: reading = 0, row = 0, judged = 0 } = times;
  const beside = references.reduce((sum, time) => sum + time, 0) / references.length;
  const what = file.form === 'csv' ? 'papaparse alone' : "inflating and scanning the sheet's bytes alone";
  const size = `${file.rows} rows, ${file.megabytes.toFixed(1)} MB`;
  console.log(`Reading an Analytics export of ${institution.people} people as ${file.form} (${size})`);
  console.log(
    `  read        ${(reading / 1000).toFixed(2)} s, ${(reading / beside).toFixed(2)} x the ${(beside / 1000).toFixed(2)} s of ${what} (mean of ${references.length})`,
  );
  console.log(`  first row   ${(row / 1000).toFixed(2)} s; all judged after ${(judged / 1000).toFixed(2)} s`);
  const { before, after } = memory;
  const told =
    after === undefined || before === undefined
      ? 'this system does not tell'
      : `${after.toFixed(0)} MB for page and worker, beside ${before.toFixed(0)} MB before the file was given`;
  console.log(`  peak memory ${told}`);
}

async function measure(chromium: Chromium, file: Export): Promise<Step[]> {
  const first = await reference(chromium, file);
  const page = await openReview(chromium);
  const quiet = await step(page, 'the empty page', () => page.locator('.guide summary').click());
  const before = peakMemory(quiet.process);
  const reading = await read(page, file);
  const after = peakMemory(reading.process);
  const { times } = await page.evaluate(() => ({ times: (globalThis as unknown as { seen: Seen }).seen.times }));
  const second = await reference(chromium, file);
  tell(file, times, [first, second], {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
  if (file.form === 'xlsx') return [reading];
  await page.bringToFront();
  return [reading, await scroll(chromium, page), ...(await decide(page)), await openKept(chromium)];
}

/** Opens the review that was kept, in another tab. */
async function openKept(chromium: Chromium): Promise<Step> {
  const page = await openReview(chromium);
  return step(page, 'opening the kept review', async () => {
    await page.locator('[data-action="open-kept"]').click({ timeout: patience });
    await there(page, 'output[data-figure="named-users"]');
    await there(page, '[data-action="undo"]');
  });
}

/**
 * Measures the yearly review at the size of a large institution, each figure beside its reference from the same run. `launch`
 * starts a browser with the extension, one for each form of the export. Gives the budgets that were exceeded, as sentences.
 */
export async function benchReview(launch: () => Promise<Chromium>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-review-'));
  const steps: Step[] = [];
  try {
    for (const file of makeExports(folder)) {
      const chromium = await launch();
      try {
        steps.push(...(await measure(chromium, file)));
      } finally {
        await chromium.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`Longest task of the review page's main thread, running time (budget ${taskBudget} ms)`);
  for (const { name, seconds, longest, byTheClock } of steps) {
    const clock = byTheClock > 0 ? `, ${byTheClock.toFixed(0)} ms by the clock` : '';
    console.log(`  ${longest.toFixed(0).padStart(4)} ms     ${name}, ${seconds.toFixed(1)} s in all${clock}`);
  }
  return steps
    .filter(({ longest }) => longest >= taskBudget)
    .map(
      ({ name, longest }) =>
        `a task of ${longest.toFixed(1)} ms on the review page's main thread while ${name}; ${taskBudget} ms are allowed`,
    );
}
