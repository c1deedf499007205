import type { Page } from '@playwright/test';
import type { Chromium } from '../browser/chromium.ts';
import { openReview, patience, peakMemory, step, there } from './bench-review.ts';

/** How much memory the page and its worker may add at their peak until a file of records is read, in MB. */
const mostMegabytes = 300;

/** Waits until the file is read, and says on the way that it is an export, where that is asked. */
async function readWhole(page: Page, path: string): Promise<void> {
  await page.setInputFiles('input[data-input="exports"]', path);
  const answer = page.locator('[data-file] [data-answer="export"]');
  await there(page, '[data-file][data-state="read"], [data-file] [data-answer="export"]');
  if ((await answer.count()) === 0) return;
  await answer.click({ timeout: patience });
  await there(page, '[data-file][data-state="read"]');
}

/**
 * Reads a file of user records on the review page, in a browser of its own, and prints what the page's process, with the worker in it,
 * held at its peak. Gives the budgets that were exceeded, as sentences.
 */
export async function tellInPage(
  launch: () => Promise<Chromium>,
  file: { form: string; path: string; records: number },
): Promise<string[]> {
  const chromium = await launch();
  try {
    const page = await openReview(chromium);
    const { process } = await step(page, 'the empty page', () => page.locator('.guide summary').click());
    const before = peakMemory(process);
    const begun = performance.now();
    await readWhole(page, file.path);
    const read = peakMemory(process);
    const seconds = (performance.now() - begun) / 1000;
    await there(page, 'output[data-figure="named-users"]');
    await there(page, '[data-action="accept"]:not(:disabled)');
    const judged = peakMemory(process);
    const listed = Number(await page.locator('[role="grid"]').getAttribute('aria-rowcount', { timeout: patience })) - 1;
    const exceeded =
      listed === file.records ? [] : [`the page lists ${listed} of ${file.records} people of the ${file.form}`];
    if (before === undefined || read === undefined || judged === undefined) {
      console.log(`  in Chromium read in ${seconds.toFixed(1)} s; this system does not tell the memory of a process`);
      return exceeded;
    }
    const added = read - before;
    console.log(
      `  in Chromium read in ${seconds.toFixed(1)} s; peak memory of page and worker ${added.toFixed(0)} MB more than the ${before.toFixed(0)} MB before (budget ${mostMegabytes} MB); ${(judged - before).toFixed(0)} MB when all ${listed} people are judged and listed`,
    );
    if (added > mostMegabytes)
      exceeded.push(`reading the ${file.form} on the page took ${added.toFixed(0)} MB of memory`);
    return exceeded;
  } finally {
    await chromium.close();
  }
}
