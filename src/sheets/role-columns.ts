import { isBlankCell, visible } from './cells.ts';
import { dateCell } from './dates.ts';
import { headingKey } from './headings.ts';
import type { Column, ReadOptions, SheetRow } from './types.ts';
import { statusOf } from './words.ts';

type Role = NonNullable<SheetRow['role']>;

/** A column under a role's own name: its heading, and its place in the file's rows. */
export interface RoleColumn {
  heading: string;
  at: number;
}

/** One such column alone may be anything; two or more make a table of people by roles. */
const FEWEST = 2;

/**
 * The columns of a line of headings that stand under a role's own name and are used for nothing else; none in a table that names its
 * roles in cells, and none where only one heading is a role's name.
 */
export function roleColumnsOf(
  headings: readonly string[],
  recognised: readonly (Column | undefined)[],
  isRoleName: ReadOptions['isRoleName'],
): RoleColumn[] {
  if (!isRoleName || recognised.some((column) => column === 'roleType' || column === 'roleCode')) return [];
  const found = headings.flatMap((heading, at) =>
    recognised[at] === undefined && heading !== '' && isRoleName(heading) ? [{ heading, at }] : [],
  );
  return found.length >= FEWEST ? found : [];
}

/** The name under which the answer for these columns is remembered: all their headings. */
export const roleColumnsHeading = (found: readonly RoleColumn[]): string =>
  found.map(({ heading }) => heading).join(', ');

const heldWords = new Set([
  ...['x', '1', '+', '*', 'yes', 'y', 'ja', 'j', 'oui', 'si', 's\u00ed', 'sim', 'true', 'wahr', 'vrai', 'vero'],
  ...['verdadero', 'verdadeiro', '\u2713', '\u2714', '\u2611', '\u25cf', '\u2022'],
]);
const notHeldWords = new Set([
  ...['0', 'no', 'n', 'nein', 'non', 'n\u00e3o', 'false', 'falsch', 'faux', 'falso', '\u2610'],
]);
/** Signs that stand for "nothing" elsewhere, and here as well for "somebody has to look". */
const openSigns = new Set(['?', '.', '#']);

/**
 * What a cell under a role's name says: the role that the person holds, `no` for one not held, `undefined` for a text that nobody can
 * be sure of. A date says that the role is held, and not whether it begins or ends it: the role's state is unread.
 */
export function roleMark(cell: string, name: string): Role | 'no' | undefined {
  const text = visible(cell).toLowerCase();
  if (openSigns.has(text)) return undefined;
  if (isBlankCell(text) || notHeldWords.has(text)) return 'no';
  if (heldWords.has(text) || headingKey(text) === headingKey(name)) return { name };
  const status = statusOf(text);
  if (status !== undefined) return status === 'DELETED' ? undefined : { name, status };
  const { state } = dateCell(text, false);
  return state === 'unreadable' || state === 'blank' ? undefined : { name, stateUnread: true };
}
