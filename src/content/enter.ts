import { beginLife } from './life.ts';
import { mayBeStaffPage } from './staff-pages.ts';
import { visit } from './visit.ts';

/** Starts the extension's part in a page. Does nothing in frames and on pages that are not Alma's staff interface. */
export function enter(page: Window): void {
  if (page.top !== page || !mayBeStaffPage(page.location)) return;
  visit(page, beginLife(page.document));
}
