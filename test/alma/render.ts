import { pathOf } from './address.ts';
import type { AlmaPage } from './description.ts';
import { type Drawn, document } from './shell.ts';
import { drawUserDetails } from './user-details.ts';

/** Draws a described page as a whole HTML document. `key` is the name by which the server knows the page. */
export function render(page: AlmaPage, key = 'page'): string {
  const drawn = draw(page);
  return document(page, drawn, key, pathOf(key, page, drawn.addressXml)).markup;
}

/** Path and query at which the server shows a page. */
export const addressOf = (page: AlmaPage, key: string): string => pathOf(key, page, draw(page).addressXml);

function draw(page: AlmaPage): Drawn {
  switch (page.screen) {
    case 'user-details':
      return drawUserDetails(page);
    default:
      throw new Error('not drawn yet');
  }
}
