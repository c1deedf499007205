import type { Decision, Person } from './types.ts';

export type AskBy = 'library' | 'userGroup' | 'jobCategory';

/** A file for one supervisor. `rows` start with the headings. */
export interface AskFile {
  /** The library, group or job category; `null`: those for whom the files name none. */
  group: string | null;
  people: readonly string[];
  rows: readonly (readonly string[])[];
}

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
function libraryOf(person: Person): string | null {
  if (person.library) return person.library;
  const { roles } = person.record;
  const counts = new Map<string, number>();
  for (const { name, scope } of roles.state === 'read' ? roles.value : []) {
    if (scope && person.deciding.includes(name)) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

function groupOf(person: Person, by: AskBy): string | null {
  if (by === 'library') return libraryOf(person);
  if (by === 'jobCategory') return person.jobCategory ?? null;
  const { userGroup } = person.record;
  return userGroup.state === 'read' ? userGroup.value : null;
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
export function askFiles(people: readonly Person[], decisions: ReadonlyMap<string, Decision>, by: AskBy): AskFile[] {
  const groups = new Map<string | null, Person[]>();
  for (const person of people) {
    if (decisions.get(person.key)?.kind !== 'ask') continue;
    const group = groupOf(person, by);
    const members = groups.get(group);
    if (members) members.push(person);
    else groups.set(group, [person]);
  }
  return [...groups]
    .sort(([a], [b]) => (a ?? '\uFFFF').localeCompare(b ?? '\uFFFF'))
    .map(([group, members]) => ({
      group,
      people: members.map(({ key }) => key),
      rows: [askHeadings, ...members.map(askRow)],
    }));
}
