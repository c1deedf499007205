import { pathOf } from './address.ts';
import type { AlmaPage } from './description.ts';
import { drawManagementPage } from './management-pages.ts';
import { drawOtherPage } from './other-pages.ts';
import { drawRolePage } from './role-pages.ts';
import { type Drawn, document } from './shell.ts';
import { drawUserDetails } from './user-details.ts';
import { drawUserList } from './user-list.ts';

/**
 * Draws a described page as a whole HTML document. `served`: the key by which the server knows the page; without it, the document
 * links neither to style sheet nor to script, so that it can be read where there is no server.
 */
export function render(page: AlmaPage, served?: string): string {
  const key = served ?? 'page';
  const drawn = draw(page, key);
  return document(page, drawn, { key, address: pathOf(key, page, drawn.addressXml), linked: served !== undefined })
    .markup;
}

/** Path and query at which the server shows a page. */
export const addressOf = (page: AlmaPage, key: string): string => pathOf(key, page, draw(page, key).addressXml);

function draw(page: AlmaPage, key: string): Drawn {
  switch (page.screen) {
    case 'user-details':
      return drawUserDetails(page);
    case 'user-list':
      return drawUserList(page, key);
    case 'add-role':
    case 'add-from-profiles':
    case 'role-details':
      return drawRolePage(page);
    case 'purge-users':
    case 'purge-add-job':
    case 'run-job-purge':
    case 'delete-user-policy':
    case 'merge-users':
    case 'staff-login-report':
    case 'roles-report':
      return drawManagementPage(page);
    default:
      return drawOtherPage(page);
  }
}
