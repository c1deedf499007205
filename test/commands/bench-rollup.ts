import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { roleLists } from '../../src/rules/index.ts';
import { totalsText } from '../../src/totals/index.ts';
import type { Chromium } from '../browser/chromium.ts';
import { day, totalsWith } from '../totals/totals-with.ts';
import { watchReview } from './bench-in-page.ts';
import { patience, type Step, step, taskBudget } from './bench-review.ts';

/** A large consortium: so many members, each with the totals of so many years. */
const members = 200;
const years = 10;
/** How much longer than parsing the files and drawing a plain table adding up may take. */
const mostTimes = 5;

/** Writes each member's totals of each year as a file. */
function makeTotals(folder: string): string[] {
  return Array.from({ length: members * years }, (_, at) => {
    const [member, year] = [Math.floor(at / years), 2017 + (at % years)];
    const named = 60 + ((member * 7 + year * 3) % 90);
    const totals = totalsWith(
      {
        institution: `Invented University ${member + 1}`,
        date: day(`${year}-11-${10 + (member % 18)}`),
        limit: 90 + (member % 60),
        byRoleList: Object.fromEntries(Object.keys(roleLists).map((list) => [list, named])),
      },
      { namedUsers: named, cannotTell: member % 9 === 0 ? 3 : 0 },
    );
    const path = join(folder, `totals-${member + 1}-${year}.json`);
    writeFileSync(path, totalsText(totals));
    return path;
  });
}

/** The files read and parsed with nobody listening, and a plain table of so many rows; milliseconds. Runs in a page. */
async function parseAndDraw(rows: number): Promise<number> {
  const files = [...(document.querySelector<HTMLInputElement>('input')?.files ?? [])];
  const begun = performance.now();
  const parsed: { institution: string; date: string; figures: Record<string, number> }[] = [];
  for (const file of files) parsed.push(JSON.parse(await file.text()));
  const table = document.createElement('table');
  for (const { institution, date, figures } of parsed.slice(0, rows)) {
    const row = table.insertRow();
    for (const text of [institution, date, ...Object.values(figures)]) row.insertCell().textContent = String(text);
  }
  document.body.append(table);
  table.getBoundingClientRect();
  return performance.now() - begun;
}

/** What a bare page takes: for being given the files, with nobody listening, and for reading them and drawing a plain table. */
async function reference(chromium: Chromium, paths: readonly string[]): Promise<{ given: Step; milliseconds: number }> {
  const page = await chromium.newPage();
  await page.setContent('<input type="file" multiple>');
  await page.evaluate(watchReview);
  const given = await step(page, `a bare page being given ${paths.length} files`, () =>
    page.setInputFiles('input', [...paths]),
  );
  const milliseconds = await page.evaluate(parseAndDraw, members);
  await page.close();
  return { given, milliseconds };
}

/** Until each member has its row, in its place, and what stands below the table is drawn; the first row is another than `before`. */
const drawn = (page: Page, before: string | null = null) =>
  page.waitForFunction(
    ([count, first]) =>
      document.querySelectorAll('[data-member]').length === count &&
      document.querySelector('[data-member]')?.getAttribute('data-member') !== first &&
      document.querySelector('#course svg') !== null &&
      document.querySelector('#handover') !== null &&
      document.querySelector('main [aria-busy]') === null,
    [members, before] as const,
    { timeout: patience },
  );

async function steps(page: Page, paths: readonly string[]): Promise<Step[]> {
  const given = await step(page, `adding up ${paths.length} files`, async () => {
    await page.setInputFiles('input[data-input="totals"]', [...paths]);
    await drawn(page);
  });
  const sorted = await step(page, 'sorting by named users', async () => {
    const before = await page.locator('[data-member]').first().getAttribute('data-member');
    await page.locator('[data-sort="named"]').first().click({ timeout: patience });
    await drawn(page, before);
  });
  return [given, sorted];
}

/**
 * Tasks that are longer than what people feel, as sentences. One task may take as long as the browser took on a bare page to hand the
 * same files over: that is done before the page hears of them.
 */
function tooLong([adding, ...others]: readonly Step[], given: Step): string[] {
  const tasks = [
    ...(adding
      ? [{ what: `${adding.name}, with the hand-over`, most: given.longest + taskBudget, took: adding.longest }]
      : []),
    ...(adding ? [{ what: `${adding.name}, but for the hand-over`, most: taskBudget, took: adding.next }] : []),
    ...others.map(({ name, longest }) => ({ what: name, most: taskBudget, took: longest })),
  ];
  return tasks
    .filter(({ took, most }) => took >= most)
    .map(({ what, took, most }) => `a task of ${took.toFixed(1)} ms while ${what}; ${most.toFixed(0)} ms are allowed`);
}

/** Measures a consortium of 200 members and ten years. Gives the budgets that were exceeded, as sentences. */
export async function benchRollUp(launch: () => Promise<Chromium>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-totals-'));
  const chromium = await launch();
  try {
    const paths = makeTotals(folder);
    const { given, milliseconds: beside } = await reference(chromium, paths);
    const page = await chromium.newPage();
    await page.goto(chromium.extensionAddress('rollup'));
    await page.locator('input[data-input="totals"]').waitFor({ state: 'attached', timeout: patience });
    await page.evaluate(watchReview);
    const measured = await steps(page, paths);
    const ratio = (measured[0]?.seconds ?? 0) / (beside / 1000);
    console.log(`Adding up ${members} members over ${years} years`);
    for (const { name, seconds, longest, next, byTheClock } of [given, ...measured]) {
      const clock = byTheClock > 0 ? `, ${byTheClock.toFixed(0)} ms by the clock` : '';
      console.log(
        `  ${name}: ${seconds.toFixed(2)} s, longest task ${longest.toFixed(0)} ms, the next ${next.toFixed(0)} ms${clock}`,
      );
    }
    console.log(
      `  ${ratio.toFixed(2)} x the ${(beside / 1000).toFixed(2)} s for parsing the files and drawing a plain table alone (budget ${mostTimes})`,
    );
    const exceeded =
      ratio > mostTimes ? [`adding up ${paths.length} files took ${ratio.toFixed(2)} times its reference`] : [];
    return [...exceeded, ...tooLong(measured, given)];
  } finally {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
