import { type Day, fold, type Reading, type Role } from '../../record/index.ts';
import { roleCoded, roleNamed, roleTranslated } from '../../rules/standards/roles.ts';
import type { Difference, DifferingField, ReviewFile } from './types.ts';

/** What one file says of a person, as far as it is compared. */
export interface Saying {
  /** Position in the review's `files`. */
  file: number;
  fields: ReadonlyMap<string, Reading<unknown>>;
  roles: ReadonlyMap<string, Role> | undefined;
}

export const differingFields = [
  ...(['status', 'recordType', 'accountType', 'userGroup', 'expiryDate', 'purgeDate', 'roles'] as const),
] as const satisfies readonly DifferingField[];

/** A role under whatever name or code: by code first, for names are translated and Esploro's are those of Alma's. */
const roleKeys = new Map<string, string>();
function roleKey({ code, name }: Role): string {
  const both = `${code ?? ''}\n${name}`;
  const known = roleKeys.get(both);
  if (known !== undefined) return known;
  const role = (code === undefined ? undefined : roleCoded(code)) ?? roleNamed(name) ?? roleTranslated(name);
  const key = role?.key ?? fold(name);
  roleKeys.set(both, key);
  return key;
}

/** The same for two lists of the same roles, whatever their order and their scopes. `until`: a role that ended before it is off. */
function rolesKey(roles: ReadonlyMap<string, Role>, until: Day | undefined): string {
  const isOff = ({ status, expiryDate }: Role) =>
    status === 'INACTIVE' || (until !== undefined && typeof expiryDate === 'string' && expiryDate < until);
  const keys = [...roles.values()].map((role) => `${roleKey(role)} ${isOff(role) ? 'off' : 'on'}`);
  return [...new Set(keys)].sort().join('\n');
}

const tellsEnds = (roles: ReadonlyMap<string, Role>) =>
  [...roles.values()].every(({ expiryDate }) => expiryDate !== undefined);

/** How a role is written among what files say: `off` and the day on which it ends stand behind the name, a line each. */
const roleWord = ({ name, status, expiryDate }: Role): string =>
  [
    name,
    ...(status === 'INACTIVE' || expiryDate ? [status === 'INACTIVE' ? 'off' : ''] : []),
    ...(expiryDate ? [expiryDate] : []),
  ].join('\n');

/** What stands between a code and the name of it where a cell has both. */
const between = /^[\s:;,|/()[\]\u2013\u2014-]*$/;

/** Whether a text is a code with its name, in whatever order (`UGRD Undergraduate`, as some lists of Analytics have it), and nothing else. */
function isBoth(text: string, code: string, name: string): boolean {
  const [whole, first, second] = [fold(text), fold(code), fold(name)];
  if (first === '' || second === '') return false;
  return [
    [first, second],
    [second, first],
  ].some(([start = '', end = '']) => {
    if (!whole.startsWith(start)) return false;
    const rest = whole.slice(start.length).replace(/[\s)\]]*$/, '');
    return rest.length > end.length && rest.endsWith(end) && between.test(rest.slice(0, -end.length));
  });
}

/** Whether one reading has code and name in one text, where the other keeps them apart or has the code alone. */
function hasBothOf(a: Extract<Reading<unknown>, { state: 'read' }>, { value, code }: typeof a): boolean {
  if (code === undefined || typeof a.value !== 'string' || typeof value !== 'string') return false;
  // A code that stands alone is known by its letters, too: `Staff emeriti` is no `STAFF`.
  return value === code ? a.value.startsWith(`${code} `) : isBoth(a.value, code, value);
}

/** True where two readings of one field say the same; a group may be named by its name here and by its code there, or by both at once. */
export function saySame(a: Reading<unknown>, b: Reading<unknown>): boolean {
  if (a.state === 'unread' || b.state === 'unread') return true;
  if (a.value === b.value) return true;
  if (a.code === undefined && b.code === undefined) return false;
  const names = (reading: typeof a) => [reading.value, reading.code].flatMap((one) => (one ? [fold(String(one))] : []));
  if (names(a).some((name) => names(b).includes(name))) return true;
  return hasBothOf(a, b) || hasBothOf(b, a);
}

/** What a file says of a field, in the words that are shown; `undefined`: nothing that could be read. */
function wordsOf({ fields, roles }: Saying, field: DifferingField): readonly string[] | undefined {
  if (field === 'roles') return roles && [...new Set([...roles.values()].map(roleWord))];
  const reading = fields.get(field);
  if (reading?.state !== 'read') return undefined;
  return reading.value === null ? [] : [String(reading.value)];
}

function differ(a: Saying, b: Saying, field: DifferingField, files: readonly ReviewFile[]): boolean {
  if (field === 'roles') {
    if (!a.roles || !b.roles) return false;
    const latest = [a, b].map(({ file }) => (files[file] as ReviewFile).asOf).sort()[1];
    // A list without ends of roles does not deny one.
    const until = tellsEnds(a.roles) && tellsEnds(b.roles) ? latest : undefined;
    return rolesKey(a.roles, until) !== rolesKey(b.roles, until);
  }
  const [one, other] = [a.fields.get(field), b.fields.get(field)];
  return one !== undefined && other !== undefined && !saySame(one, other);
}

/** Where user records and other files disagree on a person, or each other: what each says, and which of them holds. */
export function differencesOf(sayings: readonly Saying[], files: readonly ReviewFile[]): Difference[] {
  const isRecord = ({ file }: Saying) => files[file]?.kind === 'user-records';
  const records = sayings.filter(isRecord);
  if (records.length === 0 || sayings.length === 1) return [];
  return differingFields.flatMap((field): Difference[] => {
    const speaking = sayings.filter((one) => wordsOf(one, field) !== undefined);
    if (!records.some((record) => speaking.some((other) => differ(record, other, field, files)))) return [];
    const held = holding(speaking, files);
    const said = speaking.map((one) => ({ file: one.file, words: wordsOf(one, field) ?? [] }));
    return [{ field, said, ...(held === undefined ? {} : { held }) }];
  });
}

/** The file that shows the latest day, where that day is known and no other file shows it, too. */
function holding(speaking: readonly Saying[], files: readonly ReviewFile[]): number | undefined {
  const [first, second] = speaking
    .map(({ file }) => file)
    .sort((a, b) => ((files[a] as ReviewFile).asOf < (files[b] as ReviewFile).asOf ? 1 : -1));
  if (first === undefined || second === undefined) return first;
  const [newest, next] = [files[first] as ReviewFile, files[second] as ReviewFile];
  return newest.dayIsGuess || newest.asOf === next.asOf ? undefined : first;
}
