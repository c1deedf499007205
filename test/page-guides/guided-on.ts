import { readGuidedPage } from '../../src/alma/pages/guided-pages.ts';
import type { GuidedScreen } from '../../src/alma/screen.ts';
import type { AlmaPage } from '../alma/description.ts';
import { addressOf, render } from '../alma/render.ts';
import { showPage } from '../reader/show-page.ts';

/** What is recognised of the page in the test's document. */
export const guidedNow = (): GuidedScreen | undefined =>
  readGuidedPage(document, { dateOrder: 'auto', taughtLocators: [] });

/** What is recognised of a page of the stand-in, shown in the test's document. */
export function guidedOn(page: AlmaPage, id = 'trial'): GuidedScreen | undefined {
  showPage(document, render(page, id), addressOf(page, id));
  return guidedNow();
}
