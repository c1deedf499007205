import { type Action, type ActionMemory, freshMemory, recogniseAction } from '../../src/alma/actions/index.ts';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import type { Screen } from '../../src/alma/screen.ts';
import { patronOn } from '../../src/guidance/foreign-roles.ts';
import { isProtected, type Policy, policies } from '../../src/rules/index.ts';
import type { AlmaPage, ListColumn } from '../alma/earlier.ts';
import { addressOf, render } from '../alma/render.ts';
import { showPage } from './show-page.ts';

/** The columns of a user list of which something can be said. */
export const columns: ListColumn[] = [
  'active',
  'name',
  'id',
  'accountType',
  'recordType',
  'userGroup',
  'status',
  'expiryDate',
];

export const languages = ['en', 'de', 'fr', 'es', 'it'] as const;
const options = { dateOrder: 'auto', taughtLocators: [] } as const;
const base = policies.base;

/** Shows a page of the stand-in in the test's document and reads what screen it is. */
export function show(page: AlmaPage): Screen | undefined {
  showPage(document, render(page, 'trial'), addressOf(page, 'trial'));
  const record = readUserPage(document, options);
  return record ? { kind: 'user-record', key: 'record 1', ...record } : readUserList(document, () => options);
}

/** The control of the stand-in's that does this, the n-th of its kind. */
export const control = (does: string, n = 0): Element => {
  const found = document.querySelectorAll(`[data-does="${does}"]`)[n];
  if (!found) throw new Error(`The page has no control that does ${does}.`);
  return found;
};

/** What using the target would do, under the base policy. */
export function recognise(
  target: Element,
  screen: Screen | undefined,
  memory: ActionMemory = freshMemory(),
  flipped = false,
  under: Policy = policies.base as Policy,
): Action | undefined {
  return recogniseAction(target, {
    document,
    screen,
    memory,
    flipped,
    isProtected: (record) => base !== undefined && isProtected(record, base) === 'yes',
    isPatron: (role) =>
      patronOn(
        document.documentElement.lang,
        role,
        screen?.kind === 'user-record' ? screen.roleRows.map((row) => row.role) : [],
        under,
      ),
  });
}

/** The name of the user whom an action is about. */
export const nameIn = (action: Action | undefined): unknown => {
  const name = action?.subject.records[0]?.name;
  return name?.state === 'read' ? name.value : undefined;
};

/** Kinds found on the page, by what each control does there; controls that do nothing to a user are to be absent. */
export function kindsOn(screen: Screen | undefined): Record<string, string[]> {
  const kinds: Record<string, string[]> = {};
  for (const element of document.querySelectorAll<HTMLElement>('[data-does]')) {
    const action = recognise(element, screen);
    const does = element.dataset.does ?? '';
    if (action) kinds[does] = [...(kinds[does] ?? []), action.kind];
  }
  return kinds;
}
