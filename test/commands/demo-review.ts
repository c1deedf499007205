import type { Desk } from '../browser/desk.ts';
import { ReviewScreen } from '../browser/review-screen.ts';
import type { ScreenTab } from '../browser/screen-tab.ts';

type KeepPicture = (tab: ScreenTab, name: string) => Promise<void>;

/** The figures as they stand on the page, each with its name in the page's words. */
async function tellFigures({ tab }: ReviewScreen): Promise<void> {
  const names = await tab.texts('.figure-name');
  const values = await tab.texts('output[data-figure]');
  for (const [at, name] of names.entries()) console.log(`  ${(values[at] || '–').padStart(5)}      ${name}`);
}

const tellFirst = async ({ tab }: ReviewScreen, selector: string) => {
  const [text] = await tab.texts(selector);
  if (text) console.log(`  ${text}`);
};

/** Shows one step of the review in the window, and keeps its picture. */
async function showStep(screen: ReviewScreen, step: string, keepPicture: KeepPicture, name: string): Promise<void> {
  await screen.tab.run((id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }), step);
  await keepPicture(screen.tab, name);
}

/** Hands over each set that has somebody in it, and tells what is in the file. */
async function exportSets(screen: ReviewScreen): Promise<void> {
  await screen.tab.click('[data-format="csv"]');
  const sets = await screen.tab.attributes('[data-export^="set:"]:not(:disabled)', 'data-export');
  if (sets.length === 0) throw new Error('The suggestions filled no set.');
  for (const { 'data-export': set } of sets) {
    const { name, bytes } = await screen.downloads(() => screen.tab.click(`[data-export="${set}"]`));
    const [heading, ...identifiers] = bytes.toString().replace('\uFEFF', '').trimEnd().split('\r\n');
    console.log(
      `  set file   ${name}: ${heading} and ${identifiers.length} below it (${identifiers.slice(0, 3).join(', ')})`,
    );
  }
}

/** The yearly review, from made-up exports to the files for Alma: tells what stands on the page, and keeps pictures. */
export async function walkReview(desk: Desk, keepPicture: KeepPicture): Promise<void> {
  const screen = await ReviewScreen.open(desk);
  console.log('The yearly review, in practice mode');
  await screen.tab.click('[data-action="practice"]');
  await screen.figures();
  await tellFigures(screen);
  await tellFirst(screen, '.gauge figcaption');
  await showStep(screen, 'see', keepPicture, 'review-figures');
  await screen.accept();
  await tellFirst(screen, '.decide-bar [role="status"]');
  await tellFirst(screen, '.gauge figcaption');
  await showStep(screen, 'decide', keepPicture, 'review-decisions');
  await exportSets(screen);
  await showStep(screen, 'handover', keepPicture, 'review-files-for-alma');
}
