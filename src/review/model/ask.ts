import { type Scopes, scopesOf, tellingCode } from './scopes.ts';
import type { Decision, Person } from './types.ts';

export type AskBy = 'library' | 'userGroup' | 'jobCategory';

/** A file for one supervisor. `rows` start with the headings. */
export interface AskFile {
  /** The library, group or job category; `null`: those for whom the files name none. */
  group: string | null;
  /** The library's code, where another library has the same name. */
  code?: string;
  people: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Whom a file is for; `code` where the name alone does not tell. */
interface Group {
  name: string | null;
  code?: string | undefined;
}
const keyOf = ({ name, code = '' }: Group) => `${name ?? '\uFFFF'}\n${code}`;

/** The headings of an "ask somebody" file, in English always: they are how the answers are recognised. */
const askHeadings = [
  'USERNAME',
  'Name',
  'User Group',
  'Job Category',
  'Roles',
  'Last seen',
  'Decision',
  'Reason',
  'Decided by',
];

/** The library whose staff the person most likely is: the library column, else the scope that most of the deciding roles name. */
function libraryOf(person: Person, scopes: Scopes): Group {
  if (person.library) return { name: person.library };
  const { roles } = person.record;
  const counts = new Map<string, { group: Group; roles: number }>();
  for (const role of roles.state === 'read' ? roles.value : []) {
    if (!role.scope || !person.deciding.includes(role.name)) continue;
    const group = { name: role.scope, code: tellingCode(role, scopes) };
    const before = counts.get(keyOf(group))?.roles ?? 0;
    counts.set(keyOf(group), { group, roles: before + 1 });
  }
  const [most] = [...counts].sort((a, b) => b[1].roles - a[1].roles || (a[0] < b[0] ? -1 : 1));
  return most?.[1].group ?? { name: null };
}

function groupOf(person: Person, by: AskBy, scopes: Scopes): Group {
  if (by === 'library') return libraryOf(person, scopes);
  if (by === 'jobCategory') return { name: person.jobCategory ?? null };
  const { userGroup } = person.record;
  return { name: userGroup.state === 'read' ? userGroup.value : null };
}

const shown = (value: string | null | undefined) => value ?? '';

function askRow(person: Person): string[] {
  const { name, userGroup } = person.record;
  return [
    person.identifier,
    name.state === 'read' ? shown(name.value) : '',
    userGroup.state === 'read' ? shown(userGroup.value) : '',
    shown(person.jobCategory),
    person.deciding.join('; '),
    shown(person.login.lastSeen),
    '',
    '',
    '',
  ];
}

/** One file for each library, user group or job category, with the people whose decision is "ask somebody". */
export function askFiles(
  people: readonly Person[],
  decisions: ReadonlyMap<string, Decision>,
  by: AskBy,
  scopes = scopesOf(people),
): AskFile[] {
  const groups = new Map<string, { group: Group; members: Person[] }>();
  for (const person of people) {
    if (decisions.get(person.key)?.kind !== 'ask') continue;
    const group = groupOf(person, by, scopes);
    const of = groups.get(keyOf(group)) ?? { group, members: [] };
    groups.set(keyOf(group), of);
    of.members.push(person);
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, { group, members }]) => ({
      group: group.name,
      ...(group.code === undefined ? {} : { code: group.code }),
      people: members.map(({ key }) => key),
      rows: [askHeadings, ...members.map(askRow)],
    }));
}
