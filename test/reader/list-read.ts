import { readUserList } from '../../src/alma/pages/user-list.ts';
import type { UserListScreen } from '../../src/alma/screen.ts';
import type { UserFields, UserRecord } from '../../src/record/index.ts';
import type { AlmaPage, ListColumn, Person, UserListPage } from '../alma/description.ts';
import { shownName } from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { showPage } from './show-page.ts';

export const options = () => ({ dateOrder: 'auto', taughtLocators: [] }) as const;

/** Draws a page, and reads the list of users on it. */
export function listOn(page: AlmaPage, id = 'trial'): UserListScreen | undefined {
  showPage(document, render(page, id), addressOf(page, id));
  return readUserList(document, options);
}

/** What a row has to say of a person: the columns shown, and `undefined` for what no column shows. */
export function expectedOf(person: Person, columns: readonly ListColumn[]): { [F in keyof UserFields]?: unknown } {
  const shows = (column: ListColumn) => columns.includes(column);
  return {
    ...(shows('id') && person.id !== null && { primaryId: person.id }),
    ...(shows('name') && { name: shownName(person) }),
    ...(shows('accountType') && { accountType: person.accountType }),
    ...(shows('recordType') && { recordType: person.recordType }),
    ...((shows('status') || shows('active')) && { status: person.status }),
    ...(shows('userGroup') && { userGroup: person.userGroup?.name ?? null }),
    ...(shows('expiryDate') && { expiryDate: person.expiryDate }),
  };
}

/** What was read of a record, by field. */
export const valuesIn = (record: UserRecord): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([field, reading]) =>
      'state' in reading && reading.state === 'read' ? [[field, reading.value]] : [],
    ),
  );

/** Whether a page shows the list of users, and is no pick-list. */
export const isList = (page: AlmaPage): page is UserListPage => page.screen === 'user-list' && page.pickList === 'no';
