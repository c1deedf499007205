import type { PageReport } from '../platform/messages.ts';

/** What is worth seeing of somebody's Alma, in the order in which one comes by. */
export const steps = [
  'list',
  'menu',
  'delete',
  'internal',
  'external',
  'tabs',
  'roles',
  'purge',
  'staff-login-report',
] as const;
export type Step = (typeof steps)[number];

const has = ({ lines }: PageReport, pattern: RegExp): boolean => lines.some((line) => pattern.test(line));

/** Tabs of a record, by the part of their ids that names them; the one in view, and how many there are. */
function tabsOf({ lines }: PageReport): { readonly all: number; readonly shown: readonly string[] } {
  const tabs = lines.filter((line) => /role="tab"/.test(line) && /A_NAV_LINK_|cuser/.test(line));
  return {
    all: tabs.length,
    shown: tabs.flatMap((line) =>
      /aria-selected="true"/.test(line) ? (/\bid="([^"]*)"/.exec(line)?.[1] ?? line) : [],
    ),
  };
}

/** The opener of a row's menu that is open, or its holder; sections and other menus open, too. */
const openMenu =
  /(?=.*\bid="input_[^"]*_[\d*]+").*\baria-expanded="true"|\bid="ROW_ACTION_[^"]*".*\bclass="[^"]*\b(?:open|show)\b/;
/** A question of Alma's over the page. */
const dialog = /\b(?:role="(?:alert)?dialog"|class="[^"]*\bmodal\b[^"]*")(?!.* hidden)/;

/**
 * The steps that pages show to be done. Whether an account is an internal one is a value of the record, which no report tells: those two are
 * ticked by the person.
 */
export function stepsDone(reports: readonly PageReport[]): ReadonlySet<Step> {
  const done = new Set<Step>();
  const records = reports.filter(({ page }) => page.screen === 'user-record');
  const users = reports.filter(({ page }) => page.screen === 'user-record' || page.screen === 'user-list');
  if (reports.some(({ page }) => page.screen === 'user-list')) done.add('list');
  if (users.some((report) => has(report, openMenu))) done.add('menu');
  if (users.some((report) => has(report, dialog))) done.add('delete');
  if (records.some(({ page }) => page.anchors.some(({ field, found }) => field === 'role.name' && found)))
    done.add('roles');
  const tabs = records.map(tabsOf);
  const seen = new Set(tabs.flatMap(({ shown }) => shown));
  if (seen.size > 0 && seen.size >= Math.max(...tabs.map(({ all }) => all))) done.add('tabs');
  if (reports.some(({ page }) => /purge/.test(page.guided ?? ''))) done.add('purge');
  if (reports.some(({ page }) => page.guided === 'staff-login-report')) done.add('staff-login-report');
  return done;
}
