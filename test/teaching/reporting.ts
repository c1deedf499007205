import { grammar } from '../../src/alma/markup/grammar.ts';
import { reportPage } from '../../src/alma/teaching/page-report.ts';
import type { AlmaPage } from '../alma/description.ts';
import { addressOf, render } from '../alma/render.ts';
import { chooseOptions } from '../reader/show-page.ts';

/** Reports a page as it is drawn at its address, after something was done to it. */
export function reportOn(
  page: AlmaPage,
  key = 'page',
  change: (drawn: Document) => void = () => {},
): readonly string[] {
  const parsed = new DOMParser().parseFromString(render(page).replace(/<(?:link|iframe)\b[^>]*>/g, ''), 'text/html');
  Object.defineProperty(parsed, 'location', {
    value: new URL(`https://demo.alma.exlibrisgroup.com${addressOf(page, key)}`),
  });
  chooseOptions(parsed);
  change(parsed);
  return reportPage(parsed, grammar);
}
