import { headingAliases } from './heading-aliases.ts';
import type { Column } from './types.ts';

/** A heading as it is compared and remembered: without case, accents, spaces and signs. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const recognised = new Map<string, { column: Column; rank: number }>();
for (const [column, aliases] of Object.entries(headingAliases) as [Column, readonly string[]][]) {
  aliases.forEach((alias, rank) => {
    if (!recognised.has(headingKey(alias))) recognised.set(headingKey(alias), { column, rank });
  });
}

const headingWords = new Set(
  Object.values(headingAliases).flatMap((aliases) => aliases.map((alias) => alias.toLowerCase())),
);

/** No heading that we know begins with a figure, or is longer, spaces and all. */
const LONGEST_HEADING = 100;

/** True for a cell that is a known heading to the letter: a quick look, at each row of a table. */
export function isHeadingWord(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const isFigure = first >= 48 && first <= 57;
  return !isFigure && cell.length <= LONGEST_HEADING && headingWords.has(cell.trim().toLowerCase());
}

/** The columns of a role; a file that has one row a person may have them several times. */
const roleColumns: readonly Column[] = ['roleType', 'roleCode', 'roleStatus', 'roleScope', 'roleExpiryDate'];

/** A heading's column, its rank among the aliases, and the key without the number of one role among several (`Role 2`). */
interface Known {
  column: Column | 'ignore' | undefined;
  rank: number;
  stem: string;
}

function knownAs(heading: string): Known {
  const key = headingKey(heading);
  const found = recognised.get(key);
  if (found) return { ...found, stem: key };
  const stem = key.replace(/^users?roles?\d*/, 'userrole').replace(/\d+$/, '');
  const numbered = recognised.get(stem);
  return numbered && roleColumns.includes(numbered.column)
    ? { ...numbered, stem }
    : { column: undefined, rank: 0, stem: key };
}

/** True for a heading that means something to us, whether or not its column is taken from another one. */
export const isKnownHeading = (heading: string): boolean => knownAs(heading).column !== undefined;

/**
 * What each heading of a line stands for; `undefined` where it is not recognised. A column is taken once: by what a person
 * has mapped, else by the surest alias, else by the first. Address columns are all recognised, since all are dropped, and so are the
 * columns of a role that stand there several times, numbered or under one heading.
 */
export function recogniseHeadings(
  headings: readonly string[],
  mapping: Readonly<Record<string, Column | 'ignore'>> = {},
): (Column | undefined)[] {
  const told = new Map(Object.entries(mapping).map(([heading, column]) => [headingKey(heading), column]));
  const wanted = headings.map((heading): Known => {
    const stem = headingKey(heading);
    const byHand = told.get(stem);
    return byHand ? { column: byHand, rank: -1, stem } : knownAs(heading);
  });
  return wanted.map(({ column, rank, stem }, at) => {
    if (column === undefined || column === 'ignore') return undefined;
    const mayRepeat =
      column === 'ip' ? () => true : (other: Known) => roleColumns.includes(column) && other.stem === stem;
    const better = wanted.some(
      (other, place) =>
        other.column === column && (other.rank < rank || (other.rank === rank && place < at)) && !mayRepeat(other),
    );
    return better ? undefined : column;
  });
}

/** Several columns under one heading, of which one was used: positions from 0. */
export interface TwinColumns {
  heading: string;
  used: number;
  unused: readonly number[];
}

/** The columns that were used where others have the same heading (compared without case and signs) and were not. */
export function twinColumns(
  headings: readonly { heading: string; column: Column | undefined }[],
): readonly TwinColumns[] {
  const keys = headings.map(({ heading }) => headingKey(heading));
  return headings.flatMap(({ heading, column }, used) => {
    if (column === undefined || column === 'ip') return [];
    const unused = keys.flatMap((key, at) => (key === keys[used] && headings[at]?.column === undefined ? [at] : []));
    return unused.length > 0 ? [{ heading, used, unused }] : [];
  });
}

/** How much of a line is known: its recognised headings, one more where an identifier is among them. */
export function knownHeadings(cells: readonly string[], mapping?: Readonly<Record<string, Column | 'ignore'>>): number {
  const known = recogniseHeadings(cells, mapping).filter((column) => column !== undefined);
  return known.length + (known.includes('identifier') ? 1 : 0);
}

/** Headings that any list may have: `User` names a borrower as well as an account. */
const weakIdentifiers = new Set(
  ['User', 'Identifier', 'User ID', 'Usuario', 'Identifiant', 'Identificador', 'Identificatore', 'Kennung'].map(
    headingKey,
  ),
);
/** Of these, such as name anything that a library has; a heading that says no more than "name" beside them supports nothing. */
const weakestIdentifiers = new Set(
  ['Identifier', 'Identifiant', 'Identificador', 'Identificatore', 'Kennung'].map(headingKey),
);
const anyNames = new Set(['Name', 'Nom', 'Nombre', 'Nome'].map(headingKey));
/** Columns that make a table one of users beyond doubt, and columns that do beside a heading that names the user record. */
const decidingColumns: readonly Column[] = ['lastLogin', 'roleType', 'roleCode', 'decision'];
const supportingColumns: readonly Column[] = [
  'fullName',
  ...([
    'firstName',
    'lastName',
    'recordType',
    'accountType',
    'userGroup',
    'jobCategory',
    'expiryDate',
    'purgeDate',
  ] as const),
];

/**
 * Whether a line with these headings may be the head of some other list (loans, what a tool has done): an identifier beside headings
 * that nobody knows, or beside such as every list has. It is asked for, not taken for users.
 */
export function mayBeOtherList(
  headings: readonly string[],
  taken: readonly (Column | undefined)[],
  mapping: Readonly<Record<string, Column | 'ignore'>> = {},
): boolean {
  const told = new Set(Object.keys(mapping).map(headingKey));
  const identifier = headingKey(headings[taken.indexOf('identifier')] ?? '');
  const isStrong = told.has(identifier) || !weakIdentifiers.has(identifier);
  const others = taken.filter((column) => column !== undefined && column !== 'identifier' && column !== 'ip');
  if (others.some((column) => decidingColumns.includes(column as Column))) return false;
  const hasUnknown = headings.some(
    (heading, at) =>
      heading !== '' && taken[at] === undefined && !told.has(headingKey(heading)) && !isKnownHeading(heading),
  );
  if (others.length === 0) return hasUnknown;
  const isWeakest = !told.has(identifier) && weakestIdentifiers.has(identifier);
  const supports = (column: Column | undefined, at: number) =>
    supportingColumns.includes(column as Column) && !(isWeakest && anyNames.has(headingKey(headings[at] ?? '')));
  if (!isStrong && !taken.some(supports)) return true;
  return hasUnknown && !(isStrong && others.some((column) => supportingColumns.includes(column as Column)));
}
