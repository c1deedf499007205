import type { Received } from '../alma/in-page.ts';
import type { AlmaTab } from './alma-tab.ts';

/** What is drawn of the guard's question; `undefined` while there is none. */
export const question = (tab: AlmaTab) =>
  tab.run(() => {
    const root = document.querySelector('alma-user-guard')?.shadowRoot;
    const dialog = root?.querySelector<HTMLElement>('[role="alertdialog"]');
    if (!dialog?.matches(':modal')) return undefined;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return {
      words: dialog.innerText,
      focused: root?.activeElement?.textContent,
      isInSight: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      isStyled: getComputedStyle(dialog).borderTopWidth === '5px',
    };
  });

type Question = NonNullable<Awaited<ReturnType<typeof question>>>;

/** Waits until the question stands there, and is as wanted where that is given. */
export const asked = (tab: AlmaTab, wanted: (asked: Question) => boolean = () => true): Promise<Question> =>
  tab.until(`the question is asked, and ${wanted}`, async () => {
    const seen = await question(tab);
    return seen !== undefined && wanted(seen) && seen;
  });
export const answered = (tab: AlmaTab) =>
  tab.until('the question is gone', async () => (await question(tab)) === undefined);

/** What Alma's own handlers were given since the page was opened, and what Alma carried out. */
export const received = (tab: AlmaTab) => tab.evaluate<Received[]>('window.__alma.received');
export const done = (tab: AlmaTab) => tab.evaluate<string[]>('window.__alma.done');

export const letMeContinue = '[data-choice="continue"]';
