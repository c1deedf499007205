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

export const asked = (tab: AlmaTab) => tab.until('the question is asked', () => question(tab));
export const answered = (tab: AlmaTab) =>
  tab.until('the question is gone', async () => (await question(tab)) === undefined);

/** What Alma's own handlers were given since the page was opened, and what Alma carried out. */
export const received = (tab: AlmaTab) => tab.evaluate<Received[]>('window.__alma.received');
export const done = (tab: AlmaTab) => tab.evaluate<string[]>('window.__alma.done');

export const letMeContinue = '[data-choice="continue"]';
