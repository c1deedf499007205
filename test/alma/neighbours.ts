import type { AlmaPage } from './description.ts';
import { userTabs } from './user-details.ts';

/** The page that Alma draws when a control of this one is used; `to` and `row` are what the control carries. */
export function neighbour(from: AlmaPage, to: string, row: number): AlmaPage {
  const tab = userTabs.find((each) => to === `tab:${each}`);
  if (tab && from.screen === 'user-details') return { ...from, tab };
  throw new Error(`${from.screen} leads nowhere by ${to} (row ${row}).`);
}
