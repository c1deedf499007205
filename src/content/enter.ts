import { isOtherPath } from '../alma/pages/recognise.ts';
import { beginLife } from './life.ts';
import { visit } from './visit.ts';

/** Starts the extension's part in a page. Does nothing in frames and on pages that are not Alma's staff interface. */
export function enter(page: Window): void {
  if (page.top !== page || isOtherPath(page.location)) return;
  visit(page, beginLife(page.document));
}
