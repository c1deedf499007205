import { readGuidedPage } from '../../src/alma/pages/guided-pages.ts';
import type { GuidedPage, GuidedScreen } from '../../src/alma/screen.ts';
import { pageTitles } from '../../src/guidance/page-guide.ts';
import type { AlmaPage } from '../alma/description.ts';
import { addressOf, render } from '../alma/render.ts';
import { english } from '../guidance/english.ts';
import { showPage } from '../reader/show-page.ts';

/** How the reader is told of titles, as in the extension. */
export const titles = (page: GuidedPage): readonly string[] => pageTitles(page, english);

/** What is recognised of the page in the test's document. */
export const guidedNow = (): GuidedScreen | undefined =>
  readGuidedPage(document, { dateOrder: 'auto', taughtLocators: [], titles });

/** What is recognised of a page of the stand-in, shown in the test's document. */
export function guidedOn(page: AlmaPage, id = 'trial'): GuidedScreen | undefined {
  showPage(document, render(page, id), addressOf(page, id));
  return guidedNow();
}
