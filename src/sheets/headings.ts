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

/**
 * What spans the columns of a user and of a role in headings of two lines, and the folders of Analytics that such columns are in
 * (`User Details`, `User Roles`), as keys. All but the English ones of Analytics are derived.
 */
const userGroups = [
  ...[
    'user',
    'users',
    'userdetails',
    'userinformation',
    'account',
    'accounts',
    'benutzer',
    'benutzerdetails',
    'nutzer',
  ],
  ...['utilisateur', 'utilisateurs', 'usuario', 'usuarios', 'utente', 'utenti'],
];
const roleGroups = [
  ...[
    'role',
    'roles',
    'roledetails',
    'roleinformation',
    'userrole',
    'userroles',
    'userroledetails',
    'userrolesdetails',
  ],
  ...['rolesdetails', 'rolle', 'rollen', 'benutzerrolle', 'benutzerrollen', 'rol', 'rolesdelusuario', 'rolesdeusuario'],
  ...['rolesdelutilisateur', 'ruolo', 'ruoli'],
];
/** What a column is below the name of a role, by what it is elsewhere: a status there is the role's, never the user's. */
const belowRoles: Partial<Record<Column, Column>> = {
  ...{ status: 'roleStatus', expiryDate: 'roleExpiryDate', fullName: 'roleType' },
  ...{ roleType: 'roleType', roleCode: 'roleCode', roleStatus: 'roleStatus', roleScope: 'roleScope' },
  ...{ roleExpiryDate: 'roleExpiryDate', library: 'roleScope' },
};
const roleWords: Readonly<Record<string, Column>> = {
  type: 'roleType',
  typ: 'roleType',
  tipo: 'roleType',
  code: 'roleCode',
};
/** Less sure than any heading that is known as a whole. */
const RANK_IN_GROUP = 100;

/** The column of a heading that begins with the name of a group: the rest is a heading of its own. */
function inGroup(key: string): { column: Column; rank: number } | undefined {
  const rests = (groups: readonly string[]) =>
    groups.flatMap((group) => (key.startsWith(group) ? [key.slice(group.length)] : []));
  for (const rest of rests(roleGroups)) {
    const below = recognised.get(rest);
    const column = roleWords[rest] ?? (below && belowRoles[below.column]);
    if (column) return { column, rank: RANK_IN_GROUP + (below?.rank ?? 0) };
  }
  for (const rest of rests(userGroups)) {
    const below = recognised.get(rest);
    if (below) return { column: below.column, rank: RANK_IN_GROUP + below.rank };
  }
  return undefined;
}

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
  if (key.length > LONGEST_HEADING) return { column: undefined, rank: 0, stem: key };
  const stem = key.replace(/^users?roles?\d*/, 'userrole').replace(/\d+$/, '');
  const numbered = recognised.get(stem);
  if (numbered && roleColumns.includes(numbered.column)) return { ...numbered, stem };
  return { ...(inGroup(key) ?? { column: undefined, rank: 0 }), stem: key };
}

/** True for a heading that means something to us, whether or not its column is taken from another one. */
export const isKnownHeading = (heading: string): boolean => knownAs(heading).column !== undefined;

/**
 * Tells which columns are those of a second table that stands beside the first: behind the identifier's heading once more, all of them
 * where a blank column stands between, else those whose headings stand before it as well. Its people are others.
 */
function besideAnother(headings: readonly string[], wanted: readonly Known[]): (at: number) => boolean {
  const first = wanted.findIndex(({ column }) => column === 'identifier');
  const second = wanted.findIndex(
    ({ column, stem }, at) => column === 'identifier' && at > first && stem === wanted[first]?.stem,
  );
  if (first === -1 || second === -1) return () => false;
  const isApart = headings[second - 1] === '';
  return (at) => at > second && (isApart || wanted.slice(0, second).some(({ stem }) => stem === wanted[at]?.stem));
}

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
  const isBeside = besideAnother(headings, wanted);
  return wanted.map(({ column, rank, stem }, at) => {
    if (column === undefined || column === 'ignore' || isBeside(at)) return undefined;
    const mayRepeat =
      column === 'ip' ? () => true : (other: Known) => roleColumns.includes(column) && other.stem === stem;
    const better = wanted.some(
      (other, place) =>
        other.column === column && (other.rank < rank || (other.rank === rank && place < at)) && !mayRepeat(other),
    );
    return better ? undefined : column;
  });
}

/** Columns that a user and a role both have, with the role's. */
export const ofBoth: readonly (readonly [Column, Column])[] = [
  ['status', 'roleStatus'],
  ['expiryDate', 'roleExpiryDate'],
];

/**
 * The headings with a number behind those of which nobody can tell whether they are the user's or a role's: `Status` twice in a list of
 * roles. Under its number none is known, so that it is asked what each of them is. `undefined` where there are none.
 */
export function numberedTwins(
  headings: readonly string[],
  mapping: Readonly<Record<string, Column | 'ignore'>> = {},
): string[] | undefined {
  const taken = recogniseHeadings(headings, mapping);
  if (!taken.includes('roleType') && !taken.includes('roleCode')) return undefined;
  const told = new Set(Object.keys(mapping).map(headingKey));
  const unclear = new Set(
    ofBoth.flatMap(([column, ofRole]) => {
      const key = headingKey(headings[taken.indexOf(column)] ?? '');
      return taken.includes(ofRole) || told.has(key) ? [] : [key];
    }),
  );
  unclear.delete('');
  const keys = headings.map(headingKey);
  const isTwin = (key: string) => unclear.has(key) && keys.indexOf(key) !== keys.lastIndexOf(key);
  if (!keys.some(isTwin)) return undefined;
  return headings.map((heading, at) => {
    const key = keys[at] as string;
    return isTwin(key) ? `${heading} (${keys.slice(0, at + 1).filter((one) => one === key).length})` : heading;
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

const pluralRoles = new Set(['Roles', 'User Roles', 'Rollen', 'Rôles', 'Ruoli'].map(headingKey));

/** Whether a column under `Roles` may count them: nothing but short numbers stands there, and nobody has said that it names them. */
export function mayCountRoles(
  { headings, recognised: taken }: { headings: readonly string[]; recognised: readonly (Column | undefined)[] },
  rows: readonly (readonly string[])[],
  mapping: Readonly<Record<string, Column | 'ignore'>> = {},
): boolean {
  const told = new Set(Object.keys(mapping).map(headingKey));
  return headings.some((heading, at) => {
    const key = headingKey(heading);
    if (taken[at] !== 'roleType' || !pluralRoles.has(key) || told.has(key)) return false;
    const filled = rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => /^\d{1,2}$/.test(cell));
  });
}

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
