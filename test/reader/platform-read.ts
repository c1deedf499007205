import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { drawPlatform, entities, type PlatformPage, platformFields, section } from './platform-page.ts';

export const options = { dateOrder: 'auto', taughtLocators: [] } as const;
export const wren = entities(['USER', '/users/awren%40example%2Eorg']);
export const brown = entities(['USER', '/users/bbrown']);
/** A field that was read, and below one that was not. */
export const id = (value: string) => ({ state: 'read', value });
export const why = (reason: string) => ({ state: 'unread', why: reason });
/** Draws such a page into the test’s document. */
export const draw = (page: PlatformPage) => drawPlatform(document, page);
/** Draws and reads it. */
export const read = (page: PlatformPage = {}) => {
  draw(page);
  return readUserPage(document, options);
};
export const general = section('General', platformFields.join(''));
/** The record on a page of these fields alone. */
export const recordOf = (fields: readonly string[], page: PlatformPage = {}) =>
  read({ content: section('General', fields.join('')), ...page })?.record;
