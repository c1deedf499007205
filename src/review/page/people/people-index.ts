import type { Person } from '../../model/index.ts';
import { createPacer } from '../slices.ts';

/** What is worked out once for each person, so that searching and sorting thousands is quick. */
export interface Indexed {
  readonly person: Person;
  /** Name, identifiers, group, job category and library, folded, to be searched. */
  readonly words: string;
  readonly name: string;
  readonly group: string;
  readonly jobCategory: string;
  readonly library: string;
  readonly roles: readonly string[];
}

/** All people, and what they can be narrowed by. */
export interface PeopleIndex {
  /** Of whom it was worked out. */
  readonly people: readonly Person[];
  readonly all: readonly Indexed[];
  readonly groups: readonly string[];
  readonly jobCategories: readonly string[];
  readonly roles: readonly string[];
  readonly rules: readonly string[];
}

export const emptyIndex: PeopleIndex = { people: [], all: [], groups: [], jobCategories: [], roles: [], rules: [] };

/** Text as it is searched and sorted: without case and accents. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const textOf = <T>(reading: { state: 'read'; value: T } | { state: 'unread' }): string =>
  reading.state === 'read' && typeof reading.value === 'string' ? reading.value : '';

function indexed(person: Person): Indexed {
  const { record, spellings, jobCategory, library } = person;
  const name = textOf(record.name);
  const group = textOf(record.userGroup);
  const roles = record.roles.state === 'read' ? [...new Set(record.roles.value.map((role) => role.name))] : [];
  const words = [name, ...spellings, group, jobCategory ?? '', library ?? ''].join('\n');
  return {
    person,
    words: folded(words),
    name: folded(name),
    group,
    jobCategory: jobCategory ?? '',
    library: library ?? '',
    roles,
  };
}

const sorted = (values: ReadonlySet<string>) => [...values].filter((value) => value !== '').sort();

/** Works the index out in pieces; throws `Overtaken` after the abort. */
export async function indexPeople(people: readonly Person[], signal: AbortSignal): Promise<PeopleIndex> {
  const pace = createPacer(signal);
  const all: Indexed[] = [];
  const [groups, jobCategories, roles, rules] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const person of people) {
    const one = indexed(person);
    all.push(one);
    groups.add(one.group);
    jobCategories.add(one.jobCategory);
    for (const role of one.roles) roles.add(role);
    for (const { rule } of person.found) rules.add(rule);
    await pace();
  }
  return {
    people,
    all,
    groups: sorted(groups),
    jobCategories: sorted(jobCategories),
    roles: sorted(roles),
    rules: sorted(rules),
  };
}
